import type { Operation } from '../../../kit/operation';
import { perPerson } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import type { FilledPath } from '../../../star/pathTemplate';
import { userOptions } from '../../../star/user.fields';
import { openJobagent, PATHS } from '../../client';
import { readCpr, withoutCpr } from '../../cpr';
import { placeOf } from '../../input';
import { jobAgentsIn } from '../../jobAgent';
import { readJobAgentIdentifier } from '../../values';

export const option: Operation['option'] = {
	name: 'Get',
	value: 'get',
	action: 'Get a job agent',
	description: 'Get a job agent (jobagent) of a citizen',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'GetJobagent',
	source: 'STAR: JobagentService, GetJobagent (path; where the identifier goes is our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName: 'How the identifier is sent, and whether a read without one is allowed, is not published: this is our reading. Set another path under Options if yours differs.',
		name: 'assumedNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'CPR Number',
		name: 'cpr',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. ten digits, with or without a hyphen',
		description: 'Of the citizen. Sent in a header only, never in an address, and never shown in a message.',
	},
	{
		displayName: 'Job Agent Identifier',
		name: 'jobAgentIdentifier',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.jobagentidentifier }}',
		description: 'GUID of the job agent; empty to ask for all of the citizen’s, which STAR may refuse',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Include CPR',
				name: 'includeCpr',
				type: 'boolean',
				default: false,
				description: 'Whether the output holds the CPR number that was asked for. It is taken out of the answer otherwise.',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: '/v1/Jobagent?jobagentidentifier={jobagentidentifier}',
				description: 'Path of the service; {jobagentidentifier} stands for the identifier. Without one, the part after the question mark is left out.',
			},
			...userOptions,
		],
	},
];

/** Where the read goes; without an identifier nothing stands for it in the query. */
function readAddress(value: unknown, identifier: string): FilledPath {
	if (identifier) return placeOf('Path', value, PATHS.jobAgent, { jobagentidentifier: identifier });
	const [path] = (readText(value) || PATHS.jobAgent).split('?');
	return placeOf('Path', path, PATHS.jobAgent);
}

export const execute: Operation['execute'] = perPerson(async (context, { index }) => {
	const cpr = readCpr(context.getNodeParameter('cpr', index), true);
	const identifier = readJobAgentIdentifier(context.getNodeParameter('jobAgentIdentifier', index, ''), cpr);
	const options = context.getNodeParameter('options', index, {});
	const { path, query } = readAddress(options.path, identifier);
	const client = await openJobagent(context, index, cpr);
	const answer = await client.read('GetJobagent', path, query, client.personHeader(cpr));
	return jobAgentsIn(answer).map((jobAgent) => ({ json: options.includeCpr === true ? { ...jobAgent, cpr } : withoutCpr(jobAgent, cpr) }));
}, 2);
