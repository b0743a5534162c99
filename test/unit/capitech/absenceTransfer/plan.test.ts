import type { IDataObject } from 'n8n-workflow';

import type { Sketch } from './chain';
import { allDone, daysOf, document, inShort, plan, remembered } from './chain';

const WEEK: Sketch = { absenceId: 1, from: '2026-10-05', to: '2026-10-09' };
const NEXT: Sketch = { absenceId: 2, from: '2026-10-12', to: '2026-10-16' };

/** The table after some absences were transferred. */
const after = (...sketches: Sketch[]) => allDone(plan(sketches.flatMap(daysOf)));
const steps = (table: Map<string, IDataObject>, sketches: Sketch[], firm: IDataObject = {}, scope = {}) => plan(sketches.flatMap(daysOf), table.values(), document(firm), scope).map(inShort);
const reasons = (table: Map<string, IDataObject>, sketches: Sketch[], firm: IDataObject = {}, scope = {}) =>
	plan(sketches.flatMap(daysOf), table.values(), document(firm), scope).map(({ step, reason }) => `${step}: ${reason}`);
const withState = (table: Map<string, IDataObject>, reference: string, row: IDataObject) => new Map([...table, [reference, { ...table.get(reference), ...row }]]);

test('a step carries what the operations of KMD Opus read, and what a human needs', () => {
	expect(plan(daysOf({ ...WEEK, startTime: '12:00:00' }))).toEqual([
		{
			...{ step: 'create', reason: null, clientId: 100, absenceId: 1, municipalityCode: '751', employeeId: 2001, employee: 'Ansatt 2001', absenceCode: 'SYK', days: 5 },
			...{ reference: '2s:1:1', revision: 1, attempt: 1, state: 'pending', employeeNumber: '2001', type: 'SY', relation: 'none', relationKey: '' },
			...{ fromDate: '2026-10-05', startTime: '12:00:00', toDate: '2026-10-09', endTime: '' },
			...{ originalType: '', originalRelation: '', originalRelationKey: '', originalFromDate: '', originalStartTime: '', originalToDate: '', originalEndTime: '' },
		},
	]);
});

describe('what stands', () => {
	test('as it should is left alone', () => {
		expect(steps(after(WEEK, NEXT), [NEXT, WEEK])).toEqual(['unchanged, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09', 'unchanged, 2s:2:1, 2001, SY, 2026-10-12, 2026-10-16']);
	});

	test('otherwise is changed, with the original beside it', () => {
		const [item] = plan(daysOf({ ...WEEK, to: '2026-10-07', percent: 50 }), after({ ...WEEK, startTime: '12:00:00' }).values());
		expect(item).toMatchObject({ step: 'update', reference: '2s:1:1', revision: 2, attempt: 1, state: 'pending', type: 'SD', toDate: '2026-10-07', startTime: '' });
		expect(item).toMatchObject({ originalType: 'SY', originalFromDate: '2026-10-05', originalStartTime: '12:00:00', originalToDate: '2026-10-09', originalEndTime: '', originalRelation: 'none' });
	});

	test('for another employee now is deleted, and created for that one', () => {
		expect(steps(after(WEEK), [{ ...WEEK, employeeId: 2002 }])).toEqual(['delete, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09', 'create, 2s:1:2, 2002, SY, 2026-10-05, 2026-10-09']);
	});

	test('for an absence that is gone is deleted', () => {
		expect(steps(after(WEEK, NEXT), [NEXT])[0]).toBe('delete, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09');
		expect(steps(after(WEEK), [{ ...WEEK, more: { isDeleted: true } }])).toEqual(['delete, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09']);
	});

	test('for one that is no longer to be transferred is deleted', () => {
		expect(steps(after(WEEK), [{ ...WEEK, code: 'AVS' }])).toEqual(['delete, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09']);
	});

	test('for one whose approval was withdrawn is deleted or a human is asked, as the firm says', () => {
		const withdrawn = [{ ...WEEK, status: 0 }];
		expect(steps(after(WEEK), withdrawn)).toEqual(['delete, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09']);
		expect(reasons(after(WEEK), withdrawn, { withdrawn: 'human' })).toEqual(['human: Its approval was withdrawn']);
	});

	test('under a reference that is done with is not there, and the reference is used again', () => {
		const gone = allDone(plan([], after(WEEK).values()), after(WEEK));
		expect(plan([], gone.values())).toEqual([]);
		expect(plan(daysOf(WEEK), gone.values())).toMatchObject([{ step: 'create', reference: '2s:1:1', revision: 3 }]);
	});

	test('of a firm that is not in the settings is nobody’s business here', () => {
		const others = new Map([['5k:1:1', { ...after(WEEK).get('2s:1:1'), reference: '5k:1:1' }]]);
		expect(plan([], others.values())).toEqual([]);
	});

	test('in the table twice counts as the last write says', () => {
		const rows = [...after(WEEK).values()];
		expect(plan(daysOf(WEEK), [{ ...rows[0], revision: 2, toDate: '2026-10-08' }, ...rows])).toMatchObject([{ step: 'update', originalToDate: '2026-10-08', revision: 3 }]);
	});
});

