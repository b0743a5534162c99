import { DateTime } from 'luxon';

/** A period of calendar dates (`yyyy-MM-dd`), both ends inclusive. */
export interface DateWindow {
	from: string;
	to: string;
}

const utc = (date: string) => DateTime.fromISO(date, { zone: 'utc' });

/** A calendar date some days later (or, negative, earlier). Dates stay strings: no zone is involved. */
export const addDays = (date: string, days: number): string => utc(date).plus({ days }).toISODate() ?? date;

/** How many calendar dates the window holds; 0 or less when it ends before it begins. */
export const datesIn = ({ from, to }: DateWindow): number => Math.round(utc(to).diff(utc(from), 'days').days) + 1;

/** Whether the text is a date of the calendar written `yyyy-MM-dd`. */
export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && utc(text).isValid;

/** Cuts a window into adjacent windows of at most `maxDates` dates, oldest first. */
export function cutWindow(window: DateWindow, maxDates: number): DateWindow[] {
	const pieces: DateWindow[] = [];
	for (let from = window.from; from <= window.to; from = addDays(from, maxDates)) {
		const to = addDays(from, maxDates - 1);
		pieces.push({ from, to: to < window.to ? to : window.to });
	}
	return pieces;
}

/** The two halves of a window, or undefined when it is a single date. */
export function halveWindow(window: DateWindow): [DateWindow, DateWindow] | undefined {
	const dates = datesIn(window);
	if (dates < 2) return undefined;
	const middle = addDays(window.from, Math.floor(dates / 2));
	return [
		{ from: window.from, to: addDays(middle, -1) },
		{ from: middle, to: window.to },
	];
}
