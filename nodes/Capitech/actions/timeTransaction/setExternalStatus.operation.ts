import type { IExecuteFunctions } from 'n8n-workflow';

import { badInput, Failure } from '../../../kit/failure';
import type { Read } from '../../../kit/gather';
import { groupBy, writeGathered } from '../../../kit/gather';
import type { InputItem, Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { isDate } from '../../../kit/dateWindows';
import { readInteger, readText } from '../../../kit/parameters';
import { CapitechClient } from '../../client';
import { readExtraBody } from '../../extraBody';
import type { ExternalStatusCode, StatusBodyShape } from '../../time/externalStatus';
import type { Marking } from '../../time/mark';
import { markRegistrations } from '../../time/mark';
import { registrationKey } from '../../time/row';

export const option: Operation['option'] = {
	name: 'Set External Status',
	value: 'setExternalStatus',
	action: 'Set external status of time transactions',
	description: 'Mark registrations as transferred, or take the mark away, so that the next run can skip them',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'Time/setExternalStatusCode',
	source: 'Capitech: Bruke API for å hente timer (path and purpose; the body is our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'Capitech publishes the path and the purpose of this call, not its body. If your installation expects other field names, set them under Options.',
		name: 'assumedNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Registrations',
		name: 'registrations',
		type: 'options',
		default: 'inputItems',
		options: [
			{
				name: 'All of the Input',
				value: 'inputItems',
				description: 'The registrations whose rows come in, as Get Many gives them: each item names its clientId and uid',
			},
			{ name: 'By UID', value: 'uid', description: 'The registration that the fields below name' },
		],
	},
	{
		displayName: 'Client ID (Klientnr)',
		name: 'clientId',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 100,
		required: true,
		displayOptions: { show: { registrations: ['uid'] } },
		description: 'Number of the firm within the installation',
	},
	{
		displayName: 'UID (Registration)',
		name: 'uid',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 0,
		required: true,
		displayOptions: { show: { registrations: ['uid'] } },
		description: 'ID of the time registration. A mark stands for all its time categories.',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		default: 'set',
		options: [
			{
				name: 'As Each Item Says',
				value: 'fromItem',
				description: 'Mark each registration with the code that an expression gives for its items; where it gives null or an empty text, the mark is taken away',
			},
			{ name: 'Clear', value: 'clear', description: 'Take the mark away, so that the hours count as not transferred' },
			{ name: 'Set Code', value: 'set', description: 'Mark the registration with a code of your own' },
		],
	},
	{
		displayName: 'Code (Ekstern Statuskode)',
		name: 'externalStatusCode',
		type: 'number',
		default: 20,
		displayOptions: { show: { status: ['set', 'fromItem'] } },
		description: 'Capitech gives the codes no meaning; this pack uses 20 for exported and 90 for rejected by payroll',
	},
	{
		displayName: 'Only If Unchanged',
		name: 'onlyIfUnchanged',
		type: 'boolean',
		default: false,
		description:
			'Whether to read the registration again first, and leave it unmarked when its rows are no longer those of the input. The items must be rows as Get Many gives them, all time categories of a registration among them.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Extra Body Fields (JSON)',
				name: 'extraBody',
				type: 'json',
				default: '{}',
				description: 'Fields to send as well, as a JSON object',
			},
			{
				displayName: 'Name of the Status Field',
				name: 'statusField',
				type: 'string',
				default: 'externalStatusCode',
			},
			{
				displayName: 'Name of the Time Category Field',
				name: 'timeCategoryField',
				type: 'string',
				default: '',
				placeholder: 'e.g. timeCategoryId',
				description: 'Fill it in only if your installation marks each time category of a registration by itself: one call is made for each row then',
			},
			{
				displayName: 'Name of the UID Field',
				name: 'uidField',
				type: 'string',
				default: 'uid',
			},
			{
				displayName: 'Name of the UID List Field',
				name: 'uidListField',
				type: 'string',
				default: 'uids',
				description: 'Used when more than one UID goes into a call',
			},
			{
				displayName: 'UIDs per Call',
				name: 'uidsPerCall',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'Raise it only if your installation takes a list',
			},
		],
	},
];

