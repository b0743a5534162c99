import { CapitechBench, GET_MANY, hours, keysOf, moment, rowsOf, setPackClock, uidsOf } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });
const DATE = '2026-01-15';

/** Parameters that take the period of each item from the item. */
const OF_THE_ITEM = { clientId: '={{ $json.clientId ?? 100 }}' };
const perItem = async (items: Array<Record<string, unknown>>, options = {}, parameters = {}) =>
	await capitech.getMany('={{ $json.date }}', '={{ $json.date }}', { ...OF_THE_ITEM, ...parameters }, { items: items as never, ...options });

describe('a limit', () => {
	const N = 6;
	beforeEach(async () => await capitech.put(...Array.from({ length: N }, (_, at) => hours(900_001 + at, DATE))));

	test.each([
		[1, 1],
		[N - 1, N - 1],
		[N, N],
		[N + 1, N],
	])('of %i gives the first %i of 6 rows', async (limit, count) => {
		const rows = rowsOf(await capitech.getMany(DATE, DATE, { returnAll: false, limit }));
		expect(uidsOf(rows)).toEqual([900_001, 900_002, 900_003, 900_004, 900_005, 900_006].slice(0, count));
	});

	test('of 50 is set unless told otherwise', async () => {
		await capitech.put(...Array.from({ length: 60 }, (_, at) => hours(910_001 + at, DATE)));
		const { outputs } = await capitech.run({ resource: 'timeTransaction', operation: 'getMany', clientId: 100, fromDate: DATE, toDate: DATE });
		expect(outputs[0].length).toBe(50);
	});

	test('gives the oldest rows of a long period, and asks for no window it does not need', async () => {
		await capitech.put(hours(920_001, '2025-03-01'));
		const rows = rowsOf(await capitech.getMany('2025-01-01', '2026-12-31', { returnAll: false, limit: 2 }));
		expect(uidsOf(rows)).toEqual([920_001, 900_001]);
		const asked = (await capitech.sent(GET_MANY)).map(({ body }) => String(body.toDate));
		expect(asked[asked.length - 1] >= DATE && asked[asked.length - 1] < '2026-03-01').toBe(true);
	});

	test('is not heeded where all are to be returned', async () => {
		expect(rowsOf(await capitech.getMany(DATE, DATE, { returnAll: true, limit: 1 })).length).toBe(N);
	});
});

test('each row is paired with the item that asked for it', async () => {
	await capitech.put(hours(900_001, '2026-01-15'), hours(900_002, '2026-01-16'), hours(900_003, '2026-01-16'), hours(900_004, '2026-01-17', { clientId: 200 }));
	const { outputs } = await perItem([{ date: '2026-01-16' }, { date: '2026-01-14' }, { date: '2026-01-15' }, { date: '2026-01-17', clientId: 200 }]);
	expect(outputs[0].map(({ json, pairedItem }) => [json.uid, pairedItem])).toEqual([
		[900_002, { item: 0 }],
		[900_003, { item: 0 }],
		[900_001, { item: 2 }],
		[900_004, { item: 3 }],
	]);
});

describe('where one item of three fails', () => {
	beforeEach(async () => await capitech.put(hours(900_001, '2026-01-15'), hours(900_002, '2026-01-16')));
	const items = [{ date: '2026-01-15' }, { json: { date: 'soon', mine: 7 }, binary: { file: { data: 'aGVp', mimeType: 'text/plain' } } }, { date: '2026-01-16' }];

	test('the run stops, and the message names the item', async () => {
		const { status, error, outputs } = await perItem(items);
		expect(status).toBe('error');
		expect(error?.message).toMatch(/^'From Date' is not a date.*\[item 1\]$/);
		expect(error).toMatchObject({ context: { itemIndex: 1 } });
		expect(outputs.flat()).toEqual([]);
		expect((await capitech.sent(GET_MANY)).length).toBe(1);
	});

	test('the others go on where the node is to continue, and the failed one keeps what it carried', async () => {
		const { status, outputs } = await perItem(items, { onError: 'continueRegularOutput' });
		expect(status).toBe('success');
		expect(outputs[0].map(({ json, pairedItem }) => [json.uid ?? json.error, pairedItem])).toEqual([
			[900_001, { item: 0 }],
			[expect.stringMatching(/^'From Date' is not a date.*\[item 1\]/), { item: 1 }],
			[900_002, { item: 2 }],
		]);
		expect(outputs[0][1]).toMatchObject({ json: { date: 'soon', mine: 7 }, binary: { file: { data: 'aGVp' } } });
	});

	test('it goes to the error output where there is one', async () => {
		const { status, outputs } = await perItem(items, { onError: 'continueErrorOutput' });
		expect(status).toBe('success');
		expect(keysOf(outputs[0].map(({ json }) => json))).toEqual(['100:900001:10', '100:900002:10']);
		expect(outputs[1]).toEqual([expect.objectContaining({ json: expect.objectContaining({ mine: 7, error: expect.stringMatching(/'From Date' is not a date/) }), binary: expect.anything() })]);
	});

	test('a refusal of the service fails its item alone, too', async () => {
		const { outputs } = await perItem([{ date: '2026-01-15' }, { date: '2026-01-15', clientId: 999 }, { date: '2026-01-16' }], { onError: 'continueErrorOutput' });
		expect(outputs[0].map(({ json }) => json.uid)).toEqual([900_001, 900_002]);
		expect(outputs[1].map(({ json }) => json.error)).toEqual([expect.stringMatching(/^Capitech refused Time\/getTimeTransactions \[item 1\]/)]);
	});
});

test('a successful row has no error key, which n8n would take for a failure', async () => {
	const rows = rowsOf(await capitech.getMany('2026-10-27', '2026-10-31'));
	expect(rows.length).toBeGreaterThan(0);
	expect(rows.filter((row) => 'error' in row)).toEqual([]);
});

describe('cancelling the execution', () => {
	/** Something that takes longer than what would be sent behind our back. */
	const others = async () => {
		for (let at = 0; at < 3; at++) await capitech.getMany(DATE, DATE, { clientId: 200 });
	};
	const requestsOfOurs = async () => (await capitech.sent(GET_MANY)).filter(({ body }) => body.clientId === 100);

	/** Cancels while the pack waits after the service's first 503. */
	const cancelled = async (fault: object, from: string, to: string, items = [{}]) => {
		const waiting = moment();
		await setPackClock({ sleep: async () => await waiting.reach() });
		await capitech.control.faults({ service: 'capitech', operation: GET_MANY, kind: 'status', status: 503, ...fault });
		return await capitech.getMany(from, to, {}, { abortAfter: waiting.promise, items });
	};

	test('ends the waiting for another try', async () => {
		await cancelled({ times: 1 }, DATE, DATE);
		await others();
		expect((await requestsOfOurs()).length).toBe(1);
	});

	test('stops the windows and the items that are still to come, also where the node is to continue on errors', async () => {
		await cancelled({ nth: 2 }, '2026-01-01', '2026-12-31', [{}, {}, {}]);
		await others();
		expect((await requestsOfOurs()).length).toBe(2);
	});

	test('is told as a cancellation, not as a failure of Capitech', async () => {
		const { status, error } = await cancelled({ times: 1 }, DATE, DATE);
		expect([status, error?.message]).toEqual(['canceled', expect.stringMatching(/cancel/i)]);
	});
});
