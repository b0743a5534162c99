import { XMLParser } from 'fast-xml-parser';

import type { CallOptions, Json, Reply, TestClient } from './client.ts';
import { addressOf, envelope, sendSoap } from './soap.ts';

const EMPLOYEE = 'urn:oio:medarbejder:1.0.0';
const CASE = 'urn:oio:sagdok:3.0.0';

/** Where the employee service of the certificate's municipality is. */
export const EMPLOYEE_ADDRESS = addressOf('LPE_Employee_KOM_751', 'Employee_Provide_Out', 'urn:kmd.dk:LPE:EMPLOYEE:external');

/** A `*Ref` element; without a URN nothing. */
function reference(name: string, urn: string | undefined): string {
	return urn === undefined ? '' : `<s:${name}><s:UUIDIdentifikator/><s:URNIdentifikator>${urn}</s:URNIdentifikator></s:${name}>`;
}

function filter(name: string, moment: string | undefined, edge: string): string {
	if (moment === undefined) return '';
	return `<s:${name}><s:TidsstempelDatoTid>${moment}</s:TidsstempelDatoTid><s:GraenseIndikator>${edge}</s:GraenseIndikator></s:${name}>`;
}

/** What a request to the employee service holds besides the sender; the receiver is municipality 751 unless given. */
export interface EmployeeRequest {
	/** Numbers, intervals and exclusions, or whole URNs. */
	readonly employees?: readonly string[];
	readonly receiver?: string;
	readonly categories?: readonly string[];
	readonly validFrom?: string;
	readonly validTo?: string;
	readonly changedFrom?: string;
	readonly changedTo?: string;
	readonly edge?: string;
	/** Fields of communication records, in order. */
	readonly records?: readonly Readonly<Record<string, string>>[];
}

/** The root element of a request. */
export function employeeRequest(root: string, of: EmployeeRequest): string {
	const { employees = [], edge = 'false' } = of;
	const record = (fields: Readonly<Record<string, string>>): string =>
		`<m:Kommunikation>${Object.entries(fields).map(([name, text]) => `<m:${name}>${text}</m:${name}>`).join('')}</m:Kommunikation>`;
	const parts = [
		reference('AfsenderRef', 'urn:oio:kmd:lpe:afsender:751'),
		reference('ModtagerRef', of.receiver ?? 'urn:oio:kmd:lpe:modtager:751'),
		...employees.map((urn) => reference('MedarbejderRef', urn.startsWith('urn:') ? urn : `urn:oio:kmd:lpe:medarbejdernummer:${urn}`)),
		filter('VirkningFraFilter', of.validFrom, edge),
		filter('VirkningTilFilter', of.validTo, edge),
		filter('RegistreringFraFilter', of.changedFrom, edge),
		filter('RegistreringTilFilter', of.changedTo, edge),
		...(of.categories ?? []).map((code) => `<m:Datakategori>${code}</m:Datakategori>`),
		of.records === undefined ? '' : `<m:AttributListe><m:Egenskaber>${of.records.map(record).join('')}</m:Egenskaber></m:AttributListe>`,
	];
	return `<m:${root} xmlns:m="${EMPLOYEE}" xmlns:s="${CASE}">${parts.join('')}</m:${root}>`;
}

/** Sends a request to the employee service. */
export function sendEmployee(client: TestClient, root: string, of: EmployeeRequest, options: CallOptions = {}): Promise<Reply> {
	return sendSoap(client, EMPLOYEE_ADDRESS, envelope(employeeRequest(root, of)), options);
}

/** What an answer says: its code and text, and each employee's groups by name, in the order of the answer. */
export interface EmployeeAnswer {
	readonly code: number;
	readonly text: string;
	readonly employees: readonly {
		readonly urn: string;
		/** Names of the groups, in order. */
		readonly order: readonly string[];
		readonly groups: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
		readonly managers: readonly Json[];
	}[];
}

const parser = new XMLParser({ preserveOrder: true, removeNSPrefix: true, parseTagValue: false, trimValues: false });

type OrderedNode = Readonly<Record<string, Json>>;

const nameOf = (node: OrderedNode): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const contentOf = (node: OrderedNode): readonly OrderedNode[] => node[nameOf(node)];
const named = (nodes: readonly OrderedNode[], name: string): OrderedNode[] => nodes.filter((node) => nameOf(node) === name);

function find(nodes: readonly OrderedNode[], ...path: readonly string[]): readonly OrderedNode[] {
	return path.reduce((inner, name) => named(inner, name).flatMap(contentOf), nodes);
}

const textOf = (nodes: readonly OrderedNode[]): string => nodes.map((node) => String(node['#text'] ?? '')).join('');

/** Fields by name; a repeating one joined by `+`. */
function fieldsOf(nodes: readonly OrderedNode[]): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const node of nodes) {
		const [name, text] = [nameOf(node), textOf(contentOf(node))];
		fields[name] = fields[name] === undefined ? text : `${fields[name]}+${text}`;
	}
	return fields;
}

/** Reads an answer of Laes, List or Ret. */
export function readEmployeeAnswer(reply: Reply): EmployeeAnswer {
	if (reply.status !== 200) throw new Error(`${reply.status}: ${reply.text}`);
	const body = find(parser.parse(reply.text) as OrderedNode[], 'Envelope', 'Body');
	const root = contentOf(body[0]);
	const employees = named(root, 'LaesResultat').map((result) => {
		const groups = find(contentOf(result), 'Registrering', 'AttributListe', 'Egenskaber');
		const order = groups.map(nameOf);
		return {
			urn: textOf(find(contentOf(result), 'MedarbejderRef', 'URNIdentifikator')),
			order,
			groups: Object.fromEntries(order.map((name) => [name, named(groups, name).map((group) => fieldsOf(contentOf(group)))])),
			managers: find(contentOf(result), 'Registrering', 'RelationListe').map((manager) => ({
				...fieldsOf(contentOf(manager)),
				MedarbejderRef: textOf(find(contentOf(manager), 'MedarbejderRef', 'URNIdentifikator')),
			})),
		};
	});
	return {
		code: Number(textOf(find(root, 'StandardRetur', 'StatusKode'))),
		text: textOf(find(root, 'StandardRetur', 'FejlbeskedTekst')),
		employees,
	};
}

/** Asks the employee service and reads the answer. */
export async function askEmployee(client: TestClient, root: string, of: EmployeeRequest): Promise<EmployeeAnswer> {
	return readEmployeeAnswer(await sendEmployee(client, root, of));
}
