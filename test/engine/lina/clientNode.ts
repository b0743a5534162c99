import { join } from 'node:path';
import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

import type { LinaClient } from '../../../nodes/Lina/client';
import type { Budget } from '../../../nodes/Lina/budget';
import type { KnownTypes, NodeResult } from '../support';
import { knownTypes, loadPack, runNode } from '../support';
import type { LinaBench } from './lina';

/** What a test wants done with the client, for an item. */
export type Work = (client: LinaClient, index: number, context: IExecuteFunctions) => Promise<IDataObject[]>;

interface BuiltModules {
	client: typeof import('../../../nodes/Lina/client');
	itemLoop: typeof import('../../../nodes/kit/itemLoop');
	operation: typeof import('../../../nodes/kit/operation');
}

/** Modules of the built pack: the clock and the ledgers are those of its nodes. */
async function builtModules(): Promise<BuiltModules> {
	const built = async (path: string): Promise<unknown> => (await import(join(process.cwd(), 'dist/nodes', path))) as unknown;
	return { client: await built('Lina/client.js'), itemLoop: await built('kit/itemLoop.js'), operation: await built('kit/operation.js') } as BuiltModules;
}

/** A node that does with LINA's client what a test wants, run by the kit's item loop. */
function nodeOf({ client, itemLoop, operation }: BuiltModules, budget: Partial<Budget>, work: Work): INodeType {
	const run = operation.perItem(async (context, { index }) => {
		const rows = await work(await client.LinaClient.open(context, budget), index, context);
		return rows.map((json) => ({ json }));
	});
	const option = { name: 'Run', value: 'run' };
	const resources = { test: { run: { option, provenance: { level: 'assumed' as const, source: 'this test' }, fields: [], execute: run } } };
	return {
		description: {
			displayName: 'Client',
			name: 'client',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Client' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'linaApi' }, { name: 'linaTokenApi' }],
			properties: ['authentication', 'resource', 'operation'].map((name) => ({ displayName: name, name, type: 'string', default: '' })),
		},
		async execute() {
			return await itemLoop.runOperation.call(this, resources);
		},
	};
}

/** The built pack, and the node beside it. */
async function typesWith(node: INodeType): Promise<KnownTypes> {
	const pack = await loadPack();
	return knownTypes({ ...Object.fromEntries(pack.nodes), 'test.client': node }, [...pack.credentials.values()]);
}

type Options = Omit<Parameters<typeof runNode>[0], 'type' | 'types' | 'parameters'> & { budget?: Partial<Budget>; authentication?: 'apiKey' | 'token' };

/** Opens the built client for each item, in n8n's real engine, and does something with it. */
export async function withClient(bench: LinaBench, work: Work, { budget = {}, authentication = 'apiKey', ...options }: Options = {}): Promise<NodeResult> {
	const types = await typesWith(nodeOf(await builtModules(), budget, work));
	const parameters = { authentication, resource: 'test', operation: 'run' };
	return await runNode({ type: 'test.client', types, credentials: await bench.credentials(), ...options, parameters });
}

/** `yyyy-MM-dd` written as LINA wants it: so many days, each another query. */
export const days = (count: number): string[] =>
	Array.from({ length: count }, (_, day) => new Date(Date.UTC(2026, 4, 1 + day)).toISOString().slice(0, 10).split('-').reverse().join('.'));
