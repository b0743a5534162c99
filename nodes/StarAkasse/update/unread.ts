import { asFailure } from '../../kit/failure';
import type { Outcome } from '../../kit/outcome';
import { messageOf, note } from '../../kit/outcome';

/** Kinds of failure that stay until something is changed. */
const LASTING = ['bad input', 'credential', 'refused', 'unreadable', 'unexpected'];

/** What is said of a write that was not begun with. */
export const NOTHING_SENT = note('E', 'Nothing was sent');

/** What comes of a write that could not be read for: it is worth trying again unless something must be changed first. */
export function unreadOutcome(error: unknown): Outcome {
	const failure = asFailure(error);
	const { advice } = failure.details;
	const messages = [messageOf(failure), ...(advice ? [note('I', advice)] : []), NOTHING_SENT];
	return { outcome: LASTING.includes(failure.kind) ? 'rejected' : 'later', messages };
}
