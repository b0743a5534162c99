import type { LinaShift, LinaUser } from '../../../world/linaTypes.ts';
import { hoursOf, stretchesOf, type PresentHour } from './presence.ts';

/** What the employer pays on every euro of wage: social insurance and the rest (assumed). */
const EMPLOYER_FACTOR = 1.21;

/** Part of a shift within one hour. */
export interface HourCost {
	/** When the hour begins, Unix seconds. */
	readonly at: number;
	readonly hour: number;
	readonly minutes: number;
	/** EUR. */
	readonly cost: number;
}

/** What a shift amounts to; hours with two decimals, money in EUR (lina.md 1.10). */
export interface ShiftCost {
	/** Hours worked, net of the break. */
	readonly hours: number;
	/** Hours of presence in night 1, night 2, Sunday and holiday; the break is not taken off. */
	readonly surcharges: readonly [number, number, number, number];
	/** Wage without surcharges. */
	readonly brutto: number;
	/** What the employer pays, surcharges included. */
	readonly lohnkosten: number;
	/** Where these costs fall, in the order of time; they add up to `lohnkosten`. */
	readonly byHour: readonly HourCost[];
}

/** Rounded to cents, or to hundredths of an hour. */
export function toHundredths(value: number): number {
	return Math.round(value * 100) / 100;
}

/** The sum of what each of a list comes to. */
export function sumOf<T>(list: readonly T[], value: (of: T, index: number) => number): number {
	return list.reduce((sum, of, index) => sum + value(of, index), 0);
}

/** Slots of surcharge an hour falls in, as 0 and 1. */
const slotsOf = ({ isEarlyOrLate, isDeepNight, isSunday, isHoliday }: PresentHour): number[] =>
	[isEarlyOrLate, isDeepNight, isSunday, isHoliday].map(Number);

/** Deals an amount out by weight, to the cent: the parts add up to it. */
function dealOut(amount: number, weights: readonly number[]): number[] {
	const cents = Math.round(amount * 100);
	const whole = sumOf(weights, (weight) => weight);
	let weighed = 0;
	let given = 0;
	return weights.map((weight) => {
		weighed += weight;
		const upTo = Math.round((cents * weighed) / whole);
		const part = upTo - given;
		given = upTo;
		return part / 100;
	});
}

/** Who is paid, as far as costs go. */
export type Paid = Pick<LinaUser, 'hourlyWage' | 'surchargeRates'>;

/** What a shift costs; an absence, as the sandbox has it, nothing. */
export function costOf(shift: LinaShift, { hourlyWage, surchargeRates }: Paid, isHoliday: (date: string) => boolean): ShiftCost {
	const present = stretchesOf(shift).flatMap((stretch) => hoursOf(stretch, isHoliday));
	const minutes = sumOf(present, (of) => of.minutes);
	const hours = toHundredths(Math.max(0, minutes - shift.pause) / 60);
	const inSlot = (slot: number): number => toHundredths(sumOf(present, (of) => of.minutes * slotsOf(of)[slot]) / 60);
	const surcharges = [inSlot(0), inSlot(1), inSlot(2), inSlot(3)] as const;
	const brutto = toHundredths(hours * hourlyWage);
	const extra = sumOf(surchargeRates, (rate, slot) => rate * surcharges[slot] * hourlyWage);
	const lohnkosten = toHundredths((brutto + extra) * EMPLOYER_FACTOR);
	const weights = present.map((of) => of.minutes * (1 + sumOf(slotsOf(of), (is, slot) => is * surchargeRates[slot])));
	const costs = dealOut(lohnkosten, weights);
	const byHour = present.map(({ at, hour, minutes: within }, index) => ({ at, hour, minutes: within, cost: costs[index] }));
	return { hours, surcharges, brutto, lohnkosten, byHour };
}
