import { addDays } from './dates.ts';
import { clockHour, HOUR, unixAt } from './linaTime.ts';
import type { LinaBusinessDay, LinaRevenue } from './linaTypes.ts';
import type { Random } from './random.ts';

/** Holidays that the store defined, by month and day (lina.md 5.17). */
const HOLIDAYS: Readonly<Record<string, string>> = {
	'01-01': 'Neujahr',
	'05-01': 'Tag der Arbeit',
	'10-03': 'Tag der Deutschen Einheit',
	'10-31': 'Reformationstag',
	'12-25': '1. Weihnachtstag',
	'12-26': '2. Weihnachtstag',
};

/** Time sheets of days before the last two weeks are closed. */
const OPEN_SHEETS_DAYS = 14;
const OPENING_MINUTES = 11 * 60;
/** In minutes from midnight of the business day. */
const FOUR_IN_THE_MORNING = 28 * 60;

/** Monday is 1. */
export function weekdayOf(date: string): number {
	return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The house is closed on Mondays. */
export function isRestDay(date: string): boolean {
	return weekdayOf(date) === 1;
}

/** Whether clocks are set in the night after a date. */
export function isClockChange(date: string): boolean {
	return clockHour(unixAt(addDays(date, 1), 0)).offset !== clockHour(unixAt(addDays(date, 1), 6 * 60)).offset;
}

/** When the day is closed, in minutes from its midnight: between two and four, later on Fridays and Saturdays. */
function closingMinutes(random: Random, date: string): number {
	const earliest = weekdayOf(date) === 5 || weekdayOf(date) === 6 ? 27 : 26;
	const minutes = earliest * 60 + 5 * random.whole(0, 11);
	return isClockChange(date) ? FOUR_IN_THE_MORNING : minutes;
}

/** A business day of a period that ends on `until`; nothing has happened in it yet. */
export function makeBusinessDay(random: Random, date: string, until: string): LinaBusinessDay {
	const minutes = closingMinutes(random, date);
	return {
		businessDate: date,
		closing: isRestDay(date) ? 0 : unixAt(date, minutes),
		holiday: HOLIDAYS[date.slice(5)] ?? '',
		timeSheetClosed: date < addDays(until, -OPEN_SHEETS_DAYS),
		changedAt: '',
	};
}

/** What a business day took, hour by hour from opening to closing. */
export function makeRevenue(random: Random, { businessDate, closing }: LinaBusinessDay): LinaRevenue[] {
	const revenue = new Map<number, LinaRevenue>();
	for (let moment = unixAt(businessDate, OPENING_MINUTES); moment < closing; moment += HOUR) {
		const { hour } = clockHour(moment);
		revenue.set(hour, { businessDate, hour, umsatz: random.whole(8_000, 90_000) / 100 });
	}
	return [...revenue.values()];
}
