import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';

import { groupBy } from '../../kit/gather';
import type { Outcome } from '../../kit/outcome';
import { cancelled } from '../../kit/outcome';
import type { OpusJsonClient } from '../client';
import type { Statement } from './statement';

/** What registering adds to an item. */
export type RegisterOutcome = Outcome & { updateId?: string; posted?: IDataObject[] } & Partial<Statement>;

/** How a list of lines is sent, employee by employee. */
export interface SendSettings {
	client: OpusJsonClient;
	/** The service is known to recognise a repeated OpdateringsID. */
	keyed: boolean;
	signal?: AbortSignal;
}

export interface RegisterSettings extends SendSettings {
	maxRemark: number;
}

/** No limit is published; two employees at a time are safe with any gateway. */
const CONCURRENCY = 2;

/**
 * Does the work of each employee, a few employees at a time.
 * @param numberOf the employee number of an entry
 * @param work     works on the entries of one employee, and gives an outcome each, in their order
 * @returns the outcomes in the order of the entries
 */
export async function byEmployee<T, O extends Outcome>(
	entries: T[],
	numberOf: (entry: T) => string,
	signal: AbortSignal | undefined,
	work: (entries: T[]) => Promise<O[]>,
): Promise<Array<O | Outcome>> {
	const outcomes: Array<O | Outcome> = [];
	const groups = groupBy([...entries.keys()], (at) => numberOf(entries[at]));
	const limit = pLimit(CONCURRENCY);
	const ofEmployee = async (places: number[]) => {
		if (signal?.aborted) return;
		const results = await work(places.map((at) => entries[at]));
		results.forEach((outcome, place) => (outcomes[places[place]] = outcome));
	};
	await Promise.all([...groups.values()].map(async (places) => await limit(async () => await ofEmployee(places))));
	return entries.map((_, at) => outcomes[at] ?? cancelled());
}
