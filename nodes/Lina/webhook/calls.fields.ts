import type { INodeProperties } from 'n8n-workflow';

/** Entries of the collection *Assumed Names*, as `readCalls` reads them. */
export const changePathOption: INodeProperties = {
	displayName: 'Change Path',
	name: 'changePath',
	type: 'string',
	default: '',
	placeholder: 'e.g. registerWebhook',
	description: 'Path of the call that changes the URL of a registration; from the root of the host where it begins with a slash',
};

export const deletePathOption: INodeProperties = {
	displayName: 'Delete Path',
	name: 'deletePath',
	type: 'string',
	default: '',
	placeholder: 'e.g. deleteWebhook',
	description: 'Path of the call that deletes a registration; from the root of the host where it begins with a slash',
};

export const uuidFieldOption: INodeProperties = {
	displayName: 'UUID Field',
	name: 'uuidField',
	type: 'string',
	default: '',
	placeholder: 'e.g. uuid',
	description: 'Field of the body in which these calls name the registration',
};
