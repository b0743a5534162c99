import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { Outcome } from '../../kit/outcome';
import { note } from '../../kit/outcome';
import type { StarClient } from '../../star/client';
import type { ReadBack } from '../../star/write';
import { outcomeOf } from '../../star/write';
import { fingerprint } from '../record/canonical';
import type { Difference } from '../record/diff';
import { diff } from '../record/diff';
import { merge } from '../record/merge';
import { nameFor, othersOf, RECORD_FIELDS } from '../record/names';
import { simplifyRecord } from '../record/simplify';
import { carriedWarnings } from '../update/carried';
import type { RecordForm } from '../update/form';
import { NOTHING_SENT, unreadOutcome } from '../update/unread';
import type { BranchKey, BranchPaths } from './paths';
import { findBranch, isCertainlyGone } from './read';

/** A branch office that is to be, read and checked. */
export interface BranchCreation {
	key: BranchKey;
	form: RecordForm;
	paths: BranchPaths;
	method: Extract<IHttpRequestMethods, 'POST' | 'PUT'>;
	/** Whether it is read first if there is one of this code. */
	checkFirst: boolean;
	requestId: string;
}

/** The record that is sent, under the names that count. */
function bodyOf({ key, form: { change, names, shape } }: BranchCreation): IDataObject {
	const codes = { [nameFor({}, 'akasseCode', names, 'camel')]: key.akasseCode, [nameFor({}, 'branchCode', names, 'camel')]: key.branchCode };
	return merge(codes, change, { names, shape });
}

/** What was to be created and does not stand so; what else the record holds may be the service's own doing. */
const missingIn = (standing: IDataObject, { form: { change, names, shape } }: BranchCreation): Difference[] =>
	diff(standing, merge(standing, change, { names, shape }), names);

/** A service may say no where nothing was said. */
const isNo = ({ before, after }: Difference): boolean => before === 'false' && after === null;

/** All that differs between what stands and what was to be created, but for fields that are not known to us. */
function differencesIn(standing: IDataObject, { form: { change, names, shape } }: BranchCreation): Difference[] {
	const known = RECORD_FIELDS.filter((field) => field !== 'akasseCode' && field !== 'branchCode');
	return diff(standing, merge(othersOf(standing, known, names), change, { names, shape, like: standing }), names).filter((difference) => !isNo(difference));
}

/** What is to be said where one of this code stands already. */
function standsAlready(standing: IDataObject, creation: BranchCreation): Outcome & IDataObject {
	const changes = differencesIn(standing, creation);
	const told = { changes, standing: simplifyRecord(standing, creation.form.names) };
	if (!changes.length) return { outcome: 'unchanged', messages: [note('I', 'It stands so already: nothing was sent')], ...told };
	const fields = changes.map(({ field }) => field).join(', ');
	return { outcome: 'rejected', messages: [note('E', `A branch office of this code stands already, with another content: ${fields}`), NOTHING_SENT], ...told };
}

/** A PUT replaces what it finds, and a read by our parameters may miss it: they are our reading. */
const NOT_FREE: Outcome & IDataObject = {
	outcome: 'rejected',
	messages: [note('E', 'STAR’s relation of a-kasser and branch offices does not say that this code is free, and a PUT would replace what stands'), NOTHING_SENT],
};

/** There is one branch office of a code, so what stands under it after a lost answer is either what was sent or another's. */
const readBack =
	(client: StarClient, creation: BranchCreation): ReadBack =>
	async () => {
		const standing = await findBranch(client, creation.key, creation.paths.read, creation.form.names);
		if (standing) return missingIn(standing, creation).length ? 'differs' : 'stands';
		return (await isCertainlyGone(client, creation.key)) ? 'stands not' : 'cannot tell';
	};

async function create(client: StarClient, creation: BranchCreation): Promise<Outcome & IDataObject> {
	const { key, form, paths, method, checkFirst, requestId } = creation;
	const standing = checkFirst ? await findBranch(client, key, paths.read, form.names) : undefined;
	if (standing) return standsAlready(standing, creation);
	if (method === 'PUT' && !(await isCertainlyGone(client, key))) return NOT_FREE;
	const body = bodyOf(creation);
	const warnings = [...form.messages, ...carriedWarnings(body, form.change, form)];
	const result = await client.write({ operation: 'CreateAfdelingskontor', method, ...paths.write, body, requestId, readBack: readBack(client, creation) });
	const { outcome, messages } = outcomeOf(result);
	const stands = outcome === 'registered' || outcome === 'unchanged';
	return { outcome, messages: [...warnings, ...messages], ...(stands && { fingerprint: fingerprint(body, form.names) }) };
}

/**
 * Creates a branch office; what came of it is a value, whatever the service does.
 * @returns `registered`; `unchanged` where it stands already with this content; `rejected` with what stands where its content is another
 */
export const createBranch = async (client: StarClient, creation: BranchCreation): Promise<Outcome> => await create(client, creation).catch(unreadOutcome);
