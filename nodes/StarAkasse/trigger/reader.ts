import type { IDataObject } from 'n8n-workflow';

import type { BranchKey } from '../branchOffice/paths';
import type { RelatedAkasse } from '../branchOffice/relation';

/** How many reads by code are under way at once. */
export const CONCURRENCY = 4;

/** How a-kasser and branch offices are read from the service; records as they came. */
export interface DirectoryReader {
	/** All a-kasser that the service lists. */
	akasser(): Promise<IDataObject[]>;
	/** An a-kasse by its code; undefined where the service doesn't know it. */
	akasse(akasseCode: string): Promise<IDataObject | undefined>;
	/** All a-kasser with the names of their branch offices. */
	relation(): Promise<RelatedAkasse[]>;
	/** A branch office by its codes; undefined where the service doesn't know it. */
	branch(key: BranchKey): Promise<IDataObject | undefined>;
}
