import type { IExecuteFunctions } from 'n8n-workflow';

/** What the ledger says of a shift that is about to be sent. */
export type LedgerEntry =
	/** It was not there, and is now. */
	| 'recorded'
	/** It was there already. */
	| 'known'
	/** There is no ledger in this context. */
	| 'none'
	/** The ledger could not be asked. */
	| 'failed';

/** Where the keys of sent shifts are kept. */
export interface ShiftLedger {
	/** Puts a key in, and says whether it was there. */
	record(key: string): Promise<LedgerEntry>;
	/** Takes a key out; false when that did not succeed. */
	release(key: string): Promise<boolean>;
}

/** How many keys n8n keeps for a workflow, as in its own node for removing duplicates; beyond these the oldest are forgotten. */
export const REMEMBERED_SHIFTS = 10_000;

/** One list for all nodes of the workflow: the same shift is the same, whichever of them sends it. */
const SCOPE = 'workflow';
const OPTIONS = { mode: 'entries', maxEntries: REMEMBERED_SHIFTS } as const;

type Store = Pick<IExecuteFunctions['helpers'], 'checkProcessedAndRecord' | 'removeProcessed'>;

/** The keys in n8n's own store of processed items. Two executions at the same moment can both find a key missing: the store knows no lock. */
class StoredLedger implements ShiftLedger {
	constructor(private readonly store: Store) {}

	async record(key: string): Promise<LedgerEntry> {
		try {
			const { new: fresh, processed } = await this.store.checkProcessedAndRecord([key], SCOPE, OPTIONS);
			if (processed.length) return 'known';
			return fresh.length ? 'recorded' : 'failed';
		} catch {
			return 'failed';
		}
	}

	async release(key: string): Promise<boolean> {
		try {
			await this.store.removeProcessed([key], SCOPE, OPTIONS);
			return true;
		} catch {
			return false;
		}
	}
}

const NO_LEDGER: ShiftLedger = { record: async () => 'none', release: async () => true };

/** The ledger of the workflow that runs; none where it was never saved, or the context has no store. */
export const shiftLedgerOf = (context: IExecuteFunctions): ShiftLedger =>
	context.getWorkflow().id && 'checkProcessedAndRecord' in context.helpers ? new StoredLedger(context.helpers) : NO_LEDGER;
