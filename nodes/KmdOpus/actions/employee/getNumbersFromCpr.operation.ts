import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { badInput } from '../../../kit/failure';
import { readDate, readText } from '../../../kit/parameters';
import { OpusJsonClient, PATHS } from '../../client';
import { ZONE } from '../../payments/line';

export const option: Operation['option'] = {
	name: 'Get Numbers From CPR',
	value: 'getNumbersFromCpr',
	action: 'Get employee numbers from a CPR number',
	description: 'Get the employee numbers (medarbejdernumre) of a person, one item per employment',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'lpe/get-employee-number-from-cpr',
	source: 'Opus Personale: Engangsydelser (name and purpose; path and fields are our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'KMD has not published the path and the field names of this service. They are our reading of its sister services; set others under Options if yours differ.',
		name: 'assumedNotice',
		type: 'notice',
		default: '',
	},
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
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Date (Dato)',
				name: 'date',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'Employments on this date',
			},
			{
				displayName: 'Employment Terms (Forhold)',
				name: 'employmentTerms',
				type: 'string',
				default: '',
				placeholder: 'e.g. 01',
				description: 'Ansættelsesforhold, two digits, or ansættelsesform, one digit as in the old IND01 file',
			},
			{
				displayName: 'Extra Digit (Ekstraciffer)',
				name: 'extraDigit',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0',
				description: 'Tells parallel employments of one person apart',
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
				displayName: 'Name of the CPR Field',
				name: 'cprField',
				type: 'string',
				default: 'CPR_nummer',
			},
			{
				displayName: 'Name of the Person Group',
				name: 'personField',
				type: 'string',
				default: 'Person',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: 'lpe/get-employee-number-from-cpr',
			},
		],
	},
];

/** Ten digits that begin with a date of the calendar, as the vendors' pattern has it. */
const CPR =
	/^(((0[1-9]|[12]\d|3[01])(01|03|05|07|08|10|12)|(0[1-9]|[12]\d|30)(04|06|09|11)|(0[1-9]|[12]\d)02)\d{6})$/;

function readCpr(value: unknown): string {
	const cpr = readText(value).replace(/^(\d{6})[- ](\d{4})$/, '$1$2');
	if (!CPR.test(cpr)) {
		throw badInput('CPR Number', cpr ? 'is not a CPR number' : 'is empty', 'It has ten digits, the first six a date as ddmmyy.');
	}
	return cpr;
}

function readPerson(additional: IDataObject, cprField: string, cpr: string): IDataObject {
	const terms = readText(additional.employmentTerms);
	const digit = readText(additional.extraDigit);
	if (!/^\d{0,2}$/.test(terms)) throw badInput('Employment Terms', 'is not one or two digits');
	if (!/^\d?$/.test(digit)) throw badInput('Extra Digit', 'is not a single digit');
	return {
		[cprField]: cpr,
		...(terms && { Ansaettelsesforhold: terms }),
		...(digit && { Ekstraciffer: digit }),
		...(additional.date && { Dato: readDate('Date', additional.date, ZONE) }),
	};
}

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const cpr = readCpr(context.getNodeParameter('cprNumber', index));
	const options = context.getNodeParameter('options', index, {});
	const person = readPerson(context.getNodeParameter('additionalFields', index, {}), readText(options.cprField) || 'CPR_nummer', cpr);
	const client = await OpusJsonClient.open(context);
	const answer = await client.read(readText(options.path) || PATHS.employeeNumberFromCpr, { [readText(options.personField) || 'Person']: person });
	const found = answer?.Medarbejdere ?? [];
	return (Array.isArray(found) ? found : [found]).map((entry) => {
		const { Medarbejdernummer, ...rest } = entry as IDataObject;
		return { json: { employeeNumber: readText(Medarbejdernummer), ...rest } };
	});
}, 2);
