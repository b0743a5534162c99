import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { StandIn } from './standIn';
import { itemsIn, options, plain } from './standIn';

const CONDITIONS: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	default: {},
	typeOptions: { filter: { caseSensitive: true, typeValidation: 'loose', version: 2 } },
};

const isMet = (context: IExecuteFunctions, item: number): boolean => context.getNodeParameter('conditions', item, false, { extractValue: true }) === true;

/** The items whose conditions are met, and the others. */
function divide(context: IExecuteFunctions): [met: INodeExecutionData[], unmet: INodeExecutionData[]] {
	const items = itemsIn(context).map((item, at) => ({ item, isMet: isMet(context, at) }));
	const those = (met: boolean) => items.filter((entry) => entry.isMet === met).map(({ item }) => item);
	return [those(true), those(false)];
}

/** Where items go: the core nodes that change no item. */
export const FLOW_NODES: StandIn[] = [
	{
		name: 'scheduleTrigger',
		inputs: [],
		properties: [{ displayName: 'Trigger Rules', name: 'rule', type: 'json', default: {} }],
		execute() {
			return [this.getInputData()];
		},
	},
	{
		name: 'errorTrigger',
		inputs: [],
		properties: [],
		execute() {
			return [this.getInputData()];
		},
	},
	{
		name: 'if',
		outputs: ['main', 'main'],
		properties: [CONDITIONS, options()],
		execute() {
			return divide(this);
		},
	},
	{
		name: 'filter',
		properties: [CONDITIONS, options()],
		execute() {
			return [divide(this)[0]];
		},
	},
	{
		name: 'merge',
		inputs: "={{ Array.from({ length: $parameter.numberInputs }, () => 'main') }}",
		requiredInputs: '={{ $parameter.mode === "chooseBranch" ? [0, 1] : 1 }}',
		properties: [plain('mode', 'string', 'append'), plain('numberInputs', 'number', 2), plain('useDataOfInput', 'number', 1)],
		execute() {
			if (this.getNodeParameter('mode', 0) === 'chooseBranch') return [this.getInputData(Number(this.getNodeParameter('useDataOfInput', 0)) - 1)];
			const inputs = this.getNodeParameter('numberInputs', 0) as number;
			return [Array.from({ length: inputs }, (_, input) => this.getInputData(input)).flat()];
		},
	},
	{
		name: 'wait',
		properties: [plain('resume', 'string', 'timeInterval'), plain('amount', 'number', 1), plain('unit', 'string', 'seconds')],
		execute() {
			return [itemsIn(this)];
		},
	},
	{
		name: 'noOp',
		properties: [],
		execute() {
			return [itemsIn(this)];
		},
	},
	{
		name: 'stopAndError',
		outputs: [],
		properties: [plain('errorType', 'string', 'errorMessage'), plain('errorMessage', 'string', '')],
		execute() {
			throw new NodeOperationError(this.getNode(), this.getNodeParameter('errorMessage', 0) as string);
		},
	},
];
