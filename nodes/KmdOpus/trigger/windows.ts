import { DateTime } from 'luxon';

import { wallClockSince } from '../../kit/pollSince';
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

/** How far back a sample looks. */
const SAMPLE_DAYS = 31;

const wallClock = (time: Date): string => DateTime.fromJSDate(time, { zone: ZONE }).toFormat(WIRE_TIME);

const daysLater = (time: Date, days: number): Date => DateTime.fromJSDate(time, { zone: ZONE }).plus({ days }).toJSDate();

/**
 * Cuts the time since the watermark into windows, oldest first; each begins earlier than the one before it ended, by the overlap and by what the clocks are put back. The last one
 * has no end: what the service stamps with a clock that is ahead belongs to it as well.
 */
export function changeWindows(since: Date, startedAt: Date, overlapMinutes: number): ChangeWindow[] {
	const windows: ChangeWindow[] = [];
	for (let begin = since; ; begin = daysLater(begin, DAYS_A_WINDOW)) {
		const end = daysLater(begin, DAYS_A_WINDOW);
		const isLast = end >= startedAt;
		const until = isLast ? startedAt : end;
		const from = wallClockSince(begin, { zone: ZONE, overlapMinutes, until }).toFormat(WIRE_TIME);
		windows.push({ period: { from, to: isLast ? undefined : wallClock(end) }, until: until < since ? since : until });
		if (isLast) return windows;
	}
}

/** The first window of all begins when it was told to: what changed earlier is not asked for. */
export const firstWindow = (startFrom: Date, { period, until }: ChangeWindow): ChangeWindow => ({ period: { ...period, from: wallClock(startFrom) }, until });

export const recentWindow = (startedAt: Date): ChangeWindow => ({ period: { from: wallClock(daysLater(startedAt, -SAMPLE_DAYS)) }, until: startedAt });
