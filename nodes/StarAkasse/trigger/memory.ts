import { HASH_LENGTH } from '../../kit/pollHash';
import { isObject } from '../../kit/json';

/** What is kept of the things of one kind: a few characters for each of their parts, by their code. No name, no record. */
export type Memory = Record<string, string>;

/** The hashes of a thing's parts, one behind the other. One that was read in part has the first of them alone. */
export type Entry = string;

const HASH = /^[\w-]+$/;

/** Whether what was kept is a memory of things of so many parts at most. */
export const isMemory = (kept: unknown, parts: number): kept is Memory =>
	isObject(kept) &&
	Object.values(kept).every((entry) => typeof entry === 'string' && HASH.test(entry) && entry.length % HASH_LENGTH === 0 && entry.length <= parts * HASH_LENGTH);

const partsOf = (entry: Entry): string[] => entry.match(new RegExp(`.{${HASH_LENGTH}}`, 'g')) ?? [];

/** The places of the parts that are others than before; those that only one of the two has tell nothing. */
export function differing(before: Entry, now: Entry): number[] {
	const parts = partsOf(now);
	return partsOf(before).flatMap((part, at) => (at < parts.length && part !== parts[at] ? [at] : []));
}

/** What is known of a thing now: what wasn't read this time stays as it was. */
export const renewed = (before: Entry, now: Entry): Entry => now + before.slice(now.length);