describe('nothing is concluded from what was not read', () => {
	const short = { window: { from: '2026-10-07', to: '2026-10-31' } };
	const read = (sketch: Sketch) => daysOf(sketch).filter(({ dayDate }) => String(dayDate) >= short.window.from);
	const planned = (days: IDataObject[], table: Map<string, IDataObject>) => plan(days, table.values(), document(), short).map(({ step, reason }) => `${step}: ${reason}`);

	test('an absence that reaches beyond the period stands as it should where the part that was read does', () => {
		expect(planned(read(WEEK), after(WEEK))).toEqual(['unchanged: null']);
		expect(planned(read({ ...WEEK, to: '2026-10-08' }), after(WEEK))).toEqual(['human: It begins on 2026-10-05, before the period that was read: read a longer period']);
		expect(planned(read({ ...WEEK, percent: 50 }), after(WEEK))).toHaveLength(1);
		expect(planned(read({ ...WEEK, percent: 50 }), after(WEEK))[0]).toMatch(/^human/);
	});

	test('one that is gone and reached beyond it goes to a human; one that lay wholly before it is not spoken of', () => {
		expect(planned([], after(WEEK))).toEqual(['human: It is gone, but reaches beyond the period that was read']);
		expect(planned([], after({ ...WEEK, to: '2026-10-06' }))).toEqual([]);
	});

	test('absences of a firm that has no settings end the run', () => {
		expect(() => plan(daysOf({ ...WEEK, more: { clientId: 200 } }))).toThrow(/'firms' has no entry for clientId 200/);
	});

	test('items that failed end the run', () => {
		expect(() => plan([...daysOf(WEEK), { error: 'Capitech is out of order' }])).toThrow(/'error' is in item 5: absences, employees or the memory were not read/);
	});
});

