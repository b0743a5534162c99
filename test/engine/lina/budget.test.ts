import type { IDataObject } from 'n8n-workflow';

import type { Work } from './clientNode';
import { days, withClient } from './clientNode';
import { LinaBench } from './lina';

const lina = new LinaBench({ seed: 7, people: 8, days: 5 });

/** Each test has a store of its own: what one has learned of its limit is not known to the next. */
let seed = 100;
beforeEach(async () => {
	await lina.control.reset({ seed: seed++ });
	await lina.passTime(0);
});

const MINUTE = 60_000;

/** So many reads, each of another day. */
const reads =
	(count: number, first = 0): Work =>
	async (client) => {
		client.announce(count);
		const rows: IDataObject[] = [];
		for (const businessdate of days(first + count).slice(first)) rows.push({ rows: (await client.read('acceptedworkingtimes', { businessdate })) as IDataObject[] });
		return rows;
	};

const shift = (userUuid: string) => ({ userUuid, datum: 1_793_228_400, von: 1_793_278_800, bis: 1_793_300_400 });

const statuses = async () => (await lina.sent()).map(({ answer }) => answer.status);

const answered = async (status: number) => (await statuses()).filter((given) => given === status).length;

/** Calls that others make for the same store, with a key of their own. */
const othersCall = async (count: number) => {
	const apiKey = String((await lina.state('apiKeys'))[1].apiKey);
	const { error } = await withClient(lina, reads(count), { credentials: await lina.credentials({ apiKey }), budget: { reserve: 0 } });
	expect(error).toBeUndefined();
};

describe('150 reads against a limit of 100', () => {
	test('never draw a 429 in wait mode', async () => {
		const { error, outputs } = await withClient(lina, reads(150));
		expect(error).toBeUndefined();
		expect(outputs[0].length).toBe(150);
		expect(await statuses()).toEqual(Array.from({ length: 150 }, () => 200));
		expect(lina.waited).toBeGreaterThan(15 * MINUTE);
		expect(lina.waited).toBeLessThan(16 * MINUTE);
	});

	test('never draw a 429 in wait mode without a reserve either', async () => {
		const { error } = await withClient(lina, reads(150), { budget: { reserve: 0 } });
		expect(error).toBeUndefined();
		expect(await statuses()).toEqual(Array.from({ length: 150 }, () => 200));
	});

	test('end in one clear message in stop mode', async () => {
		const { error, outputs } = await withClient(lina, reads(150), { budget: { onLimit: 'stop' } });
		expect(error?.message).toMatch(/^The calls to LINA are spent, and 60 are left to be made: the next one is free in 15 minutes 1 second, at \d\d:\d\d:\d\d \(Europe\/Berlin\)/);
		expect(error?.description).toMatch(/grants the store 100 calls in 15 minutes, of which 10 are kept in reserve\. Run it again then, or set 'On Rate Limit' to Wait\./);
		expect(outputs).toEqual([]);
		expect(await statuses()).toEqual(Array.from({ length: 90 }, () => 200));
		expect(lina.waited).toBe(0);
	});

	test('end so for items, too: the first that is not served says so, and none after it is tried', async () => {
		const items = Array.from({ length: 150 }, () => ({}));
		const one: Work = async (client, index) => [{ rows: (await client.read('acceptedworkingtimes', { businessdate: days(150)[index] })) as IDataObject[] }];
		const { error } = await withClient(lina, one, { items, budget: { onLimit: 'stop' } });
		expect(error?.message).toMatch(/1 is left to be made.*\[item 90\]$/);
		expect(await answered(200)).toBe(90);
		expect(await answered(429)).toBe(0);
	});

	test('end in wait mode where the longest wait is too short, without waiting in vain', async () => {
		const { error } = await withClient(lina, reads(150), { budget: { longestWaitMs: 10 * MINUTE } });
		expect(error?.message).toMatch(/60 are left to be made: the next one is free in 15 minutes/);
		expect(error?.description).toMatch(/raise 'Longest Wait'/);
		expect(error).toHaveProperty('failure', { cause: 'rate-limited', retryAfterMs: 901_000 });
		expect(lina.waited).toBe(0);
	});

	test('the longest wait is that of all waits of an execution together', async () => {
		const { error } = await withClient(lina, reads(200), { budget: { longestWaitMs: 16 * MINUTE } });
		expect(error?.message).toMatch(/20 are left to be made/);
		expect(await statuses()).toEqual(Array.from({ length: 180 }, () => 200));
	});

	test('a wait ends when the user stops the execution', async () => {
		const stop = Promise.withResolvers<void>();
		const work: Work = async (client, index, context) => {
			const rows = await reads(90)(client, index, context);
			stop.resolve();
			return [...rows, ...(await reads(60, 90)(client, index, context))];
		};
		const { status } = await withClient(lina, work, { abortAfter: stop.promise });
		expect(status).toBe('canceled');
		expect(await answered(200)).toBe(90);
		expect(lina.waited).toBeLessThan(MINUTE);
	});
});

