import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../../nodes/kit/dateWindows';
import { planClosings } from '../../../../nodes/StarAkasse/closing/plan';
import type { Closing, HoursKind } from '../../../../nodes/StarAkasse/closing/row';
import { readClosing } from '../../../../nodes/StarAkasse/closing/row';
import { WIRE_NAMES } from '../../../../nodes/StarAkasse/record/names';

/** The hours of a week by kind; the index is the weekday less one. */
export type Week = Record<HoursKind, string[]>;

const FIELDS = { opening: 'akasseAabningstider', phone: 'akasseTelefontider' };

const intervalsOf = (days: string[]): IDataObject[] =>
	days.flatMap((day, at) =>
		(day === 'closed' ? [] : day.split(', ')).map((interval) => {
			const [aabningstidspunkt, lukketidspunkt] = interval.split('-');
			return { ugedag: at + 1, aabningstidspunkt, lukketidspunkt };
		}),
	);

/** An a-kasse with these hours, as the service gives it. */
export const recordOf = ({ opening, phone }: Week): IDataObject => ({ akasseKode: '901', [FIELDS.opening]: intervalsOf(opening), [FIELDS.phone]: intervalsOf(phone) });

export const row = (fields: IDataObject): Closing => readClosing({ id: 1, akasseKode: '901', which: 'opening', hours: 'closed', state: 'planned', ...fields });

/** A Monday. */
export const FIRST = '2026-12-14';

export const nightOf = (date: string) => ({ today: date, firstDate: date, isLate: false });

/** What the service holds, and what the table does. */
export interface Desk {
	week: Week;
	rows: Closing[];
}

/**
 * One run of the workflow: keeps the rows one after the other, updates, reads again, plans once more, keeps the rows.
 * @param effects so many of its writes take place, then it is cut off
 * @returns whether it came to its end
 */
export function run(desk: Desk, date: string, effects = Infinity): boolean {
	let left = effects;
	const may = (): boolean => left-- > 0;
	for (const isSecond of [false, true]) {
		const { closings, changes } = planClosings(desk.rows, recordOf(desk.week), nightOf(date), WIRE_NAMES);
		for (const { was, is } of closings) {
			if (was.state === is.state && was.before === is.before) continue;
			if (!may()) return false;
			desk.rows = desk.rows.map((kept) => (kept.id === is.id ? is : kept));
		}
		if (isSecond && changes.length) throw new Error('A second plan of the same run changes hours again');
		if (changes.length && !may()) return false;
		for (const { kind, weekday, after } of changes) desk.week[kind][weekday - 1] = after;
	}
	return true;
}

/** What may happen in a course of days. */
export interface Course {
	week: Week;
	closings: Array<{ day: number; kind: HoursKind; hours: string }>;
	/** For each day: no run, or runs of so many effects (undefined: all of them). */
	days: Array<Array<number | undefined>>;
	/** After the runs of a day somebody changes a weekday. */
	edits: Array<{ day: number; kind: HoursKind; weekday: number }>;
}

const kinds = fc.constantFrom<HoursKind>('opening', 'phone');
const hours = fc.constantFrom('closed', '09:00-15:00', '10:00-12:00', '09:00-12:00, 13:00-15:00');
const weeks = fc.array(hours, { minLength: 7, maxLength: 7 });

/** Three weeks of closings, with missed nights and cut runs. Most closings fall on few weekdays, so that they meet. */
export const courses = (withEdits: boolean): fc.Arbitrary<Course> =>
	fc.record({
		week: fc.record({ opening: weeks, phone: weeks }),
		closings: fc.array(fc.record({ day: fc.oneof(fc.constantFrom(0, 1, 7, 8, 14, 15), fc.nat(20)), kind: kinds, hours }), { minLength: 1, maxLength: 8 }),
		days: fc.array(fc.array(fc.option(fc.nat(6), { nil: undefined, freq: 2 }), { maxLength: 3 }), { minLength: 22, maxLength: 22 }),
		edits: withEdits ? fc.array(fc.record({ day: fc.nat(20), kind: kinds, weekday: fc.integer({ min: 1, max: 2 }) }), { minLength: 1, maxLength: 4 }) : fc.constant([]),
	});

/** The desk on which a course begins. */
export const deskOf = ({ week, closings }: Course): Desk => ({
	week: { opening: [...week.opening], phone: [...week.phone] },
	rows: closings.map(({ day, kind, hours: wanted }, at) => row({ id: at + 1, date: addDays(FIRST, day), which: kind, hours: wanted })),
});
