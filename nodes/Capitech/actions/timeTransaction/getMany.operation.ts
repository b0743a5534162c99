import { readDate, readInteger } from '../../../kit/parameters';
import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { badInput } from '../../../kit/failure';
import { CapitechClient } from '../../client';
import { readFilters, ZONE } from '../../time/filters';
import { readTimeTransactions } from '../../time/read';
import { simplifyRow } from '../../time/row';
import { readWholeRegistrations } from '../../time/wholeRegistrations';
import { filterOptions } from './getMany.filters';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many time transactions',
	description: 'Get the hours and supplements registered in a period, one item per registration and time category',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'Time/getTimeTransactions',
	source: 'Capitech: Bruke API for å hente timer',
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
		description: 'First date a shift begins on. Any period can be asked for; it is read in parts.',
	},
	{
		displayName: 'To Date (Til Dato)',
		name: 'toDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'Last date a shift begins on',
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
		displayName: 'Whole Registrations',
		name: 'wholeRegistrations',
		type: 'boolean',
		default: false,
		description:
			'Whether to let the filters choose registrations rather than rows, and return each with all its rows, those that the filters leave out among them. The rows are read a second time for it; a limit counts the rows that the filters choose.',
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
	const window = {
		from: readDate('From Date', parameter('fromDate'), ZONE),
		to: readDate('To Date', parameter('toDate'), ZONE),
	};
	if (window.from > window.to) throw badInput('To Date', 'lies before the From Date', 'Swap the two dates.');
	const query = {
		clientId: readInteger('Client ID', parameter('clientId'), 1),
		window,
		filters: readFilters(context.getNodeParameter('filters', index, {})),
	};
	const limit = parameter('returnAll', false) ? Infinity : readInteger('Limit', parameter('limit'), 1);
	const inDoubt = new Set<string>();
	const options = { enough: limit, onDoubt: (date: string) => inDoubt.add(date), signal: context.getExecutionCancelSignal() };
	const client = await CapitechClient.open(context);
	const rows = parameter('wholeRegistrations', false)
		? await readWholeRegistrations(client, query, options)
		: (await readTimeTransactions(client, query, options)).slice(0, limit);
	if (inDoubt.size) {
		context.addExecutionHints({
			message: `Capitech holds more rows of one time category type on ${[...inDoubt].join(', ')} than it gives at once. They were read by department and employee: a row whose employee and department are both missing from Capitech's lists would not be among them.`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	const simplify = parameter('simplify', true);
	return rows.map((row) => ({ json: simplify ? simplifyRow(row) : row }));
});
