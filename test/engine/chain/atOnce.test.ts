import { hours, UPDATE, useChain } from './support';

const chain = useChain({ people: 8, days: 10 });

test('two runs at the same moment leave the right ledgers where Opus recognises a repeated OpdateringsID', async () => {
	await chain.makeTrouble();
	await chain.control.switches({ 'kmdOpus.updateIdRepeat': 'honoured' });
	await chain.control.faults({ service: 'kmdOpus', operation: UPDATE, kind: 'latency', ms: 20 });
	await Promise.all([chain.runToEnd(), chain.runToEnd()]);
	expect(await chain.problems()).toEqual([]);
});

test('rows that can only be refused keep nobody else from being paid, and come out for a human', async () => {
	await chain.control.put('capitech', { transactions: [hours(900_100, { dateIn: '2026-10-22', qty: 1.333 }), hours(900_101, { qty: 1e10 })] });
	const before = await chain.expectedCounts();
	const { summary, attention } = await chain.run({
		change: (node) => node.onError && Object.assign(node, { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 }),
	});
	expect(summary).toMatchObject({ registered: before.registered - 2, later: 2, marked: before.marked - 2 });
	expect(attention.filter(({ uid }) => Number(uid) >= 900_100).map(({ uid, reason }) => [uid, reason])).toEqual([
		[900_100, expect.stringMatching(/'Quantity' has more than two decimals/)],
		[900_101, expect.stringMatching(/'Quantity' is not a number/)],
	]);
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