describe('many absences gone at once', () => {
	const some = (count: number): Sketch[] => Array.from({ length: count }, (_, at) => ({ absenceId: at + 1, employeeId: 3000 + at, from: '2026-10-05', to: '2026-10-09' }));
	const firm = some(100);
	const keep = { allowManyDeletions: false };
	const counted = (gone: number, all: number, scope = keep) => {
		const lines = reasons(after(...firm.slice(0, all)), firm.slice(gone, all), {}, scope);
		return [lines.filter((line) => line.startsWith('delete')).length, lines.filter((line) => line.startsWith('human')).length];
	};

	test('go to a human when they are more than ten and more than a tenth', () => {
		expect(counted(11, 100)).toEqual([0, 11]);
		expect(reasons(after(...firm), firm.slice(11), {}, keep).at(-1)).toBe('human: 11 of 100 absences are gone at once: allow many deletions if that is right');
	});

	test('go to a human when they are all of a firm, and more than three', () => {
		expect(counted(4, 4)).toEqual([0, 4]);
		expect(counted(3, 3)).toEqual([3, 0]);
		expect(counted(4, 5)).toEqual([4, 0]);
	});

	test('are counted by firm: one that came empty is not hidden by a large one', () => {
		const [of100, of200] = [some(200).flatMap(daysOf), some(15).flatMap((of) => daysOf({ ...of, more: { clientId: 200 } }))];
		const firms = { firms: [100, 200].map((clientId) => ({ ...(document().firms as IDataObject[])[0], clientId, municipalityCode: clientId === 100 ? '751' : '101' })) };
		const table = allDone(plan([...of100, ...of200], [], firms));
		const items = plan(of100, table.values(), firms, keep);
		expect(items.filter(({ step }) => step === 'delete')).toEqual([]);
		expect(items.at(-1)).toMatchObject({ step: 'human', clientId: 200, reason: '15 of 15 absences are gone at once: allow many deletions if that is right' });
	});

	test('are deleted when they are ten, or no more than a tenth, or it is allowed', () => {
		expect(counted(10, 50)).toEqual([10, 0]);
		expect(counted(11, 100, { allowManyDeletions: true })).toEqual([11, 0]);
		const many = Array.from({ length: 110 }, (_, at) => ({ absenceId: at + 1, employeeId: 3000 + at, from: '2026-10-05', to: '2026-10-09' }));
		expect(reasons(after(...many), many.slice(11), {}, keep).filter((line) => line.startsWith('delete'))).toHaveLength(11);
	});
});

describe('a record is only written where nothing else may stand', () => {
	test('a part of an absence that became another type waits for the rest to shrink', () => {
		const days = daysOf(WEEK).map((day) => ({ ...day, dayAbsencePercent: String(day.dayDate) < '2026-10-07' ? 100 : 50 }));
		const first = plan(days, after(WEEK).values());
		expect(first.map(inShort)).toEqual(['update, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-06', 'later, 2001, SD, 2026-10-07, 2026-10-09']);
		expect(first[1].reason).toBe('It waits until 2s:1:1 is settled, whose days it takes');
		const second = plan(days, allDone(first, after(WEEK)).values());
		expect(second.map(inShort)).toEqual(['create, 2s:1:2, 2001, SD, 2026-10-07, 2026-10-09', 'unchanged, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-06']);
	});

	test('an absence grows into the days of another only when that one is out of them', () => {
		const edited = [{ ...WEEK, to: '2026-10-13' }, { ...NEXT, from: '2026-10-14' }];
		const first = steps(after(WEEK, NEXT), edited);
		expect(first).toEqual(['update, 2s:2:1, 2001, SY, 2026-10-14, 2026-10-16', 'later, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09']);
	});

	test('two that change places: one is deleted first', () => {
		const swapped = [{ ...WEEK, from: NEXT.from, to: NEXT.to }, { ...NEXT, code: 'FER', from: WEEK.from, to: WEEK.to }];
		const table = after(WEEK, { ...NEXT, code: 'FER' });
		const first = plan(swapped.flatMap(daysOf), table.values());
		expect(first.map(({ step, reason }) => `${step}: ${reason}`)).toEqual(['delete: It changes places with another', 'later: It waits until 2s:2:1 is settled, whose days it takes']);
		const then = allDone(first, table);
		const second = plan(swapped.flatMap(daysOf), then.values());
		expect(second.map(inShort)).toEqual(['update, 2s:1:1, 2001, SY, 2026-10-12, 2026-10-16', 'later, 2001, FE, 2026-10-05, 2026-10-09']);
		expect(plan(swapped.flatMap(daysOf), allDone(second, then).values()).map(({ step }) => step)).toEqual(['create', 'unchanged']);
	});

	test('two that took each other’s days and are alike now stay as they stand', () => {
		expect(steps(after(WEEK, NEXT), [{ ...WEEK, from: NEXT.from, to: NEXT.to }, { ...NEXT, from: WEEK.from, to: WEEK.to }]).map((step) => step.split(',')[0])).toEqual(['unchanged', 'unchanged']);
	});

	test('an absence that was deleted and entered again keeps its record', () => {
		expect(steps(after(WEEK), [{ ...WEEK, absenceId: 7 }])).toEqual(['unchanged, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09']);
	});

	test('what is set aside keeps its days', () => {
		const table = withState(after(WEEK), '2s:1:1', { state: 'human' });
		expect(reasons(table, [WEEK, { ...NEXT, from: '2026-10-08', code: 'FER' }])).toEqual(['later: It waits until 2s:1:1 is settled, whose days it takes', 'human: It is set aside in the memory']);
		expect(reasons(table, [])).toEqual(['human: It is set aside in the memory']);
	});
});

