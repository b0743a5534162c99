import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { StandIn } from './standIn';
import { groups, itemsIn, options, plain } from './standIn';

const CONDITIONS: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	default: {},
	typeOptions: { filter: { caseSensitive: true, typeValidation: 'loose', version: 2 } },
};

const isMet = (context: IExecuteFunctions, item: number, parameter = 'conditions'): boolean =>
	context.getNodeParameter(parameter, item, false, { extractValue: true }) === true;

/** The items whose conditions are met, and the others. */
function divide(context: IExecuteFunctions): [met: INodeExecutionData[], unmet: INodeExecutionData[]] {
	const items = itemsIn(context).map((item, at) => ({ item, isMet: isMet(context, at) }));
	const those = (met: boolean) => items.filter((entry) => entry.isMet === met).map(({ item }) => item);
	return [those(true), those(false)];
}

/** As many outputs as there are rules, and one more where the items that no rule fits have their own. */
const SWITCH_OUTPUTS = "={{ Array.from({ length: $parameter.rules.values.length + ($parameter.options.fallbackOutput === 'extra' ? 1 : 0) }, () => 'main') }}" as const;

/** Each item to the first rule it fits, or to the output for all others where there is one. */
function route(context: IExecuteFunctions): INodeExecutionData[][] {
	const rules = (context.getNodeParameter('rules.values', 0, []) as unknown[]).map((_, rule) => `rules.values[${rule}].conditions`);
	const hasExtra = context.getNodeParameter('options.fallbackOutput', 0, 'none') === 'extra';
	const outputs: INodeExecutionData[][] = Array.from({ length: rules.length + (hasExtra ? 1 : 0) }, () => []);
	itemsIn(context).forEach((item, at) => {
		const fitting = rules.findIndex((rule) => isMet(context, at, rule));
		outputs[fitting < 0 ? rules.length : fitting]?.push(item);
	});
	return outputs;
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
		name: 'switch',
		outputs: SWITCH_OUTPUTS,
		properties: [
			groups('rules', 'values', [CONDITIONS, plain('renameOutput', 'boolean', false), plain('outputKey', 'string', '')]),
			options(plain('fallbackOutput', 'string', 'none'), plain('renameFallbackOutput', 'string', '')),
		],
		execute() {
			return route(this);
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
		name: 'limit',
		properties: [plain('maxItems', 'number', 1), plain('keep', 'string', 'firstItems')],
		execute() {
			const items = itemsIn(this);
			const most = this.getNodeParameter('maxItems', 0) as number;
			return [this.getNodeParameter('keep', 0) === 'firstItems' ? items.slice(0, most) : items.slice(Math.max(0, items.length - most))];
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
