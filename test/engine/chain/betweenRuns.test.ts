import type { IDataObject, INode } from 'n8n-workflow';

import { firmsWith, hours, SET_STATUS, some, useChain } from './support';

const chain = useChain({ people: 8, days: 10 });

const referenceOf = ({ clientId, uid, timeCategoryId }: IDataObject): string => [clientId, uid, timeCategoryId].map((part) => Number(part).toString(36)).join(':');

/** What stands under a reference, in sum. */
const sumUnder = async (reference: string): Promise<number> =>
	(await chain.payments()).filter(({ Indv_Bemaerkning_2: remark }) => remark.split('#')[0] === reference).reduce((sum, { Antal }) => sum + Antal, 0);

const row = hours(900_010);

const SWITCHES = ['allOrNothing', 'perLine'].flatMap((atomicity) => ['honoured', 'ignored'].map((updateIdRepeat) => ({ atomicity, updateIdRepeat })));

test.each(some(SWITCHES, 2, 3))('7.50, 8.00, 7.50, 8.00, each exported, leave 8.00 ($atomicity, repeats $updateIdRepeat)', async ({ atomicity, updateIdRepeat }) => {
	await chain.control.switches({ 'kmdOpus.atomicity': atomicity, 'kmdOpus.updateIdRepeat': updateIdRepeat });
	await chain.control.put('capitech', { transactions: [row] });
	for (const qty of [7.5, 8, 7.5, 8]) {
		await chain.edit(row, { qty });
		expect(await chain.runToEnd()).toMatchObject({ unmarkedThoughDone: 0 });
		expect(await sumUnder(referenceOf(row))).toBe(qty);
		expect(await chain.problems()).toEqual([]);
	}
});

test.each([
	['a department', { departmentId: 50 }],
	['a project', { projectId: 1002 }],
	['a date', { dateIn: '2026-10-26' }],
	['a quantity of zero', { qty: 0 }],
	['a negative quantity', { qty: -1.25 }],
])('after an export the registration gets %s, and the next run sets it right', async (_what, change) => {
	await chain.control.put('capitech', { transactions: [row] });
	await chain.runToEnd();
	await chain.edit({ uid: row.uid }, change);
	await chain.runToEnd();
	expect(await chain.problems()).toEqual([]);
});

test('a mapping that is added exports exactly the rows that had none', async () => {
	const before = await chain.run();
	const waiting = before.attention.filter(({ standing, timeCategory }) => standing === 'unmapped' && /^(10|11|50) /.test(String(timeCategory)));
	expect(waiting.length).toBeGreaterThan(0);
	const lines = await chain.payments();

	const more = [10, 11, 50].flatMap((timeCategoryId) => [1, 2].map((employeeGroup) => ({ timeCategoryId, employeeGroup, payElement: '0400', serialNumber: 1, unit: 'hours' })));
	const summary = await chain.runToEnd({
		settings: {
			firms: firmsWith(({ payElements }) => {
				const isMapped = ({ timeCategoryId, employeeGroup }: IDataObject) => payElements.some((entry) => entry.timeCategoryId === timeCategoryId && entry.employeeGroup === employeeGroup);
				payElements.push(...more.filter((entry) => !isMapped(entry)));
			}),
		},
	});
	const added = (await chain.payments()).slice(lines.length);
	expect(summary).toMatchObject({ registered: waiting.length });
	expect(added.map(({ Indv_Bemaerkning_2: remark, Antal }) => [remark.split('#')[0], Antal]).sort()).toEqual(
		waiting.map(({ uid, timeCategory, quantity }) => [referenceOf({ clientId: 100, uid, timeCategoryId: parseInt(String(timeCategory), 10) }), quantity]).sort(),
	);
});

test('an employee who is unlocked gets exactly what waited', async () => {
	await chain.makeTrouble();
	const { later } = await chain.runToEnd();
	expect(later).toBeGreaterThan(0);
	const lines = await chain.payments();
	await chain.control.put('kmdOpus', { employments: [{ Medarbejdernummer: '2003', Laast: false }] });
	expect(await chain.runToEnd()).toMatchObject({ later: 0, registered: later });
	const added = (await chain.payments()).slice(lines.length);
	expect(added).toHaveLength(Number(later));
	expect(new Set(added.map(({ Medarbejdernummer }) => Medarbejdernummer))).toEqual(new Set(['2003']));
	expect(await chain.problems()).toEqual([]);
});

test('where a mark is kept for each time category, nothing is marked, a human is told, and nothing is posted twice', async () => {
	await chain.control.switches({ 'capitech.statusWriteKey': 'uidAndCategory' });
	const { marked } = await chain.expectedCounts();
	const { summary, attention } = await chain.run();
	expect(summary).toMatchObject({ marked: 0, unmarkedThoughDone: marked });
	expect(attention.filter(({ standing }) => standing === 'registered').every(({ reason }) => /timeCategoryId/.test(String(reason)))).toBe(true);
	const lines = await chain.payments();
	expect(await chain.runToEnd()).toMatchObject({ registered: 0, unmarkedThoughDone: marked });
	expect(await chain.payments()).toEqual(lines);
	await chain.control.switches({ 'capitech.statusWriteKey': 'uid' });
	await chain.runToEnd();
	expect(await chain.problems()).toEqual([]);
});

test('where a mark is kept for each time category and the node is told its field, any lost answer of a mark is made good by the next run', async () => {
	const byCategory = { change: (node: INode) => node.name === 'Set External Status' && (node.parameters.options = { timeCategoryField: 'timeCategoryId' }) };
	const begin = async () => {
		await chain.reset();
		await chain.control.switches({ 'capitech.statusWriteKey': 'uidAndCategory' });
	};
	await begin();
	await chain.runToEnd(byCategory);
	expect(await chain.problems()).toEqual([]);
	const places = (await chain.writePlaces()).filter(({ operation }) => operation === SET_STATUS);
	expect(places.length).toBeGreaterThan(30);
	for (const place of some(places, 3, 5)) {
		for (const kind of ['reset-after', 'reset-before']) {
			await begin();
			await chain.control.faults({ ...place, kind });
			await chain.runToEnd(byCategory);
			await chain.control.faults();
			await chain.runToEnd(byCategory);
			expect([place.nth, kind, await chain.problems()]).toEqual([place.nth, kind, []]);
		}
	}
});
