import type { IDataObject } from 'n8n-workflow';

import { AS_CARRIED, carried, line, lines, READ, UPDATE, useOpus } from './opus';

const opus = useOpus();

describe('the lines of one employee', () => {
	test.each([
		[999, [999]],
		[1000, [999, 1]],
		[2001, [999, 999, 3]],
	])('%d of them go out in calls of at most 999, and all of them stand', async (count, calls) => {
		const wanted = lines(count);
		const outcomes = await opus.outcomes(carried(wanted), AS_CARRIED);
		expect(outcomes).toHaveLength(count);
		expect(new Set(outcomes)).toEqual(new Set(['registered']));

		const updates = await opus.updates();
		expect(updates.map((update) => update.lines.length)).toEqual(calls);
		expect(new Set(updates.map(({ updateId }) => updateId)).size).toBe(calls.length);
		const references = (await opus.payments()).map(({ Indv_Bemaerkning_2 }) => Indv_Bemaerkning_2.split('#')[0]);
		expect(references).toEqual(wanted.map(({ remark }) => remark));
		expect(new Set(await opus.outcomes(carried(wanted), AS_CARRIED))).toEqual(new Set(['unchanged']));
	});

	test('are never torn: a reversal and its new line go out in one call', async () => {
		const before = lines(1000);
		await opus.registered(carried(before), AS_CARRIED);
		const after = before.map((wanted) => ({ ...wanted, date: '2026-10-21' }));
		expect(new Set(await opus.outcomes(carried(after), AS_CARRIED))).toEqual(new Set(['difference']));
		const moves = (await opus.updates()).slice(2);
		expect(moves.map((update) => update.lines.length)).toEqual([998, 998, 4]);
		for (const { lines: sent } of moves) {
			const totals = new Map<string, number>();
			for (const { Indv_Bemaerkning, Antal } of sent) {
				const [reference] = String(Indv_Bemaerkning).split('#');
				totals.set(reference, (totals.get(reference) ?? 0) + Number(Antal));
			}
			expect([...new Set(totals.values())]).toEqual([0]);
		}
		expect(await opus.sums('a:rr')).toEqual({ '2026-10-21 0310 - -': 7.5 });
	});

	test('lost in the middle of several calls are found again, each once', async () => {
		const wanted = carried(lines(2001));
		await opus.faultsOnUpdates({ kind: 'reset-before', nth: 2 });
		const outcomes = await opus.outcomes(wanted, AS_CARRIED);
		expect(outcomes.filter((outcome) => outcome === 'unknown')).toHaveLength(999);
		expect(outcomes.indexOf('unknown')).toBe(999);
		await opus.control.faults();
		await opus.registered(wanted, AS_CARRIED);
		expect((await opus.payments()).length).toBe(2001);
	});
});

describe('the lines of several employees', () => {
	const mixed = ['7003', '7001', '7002', '7001', '7003', '7002'].map((employeeNumber, at) => line({ employeeNumber, remark: `r:${at}`, quantity: String(at + 1) }));

	test('are grouped: one read, one update and one read-back each', async () => {
		await opus.registered(mixed);
		const journal = await opus.control.journal({ service: 'kmdOpus' });
		for (const employeeNumber of ['7001', '7002', '7003']) {
			const own = journal.filter(({ body }) => JSON.parse(body).Medarbejder.Medarbejdernummer === employeeNumber);
			expect(own.map(({ operation }) => operation)).toEqual([READ, UPDATE, READ]);
			expect(JSON.parse(own[1].body).Engangsydelser).toHaveLength(2);
		}
		expect(journal).toHaveLength(9);
	});

	test('are read with a validity open at both ends', async () => {
		await opus.registered([line()]);
		const reads = (await opus.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation === READ);
		expect(reads.map(({ body }) => JSON.parse(body).VirkningFilter)).toEqual([{ FraDatoTid: '', TilDatoTid: '' }, { FraDatoTid: '', TilDatoTid: '' }]);
	});

	test('come out in the order they came in, each paired with its own item', async () => {
		await opus.registered([mixed[1]]);
		const { outputs } = await opus.register(mixed);
		const referenceOf = (posted: unknown) => (posted as Array<{ remark: string }> | undefined)?.[0].remark.split('#')[0];
		expect(outputs[0].map(({ json, pairedItem }) => [json.reference, json.outcome, referenceOf(json.posted), pairedItem])).toEqual(
			mixed.map(({ remark }, item) => (item === 1 ? [remark, 'unchanged', undefined, { item }] : [remark, 'registered', remark, { item }])),
		);
		const quantities = (await opus.updates()).slice(1).flatMap(({ lines: sent }) => sent.map(({ Antal, Indv_Bemaerkning }) => [String(Indv_Bemaerkning).split('#')[0], Number(Antal)]));
		expect(Object.fromEntries(quantities)).toEqual({ 'r:0': 1, 'r:2': 3, 'r:3': 4, 'r:4': 5, 'r:5': 6 });
	});

	test('where none is missing cause no update at all', async () => {
		await opus.registered(mixed);
		const { length } = await opus.operations();
		await opus.registered(mixed);
		expect((await opus.operations()).slice(length)).toEqual([READ, READ, READ]);
	});
});

test('an item keeps all it carried, binary data included', async () => {
	const binary = { slip: { data: Buffer.from('slip').toString('base64'), mimeType: 'text/plain', fileName: 'slip.txt' } };
	const json: IDataObject = line({ note: { from: 'the manager' }, uid: 107004 });
	const { outputs } = await opus.register([{ json, binary } as unknown as IDataObject]);
	expect(outputs[0][0]).toMatchObject({ json: { ...json, outcome: 'registered' }, binary });
	expect(outputs[0][0].json).not.toHaveProperty('error');
});

test('no items, no request', async () => {
	const { status } = await opus.register([]);
	expect(status).toBe('success');
	expect(await opus.operations()).toEqual([]);
});
