import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { Failure } from '../kit/failure';
import type { Outcome, OutcomeMessage } from '../kit/outcome';
import { messageOf, note } from '../kit/outcome';
import type { Exchange } from '../kit/retry';
import { isAnswer, leavesOpen } from '../kit/retry';
import { readJson } from '../kit/json';
import { errorsIn } from './answer';
import { WARNING_CODE } from './codes';
import type { StarService } from './failure';
import { failureOf, meaningOf, messagesOf } from './failure';

/** What became of a write. */
export type StarWriteResult =
	| {
			outcome: 'done';
			/** The JSON of the answer, or the ID that it is; undefined where it was empty, or where only reading back told that it stands. */
			answer: unknown;
			warnings: OutcomeMessage[];
			/** It stood before this run: the request's ID had been used already. */
			repeated: boolean;
	  }
	/** STAR said no for good: nothing of it stands. */
	| { outcome: 'refused'; failure: Failure; messages: OutcomeMessage[] }
	/** Nothing of it stands; the same may succeed at another time. */
	| { outcome: 'later'; failure: Failure }
	/** It was sent, and nothing tells what came of it. */
	| { outcome: 'unknown'; failure: Failure; received: boolean /* 412 seen */ };

/**
 * Why it is read back: an answer was `lost`, the ID had been used already (412: `received`), or the answer is `doubtful`: a status that says no brought a mere
 * warning (9345), or a refusal came with the status of a breakdown. After the second try for anything but 412 it is `again`: the first may have been acted upon
 * meanwhile, and a refusal may be of its making.
 */
export type ReadBackReason = 'lost' | 'received' | 'doubtful' | 'again';

/** Whether what the write was to do stands. 'cannot tell' where a read is impossible or failed; 'stands not' lets a lost request be sent once more. */
export type ReadBack = (reason: ReadBackReason) => Promise<'stands' | 'stands not' | 'differs' | 'cannot tell'>;

/** For a write that no read can confirm. */
export const noReadBack: ReadBack = async () => 'cannot tell';

/** One logical write. */
export interface StarWrite {
	/** The operation's name on the wire, for the messages. */
	operation: string;
	method: IHttpRequestMethods;
	path: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	body?: IDataObject;
	/** At most 46 characters; the same on every try (contract, section 4). */
	requestId: string;
	readBack: ReadBack;
}

/** What a single try came to. */
type Verdict =
	| Extract<StarWriteResult, { outcome: 'done' | 'refused' | 'later' }>
	/** 9345 with a status that says no, or a refusal with the status of a breakdown: whether it stands is for reading back to tell. */
	| { outcome: 'doubtful'; failure: Failure; messages: OutcomeMessage[] }
	/** 412: the ID has been used. */
	| { outcome: 'received'; failure: Failure }
	| { outcome: 'lost'; failure: Failure };

/** *See Other*: what became of the request stands elsewhere; it may well have been acted upon. RFC 9110, section 15.4.4. */
const SEE_OTHER = 303;
const PRECONDITION_FAILED = 412;

/** Says nothing but that something went wrong. */
const SOME_ERROR = '1100';

/** Whether a code tells why the service refused, as against one of a service in trouble. */
const isRefusal = (service: StarService, code: string): boolean => {
	const meaning = meaningOf(service, code);
	return meaning !== undefined && meaning.kind !== 'unavailable' && code !== SOME_ERROR;
};

function verdictOf(exchange: Exchange, service: StarService, { operation, requestId }: StarWrite): Verdict {
	if (!isAnswer(exchange)) {
		return { outcome: exchange.mayHaveActed ? 'lost' : 'later', failure: exchange.error as Failure };
	}
	const { status, text } = exchange;
	const errors = errorsIn(text, status >= 300);
	const failure = failureOf(exchange, errors, service, operation, requestId);
	if (status === PRECONDITION_FAILED) return { outcome: 'received', failure };
	const refusals = errors.filter(({ code }) => code !== WARNING_CODE);
	const messages = messagesOf(service, errors);
	if (status >= 500 && refusals.some(({ code }) => isRefusal(service, code))) return { outcome: 'doubtful', failure, messages };
	if (leavesOpen(status) || status === SEE_OTHER || exchange.garbled) return { outcome: 'lost', failure };
	if (status < 300 && !refusals.length) return { outcome: 'done', answer: readJson(text) ?? (text.trim() || undefined), warnings: messages, repeated: false };
	if (status >= 300 && errors.length && !refusals.length) return { outcome: 'doubtful', failure, messages };
	const passes = status === 429 || (refusals.length > 0 && refusals.every(({ code }) => meaningOf(service, code)?.kind === 'unavailable'));
	return passes ? { outcome: 'later', failure } : { outcome: 'refused', failure, messages: messages.length ? messages : [messageOf(failure)] };
}

