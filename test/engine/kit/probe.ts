import type { INodeType } from 'n8n-workflow';

import { runOperation } from '../../../nodes/kit/itemLoop';
import type { OverAllItems, PerItem, Resource } from '../../../nodes/kit/operation';
import { resourceProperties } from '../../../nodes/kit/operation';
import type { NodeResult } from '../support';
import { knownTypes, runNode } from '../support';

/** A node of one operation that does what a test wants, run by the kit's item loop. */
function nodeOf(execute: PerItem | OverAllItems): INodeType {
	const probe: Resource = {
		run: {
			option: { name: 'Run', value: 'run' },
			provenance: { level: 'documented', source: 'this test' },
			fields: [{ displayName: 'Value', name: 'value', type: 'string', default: '' }],
			execute,
		},
	};
	return {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Probe' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [{ displayName: 'Resource', name: 'resource', type: 'string', default: 'probe' }, ...resourceProperties('probe', probe)],
		},
		async execute() {
			return await runOperation.call(this, { probe });
		},
	};
}

type Settings = Omit<Parameters<typeof runNode>[0], 'type' | 'types' | 'parameters'> & { parameters?: Parameters<typeof runNode>[0]['parameters'] };

/** Runs an operation on items in n8n's real engine. */
export const run = async (execute: PerItem | OverAllItems, { parameters = {}, ...settings }: Settings = {}): Promise<NodeResult> =>
	await runNode({ type: 'test.probe', types: knownTypes({ 'test.probe': nodeOf(execute) }), parameters, ...settings });

/** So many items, numbered from 0. */
export const items = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));
