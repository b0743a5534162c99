import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../kit/operation';
import { readCalls } from '../../webhook/calls';
import { deletePathOption, uuidFieldOption } from '../../webhook/calls.fields';
import { deleteWebhook } from '../../webhook/outcome';
import { readWebhookUuid } from '../../webhook/values';
import { writesWebhooks } from '../../webhook/writes';

export const option: Operation['option'] = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete webhook',
	description: 'Delete a registration: nothing more is pushed, and staff are not asked any more',
};

export const provenance: Operation['provenance'] = {
	level: 'assumed',
	wire: 'deleteWebhook',
	source: 'LINA: Webhooks registrieren (that a registration can be deleted; path and body are our reading)',
};

export const fields: Operation['fields'] = [
	{
		displayName: 'LINA publishes that a registration can be deleted, but not the call: its name and its body are assumed. Check in LINA that the registration is gone, or set other names under Assumed Names.',
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
		displayName: 'Assumed Names',
		name: 'assumedNames',
		type: 'collection',
		placeholder: 'Add Name',
		default: {},
		options: [deletePathOption, uuidFieldOption],
	},
];

export const execute: Operation['execute'] = writesWebhooks(
	(field) => ({ webhookUuid: readWebhookUuid(field('webhookUuid')), calls: readCalls(field('assumedNames') as IDataObject) }),
	async (client, { webhookUuid, calls }) => await deleteWebhook(client, webhookUuid, calls),
);
