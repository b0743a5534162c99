import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { CapitechClient } from '../../client';
import { readEmployeeFilters } from '../../employee/filters';
import { readEmployees } from '../../employee/read';
import { filterOptions } from './getMany.filters';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many employees',
	description: 'Get the employees of a firm with their departments, wage groups and external IDs, those who have left among them',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'Employee/getPersonalInformation',
	source: 'Capitech: Bruke API for å hente ansatte; the public Capitech.Client',
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
		displayName: 'Include Private Data',
		name: 'includePrivateData',
		type: 'boolean',
		default: false,
		displayOptions: { show: { simplify: [false] } },
		description:
			'Whether to return birth date, home address, telephone numbers, email address, card and log-in identifiers as well, and whatever is not documented. Leave it off where the flow has no need of them.',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: filterOptions,
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const parameter = (name: string, fallback?: unknown) => context.getNodeParameter(name, index, fallback as object) as unknown;
	const query = {
		clientId: readInteger('Client ID', parameter('clientId'), 1),
		filters: readEmployeeFilters(context.getNodeParameter('filters', index, {})),
	};
	const limit = parameter('returnAll', false) ? Infinity : readInteger('Limit', parameter('limit'), 1);
	const detail = parameter('simplify', true) ? 'simple' : parameter('includePrivateData', false) === true ? 'private' : 'work';
	const employees = await readEmployees(await CapitechClient.open(context), query, detail);
	return employees.slice(0, limit).map((json) => ({ json }));
});
