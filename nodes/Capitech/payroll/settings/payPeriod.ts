import { DateTime } from 'luxon';

import { oneOf, optionalDate, readSection, refuseUnknown } from './entries';

/** What is done about corrections of a pay period that is closed. */
export type Corrections = 'humanList' | 'firstOpenDay' | 'originalDate';

/** On which date lines are posted. */
export type LineDate = 'workDate' | 'firstOfMonth' | 'lastOfMonth';

/** Pay period and cut-off. */
export interface PayPeriod {
	/** Last date of the last closed pay period; empty when none is. */
	closedThrough: string;
	corrections: Corrections;
	lineDate: LineDate;
}

/**
 * Reads pay period and cut-off.
 * @throws Failure naming what is wrong
 */
export function readPayPeriod(place: string, value: unknown): PayPeriod {
	const section = readSection(place, value);
	refuseUnknown(place, section, ['closedThrough', 'corrections', 'lineDate']);
	return {
		closedThrough: optionalDate(`${place}, closedThrough`, section.closedThrough),
		corrections: oneOf<Corrections>(`${place}, corrections`, section.corrections, ['humanList', 'firstOpenDay', 'originalDate']),
		lineDate: oneOf<LineDate>(`${place}, lineDate`, section.lineDate, ['workDate', 'firstOfMonth', 'lastOfMonth']),
	};
}

/** The date that a line is posted on. */
export function lineDateOf({ lineDate }: PayPeriod, workDate: string): string {
	if (lineDate === 'firstOfMonth') return `${workDate.slice(0, 8)}01`;
	return lineDate === 'lastOfMonth' ? (DateTime.fromISO(workDate).endOf('month').toISODate() ?? workDate) : workDate;
}
