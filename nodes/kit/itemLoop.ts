import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import pLimit from 'p-limit';

import { Failure, toNodeError } from './failure';
import type { InputItem, OverAllItems, PerItem, Resource, Settled } from './operation';

/** n8n takes a thrown error for the end of a canceled execution by this very word. */
const cancelled = () => new Failure({ kind: 'cancelled', message: 'The execution was canceled' });

const isFailed = (settled: Settled): settled is { from: number[]; failure: unknown } => 'failure' in settled;

/** Runs the items in their order, a few at a time. Without continue-on-fail nothing more is begun after the first failure. */
async function runPerItem(context: IExecuteFunctions, input: InputItem[], { run, concurrency }: PerItem): Promise<Settled[]> {
	const signal = context.getExecutionCancelSignal();
	const limit = pLimit(concurrency);
	let halted = false;
	const settle = async (entry: InputItem): Promise<Settled[]> => {
		if (halted) return [];
		const from = [entry.index];
		try {
			if (signal?.aborted) throw cancelled();
			return (await run(context, entry)).map((output) => ({ from, ...output }));
		} catch (failure) {
			halted = signal?.aborted === true || !context.continueOnFail();
			return [{ from, failure }];
		}
	};
	return (await Promise.all(input.map(async (entry) => await limit(async () => await settle(entry))))).flat();
}

async function runOverAll(context: IExecuteFunctions, input: InputItem[], { run }: OverAllItems): Promise<Settled[]> {
	try {
		return await run(context, input);
	} catch (failure) {
		return [{ from: input.map(({ index }) => index), failure }];
	}
}

const pairing = (from: number[]) => (from.length === 1 ? { item: from[0] } : from.map((item) => ({ item })));

/**
 * The items of a failure. They carry no `error` beside their JSON: n8n would throw the JSON away. On the error output n8n itself adds what the paired input
 * carried, to items that hold nothing but `error` and `details`; on the regular output these go beside it.
 */
function failedItems(context: IExecuteFunctions, input: INodeExecutionData[], { from, failure }: { from: number[]; failure: unknown }) {
	const addsInput = context.getNode().onError === 'continueErrorOutput';
	return from.map((index): INodeExecutionData => {
		const { message, description } = toNodeError(context.getNode(), failure, index);
		const { json, binary } = input[index];
		return {
			json: { ...(addsInput ? {} : json), error: message, ...(description && { details: description }) },
			...(binary && { binary }),
			pairedItem: { item: index },
		};
	});
}

/** The items of a failure that hand on nothing of the input. Of an item with an `error` beside its JSON n8n keeps the message alone, on either output. */
const withheldItems = (context: IExecuteFunctions, { from, failure }: { from: number[]; failure: unknown }): INodeExecutionData[] =>
	from.map((index) => {
		const error = toNodeError(context.getNode(), failure, index);
		error.message = [error.message, error.description].filter(Boolean).join(': ');
		return { json: { error: error.message }, error, pairedItem: { item: index } };
	});

/** The one item loop of the pack: finds the operation, runs it, ties each output to its input, and tells failures. */
export async function runOperation(this: IExecuteFunctions, resources: Record<string, Resource>): Promise<INodeExecutionData[][]> {
	const resource = this.getNodeParameter('resource', 0) as string;
	const name = this.getNodeParameter('operation', 0) as string;
	const operation = resources[resource]?.[name];
	if (!operation) {
		throw new NodeOperationError(this.getNode(), `The operation "${name}" of "${resource}" does not exist in this version of the node`, {
			description: 'Pick the operation again in the node.',
		});
	}
	const items = this.getInputData();
	const input = items.map((item, index) => ({ index, item }));
	const { execute } = operation;
	const settled = execute.mode === 'perItem' ? await runPerItem(this, input, execute) : await runOverAll(this, input, execute);

	const wasCancelled = this.getExecutionCancelSignal()?.aborted === true;
	const failed = settled.find(isFailed);
	if (failed && wasCancelled) throw toNodeError(this.getNode(), cancelled());
	if (failed && !this.continueOnFail()) {
		const [itemIndex] = failed.from.length === 1 ? failed.from : [];
		throw toNodeError(this.getNode(), failed.failure, itemIndex);
	}
	return [
		settled.flatMap((entry): INodeExecutionData[] => {
			if (isFailed(entry)) return execute.mode === 'perItem' && execute.withholdsInput ? withheldItems(this, entry) : failedItems(this, items, entry);
			const { from, ...output } = entry;
			return [{ ...output, pairedItem: pairing(from) }];
		}),
	];
}
