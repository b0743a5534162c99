import { addDays, daysBetween, isWeekend } from '../../../world/dates.ts';
import type { Absence, WorkSchedule } from '../../../world/hrTypes.ts';

const DAY_MINUTES = 24 * 60;
const ORDINARY_DAY = { start: 8 * 60, hours: 7.4 };

/** Planned time of a day: from and to in minutes from midnight (past 24 h over midnight), and the hours that count. */
interface Shift {
	readonly from: number;
	readonly to: number;
	readonly hours: number;
}

/** What an absence comes to. */
export interface Extent {
	readonly hours: number;
	/** Planned days, a part of one as a fraction. */
	readonly days: number;
	readonly calendarDays: number;
}

/** Minutes from midnight of `HH:mm:ss`. */
export function minutesOf(time: string): number {
	const [hours, minutes, seconds] = time.split(':').map(Number);
	return hours * 60 + minutes + seconds / 60;
}

/** From and to of times in a day; an end that is not after the start lies on the next day. */
export function spanOf(startTime: string, endTime: string): { from: number; to: number } {
	const from = minutesOf(startTime);
	const to = minutesOf(endTime);
	return { from, to: to > from ? to : to + DAY_MINUTES };
}

function toShift({ StartTime, EndTime, Hours }: WorkSchedule): Shift {
	if (StartTime === '' || EndTime === '') {
		const hours = Number(Hours);
		return { from: ORDINARY_DAY.start, to: ORDINARY_DAY.start + hours * 60, hours };
	}
	const { from, to } = spanOf(StartTime, EndTime);
	return { from, to, hours: Hours === '' ? (to - from) / 60 : Number(Hours) };
}

/** Rounded to the two decimals that Opus gives. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The dates from one to another, both included. */
export function datesOf({ StartDate, EndDate }: Pick<Absence, 'StartDate' | 'EndDate'>): string[] {
	return Array.from({ length: daysBetween(StartDate, EndDate) + 1 }, (_, index) => addDays(StartDate, index));
}

/**
 * The planned time of one employee: 7.40 hours from 08:00 on weekdays (37 a week), unless work schedules (mødetider)
 * name the day. Absences are measured by it whenever they are read, so that a changed schedule changes them.
 */
export class WorkPlan {
	readonly #schedules: readonly WorkSchedule[];

	constructor(schedules: readonly WorkSchedule[]) {
		this.#schedules = schedules;
	}

	/** What an absence comes to in all, or a presence: with both times that counts by the clock. */
	extentOf(absence: Absence, isPresence: boolean): Extent {
		const parts = datesOf(absence).map((date) => this.extentOn(date, absence));
		if (isPresence && absence.StartTime !== '' && absence.EndTime !== '') {
			const hours = rounded((minutesOf(absence.EndTime) - minutesOf(absence.StartTime)) / 60);
			return { hours, days: rounded(parts[0].days), calendarDays: 1 };
		}
		const total = (of: 'hours' | 'days'): number => rounded(parts.reduce((sum, part) => sum + part[of], 0));
		return { hours: total('hours'), days: total('days'), calendarDays: parts.length };
	}

	/** What it comes to on one of its dates. A time left out is the working day's own begin or end. */
	extentOn(date: string, { StartTime, EndTime }: Pick<Absence, 'StartTime' | 'EndTime'>): Omit<Extent, 'calendarDays'> {
		const from = StartTime === '' ? 0 : minutesOf(StartTime);
		const to = EndTime === '' ? Infinity : minutesOf(EndTime);
		const shifts = this.#shiftsOn(date);
		const planned = shifts.reduce((sum, shift) => sum + shift.hours, 0);
		const hours = shifts.reduce((sum, shift) => sum + share(shift, from, to), 0);
		return { hours, days: planned === 0 ? 0 : hours / planned };
	}

	#shiftsOn(date: string): Shift[] {
		const named = this.#schedules.filter(({ StartDate, EndDate }) => StartDate <= date && date <= EndDate);
		if (named.length > 0) return named.map(toShift);
		if (isWeekend(date)) return [];
		const { start, hours } = ORDINARY_DAY;
		return [{ from: start, to: start + hours * 60, hours }];
	}
}

/** The hours of a shift that lie in a stretch of the day; pauses are spread evenly. */
function share({ from, to, hours }: Shift, start: number, end: number): number {
	const overlap = Math.min(to, end) - Math.max(from, start);
	return overlap <= 0 || to === from ? 0 : (hours * overlap) / (to - from);
}
