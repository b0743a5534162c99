import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { DataDeduplicationService } from 'n8n-core';
import type {
	DeduplicationItemTypes,
	DeduplicationScope,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	IDeduplicationOutput,
	IProcessedDataEntries,
} from 'n8n-workflow';
import { UnexpectedError } from 'n8n-workflow';

/** How n8n keeps an entry. */
const hashOf = (entry: DeduplicationItemTypes): string => createHash('md5').update(entry.toString()).digest('base64');

/**
 * What n8n keeps of things that were seen before, in memory: one row a workflow, or a node of it, with the hashes in the order in which they came. Mode
 * `entries` only. As in n8n a workflow without an id is refused, a row of another mode is refused, and a row that is new forgets nothing but what is too much.
 */
class DeduplicationStore implements IDataDeduplicator {
	private readonly rows = new Map<string, IProcessedDataEntries>();

	/** Thrown by every use while it is set, as when the database is away. */
	failure?: Error;

	/** Forgets everything, and works. */
	reset(): void {
		this.rows.clear();
		this.failure = undefined;
	}

	/** The hashes kept of a workflow as a whole, the oldest first. */
	entriesOf(workflowId: string): DeduplicationItemTypes[] {
		return [...(this.rows.get(`${workflowId} `)?.data ?? [])];
	}

	/** Puts a row in the place of a workflow's. */
	put(workflowId: string, row: IProcessedDataEntries): void {
		this.rows.set(`${workflowId} `, row);
	}

	async checkProcessedAndRecord(items: DeduplicationItemTypes[], scope: DeduplicationScope, context: ICheckProcessedContextData, options: ICheckProcessedOptions): Promise<IDeduplicationOutput> {
		const { key, row } = this.find(scope, context);
		if (row && row.mode !== options.mode) throw new UnexpectedError('Deduplication Failed: Deduplication data was originally saved with an incompatible setting');
		const known = row ?? { mode: options.mode, data: [] };
		const seen = new Set(row?.data);
		const isSeen = (item: DeduplicationItemTypes): boolean => seen.has(hashOf(item));
		const answer = { new: items.filter((item) => !isSeen(item)), processed: items.filter(isSeen) };
		known.data.push(...answer.new.map(hashOf));
		if (options.maxEntries) known.data.splice(0, known.data.length - options.maxEntries);
		this.rows.set(key, known);
		return answer;
	}

	async removeProcessed(items: DeduplicationItemTypes[], scope: DeduplicationScope, context: ICheckProcessedContextData): Promise<void> {
		const { row } = this.find(scope, context);
		for (const hash of items.map(hashOf)) {
			const at = row?.data.indexOf(hash) ?? -1;
			if (at !== -1) row?.data.splice(at, 1);
		}
	}

	async clearAllProcessedItems(scope: DeduplicationScope, context: ICheckProcessedContextData): Promise<void> {
		this.rows.delete(this.find(scope, context).key);
	}

	async getProcessedDataCount(scope: DeduplicationScope, context: ICheckProcessedContextData): Promise<number> {
		return this.find(scope, context).row?.data.length ?? 0;
	}

	private find(scope: DeduplicationScope, { workflow, node }: ICheckProcessedContextData) {
		if (this.failure) throw this.failure;
		assert.ok(workflow.id);
		const key = `${workflow.id} ${scope === 'node' ? `n:${node?.id}` : ''}`;
		return { key, row: this.rows.get(key) };
	}
}

/** The store of the engine of this test file. */
export const deduplicationStore = new DeduplicationStore();

void DataDeduplicationService.init(deduplicationStore);
