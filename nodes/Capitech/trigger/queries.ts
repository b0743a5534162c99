import { DateTime } from 'luxon';

import type { DateWindow } from '../../kit/dateWindows';
import { addDays, cutWindow } from '../../kit/dateWindows';
import { shortHash } from '../../kit/pollHash';
import { wallClockSince } from '../../kit/pollSince';
import { readFilters, ZONE } from '../time/filters';
import type { TimeFilters } from '../time/read';
import { DATES_PER_REQUEST } from '../time/read';
import type { TriggerSettings } from './settings';

/** The calendar date in Norway. */
export const dateIn = (at: Date): string => DateTime.fromJSDate(at, { zone: ZONE }).toFormat('yyyy-MM-dd');

/** The wall clock in Norway, as rows are stamped. */
export const stampOf = (at: Date): string => DateTime.fromJSDate(at, { zone: ZONE }).toFormat('yyyy-MM-dd HH:mm:ss');

/** Whether only approved rows have to be read: what becomes of others is not asked. */
export const readsApprovedOnly = ({ events }: TriggerSettings): boolean => events.size === 1 && events.has('approved');

const approval = (settings: TriggerSettings) => (readsApprovedOnly(settings) ? { approvedLevels: [settings.level] } : {});

/** The filters under which all rows of a window are read. */
export const filtersOfAll = (settings: TriggerSettings): TimeFilters => readFilters({ ...settings.filters, ...approval(settings) });

/**
 * The filters under which what happened since the last poll is read. Where the service knows dates only, an approval, which is no update, can be found only by
 * reading all rows (contract, sections 4, points 10 and 11, and 6).
 */
export function filtersOfChanges(settings: TriggerSettings, watermark: Date, until: Date): TimeFilters {
	const { changesBy, events, overlapMinutes, filters } = settings;
	const all = { ...filters, ...approval(settings) };
	if (changesBy === 'time') {
		const since = wallClockSince(watermark, { zone: ZONE, overlapMinutes, until });
		return readFilters({ ...all, lastApprovedOrUpdatedFrom: since.toFormat("yyyy-MM-dd'T'HH:mm:ss") });
	}
	if (events.has('approved') || events.has('unapproved')) return readFilters(all);
	return readFilters({ ...all, lastUpdatedFrom: addDays(dateIn(watermark), -1) });
}

/** Which rows are remembered: other filters, another level or a longer look-back make others known, which nothing has happened to. */
export const scopeOf = (settings: TriggerSettings): string => shortHash([filtersOfAll(settings), settings.lookBackDays]);

/**
 * The dates in which rows are looked for: from the look-back to tomorrow. It reaches back from the last poll where that lies further away, so that what happened
 * while nothing was polled is not passed over.
 */
export const windowAt = (at: Date, { lookBackDays }: TriggerSettings, watermark: Date = at): DateWindow => ({
	from: addDays(dateIn(watermark < at ? watermark : at), -lookBackDays),
	to: addDays(dateIn(at), 1),
});

/** A window in parts of one request each, oldest first. */
export const partsOf = (window: DateWindow): DateWindow[] => cutWindow(window, DATES_PER_REQUEST);

/** Whether a poll is to read all rows: the daily sweep is made by the first one after its hour. */
export function isSweepDue({ sweep, sweepHour }: TriggerSettings, watermark: Date, at: Date): boolean {
	if (sweep !== 'daily') return sweep === 'everyPoll';
	const today = DateTime.fromJSDate(at, { zone: ZONE }).set({ hour: sweepHour, minute: 0, second: 0, millisecond: 0 });
	const last = today.toJSDate() <= at ? today : today.minus({ days: 1 });
	return watermark < last.toJSDate();
}
