import type { IExecuteFunctions } from 'n8n-workflow';

import type { InputItem, Settled } from './operation';

/** An input item and what was read from it. */
export interface Read<T> extends InputItem {
	value: T;
}

/**
 * Reads and checks every item before anything is sent. Without continue-on-fail the first bad item ends the run here;
 * with it the good ones go on, and the bad ones come out as failures.
 */
export function readAll<T>(
	context: IExecuteFunctions,
	input: InputItem[],
	read: (entry: InputItem) => T,
): { good: Array<Read<T>>; bad: Settled[] } {
	const good: Array<Read<T>> = [];
	const bad: Settled[] = [];
	for (const entry of input) {
		try {
			good.push({ ...entry, value: read(entry) });
		} catch (failure) {
			bad.push({ from: [entry.index], failure });
		}
	}
	return bad.length && !context.continueOnFail() ? { good: [], bad: bad.slice(0, 1) } : { good, bad };
}

/** Groups by a key; groups and their members keep the order in which they first came. */
export function groupBy<T>(entries: T[], key: (entry: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const entry of entries) {
		const name = key(entry);
		const group = groups.get(name);
		if (group) group.push(entry);
		else groups.set(name, [entry]);
	}
	return groups;
}
