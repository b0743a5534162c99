import type { IExecuteFunctions } from 'n8n-workflow';

import { writeGathered } from '../../../kit/gather';
import type { Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { OpusJsonClient } from '../../client';
import type { RegisterOutcome, RegisterSettings } from '../../payments/employees';
import { sendMissing } from '../../payments/missing';
import { sendPayments } from '../../payments/sendPayments';
import { runOf } from '../../payments/updateId';
import type { Wanted } from '../../payments/wanted';
import type { Mode } from './register.input';
import { comparesWithStanding, readItem, repeatedReferences } from './register.input';

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
				name: 'Validate Missing',
				value: 'validateMissing',
				description: 'Read what stands, compare as Register Missing does, and let KMD Opus check what is missing. Registers nothing.',
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
				displayName: 'Closed Through',
				name: 'closedThrough',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				displayOptions: { show: { '/lines': ['fields'] } },
				description: 'Last date of the pay periods that are closed; empty for none. Read by the modes that compare with what stands.',
			},
			{
				displayName: 'Corrections of Closed Periods',
				name: 'corrections',
				type: 'options',
				default: 'humanList',
				displayOptions: { show: { '/lines': ['fields'] } },
				options: [
					{ name: 'Leave Them to a Human', value: 'humanList', description: 'Reject a line of which a posting would be dated in a closed period' },
					{ name: 'Post on the First Open Day', value: 'firstOpenDay', description: 'Date such a posting on the day after the closed periods' },
					{ name: 'Post on the Original Date', value: 'originalDate', description: 'Let KMD Opus decide about the date' },
				],
				description: 'What becomes of a posting that would be dated in a closed period',
			},
			{
				displayName: 'Former Employee Numbers',
				name: 'formerNumbers',
				type: 'string',
				default: '',
				displayOptions: { show: { '/lines': ['fields'] } },
				placeholder: 'e.g. 155, 1550',
				description: 'Numbers the employment had before, separated by commas. What stands there under the sender and reference counts as if it stood under the employee number.',
			},
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

async function register(context: IExecuteFunctions, mode: Mode, wanted: Wanted[], settings: RegisterSettings): Promise<RegisterOutcome[]> {
	if (comparesWithStanding(mode)) return await sendMissing(wanted, settings, mode === 'validateMissing');
	return await sendPayments(wanted.map(({ line }) => line), settings, runOf(context), mode === 'validateOnly');
}

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const mode = context.getNodeParameter('mode', 0) as Mode;
	const options = context.getNodeParameter('options', 0, {});
	const maxRemark = readInteger('Longest Remark', options.maxRemark ?? 20, 1);
	const client = await OpusJsonClient.open(context);
	return await writeGathered(context, input, {
		read: (entry) => readItem(context, entry, { mode, maxRemark, municipalityCode: client.municipalityCode }),
		contradictions: (good) => (comparesWithStanding(mode) ? repeatedReferences(good) : []),
		write: async (wanted) => {
			const settings = { client, keyed: options.keyed === true, maxRemark, signal: context.getExecutionCancelSignal() };
			const outcomes = await register(context, mode, wanted, settings);
			return outcomes.map((outcome, at) => ({ reference: wanted[at].line.remark, ...outcome }));
		},
	});
});
