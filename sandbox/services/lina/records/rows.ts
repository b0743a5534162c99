import { clockHour, HOUR } from '../../../world/linaTime.ts';
import type { LinaShift, LinaUser } from '../../../world/linaTypes.ts';
import { makeRandom } from '../../../world/random.ts';
import { sumOf, toHundredths, type HourCost, type ShiftCost } from './cost.ts';
import { hourMap, type EmptyMap } from './json.ts';
import { stretchesOf } from './presence.ts';

/** How rows are written; the sandbox's switches of the same names. */
export interface RowStyle {
	readonly plainShiftPair: 'second' | 'first';
	readonly surchargeNames: 'h_zuschl' | 'h_zuschlag';
	readonly endBucket: 'exclusive' | 'inclusive';
	readonly stundenkostenEmpty: EmptyMap;
	readonly emptyHours: EmptyMap;
}

/** A shift with whose it is and what it costs. */
export interface CostedShift {
	readonly shift: LinaShift;
	readonly user: Pick<LinaUser, 'userUuid'>;
	readonly cost: ShiftCost;
}

/** A row on the wire: no id, no name (lina.md 5.2). */
export type Row = Record<string, unknown>;

const SLOTS = ['25', '40', '50', '51'] as const;

/** Times, break, days of absence and area (lina.md 1.3); a plain shift sits in the pair that the style says (lina.md 5.8). */
export function timesOf(shift: LinaShift, { plainShiftPair }: RowStyle): Row {
	const [first = [0, 0], second = [0, 0]] = stretchesOf(shift);
	const movesOver = plainShiftPair === 'second' && second[0] === 0;
	const [[von, bis], [von2, bis2]] = movesOver ? [second, first] : [first, second];
	return { von, bis, von2, bis2, pause: shift.pause, tage: shift.tage, bereich: shift.bereich };
}

/** Hours, surcharges and money (lina.md 1.2) of shifts taken together; the fourth slot shows in the changes only. */
export function amountsOf(costs: readonly ShiftCost[], { surchargeNames }: RowStyle, withHolidays = false): Row {
	const total = (value: (of: ShiftCost) => number): number => toHundredths(sumOf(costs, value));
	const slots = withHolidays ? SLOTS : SLOTS.slice(0, -1);
	return {
		h_brutto: total((of) => of.hours),
		...Object.fromEntries(slots.map((slot, index) => [`${surchargeNames}_${slot}`, total((of) => of.surcharges[index])])),
		brutto: total((of) => of.brutto),
		lohnkosten: total((of) => of.lohnkosten),
	};
}

/**
 * The hours of a shift as the service counts them: where the end counts, a stretch that ends at a full hour has a part
 * in that hour as large as in the one before (lina.md 5.7).
 */
export function countedHours({ shift, cost }: CostedShift, { endBucket }: RowStyle): HourCost[] {
	if (endBucket === 'exclusive') return [...cost.byHour];
	const ends = new Set(stretchesOf(shift).map(([, to]) => to - HOUR));
	return cost.byHour.flatMap((of) => (ends.has(of.at) ? [of, { ...of, at: of.at + HOUR, hour: clockHour(of.at + HOUR).hour }] : [of]));
}

/** Adds up by hour, in the order in which the hours come. */
export function addUp(hours: readonly HourCost[], value: (of: HourCost) => number): Map<number, number> {
	const sums = new Map<number, number>();
	for (const of of hours) sums.set(of.hour, (sums.get(of.hour) ?? 0) + value(of));
	return sums;
}

/** A row of userdataperday (lina.md 1.4), with the fourth slot a row of userdataperdaydelta (lina.md 1.5). */
export function fullRow(of: CostedShift, style: RowStyle, withHolidays = false): Row {
	const costs = addUp(countedHours(of, style), ({ cost }) => cost);
	const rounded = new Map([...costs].map(([hour, cost]) => [hour, toHundredths(cost)]));
	return {
		...timesOf(of.shift, style),
		...amountsOf([of.cost], style, withHolidays),
		stundenkosten: hourMap(rounded, style.stundenkostenEmpty),
	};
}

/** The same list in an order that says nothing: always the same for the same text, another for another (lina.md 5.2). */
export function shuffled<T>(list: readonly T[], text: string): T[] {
	let hash = 0x811c9dc5;
	for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
	const random = makeRandom(hash);
	return list
		.map((of) => [random.next(), of] as const)
		.sort(([one], [other]) => one - other)
		.map(([, of]) => of);
}
