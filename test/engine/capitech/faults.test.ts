import type { IDataObject } from 'n8n-workflow';

import type { FaultRule } from '../support';
import { CapitechBench, GET_MANY, keysOf, LOGIN, rowsOf, setPackClock } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });
const FROM = '2026-10-27';
const TO = '2026-10-31';

const fault = async (rule: Partial<FaultRule> & { kind: string }) => await capitech.control.faults({ service: 'capitech', operation: GET_MANY, ...rule });
const requests = async () => (await capitech.sent(GET_MANY)).length;
const allRows = async () => keysOf(await capitech.held(FROM, TO)).sort();

const PASSING: Array<[string, Partial<FaultRule> & { kind: string }]> = [
	['a 429', { kind: 'status', status: 429 }],
	['a 429 with Retry-After', { kind: 'status', status: 429, retryAfter: 7 }],
	['a 500', { kind: 'status', status: 500 }],
	['a 502', { kind: 'status', status: 502 }],
	['a 503', { kind: 'status', status: 503 }],
	['a 504', { kind: 'status', status: 504 }],
	['a connection cut before the service acts', { kind: 'reset-before' }],
	['a connection cut after it', { kind: 'reset-after' }],
	['an answer cut in the middle', { kind: 'truncate' }],
	['an answer that is no JSON', { kind: 'malformed' }],
	['a session that ended meanwhile', { kind: 'expire-token' }],
];

describe('a read is made again', () => {
	test.each(PASSING)('after %s', async (_what, rule) => {
		await fault({ ...rule, times: 1 });
		const result = await capitech.getMany(FROM, TO);
		expect(result.error?.message).toBeUndefined();
		expect(keysOf(rowsOf(result)).sort()).toEqual(await allRows());
		expect(await requests()).toBe(2);
	});

	test.each(PASSING.filter(([, { kind }]) => kind !== 'expire-token'))('after %s, three times at most', async (_what, rule) => {
		await fault(rule);
		const { status, outputs } = await capitech.getMany(FROM, TO);
		expect(status).toBe('error');
		expect(outputs.flat()).toEqual([]);
		expect(await requests()).toBe(4);
	});

	test('with the same body', async () => {
		await fault({ kind: 'status', status: 503, times: 2 });
		await capitech.getMany(FROM, TO, { filters: { orderIds: '501' } });
		const bodies = (await capitech.sent(GET_MANY)).map(({ body }) => body);
		expect(bodies.length).toBe(3);
		expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
	});

	test('only for the window that failed', async () => {
		await fault({ kind: 'status', status: 503, nth: 2 });
		await capitech.getMany('2026-08-01', '2026-10-31');
		const windows = (await capitech.sent(GET_MANY)).map(({ body }) => body.fromDate);
		expect(windows).toEqual(['2026-07-31', '2026-08-31', '2026-08-31', '2026-10-01', '2026-11-01']);
	});
});

test.each([
	[7, 7_000],
	['20', 20_000],
])('after a 429 it waits at least the %s seconds asked for', async (retryAfter, least) => {
	await fault({ kind: 'status', status: 429, retryAfter, times: 1 });
	await capitech.getMany(FROM, TO);
	expect(capitech.waited).toBeGreaterThanOrEqual(least);
	expect(capitech.waited).toBeLessThan(least + 5_000);
});

test('the time to wait can be given as a date, too', async () => {
	await setPackClock({ sleep: async (ms) => void (capitech.waited += ms), now: () => new Date('2026-11-01T06:00:00Z') });
	await fault({ kind: 'status', status: 503, retryAfter: 'Sun, 01 Nov 2026 06:00:30 GMT', times: 1 });
	expect((await capitech.getMany(FROM, TO)).status).toBe('success');
	expect(capitech.waited).toBeGreaterThanOrEqual(30_000);
	expect(capitech.waited).toBeLessThan(35_000);
});

test('a wait longer than a minute is left to the workflow, which is told how long', async () => {
	await fault({ kind: 'status', status: 429, retryAfter: 600 });
	const { status, error } = await capitech.getMany(FROM, TO);
	expect(status).toBe('error');
	expect(await requests()).toBe(1);
	expect(capitech.waited).toBe(0);
	expect(error).toMatchObject({ failure: { cause: 'rate-limited', retryAfterMs: 600_000 } });
});

