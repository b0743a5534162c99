import { badInput } from '../../../kit/failure';
import type { Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { isStep, summarizeTransfer } from '../../absenceTransfer/summarize';
import { isEmptyItem } from '../../payroll/items';

export const option: Operation['option'] = {
	name: 'Summarize',
	value: 'summarize',
	action: 'Summarize absence transfers',
	description: 'Count what became of the steps of a plan, in one item',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName: 'Give it all steps that Plan gave out, the writes among them as KMD Opus gave them back.',
		name: 'summarizeNotice',
		type: 'notice',
		default: '',
	},
];

export const execute: Operation['execute'] = overAllItems(async (_context, input) => {
	const steps = input
		.filter((entry) => !isEmptyItem(entry))
		.map(({ index, item: { json } }) => {
			if (!isStep(json)) throw badInput('step', `is missing in item ${index}`, 'This operation takes the items of Absence Transfer: Plan.');
			return json;
		});
	return [{ from: input.map(({ index }) => index), json: summarizeTransfer(steps) }];
});
