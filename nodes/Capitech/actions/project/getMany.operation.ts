import type { Operation } from '../../../kit/operation';
import { readsCatalogue } from '../../catalogue/getMany';
import { PROJECTS } from '../../catalogue/lists';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many projects',
	description: 'Get the projects (prosjekter) of a firm, the passive ones among them: hours may point to them',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'Catalogue/getProjects',
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
	{
		displayName: 'Include Passive',
		name: 'includePassive',
		type: 'boolean',
		default: true,
		displayOptions: { show: { onlyActive: [false] } },
		description: 'Whether to include passive projects. Capitech itself leaves them out unless told otherwise; this node includes them, since hours may point to them.',
	},
];

export const execute: Operation['execute'] = readsCatalogue(PROJECTS, (parameter) => ({ includePassive: parameter('includePassive', true) !== false && parameter('onlyActive', false) !== true }));
