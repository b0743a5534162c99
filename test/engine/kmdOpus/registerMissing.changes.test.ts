import type { IDataObject } from 'n8n-workflow';

import type { Payment } from './opus';
import { line, useOpus } from './opus';

const opus = useOpus();

/* How the node treats a closed period is seen where the service takes every date. */
beforeEach(async () => await opus.control.switches({ 'kmdOpus.closedPeriod': 'accepts' }));

const SHOP = '1010100001';
const SERVICE = '1010200001';
const LOGISTICS = '1010500001';
const PROJECT = 'XG-1001-00001';

const MOVES: Array<[string, IDataObject, IDataObject, Record<string, number>]> = [
	['date', {}, { date: '2026-09-30' }, { '2026-09-30 0310 - -': 7.5 }],
	['lønart', {}, { payElement: '0320' }, { '2026-10-20 0320 - -': 7.5 }],
	['løbenummer', {}, { serialNumber: '2' }, { '2026-10-20 0310 - -': 7.5 }],
	['cost centre', { costCenter: SHOP }, { costCenter: SERVICE }, { [`2026-10-20 0310 ${SERVICE} -`]: 7.5 }],
	['cost centre, now given', {}, { costCenter: SHOP }, { [`2026-10-20 0310 ${SHOP} -`]: 7.5 }],
	['cost centre, no longer given', { costCenter: SHOP }, {}, { '2026-10-20 0310 - -': 7.5 }],
	['PSP element', { pspElement: PROJECT }, { pspElement: 'XG-1002-00001' }, { '2026-10-20 0310 XG-1002-00001 -': 7.5 }],
	['cost centre for a PSP element', { costCenter: SHOP }, { pspElement: PROJECT }, { [`2026-10-20 0310 ${PROJECT} -`]: 7.5 }],
	['hourly rate', { hourlyRate: '180' }, { hourlyRate: '190.50' }, { '2026-10-20 0310 - 190.5': 7.5 }],
	['hourly rate, now given', {}, { hourlyRate: '190' }, { '2026-10-20 0310 - 190': 7.5 }],
	['hourly rate, no longer given', { hourlyRate: '190' }, {}, { '2026-10-20 0310 - -': 7.5 }],
];

const placeOf = ({ Startdato, Loenart, Loebenummer, Afv_Omkostningssted, Afv_PSP_Element, Afv_Timeloen }: Payment) => [
	Startdato, Loenart, Loebenummer, Afv_Omkostningssted, Afv_PSP_Element, Afv_Timeloen,
];

describe.each([true, false])('a change of what a line is posted on (cost centre in reads: %s)', (readReturnsCostCenter) => {
	beforeEach(async () => await opus.control.switches({ 'kmdOpus.readReturnsCostCenter': readReturnsCostCenter }));

	test.each(MOVES)('%s: the old posting is taken back in full and a new one made', async (_, before, after, sums) => {
		await opus.registered([line(before)]);
		// The other lines of a run are where an old cost object is known from, when Opus does not give it back.
		const others = [SHOP, SERVICE].map((costCenter, at) => line({ remark: `other:${at}`, costCenter }));
		const [item] = await opus.registered([line(after), ...others]);
		expect(item.outcome).toBe('difference');
		expect(await opus.sums()).toEqual(sums);

		const [first, reversal, renewal] = (await opus.payments()).filter(({ Indv_Bemaerkning_2 }) => Indv_Bemaerkning_2.startsWith('a:1#'));
		expect(placeOf(reversal)).toEqual(placeOf(first));
		expect([first, reversal, renewal].map(({ Antal }) => Antal)).toEqual([7.5, -7.5, 7.5]);
		expect(new Set([first, reversal, renewal].map(({ Indv_Bemaerkning_2 }) => Indv_Bemaerkning_2)).size).toBe(3);

		expect(await opus.outcomes([line(after), ...others])).toEqual(['unchanged', 'unchanged', 'unchanged']);
	});

	test('several changes one after the other leave the last line alone', async () => {
		const states = [{ costCenter: SHOP }, { costCenter: SERVICE, quantity: '8' }, { costCenter: SHOP, date: '2026-10-21' }, { pspElement: PROJECT, quantity: '6.25' }, { costCenter: SHOP }];
		const others = [SHOP, SERVICE].map((costCenter, at) => line({ remark: `other:${at}`, costCenter }));
		for (const state of states) await opus.registered([line(state), ...others]);
		expect(await opus.sums()).toEqual({ [`2026-10-20 0310 ${SHOP} -`]: 7.5 });
	});
});

