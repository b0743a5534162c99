import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodeTypeDescription } from 'n8n-workflow';

/** What a stand-in for one of n8n's core nodes is made from. */
export interface StandIn {
	/** The short name of the core node's type, e.g. `if`. */
	name: string;
	/** One unless told otherwise; an expression where a parameter decides. */
	inputs?: INodeTypeDescription['inputs'];
	outputs?: INodeTypeDescription['outputs'];
	/** How many inputs, or which, must have come where not all of them need to. */
	requiredInputs?: INodeTypeDescription['requiredInputs'];
	/** The parameters a template may set; n8n drops those that a type does not know. */
	properties: INodeProperties[];
	execute: (this: IExecuteFunctions) => INodeExecutionData[][] | Promise<INodeExecutionData[][]>;
}

/** A parameter that is read as it stands. */
export const plain = (name: string, type: 'string' | 'number' | 'boolean', fallback: string | number | boolean): INodeProperties => ({
	displayName: name,
	name,
	type,
	default: fallback,
});

/** The collection *Options*, with the options that a stand-in understands. */
export const options = (...entries: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	default: {},
	options: entries,
});

/** A parameter with any number of groups of fields, as n8n keeps it: `{ [group]: [{ … }] }`. */
export const groups = (name: string, group: string, values: INodeProperties[]): INodeProperties => ({
	displayName: name,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	options: [{ displayName: group, name: group, values }],
});

/** The items that came in, each still knowing the item it came from. */
export const itemsIn = (context: IExecuteFunctions): INodeExecutionData[] =>
	context.getInputData().map((item, at) => ({ ...item, pairedItem: { item: at } }));
