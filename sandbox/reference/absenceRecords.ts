import type { AbsenceDay } from '../world/absenceDays.ts';
import { addDays } from '../world/dates.ts';
import type { Absence as OpusAbsence } from '../world/hrTypes.ts';

/** What tells one record of absence from another in Opus: there is no key, and nothing says who wrote it (kmd-opus.md 1.1). */
export type RecordIdentity = Pick<OpusAbsence, 'PersonnelNumber' | 'AbsenceAttendanceType' | 'StartDate' | 'EndDate' | 'StartTime' | 'EndTime'>;

/** A stretch of an absence as it is sent: a period with a time on its first and on its last day. */
export interface Stretch {
	readonly number: string;
	readonly type: string;
	readonly first: AbsenceDay;
	readonly last: AbsenceDay;
}

/** The stretches of days that are booked on one number and follow each other; days off between them do not part them. */
export function stretchesOf(days: readonly (readonly [day: AbsenceDay, number: string])[], type: string): Stretch[] {
	const stretches: Stretch[] = [];
	for (const [day, number] of days) {
		const before = stretches.at(-1);
		const goesOn = before?.number === number && before.last.endTime === null && day.startTime === null;
		if (goesOn) stretches[stretches.length - 1] = { ...before, last: day };
		else stretches.push({ number, type, first: day, last: day });
	}
	return stretches;
}

/** A stretch as the records that Opus holds of it: a first or a last day with a time stands by itself (kmd-opus.md 4.2). */
export function recordsOf({ number, type, first, last }: Stretch): RecordIdentity[] {
	const record = (StartDate: string, EndDate: string, StartTime: string | null, EndTime: string | null): RecordIdentity => ({
		PersonnelNumber: number,
		AbsenceAttendanceType: type,
		StartDate,
		EndDate,
		StartTime: StartTime ?? '',
		EndTime: EndTime ?? '',
	});
	if (first.date === last.date) return [record(first.date, first.date, first.startTime, first.endTime)];
	const from = first.startTime === null ? first.date : addDays(first.date, 1);
	const to = last.endTime === null ? last.date : addDays(last.date, -1);
	return [
		...(first.startTime === null ? [] : [record(first.date, first.date, first.startTime, null)]),
		...(from <= to ? [record(from, to, null, null)] : []),
		...(last.endTime === null ? [] : [record(last.date, last.date, null, last.endTime)]),
	];
}

/** The identity as one text. */
export function identityOf(of: RecordIdentity): string {
	return [of.PersonnelNumber, of.AbsenceAttendanceType, of.StartDate, of.StartTime, of.EndDate, of.EndTime].join('|');
}
