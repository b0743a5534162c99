import { addDays } from '../../../world/dates.ts';
import { clockHour, fullHour, HOUR } from '../../../world/linaTime.ts';
import type { LinaShift } from '../../../world/linaTypes.ts';

const SUNDAY = 7;

/** Minutes of presence within one hour of the local day. */
export interface PresentHour {
	/** When it begins, Unix seconds; a full hour of the clock. */
	readonly at: number;
	/** 0 to 23. */
	readonly hour: number;
	readonly minutes: number;
	/** Night 1: 20 to 24 and 4 to 6 o'clock. */
	readonly isEarlyOrLate: boolean;
	/** Night 2: 0 to 4 o'clock. */
	readonly isDeepNight: boolean;
	/** Sunday, and the night after it for those who began on it. */
	readonly isSunday: boolean;
	/** A holiday, and the night after it for those who began on it; then it is no Sunday (assumed). */
	readonly isHoliday: boolean;
}

/** The stretches of a shift: none of an absence, two of a split shift. */
export function stretchesOf({ von, bis, von2, bis2 }: Pick<LinaShift, 'von' | 'bis' | 'von2' | 'bis2'>): [from: number, to: number][] {
	const pairs: [number, number][] = [
		[von, bis],
		[von2, bis2],
	];
	return pairs.filter(([from, to]) => from !== 0 && to > from);
}

/**
 * A stretch cut at full hours of the clock, in order of time; in the night in which clocks go back an hour comes twice,
 * in that in which they go forward one is missing (lina.md 1.10, 5.4, 5.17). Times are Unix seconds.
 */
export function hoursOf([from, to]: readonly [from: number, to: number], isHoliday: (date: string) => boolean): PresentHour[] {
	const began = clockHour(from);
	const hours: PresentHour[] = [];
	for (let start = from; start < to; ) {
		const at = fullHour(start);
		const end = Math.min(to, at + HOUR);
		const { hour, weekday, date } = clockHour(at);
		const isDeepNight = hour < 4;
		const followsOn = isDeepNight && date === addDays(began.date, 1);
		const onHoliday = isHoliday(date) || (followsOn && isHoliday(began.date));
		hours.push({
			at,
			hour,
			minutes: (end - start) / 60,
			isEarlyOrLate: hour >= 20 || (hour >= 4 && hour < 6),
			isDeepNight,
			isSunday: !onHoliday && (weekday === SUNDAY || (followsOn && began.weekday === SUNDAY)),
			isHoliday: onHoliday,
		});
		start = end;
	}
	return hours;
}
