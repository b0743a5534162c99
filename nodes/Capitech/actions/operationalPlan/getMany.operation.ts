import { datesIn } from '../../../kit/dateWindows';
import { badInput } from '../../../kit/failure';
import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readDate, readInteger, readText } from '../../../kit/parameters';
import type { GivenPath } from '../../client';
import { CapitechClient } from '../../client';
import { simplifyDuty } from '../../plan/duty';
import { readPlanFilters } from '../../plan/filters';
import { DATES_PER_REQUEST, MAX_DATES, readPlan } from '../../plan/read';
import { ZONE } from '../../time/filters';
import { filterOptions } from './getMany.filters';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many planned duties',
	description: 'Get the planned duties (vakter) of a period, one item each, those that nobody has taken among them',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'OperationalPlan',
	source: 'The public Capitech.Client (the family; the name of the operation is our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'The path of this call is our reading of the public client: Capitech publishes none. If your installation expects another one, set it under Options.',
		name: 'assumedNotice',
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
		displayName: 'From Date (Fra Dato)',
		name: 'fromDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'First date a duty begins on',
	},
	{
		displayName: 'To Date (Til Dato)',
		name: 'toDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		required: true,
		description: 'Last date a duty begins on; it is included. Capitech itself leaves the last date out, so that this node asks for one more. At most 366 dates in all.',
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
		options: filterOptions,
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
				default: 7,
				description: 'The most dates one request covers. What is refused for too many rows is halved in any case.',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: 'OperationalPlan',
				placeholder: 'e.g. OperationalPlan',
				description: 'Path of the call below /api/public/v1/',
			},
		],
	},
];

const isPath = (path: string): path is GivenPath => /^\w+(\/\w+)*$/.test(path);

function readPath(value: unknown): GivenPath {
	const path = readText(value);
	if (!isPath(path)) throw badInput('Path', path ? 'is not a path' : 'is empty', "Enter it without the installation's address, as OperationalPlan or Plan/getOperationalPlan.");
	return path;
}

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const parameter = (name: string, fallback?: unknown) => context.getNodeParameter(name, index, fallback as object) as unknown;
	const window = {
		from: readDate('From Date', parameter('fromDate'), ZONE),
		to: readDate('To Date', parameter('toDate'), ZONE),
	};
	if (window.from > window.to) throw badInput('To Date', 'lies before the From Date', 'Swap the two dates.');
	const dates = datesIn(window);
	if (dates > MAX_DATES) throw badInput('To Date', `makes a period of ${dates} dates; ${MAX_DATES} are allowed`, 'Ask for a shorter period.');
	const { datesPerRequest = DATES_PER_REQUEST, path = 'OperationalPlan' } = context.getNodeParameter('options', index, {});
	const limit = parameter('returnAll', false) ? Infinity : readInteger('Limit', parameter('limit'), 1);
	const query = {
		operation: readPath(path),
		clientId: readInteger('Client ID', parameter('clientId'), 1),
		window,
		filters: readPlanFilters(context.getNodeParameter('filters', index, {})),
		datesPerRequest: readInteger('Dates per Request', datesPerRequest, 1),
		enough: limit,
		signal: context.getExecutionCancelSignal(),
	};
	const simplify = parameter('simplify', true);
	const duties = await readPlan(await CapitechClient.open(context), query);
	return duties.slice(0, limit).map((duty) => ({ json: simplify ? simplifyDuty(duty) : duty }));
});
