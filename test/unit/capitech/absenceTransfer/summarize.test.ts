import type { IDataObject } from 'n8n-workflow';

import { isStep, summarizeTransfer } from '../../../../nodes/Capitech/absenceTransfer/summarize';
import type { StepItem } from '../../../../nodes/Capitech/absenceTransfer/summarize';

let absenceId = 0;
const step = (name: string, more: IDataObject = {}): StepItem => ({ step: name, clientId: 100, absenceId: ++absenceId, days: 3, ...more }) as StepItem;

/** The figures that are not zero. */
const figures = (...steps: StepItem[]) => Object.fromEntries(Object.entries(summarizeTransfer(steps)).filter(([, value]) => value !== 0));
const read = { read: 3, absences: 1 };

test.each([
	['create', 'registered', 'created'],
	['update', 'registered', 'updated'],
	['update', 'reversed', 'updated'],
	['delete', 'reversed', 'deleted'],
	['create', 'unchanged', 'unchanged'],
	['delete', 'unchanged', 'unchanged'],
	['update', 'rejected', 'rejected'],
	['update', 'partial', 'partial'],
	['create', 'unknown', 'unknown'],
	['create', 'who knows', 'unknown'],
	['delete', 'later', 'later'],
])('a step %s that ended as %s counts as %s', (name, outcome, figure) => {
	expect(figures(step(name, { outcome }))).toEqual({ ...read, [figure]: 1 });
});

test.each(['unchanged', 'later', 'skipped', 'human'])('a step that writes nothing counts by its name: %s', (name) => {
	expect(figures(step(name))).toEqual({ ...read, [name]: 1 });
});

test('a write that was not sent is planned, and one that failed has failed', () => {
	expect(figures(step('update'), step('create', { error: 'Not connected' }))).toEqual({ read: 6, absences: 2, planned: 1, failed: 1 });
});

test('an absence counts once, whatever number of steps it takes, and those of another firm by themselves', () => {
	const one = { absenceId: 7 };
	expect(summarizeTransfer([step('delete', one), step('create', one), step('human', { ...one, clientId: 200, days: 5 })])).toMatchObject({ absences: 2, read: 8 });
});

test('nothing at all is a row of zeros', () => {
	const summary = summarizeTransfer([]);
	expect(Object.values(summary).every((value) => value === 0)).toBe(true);
	expect(Object.keys(summary)).toHaveLength(14);
});

test('what no plan gave out is no step', () => {
	expect([{ step: 'create' }, { days: 3 }, { step: 'dance', days: 3 }, { step: 'human', days: 0 }].map(isStep)).toEqual([false, false, false, true]);
});
