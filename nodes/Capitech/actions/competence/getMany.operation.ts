import type { Operation } from '../../../kit/operation';
import { readsCatalogue } from '../../catalogue/getMany';
import { COMPETENCES } from '../../catalogue/lists';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many competences',
	description: 'Get the competences (kompetanser) that shifts ask for and employees have',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'Catalogue/getCompetences',
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
		displayName: 'Only Active',
		name: 'onlyActive',
		type: 'boolean',
		default: false,
		description: 'Whether to leave out those that are switched off',
	},
];

export const execute: Operation['execute'] = readsCatalogue(COMPETENCES);
