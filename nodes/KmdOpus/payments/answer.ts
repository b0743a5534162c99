import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import { maskText } from '../../kit/mask';
import type { Outcome, OutcomeMessage, OutcomeName } from '../../kit/outcome';
import { notSentOutcome } from '../../kit/outcome';
import type { Exchange } from '../../kit/retry';
import { isAnswer, leavesOpen } from '../../kit/retry';
import { headerText, httpFailure, readOpusAnswer } from '../client';

/** A message of an update, tied to a line by its text or to the request as a whole. */
export interface UpdateMessage {
	message: OutcomeMessage;
	/** The line's place in the request; none for the whole request. */
	sequence?: number;
}

/** What came of an update. */
export type UpdateResult =
	| { kind: 'accepted'; messages: UpdateMessage[] }
	/** Refused; under the service's atomicity nothing of it may stand, or the lines that are not named may. */
	| { kind: 'refused'; messages: UpdateMessage[] }
	/** Never acted upon. */
	| { kind: 'notSent'; failure: Failure }
	/** Sent, and not known whether it was acted upon. */
	| { kind: 'unknown'; failure: Failure };

/** What a message begins with that concerns one payment; its place follows: "Engangsydelse Nr. 003 ..." (contract, section 4.4). */
export const PAYMENT_PREFIX = 'Engangsydelse Nr.';

/** A message names its line only in its text. */
function lineNumberIn(text: string, prefix: string): RegExpExecArray | null {
	const told = text.trimStart();
	return told.toLowerCase().startsWith(prefix.toLowerCase()) ? /^ ?(\d{1,3})(?!\d)/.exec(told.slice(prefix.length)) : null;
}

const typeOf = (value: unknown): OutcomeMessage['type'] => (value === 'W' || value === 'I' ? value : 'E');

function readMessage(wire: IDataObject, prefix: string, keep: readonly string[]): UpdateMessage {
	const text = String(wire.Tekst ?? '');
	const line = lineNumberIn(text, prefix);
	return {
		message: { type: typeOf(wire.Type), code: wire.Kode === undefined || wire.Kode === null ? null : String(wire.Kode), text: maskText(text, keep) },
		...(line && { sequence: Number(line[1]) }),
	};
}

const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null;

const unknown = (message: string): UpdateResult => ({
	kind: 'unknown',
	failure: new Failure({ kind: 'outcome unknown', message }),
});

/**
 * Reads what came of an update. Only a clear yes is one, only a clear no is one; all else leaves the outcome open.
 * @param keep   values of the request that are no person's number although they look alike
 * @param prefix what a message about a single line begins with
 */
export function readUpdate(exchange: Exchange, keep: readonly string[], prefix = PAYMENT_PREFIX): UpdateResult {
	if (!isAnswer(exchange)) {
		const failure = exchange.error as Failure;
		return exchange.mayHaveActed ? unknown('The answer of KMD Opus was lost') : { kind: 'notSent', failure };
	}
	const failure = httpFailure(exchange);
	if (failure) return leavesOpen(exchange.status) ? unknown('KMD Opus failed while it handled the request') : { kind: 'notSent', failure };

	const answer = readOpusAnswer(exchange.text);
	if (!answer) return unknown('KMD Opus answered with something that is not in its contract');
	const wire = answer.Meddelelse;
	const messages = [wire].flat().filter(isObject).map((entry) => readMessage(entry, prefix, keep));
	const status = String(answer.Header.Status ?? '').trim();
	const isRefused = messages.some(({ message }) => message.type === 'E');
	if (/^error$/i.test(status) || (isRefused && /^(ok|0)$/i.test(status))) {
		const own = headerText(answer.Header);
		const reason = messages.length ? messages : [{ message: { type: 'E' as const, code: null, text: maskText(own || 'KMD Opus refused the request', keep) } }];
		return { kind: 'refused', messages: reason };
	}
	return /^(ok|0)$/i.test(status) ? { kind: 'accepted', messages } : unknown('KMD Opus reported a failure of its own');
}

/** Employee locked: nothing is wrong with the line (contract, section 4.4). */
const LOCKED = '138';

/** Whether the refusal passes by itself, or the line is wrong. */
export const refusalOutcome = (messages: OutcomeMessage[]): OutcomeName => {
	const errors = messages.filter(({ type }) => type === 'E');
	return errors.length > 0 && errors.every(({ code }) => code === LOCKED) ? 'later' : 'rejected';
};

/**
 * The outcome of a line that was only to be checked. Nothing is registered by a validation, so that nothing is left open by it.
 * @param own the messages that concern the line
 */
export function validationOutcome(result: UpdateResult, own: OutcomeMessage[]): Outcome {
	if (result.kind === 'notSent') return notSentOutcome(result.failure);
	if (result.kind === 'unknown') {
		return { outcome: 'later', messages: [{ type: 'E', code: null, text: `${result.failure.message}. Nothing is registered by a validation.` }] };
	}
	return { outcome: own.some(({ type }) => type === 'E') ? refusalOutcome(own) : 'validated', messages: own };
}
