import fc from 'fast-check';

import { addDays } from '../../../../nodes/kit/dateWindows';
import type { Course, Desk, Week } from './course';
import { courses, deskOf, FIRST, run } from './course';

const RUNS = { numRuns: process.env.CHAIN_FULL === '1' ? 1000 : 120 };

/** The last entry of a date counts. */
function expectedWeek({ week, closings }: Course, day: number): Week {
	const expected: Week = { opening: [...week.opening], phone: [...week.phone] };
	for (const closing of closings) if (closing.day === day) expected[closing.kind][day % 7] = closing.hours;
	return expected;
}

/** Two runs on a day after all closings. */
function finish(desk: Desk): void {
	for (const day of [30, 31]) expect(run(desk, addDays(FIRST, day))).toBe(true);
}

test('whatever is cut off or missed, a run that ends leaves the day as it was asked for, and the other days as they were', () => {
	fc.assert(
		fc.property(courses(false), (course) => {
			const desk = deskOf(course);
			for (const [day, runs] of course.days.entries()) {
				for (const effects of runs) {
					if (run(desk, addDays(FIRST, day), effects)) expect(desk.week).toEqual(expectedWeek(course, day));
				}
			}
			finish(desk);
			expect(desk.week).toEqual(course.week);
		}),
		RUNS,
	);
});

test('no closing is forgotten: in the end each was put back, or was stopped and says why', () => {
	fc.assert(
		fc.property(courses(false), (course) => {
			const desk = deskOf(course);
			const shown = new Set<string>();
			for (const [day, runs] of course.days.entries()) {
				for (const effects of runs) if (run(desk, addDays(FIRST, day), effects)) shown.add(addDays(FIRST, day));
			}
			finish(desk);
			expect(desk.rows).toHaveLength(course.closings.length);
			for (const { id, date, kind, state, reason } of desk.rows) {
				const isReplaced = desk.rows.some((other) => other.date === date && other.kind === kind && Number(other.id) > Number(id));
				if (isReplaced) expect({ state, reason }).toEqual({ state: 'stopped', reason: 'replaced' });
				else if (shown.has(date)) expect(state).toBe('restored');
				else expect([{ state: 'restored', reason: '' }, { state: 'stopped', reason: 'missed' }]).toContainEqual({ state, reason });
			}
		}),
		RUNS,
	);
});

test('what somebody else enters is never overwritten for good: the last one who changed a day has it in the end', () => {
	fc.assert(
		fc.property(courses(true), (course) => {
			const desk = deskOf(course);
			const wanted: Week = { opening: [...course.week.opening], phone: [...course.week.phone] };
			for (const [day, runs] of course.days.entries()) {
				for (const effects of runs) run(desk, addDays(FIRST, day), effects);
				for (const [at, { kind, weekday }] of course.edits.filter((edit) => edit.day === day).entries()) {
					const entered = `06:0${at + 1}-07:${10 + day}`;
					desk.week[kind][weekday - 1] = entered;
					wanted[kind][weekday - 1] = entered;
				}
			}
			finish(desk);
			expect(desk.week).toEqual(wanted);
			for (const { state } of desk.rows) expect(['restored', 'stopped']).toContain(state);
		}),
		RUNS,
	);
});

test('what somebody enters on the day of a closing stands as long as that day lasts', () => {
	fc.assert(
		fc.property(courses(false), fc.nat(20), (course, day) => {
			const closing = { day, kind: 'opening' as const, hours: '11:00-12:00' };
			const desk = deskOf({ ...course, closings: [...course.closings, closing] });
			const date = addDays(FIRST, day);
			run(desk, date);
			expect(desk.week.opening[day % 7]).toBe('11:00-12:00');
			desk.week.opening[day % 7] = '06:01-07:00';
			run(desk, date);
			run(desk, date);
			expect(desk.week.opening[day % 7]).toBe('06:01-07:00');
		}),
		RUNS,
	);
});

test('a second run of the same day changes nothing', () => {
	fc.assert(
		fc.property(courses(false), fc.nat(20), (course, day) => {
			const desk = deskOf(course);
			const date = addDays(FIRST, day);
			run(desk, date);
			const { week, rows } = structuredClone(desk);
			expect(run(desk, date, 0)).toBe(true);
			expect(desk).toEqual({ week, rows });
		}),
		RUNS,
	);
});
