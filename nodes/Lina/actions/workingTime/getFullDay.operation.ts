import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { budgetOptions } from '../../budget.fields';
import { readDays } from '../../period';
import { rowsIn } from '../../wire';
import { readDayRow } from '../../workingTime/row';
import { dayStartsAtOption, periodFields } from '../period.fields';

export const option: Operation['option'] = {
	name: 'Get Full Day',
	value: 'getFullDay',
	action: 'Get full days of working time',
	description: 'Get times, hours and costs of business days, one item per row of an employee, who is not named',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'userdataperday',
	source: 'LINA: Endpunkt Personal (TPAPI)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'LINA names nobody in these rows, and their order means nothing. Worked hours are net of breaks; surcharge hours are by slot, and what a slot pays is set for each employee. Costs by hour need not add up to the costs of the row. "rowsOfDay" says how many rows the day has: they belong together.',
		name: 'rowsNotice',
		type: 'notice',
		default: '',
	},
	...periodFields,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [dayStartsAtOption, ...budgetOptions],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const simplify = context.getNodeParameter('simplify', index, true) !== false;
	return await readDays(context, index, 'userdataperday', (answer, businessDate, startsAt) => {
		const rows = rowsIn(answer, businessDate);
		return rows.map((row) => ({ json: simplify ? { ...readDayRow(row, businessDate, startsAt), rowsOfDay: rows.length } : { businessDate, ...row } }));
	});
});
