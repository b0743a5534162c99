import type { IDataObject } from 'n8n-workflow';

import { planClosings } from '../../../../nodes/StarAkasse/closing/plan';
import { nightAt } from '../../../../nodes/StarAkasse/closing/when';
import { fingerprint } from '../../../../nodes/StarAkasse/record/canonical';
import { WIRE_NAMES } from '../../../../nodes/StarAkasse/record/names';
import type { Week } from './course';
import { FIRST, nightOf, recordOf, row, run } from './course';

const USUAL = '09:00-15:00';
const weekOf = (monday: string, phone = USUAL): Week => ({ opening: [monday, ...Array<string>(6).fill(USUAL)], phone: [phone, ...Array<string>(6).fill(USUAL)] });

const plan = (rows: IDataObject[], record: IDataObject, date = FIRST) => {
	const { closings, changes } = planClosings(rows.map(row), record, nightOf(date), WIRE_NAMES);
	return { rows: closings.map(({ is: { state, before, reason } }) => [state, before, reason]), changes: changes.map(({ kind, weekday, after }) => [kind, weekday, after]) };
};

test('the weekday of the date is closed in its night, and what stood there is kept first', () => {
	expect(plan([{ date: FIRST }], recordOf(weekOf(USUAL)))).toEqual({ rows: [['closing', USUAL, '']], changes: [['opening', 1, 'closed']] });
	expect(plan([{ date: FIRST, state: 'closing', before: USUAL }], recordOf(weekOf('closed')))).toEqual({ rows: [['closed', USUAL, '']], changes: [] });
});

test('the night after it is put back', () => {
	const closed = { date: FIRST, state: 'closed', before: USUAL };
	expect(plan([closed], recordOf(weekOf('closed')), '2026-12-15')).toEqual({ rows: [['restoring', USUAL, '']], changes: [['opening', 1, USUAL]] });
	expect(plan([{ ...closed, state: 'restoring' }], recordOf(weekOf(USUAL)), '2026-12-15')).toEqual({ rows: [['restored', USUAL, '']], changes: [] });
});

test('after missed nights the same weekday goes from one closing to the next, and what stood before both is kept', () => {
	const rows = [{ id: 1, date: FIRST, state: 'closed', before: USUAL }, { id: 2, date: '2026-12-21', hours: '10:00-12:00' }];
	expect(plan(rows, recordOf(weekOf('closed')), '2026-12-21')).toEqual({ rows: [['restoring', USUAL, ''], ['closing', USUAL, '']], changes: [['opening', 1, '10:00-12:00']] });
	const same = [rows[0], { ...rows[1], hours: 'closed' }];
	expect(plan(same, recordOf(weekOf('closed')), '2026-12-21')).toEqual({ rows: [['restored', USUAL, ''], ['closed', USUAL, '']], changes: [] });
});

test('opening hours and phone hours go their own ways', () => {
	const rows = [{ id: 1, date: FIRST }, { id: 2, date: FIRST, which: 'phone', hours: '9:00 - 12:00' }];
	expect(plan(rows, recordOf(weekOf(USUAL, '08:00-16:00')))).toEqual({
		rows: [['closing', USUAL, ''], ['closing', '08:00-16:00', '']],
		changes: [['opening', 1, 'closed'], ['phone', 1, '09:00-12:00']],
	});
});

test('a night that nobody came by in is told, and nothing is closed for it afterwards', () => {
	expect(plan([{ date: FIRST }], recordOf(weekOf(USUAL)), '2026-12-15')).toEqual({ rows: [['stopped', '', 'missed']], changes: [] });
	expect(plan([{ date: FIRST, state: 'closing', before: USUAL }], recordOf(weekOf(USUAL)), '2026-12-15')).toEqual({ rows: [['stopped', USUAL, 'missed']], changes: [] });
});

