import type { IExecuteFunctions } from 'n8n-workflow';

import { Failure } from '../../../kit/failure';
import type { Read } from '../../../kit/gather';
import { groupBy, writeGathered } from '../../../kit/gather';
import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import { OpusJsonClient, PATHS } from '../../client';
import { supplementService } from '../../fixedSupplements/service';
import type { FixedSupplement } from '../../fixedSupplements/supplement';
import { readSupplement } from '../../fixedSupplements/supplement';
import { sendLines } from '../../payments/send';
import { runOf } from '../../payments/updateId';
import { readWireNames } from '../../wireNames';

export const option: Operation['option'] = {
	name: 'Send',
	value: 'send',
	action: 'Send fixed supplements',
	description: 'Send fixed supplements (faste tillæg) to payroll, or have them checked only',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'lpe/update-fixed-supplements',
	source: 'Opus Personale: Faste tillæg (name and purpose; path and fields are our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'Preview: KMD has not published the contract of this service. Its path and names are our reading of the one for one-time payments; set others under Options if yours differ. There is no read-back.',
		name: 'assumedNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		default: 'validateOnly',
		options: [
			{ name: 'Register', value: 'register', description: 'Send the supplements. Running it again in a new execution sends them again.' },
			{ name: 'Validate Only', value: 'validateOnly', description: 'Let KMD Opus check the supplements and register nothing' },
		],
	},
	{
		displayName: 'Employee Number (MA-Nr)',
		name: 'employeeNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 155',
		description: 'Medarbejdernummer of the employment, at most 8 digits. The supplements of one employee go into one call.',
	},
	{
		displayName: 'Start Date (Startdato)',
		name: 'startDate',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-11-01',
		description: 'First date of the supplement, as yyyy-MM-dd',
	},
	{
		displayName: 'End Date (Slutdato)',
		name: 'endDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2027-03-31',
		description: 'Last date of the supplement, as yyyy-MM-dd; empty for an open end',
	},
	{
		displayName: 'Pay Element (Lønart)',
		name: 'payElement',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 0310',
		description: 'At most four digits',
	},
	{
		displayName: 'Serial Number (Løbenummer)',
		name: 'serialNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1',
		description: 'The number that belongs to the pay element',
	},
	{
		displayName: 'Amount (Beløb)',
		name: 'amount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1250.00',
		description: 'In kroner, with at most two decimals; may be negative. Give an amount or a quantity.',
	},
	{
		displayName: 'Quantity (Antal)',
		name: 'quantity',
		type: 'string',
		default: '',
		placeholder: 'e.g. 7.50',
		description: 'With at most two decimals; may be negative',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Cost Center (Omk.sted)',
				name: 'costCenter',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1010500001',
				description: "In place of the employee's own. Give a cost center or a PSP element, not both.",
			},
			{
				displayName: 'PSP Element',
				name: 'pspElement',
				type: 'string',
				default: '',
				placeholder: 'e.g. XG-1001-00001',
				description: 'In place of the cost center the employee belongs to',
			},
			{
				displayName: 'Remark (Bemærkning)',
				name: 'remark',
				type: 'string',
				default: '',
				description: 'Your own text or reference',
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
				displayName: 'Beginning of Messages',
				name: 'messagePrefix',
				type: 'string',
				default: 'Fast tillæg Nr.',
				description: 'What a message about a single supplement begins with, before its place in the request: the message goes to the item of that supplement',
			},
			{
				displayName: 'Field Names (JSON)',
				name: 'fieldNames',
				type: 'json',
				default: '{}',
				description: 'Names that differ in your installation, groups included: ours first, yours after it, as in {"Faste_tillaeg": "FasteTillaeg", "Slutdato": "Ophoersdato"}',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: 'lpe/update-fixed-supplements',
			},
			{
				displayName: 'Service Recognises Repeats',
				name: 'keyed',
				type: 'boolean',
				default: false,
				description:
					'Whether KMD has confirmed that a repeated OpdateringsID registers nothing twice. Only then a request whose answer was lost is sent again by itself.',
			},
		],
	},
];

function readItem(context: IExecuteFunctions, index: number): FixedSupplement {
	const parameter = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	const { costCenter, pspElement, remark } = context.getNodeParameter('additionalFields', index, {});
	return readSupplement({
		employeeNumber: parameter('employeeNumber'),
		startDate: parameter('startDate'),
		endDate: parameter('endDate'),
		payElement: parameter('payElement'),
		serialNumber: parameter('serialNumber'),
		amount: parameter('amount'),
		quantity: parameter('quantity'),
		costCenter,
		pspElement,
		remark,
	});
}

/** The same supplement in two items would be paid twice. */
function repeated(good: Array<Read<FixedSupplement>>): Settled[] {
	return [...groupBy(good, ({ value }) => JSON.stringify(value)).values()].flatMap((group) => {
		if (group.length === 1) return [];
		const failure = new Failure({
			kind: 'bad input',
			message: `The same supplement stands in items ${group.map(({ index }) => index).join(', ')}`,
			advice: 'Leave it in one of them, or tell them apart by their remark.',
		});
		return group.map(({ index }) => ({ from: [index], failure }));
	});
}

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const validateOnly = context.getNodeParameter('mode', 0) === 'validateOnly';
	const options = context.getNodeParameter('options', 0, {});
	const form = { path: readText(options.path) || PATHS.updateFixedSupplements, names: readWireNames('Field Names', options.fieldNames) };
	const client = await OpusJsonClient.open(context);
	const service = supplementService(client, form, readText(options.messagePrefix) || 'Fast tillæg Nr.');
	return await writeGathered(context, input, {
		read: ({ index }) => readItem(context, index),
		contradictions: repeated,
		write: async (supplements) => {
			const settings = { client, keyed: options.keyed === true, signal: context.getExecutionCancelSignal() };
			return await sendLines(supplements, service, settings, runOf(context), validateOnly);
		},
	});
});
