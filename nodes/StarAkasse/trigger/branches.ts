import type { IDataObject } from 'n8n-workflow';

import type { Poll } from '../../kit/poll';
import { branchOf } from './directory';
import { entryOf, RECORD_GROUPS, RELATION_GROUPS } from './groups';
import type { DirectoryReader } from './reader';
import { CONCURRENCY } from './reader';
import type { Sighting } from './watch';

/** What is remembered of a branch office: what the relation tells, then, where it was read by itself, the groups of its record. */
export const BRANCH_GROUPS = [...RELATION_GROUPS, ...RECORD_GROUPS];

/** Branch offices as they are now, and where the next poll goes on reading them one by one. */
export interface BranchReading {
	sightings: Map<string, Sighting>;
	/** The branch office that was read last; none where all were. */
	readUpTo?: string;
}

/** As the relation tells it. */
const fromRelation = (row: IDataObject): Sighting => ({ entry: entryOf(row, RELATION_GROUPS), record: row });

/** With its own record; the name may stand in the relation alone. */
const withRecord = (row: IDataObject, record: IDataObject): Sighting => ({ entry: entryOf(row, RELATION_GROUPS) + entryOf(record, RECORD_GROUPS), record: { ...row, ...record } });

/** The keys in order, those behind `last` first. */
function behind(keys: string[], last: string | undefined): string[] {
	const inOrder = [...keys].sort();
	return last === undefined ? inOrder : [...inOrder.filter((key) => key > last), ...inOrder.filter((key) => key <= last)];
}

export const relationReading = (rows: ReadonlyMap<string, IDataObject>): BranchReading => ({ sightings: new Map([...rows].map(([key, row]) => [key, fromRelation(row)])) });

/**
 * Reads branch offices one by one, a few at once. Those for which a poll has no time are left to the next one, which begins with them; until then they are known by the relation.
 * @param wanted those to read; all others are known by the relation
 * @param last   where the last poll left off
 * @throws Failure as reading does; one that the service doesn't know is known by the relation
 */
export async function readEach(rows: ReadonlyMap<string, IDataObject>, wanted: (key: string) => boolean, reader: DirectoryReader, poll: Poll, last?: string): Promise<BranchReading> {
	const { sightings } = relationReading(rows);
	const keys = behind([...rows.keys()].filter(wanted), last);
	for (let at = 0; at < keys.length; at += CONCURRENCY) {
		if (at > 0 && !poll.hasTime()) return { sightings, readUpTo: keys[at - 1] };
		const now = keys.slice(at, at + CONCURRENCY);
		const records = await Promise.all(now.map(async (key) => await reader.branch(branchOf(key))));
		for (const [place, key] of now.entries()) {
			const [row, record] = [rows.get(key), records[place]];
			if (row && record) sightings.set(key, withRecord(row, record));
		}
	}
	return { sightings };
}
