import type { IDataObject } from 'n8n-workflow';

import { readCalls } from '../../../nodes/Lina/webhook/calls';
import { changeWebhook, registerWebhook } from '../../../nodes/Lina/webhook/outcome';

const UUID = '0f4b3c2a-6d1e-4a57-9c3b-2f1d7e8a9b10';

const answering = (answer: IDataObject) => ({ webhook: async () => ({ outcome: 'ok', answer }) as const });

test('a registration that is answered without its UUID is open: no push could be told as its own', async () => {
	expect(await registerWebhook(answering({ status: 'success' }), 'https://example.com/lina')).toMatchObject({ outcome: 'unknown' });
});

test('a change that is answered without the UUID is that of the one which was sent', async () => {
	expect(await changeWebhook(answering({ status: 'success' }), 'https://example.com/lina', UUID, readCalls({}))).toMatchObject({ outcome: 'registered', webhookUuid: UUID, url: 'https://example.com/lina' });
});
