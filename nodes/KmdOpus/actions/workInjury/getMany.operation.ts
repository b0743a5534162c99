import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readDate, readInteger } from '../../../kit/parameters';
import { readWorkInjuries } from '../../absence/lookups';
import { readEmployeeNumber, ZONE } from '../../payments/line';
import { OpusSoapClient } from '../../soap/client';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many work injuries',
	description: 'Get the work injuries (arbejdsskader) of an employee',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'GetWorkAccidentCases',
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
				displayName: 'From Date',
				name: 'fromDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'Injuries on or after this date; empty for no limit',
			},
			{
				displayName: 'To Date',
				name: 'toDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'Injuries on or before this date; empty for no limit',
			},
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const { fromDate, toDate } = context.getNodeParameter('filters', index, {});
	const limit = context.getNodeParameter('returnAll', index, false) ? Infinity : readInteger('Limit', context.getNodeParameter('limit', index), 1);
	const from = fromDate ? readDate('From Date', fromDate, ZONE) : undefined;
	const to = toDate ? readDate('To Date', toDate, ZONE) : undefined;

	const injuries = await readWorkInjuries(await OpusSoapClient.open(context), employeeNumber, { from, to });
	return injuries.slice(0, limit).map((json) => ({ json }));
}, 2);
