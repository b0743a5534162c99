import type { Operation } from '../../../kit/operation';
import { PROJECT, readProjectUpsert } from '../../project/upsert';
import { upsertsRecords } from '../../upsertItems';
import { upsertOptions } from '../upsert.fields';

export const option: Operation['option'] = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update projects',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'Catalogue/upsertProject',
	source: 'Capitech: Bruke API for å legge inn prosjekter (the fields of its beginning; further ones as extra body fields)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'Capitech publishes only the beginning of the list of fields; further ones go into Extra Body Fields under Options. Whether a field that is left out keeps its value is not published either: try it with one project first.',
		name: 'publishedFieldsNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Client ID (Klientnr)',
		name: 'clientId',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 100,
		required: true,
		description: 'Number of the firm within the installation; a group has one for each firm',
	},
	{
		displayName: 'Identify By',
		name: 'identifyBy',
		type: 'options',
		default: 'number',
		options: [
			{ name: 'Alphanumeric Code', value: 'code', description: 'Only where alphanumeric codes are switched on in Capitech, which then gives a new project its number itself' },
			{ name: 'Number', value: 'number', description: 'The number of the project' },
		],
	},
	{
		displayName: 'Project Number (Prosjektnr)',
		name: 'projectNumber',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 0,
		required: true,
		displayOptions: { show: { identifyBy: ['number'] } },
	},
	{
		displayName: 'Project Code (Prosjektkode)',
		name: 'projectCode',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { identifyBy: ['code'] } },
		placeholder: 'e.g. B400',
		description: 'At most 20 characters',
	},
	{
		displayName: 'Description (Beskrivelse)',
		name: 'description',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Bergtoppen',
		description: 'Name of the project, at most 50 characters',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		default: 'AK',
		required: true,
		options: [
			{ name: 'Active (AK)', value: 'AK' },
			{ name: 'Finished (AV)', value: 'AV' },
			{ name: 'Not Started (IP)', value: 'IP' },
			{ name: 'Passive (PA)', value: 'PA' },
		],
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Finish Date (Sluttdato)',
				name: 'finishDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
			},
			{
				displayName: 'Hourly Rate (Timepris)',
				name: 'hourlyRate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1250.50',
				description: 'In kroner, with at most two decimals',
			},
			{
				displayName: 'Planned Finish Date (Planlagt Sluttdato)',
				name: 'plannedFinishDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
			},
			{
				displayName: 'Start Date (Startdato)',
				name: 'startDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
			},
		],
	},
	upsertOptions,
];

export const execute: Operation['execute'] = upsertsRecords(PROJECT, ['clientId', 'identifyBy', 'projectNumber', 'projectCode', 'description', 'status'], readProjectUpsert);
