import type { Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { readRows } from '../../payroll/items';
import type { SettledRow } from '../../payroll/summarize';
import { summarize } from '../../payroll/summarize';

export const option: Operation['option'] = {
	name: 'Summarize',
	value: 'summarize',
	action: 'Summarize payroll lines',
	description: 'Count what became of the rows of a run, in one item',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName: 'Give it all rows that Settle gave out, those of marked registrations with the outcome of marking them.',
		name: 'summarizeNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Code for Exported',
		name: 'exportedCode',
		type: 'number',
		default: 20,
		description: 'External status of a registration that stands in the payroll system',
	},
];

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const rows = readRows<SettledRow>(input, ['standing', 'mark'], 'Payroll Line: Settle');
	return [{ from: input.map(({ index }) => index), json: summarize(rows.map(({ row }) => row), readInteger('Code for Exported', context.getNodeParameter('exportedCode', 0), 1)) }];
});
