import type { Failure } from '../../kit/failure';
import type { OutcomeMessage } from '../../kit/outcome';
import type { OpusSoapClient } from '../soap/client';
import { readReturnStatus } from '../soap/returnStatus';
import type { Occurrence, Step } from './occurrence';
import { isAsWanted, isSameRecord, requestOf } from './occurrence';
import { SetAbsenceAttendance } from './operations';

/** What came of a step. */
export type StepResult =
	| { kind: 'made'; messages: OutcomeMessage[] }
	/** The service said no. */
	| { kind: 'refused'; messages: OutcomeMessage[] }
	/** It did not come to it. */
	| { kind: 'notMade'; failure: Failure }
	/** Sent, and not known whether it was acted upon. */
	| { kind: 'unknown'; failure: Failure };

/** What stands in the period of a change, read anew; undefined when it can't be read. */
export type ReadStanding = () => Promise<Occurrence[] | undefined>;

/** How often a step is sent whose answers get lost, each time after reading showed that it was not made. */
const MAX_SENDS = 3;

/** Whether a step was made, by what stands; undefined when that leaves it open. */
function wasMade(step: Step, standing: Occurrence[]): boolean | undefined {
	const wanted = 'wanted' in step && standing.find((record) => isAsWanted(record, step.wanted));
	const original = 'original' in step && standing.find((record) => record !== wanted && isSameRecord(record, step.original));
	if (step.operation === 'INS') return Boolean(wanted);
	if (step.operation === 'DEL') return !original;
	return Boolean(wanted) === Boolean(original) ? undefined : Boolean(wanted);
}

/**
 * Makes one write. It carries no key by which the service would know a repeat: after a lost answer the period is read, and only what is not there is sent again
 * (contract, section 4.5).
 */
export async function makeStep(client: OpusSoapClient, step: Step, readStanding: ReadStanding): Promise<StepResult> {
	for (let sends = 1; ; sends++) {
		const result = await client.send(SetAbsenceAttendance, requestOf(step), 'never');
		if (result.kind === 'answer') {
			const { messages, refused } = readReturnStatus(result.root);
			return { kind: refused ? 'refused' : 'made', messages };
		}
		const { failure, mayHaveActed } = result;
		if (!mayHaveActed) return { kind: 'notMade', failure };
		const standing = await readStanding();
		const made = standing && wasMade(step, standing);
		if (made === undefined) return { kind: 'unknown', failure };
		if (made) return { kind: 'made', messages: [] };
		if (sends === MAX_SENDS) return { kind: 'notMade', failure };
	}
}
