import { badInput } from '../../kit/failure';
import { readDate, readText } from '../../kit/parameters';
import type { Hundredths } from '../payments/line';
import { readHundredths, wireDecimal, ZONE } from '../payments/line';
import type { SoapValues } from '../soap/operation';

/** What tells an occurrence of an employee from others: the service gives no key (contract, section 1.3: our reading). */
export interface Place {
	/** `yyyy-MM-dd`. */
	startDate: string;
	endDate: string;
	/** Arbejdstidstype. */
	workTimeType: string;
	/** `HH:mm:ss`, or '' for none. */
	startTime: string;
	endTime: string;
}

/** An occurrence of a mødetidsplan: the planned time of the days of a period. */
export interface Occurrence extends Place {
	/** Arbejdstid a day, in decimal hours; null when it is left to the service. */
	hours: Hundredths | null;
}

/** What is to become of an employee's schedule: an occurrence made, changed, or taken away. */
export interface Change {
	/** Digits without leading zeros. */
	employeeNumber: string;
	/** What should stand; none for a deletion. */
	wanted?: Occurrence;
	/** What stood there; none for a creation. */
	original?: Place;
}

export type PlaceFields = Record<keyof Place, unknown>;

const FULL_DAY = 2400;

/** A time of day as the service wants it. */
function readTime(field: string, value: unknown): string {
	const text = readText(value);
	if (!text) return '';
	if (typeof value === 'number') throw badInput(field, 'is a number', 'Enter it as HH:mm: 7.30 may be half past seven, or seven hours and 18 minutes.');
	const match = /^(\d|[01]\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?$/.exec(text);
	if (!match) throw badInput(field, 'is not a time of the day', 'Enter it as HH:mm, 07:30 for example.');
	return `${match[1].padStart(2, '0')}:${match[2]}:${match[3] ?? '00'}`;
}

function readWorkTimeType(field: string, value: unknown): string {
	const text = readText(value);
	if (!/^[\p{L}\d]{1,4}$/u.test(text)) {
		throw badInput(field, text ? 'is not a code of at most 4 letters and digits' : 'is empty', 'Enter the arbejdstidstype, 01 for example.');
	}
	return text;
}

/**
 * Reads and checks where an occurrence stands. An end before its start on the clock is a shift over midnight.
 * @param prefix what the labels of the fields begin with
 * @throws Failure naming the field
 */
export function readPlace(fields: PlaceFields, prefix = ''): Place {
	const place = {
		startDate: readDate(`${prefix}Start Date`, fields.startDate, ZONE),
		endDate: readDate(`${prefix}End Date`, fields.endDate || fields.startDate, ZONE),
		workTimeType: readWorkTimeType(`${prefix}Work Time Type`, fields.workTimeType),
		startTime: readTime(`${prefix}Start Time`, fields.startTime),
		endTime: readTime(`${prefix}End Time`, fields.endTime),
	};
	if (place.endDate < place.startDate) throw badInput(`${prefix}End Date`, 'is before the start date', 'Enter the last day of the occurrence.');
	if (!place.startTime !== !place.endTime) throw badInput(`${prefix}${place.startTime ? 'End' : 'Start'} Time`, 'is empty', 'Give both times or neither.');
	if (place.startTime && place.startTime === place.endTime) throw badInput(`${prefix}End Time`, 'is the start time', 'Leave both empty for a day without times.');
	return place;
}

/** Reads and checks an occurrence as it should stand. */
export function readOccurrence(fields: PlaceFields & { hours: unknown }): Occurrence {
	const hours = readHundredths('Hours', fields.hours);
	if (hours !== null && (hours < 0 || hours > FULL_DAY)) throw badInput('Hours', 'is not between 0 and 24', 'Enter the hours of a day, 7.40 for example.');
	return { ...readPlace(fields), hours };
}

/** Tells places of an employee apart. */
export const placeKey = ({ startDate, endDate, workTimeType, startTime, endTime }: Place): string =>
	[startDate, endDate, workTimeType, startTime, endTime].join(' ');

/** Whether two places are one. */
export const isSamePlace = (a: Place, b: Place): boolean =>
	a.startDate === b.startDate && a.endDate === b.endDate && a.workTimeType === b.workTimeType && a.startTime === b.startTime && a.endTime === b.endTime;

const wirePlace = ({ startDate, endDate, workTimeType, startTime, endTime }: Place, prefix: '' | 'Original' = ''): SoapValues => ({
	[`${prefix}StartDate`]: startDate,
	[`${prefix}EndDate`]: endDate,
	[`${prefix}WorkTimeType`]: workTimeType,
	[`${prefix}StartTime`]: startTime,
	[`${prefix}EndTime`]: endTime,
});

/** An `item` of a request; what is empty is left out. A deletion names the occurrence in the fields of the wanted one. */
export function wireChange({ employeeNumber, wanted, original }: Change): SoapValues {
	const operation = !original ? 'INS' : wanted ? 'MOD' : 'DEL';
	const place = wanted ?? original;
	return {
		Operation: operation,
		PersonnelNumber: employeeNumber,
		...(place && wirePlace(place)),
		Hours: wanted && wanted.hours !== null ? wireDecimal(wanted.hours) : undefined,
		...(wanted && original && wirePlace(original, 'Original')),
	};
}
