import { now, pause } from './clock';

/** What came back from the service. */
export interface Answer {
	status: number;
	/** Header names in lower case. */
	headers: Record<string, string>;
	text: string;
	/** The status says yes, and the body is not what the service answers: cut off on the way, or a gateway's page. */
	garbled?: boolean;
}

/** Nothing came back. */
export interface NoAnswer {
	noAnswer: true;
	/** false: the request certainly did not reach the service; true: it may have been acted upon. */
	mayHaveActed: boolean;
	/** Whether trying again could help: not with a wrong certificate or a refused log-in. */
	transient: boolean;
	error: Error;
}

export type Exchange = Answer | NoAnswer;

export const isAnswer = (exchange: Exchange): exchange is Answer => !('noAnswer' in exchange);

/**
 * Whether a call may be made again although an earlier one may have been acted upon:
 * `read` changes nothing, `keyed` carries a key by which the service knows a repeat, `never` is every other write.
 */
export type Repeatable = 'read' | 'keyed' | 'never';

const MAX_TRIES = 4;
const FIRST_WAIT_MS = 500;
/** Longer waits are the caller's to decide upon: the execution ends with the time left. */
export const MAX_WAIT_MS = 60_000;

const OUT_OF_ORDER = new Set([500, 502, 503, 504]);

/** Whether a status leaves it open if a write was acted upon: the service failed on the way, or gave up waiting for the rest of the request. */
export const leavesOpen = (status: number): boolean => status >= 500 || status === 408;

/** The time a `Retry-After` header asks for, in milliseconds; seconds and HTTP dates are both in use. */
export function retryAfterMs(answer: Answer): number | undefined {
	const value = answer.headers['retry-after'];
	if (value === undefined) return undefined;
	const seconds = Number(value);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const at = Date.parse(value);
	return Number.isNaN(at) ? undefined : Math.max(0, at - now().getTime());
}

/** The one rule of the pack for repeating a call. */
export function mayRepeat(exchange: Exchange, repeatable: Repeatable): boolean {
	if (!isAnswer(exchange)) {
		return exchange.transient && (!exchange.mayHaveActed || repeatable !== 'never');
	}
	if (exchange.status === 429) return true;
	return (exchange.garbled === true || OUT_OF_ORDER.has(exchange.status)) && repeatable !== 'never';
}

/** Full jitter on an exponential wait; never shorter than the service asked for. */
function waitBefore(attempt: number, exchange: Exchange): number {
	const asked = isAnswer(exchange) ? retryAfterMs(exchange) : undefined;
	const jitter = Math.random() * FIRST_WAIT_MS * 2 ** attempt;
	return (asked ?? FIRST_WAIT_MS / 2) + jitter;
}

/** A 429 is tried again after a wait; or given back, where the caller counts its calls and knows better when the next one is free. */
export type TooMany = 'try again' | 'give back';

/**
 * Makes a call, and makes it again where that is safe and may help. Gives back the last exchange, whatever it is.
 */
export async function withRetry(
	call: () => Promise<Exchange>,
	repeatable: Repeatable,
	signal?: AbortSignal,
	tooMany: TooMany = 'try again',
): Promise<Exchange> {
	for (let attempt = 1; ; attempt++) {
		const exchange = await call();
		if (tooMany === 'give back' && isAnswer(exchange) && exchange.status === 429) return exchange;
		if (attempt === MAX_TRIES || !mayRepeat(exchange, repeatable)) return exchange;
		const wait = waitBefore(attempt, exchange);
		if (wait > MAX_WAIT_MS || !(await pause(wait, signal))) return exchange;
	}
}
