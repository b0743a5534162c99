import type { Operation, OutputItem } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { wholeOfChanged } from '../../employee/changes';
import { readNumbers } from '../../employee/numbers';
import { present } from '../../employee/present';
import { EmployeeReader } from '../../employee/reader';
import { readSettings } from '../../employee/settings';
import { OpusSoapClient } from '../../soap/client';
import { areasField } from './areas.field';
import { filtersField, readOptions } from './read.fields';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many employees',
	description: 'Get the data of several employments (medarbejdernumre) in the areas chosen, by numbers and intervals, one item each',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'List',
	source: "Opus Personale: Medarbejderoplysninger; KMD's public service description",
};

export const fields: Operation['fields'] = [
	{
		displayName: 'Employee Numbers (MA-Nr)',
		name: 'employeeNumbers',
		type: 'string',
		default: '1-99999999',
		required: true,
		placeholder: 'e.g. 35, 10-20, !12-14',
		description: 'Numbers and intervals, separated by commas; those behind an exclamation mark are left out',
	},
	areasField,
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
	filtersField,
	readOptions,
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const numbers = readNumbers('Employee Numbers', context.getNodeParameter('employeeNumbers', index));
	const limit = context.getNodeParameter('returnAll', index, false) ? Infinity : readInteger('Limit', context.getNodeParameter('limit', index), 1);
	const { query, whole, naming, presentation } = readSettings((name) => context.getNodeParameter(name, index, null));
	const reader = new EmployeeReader(await OpusSoapClient.open(context), naming);

	const items: OutputItem[] = [];
	for await (const found of whole ? wholeOfChanged(reader, numbers, query, whole) : reader.many(numbers, query)) {
		items.push(...found.map((entry) => ({ json: present(entry, presentation) })));
		if (items.length >= limit) break;
	}
	return items.slice(0, limit);
});
