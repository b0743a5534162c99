import { writeGathered } from '../../kit/gather';
import type { Operation } from '../../kit/operation';
import { overAllItems } from '../../kit/operation';
import { cancelled } from '../../kit/outcome';
import { LinaClient } from '../client';
import type { WebhookOutcome } from './outcome';

/**
 * A webhook operation: checks all items before the first is sent, and carries them out one after the other.
 * @param read  an item's values, by the names of its fields
 * @param write carries one out
 */
export const writesWebhooks = <T>(read: (field: (name: string) => unknown) => T, write: (client: LinaClient, value: T) => Promise<WebhookOutcome>): Operation['execute'] =>
	overAllItems(
		async (context, input) =>
			await writeGathered(context, input, {
				read: ({ index }) => read((name) => context.getNodeParameter(name, index)),
				contradictions: () => [],
				write: async (values) => {
					const client = await LinaClient.open(context);
					const outcomes: WebhookOutcome[] = [];
					for (const value of values) {
						outcomes.push(context.getExecutionCancelSignal()?.aborted ? { ...cancelled() } : await write(client, value));
					}
					return outcomes;
				},
			}),
	);
