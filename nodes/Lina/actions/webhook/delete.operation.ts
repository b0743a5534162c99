import type { Operation } from '../../../kit/operation';
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
		displayName: 'LINA publishes that a registration can be deleted, but not the call: its name and its body are assumed. Check in LINA that the registration is gone.',
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
];

export const execute: Operation['execute'] = writesWebhooks((field) => readWebhookUuid(field('webhookUuid')), deleteWebhook);
