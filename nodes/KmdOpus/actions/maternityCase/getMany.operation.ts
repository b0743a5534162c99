import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readDate, readInteger } from '../../../kit/parameters';
import { readMaternityCases } from '../../absence/lookups';
import { readEmployeeNumber, ZONE } from '../../payments/line';
import { OpusSoapClient } from '../../soap/client';
import { readSendable } from '../../soap/text';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many maternity cases',
	description: 'Get the maternity cases (barselssager) of an employee',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'GetMaternityCases',
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
				description: 'Cases that are valid on or after this date; empty for no limit',
			},
			{
				displayName: 'Maternity Type',
				name: 'maternityType',
				type: 'string',
				default: '',
				description: 'Cases of this type only, by the code of your municipality',
			},
			{
				displayName: 'To Date',
				name: 'toDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'Cases that are valid on or before this date; empty for no limit',
			},
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const { fromDate, toDate, maternityType } = context.getNodeParameter('filters', index, {});
	const limit = context.getNodeParameter('returnAll', index, false) ? Infinity : readInteger('Limit', context.getNodeParameter('limit', index), 1);
	const from = fromDate ? readDate('From Date', fromDate, ZONE) : undefined;
	const to = toDate ? readDate('To Date', toDate, ZONE) : undefined;
	const type = readSendable('Maternity Type', maternityType);

	const cases = await readMaternityCases(await OpusSoapClient.open(context), employeeNumber, { from, to }, type);
	return cases.slice(0, limit).map((json) => ({ json }));
}, 2);
