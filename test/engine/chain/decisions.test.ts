import type { IDataObject } from 'n8n-workflow';

import { firmsWith, hours, useChain } from './support';

const chain = useChain({ people: 8, days: 10 });

const row = hours(900_010);
const evening = hours(900_010, { timeCategoryId: 30, qty: 2 });

const edit = async (...rows: IDataObject[]) => await chain.control.put('capitech', { transactions: rows });

/** What stands by employee number and time category, under the registration. */
async function standing(uid = row.uid): Promise<Record<string, number>> {
	const sums: Record<string, number> = {};
	for (const { Medarbejdernummer, Antal, Indv_Bemaerkning_2: remark } of await chain.payments()) {
		const [, registration, category] = remark.split('#')[0].split(':').map((part) => parseInt(part, 36));
		const key = `${Medarbejdernummer.replace(/^0+/, '')} ${category}`;
		if (registration === uid) sums[key] = Math.round(((sums[key] ?? 0) + Antal) * 100) / 100;
	}
	return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

const codesOf = async (uid = row.uid) => (await chain.rows()).filter((other) => other.uid === uid).map(({ externalStatusCode }) => externalStatusCode);
const told = (attention: IDataObject[], uid = row.uid) => attention.filter((entry) => entry.uid === uid).map((entry) => entry.standing);

/** Longer than the overlap of two runs. */
const SOME_HOURS = 5 * 3_600_000;

const HOURLY = { from: 'Every Hour' };

test('7.50, 8.00, 7.50, 8.00 with the mark left as the chain set it, found by what changed since the last run', async () => {
	await edit(row);
	await chain.runToEnd();
	for (const qty of [8, 7.5, 8]) {
		await chain.advance(SOME_HOURS);
		await edit({ ...row, qty });
		expect(await codesOf()).toEqual([20]);
		await chain.runToEnd(HOURLY);
		expect([await standing(), await codesOf()]).toEqual([{ '2001 10': qty }, [20]]);
		expect(await chain.problems()).toEqual([]);
	}
});

test('day by day, what is neither new nor changed is not asked for', async () => {
	await chain.runToEnd();
	await chain.advance(SOME_HOURS);
	const { read } = await chain.runToEnd(HOURLY);
	const { eligible, notApproved, open } = await chain.runToEnd(HOURLY);
	expect(read).toBeLessThan((await chain.rows()).length / 2);
	expect(Number(eligible) + Number(notApproved) + Number(open)).toBeGreaterThan(0);
});

test('a category that vanishes from its registration is taken back, day by day too', async () => {
	await edit(row, evening);
	await chain.runToEnd();
	expect(await standing()).toEqual({ '2001 10': 7.5, '2001 30': 2 });
	await chain.advance(SOME_HOURS);
	await chain.control.remove('capitech', { transactions: [evening] });
	await edit({ ...row, qty: 8 });
	await chain.runToEnd(HOURLY);
	expect(await standing()).toEqual({ '2001 10': 8 });
	expect(await codesOf()).toEqual([20]);
});

test('a registration that is deleted is taken back by a full reconcile, and never by a run day by day', async () => {
	await edit(row, evening);
	await chain.runToEnd();
	await chain.advance(SOME_HOURS);
	await chain.control.remove('capitech', { transactions: [row, evening] });
	await chain.runToEnd(HOURLY);
	expect(await standing()).toEqual({ '2001 10': 7.5, '2001 30': 2 });
	expect(await chain.runToEnd()).toMatchObject({ reversed: 2 });
	expect(await standing()).toEqual({});
	expect(await chain.problems()).toEqual([]);
});

test('when Capitech gives no hours at all, nothing is taken back and a human is told', async () => {
	await chain.runToEnd();
	const lines = (await chain.payments()).length;
	expect(lines).toBeGreaterThan(20);
	await chain.control.remove('capitech', { transactions: (await chain.rows()).map(({ clientId, uid, timeCategoryId }) => ({ clientId, uid, timeCategoryId })) });
	const { summary, attention } = await chain.run();
	expect(summary).toMatchObject({ reversed: 0 });
	expect(attention.length).toBe(summary?.vanished);
	expect((await chain.payments()).length).toBe(lines);
});

test('a withdrawn approval is held and listed, its mark taken away; given again, all is as before', async () => {
	await edit(row, evening);
	await chain.runToEnd();
	await edit({ ...row, approvedLevelOne: null });
	const { attention } = await chain.run();
	expect(told(attention)).toEqual(['withdrawn', 'withdrawn']);
	expect(await standing()).toEqual({ '2001 10': 7.5, '2001 30': 2 });
	expect(await codesOf()).toEqual([null, null]);
	await edit({ ...row, approvedLevelOne: 1 });
	await chain.runToEnd(HOURLY);
	expect(await codesOf()).toEqual([20, 20]);
	expect(await standing()).toEqual({ '2001 10': 7.5, '2001 30': 2 });
});

test('a withdrawn approval is taken back where the settings say so', async () => {
	await edit(row, evening);
	await chain.runToEnd();
	await edit({ ...row, approvedLevelOne: null }, { ...evening, approvedLevelOne: null });
	await chain.runToEnd({ settings: { withdrawnApprovals: 'reverse' } });
	expect(await standing()).toEqual({});
});

test('a registration that moves to another employee is listed, and neither paid twice nor taken back', async () => {
	await edit(row);
	await chain.runToEnd();
	await edit({ ...row, employeeId: 2004 });
	for (const from of ['Every Hour', 'Every Night']) {
		const { attention } = await chain.run({ from });
		expect(told(attention)).toEqual(['elsewhere']);
		expect(await standing()).toEqual({ '2001 10': 7.5 });
	}
	await chain.runToEnd({ settings: { movedRegistrations: 'repost' } });
	expect(await standing()).toEqual({ '2004 10': 7.5 });
	await chain.runToEnd();
	expect(await chain.problems()).toEqual([]);
});

test('where an edit clears the mark, a move to another employee is noticed day by day too', async () => {
	await chain.control.switches({ 'capitech.editClearsStatus': true });
	await edit(row);
	await chain.runToEnd();
	await edit({ ...row, employeeId: 2004 });
	expect(told((await chain.run(HOURLY)).attention)).toEqual(['elsewhere']);
	expect(await standing()).toEqual({ '2001 10': 7.5 });
});

test('after a number change what stands under the old number counts, and a correction goes under the new one', async () => {
	await edit(row);
	await chain.runToEnd();
	await chain.control.put('kmdOpus', { employments: [{ Medarbejdernummer: '2001', Til: '2026-10-15' }, { Medarbejdernummer: '62001', CPR_nummer: '0102455199', Navn: 'Ny', Fra: '2026-10-16', Til: '9999-12-31' }] });
	const settings = { firms: firmsWith(({ employees }) => employees.table.push({ employeeId: 2001, employeeNumber: '62001', formerNumbers: ['2001'] })) };
	const { attention } = await chain.run({ settings });
	expect(told(attention)).toEqual([]);
	expect(await standing()).toEqual({ '2001 10': 7.5 });
	await edit({ ...row, qty: 8.25 });
	await chain.runToEnd({ settings });
	expect(await standing()).toEqual({ '2001 10': 7.5, '62001 10': 0.75 });
	await chain.runToEnd({ settings });
	expect(await standing()).toEqual({ '2001 10': 7.5, '62001 10': 0.75 });
});

test('two employments on one day, or none: a human list, never a guess', async () => {
	await edit(row);
	const two = { firms: firmsWith(({ employees }) => employees.table.push({ employeeId: 2001, employeeNumber: '2001' }, { employeeId: 2001, employeeNumber: '2003' })) };
	expect(told((await chain.run({ settings: two })).attention)).toEqual(['noEmployment']);
	const none = { firms: firmsWith(({ employees }) => employees.table.push({ employeeId: 2001, employeeNumber: '2001', to: '2026-10-01' })) };
	expect(told((await chain.run({ settings: none })).attention)).toEqual(['noEmployment']);
	expect(await standing()).toEqual({});
});

test('a refused registration gets its code, is tried again when it or the settings change, or on request, and not before', async () => {
	await edit({ ...row, departmentId: 70 });
	await chain.advance(SOME_HOURS);
	await chain.runToEnd();
	expect(await codesOf()).toEqual([90]);
	const requests = async () => (await chain.control.journal({ service: 'kmdOpus' })).filter(({ operation, body }) => operation === 'update-onetime-payments' && body.includes('jaga')).length;
	const before = await requests();
	await chain.advance(SOME_HOURS);
	expect(told((await chain.run()).attention)).toEqual(['rejectedBefore']);
	expect(await requests()).toBe(before);

	await chain.control.put('kmdOpus', { costCenters: [{ Omkostningssted: '1010700001', Spaerret: false }] });
	await chain.runToEnd({ settings: { retryRejected: 'never', firms: firmsWith(({ costObjects }) => costObjects.reverse()) } });
	expect(await standing()).toEqual({});
	await chain.runToEnd({ settings: { retryRejected: 'always' } });
	expect([await standing(), await codesOf()]).toEqual([{ '2001 10': 7.5 }, [20]]);
});

test('a refused registration is tried again when the settings change', async () => {
	await edit({ ...row, departmentId: 70 });
	await chain.advance(SOME_HOURS);
	await chain.runToEnd();
	await chain.advance(SOME_HOURS);
	await chain.runToEnd({ ...HOURLY, settings: { firms: firmsWith((firm) => (firm.costObjects = firm.costObjects.filter(({ departmentId }) => departmentId !== 70))) } });
	expect([await standing(), await codesOf()]).toEqual([{ '2001 10': 7.5 }, [20]]);
});

test('overtime and its supplement are shown once for confirmation, and paid after it', async () => {
	await edit(row, hours(900_010, { timeCategoryId: 21, qty: 1 }), hours(900_010, { timeCategoryId: 25, qty: 1 }));
	const { attention } = await chain.run();
	const [{ reason }] = attention.filter(({ uid }) => uid === row.uid);
	const [, pair] = /"(.*)"/.exec(String(reason)) ?? [];
	expect([told(attention), await standing()]).toEqual([['toConfirm', 'toConfirm', 'toConfirm'], {}]);
	await chain.runToEnd({ settings: { firms: firmsWith((firm) => firm.confirmedPairs.push(pair)) } });
	expect(await standing()).toEqual({ '2001 10': 7.5, '2001 21': 1, '2001 25': 1 });
});

test('a cost object by account is looked up in Opus; one that Opus does not know keeps the row for a human', async () => {
	const withAccount = (account: string) => ({ firms: firmsWith(({ costObjects }) => Object.assign(costObjects[0], { costCenter: undefined, account })) });
	await edit(row);
	await chain.runToEnd({ settings: withAccount('0310005001') });
	expect((await chain.payments()).filter(({ Indv_Bemaerkning_2: remark }) => remark.includes('jaga')).map(({ Afv_Omkostningssted }) => Afv_Omkostningssted)).toEqual(['1010500001']);
	await chain.reset();
	await edit(row);
	expect(told((await chain.run({ settings: withAccount('0000000001') })).attention)).toEqual(['unmapped']);
});

test('two firms that share employee numbers are each paid by their own mapping', async () => {
	const [firm] = JSON.parse(firmsWith(() => {})) as Array<IDataObject & { payElements: IDataObject[] }>;
	const sister = { ...firm, clientId: 200, confirmedPairs: [], employees: { source: 'externalId' }, payElements: firm.payElements.map((entry) => (entry.timeCategoryId === 10 && entry.departmentId === undefined ? { ...entry, serialNumber: 2 } : entry)) };
	const summary = await chain.runToEnd({ settings: { firms: JSON.stringify([firm, sister]) } });
	const { missing, extra, different, duplicateLines } = await chain.compare({ clients: '100,200' });
	expect({ missing, extra, different, duplicateLines }).toEqual({ missing: [], extra: [], different: [], duplicateLines: 0 });
	const numbers = new Set((await chain.payments()).map(({ Medarbejdernummer }) => Medarbejdernummer));
	expect([...numbers].some((number) => number.startsWith('72'))).toBe(true);
	expect(Number(summary.registered)).toBeGreaterThan((await chain.expectedCounts()).registered);
});
