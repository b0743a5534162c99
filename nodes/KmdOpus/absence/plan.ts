import { datesIn } from '../../kit/dateWindows';
import type { Occurrence, Step } from './occurrence';
import { isAsWanted, isSameRecord } from './occurrence';

/** An original and the record that takes its place. */
type Pair = [original: Occurrence, wanted: Occurrence];

/** What an end of a record is: several pairs of first days with a time may otherwise look alike. */
const shapeOf = ({ startTime, endTime }: Occurrence): string => `${startTime !== ''} ${endTime !== ''}`;

const sharedDays = (one: Occurrence, other: Occurrence): number => {
	const from = one.startDate > other.startDate ? one.startDate : other.startDate;
	const to = one.endDate < other.endDate ? one.endDate : other.endDate;
	return Math.max(0, datesIn({ from, to }));
};

/** How well an original and a wanted record fit: a part of the same kind before all, then the days they share. */
const fit = ([original, wanted]: Pair): number => (shapeOf(original) === shapeOf(wanted) ? 1e6 : 0) + sharedDays(original, wanted);

/** All ways to pair two lists in their order, as many pairs as there can be. */
function pairings(originals: Occurrence[], wanted: Occurrence[]): Pair[][] {
	if (!originals.length || !wanted.length) return [[]];
	const [original, ...laterOriginals] = originals;
	const [first, ...laterWanted] = wanted;
	const paired = pairings(laterOriginals, laterWanted).map((rest): Pair[] => [[original, first], ...rest]);
	if (originals.length > wanted.length) return [...paired, ...pairings(laterOriginals, wanted)];
	if (originals.length < wanted.length) return [...paired, ...pairings(originals, laterWanted)];
	return paired;
}

const total = (pairs: Pair[]): number => pairs.reduce((sum, pair) => sum + fit(pair), 0);

const best = (candidates: Pair[][]): Pair[] => candidates.reduce((one, other) => (total(other) > total(one) ? other : one));

const overlap = (one: Occurrence, other: Occurrence): boolean => sharedDays(one, other) > 0;

/** Whether a step must wait for another: it would make a record on days that the other is still to free. */
const waitsFor = (step: Step, other: Step): boolean =>
	step !== other && step.operation !== 'DEL' && other.operation !== 'INS' && overlap(step.wanted, other.original);

/**
 * Puts steps in an order in which no record is made on a day where an old one still stands. There is one: originals and wanted records are paired in the order
 * of their days, so that of two steps only one can wait for the other.
 */
function inOrder(steps: Step[]): Step[] {
	const left = [...steps];
	const ordered: Step[] = [];
	while (left.length) {
		const next = left.findIndex((step) => !left.some((other) => waitsFor(step, other)));
		ordered.push(...left.splice(Math.max(0, next), 1));
	}
	return ordered;
}

const without = (records: Occurrence[], pairs: Pair[]): Occurrence[] => records.filter((record) => !pairs.flat().includes(record));

const byDay = (one: Occurrence, other: Occurrence): number => one.startDate.localeCompare(other.startDate);

/**
 * The writes that turn some records into others (contract, section 1.1): a record that stays is left alone, one in the place of another is a change (MOD),
 * what is over is taken away (DEL), what is new is made (INS).
 * @param originals what stands; its records share no day
 * @param wanted    what is to stand; its records share no day
 * @returns in the order in which they are to be made
 */
export function planSteps(originals: Occurrence[], wanted: Occurrence[]): Step[] {
	const staying = originals.flatMap((original): Pair[] => wanted.filter((record) => isSameRecord(original, record)).map((record) => [original, record]));
	const [leaving, coming] = [without(originals, staying), without(wanted, staying)];
	const replacing = best(pairings(leaving.sort(byDay), coming.sort(byDay)));
	const changes = [...staying.filter(([original, record]) => !isAsWanted(original, record)), ...replacing];
	return inOrder([
		...without(leaving, replacing).map((original): Step => ({ operation: 'DEL', original })),
		...changes.map(([original, record]): Step => ({ operation: 'MOD', original, wanted: record })),
		...without(coming, replacing).map((record): Step => ({ operation: 'INS', wanted: record })),
	]);
}
