import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readDate, readInteger } from '../../../kit/parameters';
import { readChildren } from '../../absence/lookups';
import { readEmployeeNumber, ZONE } from '../../payments/line';
import { OpusSoapClient } from '../../soap/client';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many children',
	description: 'Get the children (børn) an employee is related to, as care days need them',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'GetChildren',
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
				description: 'Children related to the employee from this date on; empty for no limit',
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
				description: 'Whether to return the CPR number of each child as well. Leave it off where the flow has no need of it.',
			},
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const { fromDate } = context.getNodeParameter('filters', index, {});
	const { includeCprNumbers } = context.getNodeParameter('options', index, {});
	const limit = context.getNodeParameter('returnAll', index, false) ? Infinity : readInteger('Limit', context.getNodeParameter('limit', index), 1);
	const startDate = fromDate ? readDate('From Date', fromDate, ZONE) : undefined;

	const children = await readChildren(await OpusSoapClient.open(context), employeeNumber, startDate, includeCprNumbers === true);
	return children.slice(0, limit).map((json) => ({ json }));
}, 2);
