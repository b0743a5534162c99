import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { AS_CARRIED, carried, line, useOpus } from './opus';

const opus = useOpus();

/* How the node treats a closed period is seen where the service takes every date. */
beforeEach(async () => await opus.control.switches({ 'kmdOpus.closedPeriod': 'accepts' }));

const SEPTEMBER = { date: '2026-09-14' };
const AUGUST_CLOSED = { closedThrough: '2026-08-31', corrections: 'firstOpenDay' };
const SEPTEMBER_CLOSED = { closedThrough: '2026-09-30', corrections: 'firstOpenDay' };
const OCTOBER_CLOSED = { closedThrough: '2026-10-31', corrections: 'firstOpenDay' };

const registered = async (fields: IDataObject, mode: 'registerMissing' | 'validateMissing' = 'registerMissing') =>
	(await opus.registered(carried([line({ ...SEPTEMBER, ...fields })]), { ...AS_CARRIED, mode }))[0];
const outcome = async (fields: IDataObject) => (await registered(fields)).outcome;
const ledger = async () => (await opus.payments()).map(({ Startdato, Loenart, Antal }) => `${Startdato} ${Loenart} ${Antal}`);

test('a correction of a closed period is posted on the first open day, and stays there as periods close', async () => {
	await registered(AUGUST_CLOSED);
	expect(await outcome({ ...SEPTEMBER_CLOSED, quantity: '8' })).toBe('difference');
	expect(await ledger()).toEqual(['2026-09-14 0310 7.5', '2026-10-01 0310 0.5']);
	for (const period of [SEPTEMBER_CLOSED, OCTOBER_CLOSED, { ...OCTOBER_CLOSED, corrections: 'humanList' }]) {
		expect(await outcome({ ...period, quantity: '8' })).toBe('unchanged');
	}
	await registered({ ...OCTOBER_CLOSED, quantity: '7' });
	expect(await ledger()).toEqual(['2026-09-14 0310 7.5', '2026-10-01 0310 0.5', '2026-11-01 0310 -1']);
	expect(await outcome({ ...OCTOBER_CLOSED, quantity: '7' })).toBe('unchanged');
});

test('a row that comes in late is posted on the first open day', async () => {
	const item = await registered(SEPTEMBER_CLOSED);
	expect(item).toMatchObject({ outcome: 'registered', standingLines: [{ date: '2026-10-01', quantity: 7.5 }], missingLines: [] });
	expect(await outcome(SEPTEMBER_CLOSED)).toBe('unchanged');
});

test('what has changed in a closed period is taken back and made anew on the first open day, once', async () => {
	await registered(AUGUST_CLOSED);
	expect(await outcome({ ...SEPTEMBER_CLOSED, payElement: '0320' })).toBe('difference');
	expect(await ledger()).toEqual(['2026-09-14 0310 7.5', '2026-10-01 0310 -7.5', '2026-10-01 0320 7.5']);
	expect(await outcome({ ...SEPTEMBER_CLOSED, payElement: '0320' })).toBe('unchanged');
	expect(await outcome({ ...OCTOBER_CLOSED, quantity: '0', payElement: '0320' })).toBe('reversed');
	expect(await outcome({ ...OCTOBER_CLOSED, quantity: '0', payElement: '0320' })).toBe('unchanged');
	expect(await opus.sums()).toEqual({ '2026-09-14 0310 - -': 7.5, '2026-10-01 0310 - -': -7.5, '2026-10-01 0320 - -': 7.5, '2026-11-01 0320 - -': -7.5 });
});

