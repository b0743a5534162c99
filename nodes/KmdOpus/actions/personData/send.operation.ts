import type { IExecuteFunctions } from 'n8n-workflow';

import { Failure } from '../../../kit/failure';
import type { Read } from '../../../kit/gather';
import { groupBy, writeGathered } from '../../../kit/gather';
import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import { OpusJsonClient, PATHS } from '../../client';
import type { Person } from '../../fixedSupplements/person';
import { readPerson } from '../../fixedSupplements/person';
import { sendPersons } from '../../fixedSupplements/service';
import { runOf } from '../../payments/updateId';
import { readWireNames } from '../../wireNames';

export const option: Operation['option'] = {
	name: 'Send',
	value: 'send',
	action: 'Send person data',
	description: 'Send the data of persons (personoplysninger) that fixed supplements need, or have it checked only',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'lpe/update-person-data',
	source: 'Opus Personale: Faste tillæg (purpose; path and fields are our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'Preview: KMD has not published the contract of this service. Its path and names are our reading of the one for one-time payments; set others under Options if yours differ. There is no read-back.',
		name: 'assumedNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		default: 'validateOnly',
		options: [
			{ name: 'Register', value: 'register', description: 'Send the data. Running it again in a new execution sends it again.' },
			{ name: 'Validate Only', value: 'validateOnly', description: 'Let KMD Opus check the data and register nothing' },
		],
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
		displayName: 'First Name (Fornavn)',
		name: 'firstName',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Last Name (Efternavn)',
		name: 'lastName',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Address (Adresse)',
		name: 'address',
		type: 'string',
		default: '',
		placeholder: 'e.g. Hovedgaden 1, 8000 Aarhus C',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Employment Terms (Ansættelsesforhold)',
				name: 'employmentTerms',
				type: 'string',
				default: '',
				placeholder: 'e.g. 01',
				description: 'Two digits; tells which employment of the person is meant',
			},
			{
				displayName: 'Start Date (Startdato)',
				name: 'startDate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-11-01',
				description: 'From which date the data holds, as yyyy-MM-dd',
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
				description: 'Names that differ in your installation, groups included: ours first, yours after it, as in {"Person": "Personoplysninger", "Fornavn": "Fornavne"}',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: 'lpe/update-person-data',
			},
			{
				displayName: 'Service Recognises Repeats',
				name: 'keyed',
				type: 'boolean',
				default: false,
				description:
					'Whether KMD has confirmed that a repeated OpdateringsID registers nothing twice. Only then a request whose answer was lost is sent again by itself.',
			},
		],
	},
];

function readItem(context: IExecuteFunctions, index: number): Person {
	const parameter = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	const { employmentTerms, startDate } = context.getNodeParameter('additionalFields', index, {});
	return readPerson({
		cprNumber: parameter('cprNumber'),
		firstName: parameter('firstName'),
		lastName: parameter('lastName'),
		address: parameter('address'),
		employmentTerms,
		startDate,
	});
}

/** Two items can't both be a person's data from the same date. */
function repeated(good: Array<Read<Person>>): Settled[] {
	const key = ({ value: { cprNumber, employmentTerms, startDate } }: Read<Person>) => JSON.stringify([cprNumber, employmentTerms, startDate]);
	return [...groupBy(good, key).values()].flatMap((group) => {
		if (group.length === 1) return [];
		const failure = new Failure({
			kind: 'bad input',
			message: `The same person stands in items ${group.map(({ index }) => index).join(', ')}`,
			advice: 'Leave the person in one of them, or tell them apart by employment terms or start date.',
		});
		return group.map(({ index }) => ({ from: [index], failure }));
	});
}

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const validateOnly = context.getNodeParameter('mode', 0) === 'validateOnly';
	const options = context.getNodeParameter('options', 0, {});
	const form = { path: readText(options.path) || PATHS.updatePersonData, names: readWireNames('Field Names', options.fieldNames) };
	const client = await OpusJsonClient.open(context);
	return await writeGathered(context, input, {
		read: ({ index }) => readItem(context, index),
		contradictions: repeated,
		write: async (persons) => {
			const settings = { client, keyed: options.keyed === true, signal: context.getExecutionCancelSignal() };
			return await sendPersons(persons, form, settings, runOf(context), validateOnly);
		},
	});
});
