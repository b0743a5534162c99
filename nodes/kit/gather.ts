import type { IExecuteFunctions } from 'n8n-workflow';

import type { InputItem, Settled } from './operation';
import { enrich } from './operation';
import type { Outcome } from './outcome';
import { hintUnsettled } from './outcome';

/** An input item and what was read from it. */
export interface Read<T> extends InputItem {
	value: T;
}

/** Reads and checks every item; a failure is kept beside the good ones. */
export async function readAll<T>(input: InputItem[], read: (entry: InputItem) => T | Promise<T>): Promise<{ good: Array<Read<T>>; bad: Settled[] }> {
	const good: Array<Read<T>> = [];
	const bad: Settled[] = [];
	for (const entry of input) {
		try {
			good.push({ ...entry, value: await read(entry) });
		} catch (failure) {
			bad.push({ from: [entry.index], failure });
		}
	}
	return { good, bad };
}

/** The steps of an operation that writes what all its items ask for, in fewer calls than items. */
export interface GatheredWrite<T> {
	/** Reads and checks one item; throws what is wrong with it. */
	read(entry: InputItem): T | Promise<T>;
	/** Items that are good by themselves and can't stand together. */
	contradictions(good: Array<Read<T>>): Settled[];
	/** Writes, and says what became of each value, in their order. */
	write(values: T[]): Promise<Outcome[]>;
}

/**
 * Checks every item before the first byte is sent, writes, and ties each outcome to its item. Without continue-on-fail one bad item ends the run before
 * anything is sent; with it the good ones go on, and the bad ones come out as failures.
 */
export async function writeGathered<T>(context: IExecuteFunctions, input: InputItem[], steps: GatheredWrite<T>): Promise<Settled[]> {
	const { good, bad } = await readAll(input, (entry) => steps.read(entry));
	const refused = [...bad, ...steps.contradictions(good)].sort(byFirstItem);
	if (refused.length && !context.continueOnFail()) return refused;
	const refusedItems = new Set(refused.flatMap(({ from }) => from));
	const wanted = good.filter(({ index }) => !refusedItems.has(index));
	const outcomes = await steps.write(wanted.map(({ value }) => value));
	hintUnsettled(context, outcomes);
	const written = wanted.map((entry, at): Settled => ({ from: [entry.index], ...enrich(entry, { ...outcomes[at] }) }));
	const inOrder = [...written, ...refused].sort(byFirstItem);
	/* n8n's Retry On Fail runs the whole node again when the first item given out is a failed one: what was written must come first then. */
	return written.length && 'failure' in inOrder[0] ? [...written, ...refused] : inOrder;
}

const byFirstItem = (a: Settled, b: Settled): number => a.from[0] - b.from[0];

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
