import type { IDataObject } from 'n8n-workflow';

import { firmsWith, hours, useChain } from './support';

const chain = useChain({ people: 8, days: 45 });

const CLOSED_THROUGH = '2026-09-30';
const row = hours(900_010, { dateIn: '2026-09-28', dateOut: '2026-09-28' });
const reference = '2s:jaga:a';

const linesOf = async (): Promise<Array<[string, number]>> =>
	(await chain.payments()).filter(({ Indv_Bemaerkning_2: remark }) => remark.startsWith(`${reference}#`)).map(({ Startdato, Antal }) => [Startdato, Antal]);

const closed = (corrections: string) => ({ firms: firmsWith((firm) => (firm.payPeriod = { ...firm.payPeriod, closedThrough: CLOSED_THROUGH, corrections })) });

/** Exports the row while its month is open, closes the month in Opus, and lets a manager correct the row. */
async function correctClosedPeriod(): Promise<void> {
	await chain.control.put('kmdOpus', { payPeriods: [{ Fra: '2026-09-01', Til: CLOSED_THROUGH, Lukket: false }] });
	await chain.control.put('capitech', { transactions: [row] });
	await chain.runToEnd();
	expect(await linesOf()).toEqual([['2026-09-28', 7.5]]);
	await chain.control.put('kmdOpus', { payPeriods: [{ Fra: '2026-09-01', Til: CLOSED_THROUGH, Lukket: true }] });
	await chain.control.put('capitech', { transactions: [{ ...row, qty: 8.25 }] });
}

const standingOf = (attention: IDataObject[]) => attention.filter(({ uid }) => uid === row.uid).map(({ standing, reason }) => [standing, reason]);

test('a corrected closed period: on the first open day, with the difference alone, and nothing else is moved', async () => {
	await correctClosedPeriod();
	const before = (await chain.payments()).length;
	const { attention } = await chain.run({ settings: closed('firstOpenDay') });
	expect(await linesOf()).toEqual([['2026-09-28', 7.5], ['2026-10-01', 0.75]]);
	expect((await chain.payments()).length).toBe(before + 1);
	expect(standingOf(attention)).toEqual([]);
	await chain.runToEnd({ settings: closed('firstOpenDay') });
	expect((await chain.payments()).length).toBe(before + 1);
});

test('a corrected closed period: a human list, and nothing is posted', async () => {
	await correctClosedPeriod();
	const { attention } = await chain.run({ settings: closed('humanList') });
	expect(await linesOf()).toEqual([['2026-09-28', 7.5]]);
	expect(standingOf(attention)).toEqual([['rejected', expect.stringContaining(CLOSED_THROUGH)]]);
	expect((await chain.rows()).filter(({ uid }) => uid === row.uid).map(({ externalStatusCode }) => externalStatusCode)).toEqual([90]);
});

test('a corrected closed period: on the original date, where Opus takes it', async () => {
	await correctClosedPeriod();
	await chain.control.switches({ 'kmdOpus.closedPeriod': 'accepts' });
	await chain.runToEnd({ settings: closed('originalDate') });
	expect(await linesOf()).toEqual([['2026-09-28', 7.5], ['2026-09-28', 0.75]]);
});

test('a corrected closed period: on the original date, where Opus refuses it, it comes out for a human', async () => {
	await correctClosedPeriod();
	const { attention } = await chain.run({ settings: closed('originalDate') });
	expect(await linesOf()).toEqual([['2026-09-28', 7.5]]);
	expect(standingOf(attention)).toEqual([['rejected', expect.stringContaining('lukket')]]);
});

test('a row that is deleted from a closed period is taken back on the first open day', async () => {
	await correctClosedPeriod();
	await chain.control.remove('capitech', { transactions: [{ clientId: 100, uid: row.uid, timeCategoryId: 10 }] });
	await chain.runToEnd({ settings: closed('firstOpenDay') });
	expect(await linesOf()).toEqual([['2026-09-28', 7.5], ['2026-10-01', -7.5]]);
	await chain.runToEnd({ settings: closed('firstOpenDay') });
	expect(await linesOf()).toHaveLength(2);
});

test('a shift over the end of a month has the date it began on', async () => {
	await chain.control.put('capitech', { transactions: [hours(900_010, { dateIn: '2026-09-30', timeIn: '22:00:00.000', dateOut: '2026-10-01', timeOut: '06:00:00.000' })] });
	await chain.runToEnd();
	expect(await linesOf()).toEqual([['2026-09-30', 7.5]]);
});

test('all lines of an employee and month on one date, where the settings say so; a move within the month changes nothing', async () => {
	const settings = { firms: firmsWith((firm) => (firm.payPeriod = { ...firm.payPeriod, lineDate: 'lastOfMonth' })) };
	await chain.control.put('capitech', { transactions: [{ ...row, dateIn: '2026-10-05', dateOut: '2026-10-05' }] });
	await chain.runToEnd({ settings });
	expect(await linesOf()).toEqual([['2026-10-31', 7.5]]);
	await chain.control.put('capitech', { transactions: [{ ...row, dateIn: '2026-10-07', dateOut: '2026-10-07' }] });
	await chain.runToEnd({ settings });
	expect(await linesOf()).toEqual([['2026-10-31', 7.5]]);
	expect((await chain.compare({ lineDate: 'lastOfMonth' })).extra).toEqual([]);
});
