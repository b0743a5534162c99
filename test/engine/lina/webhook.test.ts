import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { LinaBench, TOKEN } from './lina';

const lina = new LinaBench({ seed: 7, people: 8, days: 5 });

const URL = 'https://127.0.0.1:9/lina/3f8a1c';
const ELSEWHERE = 'http://127.0.0.1:9/elsewhere';
const UNKNOWN = '0f4b3c2a-6d1e-4a57-9c3b-2f1d7e8a9b10';

const webhook = async (operation: string, parameters: INodeParameters, options: Parameters<typeof lina.run>[1] = {}) => await lina.run({ resource: 'webhook', operation, ...parameters }, options);

/** What an operation makes of one item. */
const outcomeOf = async (operation: string, parameters: INodeParameters): Promise<IDataObject> => {
	const { error, outputs } = await webhook(operation, parameters);
	expect(error).toBeUndefined();
	return outputs[0][0].json;
};

const textsOf = ({ messages }: IDataObject) => (messages as IDataObject[]).map(({ text }) => text).join('\n');

const registered = async () => String((await outcomeOf('register', { url: URL })).webhookUuid);

describe('a webhook', () => {
	test('is registered for personalData; its UUID comes out beside what the item carried', async () => {
		const { outputs } = await webhook('register', { url: URL }, { items: [{ json: { store: 'Mitte' }, binary: { data: { data: 'YQ==', mimeType: 'text/plain' } } }] });
		const [{ uuid }] = await lina.state('webhooks');
		expect(outputs[0][0]).toMatchObject({
			json: { store: 'Mitte', outcome: 'registered', messages: [], webhookUuid: uuid, hookKey: 'personalData', url: URL },
			binary: { data: { mimeType: 'text/plain' } },
			pairedItem: { item: 0 },
		});
		expect((await lina.sent()).map(({ path, method, body }) => [method, path, JSON.parse(body) as unknown])).toEqual([['POST', '/lina/extern/personal/registerWebhook', { hookKey: 'personalData', url: URL }]]);
	});

	test('is given another address', async () => {
		const webhookUuid = await registered();
		expect(await outcomeOf('update', { webhookUuid, url: ELSEWHERE })).toMatchObject({ outcome: 'registered', webhookUuid, url: ELSEWHERE });
		expect(await lina.state('webhooks')).toMatchObject([{ uuid: webhookUuid, url: ELSEWHERE }]);
	});

	test('is deleted', async () => {
		const webhookUuid = await registered();
		expect(await outcomeOf('delete', { webhookUuid })).toEqual({ deleted: true, outcome: 'reversed', messages: [] });
		expect(await lina.state('webhooks')).toEqual([]);
	});

	test.each(['update', 'delete'])('that LINA does not know is told as such (%s)', async (operation) => {
		const result = await outcomeOf(operation, { webhookUuid: UNKNOWN, url: URL });
		expect(result).toMatchObject({ outcome: 'rejected', ...(operation === 'delete' && { deleted: false }) });
		expect(textsOf(result)).toMatch(/Webhook not found\.\nA registration with this UUID is not there: it was deleted before, or made with another key\./);
	});
});

describe.each(['register', 'update', 'delete'])('%s', (operation) => {
	const wire = operation === 'delete' ? 'deleteWebhook' : 'registerWebhook';

	test('is refused with a token, before anything is sent', async () => {
		const credentials = await lina.credentials({}, TOKEN);
		const { error } = await webhook(operation, { url: URL, webhookUuid: UNKNOWN, authentication: 'token' }, { credentials });
		expect(error?.message).toMatch(/LINA takes webhooks from API keys only, not from OAuth clients: nothing was sent/);
		expect(error?.description).toMatch(/Set 'Authentication' to API Key/);
		expect(await lina.control.journal({ service: 'lina' })).toEqual([]);
	});

	test('is never sent again after a lost answer: the outcome is unknown, with the advice', async () => {
		const webhookUuid = operation === 'register' ? UNKNOWN : await registered();
		await lina.faults(wire, { kind: 'reset-after', every: 1 });
		const before = (await lina.sent(wire)).length;
		const result = await outcomeOf(operation, { webhookUuid, url: URL });
		expect(result.outcome).toBe('unknown');
		expect(textsOf(result)).toMatch(/cut or timed out.*\nLINA has no call that lists webhooks/);
		expect(result).not.toHaveProperty('deleted');
		expect(await lina.sent(wire)).toHaveLength(before + 1);
	});

	test('is left open by a failure of LINA, and not sent again either', async () => {
		await lina.faults(wire, { kind: 'status', status: 503, every: 1 });
		expect((await outcomeOf(operation, { webhookUuid: UNKNOWN, url: URL })).outcome).toBe('unknown');
		expect(await lina.sent(wire)).toHaveLength(1);
	});

	test('does not count against the limit, and goes on where it is spent', async () => {
		await lina.control.switches({ 'lina.rateLimit': 0 });
		const { error } = await webhook(operation, { url: URL, webhookUuid: UNKNOWN });
		expect(error).toBeUndefined();
		expect((await lina.sent(wire)).map(({ answer }) => answer.status)).not.toContain(429);
	});
});

describe('before anything is sent', () => {
	test.each([
		['register', { url: '' }, "'URL' is empty"],
		['register', { url: 'hooks.example.com' }, "'URL' is not an address"],
		['register', { url: 'ftp://hooks.example.com' }, "'URL' is not an address"],
		['update', { url: URL, webhookUuid: '4711' }, "'Webhook UUID' is not a UUID"],
		['update', { url: 'https://', webhookUuid: UNKNOWN }, "'URL' is not an address"],
		['delete', { webhookUuid: ' ' }, "'Webhook UUID' is empty"],
	])('%s checks %j', async (operation, parameters, message) => {
		const items = [{ ...parameters }, { url: URL, webhookUuid: UNKNOWN }];
		const { error } = await webhook(operation, { url: '={{ $json.url }}', webhookUuid: '={{ $json.webhookUuid }}' }, { items: [...items].reverse() });
		expect(error?.message).toBe(`${message} [item 1]`);
		expect(await lina.sent()).toEqual([]);
	});
});

describe('what is assumed of the calls', () => {
	const sentOf = async (operation: string, assumedNames: INodeParameters) => {
		await webhook(operation, { webhookUuid: UNKNOWN, url: URL, assumedNames });
		return (await lina.sent()).map(({ path, body }) => [path, JSON.parse(body) as unknown]);
	};

	test('can be set for a change', async () => {
		expect(await sentOf('update', { changePath: 'webhook/change', uuidField: 'id' })).toEqual([['/lina/extern/personal/webhook/change', { hookKey: 'personalData', url: URL, id: UNKNOWN }]]);
	});

	test('can be set for a deletion, from the root of the host too', async () => {
		expect(await sentOf('delete', { deletePath: '/extern/webhooks/delete', uuidField: 'webhook' })).toEqual([['/lina/extern/webhooks/delete', { webhook: UNKNOWN }]]);
	});

	test.each([
		[{ deletePath: '../delete' }, /^'Delete Path' is not a path/],
		[{ deletePath: 'https://example.org/delete' }, /^'Delete Path' is not a path/],
		[{ uuidField: 'uu id' }, /^'UUID Field' is not the name of a field/],
	])('is refused before anything is sent: %j', async (assumedNames, message) => {
		const { error } = await webhook('delete', { webhookUuid: UNKNOWN, assumedNames });
		expect(error?.message).toMatch(message);
		expect(await lina.sent()).toEqual([]);
	});
});
