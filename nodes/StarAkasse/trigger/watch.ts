import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';

import { Failure } from '../../kit/failure';
import { areTooManyGone } from '../../kit/goneAtOnce';
import type { Poll } from '../../kit/poll';
import type { Happened } from './events';
import type { Entry, Memory } from './memory';
import { differing, renewed } from './memory';
import { CONCURRENCY } from './reader';

/** What happened to a thing. */
export interface Change {
	happened: Happened;
	key: string;
	/** The places of the parts that are others than before. */
	parts: number[];
	/** As it was read now; none where it is closed. */
	record?: IDataObject;
}

/** A thing as it was read now. */
export interface Sighting {
	entry: Entry;
	record: IDataObject;
}

/** Things of one kind as the service lists them now, and what it says of those that it doesn't list. */
export interface Listing {
	/** In the plural, for messages. */
	kind: string;
	/** By their keys. */
	listed: ReadonlyMap<string, unknown>;
	/** Whether somebody wants to know what becomes of a thing. */
	isWanted(key: string): boolean;
	/** Whether a thing that is not listed is there all the same; asked of the service by its code. */
	isStanding(key: string): Promise<boolean>;
	/** So many may be closed at once, whatever their share. */
	mostClosed: number;
	/** Whether any number may. */
	allowManyClosings: boolean;
}

const manyClosed = (kind: string, closed: number, known: number): Failure =>
	new Failure({
		kind: 'unreadable',
		message: `STAR no longer knows ${closed} of the ${known} ${kind} that are watched`,
		advice:
			'So many closings at once are not believed: check the base URL and the organisation in the credential, and that it is the same environment. Nothing is told until then. If they are closed indeed, switch Allow Many Closings on for one poll.',
	});

/**
 * Which of the things that are remembered are closed: those that are not listed, and that the service doesn't know by their code either (contract, section 6: the list gives only
 * those with an address registered). Nobody is asked about what is not wanted, nor about what there is no time for; these are taken to be there.
 * @throws Failure where too many are closed at once to be believed
 */
export async function findClosed({ kind, listed, isWanted, isStanding, mostClosed, allowManyClosings }: Listing, known: Memory, poll: Poll): Promise<ReadonlySet<string>> {
	const watched = Object.keys(known).filter(isWanted);
	const limit = pLimit(CONCURRENCY);
	const missing = watched.filter((key) => !listed.has(key));
	const standing = await Promise.all(missing.map(async (key) => await limit(async () => !poll.hasTime() || (await isStanding(key)))));
	const closed = new Set(missing.filter((_key, at) => !standing[at]));
	if (areTooManyGone(closed.size, watched.length, mostClosed) && !allowManyClosings) throw manyClosed(kind, closed.size, watched.length);
	return closed;
}

/**
 * Compares things with what is remembered of them. One that is neither listed nor closed stays remembered as it was, so that it is not new when it is listed again.
 * @param before what the last poll left; undefined on the first one, which tells nothing
 */
export function compare(sightings: ReadonlyMap<string, Sighting>, before: Memory | undefined, closed: ReadonlySet<string>): { changes: Change[]; memory: Memory } {
	const known = before ?? {};
	const changes: Change[] = [...closed].map((key) => ({ happened: 'closed', key, parts: [] }));
	const unlisted = Object.keys(known).filter((key) => !sightings.has(key) && !closed.has(key));
	const memory: Memory = Object.fromEntries(unlisted.map((key) => [key, known[key]]));
	for (const [key, { entry, record }] of sightings) {
		const last = known[key] as Entry | undefined;
		memory[key] = last === undefined ? entry : renewed(last, entry);
		const parts = last === undefined ? [] : differing(last, entry);
		if (last === undefined) changes.push({ happened: 'new', key, parts, record });
		else if (parts.length) changes.push({ happened: 'changed', key, parts, record });
	}
	return { changes: before ? changes : [], memory };
}
