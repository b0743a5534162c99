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

/** Whether something of its type came onto the days of a new record: the service may have made it in another shape, or belonging to something else. */
function isInItsPlace({ wanted }: { wanted: Occurrence }, standing: Occurrence[], before: Occurrence[] = []): boolean {
	const inPlace = (records: Occurrence[]) => records.filter(({ type, startDate, endDate }) => type === wanted.type && startDate <= wanted.endDate && endDate >= wanted.startDate);
	return inPlace(standing).length > inPlace(before).length;
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
	if (step.operation === 'INS') return isThere || (isInItsPlace(step, standing, before) ? undefined : false);
	if (step.operation === 'DEL') return isGone;
	return isThere === isGone ? isThere : undefined;
}

/** What is known around a step, and how it is known anew. */
export interface Surroundings {
	/** What stood in the period of the change before; undefined where it was not read. */
	before: Occurrence[] | undefined;
	readStanding: ReadStanding;
	signal: AbortSignal | undefined;
}

/** Makes one write of absence. */
export async function makeStep(client: OpusSoapClient, step: Step, { before, readStanding, signal }: Surroundings): Promise<WriteResult> {
	return await makeWrite(client, { operation: SetAbsenceAttendance, values: requestOf(step), signal }, async () => {
		const standing = await readStanding();
		return standing && wasMade(step, standing, before);
	});
}
