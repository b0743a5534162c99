import type { FieldType, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { validateFieldType } from 'n8n-workflow';

import type { StandIn } from './standIn';
import { options, plain } from './standIn';

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

/** What items hold: the core nodes that make and part them. */
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
];
