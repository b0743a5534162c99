import type { INodeProperties } from 'n8n-workflow';

/** Entry of the *Options* collection of all that reads one branch office; `readReadPath` reads it. */
export const readPathOption: INodeProperties = {
	displayName: 'Path of the Read',
	name: 'readPath',
	type: 'string',
	default: '/v1/Akasse/Afdelingskontor?akasseKode={akasseKode}&afdelingskontorKode={afdelingskontorKode}',
	description: "Where a branch office is read. STAR's text names the path and none of its parameters: they are assumed.",
};
