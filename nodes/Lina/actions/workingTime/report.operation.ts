import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { daysOf } from '../../workingTime/reportItems';
import { reportDay } from '../../workingTime/report';

export const option: Operation['option'] = {
	name: 'Report',
	value: 'report',
	action: 'Report working times by area',
	description: 'Sum rows up, one item per business day and area, without figures of single people',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			'Give it the items of Get Changes, of Get Full Day or of LINA Poll Trigger, simplified, with all rows of a day: some of them can\'t be reported. A day that comes twice counts once, as it was read last. An area is known by its number alone. One more item a day, of the kind "day", says how much was suppressed.',
		name: 'reportNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Minimum Rows',
		name: 'minimumRows',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 3,
		description: 'Areas of a business day with fewer rows, or with hours, wages or costs to which fewer rows add, are suppressed, so that no figure is that of one person. Rows are counted, not people: LINA names nobody.',
	},
	{
		displayName: 'Include Absences',
		name: 'includeAbsences',
		type: 'boolean',
		default: false,
		description: 'Whether rows of absences (Urlaub, Krank) count, with their days. They are suppressed otherwise.',
	},
];

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const settings = {
		minimumRows: readInteger('Minimum Rows', context.getNodeParameter('minimumRows', 0, 3) as unknown, 1),
		includeAbsences: context.getNodeParameter('includeAbsences', 0, false) === true,
	};
	return daysOf(input).flatMap(({ from, ...day }) => reportDay(day, settings).map((json): Settled => ({ from, json })));
});
