import type { IDataObject } from 'n8n-workflow';

import { Failure, findFailure } from '../../kit/failure';
import type { StarClient } from '../../star/client';
import { isNotThere } from '../../star/failure';
import type { FilledPath } from '../../star/pathTemplate';
import { listIn } from '../../star/shape';
import { PATHS } from '../client';
import type { WireNames } from '../record/names';
import type { BranchKey } from './paths';
import { branchIn } from './record';
import type { RelatedAkasse } from './relation';
import { isMissingFrom, readRelation } from './relation';

const RELATION = 'GetAkasseAfdelingskontorRelation';

/** What reads need of a conversation. */
export type Reader = Pick<StarClient, 'read'>;

/**
 * The a-kasser that the service knows, with their branch offices.
 * @throws Failure whatever stands in the way
 */
export const readRelations = async (client: Reader): Promise<RelatedAkasse[]> =>
	readRelation(listIn(await client.read(RELATION, PATHS.relations), RELATION));

/**
 * A branch office as it stands.
 * @param path the path of the read
 * @returns undefined where the service says that there is none
 * @throws Failure whatever else stands in the way
 */
export async function findBranch(client: Reader, key: BranchKey, path: FilledPath, names?: WireNames): Promise<IDataObject | undefined> {
	const reading = await client.read('GetAfdelingskontor', path.path, path.query).then(
		(answer) => ({ answer }),
		(error: unknown) => ({ error }),
	);
	if ('answer' in reading) return branchIn(reading.answer, key, names);
	const failure = findFailure(reading.error);
	if (failure && isNotThere(failure)) return undefined;
	throw reading.error;
}

/**
 * A branch office as it stands.
 * @throws Failure whatever stands in the way, that it isn't there among it
 */
export async function readBranch(client: Reader, key: BranchKey, path: FilledPath, names?: WireNames): Promise<IDataObject> {
	const record = await findBranch(client, key, path, names);
	if (record) return record;
	throw new Failure({
		kind: 'refused',
		code: '4589',
		message: 'STAR knows no branch office of this code in this a-kasse',
		advice: 'Branch Office: Get Many tells which there are.',
	});
}

/** Whether the relation was read, knows the a-kasse and lacks the branch office: only then is it certainly gone. */
export async function isCertainlyGone(client: Reader, key: BranchKey): Promise<boolean> {
	const relation = await readRelations(client).catch(() => []);
	return isMissingFrom(relation, key) === true;
}
