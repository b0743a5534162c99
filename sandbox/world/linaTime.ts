import { DateTime } from 'luxon';

import { momentOf } from './dates.ts';

/** The zone in which LINA's times are meant (lina.md 5.4). */
export const LINA_ZONE = 'Europe/Berlin';

/** The Unix seconds of a clock time, given as minutes from midnight of a date; more than a day's worth runs into the next one. */
export function unixAt(date: string, minutes: number): number {
	const { date: day, clock } = momentOf(date, minutes);
	return DateTime.fromISO(`${day}T${clock}`, { zone: LINA_ZONE }).toUnixInteger();
}

/** The local time of Unix seconds. */
export function localTime(seconds: number): DateTime {
	return DateTime.fromSeconds(seconds, { zone: LINA_ZONE });
}

/** The local date of Unix seconds, `yyyy-MM-dd`. */
export function localDate(seconds: number): string {
	return localTime(seconds).toFormat('yyyy-MM-dd');
}

/** Unix seconds as ISO 8601 in UTC. */
export function isoOf(seconds: number): string {
	return new Date(seconds * 1000).toISOString();
}
