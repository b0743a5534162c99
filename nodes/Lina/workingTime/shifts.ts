import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { ZONE } from '../dates';
import { numberIn, unreadable } from '../wire';

/** A time that was worked: ISO with the offset of Berlin, and the seconds since 1970 as they came. One that goes on has no end yet. */
export interface Shift extends IDataObject {
	from: string;
	to: string | null;
	fromUnix: number;
	toUnix: number | null;
}

/** The wire fields of a shift and of the second part of a split one (Teildienst). */
const PAIRS = [
	['von', 'bis'],
	['von2', 'bis2'],
] as const;

/** A point in time on the wall clock in Berlin, with its offset: an hour that comes twice is told apart by it. */
const inBerlin = (unix: number): string => DateTime.fromSeconds(unix, { zone: ZONE }).toISO({ suppressMilliseconds: true }) ?? '';

function shiftOf(row: IDataObject, [from, to]: readonly [string, string], where: string): Shift[] {
	const [fromUnix, toUnix] = [from, to].map((field) => numberIn({ [field]: 0, ...row }, field, where));
	/* 0 is no time, not the beginning of 1970 (contract, section 5, point 8). */
	if (fromUnix === 0 && toUnix === 0) return [];
	const isEnded = toUnix !== 0;
	if (!Number.isInteger(fromUnix) || !Number.isInteger(toUnix) || fromUnix <= 0 || (isEnded && toUnix < fromUnix)) throw unreadable(`The times ${from} and ${to} of ${where} are not those of a shift`);
	return [{ from: inBerlin(fromUnix), to: isEnded ? inBerlin(toUnix) : null, fromUnix, toUnix: isEnded ? toUnix : null }];
}

/**
 * The times of a row, the earliest first. A plain shift stands in either pair, a split one in both; a pair of zeros is none.
 * @throws Failure where a pair is something else than two times
 */
export const shiftsIn = (row: IDataObject, where: string): Shift[] => PAIRS.flatMap((pair) => shiftOf(row, pair, where)).sort((a, b) => a.fromUnix - b.fromUnix);
