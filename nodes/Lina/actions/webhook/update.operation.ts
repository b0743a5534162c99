import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../kit/operation';
import { readCalls } from '../../webhook/calls';
import { changePathOption, uuidFieldOption } from '../../webhook/calls.fields';
import { changeWebhook } from '../../webhook/outcome';
import { readListener, readWebhookUuid } from '../../webhook/values';
import { writesWebhooks } from '../../webhook/writes';

export const option: Operation['option'] = {
	name: 'Update',
	value: 'update',
	action: 'Update webhook',
	description: 'Give a registration another address',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'registerWebhook',
	source: 'LINA: Webhooks registrieren (a section on changing the URL exists; that it is registerWebhook with the UUID is our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName: 'LINA publishes that the URL can be changed, but not the call. It is assumed to be that of Register with the UUID beside it: check afterwards that pushes arrive at the new address, or set other names under Assumed Names.',
		name: 'assumedCallNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Webhook UUID',
		name: 'webhookUuid',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 0f4b3c2a-6d1e-4a57-9c3b-2f1d7e8a9b10',
		description: 'UUID of the registration, as Register gave it out',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://hooks.example.com/lina/3f8a1c',
		description: 'Address that LINA pushes to from now on, with a part that nobody can guess: the pushes are not signed',
	},
	{
		displayName: 'Assumed Names',
		name: 'assumedNames',
		type: 'collection',
		placeholder: 'Add Name',
		default: {},
		options: [changePathOption, uuidFieldOption],
	},
];

export const execute: Operation['execute'] = writesWebhooks(
	(field) => ({ webhookUuid: readWebhookUuid(field('webhookUuid')), url: readListener(field('url')), calls: readCalls(field('assumedNames') as IDataObject) }),
	async (client, { url, webhookUuid, calls }) => await changeWebhook(client, url, webhookUuid, calls),
);
