import type { GenericValue, IDataObject } from 'n8n-workflow';

import { isObject } from '../../kit/json';
import type { WireNames } from './names';
import { INTERVAL_PARTS, nameIn, othersOf, valueOf } from './names';

/** The days by their number on the wire, 1 to 7 (contract, section 1.1). */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** What to call a day: `Monday`, or its number where it is none of the seven. */
export const weekdayName = (weekday: number): string => WEEKDAYS[weekday - 1] ?? `Weekday ${weekday}`;

/** One interval of a week: weekday 1 (Monday) to 7, times as `HH:mm`. */
export interface Interval {
	weekday: number;
	from: string;
	to: string;
}

/** An interval as it was read, with the object it stands in. */
export interface ReadInterval extends Interval {
	raw: IDataObject;
}

/** How a record holds its hours: as a list, as one object, or as either of them within an object (the vendor's example of phone hours: `akasseTelefontid`). */
export interface HoursShape {
	/** The object around the intervals and the name they have in it. */
	within?: { name: string; object: IDataObject };
	/** A single interval stands as an object, not as a list of one. */
	isBare: boolean;
}

export interface Hours {
	intervals: ReadInterval[];
	shape: HoursShape;
}

const PLAIN_LIST: HoursShape = { isBare: false };

/** The shape of the vendor's example of phone hours (contract, section 1.1). */
export const NESTED_PHONE_HOURS: HoursShape = { within: { name: 'akasseTelefontid', object: {} }, isBare: false };

/** A time of the day as `HH:mm`: `9:00` and `09:00:00` are the same time; a text that is none stays as it is. */
export const clockTime = (text: string): string => {
	const [, hour, minute, rest = ''] = /^(\d{1,2}):(\d{2})(.*)$/.exec(text.trim()) ?? [];
	return hour !== undefined && /^(:00(\.0+)?)?$/.test(rest) ? `${hour.padStart(2, '0')}:${minute}` : text.trim();
};

function readTime(value: unknown): string | undefined {
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? clockTime(value) : undefined;
}

/** Whether a time may stand under a name that is not known: writing ours beside it would lose it. */
const hidesTime = (raw: IDataObject, names: WireNames): boolean =>
	(['from', 'to'] as const).some((field) => nameIn(raw, field, names) === undefined) && Object.keys(othersOf(raw, INTERVAL_PARTS, names)).length > 0;

function readInterval(raw: unknown, names: WireNames): ReadInterval | undefined {
	if (!isObject(raw) || hidesTime(raw, names)) return undefined;
	const weekday = Number(valueOf(raw, 'weekday', names) ?? NaN);
	const [from, to] = [readTime(valueOf(raw, 'from', names)), readTime(valueOf(raw, 'to', names))];
	return Number.isInteger(weekday) && from !== undefined && to !== undefined ? { weekday, from, to, raw } : undefined;
}

const isInterval = (value: unknown, names: WireNames): value is IDataObject => isObject(value) && nameIn(value, 'weekday', names) !== undefined;

/** Where the intervals stand in a value, and the shape around them. */
function unfold(value: unknown, names: WireNames): { list: unknown[]; shape: HoursShape } | undefined {
	if (value === undefined || value === null || value === '') return { list: [], shape: PLAIN_LIST };
	if (Array.isArray(value)) return { list: value, shape: PLAIN_LIST };
	if (isInterval(value, names)) return { list: [value], shape: { isBare: true } };
	if (!isObject(value)) return undefined;
	const inner = Object.entries(value).filter(([, entry]) => Array.isArray(entry) || isInterval(entry, names));
	if (inner.length !== 1) return Object.keys(value).length === 0 ? { list: [], shape: PLAIN_LIST } : undefined;
	const [[name, entry]] = inner;
	const isBare = !Array.isArray(entry);
	return { list: Array.isArray(entry) ? entry : [entry], shape: { within: { name, object: value }, isBare } };
}

/** The intervals of a record's opening or phone hours, in their order; undefined where they can't be read. Absent hours are none. */
export function readHours(value: unknown, names: WireNames): Hours | undefined {
	const unfolded = unfold(value, names);
	if (!unfolded) return undefined;
	const intervals = unfolded.list.map((raw) => readInterval(raw, names));
	return intervals.every((interval) => interval !== undefined) ? { intervals, shape: unfolded.shape } : undefined;
}

/** Hours in the shape they were read in. */
export function writeHours(intervals: ReadInterval[], { within, isBare }: HoursShape): IDataObject[string] {
	const list = intervals.map(({ raw }) => raw);
	const inner: GenericValue | IDataObject | IDataObject[] = isBare && list.length === 1 ? list[0] : list;
	return within ? { ...within.object, [within.name]: inner } : inner;
}

export const byTime = (a: Interval, b: Interval): number => a.weekday - b.weekday || a.from.localeCompare(b.from) || a.to.localeCompare(b.to);

export const isSameInterval = (a: Interval, b: Interval): boolean => byTime(a, b) === 0;

/** One interval for a human: `09:00-12:00`, with whatever else its object holds. */
const intervalText = ({ from, to, raw }: ReadInterval, names: WireNames): string => {
	const others = othersOf(raw, INTERVAL_PARTS, names);
	return `${from}-${to}${Object.keys(others).length ? ` ${JSON.stringify(others)}` : ''}`;
};

/** A day without hours. */
export const CLOSED = 'closed';

/** A day's intervals for a human: `09:00-12:00, 13:00-15:00`, or `closed`. */
export const dayText = ({ intervals }: Hours, weekday: number, names: WireNames): string =>
	intervals
		.filter((interval) => interval.weekday === weekday)
		.sort(byTime)
		.map((interval) => intervalText(interval, names))
		.join(', ') || CLOSED;

/** The days that hours speak of, besides the seven: whatever number a record holds. */
export const daysOf = (...hours: Hours[]): number[] =>
	[...new Set([1, 2, 3, 4, 5, 6, 7, ...hours.flatMap(({ intervals }) => intervals.map(({ weekday }) => weekday))])].sort((a, b) => a - b);