describe('one store has one count', () => {
	test('two executions at once that share a credential never draw a 429', async () => {
		const credentials = await lina.credentials();
		const [one, other] = await Promise.all([withClient(lina, reads(75), { credentials }), withClient(lina, reads(75, 75), { credentials })]);
		expect([one.error, other.error]).toEqual([undefined, undefined]);
		expect(await statuses()).toEqual(Array.from({ length: 150 }, () => 200));
	});

	test('neither do they where reads are made side by side', async () => {
		const work: Work = async (client) => (await Promise.all(days(103).map(async (businessdate) => await client.read('acceptedworkingtimes', { businessdate })))).map(() => ({}));
		const { error } = await withClient(lina, work, { budget: { reserve: 0 } });
		expect(error).toBeUndefined();
		expect(await statuses()).toEqual(Array.from({ length: 103 }, () => 200));
	});

	test('the reserve of a node is there for another', async () => {
		await withClient(lina, reads(90));
		const [stopped, served] = [await withClient(lina, reads(1, 90), { budget: { onLimit: 'stop' } }), await withClient(lina, reads(10, 91), { budget: { onLimit: 'stop', reserve: 0 } })];
		expect(stopped.error?.message).toMatch(/spent/);
		expect(served.error).toBeUndefined();
		expect(await answered(200)).toBe(100);
	});

	test('the same store under another form of its address has the same', async () => {
		await withClient(lina, reads(90));
		const credentials = await lina.credentials({ baseUrl: `https://LOCALHOST:${lina.sandbox.httpsPort}/lina/extern/personal/` });
		const { error } = await withClient(lina, reads(1, 90), { credentials, budget: { onLimit: 'stop' } });
		expect(error?.message).toMatch(/spent/);
	});

	test('stores do not share one', async () => {
		await withClient(lina, reads(90));
		const apiKey = String((await lina.state('apiKeys'))[1].apiKey);
		const { error } = await withClient(lina, reads(1), { credentials: await lina.credentials({ apiKey }), budget: { onLimit: 'stop' } });
		expect(error).toBeUndefined();
	});
});

describe('trap: others ask for the same store', () => {
	test('a 429 is waited out, and the read made again', async () => {
		await othersCall(100);
		const { error, outputs } = await withClient(lina, reads(1));
		expect(error).toBeUndefined();
		expect(outputs[0].length).toBe(1);
		expect((await statuses()).slice(100)).toEqual([429, 200]);
		expect(lina.waited).toBeGreaterThanOrEqual(15 * MINUTE);
	});

	test('a 429 ends the run in stop mode, and the next one is not even sent', async () => {
		await othersCall(100);
		const [first, second] = [await withClient(lina, reads(1), { budget: { onLimit: 'stop' } }), await withClient(lina, reads(1), { budget: { onLimit: 'stop' } })];
		for (const { error } of [first, second]) {
			expect(error?.message).toMatch(/the next one is free in 15 minutes/);
			expect(error).toHaveProperty('failure.cause', 'rate-limited');
		}
		expect((await statuses()).slice(100)).toEqual([429]);
	});

	test('a shift that drew a 429 was not executed: it is written once, afterwards', async () => {
		await lina.control.switches({ 'lina.closedDay': 'accepted' });
		const [userUuid] = await lina.consenting();
		await othersCall(100);
		const work: Work = async (client) => [{ outcome: (await client.post('saveShift', shift(userUuid))).outcome }];
		const { outputs } = await withClient(lina, work);
		expect(outputs[0].map(({ json }) => json)).toEqual([{ outcome: 'ok' }]);
		expect((await lina.sent('saveShift')).map(({ answer }) => answer.status)).toEqual([429, 200]);
	});
});

