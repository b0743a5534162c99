import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { readReasons } from '../../absence/lookups';
import { readEmployeeNumber } from '../../payments/line';
import { OpusSoapClient } from '../../soap/client';
import { readSendable } from '../../soap/text';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many reason codes',
	description: "Get the reasons (årsagskoder) that an employee's leave with or without pay (tjenestefri) may have",
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'GetReasons',
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
				displayName: 'Leave Type',
				name: 'leaveType',
				type: 'string',
				default: '',
				description: 'Reasons of this kind of leave only, by the code of your municipality',
			},
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const employeeNumber = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const { leaveType } = context.getNodeParameter('filters', index, {});
	const limit = context.getNodeParameter('returnAll', index, false) ? Infinity : readInteger('Limit', context.getNodeParameter('limit', index), 1);
	const wanted = readSendable('Leave Type', leaveType);

	const reasons = await readReasons(await OpusSoapClient.open(context), employeeNumber, wanted);
	return reasons.slice(0, limit).map((json) => ({ json }));
}, 2);
