import type { Operation } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { readsCatalogue } from '../../catalogue/getMany';
import { SUBPROJECTS } from '../../catalogue/lists';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many subprojects',
	description: 'Get the subprojects (underprosjekter) of a project',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'Catalogue/getSubProjects',
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
		displayName: 'Project (Prosjekt)',
		name: 'project',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The project whose subprojects are wanted: subproject numbers are unique only in a project',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchProjects', searchable: true },
			},
			{ displayName: 'By Number', name: 'id', type: 'string', placeholder: 'e.g. 1001' },
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
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Only Active',
		name: 'onlyActive',
		type: 'boolean',
		default: false,
		description: 'Whether to leave out those that are passive, finished or not started',
	},
];

export const execute: Operation['execute'] = readsCatalogue(SUBPROJECTS, (parameter) => ({ projectId: readInteger('Project', parameter('project')) }));
