import { isDeepStrictEqual } from 'node:util';
import type { FieldType, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { validateFieldType } from 'n8n-workflow';

import type { StandIn } from './standIn';
import { groups, itemsIn, namesIn, options, plain } from './standIn';

interface Assignment {
	name: string;
	value: unknown;
	type: FieldType;
}

function assigned({ name, value, type }: Assignment): [string, IDataObject[string]] {
	if (value === undefined || value === null) return [name, null];
	const read = validateFieldType(name, type === 'string' ? String(value) : value, type);
	if (!read.valid) throw new Error(read.errorMessage);
	return [name, read.newValue as IDataObject[string]];
}

/** The entries of a list field, each an item of its own. */
function splitOut(context: IExecuteFunctions): INodeExecutionData[] {
	return context.getInputData().flatMap(({ json }, item) => {
		const field = context.getNodeParameter('fieldToSplitOut', item) as string;
		const { [field]: list, ...others } = json;
		const kept = context.getNodeParameter('include', item) === 'allOtherFields' ? others : undefined;
		return [list ?? []].flat().map((entry) => {
			const isWhole = typeof entry === 'object' && entry !== null && !kept;
			return { json: isWhole ? (entry as IDataObject) : { ...kept, [field]: entry as IDataObject }, pairedItem: { item } };
		});
	});
}

interface AggregatedField {
	fieldToAggregate: string;
	renameField?: boolean;
	outputFieldName?: string;
}

/** All items in one: their whole JSON in a list, or one list for each field that is named. */
function aggregate(context: IExecuteFunctions): INodeExecutionData {
	const items = context.getInputData().map(({ json }) => json);
	const pairedItem = items.map((_, item) => ({ item }));
	if (context.getNodeParameter('aggregate', 0) === 'aggregateAllItemData') {
		return { json: { [context.getNodeParameter('destinationFieldName', 0) as string]: items }, pairedItem };
	}
	const fields = context.getNodeParameter('fieldsToAggregate.fieldToAggregate', 0, []) as unknown as AggregatedField[];
	const lists = fields.map(({ fieldToAggregate, renameField, outputFieldName }): [string, IDataObject[string]] => {
		const values = items.map((json) => json[fieldToAggregate]).filter((value) => value !== undefined && value !== null);
		return [renameField && outputFieldName ? outputFieldName : fieldToAggregate, values as IDataObject[]];
	});
	return { json: Object.fromEntries(lists), pairedItem };
}

/** The first item of each set that agree, in the whole or in the fields that are named. */
function removeDuplicates(context: IExecuteFunctions): INodeExecutionData[] {
	const items = itemsIn(context);
	const fields = namesIn(context.getNodeParameter('fieldsToCompare', 0, '') as string);
	const whole = context.getNodeParameter('compare', 0) === 'allFields';
	const keyOf = ({ json }: INodeExecutionData): unknown => (whole ? json : fields.map((field) => json[field]));
	return items.filter((item, at) => items.findIndex((other) => isDeepStrictEqual(keyOf(other), keyOf(item))) === at);
}

/** What items hold: the core nodes that make, part, gather or drop them. */
export const ITEM_NODES: StandIn[] = [
	{
		name: 'set',
		properties: [
			{ displayName: 'Fields to Set', name: 'assignments', type: 'assignmentCollection', default: {} },
			plain('includeOtherFields', 'boolean', false),
			options(),
		],
		execute() {
			return [
				this.getInputData().map(({ json }, item) => {
					const { assignments } = this.getNodeParameter('assignments', item) as unknown as { assignments: Assignment[] };
					const others = this.getNodeParameter('includeOtherFields', item) === true ? json : {};
					return { json: { ...others, ...Object.fromEntries(assignments.map(assigned)) }, pairedItem: { item } };
				}),
			];
		},
	},
	{
		name: 'splitOut',
		properties: [plain('fieldToSplitOut', 'string', ''), plain('include', 'string', 'noOtherFields'), options()],
		execute() {
			return [splitOut(this)];
		},
	},
	{
		name: 'aggregate',
		properties: [
			plain('aggregate', 'string', 'aggregateIndividualFields'),
			plain('destinationFieldName', 'string', 'data'),
			groups('fieldsToAggregate', 'fieldToAggregate', [plain('fieldToAggregate', 'string', ''), plain('renameField', 'boolean', false), plain('outputFieldName', 'string', '')]),
			options(),
		],
		execute() {
			return [[aggregate(this)]];
		},
	},
	{
		name: 'removeDuplicates',
		properties: [plain('operation', 'string', 'removeDuplicateInputItems'), plain('compare', 'string', 'allFields'), plain('fieldsToCompare', 'string', ''), options()],
		execute() {
			return [removeDuplicates(this)];
		},
	},
];
