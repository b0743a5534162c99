import { badInput } from '../../../kit/failure';
import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readDate, readInteger, readList } from '../../../kit/parameters';
import { readAbsences } from '../../absence/read';
import { readEmployeeNumber, ZONE } from '../../payments/line';
import { OpusSoapClient } from '../../soap/client';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many absences',
	description: 'Get the records of absence and presence (fravær/nærvær) of a period, with what they belong to',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'GetAbsenceAttendanceByPeriod',
	source: 'Opus Personale: Opret Fravær; the public OS2ferie service description',
};

export const fields: Operation['fields'] = [
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
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Types (Fraværsarter)',
				name: 'types',
				type: 'string',
				default: '',
				placeholder: 'e.g. FE, 6F',
				description: 'Only these types of absence or presence, separated by commas',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Include CPR Numbers',
				name: 'includeCprNumbers',
				type: 'boolean',
				default: false,
				description: 'Whether to return the CPR numbers of children as well. Leave it off where the flow has no need of them.',
			},
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const parameter = (name: string) => context.getNodeParameter(name, index) as unknown;
	const employeeNumber = readEmployeeNumber('Employee Number', parameter('employeeNumber'));
	const startDate = readDate('From Date', parameter('fromDate'), ZONE);
	const endDate = readDate('To Date', parameter('toDate'), ZONE);
	if (endDate < startDate) throw badInput('To Date', "is before 'From Date'");
	const types = new Set(readList(context.getNodeParameter('filters', index, {}).types));
	const { includeCprNumbers } = context.getNodeParameter('options', index, {});
	const limit = context.getNodeParameter('returnAll', index, false) ? Infinity : readInteger('Limit', parameter('limit'), 1);

	const query = { employeeNumber, startDate, endDate, withCpr: includeCprNumbers === true };
	const records = await readAbsences(await OpusSoapClient.open(context), query);
	return records
		.filter(({ type }) => !types.size || types.has(type))
		.slice(0, limit)
		.map((json) => ({ json }));
}, 2);
