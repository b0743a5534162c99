import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { paymentLine, type Json } from '../testing/client.ts';
import { lineOf, OneDay, row, UID } from '../testing/oneDay.ts';

describe('the ledgers against the reference', () => {
	let day: OneDay;
	before(async () => {
		day = await OneDay.start();
	});
	after(() => day.client.close());
	beforeEach(() => day.reset());

	describe('what was marked before', () => {
		it('is tried again when it was refused', async () => {
			await day.put(row(10, { externalStatusCode: 90 }));
			assert.deepEqual(await day.counted(), { read: 1, eligible: 1, registered: 1, marked: 1 });
		});

		it('counts as exported elsewhere: its lines may stand or not', async () => {
			await day.put(row(10, { externalStatusCode: 20 }), row(20, { externalStatusCode: 20 }));
			assert.deepEqual(await day.counted(), { read: 2 });
			assert.equal((await day.compare()).equal, true);
			await day.post('2001', 'A', [lineOf(10)]);
			assert.equal((await day.compare()).equal, true);
		});

		it('is marked anew when a row came to it, whose line may stand or not', async () => {
			await day.put(row(10, { externalStatusCode: 20 }), row(20));
			assert.deepEqual(await day.counted(), { read: 2, eligible: 1, registered: 1, marked: 1 });
			assert.deepEqual((await day.compare()).marks.wrong, [{ uid: UID, expected: true, actual: false }]);
			await day.mark(20);
			assert.equal((await day.compare()).equal, true);
		});

		it('is asked about in the firms that are asked about', async () => {
			await day.put(row(10, { clientId: 200 }));
			await day.mark(20, { clientId: 200, uid: UID });
			assert.deepEqual((await day.compare()).marks, { expected: 0, actual: 0, wrong: [] });
			assert.deepEqual((await day.compare({ clients: '200' })).marks, { expected: 1, actual: 1, wrong: [] });
		});

		it('is not marked by a refusal', async () => {
			await day.put(row(10));
			await day.post('2001', 'A', [lineOf(10)]);
			await day.mark(90);
			assert.deepEqual((await day.compare()).marks, { expected: 1, actual: 0, wrong: [{ uid: UID, expected: true, actual: false }] });
			await day.mark(20);
			assert.equal((await day.compare()).equal, true);
		});
	});

	describe('lines', () => {
		it('are sums of all payments that belong together, quantities and amounts', async () => {
			await day.put(row(45, { qty: 312.55 }), row(10));
			await day.mark(20);
			const amount = (Beloeb: string, Sekvensnummer: string): object => lineOf(45, { Loenart: '0400', Antal: '', Beloeb, Sekvensnummer });
			await day.post('2001', 'A', [amount('300.00', '1'), amount('12.55', '2'), lineOf(10, { Antal: '3.00' }), lineOf(10, { Antal: '-0.50', Sekvensnummer: '3' })]);
			assert.equal((await day.compare()).equal, true);
		});

		it('of a firm that is not asked about are extra, others are nobody\'s business', async () => {
			await day.post('2001', 'A', [lineOf(10, { Indv_Bemaerkning: '5k:zz:a#1abcd' }), lineOf(10, { Sekvensnummer: '1', Afsendelses_System: 'Vagtplan' })]);
			assert.deepEqual((await day.compare()).extra.map((line: Json) => line.reference), ['5k:zz:a']);
		});
	});

	describe('dates', () => {
		const HALF_MONTH = { from: '2026-12-01', to: '2026-12-15' };

		it('may be the first or last of the month for all lines', async () => {
			await day.put(row(10, { dateIn: '2026-12-08' }));
			const date = async (lineDate: string): Promise<string> => (await day.expected({ ...HALF_MONTH, lineDate })).ledger[0].Startdato;
			assert.deepEqual([await date('workDate'), await date('firstOfMonth'), await date('lastOfMonth')], ['2026-12-08', '2026-12-01', '2026-12-31']);
			await day.mark(20);
			await day.post('2001', 'A', [lineOf(10, { Startdato: '2026-12-31T00:00:00Z' })]);
			assert.equal((await day.compare({ ...HALF_MONTH, lineDate: 'lastOfMonth' })).equal, true);
			assert.equal((await day.compare(HALF_MONTH)).missing.length, 1);
		});

		it('may be left out of the comparison', async () => {
			await day.put(row(10), row(10, { uid: UID + 1, dateIn: '2026-12-20' }));
			await day.mark(20);
			await day.post('2001', 'A', [
				lineOf(10, { Antal: '1.50' }),
				lineOf(10, { Sekvensnummer: '1', Antal: '1.00', Startdato: '2027-01-01T00:00:00Z' }),
				paymentLine(2, { Startdato: '2026-12-20T00:00:00Z', Indv_Bemaerkning: `2s:${(UID + 1).toString(36)}:a#1abcd` }),
			]);
			assert.equal((await day.compare(HALF_MONTH)).different.length, 1);
			assert.equal((await day.compare({ ...HALF_MONTH, dates: 'ignore' })).equal, true);
			await day.post('2001', 'B', [lineOf(10, { Startdato: '2027-01-01T00:00:00Z', Antal: '0.25' })]);
			const [{ reference, actual }] = (await day.compare({ ...HALF_MONTH, dates: 'ignore' })).different;
			assert.deepEqual([reference, actual.Antal], [`2s:${UID.toString(36)}:a`, 2.75]);
		});
	});
});
