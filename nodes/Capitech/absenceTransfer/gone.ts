import type { DateWindow } from '../../kit/dateWindows';
import { areTooManyGone } from '../../kit/goneAtOnce';
import type { Remembered } from './material';
import { mayStand } from './memory';
import type { OpusAbsence } from './record';
import { absenceKeyOf } from './record';

const liesWithin = ({ fromDate, toDate }: OpusAbsence, { from, to }: DateWindow): boolean => fromDate >= from && toDate <= to;

/** Whether all days of what may stand were read. */
export const isWithin = ({ memory }: Remembered, window: DateWindow): boolean => mayStand(memory).every((record) => liesWithin(record, window));

/** Whether any day of it was read. */
export const touches = ({ memory }: Remembered, { from, to }: DateWindow): boolean => mayStand(memory).some(({ fromDate, toDate }) => fromDate <= to && toDate >= from);

/** Whether what stands and what was read are the same as far as the period goes; ends outside it are not compared. */
function agree(standing: OpusAbsence, read: OpusAbsence, { from, to }: DateWindow): boolean {
	const sameNature = (['employeeNumber', 'type', 'relation', 'relationKey'] as const).every((field) => standing[field] === read[field]);
	const sameStart = standing.fromDate < from || (standing.fromDate === read.fromDate && standing.startTime === read.startTime);
	const sameEnd = standing.toDate > to || (standing.toDate === read.toDate && standing.endTime === read.endTime);
	return sameNature && sameStart && sameEnd;
}

const byDay = (one: OpusAbsence, other: OpusAbsence): number => one.fromDate.localeCompare(other.fromDate);

/** Whether the rows of an absence that reaches beyond the period agree with what was read of it. */
export function agreesWithin(rows: Remembered[], records: OpusAbsence[], window: DateWindow): boolean {
	const standing = rows.filter((row) => touches(row, window)).map(({ memory }) => memory);
	if (standing.some(({ state }) => state !== 'standing') || standing.length !== records.length) return false;
	const read = [...records].sort(byDay);
	return standing.map(({ record }) => record).sort(byDay).every((record, at) => agree(record, read[at], window));
}

/** Why absences are not deleted, where too many of those that are known are gone at once: the reading may have been too small. */
export function goneAtOnce(known: Remembered[], gone: Remembered[]): string | undefined {
	const count = (rows: Remembered[]) => new Set(rows.map(({ memory }) => absenceKeyOf(memory.origin))).size;
	const [missing, all] = [count(gone), count(known)];
	if (!areTooManyGone(missing, all)) return undefined;
	return `${missing} of ${all} absences are gone at once: allow many deletions if that is right`;
}
