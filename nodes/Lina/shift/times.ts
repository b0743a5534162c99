import { DateTime } from 'luxon';

import { addDays } from '../../kit/dateWindows';
import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import { ZONE } from '../dates';

/** Which of the two is meant by a wall clock time of the night in which the clocks go back; without a choice such a time is refused. */
export type RepeatedHour = 'refuse' | 'first' | 'second';

/** A time on a clock of Berlin, or a point in time. */
export type Entered = { kind: 'clock'; minutes: number; text: string } | { kind: 'wall'; text: string } | { kind: 'instant'; at: DateTime };

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)(?::00)?$/;
const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const HAS_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i;

const WALL_FORMAT = "yyyy-MM-dd'T'HH:mm:ss";

function pointInTime(value: unknown): DateTime | undefined {
	if (DateTime.isDateTime(value)) return value;
	if (value instanceof Date) return DateTime.fromJSDate(value);
	const text = readText(value).replace(' ', 'T');
	return HAS_OFFSET.test(text) ? DateTime.fromISO(text) : undefined;
}

/**
 * Reads a time as a person (`14:00`, `2026-10-20 14:00`) or an expression (a luxon DateTime, a Date, an ISO text) gives it. Without an offset it is the wall
 * clock of Berlin.
 * @throws Failure when it is none of these
 */
export function readEntered(field: string, value: unknown): Entered {
	const at = pointInTime(value)?.setZone(ZONE).startOf('second');
	if (at?.isValid) return { kind: 'instant', at };
	const text = readText(value).replace(' ', 'T');
	const clock = CLOCK.exec(text);
	if (clock) return { kind: 'clock', minutes: Number(clock[1]) * 60 + Number(clock[2]), text: `${clock[1].padStart(2, '0')}:${clock[2]}` };
	if (!at && WALL.test(text) && DateTime.fromISO(text, { zone: ZONE }).isValid) return { kind: 'wall', text };
	const advice = 'Enter the time of day as HH:mm (midnight is 00:00), or a date and a time as yyyy-MM-dd HH:mm.';
	throw badInput(field, text ? 'is not a time' : 'is empty', advice);
}

/** The point in time at which the clocks of Berlin show a date and a time. */
function onWallClock(field: string, text: string, repeatedHour: RepeatedHour): DateTime {
	const at = DateTime.fromISO(text, { zone: ZONE });
	const shown = `${text}:00`.slice(0, 19);
	if (at.toFormat(WALL_FORMAT) !== shown) {
		throw badInput(field, 'is a time that the clocks of Berlin leave out that night', 'They go from 02:00 to 03:00: enter the time that was meant.');
	}
	const possible = [...at.getPossibleOffsets()].sort((a, b) => a.toMillis() - b.toMillis());
	if (possible.length === 1) return at.startOf('second');
	if (repeatedHour === 'refuse') {
		throw badInput(
			field,
			'is a time that the clocks of Berlin show twice that night',
			"Enter it with its offset (+02:00 before the clocks go back, +01:00 after), or say under Options which one 'Repeated Hour' means.",
		);
	}
	return possible[repeatedHour === 'first' ? 0 : possible.length - 1].startOf('second');
}

/** Where a time of day is to be looked for: on a date, or on the day after when it is too early on the clock. */
export interface Anchor {
	/** `yyyy-MM-dd` in Berlin. */
	date: string;
	/** Minutes after midnight; a clock time before it is on the day after. */
	after?: number;
}

/**
 * The point in time that was entered, in Berlin.
 * @throws Failure for a wall clock time that does not exist, or exists twice and is not told apart
 */
export function placed(field: string, entered: Entered, { date, after = 0 }: Anchor, repeatedHour: RepeatedHour): DateTime {
	if (entered.kind === 'instant') return entered.at;
	if (entered.kind === 'wall') return onWallClock(field, entered.text, repeatedHour);
	const day = entered.minutes < after ? addDays(date, 1) : date;
	return onWallClock(field, `${day}T${entered.text}`, repeatedHour);
}

/** Minutes after midnight on the clock. */
export const clockMinutes = (at: DateTime): number => at.hour * 60 + at.minute;
