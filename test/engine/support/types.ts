import './environment';
import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeType, INodeTypes } from 'n8n-workflow';
import { injectDomainRestrictionFields, NodeHelpers } from 'n8n-workflow';

/** The node and credential types an execution knows, under their full names. */
export interface KnownTypes {
	nodeTypes: INodeTypes;
	nodes: ReadonlyMap<string, INodeType>;
	credentials: ReadonlyMap<string, ICredentialType>;
	/** The full names of the nodes that name a credential type. */
	supportedNodes(credentialType: string): string[];
}

export const PACKAGE = 'n8n-nodes-nordic-workforce';
/** Stands in for n8n's manual trigger: hands on the items that the run starts with. */
export const START_TYPE = 'n8n-nodes-base.manualTrigger';
/** Stands in for n8n's node that does nothing, under which credentials are tested. */
export const NO_OP_TYPE = 'n8n-nodes-base.noOp';

const standIn = (name: string, group: 'trigger' | 'transform'): INodeType => ({
	description: {
		displayName: name,
		name,
		group: [group],
		version: 1,
		description: '',
		defaults: { name },
		inputs: group === 'trigger' ? [] : ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
});

/** Node and credential types made in a test, beside the stand-ins for n8n's own. */
export function knownTypes(nodes: Record<string, INodeType>, credentials: ICredentialType[] = []): KnownTypes {
	const known = new Map(
		Object.entries({ [START_TYPE]: standIn('manualTrigger', 'trigger'), [NO_OP_TYPE]: standIn('noOp', 'transform'), ...nodes }),
	);
	const find = (name: string): INodeType => {
		const type = known.get(name);
		if (!type) throw new Error(`No node type '${name}' is loaded. Known: ${[...known.keys()].join(', ')}`);
		return type;
	};
	return {
		nodes: known,
		credentials: new Map(credentials.map((type) => [type.name, type])),
		nodeTypes: {
			getByName: find,
			getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(find(name), version),
			getKnownTypes: () => ({}),
		},
		supportedNodes: (credentialType) =>
			[...known].filter(([, { description }]) => description.credentials?.some(({ name }) => name === credentialType)).map(([name]) => name),
	};
}

/** Loads the built pack from `dist` through the loader that n8n itself uses for community packages. */
async function load(): Promise<KnownTypes> {
	const loader = new PackageDirectoryLoader(process.cwd());
	await loader.loadAll();
	const credentials = Object.values(loader.credentialTypes).map(({ type }) =>
		Object.assign(type, { properties: injectDomainRestrictionFields(type) }),
	);
	const nodes = Object.entries(loader.nodeTypes).map(([name, { type }]) => [`${PACKAGE}.${name}`, type] as const);
	return knownTypes(Object.fromEntries(nodes) as Record<string, INodeType>, credentials);
}

let pack: Promise<KnownTypes> | undefined;

/** The built pack, loaded once per test file. `npm run build` must have run. */
export const loadPack = async (): Promise<KnownTypes> => await (pack ??= load());
