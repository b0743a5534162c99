import type { Operation } from '../../../kit/operation';
import { note } from '../../../kit/outcome';
import type { FilledPath } from '../../../star/pathTemplate';
import { userOptions } from '../../../star/user.fields';
import { outcomeOf } from '../../../star/write';
import { requestKeyOptions } from '../../../star/write.fields';
import { PATHS } from '../../client';
import { optionsOf, parameter, placeOf } from '../../input';
import { isUnknown, lookUp } from '../../standing';
import { readRequiredJobAgentIdentifier } from '../../values';
import type { Common } from '../../writing';
import { told, writeJobAgents } from '../../writing';
import { allowNobodyOption, changePathOption, cprField, jobAgentIdentifierField, readBackPathOption } from './write.fields';

export const option: Operation['option'] = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a job agent',
	description: 'Delete a job agent (jobagent) of a citizen. One that STAR does not know comes out as unchanged.',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'DeleteJobagent',
	source: 'STAR: JobagentService, DeleteJobagent (only its path is given; headers and the identifier are our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName: 'STAR’s page gives this call a path and nothing else: that the identifier goes into the query, and the CPR number into its header, is our reading. Set another path under Options if yours differs.',
		name: 'assumedNotice',
		type: 'notice',
		default: '',
	},
	cprField,
	jobAgentIdentifierField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [allowNobodyOption, changePathOption, readBackPathOption, ...requestKeyOptions, ...userOptions],
	},
];

interface Deletion extends Common {
	identifier: string;
	place: FilledPath;
	readBack: FilledPath;
}

const NOT_THERE = note('W', 'STAR does not know the job agent: it is deleted already, or the identifier and the CPR number do not belong together');

export const execute: Operation['execute'] = writeJobAgents<Deletion>({
	read: (context, common) => {
		const identifier = readRequiredJobAgentIdentifier(parameter(context, common.index, 'jobAgentIdentifier'), common.cpr);
		const { path, readBackPath } = optionsOf(context, common.index);
		return {
			...common,
			identifier,
			place: placeOf('Path', path, PATHS.changeJobAgent, { jobagentidentifier: identifier }),
			readBack: placeOf('Read-Back Path', readBackPath, PATHS.jobAgent, { jobagentidentifier: identifier }),
		};
	},
	begin: () => async ({ client, cpr, identifier, place, readBack, requestId }) => {
		const result = await client.write({
			operation: 'DeleteJobagent',
			method: 'DELETE',
			...place,
			headers: client.personHeader(cpr),
			requestId,
			/* What is no longer there is deleted; what is there can be deleted again without harm. */
			readBack: async () => {
				const { is } = await lookUp(client, cpr, identifier, readBack);
				return is === 'cannot tell' ? is : is === 'not there' ? 'stands' : 'stands not';
			},
		});
		const ids = { jobAgentIdentifier: identifier, requestId };
		if (result.outcome === 'refused' && isUnknown(result.failure)) return { outcome: 'unchanged', messages: [NOT_THERE, ...outcomeOf(result).messages.map((message) => ({ ...message, type: 'I' as const }))], ...ids };
		return { ...told(result), ...ids };
	},
});