const NEW_KEY = 'A corrected request needs a new request key.';

/** What is known of a write that nothing tells the outcome of, by why it was read back. */
const UNKNOWN: Record<ReadBackReason, (operation: string) => string> = {
	lost: (operation) => `The answer to ${operation} was lost, and what came of it is not known`,
	received: (operation) => `The service has received ${operation} with this request ID before, and what came of it is not known`,
	doubtful: (operation) => `The answer to ${operation} leaves it open whether it stands`,
	again: (operation) => `The answer to ${operation} was lost, and a second try did not tell what came of it`,
};

const unknownFailure = ({ details }: Failure, { operation, requestId }: StarWrite, reason: ReadBackReason): Failure =>
	new Failure({
		...details,
		kind: 'outcome unknown',
		message: UNKNOWN[reason](operation),
		advice: ['Read back what stands in the service before you write again.', reason === 'received' && NEW_KEY].filter(Boolean).join(' '),
		requestId,
		keep: [requestId],
	});

/**
 * Makes one logical write under one ID, and makes sure of what came of it:
 * - an answer that was lost: reading back comes first. What stands is done; only what certainly stands not is sent once more, under the same ID.
 * - 412 at the first try: the ID was used before this run. What stands is done, `repeated`; anything else stays unknown.
 * - 412, a refusal or silence at the second try: the first may have been acted upon meanwhile, so reading back decides again.
 * @param send sends the request; repeats it only where it certainly didn't arrive
 * @param signal by which the user stops the execution: nothing is sent again after it
 */
export async function writeOnce(write: StarWrite, service: StarService, send: () => Promise<Exchange>, signal?: AbortSignal): Promise<StarWriteResult> {
	const verdict = async () => verdictOf(await send(), service, write);
	const readBack = async (reason: ReadBackReason) => {
		try {
			return signal?.aborted ? 'cannot tell' : await write.readBack(reason);
		} catch {
			return 'cannot tell';
		}
	};
	const standing = (text: string, warnings: OutcomeMessage[] = [], repeated = false): StarWriteResult => ({
		outcome: 'done',
		answer: undefined,
		warnings: [...warnings, note('I', text)],
		repeated,
	});
	const unknown = (failure: Failure, reason: ReadBackReason): StarWriteResult => ({
		outcome: 'unknown',
		failure: unknownFailure(failure, write, reason),
		received: reason === 'received',
	});
	const READ = 'The answer was lost; reading back showed that it stands';

	const decided = async ({ failure, messages }: Extract<Verdict, { outcome: 'doubtful' }>): Promise<StarWriteResult> => {
		const found = await readBack('doubtful');
		if (found === 'stands') return standing('Reading back showed that it stands', messages);
		return found === 'stands not' ? { outcome: 'refused', failure, messages } : unknown(failure, 'doubtful');
	};

	const first = await verdict();
	if (first.outcome === 'doubtful') return await decided(first);
	if (first.outcome === 'received') {
		return (await readBack('received')) === 'stands' ? standing('The request key had been used before; reading back showed that it stands', [], true) : unknown(first.failure, 'received');
	}
	if (first.outcome !== 'lost') return first;

	const found = await readBack('lost');
	if (found === 'stands') return standing(READ);
	if (found !== 'stands not' || signal?.aborted) return unknown(first.failure, 'lost');

	const second = await verdict();
	if (second.outcome === 'done') return second;
	if (second.outcome === 'doubtful') return await decided(second);
	const reason = second.outcome === 'received' ? 'received' : 'again';
	const now = await readBack(reason);
	if (now === 'stands') return standing(READ);
	/* What STAR refuses it refuses at the first try as well; a second that did not arrive says nothing of the first, which may still be under way. */
	return second.outcome === 'refused' && now === 'stands not' ? second : unknown(second.failure, reason);
}

/** The fields that a write adds to its item: `outcome` and `messages`. */
export function outcomeOf(result: StarWriteResult): Outcome {
	switch (result.outcome) {
		case 'done':
			return { outcome: result.repeated ? 'unchanged' : 'registered', messages: result.warnings };
		case 'refused':
			return { outcome: 'rejected', messages: result.messages };
		case 'later':
			return { outcome: 'later', messages: [messageOf(result.failure)] };
		case 'unknown': {
			const { advice } = result.failure.details;
			return { outcome: 'unknown', messages: [messageOf(result.failure), ...(advice ? [note('W', advice)] : [])] };
		}
	}
}
