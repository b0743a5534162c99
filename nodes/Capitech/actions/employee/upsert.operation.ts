import type { Operation } from '../../../kit/operation';
import { EMPLOYEE, readEmployeeUpsert } from '../../employee/upsert';
import { upsertsRecords } from '../../upsertItems';
import { upsertOptions } from '../upsert.fields';

export const option: Operation['option'] = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update employees',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'Employee/upsertEmployee',
	source: 'Capitech: Bruke API for å legge inn ansatte (the fields of its beginning; further ones as extra body fields)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'Capitech publishes only the beginning of the list of fields; further ones go into Extra Body Fields under Options. Whether a field that is left out keeps its value is not published either: try it with one employee first.',
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
		displayName: 'External System ID',
		name: 'externalSystemId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. HRM',
		description: 'Name of the source system. Capitech must have a configuration for it; without one the request is not carried out.',
	},
	{
		displayName: 'Employee ID (Ansattnr)',
		name: 'employeeId',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 0,
		required: true,
		description: 'Number of the employee, the same as in the payroll system. It can not readily be changed later.',
	},
	{
		displayName: 'Full Name (Navn)',
		name: 'fullname',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Nordmann, Kari',
		description: 'In the order that you use in Capitech',
	},
	{
		displayName: 'Country Code (Landkode)',
		name: 'countryCode',
		type: 'string',
		default: 'NO',
		required: true,
		placeholder: 'e.g. NO',
		description: 'Two letters by ISO 3166-1 alpha-2',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Address Line 1 (Adresse 1)',
				name: 'address1',
				type: 'string',
				default: '',
			},
			{
				displayName: 'Address Line 2 (Adresse 2)',
				name: 'address2',
				type: 'string',
				default: '',
			},
			{
				displayName: 'First Name (Fornavn)',
				name: 'firstname',
				type: 'string',
				default: '',
				description: 'Normally unused: Capitech goes by the full name',
			},
			{
				displayName: 'Postal Code (Postnr)',
				name: 'postalCode',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0150',
				description: "Must be in Capitech's register of postal codes",
			},
			{
				displayName: 'Surname (Etternavn)',
				name: 'surname',
				type: 'string',
				default: '',
				description: 'Normally unused: Capitech goes by the full name',
			},
		],
	},
	upsertOptions,
];

export const execute: Operation['execute'] = upsertsRecords(EMPLOYEE, ['clientId', 'externalSystemId', 'employeeId', 'fullname', 'countryCode'], readEmployeeUpsert);
