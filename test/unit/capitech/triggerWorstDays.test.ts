import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { TinyCapitech, TinyTrigger } from './trigger';
import { ZONE } from './triggerLedger';

const START = DateTime.fromISO('2026-11-02T08:00', { zone: ZONE });
const COMPANY = { editClearsApprovals: true, unapprovalMatchesFilter: false, deletedRows: 'vanish', statusBumpsLastUpdated: false } as const;
const ALL = ['approved', 'changed', 'created', 'deleted', 'unapproved'];
const APPROVED = { approvedLevelOne: 1, approvedLevelOneOn: '2026-11-01 09:00:00' };

/** A firm with approved hours of so many shifts, entered the day before, and a trigger that knows them. */
async function firm(shifts: number, parameters: INodeParameters = {}) {
	const capitech = new TinyCapitech(COMPANY, START.minus({ days: 1 }));
	for (let uid = 1; uid <= shifts; uid++) capitech.edit(uid, 10, { dateIn: '2026-10-30', ...APPROVED });
	capitech.time = START;
	const all = { clientIds: '100', events: ALL, ...parameters };
	const trigger = new TinyTrigger(capitech, all);
	expect(await trigger.poll()).toEqual([]);
	const pollAfter = async (minutes: number) => {
		capitech.time = capitech.time.plus({ minutes });
		return (await trigger.poll())?.map(({ uid, events }) => `${String(uid)} ${String(events)}`);
	};
	return { capitech, trigger, parameters: all, pollAfter };
}

test.each([
	['a quantity that rounding left of nothing', { qty: 5.684e-14 }],
	['a negative one', { qty: -1e-7 }],
	['one beyond measure', { qty: 1e21 }],
	['an employee number below zero', { employeeId: -3 }],
])('%s is told once, and stops no later poll', async (_what, changes) => {
	const { capitech, pollAfter } = await firm(1);
	capitech.edit(7, 10, { dateIn: '2026-11-02', ...changes });
	expect(await pollAfter(5)).toEqual(['7 created']);
	expect(await pollAfter(5)).toEqual([]);
	capitech.remove('7:10');
	expect(await pollAfter(24 * 60)).toEqual(['7 deleted']);
});

test('a clock of n8n that ran ahead for one poll costs nothing of what happens after it', async () => {
	const { capitech, pollAfter } = await firm(1, { options: { sweep: 'never' } });
	expect(await pollAfter(6 * 60)).toEqual([]);
	capitech.time = START.plus({ minutes: 5 });
	capitech.edit(7, 10, { dateIn: '2026-11-02' });
	expect(await pollAfter(5)).toEqual(['7 created']);
});

test.each([
	['a longer look-back', { options: { lookBackDays: 90 } }],
	['another filter that holds it', { filters: { departments: { entries: [{ entry: 10 }] } } }],
])('a row that was deleted since the last sweep is told with %s, too', async (_what, changed) => {
	const { capitech, parameters, pollAfter } = await firm(3);
	capitech.remove('2:10');
	expect(await pollAfter(5)).toEqual([]);
	Object.assign(parameters, changed);
	expect(await pollAfter(5)).toEqual(['2 deleted']);
	expect(await pollAfter(24 * 60)).toEqual([]);
});

test('a filter that leaves rows out tells nothing of them, deleted ones aside', async () => {
	const { capitech, parameters, pollAfter } = await firm(3);
	capitech.edit(1, 10, { qty: 4 });
	capitech.remove('2:10');
	Object.assign(parameters, { filters: { departments: { entries: [{ entry: 20 }] } } });
	expect(await pollAfter(5)).toEqual(['2 deleted']);
	expect(await pollAfter(24 * 60)).toEqual([]);
});

test.each([[['approved']], [ALL]])('an installation that gives out no hours at all for a night is no reason to tell %p of them', async (events) => {
	const { capitech, pollAfter } = await firm(12, { events });
	const held = [...capitech.held];
	capitech.held.clear();
	expect(await pollAfter(24 * 60)).toBeUndefined();
	for (const [key, row] of held) capitech.held.set(key, row);
	expect(await pollAfter(24 * 60)).toEqual([]);
	capitech.edit(3, 10, { qty: 8, ...APPROVED });
	expect(await pollAfter(5)).toEqual([expect.stringMatching(/^3 .*approved/)]);
});

test('hours that are edited while their registration is read again are told as they were approved, and then as they are', async () => {
	const { capitech, trigger } = await firm(0, { itemPer: 'registration' });
	capitech.edit(1, 10, { dateIn: '2026-11-02', ...APPROVED });
	capitech.edit(1, 20, { dateIn: '2026-11-02', qty: 1 });
	const edits = [() => capitech.edit(1, 10, { qty: 8 }), () => {}];
	capitech.registrations = async () => {
		edits.shift()?.();
		return capitech.standing();
	};
	const told = async () => {
		capitech.time = capitech.time.plus({ minutes: 5 });
		return (await trigger.poll())?.map(({ events, rows }) => [events, (rows as IDataObject[]).map(({ timeCategoryId, qty, approvedLevelOne }) => [timeCategoryId, qty, approvedLevelOne])]);
	};
	expect(await told()).toEqual([[['approved', 'created'], [[10, 7.5, 1], [20, 1, null]]]]);
	expect(await told()).toEqual([[['unapproved', 'changed'], [[10, 8, null], [20, 1, null]]]]);
	expect(await told()).toEqual([]);
});

test('hours that were entered and approved ahead of their date are told once it is near, without a sweep', async () => {
	const { capitech, pollAfter } = await firm(1, { events: ['approved'], options: { sweep: 'never' } });
	capitech.edit(7, 10, { dateIn: '2026-11-05', approvedLevelOne: 1, approvedLevelOneOn: capitech.stamp });
	expect(await pollAfter(5)).toEqual([]);
	expect(await pollAfter(24 * 60)).toEqual([]);
	expect(await pollAfter(24 * 60)).toEqual(['7 approved']);
	expect(await pollAfter(5)).toEqual([]);
});
