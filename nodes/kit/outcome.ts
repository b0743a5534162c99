import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Failure } from './failure';
import { maskText } from './mask';

/** What became of something that was to be written. */
export type OutcomeName =
	/** It stands in the service now. */
	| 'registered'
	/** A difference to what stood there was added. */
	| 'difference'
	/** What stood there was taken back. */
	| 'reversed'
	/** It stood there already. */
	| 'unchanged'
	/** It was checked only. */
	| 'validated'
	/** Some of its parts stand, others do not. */
	| 'partial'
	/** Nothing stands; the same may succeed at another time. */
	| 'later'
	/** The service refused it for good: something must be changed first. */
	| 'rejected'
	/** It was sent and no answer came: only reading back tells. */
	| 'unknown';

/** A message of the service, or ours about it. */
export interface OutcomeMessage extends IDataObject {
	/** E refused, W warning, I information. */
	type: 'E' | 'W' | 'I';
	code: string | null;
	text: string;
}

/** The fields that every write adds to its item. Never an `error` key: n8n would take the item for a failed one. */
export interface Outcome {
	outcome: OutcomeName;
	messages: OutcomeMessage[];
}

/** A message of ours. */
export const note = (type: OutcomeMessage['type'], text: string): OutcomeMessage => ({ type, code: null, text });

/** A failure of the service as an outcome's message. */
export const messageOf = ({ details, message }: Failure): OutcomeMessage => ({
	type: 'E',
	code: details.code ?? null,
	text: maskText([message, details.serviceText].filter(Boolean).join(': '), details.keep),
});

/** The outcome of a write that the service was never asked for, or turned away: nothing of it stands. */
export const notSentOutcome = (failure: Failure): Outcome => ({
	outcome: failure.kind === 'refused' ? 'rejected' : 'later',
	messages: [messageOf(failure)],
});

/** The outcome of what was not begun with. */
export const cancelled = (): Outcome => ({
	outcome: 'later',
	messages: [{ type: 'W', code: null, text: 'The execution was cancelled before this was sent' }],
});

const SETTLED: ReadonlySet<OutcomeName> = new Set(['registered', 'difference', 'reversed', 'unchanged', 'validated']);

/** Tells beside the node's output how many items need a look: an outcome is data, and would go unnoticed in a workflow that doesn't branch on it. */
export function hintUnsettled(context: IExecuteFunctions, outcomes: Outcome[]): void {
	const open = outcomes.map(({ outcome }) => outcome).filter((outcome) => !SETTLED.has(outcome));
	if (!open.length) return;
	const counts = [...new Set(open)].map((name) => `${open.filter((outcome) => outcome === name).length} ${name}`);
	context.addExecutionHints({
		message: `Not settled: ${counts.join(', ')} of ${outcomes.length}. Look at 'outcome' and 'messages' in the output.`,
		type: 'warning',
		location: 'outputPane',
	});
}
