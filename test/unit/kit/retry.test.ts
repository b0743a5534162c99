import { setClock } from '../../../nodes/kit/clock';
import type { Answer, Exchange, NoAnswer, Repeatable } from '../../../nodes/kit/retry';
import { isAnswer, leavesOpen, MAX_WAIT_MS, mayRepeat, retryAfterMs, withRetry } from '../../../nodes/kit/retry';

const NOW = new Date('2026-11-01T06:00:00Z');
let waited: number[] = [];

beforeEach(() => {
	waited = [];
	setClock({ now: () => NOW, sleep: async (ms) => void waited.push(ms) });
});
afterAll(() => setClock());

const answer = (status: number, headers: Record<string, string> = {}, more: Partial<Answer> = {}): Answer => ({ status, headers, text: '', ...more });
const none = (fields: Partial<NoAnswer>): NoAnswer => ({ noAnswer: true, mayHaveActed: true, transient: true, error: new Error('lost'), ...fields });

const ALL: Repeatable[] = ['read', 'keyed', 'never'];
const total = () => waited.reduce((sum, ms) => sum + ms, 0);

describe('whether a call may be made again', () => {
	/** What came, and for which calls it may be repeated. */
	const TABLE: Array<[string, Exchange, Repeatable[]]> = [
		['200', answer(200), []],
		['204', answer(204), []],
		['200 with half an answer', answer(200, {}, { garbled: true }), ['read', 'keyed']],
		['301', answer(301), []],
		['302', answer(302), []],
		['400', answer(400), []],
		['401', answer(401), []],
		['403', answer(403), []],
		['404', answer(404), []],
		['408', answer(408), []],
		['409', answer(409), []],
		['429', answer(429), ALL],
		['500', answer(500), ['read', 'keyed']],
		['501', answer(501), []],
		['502', answer(502), ['read', 'keyed']],
		['503', answer(503), ['read', 'keyed']],
		['503 with Retry-After', answer(503, { 'retry-after': '1' }), ['read', 'keyed']],
		['504', answer(504), ['read', 'keyed']],
		['nothing; it may have been acted upon', none({ mayHaveActed: true }), ['read', 'keyed']],
		['nothing; it never arrived', none({ mayHaveActed: false }), ALL],
		['nothing, for a reason that stays', none({ mayHaveActed: false, transient: false }), []],
		['nothing, for a reason that stays, acted upon or not', none({ mayHaveActed: true, transient: false }), []],
	];

	test.each(TABLE)('after %s', (_, exchange, repeatable) => {
		expect(ALL.filter((kind) => mayRepeat(exchange, kind))).toEqual(repeatable);
	});
});

test.each([[200, false], [302, false], [400, false], [404, false], [408, true], [429, false], [499, false], [500, true], [503, true]])('status %d leaves a write open: %s', (status, open) => {
	expect(leavesOpen(status)).toBe(open);
});

describe('the time that a service asks to wait', () => {
	test.each([
		['0', 0],
		['5', 5000],
		['1.5', 1500],
		['-3', 0],
		['Sun, 01 Nov 2026 06:00:30 GMT', 30_000],
		['Sun, 01 Nov 2026 05:59:30 GMT', 0],
		['soon', undefined],
	])('is read from Retry-After: %s', (value, ms) => {
		expect(retryAfterMs(answer(429, { 'retry-after': value }))).toBe(ms);
	});

	test('is none without the header', () => {
		expect(retryAfterMs(answer(429))).toBeUndefined();
	});
});

describe('a call that is repeated', () => {
	/** Calls that give these exchanges one after the other, the last one for ever. */
	const giving = (...exchanges: Exchange[]) => {
		let made = 0;
		const call = async (): Promise<Exchange> => exchanges[Math.min(made++, exchanges.length - 1)];
		return { call, made: () => made };
	};

	test('ends with the first answer that needs no repeat', async () => {
		const { call, made } = giving(none({}), answer(503), answer(200));
		expect(await withRetry(call, 'read')).toEqual(answer(200));
		expect(made()).toBe(3);
	});

	test('is made four times at most, and gives the last exchange', async () => {
		const { call, made } = giving(answer(503), answer(503), answer(503), answer(502), answer(200));
		expect(await withRetry(call, 'read')).toEqual(answer(502));
		expect(made()).toBe(4);
	});

	test('is made once when it may not be repeated', async () => {
		const { call, made } = giving(none({ mayHaveActed: true }), answer(200));
		expect(isAnswer(await withRetry(call, 'never'))).toBe(false);
		expect(made()).toBe(1);
		expect(waited).toEqual([]);
	});

	test('waits as long as it is asked to, and not much longer', async () => {
		for (const value of ['7', 'Sun, 01 Nov 2026 06:00:07 GMT']) {
			waited = [];
			await withRetry(giving(answer(429, { 'retry-after': value }), answer(200)).call, 'never');
			expect(total()).toBeGreaterThanOrEqual(7000);
			expect(total()).toBeLessThanOrEqual(8000);
		}
	});

	test('waits longer each time, with chance in it, when it is not told how long', async () => {
		const random = jest.spyOn(Math, 'random').mockReturnValue(1);
		await withRetry(giving(answer(503)).call, 'read');
		expect(total()).toBe(3 * 250 + 1000 + 2000 + 4000);
		random.mockReturnValue(0);
		waited = [];
		await withRetry(giving(answer(503)).call, 'read');
		expect(total()).toBe(3 * 250);
		random.mockRestore();
	});

	test('is not waited for beyond the cap: the caller gets the time that is left', async () => {
		const patient = answer(429, { 'retry-after': String(MAX_WAIT_MS / 1000 + 1) });
		const { call, made } = giving(patient, answer(200));
		expect(await withRetry(call, 'read')).toBe(patient);
		expect(made()).toBe(1);
		expect(waited).toEqual([]);
	});

	test('is not made again once the execution is cancelled', async () => {
		const { call, made } = giving(answer(503));
		expect(await withRetry(call, 'read', AbortSignal.abort())).toEqual(answer(503));
		expect(made()).toBe(1);
	});

	test('stops waiting soon after the execution is cancelled', async () => {
		const cancel = new AbortController();
		setClock({ now: () => NOW, sleep: async (ms) => void (waited.push(ms) === 2 && cancel.abort()) });
		const { call, made } = giving(answer(429, { 'retry-after': '30' }), answer(200));
		await withRetry(call, 'read', cancel.signal);
		expect(made()).toBe(1);
		expect(total()).toBeLessThanOrEqual(1000);
	});
});

test.each(ALL)('a 429 is given back at once to a caller that counts its calls (%s)', async (repeatable) => {
	let calls = 0;
	const given = await withRetry(async () => (calls++, answer(429)), repeatable, undefined, 'give back');
	expect([calls, given, waited]).toEqual([1, answer(429), []]);
});

test('a failure of the service is tried again for such a caller, too', async () => {
	let calls = 0;
	await withRetry(async () => answer(calls++ ? 200 : 503), 'read', undefined, 'give back');
	expect(calls).toBe(2);
});
