import type { IDataObject } from 'n8n-workflow';

import { listSearch } from '../support';
import { entries, GET_MANY, hours } from './capitech';
import { inShort, TriggerBench } from './trigger';

const capitech = new TriggerBench({ seed: 7, people: 12, days: 10 });
const ALL = ['approved', 'changed', 'created', 'deleted', 'unapproved'];
const DAY = '2026-10-30';

beforeEach(() => capitech.setTime('2026-11-01T06:00'));

/** A trigger whose baseline is taken. */
async function running(parameters: Parameters<TriggerBench['trigger']>[0] = {}, wishes: Parameters<TriggerBench['trigger']>[1] = {}) {
	await capitech.pass(1);
	const trigger = await capitech.trigger(parameters, wishes);
	expect(await capitech.told(trigger)).toEqual([]);
	await capitech.pass(5);
	return { trigger, next: async () => (await capitech.pass(5), inShort(await capitech.told(trigger))) };
}

const approve = async (uid: number, approvedLevelOne: 1 | null, more: IDataObject = {}) => await capitech.put({ clientId: 100, uid, timeCategoryId: 10, approvedLevelOne, ...more });
const edit = async (uid: number, changes: IDataObject) => await capitech.put({ clientId: 100, uid, timeCategoryId: 10, ...changes });
const remove = async (uid: number, timeCategoryId = 10) => await capitech.control.remove('capitech', { transactions: [{ clientId: 100, uid, timeCategoryId }] });

describe('approved hours', () => {
	test('are told once', async () => {
		const { next } = await running();
		await capitech.put(hours(900_001, DAY, { approvedLevelOne: null }));
		expect(await next()).toEqual([]);
		await approve(900_001, 1);
		expect(await next()).toEqual(['900001:10 approved']);
		expect(await next()).toEqual([]);
	});

	test('are told again where they were edited and approved anew, be it back to what they were', async () => {
		const { next } = await running();
		await capitech.put(hours(900_001, DAY));
		expect(await next()).toEqual(['900001:10 approved']);
		for (const qty of [8, 7.5, 8]) {
			await edit(900_001, { qty, approvedLevelOne: 1 });
			expect(await next()).toEqual(['900001:10 approved']);
		}
	});

	test('are told again where an edit left the approval as it was', async () => {
		const { next } = await running();
		await capitech.put(hours(900_001, DAY));
		await next();
		await capitech.control.switches({ 'capitech.editClearsApprovals': false });
		await edit(900_001, { departmentId: 20 });
		expect(await next()).toEqual(['900001:10 approved']);
	});

	test('are told in the form of Get Many, with what was known before', async () => {
		const { trigger, next } = await running();
		await capitech.put(hours(900_001, DAY));
		await next();
		await edit(900_001, { qty: 8, approvedLevelOne: 1 });
		await capitech.pass(5);
		const [{ event, events, previous, ...row }] = await capitech.told(trigger);
		expect({ event, events, previous }).toEqual({
			event: 'approved',
			events: ['approved'],
			previous: { approvedLevels: [1], dateIn: DAY, employeeId: 2001, qty: 7.5 },
		});
		const rows = (await capitech.getMany(DAY, DAY, { simplify: true })).outputs[0].map(({ json }) => json);
		expect(rows).toContainEqual(row);
	});

	test('are those of the level that counts', async () => {
		const { next } = await running({ approvalLevel: 2 });
		await capitech.put(hours(900_001, DAY));
		expect(await next()).toEqual([]);
		await edit(900_001, { approvedLevelTwo: 1, approvedLevelOne: 1 });
		expect(await next()).toEqual(['900001:10 approved']);
		await edit(900_001, { approvedLevelThree: 1, approvedLevelTwo: 1, approvedLevelOne: 1 });
		expect(await next()).toEqual([]);
	});

	test('are told of a shift that was worked long ago', async () => {
		const { next } = await running();
		await capitech.put(hours(900_001, '2026-08-31'), hours(900_002, '2026-08-30'));
		expect(await next()).toEqual(['900001:10 approved']);
	});
});

describe('the mark of the workflow itself', () => {
	test.each([false, true])('starts nothing, whether it counts as an update or not (%s)', async (bumps) => {
		await capitech.control.switches({ 'capitech.statusBumpsLastUpdated': bumps });
		const { trigger, next } = await running({ events: ALL });
		await capitech.put(hours(900_001, DAY));
		await capitech.pass(5);
		const rows = await capitech.told(trigger);
		expect(inShort(rows)).toEqual(['900001:10 approved+created']);
		await capitech.setStatus(rows, { status: 'set', externalStatusCode: 20 });
		expect((await capitech.held(DAY, DAY)).find(({ uid }) => uid === 900_001)?.externalStatusCode).toBe(20);
		expect(await next()).toEqual([]);
		await capitech.setTime('2026-11-02T03:05');
		expect(await next()).toEqual([]);
	});
});

