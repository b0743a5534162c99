import type { IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../../kit/failure';
import type { Read } from '../../../kit/gather';
import type { Operation, Settled } from '../../../kit/operation';
import { userOptions } from '../../../star/user.fields';
import { requestKeyOptions } from '../../../star/write.fields';
import { PATHS } from '../../client';
import type { Creation } from '../../create';
import { Creations, identifierOf } from '../../create';
import { createBody, dateWarnings } from '../../dto';
import { optionsOf, parameter, placeOf, wishesOf } from '../../input';
import { readJobAgentIdentifier } from '../../values';
import type { Common } from '../../writing';
import { writeJobAgents } from '../../writing';
import { optionalEnrolmentFields } from './enrolment.fields';
import { wishesFields } from './wishes.fields';
import { allowNobodyOption, cprField, readBackPathOption, requestIdsKeptOption } from './write.fields';

export const option: Operation['option'] = {
	name: 'Create',
	value: 'create',
	action: 'Create a job agent',
	description: 'Create a job agent (jobagent) of a citizen, with job wishes. By STAR’s text this may enrol the citizen as unemployed.',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'CreateJobagent',
	source: 'STAR: JobagentService, CreateJobagent (path, headers, fields, codes; the letter case of the JSON is our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'By STAR’s text this call may <b>enrol the citizen</b> as unemployed. The text may be a left-over of another page: ask STAR before you use it. An item that fails a check comes out as <i>rejected</i> where the node continues on errors, so that no CPR number is handed on with it.',
		name: 'enrolNotice',
		type: 'notice',
		default: '',
	},
	cprField,
	{
		displayName: 'Client Category (Klientkategori)',
		name: 'clientCategory',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.body.clientCategory }}',
		description: 'Number from STAR’s TilmeldekategoriTypeCodeList. The numbers are not published: none is suggested here.',
	},
	{
		displayName: 'Enrolment Date (Tilmeldingsdato)',
		name: 'enrolmentDate',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'Day on which the citizen turned up at Jobnet or the job centre: by STAR’s text today or at most 10 days back. Without an offset it is Danish time.',
	},
	{
		displayName: 'Degree of Unemployment (Ledighedsgrad)',
		name: 'unemploymentDegree',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.body.unemploymentDegree }}',
		description: 'Number from STAR’s LedighedsgradTypeCodeList. The numbers are not published: none is suggested here.',
	},
	{
		displayName: 'Identifier',
		name: 'identifierMode',
		type: 'options',
		default: 'own',
		options: [
			{
				name: 'Assigned by STAR',
				value: 'assigned',
				description: 'STAR answers with nothing: nobody can read, change or delete the job agent from here, and a lost answer can not be read back',
			},
			{ name: 'Own', value: 'own', description: 'Given along with the job agent, and given out: by it the job agent is read back, changed and deleted' },
		],
		description: 'Who makes the identifier of the job agent',
	},
	{
		displayName: 'Job Agent Identifier',
		name: 'jobAgentIdentifier',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.body.jobAgentIdentifier }}',
		displayOptions: { show: { identifierMode: ['own'] } },
		description: 'GUID of your own; empty to make one of the request ID, the same at each repeat with the same request key',
	},
	...wishesFields,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: optionalEnrolmentFields,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			allowNobodyOption,
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '/v1/Jobagent',
				description: 'Path of the service',
			},
			readBackPathOption,
			requestIdsKeptOption,
			...requestKeyOptions,
			...userOptions,
		],
	},
];

function readCreation(context: IExecuteFunctions, common: Common): Creation {
	const { index, requestId, isOwnKey } = common;
	const entered = parameter(context, index, 'identifierMode') === 'assigned' ? undefined : parameter(context, index, 'jobAgentIdentifier');
	const given = readJobAgentIdentifier(entered, common.cpr);
	const identifier = entered === undefined ? '' : given || identifierOf(requestId);
	const enrolmentDate = parameter(context, index, 'enrolmentDate');
	const { path, readBackPath, requestIdsKept } = optionsOf(context, index);
	const enrolment = {
		clientCategory: parameter(context, index, 'clientCategory'),
		enrolmentDate,
		unemploymentDegree: parameter(context, index, 'unemploymentDegree'),
		...context.getNodeParameter('additionalFields', index, {}),
	};
	return {
		...common,
		place: placeOf('Path', path, PATHS.createJobAgent),
		body: createBody(enrolment, wishesOf(context, index), requestId, identifier),
		identifier,
		mayStand: identifier !== '' && (isOwnKey || given !== ''),
		readBack: placeOf('Read-Back Path', readBackPath, PATHS.jobAgent, { jobagentidentifier: identifier }),
		requestIdsKept: requestIdsKept === true,
		warnings: dateWarnings(enrolmentDate),
	};
}

/** Two job agents of one run can't have the same identifier. */
function sameIdentifiers(good: Array<Read<Creation>>): Settled[] {
	const identifiers = good.map(({ value }) => value.identifier);
	return good
		.filter((_, at) => identifiers[at] && identifiers.indexOf(identifiers[at]) !== identifiers.lastIndexOf(identifiers[at]))
		.map(({ index }) => ({ from: [index], failure: badInput('Job Agent Identifier', 'is the same as that of another item', 'Each job agent needs one of its own.') }));
}

export const execute: Operation['execute'] = writeJobAgents<Creation>({
	hint: 'By STAR’s text, what was created here may have enrolled the citizens as unemployed.',
	read: readCreation,
	contradictions: sameIdentifiers,
	begin: () => {
		const creations = new Creations();
		return async (creation) => await creations.create(creation);
	},
});
