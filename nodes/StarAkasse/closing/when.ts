import { DateTime } from 'luxon';

import { addDays } from '../../kit/dateWindows';
import { badInput } from '../../kit/failure';

/** The zone of the hours, and of Jobnet's nightly job. */
const ZONE = 'Europe/Copenhagen';

/** About when Jobnet fetches what it shows for a day (the vendor's text on *Visning på Jobnet*). */
const JOBNET = '05:40';

/** The day that an a-kasse's hours are to be as. */
export interface Night {
	/** `yyyy-MM-dd`. */
	today: string;
	/** The first date that a closing may still begin for: the day before is as good as over until `closeAt`. */
	firstDate: string;
	/** Whether Jobnet has fetched that day's hours already. */
	isLate: boolean;
}

/**
 * Which day the hours are to be as at a point in time: until `closeAt` of the wall clock in Denmark still the day before.
 * @param closeAt `HH:mm`, before 05:40
 * @throws Failure where `closeAt` is no such time
 */
export function nightAt(now: Date, closeAt: string): Night {
	if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(closeAt)) throw badInput('Close At', 'is no time', 'Enter it as HH:mm, e.g. 00:30.');
	if (closeAt >= JOBNET) throw badInput('Close At', 'is not before 05:40', 'Jobnet fetches the hours of a day at about 05:40: enter a time before it, e.g. 00:30.');
	const local = DateTime.fromJSDate(now).setZone(ZONE);
	const [date, time] = [local.toFormat('yyyy-MM-dd'), local.toFormat('HH:mm')];
	return { today: time < closeAt ? addDays(date, -1) : date, firstDate: date, isLate: time >= JOBNET };
}
