import type { Match, Ledger } from './match';
import { pairChanges } from './match';
import type { Remembered } from './material';
import type { Memory } from './memory';
import { mayStand } from './memory';
import type { OpusAbsence } from './record';
import { overlaps } from './record';
import type { Step, Wanted } from './step';
import { stepOfRow } from './step';

/** Begins a row for a new record of an absence. */
export type NewRow = (wanted: Wanted) => Memory;

/** So often the same write is begun. */
const MOST_ATTEMPTS = 2;

const begun = (memory: Memory, write: Pick<Memory, 'step' | 'record' | 'original'>): Memory => ({ ...memory, ...write, state: 'pending', revision: memory.revision + 1, attempt: 1 });

const again = (memory: Memory): Memory => ({ ...memory, attempt: memory.attempt + 1 });

/** Takes away what a row may have left behind. After a change without an end that is the new record first; what stood before it follows in the next run. */
const undone = (memory: Memory): Memory =>
	memory.step === 'delete' ? again(memory) : { ...memory, step: 'delete', revision: memory.revision + 1, attempt: memory.attempt + 1 };

const withMemory = (row: Remembered, memory: Memory): Remembered => ({ ...row, memory });

/** What stands as it should, or is tried once more: a write that is repeated finds what it did before. Where that settled nothing it is undone, and begun anew. */
function settle({ wanted, row }: Match): Step {
	const { memory } = row;
	if (memory.state === 'standing') return stepOfRow('unchanged', row, null, wanted.absence);
	const next = memory.attempt < MOST_ATTEMPTS ? again(memory) : undone(memory);
	return stepOfRow(next.step, withMemory(row, next), 'It is not known how the write before ended', wanted.absence);
}

/** Whether a change puts its record on days that another one is to free. */
const waitsFor = ({ wanted, row }: Match, other: Match): boolean => row !== other.row && overlaps(wanted.record, other.row.memory.record);

/** Changes that wait for each other in a ring. */
function ringOf(changes: Match[]): Match[] {
	const inRing = changes.filter((change) => changes.some((other) => waitsFor(change, other)) && changes.some((other) => waitsFor(other, change)));
	return inRing.length === changes.length ? changes : ringOf(inRing);
}

/** The reference of what still takes the place of a record, if anything does; its own row doesn't count. */
function blockerOf(record: OpusAbsence, own: Remembered | undefined, leaving: Remembered[]): string | undefined {
	const blocker = leaving.find((row) => row !== own && mayStand(row.memory).some((standing) => overlaps(standing, record)));
	return blocker?.memory.reference;
}

const waits = (reference: string): string => `It waits until ${reference} is settled, whose days it takes`;

/**
 * The steps of one employment: what takes records away first, then changes, then new ones. A record is only written on days that nothing else takes up any more, and
 * waits for the next run otherwise: the payroll system has no key to tell apart two records that are alike. Pure.
 */
export function stepsFor(matches: Match[], left: Ledger, newRow: NewRow, absenceOf: (row: Remembered) => Wanted['absence'] | undefined): Step[] {
	const changes = pairChanges(left);
	const [ringed] = ringOf(changes);
	const leaving = [...left.rows, ...left.kept, ...matches.map(({ row }) => row).filter(({ memory }) => memory.state === 'pending')];
	const changed = new Set(changes.map(({ row }) => row));
	const placed = new Set(changes.map(({ wanted }) => wanted));

	const removals = left.rows
		.filter((row) => !changed.has(row))
		.map((row) => {
			const { memory } = row;
			const next = memory.state === 'pending' ? undone(memory) : begun(memory, { step: 'delete', record: memory.record, original: null });
			return stepOfRow('delete', withMemory(row, next), null, absenceOf(row));
		});
	const updates = changes.map((change): Step => {
		const { wanted, row } = change;
		if (change === ringed) return stepOfRow('delete', withMemory(row, begun(row.memory, { step: 'delete', record: row.memory.record, original: null })), 'It changes places with another', wanted.absence);
		const blocker = blockerOf(wanted.record, row, leaving);
		if (blocker) return stepOfRow('later', row, waits(blocker), wanted.absence);
		return stepOfRow('update', withMemory(row, begun(row.memory, { step: 'update', record: wanted.record, original: row.memory.record })), null, wanted.absence);
	});
	const creations = left.wanted
		.filter((wanted) => !placed.has(wanted))
		.map((wanted): Step => {
			const { absence, record } = wanted;
			const blocker = blockerOf(record, undefined, leaving);
			const step = { of: absence, absence, from: absence.from };
			return blocker ? { ...step, name: 'later', reason: waits(blocker), record } : { ...step, name: 'create', reason: null, memory: newRow(wanted) };
		});
	return [...removals, ...matches.map(settle), ...updates, ...creations];
}
