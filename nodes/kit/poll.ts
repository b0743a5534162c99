import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';

import { now } from './clock';
import { Failure, toNodeError } from './failure';
import type { OutputItem } from './operation';

/** One poll, as its source sees it. */
export interface Poll {
	/** Taken before the first request: nothing that happens while the poll reads falls behind a watermark set here. */
	startedAt: Date;
	/** Whether another part may be begun: false once most of the time that n8n gives a poll is used up. What is left is for the next poll. */
	hasTime(): boolean;
}

/** What a poll came to. */
export interface PollResult<State> {
	items: OutputItem[];
	/** What the next poll is given: plain JSON. */
	state: State;
}

/** Where a trigger's events come from. It keeps nothing itself: all that one poll tells the next is its state. */
export interface PollSource<State> {
	/** Of the state's shape: raised when what is kept means something else. */
	version: number;
	/** Whether what was kept is a state of this version. */
	isState(kept: unknown): kept is State;
	/**
	 * Reads what happened since the last poll. The state is a copy, free to be changed: where the poll fails, nothing of it is kept.
	 * @param state what the last poll left; undefined on the first one
	 */
	read(poll: Poll, state: State | undefined): Promise<PollResult<State>>;
	/** A few recent items to build a workflow with; whatever is kept stays as it is. */
	sample(poll: Poll): Promise<OutputItem[]>;
}

/** The part of the time n8n gives a poll after which nothing more is begun. */
const SHARE_OF_BUDGET = 0.5;

/** What n8n gives a poll where it doesn't say. */
const USUAL_BUDGET_MS = 300_000;

/** The polls of this process that are under way. */
const underWay = new Set<string>();

function begin(context: IPollFunctions): Poll {
	const startedAt = now();
	const budget = context.getPollBudgetMs?.() ?? USUAL_BUDGET_MS;
	return { startedAt, hasTime: () => now().getTime() - startedAt.getTime() < budget * SHARE_OF_BUDGET };
}

/**
 * What the last poll left; undefined where there was none.
 * @throws Failure where something was kept that can't be read: a fresh start would pass over what happened meanwhile, and telling all again would double it
 */
function keptState<State>(kept: object, { version, isState }: PollSource<State>): State | undefined {
	if (!Object.keys(kept).length) return undefined;
	const { version: keptVersion, state } = deepCopy(kept) as { version?: unknown; state?: unknown };
	if (keptVersion === version && isState(state)) return state;
	const isNewer = typeof keptVersion === 'number' && keptVersion > version;
	throw new Failure({
		kind: 'bad input',
		message: isNewer ? 'What this trigger remembers was written by a newer version of the node' : 'What this trigger remembers can not be read',
		advice: `${isNewer ? 'Install that version again, or rename the node' : 'Rename the node'} to begin anew, and let it start from the date of its last items. Nothing is given out until then, so that nothing is passed over or told twice unseen.`,
	});
}

async function readOnce<State>(context: IPollFunctions, source: PollSource<State>, poll: Poll): Promise<OutputItem[]> {
	const kept = context.getWorkflowStaticData('node');
	const { items, state } = await source.read(poll, keptState(kept, source));
	Object.assign(kept, { version: source.version, state });
	return items;
}

/**
 * The one poll runner of the pack. The state moves only after everything was read, in place, and with the items it belongs to; a failure leaves it where it was, so
 * that the next poll reads the same again. In manual mode a sample is given out and the state is not looked at. A poll that begins while the last one still
 * reads does nothing: both would tell the same.
 *
 * n8n keeps the state once it has taken the items over, not once the workflow has worked: what fails behind the trigger is not told again.
 * @param open reads the parameters and opens the service
 * @returns null where nothing happened
 */
export async function runPoll<State>(context: IPollFunctions, open: () => Promise<PollSource<State>>): Promise<INodeExecutionData[][] | null> {
	const isSample = context.getMode() === 'manual';
	const key = `${context.getWorkflow().id}:${context.getNode().id}`;
	if (!isSample && underWay.has(key)) return null;
	if (!isSample) underWay.add(key);
	try {
		const poll = begin(context);
		const source = await open();
		const items = isSample ? await source.sample(poll) : await readOnce(context, source, poll);
		return items.length ? [items.map((item) => ({ ...item }))] : null;
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	} finally {
		if (!isSample) underWay.delete(key);
	}
}
