import type { IExecuteFunctions } from 'n8n-workflow';

import { writeGathered } from '../../../kit/gather';
import type { Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readInteger } from '../../../kit/parameters';
import { readBudget } from '../../budget';
import { budgetOptions } from '../../budget.fields';
import { LinaClient } from '../../client';
import type { Sending } from '../../shift/create';
import { createShifts } from '../../shift/create';
import { shiftLedgerOf } from '../../shift/ledger';
import type { ShiftLimits } from '../../shift/shift';
import { readShift } from '../../shift/shift';
import { contradictingShifts } from '../../shift/together';

export const option: Operation['option'] = {
	name: 'Create',
	value: 'create',
	action: 'Create shifts',
	description: 'Write shifts (Lohnschichten) of persons who have given consent. They count as confirmed times for payroll.',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'saveShift',
	source: "LINA TPAPI: Endpunkt Personal, saveShift; its answer is not described, and any success without the words of a failure is taken for one",
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'A shift can’t be changed or taken back here, only in LINA, and LINA stores it once more each time it is sent. So the workflow keeps a ledger of the last 10,000 shifts it has sent, and refuses the same one again. It does not keep two executions at the same moment apart: let only one run at a time.',
		name: 'onceNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'User UUID',
		name: 'userUuid',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.userUuid }}',
		description: 'ID of the person in LINA, as Employee: Get Many With Consent gives it',
	},
	{
		displayName: 'Date',
		name: 'date',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-10-31',
		description: 'The business day (Geschäftstag) the shift belongs to, as yyyy-MM-dd',
	},
	{
		displayName: 'From (Von)',
		name: 'from',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 14:00',
		description: 'Beginning in German time: the time of day as HH:mm, or a date and a time, as for a shift that begins after midnight and belongs to the business day before',
	},
	{
		displayName: 'To (Bis)',
		name: 'to',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 22:30',
		description: 'End in German time. A time of day before the beginning is on the next day.',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Break (Pause) in Minutes',
				name: 'breakMinutes',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'Unpaid break in whole minutes. What LINA does without one is not known: it may fill in the statutory break.',
			},
			{
				displayName: 'Second Part From (Von 2)',
				name: 'from2',
				type: 'string',
				default: '',
				placeholder: 'e.g. 18:00',
				description: 'Beginning of the second part of a split shift (Teildienst). A time of day before the beginning of the first part is on the next day.',
			},
			{
				displayName: 'Second Part To (Bis 2)',
				name: 'to2',
				type: 'string',
				default: '',
				placeholder: 'e.g. 23:00',
				description: 'End of the second part of a split shift (Teildienst)',
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
			...budgetOptions,
			{
				displayName: 'Check Afterwards',
				name: 'checkAfterwards',
				type: 'boolean',
				default: false,
				description:
					'Whether the accepted times of the day are read when an answer was lost. They name no person: how many shifts with the same times LINA lists is added as a message, and the outcome stays unknown.',
			},
			{
				displayName: 'Days Ahead',
				name: 'daysAhead',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'How many days after today the date may be',
			},
			{
				displayName: 'Days Back',
				name: 'daysBack',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 92,
				description: 'How many days before today the date may be',
			},
			{
				displayName: 'Repeated Hour',
				name: 'repeatedHour',
				type: 'options',
				default: 'refuse',
				options: [
					{ name: 'First (Summer Time)', value: 'first' },
					{ name: 'Refuse', value: 'refuse' },
					{ name: 'Second (Winter Time)', value: 'second' },
				],
				description: 'What a time between 02:00 and 03:00 means in the night in which the clocks go back',
			},
			{
				displayName: 'Send Even If Already Sent',
				name: 'sendAgain',
				type: 'boolean',
				default: false,
				description: 'Whether to send a shift that the ledger of this workflow holds already, or that it could not be asked about. Look into LINA before: the shift may be there twice afterwards.',
			},
		],
	},
];

function readLimits(context: IExecuteFunctions, index: number): ShiftLimits {
	const { daysAhead = 0, daysBack = 92, repeatedHour } = context.getNodeParameter('options', index, {});
	return {
		daysAhead: readInteger('Days Ahead', daysAhead),
		daysBack: readInteger('Days Back', daysBack),
		repeatedHour: repeatedHour === 'first' || repeatedHour === 'second' ? repeatedHour : 'refuse',
	};
}

function readItem(context: IExecuteFunctions, index: number): Sending {
	const parameter = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	const { from2, to2, breakMinutes } = context.getNodeParameter('additionalFields', index, {});
	const { sendAgain } = context.getNodeParameter('options', index, {});
	const entered = { userUuid: parameter('userUuid'), date: parameter('date'), from: parameter('from'), to: parameter('to'), from2, to2, breakMinutes };
	return { shift: readShift(entered, readLimits(context, index)), sendAgain: sendAgain === true };
}

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const { checkAfterwards } = context.getNodeParameter('options', 0, {});
	const client = await LinaClient.open(context, readBudget(context, 0));
	return await writeGathered(context, input, {
		read: ({ index }) => readItem(context, index),
		contradictions: contradictingShifts,
		write: async (sendings) =>
			await createShifts(sendings, {
				client,
				ledger: shiftLedgerOf(context),
				checkAfterwards: checkAfterwards === true,
				signal: context.getExecutionCancelSignal(),
			}),
	});
});
