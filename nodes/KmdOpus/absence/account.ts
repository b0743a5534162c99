import type { IDataObject } from 'n8n-workflow';

import type { OutcomeName } from '../../kit/outcome';
import type { Occurrence, Step } from './occurrence';
import { isSameRecord, recordsOf } from './occurrence';

/** A record that a change is about, and whether it stands. */
export interface PartAccount extends IDataObject {
	type: string;
	startDate: string;
	endDate: string;
	startTime: string | null;
	endTime: string | null;
	/** The write that concerned it; null for none. */
	operation: Step['operation'] | null;
	/** `registered` and `unchanged` stand; `reversed`, `rejected` and `later` do not; of `unknown` only a human can tell. */
	outcome: OutcomeName;
}

/** How far a change came. */
export interface Progress {
	/** What stood before, and what stands now, of the records the change is about. */
	before: Occurrence[];
	now: Occurrence[];
	steps: Step[];
	/** The step that ended it. */
	stopped?: { step: Step; outcome: OutcomeName };
}

const isAbout = (step: Step, record: Occurrence): boolean => recordsOf(step).some((own) => isSameRecord(own, record));

function outcomeOf(record: Occurrence, isWanted: boolean, { before, now, stopped }: Progress): OutcomeName {
	const stood = before.find((other) => isSameRecord(other, record));
	const stands = now.find((other) => isSameRecord(other, record));
	const isStopped = stopped !== undefined && isAbout(stopped.step, record);
	if (isStopped && stopped.outcome === 'unknown') return 'unknown';
	if (stands) return stood?.relatedKey === stands.relatedKey ? 'unchanged' : 'registered';
	if (stood || !isWanted) return 'reversed';
	return isStopped ? stopped.outcome : 'later';
}

/**
 * Tells of each record that was to go or to come whether it stands.
 * @param originals what was to be replaced
 */
export function accountOf(originals: Occurrence[], wanted: Occurrence[], progress: Progress): PartAccount[] {
	const gone = originals.filter((record) => !wanted.some((other) => isSameRecord(other, record)));
	return [...gone, ...wanted]
		.sort((one, other) => one.startDate.localeCompare(other.startDate))
		.map((record) => ({
			type: record.type,
			startDate: record.startDate,
			endDate: record.endDate,
			startTime: record.startTime || null,
			endTime: record.endTime || null,
			operation: progress.steps.find((step) => isAbout(step, record))?.operation ?? null,
			outcome: outcomeOf(record, wanted.includes(record), progress),
		}));
}
