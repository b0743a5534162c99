import type { IDataObject } from 'n8n-workflow';

import type { Registering } from './opus';
import { AS_CARRIED, carried, line, lines, READ, UPDATE, useOpus } from './opus';

const opus = useOpus();

const CLOSED_COST_CENTER = '1010700001';
const MISSING: Registering = { mode: 'validateMissing' };

const codesOf = ({ messages }: IDataObject) => (messages as Array<{ code: string }>).map(({ code }) => code);
const quantitiesOf = (entries: unknown) => (entries as IDataObject[]).map(({ quantity }) => quantity);

describe('what is missing, only validated', () => {
	test('is checked by Opus under an ID of its own, and nothing is registered or read back', async () => {
		await opus.registered([line(), line({ remark: 'a:2' }), line({ remark: 'a:3' })]);
		const before = { payments: await opus.payments(), operations: (await opus.operations()).length };
		const wanted = [line(), line({ remark: 'a:2', quantity: '8' }), line({ remark: 'a:3', quantity: '0' }), line({ remark: 'a:4' })];
		const items = await opus.registered(wanted, MISSING);
		expect(items.map(({ outcome, reference }) => [reference, outcome])).toEqual([['a:1', 'unchanged'], ['a:2', 'validated'], ['a:3', 'validated'], ['a:4', 'validated']]);
		expect(items.map(({ missingLines }) => quantitiesOf(missingLines))).toEqual([[], [0.5], [-7.5], [7.5]]);
		expect(items.map(({ standingLines }) => quantitiesOf(standingLines))).toEqual([[7.5], [7.5], [7.5], []]);
		expect(items.filter((item) => 'posted' in item)).toEqual([]);

		expect(await opus.payments()).toEqual(before.payments);
		expect((await opus.operations()).slice(before.operations)).toEqual([READ, UPDATE]);
		const update = (await opus.updates())[1];
		expect(update).toMatchObject({ validateOnly: true, lines: [{ Antal: '0.50' }, { Antal: '-7.50' }, { Antal: '7.50' }] });

		await opus.registered(wanted, MISSING);
		const ids = (await opus.updates()).map(({ updateId }) => updateId);
		expect(new Set(ids).size).toBe(3);
	});

	test('is what Register Missing then posts, and nothing is missing after that', async () => {
		await opus.registered([line({ costCenter: '1010100001' })]);
		const wanted = [line({ costCenter: '1010200001', quantity: '8' }), line({ employeeNumber: '7002', quantity: '', amount: '100.10', payElement: '0400' })];
		const planned = await opus.registered(wanted, MISSING);
		const posted = await opus.registered(wanted);
		const asMissing = (postings: unknown) => (postings as IDataObject[]).map((posting) => ({ ...posting, costObjectKnown: true }));
		expect(planned.map(({ missingLines }) => missingLines)).toEqual(posted.map((item) => asMissing(item.posted)));
		const after = await opus.registered(wanted, MISSING);
		expect(after.map(({ outcome, missingLines }) => [outcome, missingLines])).toEqual([['unchanged', []], ['unchanged', []]]);
		expect(after.map(({ standingLines }) => standingLines)).toEqual(posted.map(({ standingLines }) => standingLines));
	});

	test('of nothing sends nothing: a zero under which nothing stands is unchanged', async () => {
		expect(await opus.outcomes([line({ quantity: '0' })], MISSING)).toEqual(['unchanged']);
		expect(await opus.operations()).toEqual([READ]);
	});

	test('goes out in calls of at most 999, an entry never torn', async () => {
		const before = lines(1000);
		await opus.registered(carried(before), AS_CARRIED);
		const after = before.map((wanted) => ({ ...wanted, date: '2026-10-21' }));
		expect(new Set(await opus.outcomes(carried(after), { ...AS_CARRIED, ...MISSING }))).toEqual(new Set(['validated']));
		const checks = (await opus.updates()).slice(2);
		expect(checks.map((update) => [update.validateOnly, update.lines.length])).toEqual([[true, 998], [true, 998], [true, 4]]);
		expect(await opus.payments()).toHaveLength(1000);
	});
});

describe('a refusal by the check', () => {
	test('is that of the line it names; the others are validated', async () => {
		await opus.registered([line({ remark: 'a:3' })]);
		const wanted = [line(), line({ remark: 'a:2', costCenter: CLOSED_COST_CENTER }), line({ remark: 'a:3', payElement: '9999' }), line({ remark: 'a:4' })];
		const items = await opus.registered(wanted, MISSING);
		expect(items.map((item) => [item.outcome, ...codesOf(item)])).toEqual([['validated'], ['rejected', '119'], ['rejected', '912'], ['validated']]);
		expect(items.map(({ missingLines }) => quantitiesOf(missingLines))).toEqual([[7.5], [7.5], [-7.5, 7.5], [7.5]]);
		expect(await opus.payments()).toHaveLength(1);
	});

	test('of the whole request is that of all its lines', async () => {
		await opus.faultsOnUpdates({ kind: 'business-error', code: 900, text: 'Afvist.', every: 1 });
		const items = await opus.registered([line(), line({ remark: 'a:2' })], MISSING);
		expect(items.map((item) => [item.outcome, ...codesOf(item)])).toEqual([['rejected', '900'], ['rejected', '900']]);
	});

	test('because the employee is locked passes by itself', async () => {
		await opus.faultsOnUpdates({ kind: 'business-error', code: 138, text: 'Medarbejderen er låst.', every: 1 });
		expect(await opus.outcomes([line()], MISSING)).toEqual(['later']);
	});

	test('that never comes leaves nothing open: nothing was registered', async () => {
		await opus.faultsOnUpdates({ kind: 'reset-after', every: 1 });
		const [item] = await opus.registered([line()], MISSING);
		expect(item).toMatchObject({ outcome: 'later', standingLines: [], missingLines: [{ quantity: 7.5 }], messages: [{ text: expect.stringContaining('Nothing is registered') }] });
		expect(await opus.payments()).toEqual([]);
	});
});

test('an employee whose payments can not be read is told apart: nothing is sent, and what stands is not known', async () => {
	await opus.faultsOnReads({ kind: 'status', status: 503, every: 1 });
	expect(await opus.registered([line()], MISSING)).toMatchObject([{ outcome: 'later', standingLines: null, missingLines: null }]);
	await opus.control.faults();
	expect(await opus.registered([line({ employeeNumber: '99999' })], MISSING)).toMatchObject([{ outcome: 'rejected', standingLines: null, missingLines: null }]);
	expect(await opus.updates()).toEqual([]);
});

test.each([
	[{ remark: 'a'.repeat(15) }, /remark of 21 characters/],
	[{ sender: '' }, /'Sender' is empty/],
	[{ amount: '100' }, /'Quantity' and 'Amount' are both given/],
])('%j is refused before anything is sent', async (fields, message) => {
	expect((await opus.register([line(fields)], MISSING)).error?.message).toMatch(message);
	expect(await opus.operations()).toEqual([]);
});

test('a run cancelled between two calls sends no further one', async () => {
	const many = carried(lines(1001));
	await opus.faultsOnUpdates({ kind: 'timeout', acts: true, nth: 1 });
	const arrived = async () => {
		while ((await opus.updates()).length < 1);
	};
	expect((await opus.register(many, { ...AS_CARRIED, ...MISSING, abortAfter: arrived() })).status).toBe('canceled');
	expect(await opus.updates()).toHaveLength(1);
});
