import type { IExecuteFunctions } from 'n8n-workflow';

import { now } from '../../../kit/clock';
import { badInput } from '../../../kit/failure';
import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readDate } from '../../../kit/parameters';
import { readBudget } from '../../budget';
import { budgetOptions } from '../../budget.fields';
import { LinaClient } from '../../client';
import { toWireDate, ZONE } from '../../dates';
import { readStartHour } from '../../period';
import { dateAt, oldestSince, readChanges, simplifyDay } from '../../workingTime/changes';
import { dayStartsAtOption } from '../period.fields';

export const option: Operation['option'] = {
	name: 'Get Changes',
	value: 'getChanges',
	action: 'Get changed days of working time',
	description: 'Get the business days on which something was changed since a date, one item per day with all its rows',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'userdataperdaydelta',
	source: 'LINA: Endpunkt Personal (TPAPI)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'Each item stands for its whole business day: replace what you hold of the day by it. A day with "deleted: true" has no rows any more. LINA names nobody in the rows, and their order means nothing.',
		name: 'wholeDayNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Updated Since (Geändert Seit)',
		name: 'updatedSince',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'First date on which a change counts; the days that were changed may be older. LINA knows the changes of the last 3 months. Begin a day before the last run, since the date has no time.',
	},
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
		options: [
			{
				displayName: 'Allow Older Dates',
				name: 'allowOlderDates',
				type: 'boolean',
				default: false,
				description: 'Whether to ask, with a warning, for changes since a date that lies more than 3 months back. LINA leaves the older ones out, or refuses. Otherwise such a date is refused before anything is sent.',
			},
			dayStartsAtOption,
			...budgetOptions,
		],
	},
];

/** Checks that the service knows all changes since the date, and warns where it doesn't and that is wanted. */
function checkAge(context: IExecuteFunctions, updatedSince: string, allowOlderDates: boolean): void {
	const today = dateAt(now());
	const oldest = oldestSince(today);
	if (updatedSince > today) throw badInput('Updated Since', 'lies in the future', 'Enter today or an earlier date.');
	if (updatedSince >= oldest) return;
	if (!allowOlderDates) throw badInput('Updated Since', 'lies more than 3 months back', `LINA knows the changes since ${oldest}. Read older days with Get Full Day, or allow older dates in the options.`);
	context.addExecutionHints({
		message: `LINA knows the changes of the last 3 months: those before ${oldest} are not among these. Read the days again with Get Full Day.`,
		type: 'warning',
		location: 'outputPane',
	});
}

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const options = context.getNodeParameter('options', index, {});
	const updatedSince = readDate('Updated Since', context.getNodeParameter('updatedSince', index) as unknown, ZONE);
	const startsAt = readStartHour(options);
	checkAge(context, updatedSince, options.allowOlderDates === true);
	const client = await LinaClient.open(context, readBudget(context, index));
	const days = readChanges(await client.read('userdataperdaydelta', { updatedSince: toWireDate(updatedSince) }));
	const simplify = context.getNodeParameter('simplify', index, true) !== false;
	return days.map((day) => ({ json: simplify ? simplifyDay(day, startsAt) : { ...day.wire } }));
});
