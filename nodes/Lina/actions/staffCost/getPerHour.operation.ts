import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { budgetOptions } from '../../budget.fields';
import { readDays } from '../../period';
import { readHours } from '../../staffCost/hour';
import { dayStartsAtOption, periodFields } from '../period.fields';

export const option: Operation['option'] = {
	name: 'Get Per Hour',
	value: 'getPerHour',
	action: 'Get staff costs per hour',
	description: 'Get staff costs and efficiency by hour, one item per business day with its hours in their order',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'personalkostenprostunde',
	source: 'LINA: Endpunkt Personal (TPAPI)',
};

export const fields: Operation['fields'] = [
	{
		displayName: 'Efficiencies (revenue per hour of staff) are exact only once the shifts are confirmed in LINA.',
		name: 'confirmedNotice',
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
		options: [dayStartsAtOption, ...budgetOptions],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	return await readDays(context, index, 'personalkostenprostunde', (answer, businessDate, startsAt) => [{ json: { businessDate, hours: readHours(answer, businessDate, startsAt) } }]);
});