/** The code that an item asks for; null takes the mark away. An item without the field asks for nothing: a slip in the expression must not clear all marks. */
function readCode(parameter: (name: string) => unknown): ExternalStatusCode {
	const status = parameter('status');
	if (status === 'clear') return null;
	const code = parameter('externalStatusCode');
	if (status === 'fromItem' && code === undefined) throw badInput('Code', 'is missing in the item', 'Give a code, or null to take the mark away.');
	if (status === 'fromItem' && (code === null || code === '')) return null;
	return readInteger('Code', code);
}

function readMarking(context: IExecuteFunctions, { index, item }: InputItem): Marking {
	const parameter = (name: string, fallback?: unknown) => context.getNodeParameter(name, index, fallback as object) as unknown;
	const { employeeId, dateIn, recordStateKey } = item.json;
	const guarded = context.getNodeParameter('onlyIfUnchanged', 0, false) === true;
	const named = context.getNodeParameter('registrations', 0) === 'uid' ? { clientId: parameter('clientId'), uid: parameter('uid') } : item.json;
	if (guarded && (typeof employeeId !== 'number' || !isDate(String(dateIn)) || typeof recordStateKey !== 'string')) {
		throw badInput(
			'Only If Unchanged',
			'needs employeeId, dateIn and recordStateKey in the item, as Get Many gives them',
			'Pass the rows of Get Many on to this node, or switch the check off.',
		);
	}
	const byCategory = context.getNodeParameter('options.timeCategoryField', 0, '') !== '';
	if (byCategory && typeof item.json.timeCategoryId !== 'number') {
		throw badInput('Name of the Time Category Field', 'needs timeCategoryId in the item, as Get Many gives it', 'Pass the rows of Get Many on to this node.');
	}
	return {
		clientId: readInteger('Client ID', named.clientId, 1),
		uid: readInteger('UID', named.uid, 1),
		code: readCode(parameter),
		guarded,
		...(typeof employeeId === 'number' && { employeeId }),
		...(isDate(String(dateIn)) && { dateIn: String(dateIn) }),
		row: item.json,
	};
}

function readShape(context: IExecuteFunctions): StatusBodyShape {
	const options = context.getNodeParameter('options', 0, {});
	const timeCategoryField = readText(options.timeCategoryField);
	const uidsPerCall = readInteger('UIDs per Call', options.uidsPerCall ?? 1, 1);
	if (timeCategoryField && uidsPerCall > 1) {
		throw badInput('UIDs per Call', 'is above 1 although each time category is marked by itself', 'Set it to 1, or leave the name of the time category field empty.');
	}
	return {
		timeCategoryField,
		uidField: readText(options.uidField) || 'uid',
		uidListField: readText(options.uidListField) || 'uids',
		statusField: readText(options.statusField) || 'externalStatusCode',
		uidsPerCall,
		extra: readExtraBody(options.extraBody),
	};
}

/** Registrations whose items ask for different codes can't be served: one mark stands for the whole registration. */
function contradictions(good: Array<Read<Marking>>): Settled[] {
	return [...groupBy(good, ({ value }) => registrationKey(value)).values()].flatMap((group) => {
		if (new Set(group.map(({ value }) => value.code)).size === 1) return [];
		const failure = new Failure({
			kind: 'bad input',
			message: `'Code' differs between the items of registration ${group[0].value.uid}`,
			advice: 'A registration has one status for all its time categories. Give its items the same code.',
		});
		return group.map(({ index }) => ({ from: [index], failure }));
	});
}

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const shape = readShape(context);
	return await writeGathered(context, input, {
		read: (entry) => readMarking(context, entry),
		contradictions,
		write: async (markings) => await markRegistrations(await CapitechClient.open(context), shape, markings, context.getExecutionCancelSignal()),
	});
});
