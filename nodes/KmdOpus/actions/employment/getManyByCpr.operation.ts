import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readDate, readText } from '../../../kit/parameters';
import { readCpr } from '../../cpr';
import { today } from '../../employee/settings';
import { lastsOn, readEmployments } from '../../employment/employments';
import { ZONE } from '../../payments/line';
import { OpusSoapClient } from '../../soap/client';
import { readOverrides } from '../../soap/overrides';
import { assumedNames, assumedNotice } from '../../soap/overrides.field';

export const option: Operation['option'] = {
	name: 'Get Many by CPR',
	value: 'getManyByCpr',
	action: 'Get many employments by CPR number',
	description:
		'Get the employments (ansættelsesforhold) of a person with dates, unit, position and percentage, past and parallel ones too. Where the bare numbers do, as for payments, use Employee: Get Numbers From CPR.',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'GetEmployeeInfo',
	source: 'Opus Personale: Hent ansættelsesforhold (name and purpose; interface and fields follow the public ancestor of 2016)',
};

export const fields: Operation['fields'] = [
	assumedNotice,
	{
		displayName: 'CPR Number',
		name: 'cprNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. ten digits, with or without a hyphen',
		description: 'Sent in the body of the request only, and never shown in a message',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Key Date (Nøgledato)',
				name: 'keyDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'Date that the service is asked for; what it does with it is not published',
			},
			{
				displayName: 'Only on That Date',
				name: 'onlyOnDate',
				type: 'boolean',
				default: false,
				description: 'Whether to leave out employments that do not last on the key date, or today where there is none',
			},
		],
	},
	assumedNames,
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const cpr = readCpr(context.getNodeParameter('cprNumber', index));
	const { keyDate, onlyOnDate } = context.getNodeParameter('filters', index, {});
	const date = readText(keyDate) || keyDate instanceof Object ? readDate('Key Date', keyDate, ZONE) : undefined;
	const overrides = readOverrides(context, index);
	const employments = await readEmployments(await OpusSoapClient.open(context), cpr, date, overrides);
	return employments.filter((employment) => onlyOnDate !== true || lastsOn(date ?? today())(employment)).map((json) => ({ json }));
}, 2);