test('what somebody else has entered meanwhile is kept', () => {
	const closed = { date: FIRST, state: 'closed', before: USUAL };
	for (const [stands, date] of [['07:00-08:00', FIRST], ['07:00-08:00', '2026-12-15'], [USUAL, FIRST]] as const) {
		expect(plan([closed], recordOf(weekOf(stands)), date)).toEqual({ rows: [['stopped', USUAL, 'changed']], changes: [] });
	}
});

test('a row that somebody has set back to planned while its weekday is closed still knows what is to be put back', () => {
	const reset = { date: FIRST, state: 'planned', before: USUAL };
	expect(plan([reset], recordOf(weekOf('closed')))).toEqual({ rows: [['closed', USUAL, '']], changes: [] });
	expect(plan([reset], recordOf(weekOf('closed')), '2026-12-15')).toEqual({ rows: [['restoring', USUAL, '']], changes: [['opening', 1, USUAL]] });
	expect(plan([reset], recordOf(weekOf('08:00-09:00')))).toEqual({ rows: [['closing', '08:00-09:00', '']], changes: [['opening', 1, 'closed']] });
	expect(plan([{ ...reset, date: '2026-12-21' }], recordOf(weekOf('closed')))).toEqual({ rows: [['planned', USUAL, '']], changes: [] });
});

test('what could not be put back as it stands is left alone', () => {
	const odd = (interval: IDataObject) => ({ akasseKode: '901', akasseAabningstider: [{ ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '15:00', ...interval }] });
	for (const record of [odd({ note: 'efter aftale' }), odd({ lukketidspunkt: '08:00' }), { akasseKode: '901', akasseAabningstider: 'efter aftale' }]) {
		expect(plan([{ date: FIRST }], record)).toEqual({ rows: [['stopped', '', 'unreadable']], changes: [] });
	}
});

test('a day that is closed the other way, by 00:00 twice, is closed', () => {
	const record = { akasseKode: '901', akasseAabningstider: [{ ugedag: 1, aabningstidspunkt: '00:00', lukketidspunkt: '00:00' }] };
	expect(plan([{ date: FIRST }], record)).toEqual({ rows: [['closed', 'closed', '']], changes: [] });
});

test('the plan is bound to the record that it was made on', () => {
	const record = recordOf(weekOf(USUAL));
	expect(planClosings([row({ date: FIRST })], record, nightOf(FIRST), WIRE_NAMES).fingerprint).toBe(fingerprint(record));
});

test('a clock that goes back neither opens nor closes a day', () => {
	const desk = { week: weekOf(USUAL), rows: [row({ date: FIRST }), row({ id: 2, date: '2026-12-13' })] };
	run(desk, FIRST);
	const { week, rows } = structuredClone(desk);
	expect(run(desk, '2026-12-13', 0)).toBe(true);
	expect(desk).toEqual({ week, rows });
});

describe('the day that the hours are to be as', () => {
	test.each([
		['2026-12-14T00:29:59+01:00', '2026-12-13', '2026-12-14', false],
		['2026-12-14T00:30:00+01:00', '2026-12-14', '2026-12-14', false],
		['2026-12-14T05:39:00+01:00', '2026-12-14', '2026-12-14', false],
		['2026-12-14T05:40:00+01:00', '2026-12-14', '2026-12-14', true],
		/* The night in which 02:00 becomes 03:00, and the one in which 03:00 becomes 02:00. */
		['2026-03-29T03:10:00+02:00', '2026-03-29', '2026-03-29', false],
		['2026-10-25T02:50:00+02:00', '2026-10-25', '2026-10-25', false],
		['2026-10-25T02:10:00+01:00', '2026-10-25', '2026-10-25', false],
	])('at %s is %s', (at, today, firstDate, isLate) => {
		expect(nightAt(new Date(at), '00:30')).toEqual({ today, firstDate, isLate });
	});

	test.each(['', '24:00', '0:30', '05:40', '06:00', 'midnight'])('does not begin at %s', (closeAt) => {
		expect(() => nightAt(new Date(), closeAt)).toThrow(/'Close At' is/);
	});
});
