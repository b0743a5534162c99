import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import type { Json } from '../../testing/client.ts';
import { LinaOffice, type LinaReply } from '../../testing/lina.ts';

const REFUSED = { status: 401, body: { status: 'error', message: 'Not authenticated.' } };

describe('signing in to LINA', () => {
	let office: LinaOffice;
	before(async () => {
		office = await LinaOffice.start();
	});
	after(() => office.close());
	beforeEach(() => office.reset());

	const limit = (headers: Record<string, string>): Promise<LinaReply> => office.get('getlimit', {}, headers);
	const withToken = (token: string): Promise<LinaReply> => limit({ authorization: `Bearer ${token}` });
	const client = async (): Promise<Json> => (await office.state()).clients[0];

	describe('with an API key', () => {
		it('takes it in Authorization, with and without the word Bearer', async () => {
			const statuses = [];
			for (const prefix of ['', 'Bearer ', 'bearer ']) statuses.push((await limit({ authorization: prefix + office.key })).status);
			assert.deepEqual(statuses, [200, 200, 200]);
			assert.match(office.key, /^[\da-f]{40}$/);
		});

		it('refuses one that is missing, unknown or in another header', async () => {
			const inAuthorization = ['', 'Bearer', `Basic ${office.key}`, office.key.slice(1)].map((authorization) => ({ authorization }));
			for (const headers of [...inAuthorization, { 'x-api-key': office.key }]) {
				assert.deepEqual(await limit(headers as Record<string, string>), REFUSED);
			}
		});

		it('keyHeader: takes it in X-API-KEY alone', async () => {
			await office.turn('keyHeader', 'xApiKey');
			assert.equal((await limit({ 'x-api-key': office.key })).status, 200);
			assert.deepEqual(await limit({ authorization: office.key }), REFUSED);
		});

		it('knows the addresses it may be used from', async () => {
			const from = async (ipAddresses: string): Promise<number> => {
				await office.put({ apiKeys: [{ apiKey: office.key, ipAddresses }] });
				return (await limit({ authorization: office.key })).status;
			};
			assert.deepEqual([await from('203.0.113.5'), await from('203.0.113.5; 127.0.0.1'), await from('')], [403, 200, 200]);
		});

		it('ends it after its days', async () => {
			await office.put({ apiKeys: [{ apiKey: office.key, validDays: 2 }] });
			await office.later('PT47H59M');
			assert.equal((await limit({ authorization: office.key })).status, 200);
			await office.later('PT1M');
			assert.deepEqual(await limit({ authorization: office.key }), REFUSED);
		});

		it('knows what it may do', async () => {
			const authorization = (await office.state()).apiKeys[1].apiKey;
			assert.equal((await office.get('getPersonalData', {}, { authorization })).status, 200);
			assert.deepEqual(await office.post('saveShift', {}, { authorization }), {
				status: 403,
				body: { status: 'error', message: 'Scope personal_write is missing.' },
			});
			await office.put({ apiKeys: [{ apiKey: authorization, scopes: ['personal_write'] }] });
			assert.equal((await office.get('getPersonalData', {}, { authorization })).status, 403);
		});

		it('makes it from the seed', async () => {
			const { key } = office;
			await office.client.control('POST', '/control/reset', { people: 1, days: 1, seed: 8 });
			const [other] = (await office.state()).apiKeys;
			assert.notEqual(other.apiKey, key);
			assert.deepEqual(await limit({ authorization: key }), REFUSED);
		});
	});

	describe('with a token', () => {
		const refresh = async (more: Record<string, string> = {}): Promise<LinaReply> => {
			const { clientId, clientSecret, refreshToken } = await client();
			return office.token({ grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken, ...more });
		};

		it('gives one for a refresh token, which is used up, and a new refresh token', async () => {
			const { refreshToken } = await client();
			const { status, body } = await refresh();
			assert.deepEqual([status, body.token_type, body.expires_in], [200, 'Bearer', 3600]);
			assert.match(body.access_token, /^[\da-f]{40}$/);
			assert.equal((await client()).refreshToken, body.refresh_token);
			assert.equal((await withToken(body.access_token)).status, 200);
			assert.deepEqual(await refresh({ refresh_token: refreshToken }), { status: 400, body: { status: 'error', message: 'invalid_grant' } });
			assert.equal((await withToken(body.access_token)).status, 200, 'a used one harms nothing');
			assert.equal((await refresh()).status, 200);
		});

		it('refuses wrong clients and other grants', async () => {
			assert.equal((await refresh({ client_secret: 'x' })).status, 401);
			assert.equal((await refresh({ client_id: 'x' })).status, 401);
			assert.equal((await refresh({ grant_type: 'password' })).body.message, 'unsupported_grant_type');
			assert.equal((await office.call('/oauth2/token', '', { method: 'GET' })).status, 405);
			assert.equal((await office.call('/oauth2/userinfo', '', { method: 'GET' })).status, 404);
		});

		it('tokenSeconds: ends it by the clock', async () => {
			const ends = async (before: string): Promise<void> => {
				const token = (await refresh()).body.access_token;
				await office.later(before);
				assert.equal((await withToken(token)).status, 200);
				await office.later('PT1S');
				assert.deepEqual(await withToken(token), REFUSED);
			};
			await ends('PT59M59S');
			await office.turn('tokenSeconds', 60);
			await ends('PT59S');
		});

		it('loses it to the fault expire-token, not the chain', async () => {
			const token = (await refresh()).body.access_token;
			await office.client.faults({ service: 'lina', operation: 'getlimit', kind: 'expire-token', times: 1 });
			assert.deepEqual(await withToken(token), REFUSED);
			assert.equal((await withToken((await refresh()).body.access_token)).status, 200);
		});

		it('has the rights of its client, and none over webhooks', async () => {
			await office.put({ clients: [{ clientId: (await client()).clientId, scopes: ['personal_read'] }] });
			const authorization = (await refresh()).body.access_token;
			assert.equal((await office.get('getPersonalData', {}, { authorization })).status, 200);
			assert.equal((await office.post('saveShift', {}, { authorization })).status, 403);
			const webhook = await office.post('registerWebhook', { hookKey: 'personalData', url: 'http://127.0.0.1:1/' }, { authorization });
			assert.deepEqual([webhook.status, (await office.state()).webhooks], [403, []]);
		});
	});

	describe('authorize', () => {
		const question = async (more: Record<string, string | undefined> = {}): Promise<LinaReply> => {
			const { clientId, redirectUri } = await client();
			const all = { state: 'x'.repeat(20), response_type: 'json', client_id: clientId, redirect_uri: redirectUri, scope: 'openid,personal_read', ...more };
			const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
			return office.call(`/oauth2/authorize?${new URLSearchParams(given)}`, '', { method: 'GET' });
		};

		it('gives a code that the token endpoint exchanges, once and within ten minutes', async () => {
			const { clientId, clientSecret, redirectUri } = await client();
			const exchange = (code: string, redirect_uri = redirectUri): Promise<LinaReply> =>
				office.token({ grant_type: 'authorization_code', client_id: clientId, client_secret: clientSecret, code, redirect_uri });
			const { status, body } = await question({ state: 'y'.repeat(40) });
			assert.deepEqual([status, body.state], [200, 'y'.repeat(40)]);
			const token = await exchange(body.code);
			assert.equal((await withToken(token.body.access_token)).status, 200);
			assert.equal((await exchange(body.code)).status, 400);
			assert.equal((await exchange((await question()).body.code, 'https://elsewhere.example')).status, 400);
			const late = (await question()).body.code;
			await office.later('PT10M');
			assert.equal((await exchange(late)).status, 400);
		});

		for (const [what, parameters, text] of [
			['a short state', { state: 'x'.repeat(19) }, /state must have 20 to 40/],
			['a long state', { state: 'x'.repeat(41) }, /state must have 20 to 40/],
			['no state', { state: undefined }, /state is missing/],
			['another response type', { response_type: 'code' }, /response_type must be json/],
			['an unknown client', { client_id: 'f'.repeat(40) }, /client_id is unknown/],
			['a secret', { client_secret: 'x' }, /must not be sent/],
			['another redirect', { redirect_uri: 'https://elsewhere.example' }, /redirect_uri/],
			['scopes by blanks', { scope: 'openid personal_read' }, /contain openid/],
			['an unknown scope', { scope: 'openid,bwa_read' }, /bwa_read is not granted/],
		] as const) {
			it(`refuses ${what}`, async () => {
				const { status, body } = await question(parameters);
				assert.deepEqual([status, body.status], [400, 'error']);
				assert.match(body.message, text);
			});
		}
	});
});
