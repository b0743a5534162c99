/** Calendar arithmetic on ISO dates (`yyyy-MM-dd`) and clock times, free of time zones. */

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTES_A_DAY = 24 * 60;

/** The date `days` after `date` (before it, when negative). */
export function addDays(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The first day of the month that lies `months` after the month of `date`. */
export function firstOfMonth(date: string, months = 0): string {
	const [year, month] = date.split('-').map(Number);
	return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The last day of the month of `date`. */
export function lastOfMonth(date: string): string {
	return addDays(firstOfMonth(date, 1), -1);
}

/** Days from `from` to `to`; 0 when they are the same date. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** True for Saturdays and Sundays. */
export function isWeekend(date: string): boolean {
	const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
	return weekday === 0 || weekday === 6;
}

/** True for a `yyyy-MM-dd` string that names a day of the calendar. */
export function isIsoDate(value: unknown): value is string {
	if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const time = Date.parse(`${value}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A moment given as minutes from midnight of `date` (more than a day's worth runs into the next day). */
export function momentOf(date: string, minutes: number): { date: string; clock: string } {
	const inDay = ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
	return {
		date: addDays(date, Math.floor(minutes / MINUTES_A_DAY)),
		clock: `${twoDigits(Math.floor(inDay / 60))}:${twoDigits(inDay % 60)}`,
	};
}

/** The same moment as a Capitech stamp: `yyyy-MM-dd HH:mm:ss`, local time without offset (capitech.md 3.1). */
export function stampOf(date: string, minutes: number, seconds = 0): string {
	const moment = momentOf(date, minutes);
	return `${moment.date} ${moment.clock}:${twoDigits(seconds)}`;
}
