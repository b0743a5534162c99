import { line, UPDATE, useOpus } from './opus';

const opus = useOpus();

/** Two employees; the first has a line that Opus refuses, so that its rest is sent a second time. */
const CLOSED_COST_CENTER = '1010700001';
const wanted = [
	line({ quantity: '8' }),
	line({ remark: 'a:2', costCenter: CLOSED_COST_CENTER }),
	line({ remark: 'a:3', quantity: '3' }),
	line({ employeeNumber: '7002', quantity: '5' }),
];

/** What stands before: a quantity to be corrected, and a line to be moved. */
const earlier = [line({ quantity: '7.50' }), line({ remark: 'a:3', quantity: '3', date: '2026-10-19' })];

const ledgerOf = async () => [await opus.sums('a:1'), await opus.sums('a:2'), await opus.sums('a:3'), await opus.sums('a:1', '7002')];

const LEDGER = [{ '2026-10-20 0310 - -': 8 }, {}, { '2026-10-20 0310 - -': 3 }, { '2026-10-20 0310 - -': 5 }];

const cases = ['reset-after', 'truncate', 'malformed'].flatMap((kind) =>
	['allOrNothing', 'perLine'].flatMap((atomicity) => ['honoured', 'ignored'].map((updateIdRepeat) => ({ kind, atomicity, updateIdRepeat }))),
);

/** The requests that register: a validation changes nothing and may be repeated. */
const registering = async () => (await opus.updates()).filter(({ validateOnly }) => !validateOnly);

describe.each(cases)('an answer lost by $kind ($atomicity, repeats $updateIdRepeat)', ({ kind, atomicity, updateIdRepeat }) => {
	beforeEach(async () => {
		await opus.control.switches({ 'kmdOpus.atomicity': atomicity, 'kmdOpus.updateIdRepeat': updateIdRepeat });
		await opus.registered(earlier);
	});

	test.each([1, 2, 3])('of write %d is read back and never resent; a second run leaves the same ledger', async (nth) => {
		const sentBefore = (await registering()).length;
		await opus.faultsOnUpdates({ kind, nth });
		const items = await opus.registered(wanted);
		expect(items).toHaveLength(4);

		const sent = (await registering()).slice(sentBefore).map(({ employeeNumber, lines }) => JSON.stringify([employeeNumber, lines]));
		expect(new Set(sent).size).toBe(sent.length);

		await opus.control.faults();
		await opus.registered(wanted);
		expect(await ledgerOf()).toEqual(LEDGER);
		const standing = await opus.payments();
		expect(await opus.outcomes(wanted)).toEqual(['unchanged', 'rejected', 'unchanged', 'unchanged']);
		expect(await opus.payments()).toEqual(standing);
	});
});

test.each(['reset-after', 'truncate', 'malformed'])('what stands although the answer was lost comes out as registered (%s)', async (kind) => {
	await opus.faultsOnUpdates({ kind, every: 1 });
	const [item] = await opus.registered([line()]);
	expect(item).toMatchObject({ outcome: 'registered', messages: [] });
	expect((await opus.operations()).filter((operation) => operation === UPDATE)).toHaveLength(1);
	expect(await opus.payments()).toHaveLength(1);
});

test('a request that never arrived is an unknown outcome, and the next run completes it', async () => {
	await opus.faultsOnUpdates({ kind: 'reset-before', every: 1 });
	const [item] = await opus.registered([line()]);
	expect(item).toMatchObject({ outcome: 'unknown', messages: [{ type: 'E', text: expect.stringContaining('lost') }, { type: 'W', text: expect.stringContaining('Run it again') }] });
	expect(await opus.updates()).toHaveLength(1);
	expect(await opus.payments()).toEqual([]);

	await opus.control.faults();
	expect(await opus.outcomes([line()])).toEqual(['registered']);
	expect(await opus.payments()).toHaveLength(1);
});

test('a lost answer that can not be read back either is unknown, and registers nothing twice', async () => {
	await opus.control.faults(
		{ service: 'kmdOpus', operation: UPDATE, kind: 'reset-after', nth: 1 },
		...[2, 3, 4, 5].map((nth) => ({ service: 'kmdOpus', operation: 'read-onetime-payments', kind: 'reset-before', nth })),
	);
	expect(await opus.outcomes([line()])).toEqual(['unknown']);
	await opus.control.faults();
	expect(await opus.outcomes([line()])).toEqual(['unchanged']);
	expect(await opus.payments()).toHaveLength(1);
});

test('a clear yes that can not be read back is registered, with a warning', async () => {
	await opus.faultsOnReads(...[2, 3, 4, 5].map((nth) => ({ kind: 'reset-before', nth })));
	const [item] = await opus.registered([line()]);
	expect(item).toMatchObject({ outcome: 'registered', messages: [{ type: 'W', text: expect.stringContaining('read back') }] });
});

test('a refusal that can not be read back is unknown, and nothing of it is sent again', async () => {
	await opus.faultsOnReads(...[2, 3, 4, 5].map((nth) => ({ kind: 'reset-before', nth })));
	expect(await opus.outcomes([line(), line({ remark: 'a:2', costCenter: CLOSED_COST_CENTER })])).toEqual(['unknown', 'unknown']);
	expect(await opus.updates()).toHaveLength(1);
});

describe('a read that fails', () => {
	test.each([
		{ kind: 'reset-before', every: 1 },
		{ kind: 'malformed', every: 1 },
		{ kind: 'status', status: 503, every: 1 },
		{ kind: 'status', status: 403, every: 1 },
	])('sends nothing ($kind $status)', async (fault) => {
		await opus.faultsOnReads(fault);
		expect(await opus.outcomes([line(), line({ remark: 'a:2' })])).toEqual(['later', 'later']);
		expect(await opus.updates()).toEqual([]);
	});

	test('sends nothing for that employee, while the others go on', async () => {
		await opus.faultsOnReads({ kind: 'business-error', code: 2, text: 'Der opstod en fejl.', times: 1 });
		const items = await opus.registered([line(), line({ employeeNumber: '7002' }), line({ employeeNumber: '7003' })]);
		const failed = items.filter(({ outcome }) => outcome !== 'registered');
		expect(failed).toMatchObject([{ outcome: 'rejected', messages: [{ type: 'E', code: '2', text: expect.stringContaining('Der opstod en fejl.') }] }]);
		expect((await opus.updates()).map(({ employeeNumber }) => employeeNumber)).not.toContain(failed[0].employeeNumber);
		expect(await opus.updates()).toHaveLength(2);
	});

	test.each([
		['reset-after', 'truncate', 'malformed'],
		['malformed', 'reset-before', 'malformed'],
	])('is repeated where that may help (%s, %s, %s)', async (...kinds) => {
		await opus.faultsOnReads(...kinds.map((kind, at) => ({ kind, nth: at + 1 })));
		expect(await opus.outcomes([line()])).toEqual(['registered']);
		expect(await opus.updates()).toHaveLength(1);
	});
});
