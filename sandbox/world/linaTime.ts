import { DateTime } from 'luxon';

import { momentOf } from './dates.ts';

/** The zone in which LINA's times are meant (lina.md 5.4). Its offsets are whole hours. */
export const LINA_ZONE = 'Europe/Berlin';

/** Seconds. */
export const HOUR = 3600;

/** What the clock on the wall says. */
export interface ClockHour {
	/** 0 to 23. */
	readonly hour: number;
	/** Monday is 1. */
	readonly weekday: number;
	/** `yyyy-MM-dd`. */
	readonly date: string;
	/** Minutes ahead of UTC. */
	readonly offset: number;
}

/** Looks a thing up once for each key: zones are slow, and a store's shifts share most of their hours. */
function remembered<K, V>(lookUp: (key: K) => V): (key: K) => V {
	const known = new Map<K, V>();
	return (key) => {
		const found = known.get(key) ?? lookUp(key);
		known.set(key, found);
		return found;
	};
}

const beginOf = remembered((hour: string) => DateTime.fromISO(hour, { zone: LINA_ZONE }).toUnixInteger());

const hourAt = remembered((begin: number): ClockHour => {
	const local = DateTime.fromSeconds(begin, { zone: LINA_ZONE });
	return { hour: local.hour, weekday: local.weekday, date: local.toFormat('yyyy-MM-dd'), offset: local.offset };
});

/** The begin of the hour in which a moment (Unix seconds) lies. */
export function fullHour(moment: number): number {
	return moment - (moment % HOUR);
}

/** The hour of the clock in which a moment (Unix seconds) lies. */
export function clockHour(moment: number): ClockHour {
	return hourAt(fullHour(moment));
}

/** The local date of a moment (Unix seconds), `yyyy-MM-dd`. */
export function localDate(moment: number): string {
	return clockHour(moment).date;
}

/** The Unix seconds of a clock time, given as minutes from midnight of a date; more than a day's worth runs into the next one. */
export function unixAt(date: string, minutes: number): number {
	const { date: day, clock } = momentOf(date, minutes);
	return beginOf(`${day}T${clock.slice(0, 2)}:00`) + Number(clock.slice(3)) * 60;
}

/** Unix seconds as ISO 8601 in UTC. */
export function isoOf(seconds: number): string {
	return new Date(seconds * 1000).toISOString();
}
