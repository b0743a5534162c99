import type { IDataObject } from 'n8n-workflow';

import { shortHash } from '../../kit/pollHash';
import type { FieldGroup } from '../record/canonical';
import { canonicalRecord, FIELD_GROUPS } from '../record/canonical';
import type { Entry } from './memory';

/** What a change is told by. The code tells one thing from another, and is no part of what it says. */
export type Group = Exclude<FieldGroup, 'code'>;

/** Of an a-kasse, and of a branch office that was read by itself. */
export const RECORD_GROUPS: readonly Group[] = FIELD_GROUPS.filter((group) => group !== 'code');

/** Of a branch office in the relation, which has no more (contract, section 1.1). */
export const RELATION_GROUPS: readonly Group[] = ['name', 'other'];

/** A list in an order of its own, and the lists in it. */
function inOrder(value: unknown): unknown {
	if (!Array.isArray(value)) return value;
	const entries = value.map(inOrder).map((entry) => [JSON.stringify(entry), entry] as const);
	return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/**
 * A few characters for each group of a record, one behind the other: the same for the same content, however it is spelled, and in whatever order its lists come.
 * @param groups those that are hashed
 */
export function entryOf(record: IDataObject, groups: readonly Group[]): Entry {
	const content = canonicalRecord(record);
	return groups.map((group) => shortHash(inOrder(content[group]))).join('');
}
