import type { INodeProperties } from 'n8n-workflow';

/** The options of every operation that creates or updates. */
export const upsertOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Extra Body Fields (JSON)',
			name: 'extraBody',
			type: 'json',
			default: '{}',
			description: 'Fields to send as well, as a JSON object, by the names that the API portal of your installation gives',
		},
	],
};
