import type { IDataObject } from 'n8n-workflow';

import type { Hours, HoursShape, Interval, ReadInterval } from './hours';
import { byTime, daysOf, isSameInterval, readHours, writeHours } from './hours';
import type { WireNames } from './names';
import { nameFor, styleOf, valueOf } from './names';

/** Whole days of a week: each day named gets these intervals and no others, an empty list closes it. */
export interface HoursChange {
	/** Days that are not named stay as they are, or are closed. */
	mode: 'days' | 'week';
	days: ReadonlyMap<number, readonly Interval[]>;
}

/** Makes intervals that look like those of the service. */
type MakeInterval = (interval: Interval) => ReadInterval;

/** The spelling of an interval follows one that was read, of these hours or else of the other ones: its names, a weekday as text, times with seconds. */
function makerLike(models: Hours[], record: IDataObject, names: WireNames): MakeInterval {
	const model = models.find(({ intervals }) => intervals.length)?.intervals[0].raw ?? {};
	const style = styleOf(Object.keys(model).length ? model : record);
	const isText = typeof valueOf(model, 'weekday', names) === 'string';
	const seconds = /^\d{1,2}:\d{2}:\d{2}$/.test(String(valueOf(model, 'from', names))) ? ':00' : '';
	const name = (field: 'weekday' | 'from' | 'to') => nameFor(model, field, names, style);
	return ({ weekday, from, to }) => ({
		weekday,
		from,
		to,
		raw: { [name('weekday')]: isText ? String(weekday) : weekday, [name('from')]: from + seconds, [name('to')]: to + seconds },
	});
}

/** A day's intervals anew: those that stay are the ones that were read. */
function replaceDay(standing: ReadInterval[], weekday: number, wanted: readonly Interval[], make: MakeInterval): ReadInterval[] {
	const before = standing.filter((interval) => interval.weekday === weekday);
	const isSame = before.length === wanted.length && wanted.every((interval) => before.some((other) => isSameInterval(interval, other)));
	if (isSame) return standing;
	const day = [...wanted].sort(byTime).map((interval) => before.find((other) => isSameInterval(interval, other)) ?? make(interval));
	const others = standing.filter((interval) => interval.weekday !== weekday);
	const first = standing.findIndex((interval) => interval.weekday === weekday);
	const next = others.findIndex((interval) => interval.weekday > weekday);
	const at = first >= 0 ? first : next >= 0 ? next : others.length;
	return [...others.slice(0, at), ...day, ...others.slice(at)];
}

/**
 * The hours of a record with some of its days replaced; every other interval is the one that was read.
 * @returns undefined where the hours that stand can't be read
 */
export function mergeHours(
	record: IDataObject,
	field: 'openingHours' | 'phoneHours',
	{ mode, days }: HoursChange,
	{ names, like, shape: shapeOf = {} }: { names: WireNames; like: IDataObject; shape?: Partial<Record<'openingHours' | 'phoneHours', HoursShape>> },
): { hours: IDataObject[string]; isChanged: boolean } | undefined {
	const read = (from: IDataObject, which: 'openingHours' | 'phoneHours') => readHours(valueOf(from, which, names), names);
	const hours = read(record, field);
	if (!hours) return undefined;
	const models = [hours, read(like, field), read(like, field === 'openingHours' ? 'phoneHours' : 'openingHours')].filter((model) => model !== undefined);
	const make = makerLike(models, like, names);
	const affected = mode === 'week' ? daysOf(hours) : [...days.keys()];
	const intervals = affected.reduce((week, weekday) => replaceDay(week, weekday, days.get(weekday) ?? [], make), hours.intervals);
	const shown = [record, like].find((from) => valueOf(from, field, names) !== undefined);
	const shape = (shown && read(shown, field)?.shape) ?? shapeOf[field] ?? hours.shape;
	return { hours: writeHours(intervals, shape), isChanged: intervals !== hours.intervals };
}
