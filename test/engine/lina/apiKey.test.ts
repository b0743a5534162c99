import type { IDataObject } from 'n8n-workflow';

import { openRedirect } from '../redirect';
import { testCredential } from '../support';
import { API_KEY, LinaBench } from './lina';

const lina = new LinaBench({ seed: 7, people: 8, days: 5 });

const LIMIT = { resource: 'rateLimit', operation: 'get' };

const ask = async (changes: IDataObject = {}) => await lina.run(LIMIT, { credentials: await lina.credentials(changes) });

const probe = async (changes: IDataObject = {}) => await testCredential('linaApi', (await lina.credentials(changes))[API_KEY].data);

/** A key with other rights, made by the manager of the store. */
async function otherKey(rights: IDataObject): Promise<IDataObject> {
	const apiKey = '5'.repeat(40);
	await lina.control.put('lina', { apiKeys: [{ apiKey, ...rights }] });
	return { apiKey };
}

describe('the base URL', () => {
	test.each(['/lina', '/lina/', '/lina/extern', '/lina/extern/personal', '/lina/extern/personal/', '/lina/Extern/Personal/getPersonalData'])('with %s leads to the group Personal', async (path) => {
		const { error } = await ask({ baseUrl: `  https://localhost:${lina.sandbox.httpsPort}${path}  ` });
		expect(error?.message).toBeUndefined();
		expect((await lina.sent()).map(({ path: asked }) => asked)).toEqual(['/lina/extern/personal/getlimit']);
	});

	test.each([
		['of a service that is not there', 'https://localhost:1/lina', /can not be reached/],
		['without https', 'http://localhost:PORT/lina', /'Base URL' in the credential does not begin with https/],
		['of something else than LINA', 'https://localhost:PORT/lpe', /LINA does not (know|allow|accept)|not in its contract/],
	])('%s gives a clear text', async (_what, baseUrl, message) => {
		const { error } = await ask({ baseUrl: baseUrl.replace('PORT', String(lina.sandbox.httpsPort)) });
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/Check the base URL/);
	});
});

describe('the header of the key', () => {
	test('is Authorization with the word Bearer, and the key stands nowhere else', async () => {
		const { outputs, hints } = await ask();
		const [{ path, headers, body }] = await lina.sent();
		const { apiKey } = (await lina.credentials())[API_KEY].data;
		expect(headers.authorization).toBe(`Bearer ${String(apiKey)}`);
		expect(JSON.stringify([path, { ...headers, authorization: '' }, body, outputs, hints])).not.toContain(apiKey);
	});

	test('without a prefix holds the key alone', async () => {
		const { error } = await ask({ headerPrefix: ' ' });
		expect(error).toBeUndefined();
		expect((await lina.sent())[0].headers.authorization).toBe((await lina.credentials())[API_KEY].data.apiKey);
	});

	test('has the name and the prefix of the credential', async () => {
		await lina.control.switches({ 'lina.keyHeader': 'xApiKey' });
		expect((await ask()).error?.message).toMatch(/LINA does not accept the credential/);
		const { error } = await ask({ headerName: 'X-API-KEY', headerPrefix: '' });
		expect(error).toBeUndefined();
		expect((await lina.sent())[1].headers).not.toHaveProperty('authorization');
	});

	test.each([
		['API Key', { apiKey: '' }],
		['API Key', { apiKey: 'abc\r\nX-Evil: 1' }],
		['Header Name', { headerName: '' }],
		['Header Name', { headerName: 'X API KEY' }],
	])("'%s' that no header can carry is refused before anything is sent: %j", async (field, changes) => {
		const { error } = await ask(changes);
		expect(error?.message).toContain(`The '${field}' in the credential`);
		expect(error?.message).not.toContain('Evil');
		expect(await lina.sent()).toEqual([]);
	});

	test('takes a key that was pasted with blanks around it', async () => {
		const { apiKey } = (await lina.credentials())[API_KEY].data;
		expect((await ask({ apiKey: ` ${String(apiKey)}\n` })).error).toBeUndefined();
	});
});

