import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { badInput, Failure } from '../../../kit/failure';
import type { Read } from '../../../kit/gather';
import { groupBy, writeGathered } from '../../../kit/gather';
import type { InputItem, Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { OpusJsonClient } from '../../client';
import type { LineFields, PaymentLine } from '../../payments/line';
import { readLine } from '../../payments/line';
import type { IdOfRequest, RegisterOutcome, RegisterSettings } from '../../payments/register';
import { registerMissing, sendLines } from '../../payments/register';
import { foldCase, hashOf, writeRemark } from '../../payments/remark';
import { freshUpdateId, updateId } from '../../payments/updateId';

export const option: Operation['option'] = {
	name: 'Register',
	value: 'register',
	action: 'Register one-time payments',
	description: 'Register one-time payments (engangsydelser), or only what is missing of them, or only validate them',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'lpe/update-onetime-payments',
	source: 'Opus Personale: Engangsydelser; the public OS2indberetning client',
};

export const fields: Operation['fields'] = [
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		default: 'registerMissing',
		options: [
			{
				name: 'Register',
				value: 'register',
				description: 'Send the lines as they are. Running it again in a new execution registers them again.',
			},
			{
				name: 'Register Missing',
				value: 'registerMissing',
				description: 'Read what stands, compare by sender and reference, and post only what is missing, or the difference. May be run again at any time.',
			},
			{
				name: 'Validate Only',
				value: 'validateOnly',
				description: 'Let KMD Opus check the lines as they are and register nothing',
			},
		],
	},
	{
		displayName: 'Lines',
		name: 'lines',
		type: 'options',
		default: 'fields',
		options: [
			{ name: 'From Payroll Line of Each Item', value: 'payrollLine', description: "Take the 'payrollLine' that an operation like Capitech's Payroll Line: Prepare put into the item" },
			{ name: 'Using Fields Below', value: 'fields', description: 'Say for each item what its line is' },
		],
	},
	{
		displayName: 'Employee Number (MA-Nr)',
		name: 'employeeNumber',
		type: 'string',
		default: '',
		displayOptions: { show: { lines: ['fields'] } },
		required: true,
		placeholder: 'e.g. 155',
		description: 'Medarbejdernummer of the employment, at most 8 digits. The lines of one employee go into one call.',
	},
	{
		displayName: 'Date (Startdato)',
		name: 'date',
		type: 'string',
		default: '',
		displayOptions: { show: { lines: ['fields'] } },
		required: true,
		placeholder: 'e.g. 2026-10-31',
		description: 'Date of the payment, as yyyy-MM-dd',
	},
	{
		displayName: 'Pay Element (Lønart)',
		name: 'payElement',
		type: 'string',
		default: '',
		displayOptions: { show: { lines: ['fields'] } },
		required: true,
		placeholder: 'e.g. 0310',
		description: 'At most four digits',
	},
	{
		displayName: 'Serial Number (Løbenummer)',
		name: 'serialNumber',
		type: 'string',
		default: '',
		displayOptions: { show: { lines: ['fields'] } },
		required: true,
		placeholder: 'e.g. 1',
		description: 'The number that belongs to the pay element',
	},
	{
		displayName: 'Quantity (Antal)',
		name: 'quantity',
		type: 'string',
		default: '',
		displayOptions: { show: { lines: ['fields'] } },
		placeholder: 'e.g. 7.50',
		description: 'Hours, kilometres or pieces, with at most two decimals; may be negative. Give a quantity or an amount.',
	},
	{
		displayName: 'Amount (Beløb)',
		name: 'amount',
		type: 'string',
		default: '',
		displayOptions: { show: { lines: ['fields'] } },
		placeholder: 'e.g. 1250.00',
		description: 'In kroner, with at most two decimals; may be negative',
	},
	{
		displayName: 'Sender (Afsendelsessystem)',
		name: 'sender',
		type: 'string',
		default: '',
		displayOptions: { show: { lines: ['fields'] } },
		placeholder: 'e.g. Capitech',
		description: 'Name of the system the lines come from. Lines of other senders are never touched.',
	},
	{
		displayName: 'Reference (Bemærkning)',
		name: 'remark',
		type: 'string',
		default: '',
		displayOptions: { show: { lines: ['fields'] } },
		placeholder: 'e.g. 2s:2akc:a',
		description:
			'Your own reference of the line, unique for the sender and employee. Register Missing finds the line by it, and adds # with a revision and a check of what the line was posted on.',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		displayOptions: { show: { lines: ['fields'] } },
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
				displayName: 'Hourly Rate (Afv. Timeløn)',
				name: 'hourlyRate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 185.50',
				description: "In kroner, in place of the employee's own",
			},
			{
				displayName: 'PSP Element',
				name: 'pspElement',
				type: 'string',
				default: '',
				placeholder: 'e.g. XG-1001-00001',
				description: 'In place of the cost center the employee belongs to',
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
				displayName: 'Longest Remark',
				name: 'maxRemark',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 20,
				description: 'A longer one is refused before anything is sent, since Opus might cut it off. The limit is not published; 20 is known to be safe.',
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

type Mode = 'register' | 'registerMissing' | 'validateOnly';

/** The remark that a first posting would get; later ones are as long, up to 36 revisions. */
const asPosted = (line: PaymentLine, mode: Mode): string => (mode === 'registerMissing' ? writeRemark(line.remark, 0, hashOf(line)) : line.remark);

/** What Register Missing needs beyond a line that can be sent. */
function checkComparable(line: PaymentLine, mode: Mode): void {
	if (mode !== 'registerMissing') return;
	const advice = 'Register Missing finds the lines that stand by their sender and reference.';
	if (!line.sender) throw badInput('Sender', 'is empty', advice);
	if (!line.remark) throw badInput('Reference', 'is empty', advice);
	if (line.quantity !== null && line.amount !== null) {
		throw badInput('Quantity', "and 'Amount' are both given", 'Register Missing compares one of them: make it two lines with a reference each, or use the mode Register.');
	}
	if (line.remark.includes('#')) throw badInput('Reference', 'contains a #', 'What follows the # is added by this node: give the part before it.');
}

/** The line of an item: from the node's fields, or as the item carries it. */
function fieldsOf(context: IExecuteFunctions, { index, item }: InputItem): LineFields {
	if (context.getNodeParameter('lines', 0) === 'payrollLine') {
		const { payrollLine } = item.json;
		if (typeof payrollLine !== 'object' || payrollLine === null) {
			throw badInput('Lines', "needs a 'payrollLine' in the item", "Pass the lines that Capitech's Payroll Line: Prepare gave out, or use the fields of this node.");
		}
		const line = payrollLine as IDataObject;
		return { ...(line as unknown as LineFields), remark: line.reference };
	}
	const parameter = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	const { costCenter, pspElement, hourlyRate } = context.getNodeParameter('additionalFields', index, {});
	return {
		employeeNumber: parameter('employeeNumber'),
		date: parameter('date'),
		payElement: parameter('payElement'),
		serialNumber: parameter('serialNumber'),
		quantity: parameter('quantity'),
		amount: parameter('amount'),
		sender: parameter('sender'),
		remark: parameter('remark'),
		costCenter,
		pspElement,
		hourlyRate,
	};
}

function readItem(context: IExecuteFunctions, entry: InputItem, mode: Mode, maxRemark: number): PaymentLine {
	const line = readLine(fieldsOf(context, entry));
	checkComparable(line, mode);
	const { length } = asPosted(line, mode);
	if (length > maxRemark) {
		throw badInput('Reference', `makes a remark of ${length} characters; ${maxRemark} are allowed`, 'Shorten the reference.');
	}
	return line;
}

/** Two items with one reference can't both be the line that should stand under it. */
function repeatedReferences(good: Array<Read<PaymentLine>>): Settled[] {
	const byReference = groupBy(good, ({ value }) => JSON.stringify([value.employeeNumber, foldCase(value.sender), foldCase(value.remark)]));
	return [...byReference.values()]
		.filter((group) => group.length > 1)
		.flatMap((group) => {
			const failure = new Failure({
				kind: 'bad input',
				message: `'Reference' is the same in items ${group.map(({ index }) => index).join(', ')}`,
				advice: 'Add the lines up first, or give each its own reference.',
			});
			return group.map(({ index }) => ({ from: [index], failure }));
		});
}

/** A repeat within the execution (n8n's Retry On Fail) carries the same ID, a new execution a new one. */
function idOfRun(context: IExecuteFunctions): IdOfRequest {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	return (lines, from) => updateId(context.getExecutionId(), context.getNode().id, $runIndex, from, lines);
}

async function register(context: IExecuteFunctions, mode: Mode, lines: PaymentLine[], settings: RegisterSettings): Promise<RegisterOutcome[]> {
	if (mode === 'registerMissing') return await registerMissing(lines, settings);
	const validateOnly = mode === 'validateOnly';
	return await sendLines(lines, settings, validateOnly ? freshUpdateId : idOfRun(context), validateOnly);
}

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const mode = context.getNodeParameter('mode', 0) as Mode;
	const options = context.getNodeParameter('options', 0, {});
	const maxRemark = readInteger('Longest Remark', options.maxRemark ?? 20, 1);
	return await writeGathered(context, input, {
		read: (entry) => readItem(context, entry, mode, maxRemark),
		contradictions: (good) => (mode === 'registerMissing' ? repeatedReferences(good) : []),
		write: async (lines) => {
			const client = await OpusJsonClient.open(context);
			const settings = { client, keyed: options.keyed === true, maxRemark, signal: context.getExecutionCancelSignal() };
			const outcomes = await register(context, mode, lines, settings);
			return outcomes.map((outcome, at) => ({ reference: lines[at].remark, ...outcome }));
		},
	});
});
