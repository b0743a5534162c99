import fc from 'fast-check';
import { DateTime } from 'luxon';

import { entryOf, goneRow, MOST_WITH_FACTS, pruned, recall } from '../../../nodes/Capitech/trigger/memory';
import { isTriggerState } from '../../../nodes/Capitech/trigger/state';
import { row, someRows } from './rows';
import { TinyCapitech, TinyTrigger } from './trigger';
import { ZONE } from './triggerLedger';

/** A busy machine is given enough time: it is not what these tests are about. */
jest.setTimeout(120_000);

const TODAY = '2026-11-01';

test('what is remembered of a row is read back as it was', () => {
	fc.assert(
		fc.property(someRows, (rows) => {
			for (const each of rows) {
				expect(recall(entryOf(each, TODAY))).toEqual({
					hash: expect.stringMatching(/^[\w-]{6}$/) as string,
					approvedLevels: each.approvedLevelOne === 1 ? [1] : [],
					date: each.dateIn ?? each.dateOut ?? TODAY,
					isDated: (each.dateIn ?? each.dateOut) !== null,
					employeeId: each.employeeId ?? undefined,
					qty: each.qty,
				});
			}
		}),
	);
});

test('each approval level is remembered by itself', () => {
	const entry = entryOf(row({ approvedLevelOne: null, approvedLevelTwo: 1, approvedLevelFour: 1 }), TODAY);
	expect(recall(entry)?.approvedLevels).toEqual([2, 4]);
});

test.each([undefined, null, 7, '', 'abc', 'abcdef12610', 'abcdefg261015', 'abcdef1261015 ,1,2', { hash: 'abcdef' }])('%j is no entry', (entry) => {
	expect(recall(entry)).toBeUndefined();
});

test('rows of before the look-back are forgotten, and what is told as previous where there is no room for it', () => {
	const [early, late] = ['2026-08-30', '2026-08-31'].map((dateIn) => entryOf(row({ dateIn }), TODAY));
	expect(pruned({ '1:10': early, '2:10': late }, '2026-08-31', true)).toEqual({ '2:10': late });
	const slim = pruned({ '2:10': late }, '2026-08-31', false)['2:10'];
	expect(recall(slim)).toEqual({ ...recall(late), employeeId: undefined, qty: undefined });
	expect(slim.length).toBe(13);
});

test('a row that is gone is given as far as it is remembered', () => {
	const before = recall(entryOf(row({ qty: -2.25 }), TODAY))!;
	expect(goneRow(100, '107004:20', before)).toMatchObject({ clientId: 100, uid: 107_004, timeCategoryId: 20, employeeId: 155, dateIn: '2026-10-15', qty: -2.25, isDeleted: true, approvedLevelOne: null });
});

test('a state is taken for one only where each of its entries is', () => {
	const client = { begunAt: '2026-11-01T05:00:00.000Z', rows: { '1:10': entryOf(row(), TODAY) } };
	const round = { startedAt: '2026-11-01T05:00:00.000Z', settings: 'abc', parts: [{}], next: 0 };
	expect(isTriggerState({ clients: { 100: client }, round })).toBe(true);
	const broken = [
		{},
		{ clients: [] },
		{ clients: { 100: { ...client, begunAt: undefined } } },
		{ clients: { 100: { ...client, watermark: 'yesterday' } } },
		{ clients: { 100: { ...client, rows: { '1:10': 'abc' } } } },
		{ clients: {}, round: { ...round, next: 1 } },
		{ clients: {}, round: { ...round, parts: 'all' } },
	];
	expect(broken.map((state) => isTriggerState(state))).toEqual(broken.map(() => false));
});

describe('the memory of a large firm', () => {
	const START = DateTime.fromISO('2026-11-01T08:00', { zone: ZONE });
	const company = { editClearsApprovals: true, unapprovalMatchesFilter: false, deletedRows: 'vanish', statusBumpsLastUpdated: false } as const;

	/** A firm with so many rows, spread over two months, and the trigger that knows them. */
	async function firm(rows: number) {
		const capitech = new TinyCapitech(company, START.minus({ days: 1 }));
		const dates = Array.from({ length: 60 }, (_, days) => START.minus({ days }).toFormat('yyyy-MM-dd'));
		for (let uid = 1; uid <= rows; uid++) capitech.edit(1_000_000 + uid, 10, { dateIn: dates[uid % 60], employeeId: 2001 + (uid % 300) });
		capitech.time = START;
		const trigger = new TinyTrigger(capitech, { clientIds: '100', events: ['approved', 'changed', 'created', 'deleted', 'unapproved'], options: { sweep: 'everyPoll' } });
		expect(await trigger.poll()).toEqual([]);
		return { capitech, trigger };
	}

	test('takes few bytes a row', async () => {
		const { trigger } = await firm(1_000);
		expect(trigger.stored.length / 1_000).toBeLessThan(42);
	});

	test('takes fewer where there are many rows, and still tells what changed and what is gone, without what was before', async () => {
		const { capitech, trigger } = await firm(MOST_WITH_FACTS + 1);
		expect(trigger.stored.length / MOST_WITH_FACTS).toBeLessThan(31);
		capitech.time = START.plus({ minutes: 5 });
		capitech.edit(1_000_007, 10, { qty: 8 });
		capitech.remove('1000008:10');
		const items = (await trigger.poll()) ?? [];
		expect(items.map(({ uid, event, previous }) => [uid, event, previous])).toEqual([
			[1_000_008, 'deleted', { approvedLevels: [], dateIn: '2026-10-24' }],
			[1_000_007, 'changed', { approvedLevels: [], dateIn: '2026-10-25' }],
		]);
	});

	test('does not grow as time goes by: what lies behind the look-back is forgotten', async () => {
		const { capitech, trigger } = await firm(300);
		const first = trigger.stored.length;
		for (let day = 1; day <= 75; day++) {
			capitech.time = START.plus({ days: day });
			for (let uid = 0; uid < 5; uid++) capitech.edit(2_000_000 + 10 * day + uid, 10, { dateIn: capitech.time.toFormat('yyyy-MM-dd') });
			expect((await trigger.poll())?.length).toBe(5);
		}
		expect(trigger.stored.length).toBeLessThan(first * 1.1);
		expect(trigger.stored.includes('"1000')).toBe(false);
	});
});
