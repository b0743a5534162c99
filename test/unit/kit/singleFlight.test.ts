import { setClock } from '../../../nodes/kit/clock';
import { singleFlight } from '../../../nodes/kit/singleFlight';

test('callers that come while it is under way share one answer', async () => {
	const gate = Promise.withResolvers<string>();
	let started = 0;
	const ask = () => singleFlight('log-in', () => (started++, gate.promise));
	const callers = [ask(), ask(), ask()];
	gate.resolve('token');
	expect(await Promise.all(callers)).toEqual(['token', 'token', 'token']);
	expect(started).toBe(1);
});

test('a caller that comes later starts anew', async () => {
	let started = 0;
	const ask = () => singleFlight('log-in', async () => ++started);
	expect([await ask(), await ask()]).toEqual([1, 2]);
});

test('different things do not wait for one another', async () => {
	const never = singleFlight('one', () => new Promise(() => {}));
	expect(await singleFlight('other', async () => 'done')).toBe('done');
	expect(await Promise.race([never, 'still waiting'])).toBe('still waiting');
});

test('a failure is shared too, and does not stick', async () => {
	const gate = Promise.withResolvers<never>();
	let started = 0;
	const ask = () => singleFlight('log-in', () => (started++, gate.promise));
	const callers = [ask(), ask()];
	gate.reject(new Error('refused'));
	expect((await Promise.allSettled(callers)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(started).toBe(1);
	expect(await singleFlight('log-in', async () => 'token')).toBe('token');
});

describe('what can be had only once', () => {
	let time = 0;
	beforeEach(() => setClock({ now: () => new Date(time) }));
	afterEach(() => setClock());

	test('is handed out for a while to those who come later, and then fetched anew', async () => {
		let started = 0;
		const ask = () => singleFlight('chain', async () => ++started, 1000);
		const first = await ask();
		time += 999;
		expect([first, await ask()]).toEqual([1, 1]);
		time += 1;
		expect(await ask()).toBe(2);
	});

	test('is fetched anew at once after a failure', async () => {
		let started = 0;
		const ask = () => singleFlight('lost chain', async () => (started++ ? 'token' : await Promise.reject(new Error('refused'))), 1000);
		await expect(ask()).rejects.toThrow('refused');
		expect(await ask()).toBe('token');
	});
});
