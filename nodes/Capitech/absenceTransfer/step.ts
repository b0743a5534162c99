import type { Absence } from './days';
import type { Memory, WriteStep } from './memory';
import type { Remembered } from './material';
import type { OpusAbsence, Origin } from './record';

/** What is to be done about an absence, or one of its records. */
export type StepName =
	| WriteStep
	/** It stands as it should. */
	| 'unchanged'
	/** Nothing is to stand, and nothing does. */
	| 'skipped'
	/** Another run will do it: it is not approved yet, or something must give way first. */
	| 'later'
	/** Somebody has to look at it; it is left alone. */
	| 'human';

/** One step of the plan. */
export interface Step {
	name: StepName;
	reason: string | null;
	of: Pick<Origin, 'clientId' | 'absenceId'>;
	/** The absence as it was read; undefined where it is gone. */
	absence?: Absence;
	/** The row of the memory: for a write as it is to be while the write is under way, else as it is. */
	memory?: Memory;
	/** The record that it is about, where no memory says so. */
	record?: OpusAbsence;
	/** The items it comes from. */
	from: number[];
}

/** A record that is to stand. */
export interface Wanted {
	absence: Absence;
	record: OpusAbsence;
	/** The employment that it is of. */
	employment: string;
}

/** A step about an absence as a whole. */
export const stepOf = (name: StepName, absence: Absence, reason: string | null): Step => ({ name, reason, of: absence, absence, from: absence.from });

/** A step about a row of the memory. */
export const stepOfRow = (name: StepName, { memory, index }: Remembered, reason: string | null, absence?: Absence): Step => ({
	name,
	reason,
	of: memory.origin,
	absence,
	memory,
	from: absence ? [...absence.from, index] : [index],
});