describe('other events', () => {
	test('are told as they come', async () => {
		const { next } = await running({ events: ALL });
		await capitech.put(hours(900_001, DAY, { approvedLevelOne: null }));
		expect(await next()).toEqual(['900001:10 created']);
		await edit(900_001, { qty: 8 });
		expect(await next()).toEqual(['900001:10 changed']);
		await approve(900_001, 1);
		expect(await next()).toEqual(['900001:10 approved']);
		await edit(900_001, { qty: 7 });
		expect(await next()).toEqual(['900001:10 unapproved+changed']);
		await edit(900_001, { qty: 8, approvedLevelOne: 1 });
		expect(await next()).toEqual(['900001:10 approved+changed']);
	});

	test('are told only where they are wanted', async () => {
		const { next } = await running({ events: ['unapproved'] });
		await capitech.put(hours(900_001, DAY));
		expect(await next()).toEqual([]);
		await edit(900_001, { qty: 8 });
		expect(await next()).toEqual(['900001:10 unapproved']);
	});

	test('a withdrawn approval is found by the sweep, or at once where the installation tells of it', async () => {
		const { next } = await running({ events: ALL });
		await capitech.put(hours(900_001, DAY), hours(900_002, DAY));
		await next();
		await capitech.pass(30);
		await next();
		await approve(900_001, null);
		expect(await next()).toEqual([]);
		await capitech.control.switches({ 'capitech.unapprovalMatchesFilter': true });
		await approve(900_002, null);
		expect(await next()).toEqual(['900001:10 unapproved', '900002:10 unapproved']);
	});
});

describe('deleted rows', () => {
	test.each(['vanish', 'flagged'])('are told once where they %s', async (deletedRows) => {
		await capitech.control.switches({ 'capitech.deletedRows': deletedRows });
		const { trigger, next } = await running({ events: ALL });
		await capitech.put(hours(900_001, DAY));
		await next();
		await remove(900_001);
		await capitech.pass(5);
		if (deletedRows === 'vanish') {
			expect(await capitech.told(trigger)).toEqual([]);
			await capitech.setTime('2026-11-02T03:00');
		}
		const [row, ...others] = await capitech.told(trigger);
		expect(others).toEqual([]);
		expect(row).toMatchObject({ event: 'deleted', events: ['deleted'], clientId: 100, uid: 900_001, timeCategoryId: 10, employeeId: 2001, dateIn: DAY, qty: 7.5, isDeleted: true });
		expect(row.previous).toEqual({ approvedLevels: [1], dateIn: DAY, employeeId: 2001, qty: 7.5 });
		expect(await next()).toEqual([]);
	});

	test('are told as created where they come back', async () => {
		const { next } = await running({ events: ALL, options: { sweep: 'everyPoll' } });
		await capitech.put(hours(900_001, DAY));
		await next();
		await remove(900_001);
		expect(await next()).toEqual(['900001:10 deleted']);
		await capitech.put(hours(900_001, DAY));
		expect(await next()).toEqual(['900001:10 approved+created']);
	});

	test('are not those that were moved to another date, out of the filters, or out of the look-back', async () => {
		await capitech.put(hours(900_001, DAY), hours(900_002, DAY), hours(900_003, '2026-09-05'), hours(900_004, DAY));
		const { next } = await running({ events: ALL, filters: { departments: entries(10) } });
		await edit(900_001, { dateIn: '2026-09-10' });
		await edit(900_002, { departmentId: 20 });
		await edit(900_003, { dateIn: '2026-08-25' });
		await remove(900_004);
		expect(await next()).toEqual(['900001:10 unapproved+changed']);
		await capitech.setTime('2026-11-02T03:00');
		expect(await next()).toEqual(['900003:10 unapproved+changed', '900002:10 unapproved+changed', '900004:10 deleted']);
		await capitech.setTime('2026-11-03T03:00');
		expect(await next()).toEqual([]);
	});

	test('are not concluded from a sweep that failed in part', async () => {
		const { trigger, next } = await running({ events: ALL });
		await capitech.put(hours(900_001, DAY));
		await next();
		await remove(900_001);
		await capitech.setTime('2026-11-02T03:00');
		for (const nth of [1, 2, 3, 4]) {
			await capitech.control.faults({ service: 'capitech', operation: GET_MANY, kind: 'status', status: 400, nth });
			const before = trigger.staticData;
			await expect(capitech.told(trigger)).rejects.toThrow('Capitech answered');
			expect(trigger.staticData).toEqual(before);
		}
		await capitech.control.faults();
		expect(await next()).toEqual(['900001:10 deleted']);
	});
});