describe('a correction that is left to a human', () => {
	const left = { ...SEPTEMBER_CLOSED, corrections: 'humanList' };
	const CLOSED = { type: 'E', code: 'closedPeriod', text: expect.stringMatching(/2026-09-14.*closed through 2026-09-30.*by hand/) };
	beforeEach(async () => await registered(AUGUST_CLOSED));

	test.each(['registerMissing', 'validateMissing'] as const)('is rejected, and nothing of the line is posted (%s)', async (mode) => {
		const item = await registered({ ...left, payElement: '0320', date: '2026-10-20' }, mode);
		expect(item).toMatchObject({ outcome: 'rejected', messages: [CLOSED] });
		expect(item.standingLines).toMatchObject([{ date: '2026-09-14', payElement: '0310', quantity: 7.5 }]);
		expect(item.missingLines).toMatchObject([{ date: '2026-09-14', quantity: -7.5 }, { date: '2026-10-20', quantity: 7.5 }]);
		expect(await opus.updates()).toHaveLength(1);
	});

	test('holds up no other line', async () => {
		const items = carried([line({ ...SEPTEMBER, ...left, quantity: '8' }), line({ ...left, remark: 'a:2' })]);
		expect(await opus.outcomes(items, AS_CARRIED)).toEqual(['rejected', 'registered']);
	});

	test('is settled by what the human enters under the reference', async () => {
		await opus.control.put('kmdOpus', { payments: [{ Medarbejdernummer: '7001', Startdato: '2026-10-05', Loenart: '0310', Loebenummer: 1, Antal: 0.5, Indv_Bemaerkning_1: 'CAPITECH', Indv_Bemaerkning_2: 'A:1' }] });
		expect(await outcome({ ...left, quantity: '8' })).toBe('unchanged');
	});

	test('is posted when the setting says so later', async () => {
		expect(await outcome({ ...left, quantity: '8' })).toBe('rejected');
		expect(await outcome({ ...SEPTEMBER_CLOSED, quantity: '8' })).toBe('difference');
		expect(await outcome({ ...left, quantity: '8' })).toBe('unchanged');
	});

	test('is what happens where nobody says', async () => {
		expect(await registered({ closedThrough: '2026-09-30', quantity: '8' })).toMatchObject({ outcome: 'rejected', messages: [CLOSED] });
	});
});

test('a correction on its original date is for Opus to decide', async () => {
	await registered(AUGUST_CLOSED);
	expect(await outcome({ ...SEPTEMBER_CLOSED, corrections: 'originalDate', quantity: '8' })).toBe('difference');
	expect(await ledger()).toEqual(['2026-09-14 0310 7.5', '2026-09-14 0310 0.5']);
	await opus.faultsOnUpdates({ kind: 'business-error', code: 920, line: 0, text: 'Perioden er lukket.', every: 1 });
	expect(await registered({ ...SEPTEMBER_CLOSED, corrections: 'originalDate', quantity: '9' })).toMatchObject({ outcome: 'rejected', messages: [{ code: '920' }] });
});

describe('the node’s own fields', () => {
	const options: INodeParameters = { closedThrough: '={{ $json.closed }}', corrections: 'firstOpenDay' };

	test('say for each item how far its periods are closed', async () => {
		await opus.registered([line({ ...SEPTEMBER, closed: '2026-09-30' }), line({ ...SEPTEMBER, remark: 'a:2', closed: '2026-10-11' }), line({ ...SEPTEMBER, remark: 'a:3', closed: '' })], { options });
		expect((await opus.payments()).map(({ Startdato }) => Startdato)).toEqual(['2026-10-01', '2026-10-12', '2026-09-14']);
	});

	test.each([
		[{ closedThrough: '2026-02-30' }, /'Closed Through' is not a date of the calendar/],
		[{ corrections: '={{ "nextMonth" }}' }, /'Corrections of Closed Periods' is none of the choices/],
		[{ formerNumbers: '2018, Ola' }, /'Former Employee Numbers' is not a number of at most 8 digits/],
	])('are refused before anything is sent: %j', async (wrong, message) => {
		expect((await opus.register([line()], { options: wrong as INodeParameters })).error?.message).toMatch(message);
		expect(await opus.operations()).toEqual([]);
	});
});
