import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { employeeNumbers } from '../../payroll/employeeNumbers';
import { readMaterial } from '../../payroll/items';
import { readSettings } from '../../payroll/settings';
import { settingsField } from './settings.field';

export const option: Operation['option'] = {
	name: 'List Employee Numbers',
	value: 'listEmployeeNumbers',
	action: 'List employee numbers for payroll lines',
	description: "Find the payroll system's numbers of all employees, so that what stands for them can be read",
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName: 'Give it the rows of Time Transaction: Get Many and the items of Employee: Get Many. One item comes out for each employment number, former ones included.',
		name: 'listEmployeeNumbersNotice',
		type: 'notice',
		default: '',
	},
	settingsField,
];

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const settings = readSettings(context.getNodeParameter('settings', 0));
	const { rows, employees } = readMaterial(input);
	const from = input.map(({ index }) => index);
	return employeeNumbers({ rows: rows.map(({ row }) => row), employees }, settings).map((json): Settled => ({ from: from.slice(0, 1), json }));
});
