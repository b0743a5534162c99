import { ABSENCE_CODES } from './absenceTypes.ts';
import { addDays } from './dates.ts';
import type { Absence, CapitechEmployee } from './types.ts';

/** What an employee's week is read from. */
export type Worker = Pick<CapitechEmployee, 'employeeId' | 'wageGroupId'>;

/** One day of an absence, before it is dressed for the wire. */
export interface AbsenceDay {
	readonly date: string;
	readonly startTime: string | null;
	readonly endTime: string | null;
	readonly hours: number;
	readonly paidHours: number;
}

/** Hours by weekday, Sunday first: office week, four long days, and a week with its Saturday. */
const WEEKS: readonly (readonly number[])[] = [
	[0, 7.5, 7.5, 7.5, 7.5, 7.5, 0],
	[0, 9, 9, 9, 9, 0, 0],
	[0, 0, 7, 7, 7, 7, 7],
];
const MONTHLY_WAGE_GROUP = 2;
const START_OF_DAY = 8;

const toCents = (hours: number): number => Math.round(hours * 100) / 100;

/** Hours an employee is due to work on a date; monthly paid people have the office week. */
export function hoursDue({ employeeId, wageGroupId }: Worker, date: string): number {
	const week = WEEKS[wageGroupId === MONTHLY_WAGE_GROUP ? 0 : employeeId % WEEKS.length];
	return week[new Date(`${date}T00:00:00Z`).getUTCDay()];
}

/** `12:30:00` as 12.5. */
function clockHours(time: string): number {
	const [hours, minutes] = time.split(':').map(Number);
	return hours + minutes / 60;
}

function dayOf(absence: Absence, worker: Worker, date: string): AbsenceDay {
	const startTime = date === absence.fromDate ? absence.startTime : null;
	const endTime = date === absence.endDate ? absence.endTime : null;
	const due = hoursDue(worker, date);
	const from = Math.max(START_OF_DAY, startTime === null ? START_OF_DAY : clockHours(startTime));
	const to = Math.min(START_OF_DAY + due, endTime === null ? START_OF_DAY + due : clockHours(endTime));
	const hours = toCents((Math.max(0, to - from) * absence.absencePercent) / 100);
	return { date, startTime, endTime, hours, paidHours: ABSENCE_CODES.get(absence.absenceCode)?.paid === true ? hours : 0 };
}

/**
 * The days of an absence within a period, both ends included; one without an end lasts as long as the period. Days
 * off are left out unless `allDays`.
 */
export function daysOf(
	absence: Absence,
	worker: Worker,
	period: { readonly from: string; readonly to: string },
	allDays = false,
): AbsenceDay[] {
	const first = absence.fromDate > period.from ? absence.fromDate : period.from;
	const end = absence.endDate ?? period.to;
	const last = end < period.to ? end : period.to;
	const days: AbsenceDay[] = [];
	for (let date = first; date <= last; date = addDays(date, 1)) {
		if (allDays || hoursDue(worker, date) > 0) days.push(dayOf(absence, worker, date));
	}
	return days;
}

/** Hours of the whole absence; null while it has no end. */
export function hoursOf(absence: Absence, worker: Worker): number | null {
	if (absence.endDate === null) return null;
	const days = daysOf(absence, worker, { from: absence.fromDate, to: absence.endDate });
	return toCents(days.reduce((sum, day) => sum + day.hours, 0));
}
