import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../../../kit/json';
import type { Operation } from '../../../kit/operation';
import type { OutcomeMessage } from '../../../kit/outcome';
import type { FilledPath } from '../../../star/pathTemplate';
import { userOptions } from '../../../star/user.fields';
import type { ReadBack } from '../../../star/write';
import { noReadBack } from '../../../star/write';
import { requestKeyOptions } from '../../../star/write.fields';
import { PATHS } from '../../client';
import { bookingDoubts, bookingOf, dateWarnings, updateBody } from '../../dto';
import { optionsOf, parameter, placeOf, wishesOf } from '../../input';
import { readRequiredJobAgentIdentifier } from '../../values';
import type { Common } from '../../writing';
import { told, writeJobAgents } from '../../writing';
import { optionalEnrolmentFields } from './enrolment.fields';
import { wishesFields } from './wishes.fields';
import { allowNobodyOption, changePathOption, cprField, jobAgentIdentifierField, requestIdsKeptOption } from './write.fields';

export const option: Operation['option'] = {
	name: 'Update',
	value: 'update',
	action: 'Update a job agent',
	description: 'Change a job agent (jobagent) of a citizen. By STAR’s text this may enrol the citizen and book a meeting.',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'UpdateJobagent',
	source: 'STAR: JobagentService, UpdateJobagent (fields, answer, codes; that the path takes an identifier, and where the wishes stand, is our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'By STAR’s text this call may <b>enrol the citizen and book a meeting</b>. The text may be a left-over of another page: ask STAR before you use it. No read shows a booking: when an answer is lost, the outcome is <i>unknown</i>. An item that fails a check comes out as <i>rejected</i> where the node continues on errors.',
		name: 'bookNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Where the identifier is sent, and where the fields of a wish stand in the body, is not published: this is our reading. Set it otherwise under Options.',
		name: 'assumedNotice',
		type: 'notice',
		default: '',
	},
	cprField,
	jobAgentIdentifierField,
	{
		displayName: 'Meeting Start (Mødestarttidspunkt)',
		name: 'meetingStart',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'When the meeting begins, a free time of the interview option. Without an offset it is Danish time.',
	},
	{
		displayName: 'Interview Option ID (Mødetilbud)',
		name: 'interviewOptionId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.interviewOptionId }}',
		description: 'GUID of the offered meetings from which the time is taken',
	},
	{
		displayName: 'Interview Form (Samtaleform)',
		name: 'interviewForm',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.interviewForm }}',
		description: 'Number from STAR’s SamtaleformTypeCodeList: in person, by phone, digital or other. The numbers are not published: none is suggested here.',
	},
	...wishesFields,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Caseworker ID (Sagsbehandler)',
				name: 'caseworkerId',
				type: 'string',
				default: '',
				description: 'External ID of the caseworker who holds the meeting, at most 255 characters; never a CPR number',
			},
		],
	},
	{
		displayName: 'Enrolment (Tilmelding)',
		name: 'enrolment',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'By which the call enrols the citizen too; the first three go together',
		options: [
			{
				displayName: 'Client Category (Klientkategori)',
				name: 'clientCategory',
				type: 'string',
				default: '',
				description: 'Number from STAR’s TilmeldekategoriTypeCodeList',
			},
			{
				displayName: 'Degree of Unemployment (Ledighedsgrad)',
				name: 'unemploymentDegree',
				type: 'string',
				default: '',
				description: 'Number from STAR’s LedighedsgradTypeCodeList',
			},
			{
				displayName: 'Enrolment Date (Tilmeldingsdato)',
				name: 'enrolmentDate',
				type: 'dateTime',
				default: '',
				description: 'By STAR’s text today or at most 10 days back. Without an offset it is Danish time.',
			},
			...optionalEnrolmentFields,
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			allowNobodyOption,
			changePathOption,
			{
				displayName: 'Place of the Wish Fields',
				name: 'wishesPlace',
				type: 'options',
				default: 'list',
				options: [
					{ name: 'At the Top of the Body', value: 'flat', description: 'For exactly one wish' },
					{ name: 'In a List (Joboensker)', value: 'list' },
				],
				description: 'Where education, year and months stand: the rows above them are missing on STAR’s page',
			},
			requestIdsKeptOption,
			...requestKeyOptions,
			...userOptions,
		],
	},
];

interface Change extends Common {
	identifier: string;
	place: FilledPath;
	body: IDataObject;
	requestIdsKept: boolean;
	warnings: OutcomeMessage[];
}

function readChange(context: IExecuteFunctions, common: Common): Change {
	const { index } = common;
	const identifier = readRequiredJobAgentIdentifier(parameter(context, index, 'jobAgentIdentifier'), common.cpr);
	const { path, wishesPlace, requestIdsKept } = optionsOf(context, index);
	const { caseworkerId } = context.getNodeParameter('additionalFields', index, {});
	const enrolment = context.getNodeParameter('enrolment', index, {}) as IDataObject;
	const meeting = {
		meetingStart: parameter(context, index, 'meetingStart'),
		interviewOptionId: parameter(context, index, 'interviewOptionId'),
		interviewForm: parameter(context, index, 'interviewForm'),
		caseworkerId,
		jobWishes: wishesOf(context, index),
	};
	return {
		...common,
		identifier,
		place: placeOf('Path', path, PATHS.changeJobAgent, { jobagentidentifier: identifier }),
		body: updateBody(meeting, enrolment, wishesPlace === 'flat' ? 'flat' : 'list'),
		requestIdsKept: requestIdsKept === true,
		warnings: dateWarnings(enrolment.enrolmentDate),
	};
}

/**
 * No read shows a booking. Who knows that the service keeps request IDs lets a lost request be sent once more: it is refused with 412 if it had arrived. Another
 * refusal settles nothing: that the time is taken, or the citizen booked, may be the doing of the first.
 */
const keptIds: ReadBack = async (reason) => (reason === 'lost' ? 'stands not' : 'cannot tell');

export const execute: Operation['execute'] = writeJobAgents<Change>({
	hint: 'By STAR’s text, what was updated here may have enrolled the citizens and booked meetings.',
	read: readChange,
	begin: () => async ({ client, cpr, identifier, place, body, requestId, requestIdsKept, warnings }) => {
		const readBack = requestIdsKept ? keptIds : noReadBack;
		const result = await client.write({ operation: 'UpdateJobagent', method: 'PUT', ...place, headers: client.personHeader(cpr), body, requestId, readBack });
		const outcome = told(result);
		const booking = result.outcome === 'done' && isObject(result.answer) ? bookingOf(result.answer) : {};
		return { ...booking, ...outcome, messages: [...warnings, ...outcome.messages, ...bookingDoubts(result.outcome, booking)], jobAgentIdentifier: identifier, requestId };
	},
});