describe('the limit that LINA names in its refusal', () => {
	test.each([
		[40, 30],
		[20, 10],
	])('lowers ours to %d', async (rateLimit, served) => {
		await lina.control.switches({ 'lina.rateLimit': rateLimit });
		await withClient(lina, reads(rateLimit + 1), { budget: { onLimit: 'stop' } });
		expect(await statuses()).toEqual([...Array.from({ length: rateLimit }, () => 200), 429]);
		await lina.passTime(17 * MINUTE);
		const { error } = await withClient(lina, reads(rateLimit), { budget: { onLimit: 'stop' } });
		expect(error?.description).toContain(`grants the store ${rateLimit} calls`);
		expect((await statuses()).slice(rateLimit + 1)).toEqual(Array.from({ length: served }, () => 200));
	});

	test('raises ours, where the user entered none', async () => {
		await lina.control.switches({ 'lina.rateLimit': 300 });
		await othersCall(90);
		await lina.control.faults({ service: 'lina', operation: 'acceptedworkingtimes', kind: 'status', status: 429, times: 1 });
		await withClient(lina, reads(1), { budget: { onLimit: 'stop' } });
		await lina.passTime(17 * MINUTE);
		const { error } = await withClient(lina, reads(200), { budget: { onLimit: 'stop' } });
		expect(error).toBeUndefined();
	});

	test('does not raise what the user entered', async () => {
		await lina.control.switches({ 'lina.rateLimit': 300 });
		await lina.control.faults({ service: 'lina', operation: 'acceptedworkingtimes', kind: 'status', status: 429, times: 1 });
		await withClient(lina, reads(1), { budget: { onLimit: 'stop' } });
		await lina.passTime(17 * MINUTE);
		const { error } = await withClient(lina, reads(60), { budget: { onLimit: 'stop', limit: 50 } });
		expect(error?.description).toContain('grants the store 50 calls');
	});
});

describe('what counts', () => {
	test('a read that is made again after a failure of the service counts each time', async () => {
		await lina.control.faults({ service: 'lina', operation: 'acceptedworkingtimes', kind: 'status', status: 503, nth: 1 });
		const { outputs } = await withClient(lina, async (client) => [(await client.read('acceptedworkingtimes', { businessdate: '01.05.2026' }), { used: client.used })]);
		expect(outputs[0][0].json).toEqual({ used: 2 });
	});

	test('webhooks and the question for the limit do not', async () => {
		const work: Work = async (client) => {
			await client.limit('getlimit');
			const { outcome } = await client.webhook('registerWebhook', { hookKey: 'personalData', url: 'http://127.0.0.1:9/lina' });
			return [{ outcome, used: client.used }];
		};
		const { outputs } = await withClient(lina, work);
		expect(outputs[0][0].json).toEqual({ outcome: 'ok', used: 0 });
		expect(await lina.sent()).toHaveLength(2);
	});

	test('the same read is made once in a run, and again in the next one', async () => {
		const credentials = await lina.credentials();
		const work: Work = async (client) => {
			const ask = async () => await client.read('acceptedworkingtimes', { businessdate: '01.05.2026' });
			await Promise.all([ask(), ask()]);
			return [{ rows: (await ask()) as IDataObject[] }];
		};
		await withClient(lina, work, { credentials, items: [{}, {}] });
		expect(await lina.sent()).toHaveLength(1);
		await withClient(lina, work, { credentials });
		expect(await lina.sent()).toHaveLength(2);
	});

	test('a read that went wrong is made anew when it is asked for again', async () => {
		await lina.control.faults({ service: 'lina', operation: 'acceptedworkingtimes', kind: 'status', status: 403, nth: 1 });
		const one: Work = async (client) => [{ rows: (await client.read('acceptedworkingtimes', { businessdate: '01.05.2026' })) as IDataObject[] }];
		const { outputs } = await withClient(lina, one, { items: [{}, {}], onError: 'continueRegularOutput' });
		expect(outputs[0].map(({ json }) => 'error' in json)).toEqual([true, false]);
	});
});
