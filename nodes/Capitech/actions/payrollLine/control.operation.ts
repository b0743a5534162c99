import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import type { CheckedRow } from '../../payroll/control';
import { controlList } from '../../payroll/control';
import { readRows } from '../../payroll/items';

export const option: Operation['option'] = {
	name: 'Control List',
	value: 'control',
	action: 'Make control list of payroll lines',
	description: 'Compare what is to be paid with what stands, by employee, pay element (lønart) and cost object',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"Give it all rows that Reconcile gave out, lines and reversals as KMD Opus' One-Time Payment: Register gave them back in the mode Validate Missing. Before posting, 'toPost' is what posting would add; after it, the difference must be zero.",
		name: 'controlNotice',
		type: 'notice',
		default: '',
	},
];

export const execute: Operation['execute'] = overAllItems(async (_context, input) => {
	const rows = readRows<CheckedRow>(input, ['disposition', 'registrationRows'], 'Payroll Line: Reconcile');
	const from = input.map(({ index }) => index).slice(0, 1);
	return controlList(rows.map(({ row }) => row)).map((json): Settled => ({ from, json }));
});
