import type { Failure } from '../kit/failure';
import type { Outcome } from '../kit/outcome';
import { messageOf, notSentOutcome } from '../kit/outcome';

/** No consent, no right, a foreign address: the same succeeds only when something was changed (contract, sections 1.7, 1.11). */
const FORBIDDEN = 403;

/** The outcome of a write that LINA refused, or was never asked for. */
export const failedOutcome = (failure: Failure): Outcome =>
	failure.details.httpStatus === FORBIDDEN ? { outcome: 'rejected', messages: [messageOf(failure)] } : notSentOutcome(failure);