describe('a write whose end is not known', () => {
	const lost = (...sketches: Sketch[]) => {
		const items = plan(sketches.flatMap(daysOf));
		return remembered(new Map(), items.map((item) => ({ ...item, outcome: 'unknown' })));
	};

	test('is made once more, the same', () => {
		expect(plan(daysOf(WEEK), lost(WEEK).values())).toMatchObject([{ step: 'create', reference: '2s:1:1', revision: 1, attempt: 2, reason: 'It is not known how the write before ended' }]);
	});

	test('is undone when that settled nothing, or when something else is wanted now', () => {
		const twice = remembered(lost(WEEK), plan(daysOf(WEEK), lost(WEEK).values()).map((item) => ({ ...item, outcome: 'partial' })));
		expect(plan(daysOf(WEEK), twice.values())).toMatchObject([{ step: 'delete', fromDate: '2026-10-05', toDate: '2026-10-09' }]);
		const edited = plan(daysOf({ ...WEEK, to: '2026-10-08' }), lost(WEEK).values());
		expect(edited.map(inShort)).toEqual(['delete, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09', 'later, 2001, SY, 2026-10-05, 2026-10-08']);
	});

	test('after a change both are taken away, the new record first', () => {
		const table = after(WEEK);
		const changing = remembered(table, plan(daysOf({ ...WEEK, to: '2026-10-08' }), table.values()));
		const first = plan([], changing.values());
		expect(first.map(inShort)).toEqual(['delete, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-08']);
		const second = plan([], allDone(first, changing).values());
		expect(second.map(inShort)).toEqual(['delete, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09']);
		expect(plan([], allDone(second, changing).values())).toEqual([]);
	});
});

test('one number in two municipalities is two people', () => {
	const second = { ...(document().firms as IDataObject[])[0], clientId: 200, municipalityCode: '740' };
	const settings = { firms: [...(document().firms as IDataObject[]), second] };
	const [here, there] = [daysOf(WEEK), daysOf({ ...WEEK, more: { clientId: 200 } })];
	const table = allDone(plan(here, [], settings));
	expect(plan([...here, ...there], table.values(), settings).map(({ step, reference, municipalityCode }) => [step, reference, municipalityCode])).toEqual([
		['create', '5k:1:1', '740'],
		['unchanged', '2s:1:1', '751'],
	]);
});

test.each<[string, IDataObject, RegExp]>([
	['a reference that is none', { reference: 'x' }, /'reference' 'x' is not the reference of an absence/],
	['no revision', { revision: null }, /'2s:1:1, revision' is empty/],
	['an unknown state', { state: 'done' }, /'2s:1:1, state' is none of its values/],
	['a date that is none', { toDate: '' }, /'2s:1:1, toDate' is not a date/],
	['a time that is none', { endTime: '25:00' }, /'2s:1:1, endTime' is not a time/],
	['nobody', { employeeNumber: '' }, /'2s:1:1, employeeNumber' is empty/],
])('a row of the memory with %s ends the run', (_what, row, message) => {
	expect(() => plan([], [{ ...after(WEEK).get('2s:1:1'), ...row }])).toThrow(message);
});

test.each<[string, IDataObject, string]>([
	['a day', { dayDate: null }, 'dayDate'],
	['a status', { dayTransactionStatus: undefined }, 'dayTransactionStatus'],
	['a firm', { clientId: undefined }, 'clientId'],
	['a code', { absenceCode: undefined }, 'absenceCode'],
])('a day without %s ends the run', (_what, day, field) => {
	expect(() => plan([{ ...daysOf(WEEK)[0], ...day }])).toThrow(`'${field}' is missing in item 0`);
});
