import type { Operation } from '../../../kit/operation';
import { ABSENCES } from '../../absence/absence';
import { readsAbsences } from '../../absence/getMany';
import { departmentsFilter, employeesFilter } from '../located.filters';
import { absenceCodesFilter, absenceIdsFilter, absenceTypesFilter, datesPerRequestOption, updatedFromFilter } from './absence.fields';

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
			absenceCodesFilter,
			absenceIdsFilter,
			absenceTypesFilter,
			departmentsFilter,
			employeesFilter,
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
				description: 'Whether to leave out absences that Capitech gives out as deleted. Left in, they carry isDeleted: true.',
			},
		],
	},
];

export const execute: Operation['execute'] = readsAbsences(ABSENCES);
