import type { INodeProperties } from 'n8n-workflow';

/** Whose job agent is written. */
export const cprField: INodeProperties = {
	displayName: 'CPR Number',
	name: 'cpr',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.body.cpr }}',
	description: 'Of the citizen: ten digits, with or without a hyphen. Sent in a header only, never in an address; no message tells it, and the output holds it no longer.',
};

/** Which job agent is changed or deleted. */
export const jobAgentIdentifierField: INodeProperties = {
	displayName: 'Job Agent Identifier',
	name: 'jobAgentIdentifier',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.jobAgentIdentifier }}',
	description: 'GUID of the job agent, as Create gives it out',
};

/** Entries of *Options* that Create, Update and Delete have in common. */
export const allowNobodyOption: INodeProperties = {
	displayName: 'Allow 0000000000',
	name: 'allowNobody',
	type: 'boolean',
	default: false,
	description: 'Whether to send 0000000000 as CPR number, which is nobody: STAR’s pattern allows it, and what it is for is not published',
};

export const readBackPathOption: INodeProperties = {
	displayName: 'Read-Back Path',
	name: 'readBackPath',
	type: 'string',
	default: '/v1/Jobagent?jobagentidentifier={jobagentidentifier}',
	description: 'Path by which a job agent is looked up when an answer was lost; {jobagentidentifier} stands for the identifier',
};

/** Where Update and Delete go: the vendor's page gives both the same odd path (contract, section 1.2). */
export const changePathOption: INodeProperties = {
	displayName: 'Path',
	name: 'path',
	type: 'string',
	default: '/v1/UpdateJobagent?jobagentidentifier={jobagentidentifier}',
	placeholder: 'e.g. /v1/Jobagent/{jobagentidentifier}',
	description: 'Path of the service; {jobagentidentifier} stands for the identifier',
};

export const requestIdsKeptOption: INodeProperties = {
	displayName: 'Request IDs Are Kept',
	name: 'requestIdsKept',
	type: 'boolean',
	default: false,
	description:
		'Whether STAR has confirmed to you that this operation refuses a request ID it has seen before (412). A request whose answer was lost, and that can not be read back, is then sent once more under the same ID; else its outcome is given out as unknown.',
};
