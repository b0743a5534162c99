import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { badInput } from '../../../kit/failure';
import { readText } from '../../../kit/parameters';
import { OpusJsonClient, PATHS } from '../../client';
import { readWireNames } from '../../wireNames';

export const option: Operation['option'] = {
	name: 'Get Cost Center or PSP',
	value: 'getCostCenterOrPsp',
	action: 'Get cost center or PSP of an account',
	description: 'Get the cost center (omkostningssted) or PSP element that an account number stands for',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'lpe/get-cost-center-psp',
	source: 'Opus Personale: Engangsydelser (name and purpose; path and fields are our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'This service is for customers who do not use KMD Opus Økonomi. KMD has not published its path and field names: they are our reading, and can be set under Options.',
		name: 'assumedNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Account Number (Kontonummer)',
		name: 'accountNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1234567890',
		description: 'Account of your finance system, at most 13 digits',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Field Names (JSON)',
				name: 'fieldNames',
				type: 'json',
				default: '{}',
				description: 'Further names that differ in your installation, of the request and of the answer: ours first, yours after it, as in {"Omkostningssted": "Omk_sted"}',
			},
			{
				displayName: 'Name of the Account Field',
				name: 'accountField',
				type: 'string',
				default: 'Kontonummer',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: 'lpe/get-cost-center-psp',
			},
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const accountNumber = readText(context.getNodeParameter('accountNumber', index));
	if (!/^\d{1,13}$/.test(accountNumber)) {
		throw badInput('Account Number', accountNumber ? 'is not a number of at most 13 digits' : 'is empty', 'Enter the kontonummer without blanks.');
	}
	const options = context.getNodeParameter('options', index, {});
	const names = readWireNames('Field Names', options.fieldNames);
	const client = await OpusJsonClient.open(context);
	const answer = await client.read(readText(options.path) || PATHS.costCenterPsp, { [readText(options.accountField) || 'Kontonummer']: accountNumber }, [accountNumber], names);
	if (!answer) return [];
	return [
		{
			json: {
				accountNumber,
				costCenter: readText(answer.Omkostningssted) || null,
				pspElement: readText(answer.PSP_Element) || null,
			},
		},
	];
}, 2);
