import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { now } from '../../kit/clock';
import type { Outcome } from '../../kit/outcome';
import { note } from '../../kit/outcome';
import type { StarClient } from '../../star/client';
import { isNotThere } from '../../star/failure';
import type { ReadBack } from '../../star/write';
import { outcomeOf } from '../../star/write';
import { fingerprint } from '../record/canonical';
import { NOTHING_SENT, unreadOutcome } from '../update/unread';
import type { BranchKey, BranchPaths } from './paths';
import { findBranch, isCertainlyGone } from './read';

const ZONE = 'Europe/Copenhagen';

/** A branch office that is to be closed, read and checked. */
export interface BranchDeletion {
	key: BranchKey;
	paths: BranchPaths;
	requestId: string;
}

const UNKNOWN_CODE = '4589';

/** What STAR does with those whom nobody moved (contract, section 6). */
const LEFT_BEHIND = note('I', 'Members who had not been moved belong to the a-kasse itself now; STAR sends no message (WSB) of that. The code and the name stay in the history.');

const GONE_BEFORE: Outcome & IDataObject = {
	outcome: 'unchanged',
	messages: [note('I', 'The a-kasse has no branch office of this code: there is nothing to delete')],
	deleted: false,
};

/** What is to be said where the service knows no branch office of this code, and its relation doesn't bear it out. */
const notKnown = (): Outcome & IDataObject => {
	const text = 'STAR knows no branch office of this code; its relation of a-kasser and branch offices does not say that it is gone';
	return { outcome: 'rejected', messages: [{ type: 'E', code: UNKNOWN_CODE, text }, NOTHING_SENT], deleted: false };
};

const readBack =
	(client: StarClient, { key, paths }: BranchDeletion, before: string): ReadBack =>
	async () => {
		const standing = await findBranch(client, key, paths.read);
		if (standing) return fingerprint(standing) === before ? 'stands not' : 'differs';
		return (await isCertainlyGone(client, key)) ? 'stands' : 'cannot tell';
	};

async function close(client: StarClient, deletion: BranchDeletion): Promise<Outcome & IDataObject> {
	const { key, paths, requestId } = deletion;
	const branchOffice = await findBranch(client, key, paths.read);
	if (!branchOffice) return (await isCertainlyGone(client, key)) ? GONE_BEFORE : notKnown();
	const write = { operation: 'DeleteAfdelingskontor', method: 'DELETE', ...paths.write, requestId } as const;
	const result = await client.write({ ...write, readBack: readBack(client, deletion, fingerprint(branchOffice)) });
	if (result.outcome === 'refused' && isNotThere(result.failure) && (await isCertainlyGone(client, key))) return GONE_BEFORE;
	const { outcome, messages } = outcomeOf(result);
	if (outcome !== 'registered') return { outcome, messages, branchOffice, ...(outcome === 'rejected' && { deleted: false }) };
	const deletedAt = DateTime.fromJSDate(now()).setZone(ZONE).toISO();
	return { outcome: 'reversed', messages: [...messages, LEFT_BEHIND], deleted: true, deletedAt, branchOffice };
}

/**
 * Closes a branch office; what came of it is a value, whatever the service does.
 * @returns `reversed` with the record that stood, so that it can be created again; `unchanged` where the a-kasse certainly has none of this code
 */
export const deleteBranch = async (client: StarClient, deletion: BranchDeletion): Promise<Outcome> => await close(client, deletion).catch(unreadOutcome);
