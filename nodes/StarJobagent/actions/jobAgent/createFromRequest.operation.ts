import type { Operation } from '../../../kit/operation';
import { enrich, perItem } from '../../../kit/operation';
import { hintUnsettled } from '../../../kit/outcome';
import { readPath } from '../../../star/path';
import { StarClient } from '../../../star/client';
import { JOBAGENT, PATHS } from '../../client';
import { withoutCpr } from '../../cpr';
import { dateWarnings } from '../../dto';
import { optionsOf, parameter } from '../../input';
import { createOnce } from '../../webhook/create';
import { codesOf, stateAfter } from '../../webhook/repeat';
import { statusOf } from '../../webhook/answer';
import type { JobAgentRequest } from '../../webhook/request';
import { unseal, webhookSecret } from '../../webhook/seal';
import { readBackPathOption } from './write.fields';

export const option: Operation['option'] = {
	name: 'Create From Request',
	value: 'createFromRequest',
	action: 'Create a job agent from a request',
	description: 'Create the job agent (jobagent) that STAR Jobagent Trigger took from a caller. It is opened in this node alone. By STAR’s text this may enrol the citizen as unemployed.',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'CreateJobagent',
	source: 'STAR: JobagentService, CreateJobagent (path, headers, fields, codes; the letter case of the JSON is our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName: 'By STAR’s text this call may <b>enrol the citizen</b> as unemployed. The text may be a left-over of another page: ask STAR before you use it.',
		name: 'enrolNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Request',
		name: 'request',
		type: 'string',
		default: '={{ $json.sealed }}',
		required: true,
		description: 'Sealed, as STAR Jobagent Trigger gives it out. This node needs the credential of the trigger.',
	},
	{
		displayName: 'Tried Before',
		name: 'triedBefore',
		type: 'boolean',
		default: false,
		description: 'Whether an earlier try of this request may have been acted upon. It is then read back first, and not sent where that tells nothing.',
	},
	{
		displayName: 'Identifiers Are Kept',
		name: 'identifiersKept',
		type: 'boolean',
		default: false,
		description:
			'Whether STAR is known to keep the identifiers of callers, or to refuse a request ID it has seen before. A try whose answer was lost, and that is not there, is then sent once more; else its outcome is given out as unknown.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '/v1/Jobagent',
				description: 'Path of the service',
			},
			readBackPathOption,
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, entry) => {
	const { index } = entry;
	const secret = webhookSecret(await context.getCredentials(JOBAGENT.credential));
	const { enrolmentDate, user, ...request } = JSON.parse(unseal('Request', parameter(context, index, 'request'), secret)) as JobAgentRequest;
	const { path, readBackPath } = optionsOf(context, index);
	const triedBefore = context.getNodeParameter('triedBefore', index) === true;
	const written = await createOnce(
		{
			...request,
			index,
			isOwnKey: true,
			client: await StarClient.open(context, JOBAGENT, user),
			place: readPath('Path', path, PATHS.createJobAgent),
			identifier: request.jobAgentIdentifier,
			mayStand: true,
			readBack: readPath('Read-Back Path', readBackPath, PATHS.jobAgent, { jobagentidentifier: request.jobAgentIdentifier }),
			requestIdsKept: context.getNodeParameter('identifiersKept', index) === true,
			warnings: dateWarnings(enrolmentDate),
		},
		triedBefore,
	);
	hintUnsettled(context, [written]);
	const { identifierKept, ...told } = withoutCpr(written, request.cpr);
	const { outcome } = told;
	const answer = { ...told, jobAgentIdentifier: outcome === 'rejected' ? null : told.jobAgentIdentifier };
	return [enrich(entry, { ...answer, answer, httpStatus: statusOf(outcome), state: stateAfter(outcome, triedBefore), codes: codesOf(answer), identifierKept })];
});
