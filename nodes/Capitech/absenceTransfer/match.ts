import type { Remembered } from './material';
import { targetOf } from './memory';
import { absenceKeyOf, isSame } from './record';
import type { Wanted } from './step';

/** What is to stand, and what may stand, of one employment. */
export interface Ledger {
	wanted: Wanted[];
	/** Rows that may be changed. */
	rows: Remembered[];
	/** Rows that are left alone: what stands by them still takes its place. */
	kept: Remembered[];
}

/** A record that is to stand, and the row by which it stands or was about to. */
export interface Match {
	wanted: Wanted;
	row: Remembered;
}

const isOwn = ({ absence }: Wanted, { memory }: Remembered): boolean => absenceKeyOf(absence) === absenceKeyOf(memory.origin);

function fits({ record }: Wanted, { memory }: Remembered): boolean {
	const target = targetOf(memory);
	return target !== undefined && isSame(target, record);
}

/**
 * Finds the records that stand as they should, or were about to. A row of the same absence goes first; that of another will do, so that an absence that was deleted
 * and entered again keeps its record: the payroll system could not tell the two apart.
 */
export function matchExactly({ wanted, rows, kept }: Ledger): { matches: Match[]; left: Ledger } {
	const matches: Match[] = [];
	const take = (among: Wanted[], mayTake: (of: Wanted, row: Remembered) => boolean): Wanted[] =>
		among.filter((of) => {
			const row = rows.find((candidate) => !matches.some((match) => match.row === candidate) && fits(of, candidate) && mayTake(of, candidate));
			if (row) matches.push({ wanted: of, row });
			return !row;
		});
	const withoutOwn = take(wanted, isOwn);
	const leftWanted = take(withoutOwn, () => true);
	const taken = new Set(matches.map(({ row }) => row));
	return { matches, left: { wanted: leftWanted, rows: rows.filter((row) => !taken.has(row)), kept } };
}

/** Pairs what is left of an absence, in the order of its days: such a row is changed into such a record. */
export function pairChanges({ wanted, rows }: Ledger): Match[] {
	const left = [...rows].filter(({ memory }) => memory.state === 'standing').sort(({ memory: one }, { memory: other }) => one.record.fromDate.localeCompare(other.record.fromDate));
	const pairs: Match[] = [];
	for (const of of [...wanted].sort((one, other) => one.record.fromDate.localeCompare(other.record.fromDate))) {
		const at = left.findIndex((row) => isOwn(of, row));
		if (at >= 0) pairs.push({ wanted: of, row: left.splice(at, 1)[0] });
	}
	return pairs;
}
