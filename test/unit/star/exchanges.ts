import { Failure } from '../../../nodes/kit/failure';
import type { Answer, NoAnswer } from '../../../nodes/kit/retry';
import { isWholeWrite } from '../../../nodes/star/answer';

/** An answer of the service to a write. */
export function answer(status: number, body: unknown = ''): Answer {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return { status, headers: {}, text, ...(status < 300 && !isWholeWrite(text) && { garbled: true }) };
}

/** A refusal with these codes. */
export const refusal = (status: number, ...codes: number[]): Answer => answer(status, { errors: codes.map((code) => ({ code, text: `text of ${code}` })) });

const none = (mayHaveActed: boolean): NoAnswer => ({
	noAnswer: true,
	mayHaveActed,
	transient: true,
	error: new Failure({ kind: 'unavailable', message: 'The connection was cut or timed out before an answer came' }),
});

/** The connection was cut or timed out. */
export const cut = none(true);

/** The request certainly did not arrive. */
export const unreached = none(false);
