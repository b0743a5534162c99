import type { TimeTransaction } from '../../world/types.ts';
import type { Parameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import type { TransactionStore } from './transactionStore.ts';

/** What the write depends on. */
export interface StatusSettings {
	readonly store: TransactionStore;
	/** Marks only the row of the given category, instead of all rows of a uid. */
	readonly byCategory: boolean;
	/** New lastUpdatedOn of the marked rows; null leaves it alone. */
	readonly stamp: string | null;
}

/**
 * Time/setExternalStatusCode: marks one uid or several (`uid` or `uids`) with a status, or takes it away (null).
 * Nothing is marked when any uid is unknown (capitech.md 3.2; the body is not documented).
 */
export function setExternalStatusCode(parameters: Parameters, clientId: number, settings: StatusSettings): object[] {
	const uid = parameters.has('uids') ? null : parameters.required('uid', parameters.int('uid'));
	const uids = uid === null ? [...parameters.required('uids', parameters.ints('uids'))] : [uid];
	if (!parameters.has('externalStatusCode')) {
		throw new Refusal('The parameter externalStatusCode is required (null takes the status away).');
	}
	const status = parameters.int('externalStatusCode');
	const category = parameters.int('timeCategoryId');
	if (settings.byCategory && category === null) throw new Refusal('The parameter timeCategoryId is required.');

	const rows: TimeTransaction[] = uids.flatMap((wanted) => {
		const siblings = settings.store.ofUid(clientId, wanted);
		const marked = settings.byCategory ? siblings.filter((row) => row.timeCategoryId === category) : siblings;
		if (marked.length === 0) throw new Refusal(`There is no time transaction with uid ${wanted} in client ${clientId}.`);
		return marked;
	});
	for (const row of rows) {
		settings.store.mark(row, status);
		row.lastUpdatedOn = settings.stamp ?? row.lastUpdatedOn;
	}
	return uids.map((wanted) => ({ uid: wanted, externalStatusCode: status }));
}
