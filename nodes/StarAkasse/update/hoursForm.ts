import { badInput } from '../../kit/failure';
import type { OutcomeMessage } from '../../kit/outcome';
import { note } from '../../kit/outcome';
import { readText } from '../../kit/parameters';
import type { Interval } from '../record/hours';
import { clockTime, weekdayName } from '../record/hours';
import type { HoursRules } from '../record/hoursRules';
import { checkHours, isMidnightPair, parseDay } from '../record/hoursRules';
import type { HoursChange } from '../record/mergeHours';

/** One row of the form. */
export interface HoursRow {
	weekday?: unknown;
	kind?: unknown;
	from?: unknown;
	to?: unknown;
	text?: unknown;
}

export interface HoursForm {
	/** As the user knows the form. */
	field: string;
	mode: 'days' | 'week';
	rows: readonly HoursRow[];
	/** How a closed day is said. */
	closedDay: 'omit' | 'midnightPair';
	lastWeekday: HoursRules['lastWeekday'];
}

/** What a form asks for, and what is to be said about it. */
export interface HoursRead {
	change: HoursChange;
	messages: OutcomeMessage[];
}

function readWeekday(field: string, value: unknown): number {
	const text = readText(value);
	if (!/^[1-7]$/.test(text)) throw badInput(field, 'name a weekday that is none of 1 to 7', 'Enter 1 for Monday to 7 for Sunday.');
	return Number(text);
}

/** The intervals of a row: none where the day is closed, 00:00-00:00 being the vendor's word for it. */
function readRow(field: string, weekday: number, { kind, from, to, text }: HoursRow): Interval[] {
	if (kind === 'closed') return [];
	if (kind === 'text') {
		if (!readText(text)) throw badInput(field, `have an empty text for ${weekdayName(weekday)}`, 'Enter the hours, or the word closed.');
		return parseDay(field, weekday, readText(text)).filter((interval) => !isMidnightPair(interval));
	}
	const interval = { weekday, from: clockTime(readText(from)), to: clockTime(readText(to)) };
	if (!interval.from || !interval.to) throw badInput(field, `lack a time for ${weekdayName(weekday)}`, 'Enter both From and To, or choose Closed.');
	return isMidnightPair(interval) ? [] : [interval];
}

/** The intervals that each day of the form is to have. */
function readDays({ field, rows }: HoursForm): Map<number, Interval[]> {
	const days = new Map<number, Interval[]>();
	const closed = new Set<number>();
	for (const row of rows) {
		if (row.kind === 'leave') continue;
		const weekday = readWeekday(field, row.weekday);
		const intervals = readRow(field, weekday, row);
		if (!intervals.length) closed.add(weekday);
		days.set(weekday, [...(days.get(weekday) ?? []), ...intervals]);
		if (closed.has(weekday) && days.get(weekday)?.length) throw badInput(field, `have ${weekdayName(weekday)} both closed and open`, 'Leave one of the two out.');
	}
	return days;
}

/** What is to be said of the days that are closed. */
function closedMessages(field: string, days: string[], closedDay: HoursForm['closedDay']): OutcomeMessage[] {
	if (!days.length) return [];
	return closedDay === 'omit'
		? [note('I', `${field}: ${days.join(', ')} closed, and so left out`)]
		: [note('W', `${field}: ${days.join(', ')} closed, and sent as 00:00-00:00, which Jobnet shows as open from 0:00 to 0:00`)];
}

/**
 * A change of hours from its form.
 * @throws Failure naming the form when it names no day, or what it holds breaks a rule of the vendor (contract, section 6)
 */
export function readHoursForm(form: HoursForm): HoursRead {
	const { field, mode, closedDay, lastWeekday } = form;
	const days = readDays(form);
	if (!days.size) throw badInput(field, 'name no day', 'Add the days, or leave the hours as they are. To delete all of them, choose them under Delete These Fields.');
	checkHours(field, [...days.values()].flat(), { lastWeekday, midnightPair: false });
	const closed = [...days.keys()].filter((weekday) => !days.get(weekday)?.length).sort();
	if (closedDay === 'midnightPair') {
		for (const weekday of closed) if (weekday <= lastWeekday) days.set(weekday, [{ weekday, from: '00:00', to: '00:00' }]);
	}
	return { change: { mode, days }, messages: closedMessages(field, closed.map(weekdayName), closedDay) };
}
