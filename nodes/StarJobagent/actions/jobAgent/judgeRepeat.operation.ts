import { now } from '../../../kit/clock';
import { badInput } from '../../../kit/failure';
import { readJson } from '../../../kit/json';
import type { Operation } from '../../../kit/operation';
import { enrich, perItem } from '../../../kit/operation';
import { readText } from '../../../kit/parameters';
import { parameter } from '../../input';
import { readRequiredGuid } from '../../values';
import { judgeRepeat } from '../../webhook/repeat';

export const option: Operation['option'] = {
	name: 'Judge Repeat',
	value: 'judgeRepeat',
	action: 'Judge a repeated request for a job agent',
	description: 'Decide by what is kept of a request key whether a request is to be created, waits for another execution, or is answered without being sent',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName: 'Request ID',
		name: 'requestId',
		type: 'string',
		default: '={{ $json.requestId }}',
		required: true,
		description: 'Of the request, as STAR Jobagent Trigger gives it out',
	},
	{
		displayName: 'Job Agent Identifier',
		name: 'jobAgentIdentifier',
		type: 'string',
		default: '={{ $json.jobAgentIdentifier }}',
		required: true,
		description: 'Of the request, as STAR Jobagent Trigger gives it out',
	},
	{
		displayName: 'Content Mark',
		name: 'contentMark',
		type: 'string',
		default: '={{ $json.contentMark }}',
		required: true,
		description: 'Of the request, as STAR Jobagent Trigger gives it out. By it the same content is known again; nobody can tell the content from it.',
	},
	{
		displayName: 'Row',
		name: 'row',
		type: 'json',
		default: '{}',
		description: 'What is kept of the request ID, with contentMark, state, codes and until; empty where nothing is',
	},
	{
		displayName: 'May Wait',
		name: 'mayWait',
		type: 'boolean',
		default: false,
		description: 'Whether to wait for another execution that is at work on the same request; else the caller is told to come again',
	},
];

export const execute: Operation['execute'] = perItem(async (context, entry) => {
	const { index } = entry;
	const text = (name: string, field: string): string => {
		const value = readText(parameter(context, index, name));
		if (!value) throw badInput(field, 'is empty', 'Hand on what STAR Jobagent Trigger gives out.');
		return value;
	};
	const request = {
		requestId: text('requestId', 'Request ID'),
		jobAgentIdentifier: readRequiredGuid('Job Agent Identifier', parameter(context, index, 'jobAgentIdentifier')),
		contentMark: text('contentMark', 'Content Mark'),
	};
	const entered = parameter(context, index, 'row');
	const row = typeof entered === 'string' ? readJson(entered) : entered;
	const judgement = judgeRepeat(request, row, now(), context.getNodeParameter('mayWait', index) === true);
	return [enrich(entry, { ...judgement })];
});
