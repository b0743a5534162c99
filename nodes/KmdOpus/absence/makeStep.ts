import type { OpusSoapClient } from '../soap/client';
import type { WriteResult } from '../soap/write';
import { makeWrite } from '../soap/write';
import type { Occurrence, Step } from './occurrence';
import { isAsWanted, isSameRecord, requestOf } from './occurrence';
import { SetAbsenceAttendance } from './operations';

/** What stands in the period of a change, read anew; undefined when it can't be read. */
export type ReadStanding = () => Promise<Occurrence[] | undefined>;

/** How many records there are of those that a step would make, and of those that it would take away: the same record may stand several times. */
function countOf(step: Step, records: Occurrence[]): { wanted: number; original: number } {
	const wanted = records.filter((record) => 'wanted' in step && isAsWanted(record, step.wanted));
	const original = records.filter((record) => 'original' in step && !wanted.includes(record) && isSameRecord(record, step.original));
	return { wanted: wanted.length, original: original.length };
}

/**
 * Whether a step was made, by what stands; undefined when that leaves it open.
 * @param before what stood before; undefined where it was not read, and each record is taken to have stood once at most
 */
export function wasMade(step: Step, standing: Occurrence[], before: Occurrence[] | undefined): boolean | undefined {
	const then = before ? countOf(step, before) : { wanted: 0, original: 1 };
	const now = countOf(step, standing);
	const isThere = now.wanted > then.wanted;
	const isGone = now.original < then.original;
	if (step.operation === 'INS') return isThere;
	if (step.operation === 'DEL') return isGone;
	return isThere === isGone ? isThere : undefined;
}

/** Makes one write of absence. */
export async function makeStep(client: OpusSoapClient, step: Step, before: Occurrence[] | undefined, readStanding: ReadStanding): Promise<WriteResult> {
	return await makeWrite(client, { operation: SetAbsenceAttendance, values: requestOf(step) }, async () => {
		const standing = await readStanding();
		return standing && wasMade(step, standing, before);
	});
}
