import { CATEGORY, type TimeCategory } from './timeCategories.ts';
import type { Random } from './random.ts';

/** One line of a registration: a category with its quantity (hours, or a count for piece supplements). */
export interface RegistrationLine {
	readonly category: TimeCategory;
	readonly qty: number;
}

/** A worked shift, in minutes from midnight of its first day. */
export interface Shift {
	readonly start: number;
	readonly end: number;
	readonly duty: Duty;
	readonly lines: readonly RegistrationLine[];
}

/** A planned duty: the number and name Flow Plan or Classic Plan gives it. */
export interface Duty {
	readonly id: number;
	readonly code: string;
	readonly name: string;
	readonly start: number;
}

const HOUR = 60;
const EVENING = { from: 17 * HOUR, to: 22 * HOUR };
const NIGHT = { from: 22 * HOUR, to: 30 * HOUR };

const DAY_DUTY: Duty = { id: 186, code: 'D1', name: 'Dagvakt 07 - 15', start: 7 * HOUR };
const EVENING_DUTY: Duty = { id: 187, code: 'K1', name: 'Kveldsvakt 15 - 23', start: 15 * HOUR };
export const NIGHT_DUTY: Duty = { id: 188, code: 'N2', name: 'Nattevakt 22 - 06', start: 22 * HOUR };

/** Shift lengths in minutes; the shorter ones are part-time. */
const LENGTHS = [240, 300, 360, 450, 480, 480, 480, 480] as const;

/** Minutes as hours with two decimals, the way Capitech gives quantities. */
const toHours = (minutes: number): number => Math.round((minutes * 100) / HOUR) / 100;

const overlap = (start: number, end: number, window: { from: number; to: number }): number =>
	Math.max(0, Math.min(end, window.to) - Math.max(start, window.from));

function pickDuty(random: Random): Duty {
	const roll = random.next();
	if (roll < 0.55) return DAY_DUTY;
	return roll < 0.82 ? EVENING_DUTY : NIGHT_DUTY;
}

/**
 * A shift with its lines: ordinary hours, then overtime, and supplements that lie on top of them
 * (capitech.md 4.2). The ordinary quantity is less than the clock time by the unpaid break (4.3).
 */
export function makeShift(random: Random, isMonthlyPaid: boolean, isWeekend: boolean): Shift {
	const duty = pickDuty(random);
	const start = duty.start + random.whole(-12, 12);
	const planned = random.pick(LENGTHS) + random.whole(-4, 9);
	const pause = planned >= 330 ? 30 : 0;
	const overtime = random.chance(0.14) ? random.whole(15, 180) : 0;
	const end = start + planned + overtime;

	const lines: RegistrationLine[] = [
		{ category: isMonthlyPaid ? CATEGORY.monthly : CATEGORY.hourly, qty: toHours(planned - pause) },
	];
	if (overtime > 0) {
		const isDouble = isWeekend || duty === NIGHT_DUTY;
		lines.push({ category: isDouble ? CATEGORY.overtime100 : CATEGORY.overtime50, qty: toHours(overtime) });
		if (!isDouble && random.chance(0.5)) {
			lines.push({ category: CATEGORY.overtimeSupplement50, qty: toHours(overtime) });
		}
	}
	const evening = overlap(start, end, EVENING);
	if (evening > 0) lines.push({ category: CATEGORY.evening, qty: toHours(evening) });
	const night = overlap(start, end, NIGHT);
	if (night > 0) lines.push({ category: CATEGORY.night, qty: toHours(night) });
	if (isWeekend) lines.push({ category: CATEGORY.weekend, qty: toHours(end - start - pause) });
	return { start, end, duty, lines };
}