describe('the first activation', () => {
	const held = async () => (await capitech.held('2026-08-31', '2026-11-02')).filter(({ approvedLevelOne }) => approvedLevelOne === 1);

	test('tells nothing of what is there', async () => {
		expect((await held()).length).toBeGreaterThan(50);
		await running();
	});

	test('tells the hours of a date on where that is wanted, once', async () => {
		const trigger = await capitech.trigger({ firstActivation: 'backlog', backlogFrom: '2026-10-28' });
		const keys = (await held()).filter(({ dateIn }) => String(dateIn) >= '2026-10-28').map(({ uid, timeCategoryId }) => `${uid}:${timeCategoryId} approved`);
		expect(inShort(await capitech.told(trigger)).sort()).toEqual(keys.sort());
		await capitech.pass(5);
		expect(await capitech.told(trigger)).toEqual([]);
	});

	test('tells hours of before the look-back, too', async () => {
		await capitech.put(hours(900_001, '2026-03-02'));
		const trigger = await capitech.trigger({ firstActivation: 'backlog', backlogFrom: '2026-03-01' });
		expect(inShort(await capitech.told(trigger))[0]).toBe('900001:10 approved');
	});

	test('of a client that is added later is one of its own', async () => {
		const { trigger } = await running();
		trigger.restart({ clientIds: '100, 200' });
		await capitech.put(hours(900_001, DAY));
		await capitech.pass(5);
		expect(inShort(await capitech.told(trigger))).toEqual(['900001:10 approved']);
	});
});

describe('other filters', () => {
	test('leave nothing out that happened before they were set, and tell nothing that did not happen', async () => {
		const { trigger } = await running({ filters: { departments: entries(10) } });
		await capitech.put(hours(900_001, DAY), hours(900_002, DAY, { departmentId: 20 }));
		trigger.restart({ filters: { departments: entries(10, 20) } });
		await capitech.pass(5);
		expect(inShort(await capitech.told(trigger))).toEqual(['900001:10 approved', '900002:10 approved']);
		await capitech.setTime('2026-11-02T03:00');
		expect(await capitech.told(trigger)).toEqual([]);
	});

	test('tell nothing more of what they leave out', async () => {
		await capitech.put(hours(900_001, DAY, { departmentId: 20 }));
		const { trigger, next } = await running({ events: ALL });
		trigger.restart({ filters: { departments: entries(10) } });
		await next();
		await edit(900_001, { qty: 8 });
		await capitech.setTime('2026-11-02T03:00');
		expect(await next()).toEqual([]);
	});

	test('nor do other events', async () => {
		const { trigger } = await running();
		await capitech.put(hours(900_001, DAY));
		trigger.restart({ events: ALL });
		await capitech.pass(5);
		expect(inShort(await capitech.told(trigger))).toEqual(['900001:10 approved+created']);
		await capitech.setTime('2026-11-02T03:00');
		expect(await capitech.told(trigger)).toEqual([]);
	});
});

test('what happened while nothing was polled is told, however long that was', async () => {
	const { trigger } = await running({ options: { lookBackDays: 5 } });
	await capitech.put(hours(900_001, '2026-10-28'));
	await capitech.setTime('2026-12-20T10:00');
	expect(inShort(await capitech.told(trigger))).toEqual(['900001:10 approved']);
});

describe('one item per registration', () => {
	test('holds all its rows, with what happened to each', async () => {
		const { trigger } = await running({ itemPer: 'registration' });
		await capitech.put(hours(900_001, DAY), hours(900_001, DAY, { timeCategoryId: 20, qty: 1 }), hours(900_001, DAY, { timeCategoryId: 31, qty: 2, approvedLevelOne: null }));
		await capitech.pass(5);
		const [item, ...others] = await capitech.told(trigger);
		expect(others).toEqual([]);
		expect(item).toMatchObject({ event: 'approved', events: ['approved'], clientId: 100, uid: 900_001, employeeId: 2001, dateIn: DAY, isDeleted: false });
		expect((item.rows as IDataObject[]).map(({ timeCategoryId, events, qty }) => [timeCategoryId, events, qty])).toEqual([
			[10, ['approved'], 7.5],
			[20, ['approved'], 1],
			[31, undefined, 2],
		]);
	});

	test('shows a row that is gone beside those that stand', async () => {
		const { trigger, next } = await running({ itemPer: 'registration', events: ['deleted'], options: { sweep: 'everyPoll' } });
		await capitech.put(hours(900_001, DAY), hours(900_001, DAY, { timeCategoryId: 20, qty: 1 }));
		await next();
		await remove(900_001, 20);
		await capitech.pass(5);
		const [{ isDeleted, rows }] = await capitech.told(trigger);
		expect(isDeleted).toBe(false);
		expect((rows as IDataObject[]).map(({ timeCategoryId, events, isDeleted: isGone }) => [timeCategoryId, events, isGone])).toEqual([
			[10, undefined, false],
			[20, ['deleted'], true],
		]);
		await remove(900_001);
		await capitech.pass(5);
		expect(await capitech.told(trigger)).toMatchObject([{ event: 'deleted', uid: 900_001, isDeleted: true }]);
	});
});

