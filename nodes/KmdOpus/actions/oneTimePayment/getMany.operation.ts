import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { asFailure, badInput } from '../../../kit/failure';
import { readDate, readInteger, readList, readText } from '../../../kit/parameters';
import { isOwnRefusal, OpusJsonClient } from '../../client';
import type { RegisteredLine } from '../../payments/line';
import { bareEmployeeNumber, presentLine, readPayElement, ZONE } from '../../payments/line';
import { foldCase, readRemark } from '../../payments/remark';
import { readPayments } from '../../payments/service';

export const option: Operation['option'] = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many one-time payments',
	description: 'Get the one-time payments (engangsydelser) that stand for an employee',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'lpe/read-onetime-payments',
	source: 'Opus Personale: Engangsydelser; the public OS2indberetning client',
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
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'From Date (Virkning Fra)',
				name: 'fromDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'Payments valid from this date on; empty for no limit',
			},
			{
				displayName: 'Pay Elements (Lønarter)',
				name: 'payElements',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0310, 0311',
				description: 'Only lines of these pay elements, separated by commas',
			},
			{
				displayName: 'Reference (Bemærkning)',
				name: 'reference',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2s:2akc:a',
				description: 'Only lines that stand under this reference, whatever follows a # in their remark',
			},
			{
				displayName: 'Sender (Afsendelsessystem)',
				name: 'sender',
				type: 'string',
				default: '',
				description: 'Only lines of this system',
			},
			{
				displayName: 'To Date (Virkning Til)',
				name: 'toDate',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				description: 'Payments valid up to this date; empty for no limit',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Unknown Employee',
				name: 'unknownEmployee',
				type: 'options',
				default: 'stop',
				options: [
					{ name: 'No Items', value: 'noItems', description: 'Go on as with an employee of whom nothing stands' },
					{ name: 'Stop', value: 'stop', description: "Fail with KMD Opus's own text" },
				],
				description: 'What to do when KMD Opus itself refuses the employee number. That it can not be reached, or turns the certificate away, is a failure in any case.',
			},
		],
	},
];

const instant = (label: string, value: unknown): string => (readText(value) || value instanceof Object ? `${readDate(label, value, ZONE)}T00:00:00Z` : '');

/** Which lines are asked for, beyond their dates: the service itself filters by these alone. */
function readFilter(filters: IDataObject): (line: RegisteredLine) => boolean {
	const sender = foldCase(readText(filters.sender));
	const reference = readRemark(readText(filters.reference)).reference;
	const payElements = new Set(readList(filters.payElements).map((entry) => readPayElement(entry, 'Pay Elements')));
	return (line) =>
		(!sender || foldCase(line.sender) === sender) &&
		(!reference || readRemark(line.remark).reference === reference) &&
		(payElements.size === 0 || payElements.has(line.payElement));
}

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const employeeNumber = readText(context.getNodeParameter('employeeNumber', index));
	if (!/^\d{1,8}$/.test(employeeNumber)) {
		throw badInput('Employee Number', employeeNumber ? 'is not a number of at most 8 digits' : 'is empty', 'Enter the medarbejdernummer of the employment.');
	}
	const { fromDate, toDate, ...filters } = context.getNodeParameter('filters', index, {});
	const isAsked = readFilter(filters);
	const validity = { from: instant('From Date', fromDate), to: instant('To Date', toDate) };
	const limit = context.getNodeParameter('returnAll', index, false)
		? Infinity
		: readInteger('Limit', context.getNodeParameter('limit', index), 1);
	const { unknownEmployee } = context.getNodeParameter('options', index, {});

	const client = await OpusJsonClient.open(context);
	const reading = await readPayments(client, bareEmployeeNumber(employeeNumber), validity).then(
		(lines) => ({ lines }),
		(error: unknown) => ({ failure: asFailure(error) }),
	);
	if ('failure' in reading) {
		if (unknownEmployee === 'noItems' && isOwnRefusal(reading.failure)) return [];
		throw reading.failure;
	}
	return reading.lines
		.filter(isAsked)
		.slice(0, limit)
		.map((line) => ({ json: { ...presentLine(line), employeeNumber, reference: readRemark(line.remark).reference } }));
}, 2);
