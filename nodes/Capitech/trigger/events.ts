import type { TimeTransaction } from '../time/row';
import type { Memory, Remembered } from './memory';
import { approvedLevelsOf, contentHash, entryOf, memoryKey, recall } from './memory';
import type { TimeEvent, TriggerSettings } from './settings';
import { EVENTS } from './settings';

/** Something to be told: a row, what happened to it, and how it was remembered. */
export interface Change {
	row: TimeTransaction;
	/** Those of its events that are wanted, the most telling first. */
	events: TimeEvent[];
	before?: Remembered;
}

/**
 * What happened to a row since it was last seen. The last state counts, not a set of states seen: a quantity that comes back to what it was is a change again.
 * Approved hours whose content changed are approved anew, also where the change did not take the approval away. Other levels than the one that counts say nothing.
 */
export function eventsOf(row: TimeTransaction, before: Remembered | undefined, level: number): TimeEvent[] {
	if (row.isDeleted) return before ? ['deleted'] : [];
	const isApproved = approvedLevelsOf(row).includes(level);
	const wasApproved = before?.approvedLevels.includes(level) === true;
	const isSame = before?.hash === contentHash(row);
	const happened: Record<TimeEvent, boolean> = {
		deleted: false,
		unapproved: wasApproved && !isApproved,
		approved: isApproved && !(wasApproved && isSame),
		changed: before !== undefined && !isSame,
		created: before === undefined,
	};
	return EVENTS.filter((event) => happened[event]);
}

/** Puts a row as it stands in the place of what was remembered of it. */
export function remember(memory: Memory, row: TimeTransaction, today: string): void {
	if (row.isDeleted) delete memory[memoryKey(row)];
	else memory[memoryKey(row)] = entryOf(row, today);
}

/** What is told of rows, by those of their events that are wanted; a row that none happened to is left out. */
export function changeOf(row: TimeTransaction, before: Remembered | undefined, { events, level }: Pick<TriggerSettings, 'events' | 'level'>): Change[] {
	const wanted = eventsOf(row, before, level).filter((event) => events.has(event));
	return wanted.length ? [{ row, events: wanted, before }] : [];
}

/**
 * Compares rows with what is remembered, and remembers them.
 * @param isTold whether a row that was never seen is told; one that isn't is taken as known
 */
export function tellRows(memory: Memory, rows: TimeTransaction[], settings: TriggerSettings, today: string, isTold: (row: TimeTransaction) => boolean = () => true): Change[] {
	return rows.flatMap((row) => {
		const before = recall(memory[memoryKey(row)]);
		remember(memory, row, today);
		return before || isTold(row) ? changeOf(row, before, settings) : [];
	});
}
