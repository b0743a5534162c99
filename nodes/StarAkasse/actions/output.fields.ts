import type { INodeProperties } from 'n8n-workflow';

/** Whether records come as the node reads them or as they are; `readOutput` reads it. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data: English names, hours by day, the size of the logo in the place of its base64',
};

/** Entry of the *Options* collection of what reads records; `readOutput` reads it. */
export const logoOption: INodeProperties = {
	displayName: 'Put Logo in Field',
	name: 'logoField',
	type: 'string',
	default: '',
	placeholder: 'e.g. logo',
	hint: 'The name of the output binary field to put the file in',
	description: 'Where the logo goes as a file, if the record has one; empty for no file',
};