describe('an old cost centre that Opus does not give back', () => {
	beforeEach(async () => await opus.control.switches({ 'kmdOpus.readReturnsCostCenter': false }));

	test('is found by the hash among those the run knows', async () => {
		await opus.registered([line({ costCenter: LOGISTICS })]);
		await opus.registered([line({ costCenter: SHOP }), line({ employeeNumber: '7002', remark: 'b', costCenter: LOGISTICS })]);
		expect(await opus.payments()).toMatchObject([
			{ Antal: 7.5, Afv_Omkostningssted: LOGISTICS },
			{ Antal: -7.5, Afv_Omkostningssted: LOGISTICS },
			{ Antal: 7.5, Afv_Omkostningssted: SHOP },
		]);
	});

	test('is not guessed: the line is rejected, a human is told, and nothing of it is posted', async () => {
		await opus.registered([line({ costCenter: LOGISTICS })]);
		const [changed, other] = await opus.registered([line({ costCenter: SHOP }), line({ remark: 'a:2' })]);
		expect(changed).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E', code: null, text: expect.stringMatching(/cost object.*by hand/) }] });
		expect(other.outcome).toBe('registered');
		expect(await opus.sums()).toEqual({ [`2026-10-20 0310 ${LOGISTICS} -`]: 7.5 });
	});

	test('is no hindrance while the line stays on it', async () => {
		await opus.registered([line({ costCenter: LOGISTICS })]);
		expect(await opus.outcomes([line({ costCenter: LOGISTICS, quantity: '8' })])).toEqual(['difference']);
		expect(await opus.sums()).toEqual({ [`2026-10-20 0310 ${LOGISTICS} -`]: 8 });
	});
});

describe('lines that are not ours', () => {
	const foreign = (fields: IDataObject) => ({ Medarbejdernummer: '7001', Startdato: '2026-10-20', Loenart: '0310', Loebenummer: 1, Antal: 3.25, ...fields });

	test.each([
		['of another sender under the same reference', { Indv_Bemaerkning_1: 'Vagtplan', Indv_Bemaerkning_2: 'a:1' }],
		['of another sender with our own mark', { Indv_Bemaerkning_1: 'Vagtplan', Indv_Bemaerkning_2: 'a:1#0abcd' }],
		['made by hand, without a sender', { Indv_Bemaerkning_2: 'a:1' }],
		['made by hand, without anything', {}],
		['of a reference that merely begins alike', { Indv_Bemaerkning_1: 'Capitech', Indv_Bemaerkning_2: 'a:11#0abcd' }],
		['of a sender that merely begins alike', { Indv_Bemaerkning_1: 'Capitech2', Indv_Bemaerkning_2: 'a:1#0abcd' }],
	])('%s are neither counted nor touched', async (_, fields) => {
		await opus.control.put('kmdOpus', { payments: [foreign(fields)] });
		const [theirs] = await opus.payments();
		expect(await opus.outcomes([line()])).toEqual(['registered']);
		expect(await opus.outcomes([line({ quantity: '0' })])).toEqual(['reversed']);
		expect((await opus.payments()).filter(({ Objekt_id }) => Objekt_id === theirs.Objekt_id)).toEqual([theirs]);
		expect((await opus.payments()).map(({ Antal }) => Antal)).toEqual([3.25, 7.5, -7.5]);
	});

	test.each(['a:1', 'a:1#note'])('but one of our sender under our reference, "%s", is ours though it bears no mark of ours', async (remark) => {
		await opus.control.put('kmdOpus', { payments: [foreign({ Indv_Bemaerkning_1: 'Capitech', Indv_Bemaerkning_2: remark })] });
		const [item] = await opus.registered([line()]);
		expect(item).toMatchObject({ outcome: 'difference', posted: [{ quantity: 4.25 }] });
		expect(await opus.sums()).toEqual({ '2026-10-20 0310 - -': 7.5 });
	});

	test('the same reference of another employee is another line', async () => {
		await opus.registered([line()]);
		expect(await opus.outcomes([line({ employeeNumber: '7002' })])).toEqual(['registered']);
		expect(await opus.sums('a:1', '7002')).toEqual({ '2026-10-20 0310 - -': 7.5 });
	});
});
