import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { badInput } from '../../../kit/failure';
import { readDate, readText } from '../../../kit/parameters';
import { OpusJsonClient, PATHS } from '../../client';
import { readCpr } from '../../cpr';
import { readEmploymentTerms } from '../../fixedSupplements/person';
import { ZONE } from '../../payments/line';
import { readWireNames } from '../../wireNames';

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
				displayName: 'Employment Form (Ansættelsesform)',
				name: 'employmentForm',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1',
				description: 'One digit, as the old IND01 file has it',
			},
			{
				displayName: 'Employment Terms (Ansættelsesforhold)',
				name: 'employmentTerms',
				type: 'string',
				default: '',
				placeholder: 'e.g. 01',
				description: 'Two digits, as Medarbejderoplysninger has it',
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
				displayName: 'Field Names (JSON)',
				name: 'fieldNames',
				type: 'json',
				default: '{}',
				description: 'Further names that differ in your installation, of the request and of the answer: ours first, yours after it, as in {"Ekstraciffer": "Ekstra_ciffer"}',
			},
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

function readPerson(additional: IDataObject, cprField: string, cpr: string): IDataObject {
	const terms = readEmploymentTerms(additional.employmentTerms);
	const form = readText(additional.employmentForm);
	const digit = readText(additional.extraDigit);
	if (!/^\d?$/.test(form)) throw badInput('Employment Form', 'is not a single digit');
	if (!/^\d?$/.test(digit)) throw badInput('Extra Digit', 'is not a single digit');
	return {
		[cprField]: cpr,
		...(terms && { Ansaettelsesforhold: terms }),
		...(form && { Ansaettelsesform: form }),
		...(digit && { Ekstraciffer: digit }),
		...(additional.date && { Dato: readDate('Date', additional.date, ZONE) }),
	};
}

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const cpr = readCpr(context.getNodeParameter('cprNumber', index));
	const options = context.getNodeParameter('options', index, {});
	const names = readWireNames('Field Names', options.fieldNames);
	const person = readPerson(context.getNodeParameter('additionalFields', index, {}), readText(options.cprField) || 'CPR_nummer', cpr);
	const client = await OpusJsonClient.open(context);
	const answer = await client.read(readText(options.path) || PATHS.employeeNumberFromCpr, { [readText(options.personField) || 'Person']: person }, [], names);
	const found = answer?.Medarbejdere ?? [];
	return (Array.isArray(found) ? found : [found]).map((entry) => {
		const { Medarbejdernummer, ...rest } = entry as IDataObject;
		return { json: { employeeNumber: readText(Medarbejdernummer), ...rest } };
	});
}, 2);
