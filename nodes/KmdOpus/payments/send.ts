import type { Outcome, OutcomeMessage } from '../../kit/outcome';
import type { UpdateResult } from './answer';
import { notSentOutcome, refusalOutcome, validationOutcome } from './answer';
import type { RegisterOutcome, RegisterSettings } from './employees';
import { byEmployee } from './employees';
import type { PaymentLine } from './line';
import { MAX_LINES, updatePayments } from './service';
import { presentPosting } from './statement';

/** The OpdateringsID of a request: of its lines, and of their place among the employee's, since equal lines may go into several requests. */
export type IdOfRequest = (lines: PaymentLine[], from: number) => string;

/** The messages about a line of a request, those of the whole request included; one that names a line the request doesn't have is about the whole. */
const messagesOf = (result: UpdateResult, place: number, count: number): OutcomeMessage[] =>
	'messages' in result
		? result.messages.filter(({ sequence }) => sequence === undefined || sequence === place || sequence >= count).map(({ message }) => message)
		: [];

function registrationOutcome(result: UpdateResult, own: OutcomeMessage[]): Outcome {
	if (result.kind === 'notSent') return notSentOutcome(result.failure);
	if (result.kind === 'unknown') {
		const text = `${result.failure.message}. Read the payments of the employee before you send it again.`;
		return { outcome: 'unknown', messages: [{ type: 'E', code: null, text }] };
	}
	if (result.kind === 'accepted') return { outcome: 'registered', messages: own };
	if (own.some(({ type }) => type === 'E')) return { outcome: refusalOutcome(own), messages: own };
	const text = 'The request was refused because of other lines. Read the payments of the employee to see whether this one stands.';
	return { outcome: 'unknown', messages: [...own, { type: 'W', code: null, text }] };
}

/**
 * Sends the lines as they are, each employee's in as many requests as they need.
 * @param idFor the OpdateringsID of a request
 */
export async function sendLines(lines: PaymentLine[], settings: RegisterSettings, idFor: IdOfRequest, validateOnly: boolean): Promise<RegisterOutcome[]> {
	const { client, keyed, signal } = settings;
	const judge = validateOnly ? validationOutcome : registrationOutcome;
	return await byEmployee(lines, (line) => line, signal, async (own) => {
		const outcomes: RegisterOutcome[] = [];
		for (let from = 0; from < own.length; from += MAX_LINES) {
			const part = own.slice(from, from + MAX_LINES);
			const updateId = idFor(part, from);
			const result = await updatePayments(client, part, { updateId, validateOnly, keyed });
			part.forEach((line, place) => {
				const outcome = judge(result, messagesOf(result, place, part.length));
				outcomes.push({ ...outcome, updateId, ...(outcome.outcome === 'registered' && { posted: [presentPosting(line)] }) });
			});
		}
		return outcomes;
	});
}
