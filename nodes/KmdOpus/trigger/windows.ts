import { DateTime, FixedOffsetZone } from 'luxon';

import type { Period } from '../employee/query';
import { WIRE_TIME } from '../employee/settings';
import { ZONE } from '../payments/line';

/** A part of the time in which changes are looked for. */
export interface ChangeWindow {
	/** As asked of the service, on the wall clock of Denmark. */
	period: Period;
	/** Up to when changes are known once it has been read. */
	until: Date;
}

/** A backlog is read in parts: each can be finished in the time of a poll, and what is to be remembered of it stays small. */
const DAYS_A_WINDOW = 7;

/** The time that Denmark keeps in winter, and is never behind of. */
const WINTER = FixedOffsetZone.instance(60);

/** Longer than the clocks are put back. */
const HOURS_OF_CHANGE = 3;

const wallClock = (time: Date): string => DateTime.fromJSDate(time, { zone: ZONE }).toFormat(WIRE_TIME);

const daysLater = (time: Date, days: number): Date => DateTime.fromJSDate(time, { zone: ZONE }).plus({ days }).toJSDate();

/** Whether the clocks in Denmark show this at some time: in spring they leave out an hour, and what a service makes of a time in it is anybody's guess. */
const isShown = (time: string): boolean => DateTime.fromFormat(time, WIRE_TIME, { zone: ZONE }).toFormat(WIRE_TIME) === time;

/**
 * From when changes are asked for. In winter time all year round: when the clocks are put back, what happens in the second pass of an hour is stamped earlier than what
 * happened before, and still no stamp since the watermark lies before this. It never goes back from one poll to the next, so that an answer tells again nothing that the one before
 * it didn't hold.
 */
function askedSince(watermark: Date, overlapMinutes: number): string {
	const since = DateTime.fromJSDate(watermark, { zone: WINTER }).minus({ minutes: overlapMinutes });
	const time = since.toFormat(WIRE_TIME);
	return isShown(time) ? time : since.startOf('hour').minus({ seconds: 1 }).toFormat(WIRE_TIME);
}

/** The wall clock before which nothing is asked for, of a trigger told to start from a time. */
export function startOfChanges(startFrom: Date): string {
	const start = DateTime.fromJSDate(startFrom, { zone: ZONE });
	const isPutBack = start.plus({ hours: HOURS_OF_CHANGE }).offset < start.offset;
	return start.setZone(isPutBack ? WINTER : ZONE).toFormat(WIRE_TIME);
}

/**
 * Cuts the time since the watermark into windows, oldest first; each begins, by the overlap, before the one before it ended. The last one has no end: what the service stamps with a
 * clock that is ahead belongs to it as well. A watermark that lies ahead was set by a clock that has been put right since: what happens until it is reached would be passed over.
 * @param start the wall clock before which nothing is asked for
 */
export function changeWindows(watermark: Date, startedAt: Date, overlapMinutes: number, start = ''): ChangeWindow[] {
	const windows: ChangeWindow[] = [];
	const isPutRight = startedAt < watermark;
	for (let begin = isPutRight ? startedAt : watermark; ; begin = daysLater(begin, DAYS_A_WINDOW)) {
		const end = daysLater(begin, DAYS_A_WINDOW);
		const since = askedSince(begin, overlapMinutes);
		const from = since < start && !isPutRight ? start : since;
		if (end >= startedAt) {
			windows.push({ period: { from }, until: startedAt });
			return windows;
		}
		windows.push({ period: { from, to: wallClock(end) }, until: end });
	}
}

/** The last days, which a sample is taken from. */
export const recentWindow = (startedAt: Date, days: number): ChangeWindow => ({ period: { from: wallClock(daysLater(startedAt, -days)) }, until: startedAt });
