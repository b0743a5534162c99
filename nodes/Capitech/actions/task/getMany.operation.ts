import type { Operation } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { readsCatalogue } from '../../catalogue/getMany';
import { TASKS } from '../../catalogue/lists';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many tasks',
	description: 'Get the tasks (arbeidsoppgaver) of a department',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'Catalogue/getTasks',
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
		displayName: 'Department (Avdeling)',
		name: 'department',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The department whose tasks are wanted: task numbers are unique only in a department',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchDepartments', searchable: true },
			},
			{ displayName: 'By Number', name: 'id', type: 'string', placeholder: 'e.g. 10' },
		],
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
		displayName: 'Only Active',
		name: 'onlyActive',
		type: 'boolean',
		default: false,
		description: 'Whether to leave out those that are switched off',
	},
];

export const execute: Operation['execute'] = readsCatalogue(TASKS, (parameter) => ({ departmentId: readInteger('Department', parameter('department')) }));
