import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { writeGathered } from '../../kit/gather';
import type { Operation } from '../../kit/operation';
import { overAllItems } from '../../kit/operation';
import type { Outcome } from '../../kit/outcome';
import { cancelled } from '../../kit/outcome';

/** What is to be written for an item, checked: nothing was sent for it yet. */
export interface Sending {
	/** What its output says of it whatever becomes of it. */
	told: IDataObject;
	/** Writes it; what came of it is a value. */
	write(): Promise<Outcome>;
	/** What the output holds of a write that was not begun. */
	unwritten?: IDataObject;
}

/**
 * An operation that writes records: checks all items before the first byte is sent, and writes one after the other. What one item changed, the next one reads, so that
 * changes of the same record all stand.
 * @param read an item's write; throws what is wrong with it
 */
export const writesRecords = (read: (context: IExecuteFunctions, index: number) => Promise<Sending>): Operation['execute'] =>
	overAllItems(async (context, input) => {
		const signal = context.getExecutionCancelSignal();
		return await writeGathered(context, input, {
			read: async ({ index }) => await read(context, index),
			contradictions: () => [],
			write: async (sendings) => {
				const outcomes: Outcome[] = [];
				for (const { told, write, unwritten } of sendings) {
					const outcome = signal?.aborted ? { ...cancelled(), ...unwritten } : await write();
					outcomes.push({ ...told, ...outcome });
				}
				return outcomes;
			},
		});
	});
