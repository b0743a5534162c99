import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Interval } from '../record/hours';
import { byTime, CLOSED, dayText, readHours } from '../record/hours';
import { checkHours, hoursProblems, isMidnightPair, parseDay } from '../record/hoursRules';
import type { WireNames } from '../record/names';
import { valueOf } from '../record/names';

/** Both ways of the vendor's text to say that a day is closed are taken for the same (contract, section 6). */
const RULES = { lastWeekday: 7, midnightPair: true } as const;

/** The weekday of a date, 1 (Monday) to 7. */
export const weekdayOf = (date: string): number => DateTime.fromISO(date, { zone: 'utc' }).weekday;

const textOf = (intervals: Interval[]): string =>
	[...intervals]
		.sort(byTime)
		.filter((interval) => !isMidnightPair(interval))
		.map(({ from, to }) => `${from}-${to}`)
		.join(', ') || CLOSED;

/**
 * A day's hours in one spelling: `09:00-12:00, 13:00-15:00`, or `closed`.
 * @throws Failure naming the field where the text is no hours, or breaks a rule for them
 */
export function dayOf(field: string, weekday: number, text: string): string {
	const intervals = parseDay(field, weekday, text);
	checkHours(field, intervals, RULES);
	return textOf(intervals);
}

/** How a day stands that could not be put back as it is: with what is not in the contract, or against the rules. */
const NOT_OURS = '?';

/** Whether a day's hours are such that they can be put back. */
export const canBePutBack = (text: string): boolean => !text.startsWith(NOT_OURS);

/** The hours of a weekday as they stand in a record, in the spelling of `dayOf`; a text that equals none of it where they could not be put back as they are. */
export function standsOn(record: IDataObject, field: 'openingHours' | 'phoneHours', weekday: number, names: WireNames): string {
	const hours = readHours(valueOf(record, field, names), names);
	if (!hours) return NOT_OURS;
	const intervals = hours.intervals.filter((interval) => interval.weekday === weekday);
	const told = dayText(hours, weekday, names);
	const isPlain = told === (intervals.length ? [...intervals].sort(byTime).map(({ from, to }) => `${from}-${to}`).join(', ') : CLOSED);
	return isPlain && !hoursProblems(intervals, RULES).length ? textOf(intervals) : `${NOT_OURS} ${told}`;
}
