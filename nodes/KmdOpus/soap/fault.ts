import { Failure } from '../../kit/failure';
import type { Answer } from '../../kit/retry';
import { leavesOpen, retryAfterMs } from '../../kit/retry';
import type { XmlElement } from '../../kit/xml';
import { childOf, textOf } from '../../kit/xml';
import { httpFailure } from '../client';

/** A failed call, and whether the service may have acted all the same. */
export interface SoapFailure {
	kind: 'failure';
	failure: Failure;
	mayHaveActed: boolean;
}

/** What a fault may tell: its own text, and the code and text of PI's `SystemError` (contract, section 4.1). */
function textsOf(fault: XmlElement): { code?: string; serviceText?: string } {
	const [systemError] = childOf(fault, 'detail')?.children ?? [];
	const texts = [textOf(fault, 'faultstring'), systemError && textOf(systemError, 'text')].filter(Boolean);
	const code = (systemError && textOf(systemError, 'code')) || textOf(fault, 'faultcode');
	return { code: code || undefined, serviceText: texts.join(': ') || undefined };
}

/**
 * PI gives the same fault for a name it doesn't know and for a system behind it that broke off in the middle: a fault never proves that nothing was done.
 */
const faultFailure = (fault: XmlElement, answer: Answer): SoapFailure => ({
	kind: 'failure',
	failure: new Failure({
		kind: 'unavailable',
		httpStatus: answer.status,
		message: 'KMD Opus could not process the request',
		...textsOf(fault),
		retryAfterMs: retryAfterMs(answer),
		advice: 'Try again later. If it stays so, compare the sender services in the credential, and the names of the operation, with what KMD gave you.',
	}),
	mayHaveActed: true,
});

/** Statuses that are about the caller, whatever the body says. */
const ABOUT_THE_CALLER = new Set([401, 403, 429]);

/**
 * The failure in an answer, in its SOAP fault or else in its status; undefined when there is none.
 * @param root what the answer's envelope carries
 */
export function answerFailure(answer: Answer, root?: XmlElement): SoapFailure | undefined {
	if (root?.name === 'Fault' && !ABOUT_THE_CALLER.has(answer.status)) return faultFailure(root, answer);
	const failure = httpFailure(answer);
	return failure && { kind: 'failure', failure, mayHaveActed: leavesOpen(answer.status) };
}
