import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { LinaOffice } from '../../testing/lina.ts';

describe('the rate limit of LINA', () => {
	let office: LinaOffice;
	before(async () => {
		office = await LinaOffice.start();
	});
	after(() => office.close());
	beforeEach(() => office.reset());

	const read = async (): Promise<number> => (await office.get('getPersonalData')).status;
	const reads = async (count: number): Promise<number[]> => {
		const statuses = [];
		for (let call = 0; call < count; call += 1) statuses.push(await read());
		return statuses;
	};
	const used = async (): Promise<number> => (await office.get('getlimit')).body.calls;

	it('is 100 calls of the last 15 minutes, with the text of the contract', async () => {
		assert.deepEqual(new Set(await reads(100)), new Set([200]));
		assert.deepEqual(await office.get('getPersonalData'), {
			status: 429,
			body: { status: 'error', message: 'API-Calls exhausted: 100 Calls per 15 minutes' },
		});
		assert.deepEqual((await office.get('getlimit')).body, { status: 'success', limit: 100, calls: 100 });
	});

	it('slides: each call counts for 900 seconds by the clock, refused ones never', async () => {
		await office.turn('rateLimit', 2);
		assert.deepEqual(await reads(1), [200]);
		await office.later('PT10M');
		assert.deepEqual(await reads(3), [200, 429, 429]);
		await office.later('PT4M59S');
		assert.deepEqual(await reads(1), [429]);
		await office.later('PT1S');
		assert.deepEqual(await reads(2), [200, 429]);
		await office.later('PT10M');
		assert.deepEqual([await used(), await reads(2)], [1, [200, 429]]);
	});

	it('rateLimit: sets the number, in the text too', async () => {
		await office.turn('rateLimit', 0);
		assert.equal((await office.get('userdataperday', { businessdate: '01.10.2026' })).body.message, 'API-Calls exhausted: 0 Calls per 15 minutes');
		await office.turn('rateLimit', 1000);
		assert.equal(await read(), 200);
	});

	it('is of the store: all keys and tokens draw on it', async () => {
		await office.turn('rateLimit', 1);
		const [, { apiKey }] = (await office.state()).apiKeys;
		assert.equal((await office.get('getPersonalData', {}, { authorization: apiKey })).status, 200);
		assert.equal(await read(), 429);
	});

	it('counts every call that is signed in, also one that is refused for its rights or parameters', async () => {
		const [, { apiKey }] = (await office.state()).apiKeys;
		await office.get('getPersonalData', {}, { authorization: 'nobody' });
		assert.equal(await used(), 0);
		await office.post('saveShift', {}, { authorization: apiKey });
		await office.post('saveShift', {});
		await office.get('acceptedworkingtimes');
		assert.equal(await used(), 3);
	});

	it('leaves out tokens, getlimit and webhooks', async () => {
		await office.turn('rateLimit', 0);
		const { status, body } = await office.post('registerWebhook', { hookKey: 'personalData', url: 'http://127.0.0.1:1/' });
		assert.equal(status, 200);
		assert.equal((await office.post('deleteWebhook', { uuid: body.uuid })).status, 200);
		assert.equal((await office.get('getlimit')).status, 200);
		assert.equal((await office.token({ grant_type: 'refresh_token' })).status, 401);
	});

	it('strikes before a write is done', async () => {
		await office.turn('rateLimit', 0);
		const { shifts } = await office.state();
		assert.equal((await office.post('saveShift', {})).status, 429);
		assert.deepEqual((await office.state()).shifts, shifts);
	});

	it('a fault of status 429 says the same', async () => {
		await office.client.faults({ service: 'lina', operation: 'saveShift', kind: 'status', status: 429 });
		assert.equal((await office.post('saveShift', {})).body.message, 'API-Calls exhausted: 100 Calls per 15 minutes');
		await office.client.faults({ service: 'lina', operation: 'saveShift', kind: 'status', status: 503 });
		assert.deepEqual(await office.post('saveShift', {}), { status: 503, body: { status: 'error', message: 'Internal error (503).' } });
	});

	it('is whole again after a reset', async () => {
		await reads(1);
		await office.reset();
		assert.equal(await used(), 0);
	});
});
