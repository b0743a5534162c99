import { createHash } from 'crypto';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { now } from '../../kit/clock';
import { addDays } from '../../kit/dateWindows';
import { badInput } from '../../kit/failure';
import { readDate, readInteger, readText } from '../../kit/parameters';
import { ZONE } from '../dates';
import { readUserUuid } from '../user';
import type { Anchor, RepeatedHour } from './times';
import { clockMinutes, placed, readEntered } from './times';

/** A stretch of work; both ends whole seconds in Berlin. */
export interface Part {
	from: DateTime;
	to: DateTime;
}

/** A shift (Lohnschicht) of one person; the second part is there for a split shift (Teildienst). */
export interface Shift {
	userUuid: string;
	/** `yyyy-MM-dd`, the date it is booked on. */
	date: string;
	parts: [Part] | [Part, Part];
	/** null for none given. */
	breakMinutes: number | null;
}

/** How a shift is entered. */
export type ShiftFields = Record<'userUuid' | 'date' | 'from' | 'to' | 'from2' | 'to2' | 'breakMinutes', unknown>;

/** What a shift may be. */
export interface ShiftLimits {
	repeatedHour: RepeatedHour;
	/** How many days before and after today in Berlin its date may be. */
	daysBack: number;
	daysAhead: number;
}

const LONGEST_HOURS = 24;

const isoDate = (at: DateTime): string => at.toISODate() ?? '';

const isGiven = (value: unknown): boolean => value !== null && readText(value) !== '';

function readPart(fields: { from: [string, unknown]; to: [string, unknown] }, anchor: Anchor, repeatedHour: RepeatedHour): Part {
	const from = placed(fields.from[0], readEntered(...fields.from), anchor, repeatedHour);
	const end = readEntered(...fields.to);
	if (end.kind === 'clock' && end.minutes === clockMinutes(from)) {
		throw badInput(fields.to[0], `is the same time of day as '${fields.from[0]}'`, 'A whole day can not be taken back: if it was meant, enter the end with its date.');
	}
	const to = placed(fields.to[0], end, { date: isoDate(from), after: clockMinutes(from) }, repeatedHour);
	if (to <= from) throw badInput(fields.to[0], `is not after '${fields.from[0]}'`, 'A time of day before the beginning is taken for the next day; a date and time is taken as it is.');
	return { from, to };
}

function readParts({ from, to, from2, to2 }: ShiftFields, date: string, repeatedHour: RepeatedHour): Shift['parts'] {
	const first = readPart({ from: ['From', from], to: ['To', to] }, { date }, repeatedHour);
	if (![date, addDays(date, 1)].includes(isoDate(first.from))) {
		throw badInput('From', "is neither on the 'Date' nor on the day after", 'The date of a shift is that of the business day (Geschäftstag), which may end after midnight.');
	}
	if (!isGiven(from2) && !isGiven(to2)) return [first];
	const anchor = { date: isoDate(first.from), after: clockMinutes(first.from) };
	const second = readPart({ from: ['Second Part From', from2], to: ['Second Part To', to2] }, anchor, repeatedHour);
	if (second.from < first.to) throw badInput('Second Part From', 'is before the first part ends', 'Enter the parts of a split shift (Teildienst) in their order, without an overlap.');
	return [first, second];
}

const hoursBetween = (from: DateTime, to: DateTime): number => to.diff(from, 'hours').hours;

function readBreak(value: unknown, parts: Part[]): number | null {
	if (!isGiven(value)) return null;
	const minutes = readInteger('Break', value);
	const presence = parts.reduce((sum, { from, to }) => sum + hoursBetween(from, to) * 60, 0);
	if (minutes >= presence) throw badInput('Break', 'is not shorter than the shift', 'Enter it in minutes.');
	return minutes;
}

function checkDate(date: string, { daysBack, daysAhead }: ShiftLimits): void {
	const today = isoDate(DateTime.fromJSDate(now()).setZone(ZONE));
	const advice = 'A shift counts as confirmed time at once, and can be changed in LINA only. Correct the date, or raise the limit under Options.';
	if (date > addDays(today, daysAhead)) throw badInput('Date', daysAhead ? `is more than ${daysAhead} days ahead` : 'is in the future', advice);
	if (date < addDays(today, -daysBack)) throw badInput('Date', `is more than ${daysBack} days ago`, advice);
}

/**
 * Reads and checks a shift as it is entered: clock times are those of Berlin, a `to` before its `from` is on the next day, one at the same time is refused: a slip would be paid for 24 hours.
 * @throws Failure naming the field
 */
export function readShift(fields: ShiftFields, limits: ShiftLimits): Shift {
	const userUuid = readUserUuid(fields.userUuid);
	const date = readDate('Date', fields.date, ZONE);
	checkDate(date, limits);
	const parts = readParts(fields, date, limits.repeatedHour);
	const last = parts[parts.length - 1];
	if (hoursBetween(parts[0].from, last.to) > LONGEST_HOURS) throw badInput(parts.length > 1 ? 'Second Part To' : 'To', `makes the shift longer than ${LONGEST_HOURS} hours`, 'Look at the dates of its times.');
	return { userUuid, date, parts, breakMinutes: readBreak(fields.breakMinutes, parts) };
}

/** The times of a shift in Unix seconds: `datum` is midnight in Berlin (contract, sections 1.7 and 5.4). */
export function wireTimes({ date, parts: [first, second] }: Pick<Shift, 'date' | 'parts'>): Record<'datum' | 'von' | 'bis', number> & { von2?: number; bis2?: number } {
	return {
		datum: DateTime.fromISO(date, { zone: ZONE }).startOf('day').toUnixInteger(),
		von: first.from.toUnixInteger(),
		bis: first.to.toUnixInteger(),
		...(second && { von2: second.from.toUnixInteger(), bis2: second.to.toUnixInteger() }),
	};
}

/** The body of `saveShift` (contract, section 1.7). */
export const wireShift = (shift: Shift): IDataObject => ({
	userUuid: shift.userUuid,
	...wireTimes(shift),
	...(shift.breakMinutes !== null && { pause: shift.breakMinutes }),
});

/**
 * What tells one shift from another, without saying whose it is: a hash of the person and the times. The date it is booked on is left out: nobody works the same times twice, and
 * a shift after midnight can be entered with either of two dates.
 */
export function shiftKey(shift: Shift): string {
	const { von, bis, von2, bis2 } = wireTimes(shift);
	return createHash('sha256').update(JSON.stringify(['saveShift', shift.userUuid.toLowerCase(), von, bis, von2, bis2])).digest('hex');
}

/** A shift as the node's output tells it: times in Berlin, with their offsets. */
export function presentShift({ date, parts: [first, second], breakMinutes }: Shift): IDataObject {
	const iso = (at?: DateTime): string | null => at?.toISO({ suppressMilliseconds: true }) ?? null;
	return { date, from: iso(first.from), to: iso(first.to), from2: iso(second?.from), to2: iso(second?.to), breakMinutes };
}
