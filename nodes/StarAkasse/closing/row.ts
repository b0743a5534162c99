import type { IDataObject } from 'n8n-workflow';

import { isDate } from '../../kit/dateWindows';
import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import { CLOSED } from '../record/hours';
import { dayOf, weekdayOf } from './day';

/** Which of an a-kasse's hours a closing is of. */
export const HOURS_KINDS = ['opening', 'phone'] as const;

export type HoursKind = (typeof HOURS_KINDS)[number];

/** How far a closing has come; while it is `closing` or `restoring` a write is under way, or was cut off. */
export const CLOSING_STATES = ['planned', 'closing', 'closed', 'restoring', 'restored', 'stopped'] as const;

export type ClosingState = (typeof CLOSING_STATES)[number];

/** Why a closing was stopped; '' for one that was not. */
export type StopReason =
	| ''
	/** No run came by in the night that it was for. */
	| 'missed'
	/** Somebody has changed the weekday while it was ours: their hours were kept. */
	| 'changed'
	/** There is a later one of the same date. */
	| 'replaced'
	/** What stands there could not be put back as it is. */
	| 'unreadable';

/** The hours of a date that differ from those of its weekday: one row of the data table `nordic_akasse_closings`. */
export interface Closing {
	/** Of the row; '' for one that is not kept yet. */
	id: string;
	akasseCode: string;
	/** `yyyy-MM-dd`. */
	date: string;
	kind: HoursKind;
	/** What holds on the date: `09:00-12:00, 13:00-15:00`, or `closed`. */
	hours: string;
	state: ClosingState;
	/** What stood on the weekday before, in the same form; '' before it is closed. */
	before: string;
	reason: StopReason;
}

const DATE_ADVICE = 'Enter a date of the calendar as yyyy-MM-dd.';

/** Where a row stands, for a message. */
const placeOf = ({ id, date }: IDataObject): string => `nordic_akasse_closings, row ${readText(id) || readText(date)}`;

/**
 * Reads a row of the table, or one that is to be added to it (without state: planned).
 * @throws Failure naming the column that is wrong
 */
export function readClosing(row: IDataObject): Closing {
	const place = placeOf(row);
	const [id, akasseCode, date, which, stated, reason] = [row.id, row.akasseKode, row.date, row.which, row.state, row.reason].map(readText);
	const kind = HOURS_KINDS.find((name) => name === which);
	const state = CLOSING_STATES.find((name) => name === (stated || 'planned'));
	if (!akasseCode) throw badInput(`${place}, akasseKode`, 'is empty', 'Enter the code of the a-kasse.');
	if (!isDate(date)) throw badInput(`${place}, date`, 'is not a date of the calendar', DATE_ADVICE);
	if (!kind) throw badInput(`${place}, which`, 'is none of its values', `Use ${HOURS_KINDS.join(' or ')}.`);
	if (!state) throw badInput(`${place}, state`, 'is none of its values', `Use ${CLOSING_STATES.join(', ')}.`);
	const [hours, stood] = [readText(row.hours), readText(row.before)];
	if (!hours) throw badInput(`${place}, hours`, 'is empty', `Enter the hours of the date as 09:00-12:00, 13:00-15:00, or ${CLOSED}.`);
	const read = (column: string, text: string): string => dayOf(`${place}, ${column}`, weekdayOf(date), text);
	const before = stood && read('before', stood);
	const isLive = state === 'closing' || state === 'closed' || state === 'restoring';
	if (isLive && !before) throw badInput(`${place}, before`, 'is empty', `Enter the hours that are to be put back, as 09:00-12:00, 13:00-15:00, or ${CLOSED}.`);
	return { id, akasseCode, date, kind, hours: read('hours', hours), state, before, reason: reason as StopReason };
}
