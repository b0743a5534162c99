import { DataTables } from './dataTables';
import { hours, LEASE_TIME, UPDATE, useChain } from './support';

const chain = useChain({ people: 8, days: 10 });

test('of two runs at the same moment at most one works; the other refuses to start and says why', async () => {
	await chain.makeTrouble();
	const runs = await Promise.all([chain.run(), chain.run()]);
	const refused = runs.filter(({ result }) => result.error);
	expect(refused.length).toBeGreaterThan(0);
	for (const { result } of refused) expect(result.error?.message).toMatch(/exported by another run/);
	await chain.runToEnd();
	expect(await chain.problems()).toEqual([]);
});

test('while a run is at work another one refuses to start', async () => {
	let second: string | undefined;
	await chain.runToEnd({ meanwhile: { 'All Posted Rows': async () => void (second = (await chain.run()).result.error?.message) } });
	expect(second).toMatch(/exported by another run \(execution .*\), until/);
	expect(await chain.problems()).toEqual([]);
});

test('a run that fails lets the next one start at once', async () => {
	const failing = async () => {
		throw new Error('the service went down');
	};
	const { result } = await chain.run({ meanwhile: { 'All Posted Rows': failing } });
	expect(result.error).toBeDefined();
	await chain.runToEnd();
	expect(await chain.problems()).toEqual([]);
});

test('after a machine that went down in a run the next one starts when the lease has run out, and not before', async () => {
	await chain.runToEnd();
	const [lease] = chain.tables.rows('nordic_workforce_runs');
	Object.assign(lease, { holder: '4711', until: new Date(chain.time + 3_600_000) });
	expect((await chain.run()).result.error?.message).toMatch(/exported by another run \(execution 4711\), until/);
	await chain.advance(LEASE_TIME);
	await chain.runToEnd();
});

test('a run whose lease ran out and was taken by another posts nothing', async () => {
	const takenOver = async () => {
		await chain.advance(LEASE_TIME);
		await chain.runToEnd();
	};
	const { result } = await chain.run({ meanwhile: { 'Keep the Lease': takenOver } });
	expect(result.error?.message).toMatch(/longer than its lease/);
	expect(await chain.problems()).toEqual([]);
});

test('a run that reads for longer than its lease goes on when no other has taken it', async () => {
	await chain.runToEnd({ meanwhile: { 'Keep the Lease': async () => await chain.advance(LEASE_TIME) } });
	expect(await chain.problems()).toEqual([]);
});

test('a run holds its lease for five minutes while it reads, and for as long as the settings say while it posts', async () => {
	const minutes: number[] = [];
	const look = async () => {
		const [{ until }] = chain.tables.rows('nordic_workforce_runs');
		minutes.push((new Date(String(until)).getTime() - chain.time) / 60_000);
	};
	await chain.runToEnd({ settings: { leaseMinutes: 45 }, meanwhile: { 'Rows and Employees': look, 'All Posted Rows': look } });
	expect(minutes.map(Math.round)).toEqual([5, 45]);
});

test('two runs at the same moment on two n8n leave the right ledgers where Opus recognises a repeated OpdateringsID', async () => {
	await chain.makeTrouble();
	await chain.control.switches({ 'kmdOpus.updateIdRepeat': 'honoured' });
	await chain.control.faults({ service: 'kmdOpus', operation: UPDATE, kind: 'latency', ms: 20 });
	await Promise.all([chain.runToEnd(), chain.runToEnd({ tables: new DataTables() })]);
	expect(await chain.problems()).toEqual([]);
});

test('rows that can only be refused keep nobody else from being paid, and come out for a human', async () => {
	await chain.control.put('capitech', { transactions: [hours(900_100, { dateIn: '2026-10-22', qty: 1.333 }), hours(900_101, { qty: 1e10 })] });
	const before = await chain.expectedCounts();
	const { summary, attention } = await chain.run({
		change: (node) => node.onError && Object.assign(node, { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 }),
	});
	expect(summary).toMatchObject({ registered: before.registered - 2, marked: before.marked - 2 });
	expect(Object.fromEntries(attention.filter(({ uid }) => Number(uid) >= 900_100).map(({ uid, reason }) => [uid, reason]))).toEqual({
		900100: expect.stringMatching(/no quantity of at most two decimals/),
		900101: expect.stringMatching(/'Quantity' is not a number/),
	});
});

test('no run says who a person is or how the services are entered', async () => {
	await chain.makeTrouble();
	const { employments } = await chain.control.state('kmdOpus');
	const numbers = employments.map(({ CPR_nummer }) => String(CPR_nummer)).filter((cpr) => cpr.length === 10);
	expect(numbers.length).toBeGreaterThan(5);
	const text = `Medarbejder ${numbers[0].slice(0, 6)}-${numbers[0].slice(6)} (CPR ${numbers[1]}) kan ikke registreres.`;
	await chain.control.faults(
		{ service: 'kmdOpus', operation: UPDATE, kind: 'business-error', code: 900, text, every: 2 },
		{ service: 'capitech', operation: 'Time/setExternalStatusCode', kind: 'business-error', code: 900, text, every: 2 },
	);
	const { result } = await chain.run();
	const tokens = (await chain.control.journal({ service: 'capitech' })).map(({ body }) => String(JSON.parse(body).accessToken ?? '')).filter(Boolean);
	expect(tokens.length).toBeGreaterThan(0);
	const said = JSON.stringify([result.outputs, result.hints, result.error]);
	expect(said).toContain('kan ikke registreres');
	const secrets = [...numbers, ...numbers.map((cpr) => `${cpr.slice(0, 6)}-${cpr.slice(6)}`), ...tokens, 'PRIVATE KEY', 'accessToken', '"password"'];
	expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
});

test('hints count and name nobody', async () => {
	await chain.makeTrouble();
	const { result, attention } = await chain.run();
	const hints = JSON.stringify(result.hints);
	expect(hints).toContain('Not settled');
	expect(attention.filter(({ employee }) => employee && hints.includes(String(employee)))).toEqual([]);
});
