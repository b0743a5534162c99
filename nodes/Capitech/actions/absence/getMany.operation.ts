import type { Operation } from '../../../kit/operation';
import { ABSENCES } from '../../absence/absence';
import { readsAbsences } from '../../absence/getMany';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many absences',
	description: 'Get the absences (fravær) that touch a period, one item each',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'Absence/getAbsence',
	source: 'The public Capitech.Client',
};

export const fields: Operation['fields'] = [
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
		displayName: 'From Date (Fra Dato)',
		name: 'fromDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'First date of the period. Any period can be asked for; it is read in parts.',
	},
	{
		displayName: 'To Date (Til Dato)',
		name: 'toDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'Last date of the period; it is included',
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
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Absence Codes (Fraværskode)',
				name: 'absenceCodes',
				type: 'string',
				default: '',
				placeholder: 'e.g. SYK, FER',
				description: 'Codes separated by commas',
			},
			{
				displayName: 'Absence IDs',
				name: 'absenceIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 5001',
				description: 'Numbers separated by commas',
			},
			{
				displayName: 'Absence Types (Fraværstype)',
				name: 'absenceTypes',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1, 2',
				description: 'Numbers separated by commas',
			},
			{
				displayName: 'Departments (Avdelinger)',
				name: 'departments',
				type: 'fixedCollection',
				placeholder: 'Add Department',
				typeOptions: { multipleValues: true },
				default: {},
				options: [
					{
						displayName: 'Departments',
						name: 'entries',
						values: [
							{
								displayName: 'Department',
								name: 'entry',
								type: 'resourceLocator',
								default: { mode: 'list', value: '' },
								modes: [
									{
										displayName: 'From List',
										name: 'list',
										type: 'list',
										typeOptions: { searchListMethod: 'searchDepartments', searchable: true },
									},
									{
										displayName: 'By Number',
										name: 'id',
										type: 'string',
										placeholder: 'e.g. 10, 20',
										hint: 'Several numbers can be given, separated by commas',
									},
								],
							},
						],
					},
				],
			},
			{
				displayName: 'Employees (Ansatte)',
				name: 'employees',
				type: 'fixedCollection',
				placeholder: 'Add Employee',
				typeOptions: { multipleValues: true },
				default: {},
				options: [
					{
						displayName: 'Employees',
						name: 'entries',
						values: [
							{
								displayName: 'Employee',
								name: 'entry',
								type: 'resourceLocator',
								default: { mode: 'list', value: '' },
								modes: [
									{
										displayName: 'From List',
										name: 'list',
										type: 'list',
										typeOptions: { searchListMethod: 'searchEmployees', searchable: true },
									},
									{
										displayName: 'By Number',
										name: 'id',
										type: 'string',
										placeholder: 'e.g. 155, 156',
										hint: 'Several numbers can be given, separated by commas',
									},
								],
							},
						],
					},
				],
			},
			{
				displayName: 'Updated From',
				name: 'updatedFrom',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'Only absences created or changed on this date or later',
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
				displayName: 'Dates per Request',
				name: 'datesPerRequest',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 366 },
				default: 366,
				description: 'The most dates one request covers, 366 at most. What is refused for too many rows is halved in any case.',
			},
			{
				displayName: 'Leave Out Deleted',
				name: 'leaveOutDeleted',
				type: 'boolean',
				default: false,
				description: 'Whether to leave out absences that Capitech gives out as deleted. Left in, they carry isDeleted: true.',
			},
		],
	},
];

export const execute: Operation['execute'] = readsAbsences(ABSENCES);
