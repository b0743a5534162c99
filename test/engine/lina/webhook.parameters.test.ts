import type { INodeParameters } from 'n8n-workflow';

import { describeParameters } from '../support';
import { LinaBench } from './lina';

const lina = new LinaBench({ seed: 7, people: 8, days: 5 });

const [ONE, OTHER] = ['0f4b3c2a-6d1e-4a57-9c3b-2f1d7e8a9b10', '5c2d8e1f-7a3b-4c6d-8e9f-0a1b2c3d4e5f'];
const URL = 'http://127.0.0.1:9/lina';

/** Two registrations stand; their UUIDs are told apart in what comes out, that of a new one is made up by the service. */
const run = async (parameters: INodeParameters) => {
	await lina.reset();
	await lina.control.put('lina', { webhooks: [ONE, OTHER].map((uuid) => ({ uuid, url: 'http://127.0.0.1:9/before' })) });
	const { sent, got } = await lina.observe(parameters);
	const urls = (await lina.state('webhooks')).map(({ url }) => url);
	return { sent, got: [urls, parameters.operation === 'register' ? [] : got] };
};

describeParameters({
	node: 'lina',
	resource: 'webhook',
	operation: 'register',
	base: { url: URL },
	run,
	cases: { url: { values: [URL, `${URL}/other`] } },
});

describeParameters({
	node: 'lina',
	resource: 'webhook',
	operation: 'update',
	base: { webhookUuid: ONE, url: URL },
	run,
	cases: {
		webhookUuid: { values: [ONE, OTHER] },
		url: { values: [URL, `${URL}/other`] },
		'assumedNames.changePath': { values: ['', 'changeWebhook'] },
		'assumedNames.uuidField': { values: ['', 'webhook'] },
	},
});

describeParameters({
	node: 'lina',
	resource: 'webhook',
	operation: 'delete',
	base: { webhookUuid: ONE },
	run: async (parameters) => {
		const { sent } = await run(parameters);
		return { sent, got: (await lina.state('webhooks')).map(({ uuid }) => uuid) };
	},
	cases: {
		webhookUuid: { values: [ONE, OTHER] },
		'assumedNames.deletePath': { values: ['', '/extern/personal/removeWebhook'] },
		'assumedNames.uuidField': { values: ['', 'webhook'] },
	},
});

describeParameters({
	node: 'lina',
	resource: 'rateLimit',
	operation: 'get',
	base: {},
	run: async (parameters) => {
		await lina.reset();
		return await lina.observe(parameters);
	},
	cases: { 'assumedNames.path': { values: ['', '/extern/getlimit'] } },
});
