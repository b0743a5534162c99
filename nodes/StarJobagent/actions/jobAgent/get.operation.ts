import type { Operation } from '../../../kit/operation';
import { perItem } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import { readCpr } from '../../../star/cpr';
import { readPath } from '../../../star/path';
import { userOptions } from '../../../star/user.fields';
import { openJobagent, PATHS } from '../../client';
import { readGuid } from '../../identifier';
import { jobAgentsIn } from '../../jobAgent';

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
				description: 'Whether the output repeats the CPR number that was asked for',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: 'v1/Jobagent',
				description: 'Path of the service; with {jobagentidentifier} in it, the identifier goes there and not into the query',
			},
			...userOptions,
		],
	},
];

export const execute: Operation['execute'] = perItem(async (context, { index }) => {
	const cpr = readCpr(context.getNodeParameter('cpr', index));
	const entered = context.getNodeParameter('jobAgentIdentifier', index, '') as unknown;
	const jobagentidentifier = readText(entered) ? readGuid('Job Agent Identifier', entered) : undefined;
	const { path, includeCpr } = context.getNodeParameter('options', index, {});
	const isInPath = /\{jobagentidentifier\}/i.test(readText(path));
	const url = readPath('Path', path, PATHS.jobAgent, jobagentidentifier === undefined ? {} : { jobagentidentifier });
	const client = await openJobagent(context, index);
	const answer = await client.read('GetJobagent', url, jobagentidentifier === undefined || isInPath ? {} : { jobagentidentifier }, client.personHeader(cpr));
	return jobAgentsIn(answer).map((jobAgent) => ({ json: { ...jobAgent, ...(includeCpr === true && { cpr }) } }));
}, 2);
