import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { fromWireDate, ZONE } from '../dates';
import { rowsIn, unreadable } from '../wire';
import type { DayRow } from './row';
import { readDayRow } from './row';

/** A business day on which something was changed: all its rows as they stand now. */
export interface ChangedDay {
	/** `yyyy-MM-dd`; may lie before the date from which changes were asked for, since the time of the change counts. */
	businessDate: string;
	/** As they came; none where the day has no rows any more. */
	rows: IDataObject[];
	/** The whole entry as it came. */
	wire: IDataObject;
}

/** How far back the service knows changes. Contract, sections 1.5 and 5, point 10. */
const MONTHS = 3;

/** Today's date in Berlin. */
export const dateAt = (time: Date): string => DateTime.fromJSDate(time).setZone(ZONE).toISODate() ?? '';

/** The oldest date since which changes can be asked for. */
export const oldestSince = (today: string): string => DateTime.fromISO(today, { zone: 'utc' }).minus({ months: MONTHS }).toISODate() ?? '';

function dateIn(entry: IDataObject): string {
	const date = fromWireDate(entry.datum);
	if (date === null) throw unreadable('A changed day has no date (datum) that can be read');
	return date;
}

/**
 * The changed days, oldest first, of `userdataperdaydelta`.
 * @throws Failure where an entry can't be read, or two are of the same day: each stands for its whole day
 */
export function readChanges(answer: unknown): ChangedDay[] {
	const days = rowsIn(answer, 'the changes').map((wire): ChangedDay => {
		const businessDate = dateIn(wire);
		return { businessDate, rows: rowsIn(wire.schichten, `the changes of ${businessDate}`), wire };
	});
	const twice = days.find(({ businessDate }, at) => days.findIndex((day) => day.businessDate === businessDate) !== at);
	if (twice) throw unreadable(`The changes hold ${twice.businessDate} twice`);
	return days.sort((a, b) => a.businessDate.localeCompare(b.businessDate));
}

/** A changed day as it is given out: it stands for the whole day, since rows have no id (contract, section 5, point 9). */
export interface SimpleDay extends IDataObject {
	businessDate: string;
	/** Whether the day has no rows any more. */
	deleted: boolean;
	/** In no order. */
	rows: DayRow[];
}

/** @throws Failure where a row can't be read */
export const simplifyDay = ({ businessDate, rows }: Pick<ChangedDay, 'businessDate' | 'rows'>, startsAt?: number): SimpleDay => ({
	businessDate,
	deleted: rows.length === 0,
	rows: rows.map((row) => readDayRow(row, businessDate, startsAt)),
});
