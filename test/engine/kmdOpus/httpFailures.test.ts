import { line, READ, UPDATE, useOpus } from './opus';

const opus = useOpus();

const textsOf = (item: unknown): string => (item as { messages: Array<{ text: string }> }).messages.map(({ text }) => text).join(' ');

describe('an update that is answered by an HTTP failure', () => {
	test.each([
		[400, 'rejected', /refused the request as a whole/],
		[403, 'later', /client certificate/],
		[429, 'later', /too often/],
		[408, 'unknown', /Run it again/],
		[500, 'unknown', /Run it again/],
		[503, 'unknown', /Run it again/],
	])('of %d is %s, and the next run completes it', async (status, outcome, text) => {
		await opus.faultsOnUpdates({ kind: 'status', status, every: 1 });
		const [item] = await opus.registered([line()]);
		expect(item.outcome).toBe(outcome);
		expect(textsOf(item)).toMatch(text);
		expect(await opus.payments()).toEqual([]);

		await opus.control.faults();
		expect(await opus.outcomes([line()])).toEqual(['registered']);
		expect(await opus.payments()).toHaveLength(1);
	});

	test.each([500, 503])('of %d is not sent again, Retry-After or not', async (status) => {
		await opus.faultsOnUpdates({ kind: 'status', status, retryAfter: 1, every: 1 });
		await opus.registered([line()]);
		expect(await opus.updates()).toHaveLength(1);
	});

	test('of 500 is read back, for the service may have acted', async () => {
		await opus.faultsOnUpdates({ kind: 'status', status: 500, every: 1 });
		await opus.registered([line()]);
		expect(await opus.operations()).toEqual([READ, UPDATE, READ]);
	});

	test.each([undefined, 0, 2, 'Sun, 01 Nov 2026 07:00:00 GMT'])('of 429 is sent again under the same OpdateringsID, since nothing was done (Retry-After: %s)', async (retryAfter) => {
		await opus.faultsOnUpdates({ kind: 'status', status: 429, ...(retryAfter !== undefined && { retryAfter }), times: 2 });
		expect(await opus.outcomes([line()])).toEqual(['registered']);
		const updates = await opus.updates();
		expect(updates).toHaveLength(3);
		expect(new Set(updates.map(({ updateId }) => updateId)).size).toBe(1);
		expect(await opus.payments()).toHaveLength(1);
	});

	test('of 429 with a long Retry-After is not waited for', async () => {
		await opus.faultsOnUpdates({ kind: 'status', status: 429, retryAfter: 3600, every: 1 });
		expect(await opus.outcomes([line()])).toEqual(['later']);
		expect(await opus.updates()).toHaveLength(1);
	});

	test('for one employee is no matter of the others', async () => {
		await opus.faultsOnUpdates({ kind: 'status', status: 400, times: 1 });
		const outcomes = await opus.outcomes([line(), line({ employeeNumber: '7002' }), line({ employeeNumber: '7003' })]);
		expect(outcomes.sort()).toEqual(['registered', 'registered', 'rejected']);
	});
});

test('the gateway’s limit of requests is kept to: what it holds back is later, and the next run completes it', async () => {
	await opus.control.switches({ 'kmdOpus.rateLimitPerMinute': 3 });
	const wanted = [line(), line({ employeeNumber: '7002' }), line({ employeeNumber: '7003' })];
	expect(await opus.outcomes(wanted)).toContain('later');
	await opus.control.switches({ 'kmdOpus.rateLimitPerMinute': 0 });
	await opus.registered(wanted);
	for (const employeeNumber of ['7001', '7002', '7003']) expect(await opus.payments(employeeNumber)).toHaveLength(1);
});

describe('a read that is answered by an HTTP failure', () => {
	const getMany = { resource: 'oneTimePayment', operation: 'getMany', employeeNumber: '7001', returnAll: true, filters: {} };

	test.each([429, 500, 502, 503, 504])('of %d is repeated', async (status) => {
		await opus.faultsOnReads({ kind: 'status', status, retryAfter: 1, times: 3 });
		const { error, outputs } = await opus.run(getMany);
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([]);
		expect(await opus.operations()).toHaveLength(4);
	});

	test.each([
		[400, /refused the request as a whole/, 1],
		[403, /client certificate/, 1],
		[429, /asked too often/, 4],
		[503, /out of order/, 4],
	])('of %d fails clearly when it stays', async (status, message, requests) => {
		await opus.faultsOnReads({ kind: 'status', status, every: 1 });
		const { error } = await opus.run(getMany);
		expect(error?.message).toMatch(message);
		expect(error?.description).toContain(`HTTP status: ${status}`);
		expect(await opus.operations()).toHaveLength(requests);
	});

	test('of 429 tells n8n when to come back', async () => {
		await opus.faultsOnReads({ kind: 'status', status: 429, retryAfter: 90, every: 1 });
		const { error } = await opus.run(getMany);
		expect(error).toMatchObject({ failure: { cause: 'rate-limited', retryAfterMs: 90_000 } });
	});
});
