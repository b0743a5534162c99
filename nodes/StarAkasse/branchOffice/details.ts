import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';

import { readReadPath } from './paths';
import type { Reader } from './read';
import { findBranch } from './read';
import type { BranchRow } from './relation';

/** How many reads are under way at once. */
const CONCURRENCY = 4;

/**
 * What the service holds of each branch office, beside what the relation tells of it; null where it has gone in between.
 * @param options of the operation, with the path of the read
 * @throws Failure when one can't be read
 */
export async function withDetails(client: Reader, rows: BranchRow[], options: IDataObject): Promise<Array<BranchRow & { details: IDataObject | null }>> {
	const limit = pLimit(CONCURRENCY);
	const reads = rows.map((row) => ({ row, path: readReadPath(options, row) }));
	return await Promise.all(
		reads.map(async ({ row, path }) => await limit(async () => ({ ...row, details: (await findBranch(client, row, path)) ?? null }))),
	);
}
