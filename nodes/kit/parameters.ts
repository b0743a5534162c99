import { DateTime } from 'luxon';

import { isDate } from './dateWindows';
import { badInput } from './failure';

/** A resource locator's value as it stands in a parameter. */
interface Locator {
	__rl: true;
	value: unknown;
}

const isLocator = (value: unknown): value is Locator => typeof value === 'object' && value !== null && '__rl' in value;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What a resource locator points at; any other value is given back as it is. */
export const locatorValue = (value: unknown): unknown => (isLocator(value) ? value.value : value);

/** A list however it was entered: an array from an expression, `10, 20`, or a single value. */
export function readList(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(locatorValue) : [locatorValue(value)];
	return entries.flatMap((entry) => (isEmpty(entry) ? [] : String(entry).split(/[,;\s]+/))).filter(Boolean);
}

/** A list of whole numbers. */
export const readIntegerList = (field: string, value: unknown): number[] => readList(value).map((entry) => readInteger(field, entry));

/** Digits, and nothing that only a computer takes for a number: `0x10`, `1e3`. */
const WHOLE = /^[+-]?\d+(?:\.0*)?$/;

/** A whole number, 0 or more unless `min` says otherwise. */
export function readInteger(field: string, value: unknown, min = 0): number {
	const entry = locatorValue(value);
	const text = typeof entry === 'number' || typeof entry === 'string' ? String(entry).trim() : '';
	const number = WHOLE.test(text) ? Number(text) : NaN;
	if (!Number.isSafeInteger(number) || number < min) {
		throw badInput(field, text === '' ? 'is empty' : 'is not a whole number', `Enter a whole number${min > 0 ? ` from ${min}` : ''}.`);
	}
	return number;
}

/** Luxon would also take a month, a year or a bare hour for a date. */
const BEGINS_WITH_DATE = /^\d{4}-\d{2}-\d{2}(?!\d)/;

/** A point in time as an expression (a luxon DateTime, a Date) or a person (an ISO text) gives it; without an offset it is the wall clock of the zone. */
function readTime(field: string, value: unknown, zone: string): DateTime {
	const time = DateTime.isDateTime(value)
		? value
		: value instanceof Date
			? DateTime.fromJSDate(value)
			: DateTime.fromISO(String(value).trim().replace(' ', 'T'), { zone });
	const inZone = time.setZone(zone);
	const isWhole = DateTime.isDateTime(value) || value instanceof Date || BEGINS_WITH_DATE.test(String(value).trim());
	if (!inZone.isValid || !isWhole) throw badInput(field, 'is not a date of the calendar', 'Enter it as yyyy-MM-dd, or pick it from the calendar.');
	return inZone;
}

/** A calendar date as `yyyy-MM-dd`. A plain date stays the text it is; a point in time is read in the zone. */
export function readDate(field: string, value: unknown, zone: string): string {
	if (isEmpty(value)) throw badInput(field, 'is empty', 'Enter a date as yyyy-MM-dd.');
	if (typeof value === 'string' && isDate(value.trim())) return value.trim();
	return readTime(field, value, zone).toISODate() ?? '';
}

/** A point in time on the wall clock of the zone, in a luxon format. */
export const readWallClock = (field: string, value: unknown, zone: string, format: string): string => readTime(field, value, zone).toFormat(format);

/** A text without blanks at its ends; numbers are taken too. */
export const readText = (value: unknown): string => (isEmpty(value) ? '' : String(locatorValue(value)).trim());
