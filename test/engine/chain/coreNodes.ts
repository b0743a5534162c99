import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties, INodeType } from 'n8n-workflow';
import { validateFieldType } from 'n8n-workflow';

/** What a test does at the moment when a node of the chain begins, by the node's name. */
export type Meanwhile = Record<string, (() => Promise<void>) | undefined>;

type Execute = (this: IExecuteFunctions) => INodeExecutionData[][];

interface Sketch {
	name: string;
	inputs?: number;
	outputs?: number;
	properties: INodeProperties[];
	execute: Execute;
}

const main = (count: number): Array<'main'> => Array.from({ length: count }, () => 'main' as const);

const OPTIONS: INodeProperties = { displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] };

const CONDITIONS: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	default: {},
	typeOptions: { filter: { caseSensitive: true, typeValidation: 'loose', version: 2 } },
};

const isMet = (context: IExecuteFunctions, item: number): boolean =>
	context.getNodeParameter('conditions', item, false, { extractValue: true }) === true;

/** The items whose conditions are met, and the others; each keeps the item it came from. */
function divide(context: IExecuteFunctions): [met: INodeExecutionData[], unmet: INodeExecutionData[]] {
	const items = context.getInputData().map((item, at) => ({ item: { ...item, pairedItem: item.pairedItem ?? { item: at } }, isMet: isMet(context, at) }));
	const those = (met: boolean) => items.filter((entry) => entry.isMet === met).map(({ item }) => item);
	return [those(true), those(false)];
}

interface Assignment {
	name: string;
	value: unknown;
	type: 'string' | 'number' | 'array';
}

function assigned({ name, value, type }: Assignment): [string, IDataObject[string]] {
	if (value === undefined || value === null) return [name, null];
	const read = validateFieldType(name, type === 'string' ? String(value) : value, type);
	if (!read.valid) throw new Error(read.errorMessage);
	return [name, read.newValue as IDataObject[string]];
}

const SKETCHES: Sketch[] = [
	{
		name: 'set',
		properties: [{ displayName: 'Fields to Set', name: 'assignments', type: 'assignmentCollection', default: {} }, OPTIONS],
		execute() {
			return [
				this.getInputData().map((_, item) => {
					const { assignments } = this.getNodeParameter('assignments', item) as unknown as { assignments: Assignment[] };
					return { json: Object.fromEntries(assignments.map(assigned)), pairedItem: { item } };
				}),
			];
		},
	},
	{
		name: 'if',
		outputs: 2,
		properties: [CONDITIONS, OPTIONS],
		execute() {
			return divide(this);
		},
	},
	{
		name: 'filter',
		properties: [CONDITIONS, OPTIONS],
		execute() {
			return [divide(this)[0]];
		},
	},
	{
		name: 'merge',
		inputs: 2,
		properties: [{ displayName: 'Mode', name: 'mode', type: 'string', default: 'append' }],
		execute() {
			return [[0, 1].flatMap((input) => this.getInputData(input))];
		},
	},
];

const nodeType = ({ name, inputs = 1, outputs = 1, properties, execute }: Sketch, meanwhile: Meanwhile): INodeType => ({
	description: {
		displayName: name,
		name,
		group: ['transform'],
		version: [2.2, 3.2, 3.4],
		description: '',
		defaults: { name },
		inputs: main(inputs),
		outputs: main(outputs),
		...(inputs > 1 && { requiredInputs: 1 }),
		properties,
	},
	async execute() {
		await meanwhile[this.getNode().name]?.();
		return execute.call(this);
	},
});

/**
 * Stand-ins for the four core nodes of the template (Edit Fields, If, Filter, Merge), as far as it uses them. Conditions and expressions are evaluated by the
 * engine, as for n8n's own nodes.
 */
export const coreNodes = (meanwhile: Meanwhile): Record<string, INodeType> =>
	Object.fromEntries(SKETCHES.map((sketch) => [`n8n-nodes-base.${sketch.name}`, nodeType(sketch, meanwhile)]));
