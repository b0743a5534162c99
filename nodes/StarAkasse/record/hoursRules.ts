import { badInput } from '../../kit/failure';
import { groupBy } from '../../kit/gather';
import type { Interval } from './hours';
import { byTime, clockTime, weekdayName } from './hours';

/** What may differ between readings of the vendor's text (contract, section 6). */
export interface HoursRules {
	/** The last day that may have hours: 7, or 5 where weekends are refused. */
	lastWeekday: 5 | 7;
	/** Whether 00:00-00:00 is taken for a closed day. */
	midnightPair: boolean;
}

const MIDNIGHT = '00:00';

export const isMidnightPair = ({ from, to }: Interval): boolean => from === MIDNIGHT && to === MIDNIGHT;

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** What is wrong with one interval by itself; undefined where nothing is. */
function intervalProblem(interval: Interval, { lastWeekday, midnightPair }: HoursRules): string | undefined {
	const { weekday, from, to } = interval;
	const told = `${weekdayName(weekday)} ${from}-${to}`;
	if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) return `${told}: the weekday is none of 1 (Monday) to 7 (Sunday)`;
	if (weekday > lastWeekday) return `${told}: hours on a weekend are refused where only weekdays 1 to 5 are taken`;
	if (isMidnightPair(interval)) return midnightPair ? undefined : `${told}: 00:00-00:00 is shown on Jobnet as open from 0:00 to 0:00; a closed day is left out`;
	if (to === '24:00') return `${told}: the last minute of a day is 23:59, 24:00 is not taken`;
	if (!isTime(from) || !isTime(to)) return `${told}: a time is given as HH:mm, e.g. 09:00`;
	if (from === MIDNIGHT || to === MIDNIGHT) return `${told}: times lie between 00:01 and 23:59`;
	if (from === to) return `${told}: begins and ends at the same time`;
	if (from > to) return `${told}: ends before it begins; hours across midnight are entered on both days`;
	return undefined;
}

function overlapProblem(intervals: Interval[]): string | undefined {
	const inOrder = [...intervals].sort(byTime);
	const at = inOrder.findIndex(({ from }, index) => index > 0 && from < inOrder[index - 1].to);
	if (at < 0) return undefined;
	const [{ weekday, from, to }, earlier] = [inOrder[at], inOrder[at - 1]];
	return `${weekdayName(weekday)} ${earlier.from}-${earlier.to} and ${from}-${to} overlap`;
}

function closedProblem(intervals: Interval[]): string | undefined {
	const pair = intervals.find(isMidnightPair);
	return pair && intervals.length > 1 ? `${weekdayName(pair.weekday)} is closed (00:00-00:00) and has other hours` : undefined;
}

const daysIn = (intervals: Interval[]): Interval[][] => [...groupBy(intervals, ({ weekday }) => String(weekday)).values()];

/** All that is wrong with a week's hours by the vendor's rules (contract, section 6), one text each. */
export const hoursProblems = (intervals: Interval[], rules: HoursRules): string[] => [
	...intervals.flatMap((interval) => intervalProblem(interval, rules) ?? []),
	...daysIn(intervals).flatMap((day) => closedProblem(day) ?? overlapProblem(day) ?? []),
];

/** The vendor advises two intervals a day at most; a third is taken. */
export const hoursAdvice = (intervals: Interval[]): string[] =>
	daysIn(intervals)
		.filter((day) => day.length > 2)
		.map((day) => `${weekdayName(day[0].weekday)} has ${day.length} intervals: the vendor advises 2 a day at most`);

/** @throws Failure naming the field and the first rule that the hours break */
export function checkHours(field: string, intervals: Interval[], rules: HoursRules): void {
	const [problem] = hoursProblems(intervals, rules);
	if (problem !== undefined) throw badInput(field, `are not accepted: ${problem}`, 'Enter times between 00:01 and 23:59, the beginning before the end, without overlaps; leave closed days out.');
}

const PART = /^(\d{1,2}:\d{2}(?::\d{2})?)\s*[-–]\s*(\d{1,2}:\d{2}(?::\d{2})?)$/;

/**
 * A day's hours from a text, as a form or a sheet holds it: `09:00-12:00, 13:00-15:00`; `closed`, `lukket` or an empty text for none. The rules are checkHours'.
 * @throws Failure naming the field when a part is no interval
 */
export function parseDay(field: string, weekday: number, text: string): Interval[] {
	const trimmed = text.trim();
	if (trimmed === '' || /^(closed|lukket)$/i.test(trimmed)) return [];
	return trimmed.split(/[,;]/).map((part) => {
		const [, from, to] = PART.exec(part.trim()) ?? [];
		if (from === undefined) throw badInput(field, 'is not understood', 'Enter the hours as 09:00-12:00, 13:00-15:00, or closed.');
		return { weekday, from: clockTime(from), to: clockTime(to) };
	});
}
