import { addDays } from '../../kit/dateWindows';

/** A stretch of absence as the service holds it, one record. Times are `HH:mm:ss` or '' for none; only a single day bears them (contract, section 4.2). */
export interface Part {
	/** First day, `yyyy-MM-dd`. */
	startDate: string;
	/** Last day. */
	endDate: string;
	/** Where the absence starts after the working day has begun. */
	startTime: string;
	/** Where it ends before the working day does. */
	endTime: string;
}

/**
 * The one to three records of a period: the first day on its own when it has a time, the last day on its own when it has one, and the whole days between them
 * (contract, section 1.1). A single day is one record with whatever times it has.
 * @param period first and last day, with the time on the first and that on the last
 * @returns the records in the order of their days; together they cover each day once
 */
export function partsOf({ startDate, endDate, startTime, endTime }: Part): Part[] {
	if (startDate === endDate) return [{ startDate, endDate, startTime, endTime }];
	const first = startTime ? [{ startDate, endDate: startDate, startTime, endTime: '' }] : [];
	const last = endTime ? [{ startDate: endDate, endDate, startTime: '', endTime }] : [];
	const from = startTime ? addDays(startDate, 1) : startDate;
	const to = endTime ? addDays(endDate, -1) : endDate;
	const whole = from <= to ? [{ startDate: from, endDate: to, startTime: '', endTime: '' }] : [];
	return [...first, ...whole, ...last];
}

/**
 * A part with the time that it lacks, for a service that wants both times or neither: the working day's start or end.
 * @param day the times of the working day; '' for one that is not given
 */
export function withBothTimes(part: Part, day: Pick<Part, 'startTime' | 'endTime'>): Part {
	if (!part.startTime === !part.endTime) return part;
	return { ...part, startTime: part.startTime || day.startTime, endTime: part.endTime || day.endTime };
}