describe('an installation that knows dates only', () => {
	test('is asked by date, and for approvals for all rows', async () => {
		const { next } = await running({ options: { changesBy: 'date' } });
		await capitech.put(hours(900_001, DAY, { approvedLevelOne: null, lastUpdatedOn: '2026-10-30 16:00:00' }));
		await approve(900_001, 1);
		expect(await next()).toEqual(['900001:10 approved']);
		expect(await next()).toEqual([]);
		const bodies = (await capitech.sent(GET_MANY)).map(({ body }) => body);
		expect(bodies.every((body) => !('lastApprovedOrUpdatedFilter' in body))).toBe(true);
	});

	test('is asked for changes from the day before', async () => {
		const { next } = await running({ events: ['changed'], options: { changesBy: 'date' } });
		await capitech.put(hours(900_001, DAY));
		expect(await next()).toEqual([]);
		await edit(900_001, { qty: 8 });
		expect(await next()).toEqual(['900001:10 changed']);
		expect((await capitech.sent(GET_MANY)).at(-1)?.body.lastUpdatedGreaterThanOrEqualToFilter).toBe('2026-10-31');
	});
});

test('the lists of its filters are of the first client', async () => {
	const credentials = await capitech.credentials();
	await capitech.control.put('capitech', { employees: [{ clientId: 200, employeeId: 9_001, firstName: 'Synthetic', lastName: 'Person', departmentId: 10 }] });
	const of = async (clientIds: string) => await listSearch({ type: 'capitechTrigger', method: 'searchEmployees', parameters: { clientIds }, credentials });
	const has = ({ results }: Awaited<ReturnType<typeof of>>) => results.some(({ value }) => value === '9001');
	expect([has(await of('200, 100')), has(await of('100, 200'))]).toEqual([true, false]);
});

describe('manual mode', () => {
	test('shows the latest rows and moves nothing', async () => {
		const { trigger, next } = await running();
		const before = trigger.staticData;
		const sample = await trigger.sample();
		expect(sample?.length).toBe(5);
		expect(sample?.every(({ json }) => json.event === 'approved' && json.approvedLevelOne === 1)).toBe(true);
		expect(trigger.staticData).toEqual(before);
		await capitech.put(hours(900_001, DAY));
		await trigger.sample();
		expect(await next()).toEqual(['900001:10 approved']);
	});

	test('shows a registration with its rows where that is an item', async () => {
		const trigger = await capitech.trigger({ itemPer: 'registration' });
		expect((await trigger.sample())?.every(({ json }) => Array.isArray(json.rows) && json.rows.length > 0)).toBe(true);
	});

	test('shows nothing where there is nothing', async () => {
		const trigger = await capitech.trigger({ filters: { departments: entries(999) } });
		expect(await trigger.sample()).toBeNull();
	});
});

describe('the time n8n gives a poll', () => {
	test('ends it after a part, and the next ones go on with the rest', async () => {
		await capitech.put(hours(900_001, '2026-09-05'), hours(900_002, '2026-10-05'), hours(900_003, DAY));
		const trigger = await capitech.trigger({ firstActivation: 'backlog', backlogFrom: '2026-08-31', filters: { departments: entries(10), employees: entries(2001) } }, { budgetMs: 0 });
		const dates: string[][] = [];
		for (let poll = 0; poll < 3; poll++) {
			dates.push((await capitech.told(trigger)).filter(({ uid }) => uid > 900_000).map(({ dateIn }) => String(dateIn)));
			await capitech.pass(5);
		}
		expect(dates).toEqual([['2026-09-05'], ['2026-10-05'], [DAY]]);
		const asked = (await capitech.sent(GET_MANY)).map(({ body }) => `${body.fromDate} ${body.lastApprovedOrUpdatedFilter ?? ''}`);
		expect(asked).toEqual(['2026-08-30 ', '2026-09-28 ', '2026-10-27 ']);
	});

	test('costs nothing that happens meanwhile, and doubles nothing', async () => {
		const trigger = await capitech.trigger({}, { budgetMs: 0 });
		const told: string[] = [];
		for (let poll = 0; poll < 12; poll++) {
			told.push(...inShort(await capitech.told(trigger)));
			await capitech.pass(5);
			if (poll % 2 === 0 && poll < 6) await capitech.put(...['2026-09-05', '2026-10-05', DAY].map((date, part) => hours(900_000 + 10 * poll + part, date)));
		}
		const all = [0, 2, 4].flatMap((poll) => [0, 1, 2].map((part) => `${900_000 + 10 * poll + part}:10 approved`));
		expect(told.sort()).toEqual(all);
	});
});
