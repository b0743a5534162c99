import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../kit/failure';
import { readJson } from '../kit/json';
import type { Answer, Exchange, Repeatable } from '../kit/retry';
import { isAnswer, leavesOpen, retryAfterMs } from '../kit/retry';

/** What a call came to. */
export type LinaResult<T = IDataObject> =
	| { outcome: 'ok'; answer: T }
	/** LINA said no, or was never reached: nothing was done. */
	| { outcome: 'failed'; failure: Failure }
	/** The request may have been acted upon. */
	| { outcome: 'unknown'; failure: Failure };

/** The answer is always JSON (contract, section 1.0): an object, or a list. */
const readBody = (text: string): object | undefined => {
	const body = readJson(text);
	return typeof body === 'object' && body !== null ? body : undefined;
};

/** Whether a body is what LINA answers. */
export const isWhole = (text: string): boolean => readBody(text) !== undefined;

/** LINA's own text in an answer that says no: `{"status":"error","message":…}` (contract, section 1.11). */
function refusalIn(body: object | undefined): { message?: string } | undefined {
	const { status, message } = (body ?? {}) as IDataObject;
	return status === 'error' ? { message: typeof message === 'string' ? message : undefined } : undefined;
}

/** The number that LINA names when it refuses a call for its number; it may be another one than 100 (contract, section 4). */
export function limitIn(text: string): number | undefined {
	const [, limit] = /(\d+)\s*Calls?\s+per\b/i.exec(refusalIn(readBody(text))?.message ?? '') ?? [];
	return limit ? Number(limit) : undefined;
}

const CHECK_BASE_URL = 'Check the base URL in the credential: https://api.lina.de unless Gastro-MIS gave you another one.';

/** What stands behind a status, and what to do about it (contract, section 1.11; which status stands for what is our reading). */
function reasonOf(status: number, operation: string): { kind: Failure['kind']; message: string; advice?: string } {
	if (status < 300) return { kind: 'unreadable', message: `LINA answered ${operation} with something that is not in its contract` };
	if (status < 400) return { kind: 'credential', message: 'LINA sends the request on to another address, which was not followed' };
	if (status === 401) return { kind: 'credential', message: 'LINA does not accept the credential', advice: 'Check the API key (or the token), its header name and prefix, and whether its validity has run out.' };
	if (status === 403) {
		return {
			kind: 'credential',
			message: `LINA does not allow ${operation} to this credential`,
			advice: "Check the scopes of the key (reading and writing), that this server's public IP address is entered at the key, and, where a person is concerned, that the person has given consent.",
		};
	}
	if (status === 404) return { kind: 'refused', message: `LINA does not know what ${operation} asked for` };
	if (status === 413) return { kind: 'refused', message: 'The file is too large for LINA', advice: 'At most 1 MB is accepted.' };
	if (status === 429) return { kind: 'rate-limited', message: 'LINA is asked too often', advice: 'Try again in 15 minutes.' };
	if (status >= 500) return { kind: 'unavailable', message: 'LINA is out of order', advice: 'Try again later.' };
	return { kind: 'refused', message: `LINA refused ${operation}` };
}

function failureOf(answer: Answer, operation: string): Failure {
	const { status, text } = answer;
	const refusal = refusalIn(readBody(text));
	const details = reasonOf(status < 300 && refusal ? 400 : status, operation);
	/* Where it is not LINA that says no, something else may stand at the address. */
	const advice = [details.advice, !refusal && status < 500 && CHECK_BASE_URL].filter(Boolean).join(' ');
	return new Failure({ ...details, advice, serviceText: refusal?.message, httpStatus: status, retryAfterMs: retryAfterMs(answer) });
}

/** *See Other*: what became of the request stands elsewhere; it may well have been acted upon. RFC 9110, section 15.4.4. */
const SEE_OTHER = 303;

/** Reads what a call came to. */
export function resultOf(exchange: Exchange, operation: string, repeatable: Repeatable): LinaResult<object> {
	if (!isAnswer(exchange)) {
		const outcome = exchange.mayHaveActed && repeatable === 'never' ? 'unknown' : 'failed';
		return { outcome, failure: exchange.error as Failure };
	}
	const { status, text } = exchange;
	const body = readBody(text);
	const refusal = refusalIn(body);
	/* What a write answers is not documented: a yes may come without a word (contract, section 1.7). */
	const isSilentYes = repeatable === 'never' && text.trim() === '';
	if (status < 300 && (body || isSilentYes) && !refusal) return { outcome: 'ok', answer: body ?? {} };
	/* A refusal is known only where LINA says it; half an answer, or a gateway that gave up, says nothing of the write. */
	const isRefusal = !leavesOpen(status) && status !== SEE_OTHER && (refusal !== undefined || status >= 300);
	return { outcome: repeatable === 'never' && !isRefusal ? 'unknown' : 'failed', failure: failureOf(exchange, operation) };
}
