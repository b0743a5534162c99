import { numberOf, unreadable } from '../wire';

/** Where nothing else tells, the hours of a day are taken to begin after the night. */
const MORNING = 4;

const HOURS = 24;

/** How many hours after another one an hour comes, on a clock of 24. */
const after = (hour: number, other: number): number => (hour - other + HOURS) % HOURS;

/**
 * A map by hour of the day. `JSON.parse` has put its keys in ascending order, so that their order says nothing; an empty one, and one that begins at 0, may come as a
 * list (contract, section 5, points 5 and 6). When the clocks are put back, the hour that comes twice has one key.
 * @throws Failure where it is neither, or a key is no hour
 */
export function hourMap(value: unknown, where: string): Map<number, unknown> {
	if (typeof value !== 'object' || value === null) throw unreadable(`${where} is no map of hours`);
	const entries = Object.entries(value).map(([key, entry]) => [numberOf(key) ?? NaN, entry] as const);
	if (!entries.every(([hour]) => Number.isInteger(hour) && hour >= 0 && hour < HOURS)) throw unreadable(`${where} holds an hour that is none`);
	return new Map(entries);
}

/** The hour after the longest time without any; of several, the one that comes first in the morning. */
function firstAfterGap(hours: readonly number[]): number {
	const gaps = hours.map((hour, at) => ({ hour, gap: after(hour, hours[(at || hours.length) - 1]) || HOURS }));
	const [{ hour }] = gaps.sort((a, b) => b.gap - a.gap || after(a.hour, MORNING) - after(b.hour, MORNING));
	return hour;
}

/**
 * Hours in the order of the business day, which goes on after midnight.
 * @param startsAt the hour with which the day begins; without it, the day begins after the longest time in which nobody worked
 */
export function inDayOrder(hours: Iterable<number>, startsAt?: number): number[] {
	const ascending = [...new Set(hours)].sort((a, b) => a - b);
	if (!ascending.length) return [];
	const first = startsAt ?? firstAfterGap(ascending);
	return ascending.sort((a, b) => after(a, first) - after(b, first));
}
