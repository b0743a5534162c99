import { groupBy } from '../../kit/gather';
import { HASH_LENGTH } from '../../kit/pollHash';
import { isObject } from '../../kit/json';
import { bareCode } from '../code';

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

const bareKey = (key: string): string => key.split('/').map(bareCode).join('/');

/**
 * What is remembered, by the keys under which things are listed now: a code that comes as a number has lost its leading zeros, and is no other thing by that. What could be
 * two of them stays as it was.
 */
export function underKeysOf(listed: ReadonlyMap<string, unknown>, memory: Memory): Memory {
	const known = Object.keys(memory);
	const fresh = groupBy([...listed.keys()].filter((key) => !known.includes(key)), bareKey);
	const missing = groupBy(known.filter((key) => !listed.has(key)), bareKey);
	const keyNow = (key: string): string => {
		const [now, ...others] = fresh.get(bareKey(key)) ?? [];
		return now === undefined || others.length || missing.get(bareKey(key))?.length !== 1 ? key : now;
	};
	return Object.fromEntries(Object.entries(memory).map(([key, entry]) => [keyNow(key), entry]));
}
