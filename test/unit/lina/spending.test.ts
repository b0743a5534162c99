import { setClock } from '../../../nodes/kit/clock';
import { Failure } from '../../../nodes/kit/failure';
import type { Budget } from '../../../nodes/Lina/budget';
import { newRun, Spending } from '../../../nodes/Lina/spending';

const MINUTE = 60_000;

let time = Date.parse('2026-11-01T07:00:00+01:00');
let store = 0;
let ended = new AbortController();

/** Waits go by one after the other, however many wait: each sleeper wakes when the time has come. */
beforeEach(() => {
	store++;
	ended = new AbortController();
	time += 60 * MINUTE;
	setClock({
		now: () => new Date(time),
		sleep: async (ms) => {
			const until = time + ms;
			await new Promise((resolve) => setImmediate(resolve));
			time = Math.max(time, until);
		},
	});
});
/* Who still waits when a test has failed must not wait on by the real clock. */
afterEach(() => ended.abort());
afterAll(() => setClock());

const spending = (given: Partial<Budget> = {}, run = newRun(), signal = ended.signal) => new Spending(`store ${store}`, { limit: 3, reserve: 0, ...given }, run, signal);

const spend = async (of: Spending, calls = 1) => {
	for (let call = 0; call < calls; call++) of.over(await of.next());
};

/** Someone who waits; how it ends is looked at where it is awaited. */
function waitFor(of: Spending) {
	const call = of.next();
	call.catch(() => undefined);
	return call;
}

const failureOf = async (promise: Promise<unknown>): Promise<Failure> =>
	await promise.then(
		() => Promise.reject(new Error('It went well')),
		(failure: Failure) => failure,
	);

test('calls of a moment ago count, calls of more than 15 minutes ago do not', async () => {
	const own = spending({ onLimit: 'stop' });
	await spend(own, 3);
	time += 15 * MINUTE;
	expect((await failureOf(own.next())).details).toMatchObject({ kind: 'rate-limited', retryAfterMs: 1000 });
	time += 1000;
	await spend(own, 3);
});

test('a call counts from its end: LINA counts it when it arrives', async () => {
	const own = spending({ onLimit: 'stop', limit: 1 });
	const call = await own.next();
	time += 10 * MINUTE;
	own.over(call);
	time += 6 * MINUTE;
	expect((await failureOf(own.next())).details.retryAfterMs).toBe(9 * MINUTE + 1000);
});

test('a call under way counts', async () => {
	const own = spending({ onLimit: 'stop', limit: 2 });
	await Promise.all([own.next(), own.next()]);
	expect((await failureOf(own.next())).kind).toBe('rate-limited');
});

test('who waits is served in the order of coming', async () => {
	const own = spending();
	await spend(own, 3);
	const served: number[] = [];
	const wait = async (n: number) => (await spend(spending()), served.push(n));
	await Promise.all([wait(1), wait(2), wait(3)]);
	expect(served).toEqual([1, 2, 3]);
});

test('who comes does not overtake who waits', async () => {
	const own = spending({ limit: 1 });
	await spend(own);
	const waiting = waitFor(spending({ limit: 1 }));
	time += 16 * MINUTE;
	expect((await failureOf(spending({ limit: 1, onLimit: 'stop' }).next())).kind).toBe('rate-limited');
	own.over(await waiting);
});

test('who keeps a larger reserve and waits for it does not hold up those behind', async () => {
	const own = spending();
	await spend(own, 2);
	const careful = waitFor(spending({ reserve: 1 }));
	await spend(spending({ onLimit: 'stop' }));
	spending().over(await careful);
});

test('items that wait side by side wait once', async () => {
	const run = newRun();
	await spend(spending(), 3);
	const wait = async () => await spend(spending({ longestWaitMs: 16 * MINUTE }, run));
	await Promise.all([wait(), wait(), wait()]);
	expect(run.waitedMs).toBeLessThanOrEqual(16 * MINUTE);
});

test('the longest wait is that of all waits of an execution together', async () => {
	const own = spending({ longestWaitMs: 20 * MINUTE });
	await spend(own, 6);
	expect((await failureOf(own.next())).details.advice).toContain("raise 'Longest Wait'");
});

test('a wait ends when the user stops the execution', async () => {
	const stop = new AbortController();
	const own = spending({}, newRun(), stop.signal);
	await spend(own, 3);
	const waiting = failureOf(own.next());
	stop.abort();
	expect((await waiting).kind).toBe('cancelled');
	time += 16 * MINUTE;
	await spend(spending({ onLimit: 'stop' }), 3);
});

describe('where LINA refuses a call although one was left', () => {
	test('none is free until one of ours has left the count', async () => {
		const own = spending({ onLimit: 'stop' });
		await spend(own);
		time += 5 * MINUTE;
		own.refused(await own.next());
		expect((await failureOf(own.next())).details.retryAfterMs).toBe(10 * MINUTE + 1000);
		expect(own.used).toBe(1);
		time += 10 * MINUTE + 1000;
		await spend(own);
	});

	test('none is free for the whole window where none of ours counts', async () => {
		const own = spending({ onLimit: 'stop' });
		own.refused(await own.next());
		expect((await failureOf(own.next())).details.retryAfterMs).toBe(15 * MINUTE + 1000);
	});

	test('the limit it names lowers that of the user, and raises it only where he entered none', async () => {
		const own = spending({ onLimit: 'stop', limit: 50 });
		own.refused(await own.next(), 2);
		time += 16 * MINUTE;
		await spend(own, 2);
		expect((await failureOf(own.next())).details.advice).toContain('grants the store 2 calls');
		own.refused({}, 200);
		time += 16 * MINUTE;
		await spend(own, 50);
		expect((await failureOf(own.next())).details.advice).toContain('grants the store 50 calls');
		await spend(spending({ onLimit: 'stop', limit: undefined }), 149);
	});

	test('a limit below the reserve leaves one call', async () => {
		const own = spending({ onLimit: 'stop', limit: undefined, reserve: 10 });
		own.refused(await own.next(), 5);
		time += 16 * MINUTE;
		await spend(own);
		expect((await failureOf(own.next())).kind).toBe('rate-limited');
	});
});

test('a clock that was set back does not keep calls for ever', async () => {
	const own = spending({ onLimit: 'stop' });
	await spend(own, 3);
	time -= 60 * MINUTE;
	await spend(own, 3);
});

test('the message tells how many calls are left and when the next one is free', async () => {
	const run = { ...newRun(), left: 7 };
	const own = spending({ onLimit: 'stop' }, run);
	await spend(own, 3);
	const { message } = await failureOf(own.next());
	const free = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'medium' }).format(time + 15 * MINUTE + 1000);
	expect(message).toBe(`The calls to LINA are spent, and 7 are left to be made: the next one is free in 15 minutes 1 second, at ${free} (Europe/Berlin)`);
});
