import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { budgetOptions } from '../../budget.fields';
import { readDays } from '../../period';
import { rowsIn } from '../../wire';
import { readCosts } from '../../workingTime/row';
import { periodFields } from '../period.fields';

export const option: Operation['option'] = {
	name: 'Get Per Day',
	value: 'getPerDay',
	action: 'Get staff costs per day',
	description: 'Get hours and costs per business day, one item per row of an employee, who is not named',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'personalkostenprotag',
	source: 'LINA: Endpunkt Personal (TPAPI)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'LINA names nobody in these rows, and their order means nothing: never join them with the rows of another operation by their place. Surcharge hours are by slot; what a slot pays is set for each employee.',
		name: 'rowsNotice',
		type: 'notice',
		default: '',
	},
	...periodFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: budgetOptions,
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	return await readDays(context, index, 'personalkostenprotag', (answer, businessDate) => rowsIn(answer, businessDate).map((row) => ({ json: readCosts(row, businessDate) })));
});