describe('what LINA answers to a key', () => {
	test('a wrong one: the credential is at fault', async () => {
		const { error } = await ask({ apiKey: '0'.repeat(40) });
		expect(error?.message).toMatch(/^LINA does not accept the credential/);
		expect(error?.description).toMatch(/The service says: Not authenticated\.\nHTTP status: 401\nCheck the API key/);
		expect(error).toHaveProperty('failure.cause', 'credential-invalid');
		expect(await lina.sent()).toHaveLength(1);
	});

	test.each([
		['without the scope', { scopes: [] }, 'Scope personal_read is missing'],
		['from another IP address', { ipAddresses: '192.0.2.1' }, 'Access from this IP address is not allowed'],
	])('one %s: the advice names scope, IP address and consent', async (_what, rights, text) => {
		const { error } = await ask(await otherKey(rights));
		expect(error?.message).toMatch(/^LINA does not allow getlimit to this credential/);
		expect(error?.description).toContain(text);
		expect(error?.description).toMatch(/scopes.*public IP address.*consent/);
	});

	test.each(['', 'foreign-ca.pem'])('a server whose certificate is not trusted is told as such, with the Extra CA Certificate %p', async (file) => {
		const caCertificate = file && (await lina.sandbox.certificate(file));
		const { error } = await ask({ caCertificate });
		expect(error?.message).toMatch(/authority that is not trusted/);
		expect(await lina.sent()).toEqual([]);
	});
});

describe('trap 19: three base hosts', () => {
	test('a redirect is not followed, so that the key reaches no other host', async () => {
		const redirect = await openRedirect(lina.sandbox);
		try {
			const { error } = await ask({ baseUrl: redirect.baseUrl });
			expect(error?.message).toMatch(/LINA sends the request on to another address, which was not followed/);
			expect(error?.description).toMatch(/Check the base URL in the credential: https:\/\/api\.lina\.de/);
			expect((await probe({ baseUrl: redirect.baseUrl })).status).toBe('Error');
			expect(redirect.reached).toEqual(['/extern/personal/getlimit', '/extern/personal/acceptedworkingtimes']);
		} finally {
			redirect.close();
		}
	});
});

describe('testing the credential', () => {
	test('reads a day long past, and registers no webhook', async () => {
		expect(await probe()).toMatchObject({ status: 'OK' });
		expect((await lina.sent()).map(({ operation, path }) => [operation, path])).toEqual([['acceptedworkingtimes', '/lina/extern/personal/acceptedworkingtimes?businessdate=01.01.2020']]);
		expect(await lina.state('webhooks')).toEqual([]);
	});

	test('says what is wrong with a key', async () => {
		expect(await probe({ apiKey: '0'.repeat(40) })).toMatchObject({ status: 'Error', message: expect.stringMatching(/does not accept the API key/) });
		expect(await probe(await otherKey({ scopes: [] }))).toMatchObject({ status: 'Error', message: expect.stringMatching(/does not allow this key to read/) });
	});

	test('says that the server is not trusted', async () => {
		expect(await probe({ caCertificate: '' })).toMatchObject({ status: 'Error', message: expect.stringMatching(/CERT|SIGNED|trusted/) });
	});
});

describe('what LINA answers outside its contract', () => {
	test.each([
		['malformed', /with something that is not in its contract/],
		['truncate', /cut or timed out|not in its contract/],
	])('%s: told as such', async (kind, message) => {
		await lina.faults('getlimit', { kind, every: 1 });
		expect((await ask()).error?.message).toMatch(message);
	});

	test('an answer of success that says it is none is a refusal', async () => {
		await lina.faults('getlimit', { kind: 'business-error', code: 200, text: 'Mapping 090990-1234 is missing', every: 1 });
		const { error } = await ask();
		expect(error?.message).toMatch(/^LINA refused getlimit/);
		expect(error?.description).toContain('The service says: Mapping *** is missing');
		expect(await lina.sent()).toHaveLength(1);
	});

	test.each([
		[400, /^LINA refused getlimit/],
		[404, /^LINA does not know what getlimit asked for/],
		[500, /^LINA is out of order/],
	])('status %d', async (status, message) => {
		await lina.faults('getlimit', { kind: 'status', status, every: 1 });
		expect((await ask()).error?.message).toMatch(message);
	});
});
