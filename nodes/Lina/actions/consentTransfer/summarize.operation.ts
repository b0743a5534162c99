import type { Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readSteps } from '../../consentTransfer/items';
import { summarizeTransfer } from '../../consentTransfer/summarize';

export const option: Operation['option'] = {
	name: 'Summarize',
	value: 'summarize',
	action: 'Summarize consent transfers',
	description: 'Count what became of the steps of a plan, in one item',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName: 'Give it all steps that Plan gave out, the documents among them as KMD Opus gave them back.',
		name: 'summarizeNotice',
		type: 'notice',
		default: '',
	},
];

export const execute: Operation['execute'] = overAllItems(async (_context, input) => [
	{ from: input.map(({ index }) => index), json: summarizeTransfer(readSteps(input).map(({ json }) => json)) },
]);
