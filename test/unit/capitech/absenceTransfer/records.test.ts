import type { IDataObject } from 'n8n-workflow';

import type { Sketch } from './chain';
import { daysOf, document, inShort, plan } from './chain';

/** Records and reasons of a plan over an empty memory. */
const planned = (days: IDataObject[], firm: IDataObject = {}, today?: string) =>
	plan(days, [], document(firm), today ? { today } : {}).map((item) => `${inShort(item)}${item.reason ? `: ${item.reason}` : ''}`);
const ofOne = (sketch: Partial<Sketch>, firm?: IDataObject) => planned(daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-14', ...sketch }), firm);

describe('the days of an absence become records', () => {
	test('weekends inside do not break one', () => {
		expect(ofOne({})).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-14']);
	});

	test('days off that are listed with no hours count as if they were not', () => {
		const listed = ['2026-10-10', '2026-10-11', '2026-10-17'].map((dayDate) => ({ ...daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-17' })[0], dayDate, dayCalculatedHours: 0 }));
		const days = [...daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-17' }), ...listed];
		expect(planned(days)).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-16']);
		expect(planned(days.map((day) => ({ ...day, dayCalculatedHours: 0 })))).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-17']);
	});

	test('a day that was taken out breaks one, unless it was a day off', () => {
		const days = daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-09' });
		const without = (fields: IDataObject) => planned(days.map((day, at) => (at === 2 ? { ...day, isDeleted: true, ...fields } : day)));
		const inTwo = ['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-06', 'create, 2s:1:2, 2001, SY, 2026-10-08, 2026-10-09'];
		expect(without({})).toEqual(inTwo);
		expect(without({ dayCalculatedHours: null })).toEqual(inTwo);
		expect(without({ dayCalculatedHours: 0 })).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09']);
	});

	test('times stand on the first and the last day, in one style; midnight is none', () => {
		expect(ofOne({ startTime: '12:00', endTime: '10:30:00.000' })).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05 12:00:00, 2026-10-14 10:30:00']);
		expect(ofOne({ startTime: '00:00:00' })).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-14']);
	});

	test('a time on a day in the middle breaks one, and so does another degree, type or employment', () => {
		const days = daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-08' });
		const second = (fields: IDataObject) => planned(days.map((day, at) => (at === 1 ? { ...day, ...fields } : day)));
		expect(second({ dayEndTime: '11:00:00' })).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-06 11:00:00', 'create, 2s:1:2, 2001, SY, 2026-10-07, 2026-10-08']);
		expect(second({ dayStartTime: '11:00:00' })).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-05', 'create, 2s:1:2, 2001, SY, 2026-10-06 11:00:00, 2026-10-08']);
		expect(second({ dayAbsencePercent: 50 })).toHaveLength(3);
		const table = [{ employeeId: 2001, employeeNumber: '155', to: '2026-10-06' }, { employeeId: 2001, employeeNumber: '52018', from: '2026-10-07' }];
		expect(planned(days, { employees: { source: 'table', table } })).toEqual(['create, 2s:1:1, 155, SY, 2026-10-05, 2026-10-06', 'create, 2s:1:2, 52018, SY, 2026-10-07, 2026-10-08']);
	});

	test('a day of no degree is not a graded one', () => {
		const types = [{ absenceCode: 'SYK', percent: 'full', opusType: 'SY' }, { absenceCode: 'SYK', percent: 'graded', opusType: 'SD' }];
		expect(ofOne({ percent: 0 }, { types })).toEqual([expect.stringMatching(/^human: The settings give no type for SYK of 0 %/)]);
	});

	test('two degrees of one type are two records', () => {
		const days = daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-08' }).map((day, at) => ({ ...day, dayAbsencePercent: at < 2 ? 50 : 60 }));
		expect(planned(days)).toEqual(['create, 2s:1:1, 2001, SD, 2026-10-05, 2026-10-06', 'create, 2s:1:2, 2001, SD, 2026-10-07, 2026-10-08']);
	});

	test('a day that came twice counts once, as it was edited last', () => {
		const [before, after] = [100, 50].map((percent) => daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-09', percent, more: { updatedOn: `2026-10-0${percent === 50 ? 2 : 1} 08:00:00` } }));
		for (const days of [[...before, ...after], [...after, ...before]]) expect(planned(days)).toEqual(['create, 2s:1:1, 2001, SD, 2026-10-05, 2026-10-09']);
	});

	test('days that were edited one by one are all there', () => {
		const days = daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-09' });
		expect(planned(days.map((day, at) => ({ ...day, updatedOn: `2026-10-0${at + 1} 08:00:00` })))).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-09']);
	});

	test.each<[string, Partial<Sketch>]>([
		['its end', { to: '2026-10-08' }],
		['its code', { code: 'FER' }],
		['its employee', { employeeId: 2002 }],
	])('an absence of which two versions were read waits for the next reading: %s', (_what, edited) => {
		const [before, after] = [{}, edited].map((more) => daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-09', ...more }));
		expect(planned([...before.slice(0, 2), ...after.slice(2)])).toEqual(['later: It was edited while it was read']);
	});
});

describe('what is not transferred says why', () => {
	test.each<[string, Partial<Sketch>, IDataObject, string]>([
		['no status that counts', {}, { approvedStatuses: [] }, 'human: The settings do not say which status counts as approved'],
		['another status', { status: 0 }, {}, 'later: It is not approved'],
		['no status', { status: null }, {}, 'later: It is not approved'],
		['a code without a type', { code: 'X' }, {}, 'human: The settings give no type for X of 100 % without self-declaration'],
		['a type that needs a child', { code: 'BSYK' }, {}, 'human: Type BS needs a child, which Capitech does not know'],
		['a code left out', { code: 'AVS' }, {}, 'skipped: Such absences are not transferred'],
		['no employment', {}, { employees: { source: 'table' } }, 'human: The employee is not in the table of the settings'],
		['no end', { more: { endDate: null } }, {}, 'human: It has no end yet'],
		['days before the start', {}, { startDate: '2026-11-01' }, 'skipped: It lies before 2026-11-01'],
		['a beginning before the period', { more: { fromDate: '2026-09-20' } }, {}, 'human: It begins on 2026-09-20, before the period that was read: read a longer period'],
		['an end after the period', { more: { endDate: '2026-12-24' } }, {}, 'human: It ends on 2026-12-24, after the period that was read: read a longer period'],
		['a night', { to: '2026-10-05', startTime: '22:00', endTime: '06:00' }, {}, 'human: On 2026-10-05 it ends at 06:00:00, before it begins: enter an absence over midnight in KMD Opus by hand'],
		['no degree', { more: { dayAbsencePercent: null, absencePercent: null } }, {}, 'human: The degree of absence on 2026-10-05 is not known'],
	])('%s', (_what, sketch, firm, told) => {
		expect(ofOne(sketch, firm)).toEqual([told]);
	});

	test('one day that is not approved holds all of them back', () => {
		const days = daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-08' });
		expect(planned(days.map((day, at) => (at === 3 ? { ...day, dayTransactionStatus: 0 } : day)))).toEqual(['later: It is not approved']);
	});

	test('two absences of one type on the same day: the second goes to a human; of two types both go', () => {
		const first = daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-08' });
		const second = (code: string) => daysOf({ absenceId: 2, from: '2026-10-08', to: '2026-10-09', code });
		expect(planned([...second('SYK'), ...first])).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-08', 'human: It overlaps absence 1, which becomes the same type']);
		expect(planned([...first, ...second('FER')])).toHaveLength(2);
		const [morning, afternoon] = [{ absenceId: 1, from: '2026-10-05', to: '2026-10-05', endTime: '10:00:00' }, { absenceId: 2, from: '2026-10-05', to: '2026-10-05', startTime: '14:00:00' }].map(daysOf);
		expect(planned([...morning, ...afternoon])).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-05 10:00:00', 'create, 2s:2:1, 2001, SY, 2026-10-05 14:00:00, 2026-10-05']);
	});
});

describe('an absence without an end, transferred until today', () => {
	const open = daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-11-30', more: { endDate: null } });
	const untilToday = { openEnded: 'untilToday' };

	test('ends today, and has not begun before its first day', () => {
		expect(planned(open, untilToday, '2026-10-08')).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-05, 2026-10-08']);
		expect(planned(open, untilToday, '2026-10-04')).toEqual(['skipped: It has not begun']);
	});

	test('goes to a human when the reading ended before today', () => {
		expect(planned(open, untilToday, '2026-12-08')).toEqual(['human: It has no end yet, and was not read until today: read a longer period']);
	});
});

test('days before the start date of the firm are left out, and what reaches back beyond it is no matter', () => {
	expect(ofOne({ more: { fromDate: '2026-09-01' } }, { startDate: '2026-10-07' })).toEqual(['create, 2s:1:1, 2001, SY, 2026-10-07, 2026-10-14']);
});
