import type { OpusSoapClient } from '../soap/client';
import type { WriteResult } from '../soap/write';
import { makeWrite } from '../soap/write';
import type { Occurrence, Step } from './occurrence';
import { isAsWanted, isSameRecord, requestOf } from './occurrence';
import { SetAbsenceAttendance } from './operations';

/** What stands in the period of a change, read anew; undefined when it can't be read. */
export type ReadStanding = () => Promise<Occurrence[] | undefined>;

/** Whether a step was made, by what stands; undefined when that leaves it open. */
export function wasMade(step: Step, standing: Occurrence[]): boolean | undefined {
	const wanted = 'wanted' in step && standing.find((record) => isAsWanted(record, step.wanted));
	const original = 'original' in step && standing.find((record) => record !== wanted && isSameRecord(record, step.original));
	if (step.operation === 'INS') return Boolean(wanted);
	if (step.operation === 'DEL') return !original;
	return Boolean(wanted) === Boolean(original) ? undefined : Boolean(wanted);
}

/** Makes one write of absence. */
export async function makeStep(client: OpusSoapClient, step: Step, readStanding: ReadStanding): Promise<WriteResult> {
	return await makeWrite(client, { operation: SetAbsenceAttendance, values: requestOf(step) }, async () => {
		const standing = await readStanding();
		return standing && wasMade(step, standing);
	});
}
