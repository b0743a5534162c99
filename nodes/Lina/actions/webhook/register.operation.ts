import type { Operation } from '../../../kit/operation';
import { registerWebhook } from '../../webhook/outcome';
import { readListener } from '../../webhook/values';
import { writesWebhooks } from '../../webhook/writes';

export const option: Operation['option'] = {
	name: 'Register',
	value: 'register',
	action: 'Register webhook',
	description: 'Register an address for consents and withdrawals (hook personalData). From then on LINA asks all staff of the store for their consent at their next log-in.',
};

export const provenance: Operation['provenance'] = {
	level: 'documented',
	wire: 'registerWebhook',
	source: 'LINA: Webhooks registrieren (path, body and answer)',
};

export const fields: Operation['fields'] = [
	{
		displayName:
			'Registering changes what all staff of the store see: at their next log-in LINA asks each whether the data may go to you. Nothing but an API key may register. The LINA Trigger registers by itself; this operation is for receivers other than n8n.',
		name: 'consentDialogueNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://hooks.example.com/lina/3f8a1c',
		description: 'Address that LINA pushes to, with a part that nobody can guess: the pushes are not signed',
	},
];

export const execute: Operation['execute'] = writesWebhooks((field) => readListener(field('url')), registerWebhook);
