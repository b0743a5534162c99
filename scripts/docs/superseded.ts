/** An operation that a vendor's page still shows beside the one that took its place. */
export interface Superseded {
	/** Its name on the wire. */
	wire: string;
	/** What takes its place, each as `resource.operation` of the node. */
	successors: readonly string[];
	/** Why it is not built. */
	reason: string;
}

/** Operations of an old service on a page of its successor, by the folder of the node that plays the new one. */
export const SUPERSEDED: Readonly<Record<string, { from: string; operations: readonly Superseded[] }>> = {
	StarAkasse: {
		from: "STAR's page compares the A-kasse service with the JobCenterService whose text it was made from, and shows both at once",
		operations: [
			{
				wire: 'UpdateJobCenterInformation',
				successors: ['akasse.update', 'branchOffice.update'],
				reason: 'saves a job center (jobcenter): address, contacts, opening and phone hours. Its mirror of xxx01 in xxx00 and the messages it sends have no counterpart for a-kasser',
			},
			{
				wire: 'GetJobCenterInformation',
				successors: ['akasse.get', 'branchOffice.get'],
				reason: 'reads the same of a job center; the introductory text that it held is gone since release 2023-2',
			},
			{
				wire: 'GetJobCenterList',
				successors: ['akasse.getMany'],
				reason: 'lists job centers; both lists hold only those with an address registered',
			},
			{
				wire: 'GetJobCenterCodeList',
				successors: ['branchOffice.getMany', 'codeList.get'],
				reason: 'relates job centers to municipalities (kommuner); a-kasser relate to their branch offices',
			},
			{
				wire: 'UpdateVirksomhedscenter',
				successors: ['akasse.update', 'branchOffice.update'],
				reason: 'marks a sub job center as business center (virksomhedscenter), one per main job center; an a-kasse reports Virksomhedsafdeling with its other data',
			},
			{
				wire: 'CreateSubjobcenter',
				successors: ['branchOffice.create'],
				reason: 'creates xxxyy under a main job center xxx00; an a-kasse creates its branch offices itself',
			},
			{
				wire: 'DeleteSubjobcenter',
				successors: ['branchOffice.delete'],
				reason: 'closes a sub job center and moves the citizens that are left to xxx01; members of a closed branch office are moved to the a-kasse',
			},
		],
	},
};

/**
 * The part of a node's section that names what is superseded; empty where nothing is.
 * @param folder of the node
 * @param names  the node's operations as it shows them, by `resource.operation`
 * @throws Error where a successor is no operation of the node
 */
export function supersededPart(folder: string, names: ReadonlyMap<string, string>): string {
	const { from, operations } = SUPERSEDED[folder] ?? { from: '', operations: [] };
	if (!operations.length) return '';
	const nameOf = (successor: string): string => {
		const name = names.get(successor);
		if (name === undefined) throw new Error(`${successor} is said to take the place of an old operation, and ${folder} has none of that name`);
		return name;
	};
	const rows = operations.map(({ wire, successors, reason }) => `| \`${wire}\` | ${successors.map(nameOf).join('; ')} | ${reason} |`);
	return `\n**Superseded, not built.** ${from}:\n\n| Old operation | In its place | Why |\n|---|---|---|\n${rows.join('\n')}\n`;
}
