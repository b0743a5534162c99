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
