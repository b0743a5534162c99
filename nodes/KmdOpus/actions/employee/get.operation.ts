import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { wholeOfOne } from '../../employee/changes';
import { present } from '../../employee/present';
import { EmployeeReader } from '../../employee/reader';
import { readSettings } from '../../employee/settings';
import { readEmployeeNumber } from '../../payments/line';
import { OpusSoapClient } from '../../soap/client';
import { areasField } from './areas.field';
import { filtersField, readOptions } from './read.fields';

export const option: Operation['option'] = {
	name: 'Get',
	value: 'get',
	action: 'Get an employee',
	description: 'Get the data of one employment (medarbejdernummer) in the areas chosen; no item when nothing is found',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'Laes',
	source: "Opus Personale: Medarbejderoplysninger; KMD's public service description",
};

export const fields: Operation['fields'] = [
	{
		displayName: 'Employee Number (MA-Nr)',
		name: 'employeeNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 155',
		description: 'Medarbejdernummer of the employment, at most 8 digits',
	},
	areasField,
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
	const number = readEmployeeNumber('Employee Number', context.getNodeParameter('employeeNumber', index));
	const { query, whole, naming, presentation } = readSettings((name) => context.getNodeParameter(name, index, null));
	const reader = new EmployeeReader(await OpusSoapClient.open(context), naming);
	const found = await (whole ? wholeOfOne(reader, number, query, whole) : reader.one(number, query));
	return found.map((entry) => ({ json: present(entry, presentation, number) }));
}, 2);