describe('a read is not made again', () => {
	test.each([400, 403, 404, 405])('after a %i', async (status) => {
		await fault({ kind: 'status', status });
		expect((await capitech.getMany(FROM, TO)).status).toBe('error');
		expect(await requests()).toBe(1);
		expect(capitech.waited).toBe(0);
	});

	test('after a refusal, which is told in the words of the service', async () => {
		await fault({ kind: 'business-error', text: 'Klienten er stengt for lesing.', code: 17 });
		const { error } = await capitech.getMany(FROM, TO);
		expect(error?.message).toBe('Capitech refused Time/getTimeTransactions [item 0]');
		expect(error?.description).toContain('The service says: Klienten er stengt for lesing. / 17');
		expect(await requests()).toBe(1);
	});

	test('a third time where the session ends with each request: it logs in once more, and says so', async () => {
		await fault({ kind: 'expire-token' });
		const { error } = await capitech.getMany(FROM, TO);
		expect(error?.message).toBe('Capitech does not let this user in [item 0]');
		expect(await requests()).toBe(2);
		expect((await capitech.sent(LOGIN)).length).toBe(2);
	});
});

describe('a failure says what it was', () => {
	test.each([
		['a 429', { kind: 'status', status: 429 }, 'Capitech is asked too often', 'rate-limited'],
		['a 503', { kind: 'status', status: 503 }, 'Capitech is out of order', 'temporarily-unavailable'],
		['a cut connection', { kind: 'reset-before' }, 'The connection was cut or timed out before an answer came', 'temporarily-unavailable'],
		['a 401', { kind: 'status', status: 401 }, 'Capitech does not let this user in', 'credential-invalid'],
		['a 403', { kind: 'status', status: 403 }, 'Capitech does not let this user in', 'credential-invalid'],
	])('after %s', async (_what, rule, message, cause) => {
		await fault(rule);
		const { error } = await capitech.getMany(FROM, TO);
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(error).toMatchObject({ failure: { cause } });
		expect(error?.description).toBeTruthy();
	});

	test('an answer that is no JSON is told as such, without any of it', async () => {
		await fault({ kind: 'malformed' });
		const { error } = await capitech.getMany(FROM, TO);
		expect(error?.message).toMatch(/not in its contract \[item 0\]$/);
		const [{ entry }] = await capitech.sent(GET_MANY);
		expect(entry.answer.body).toContain('"employee"');
		expect(JSON.stringify({ ...error, description: error?.description })).not.toContain('"employee"');
	});
});

describe('the log-in', () => {
	test.each(PASSING.filter(([, { kind }]) => kind !== 'expire-token'))('is made again after %s, too', async (_what, rule) => {
		await fault({ ...rule, operation: LOGIN, times: 2 });
		const result = await capitech.getMany(FROM, TO);
		expect(result.error?.message).toBeUndefined();
		expect((await capitech.sent(LOGIN)).length).toBe(3);
	});

	test.each([
		['a 429', { kind: 'status', status: 429 }, 'rate-limited'],
		['a 503', { kind: 'status', status: 503 }, 'temporarily-unavailable'],
		['a cut connection', { kind: 'reset-after' }, 'temporarily-unavailable'],
		['an answer that is no JSON', { kind: 'malformed' }, undefined],
	])('that fails with %s is no matter of the password', async (_what, rule, cause) => {
		await fault({ ...rule, operation: LOGIN });
		const { error } = await capitech.getMany(FROM, TO);
		expect((error as { failure?: { cause: string } } | undefined)?.failure?.cause).toBe(cause);
		expect(`${error?.message} ${error?.description}`).not.toMatch(/password|refused/);
	});
});

test('trouble here and there costs no row and doubles none', async () => {
	const rule = (kind: string, every: number, more: IDataObject = {}) => ({ service: 'capitech', kind, every, ...more });
	await capitech.control.switches({ 'capitech.rowCap': 12 });
	await capitech.control.faults(rule('status', 5, { status: 503 }), rule('reset-after', 6), rule('truncate', 7), rule('expire-token', 11));
	const result = await capitech.getMany(FROM, TO);
	expect(result.error?.message).toBeUndefined();
	expect(keysOf(rowsOf(result)).sort()).toEqual(await allRows());
	const struck = new Set((await capitech.sent()).flatMap(({ entry }) => entry.faults));
	expect([...struck].sort()).toEqual(['expire-token', 'reset-after', 'status', 'truncate']);
});
