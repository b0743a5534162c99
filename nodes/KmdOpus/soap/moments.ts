import { isDate } from '../../kit/dateWindows';
import { unreadable } from '../client';

/** A date, alone or as the midnight it begins with, with or without hyphens and zone. */
const DATE = /^(\d{4})-?(\d{2})-?(\d{2})(?:T00:00(?::00(?:\.0+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

const TIME = /^(?:(\d{1,2}):(\d{2})(?::(\d{2}))?|(\d{2})(\d{2})(\d{2})?)(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;

/**
 * A date of an answer by which a record is known again, `yyyy-MM-dd`.
 * @throws Failure when it is none: taken for another date, what stands would be made once more
 */
export function readWireDate(text: string): string {
	const [, year, month, day] = DATE.exec(text) ?? [];
	const date = `${year}-${month}-${day}`;
	if (!isDate(date)) throw unreadable();
	return date;
}

/**
 * A time of an answer on the wall clock, `HH:mm:ss`; '' for none.
 * @throws Failure when it is something else: taken for none, half a day would pass for a whole one
 */
export function readWireTime(text: string): string {
	if (text === '') return '';
	const [, hours, minutes, seconds = '00', twoHours, twoMinutes, twoSeconds = '00'] = TIME.exec(text) ?? [];
	if (hours) return `${hours.padStart(2, '0')}:${minutes}:${seconds}`;
	if (!twoHours) throw unreadable();
	return `${twoHours}:${twoMinutes}:${twoSeconds}`;
}
