import type { INodeType } from 'n8n-workflow';

import { dataTableNode } from './dataTableNode';
import type { DataTables } from './dataTables';
import { FLOW_NODES } from './flowNodes';
import { ITEM_NODES } from './itemNodes';
import type { StandIn } from './standIn';

/** What a test does at the moment when a node of the chain begins, by the node's name. */
export type Meanwhile = Record<string, (() => Promise<void>) | undefined>;

/** The versions of the core nodes that templates name. */
const VERSIONS = [1, 1.1, 1.2, 2, 2.1, 2.2, 2.3, 3, 3.1, 3.2, 3.3, 3.4];

const nodeType = ({ name, inputs = ['main'], outputs = ['main'], requiredInputs, properties, execute }: StandIn, meanwhile: Meanwhile): INodeType => ({
	description: {
		displayName: name,
		name,
		group: [inputs.length > 0 ? 'transform' : 'trigger'],
		version: VERSIONS,
		description: '',
		defaults: { name },
		inputs,
		outputs,
		requiredInputs,
		properties,
	},
	async execute() {
		await meanwhile[this.getNode().name]?.();
		return await execute.call(this);
	},
});

/**
 * Stand-ins for the core nodes that a template may use, as far as it uses them. Conditions and expressions are evaluated by the engine, as for n8n's own nodes;
 * the data tables are what outlives a run.
 */
export const coreNodes = (meanwhile: Meanwhile, tables: DataTables): Record<string, INodeType> =>
	Object.fromEntries([...FLOW_NODES, ...ITEM_NODES, dataTableNode(tables)].map((sketch) => [`n8n-nodes-base.${sketch.name}`, nodeType(sketch, meanwhile)]));
