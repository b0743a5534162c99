import { badInput } from '../../../kit/failure';
import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readDate, readInteger } from '../../../kit/parameters';
import { readEmployeeNumber, ZONE } from '../../payments/line';
import { OpusSoapClient } from '../../soap/client';
import { readOverrides } from '../../soap/overrides';
import { assumedNames, assumedNotice } from '../../soap/overrides.field';
import { presentOccurrence, readSchedule } from '../../workSchedules/read';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many occurrences of a work schedule',
	description: 'Get the occurrences of the work schedule (mødetidsplan) of an employee in a period',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'GetWorkScheduleByPeriod',
	source: 'Opus Personale: Mødetidsplaner (purpose; names and elements are our reading)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	{
		displayName: 'Employee Number (MA-Nr)',
		name: 'employeeNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 155',
		description: 'Medarbejdernummer of the employment, at most 8 digits',
	},
	{
		displayName: 'From Date',
		name: 'fromDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'First day of the period',
	},
	{
		displayName: 'To Date',
		name: 'toDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'Last day of the period',
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
	assumedNames,
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const from = readDate('From Date', context.getNodeParameter('fromDate', index), ZONE);
	const to = readDate('To Date', context.getNodeParameter('toDate', index), ZONE);
	if (to < from) throw badInput('To Date', 'is before the from date', 'Enter the last day of the period.');
	const limit = context.getNodeParameter('returnAll', index, false) ? Infinity : readInteger('Limit', context.getNodeParameter('limit', index), 1);
	const overrides = readOverrides(context, index);

	const occurrences = await readSchedule(await OpusSoapClient.open(context), employeeNumber, from, to, overrides);
	return occurrences.slice(0, limit).map((occurrence) => ({ json: presentOccurrence(occurrence) }));
}, 2);
