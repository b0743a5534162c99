import type { Operation } from '../../../kit/operation';
import { ABSENCE_DAYS } from '../../absence/absence';
import { readsAbsences } from '../../absence/getMany';
import { departmentsFilter, employeesFilter } from '../located.filters';
import { absenceCodesFilter, absenceIdsFilter, absenceTypesFilter, datesPerRequestOption, updatedFromFilter } from './absence.fields';

export const option: Operation['option'] = {
	name: 'Get Many Days',
	value: 'getManyDays',
	action: 'Get many days of absences',
	description: 'Get the days of absences in a period, one item per absence and day, with degree and self-declaration',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'Absence/getAbsenceTransactions',
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
		description: 'First day. Any period can be asked for; it is read in parts.',
	},
	{
		displayName: 'To Date (Til Dato)',
		name: 'toDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'Last day; it is included',
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
			absenceCodesFilter,
			absenceIdsFilter,
			absenceTypesFilter,
			departmentsFilter,
			employeesFilter,
			{
				displayName: 'Include All Details',
				name: 'includeAllDetails',
				type: 'options',
				default: 'any',
				options: [
					{ name: 'As the Service Decides', value: 'any' },
					{ name: 'No', value: 'no' },
					{ name: 'Yes', value: 'yes' },
				],
				description: 'Whether Capitech is to give all details of a day',
			},
			updatedFromFilter,
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			datesPerRequestOption,
			{
				displayName: 'Leave Out Deleted',
				name: 'leaveOutDeleted',
				type: 'boolean',
				default: false,
				description: 'Whether to leave out days of absences that Capitech gives out as deleted. Left in, they carry isDeleted: true.',
			},
		],
	},
];

export const execute: Operation['execute'] = readsAbsences(ABSENCE_DAYS);
