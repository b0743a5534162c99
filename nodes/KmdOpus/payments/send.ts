import type { IDataObject } from 'n8n-workflow';

import type { Outcome, OutcomeMessage } from '../../kit/outcome';
import { notSentOutcome } from '../../kit/outcome';
import type { UpdateResult } from './answer';
import { refusalOutcome, validationOutcome } from './answer';
import type { RegisterOutcome, SendSettings } from './employees';
import { byEmployee } from './employees';
import type { UpdateOptions } from './service';
import { MAX_LINES } from './service';
import { freshUpdateId, updateId } from './updateId';

/** A service that takes lines of one employee. */
export interface LineService<T> {
	/** Sends the lines of one employee, at most MAX_LINES. */
	update(lines: T[], options: UpdateOptions): Promise<UpdateResult>;
	/** A line in the node's own words, for output. */
	present(line: T): IDataObject;
	/** How a human finds out what stands: the beginning of a sentence. */
	check: string;
}

/** The messages about a line of a request, those of the whole request included; one that names a line the request doesn't have is about the whole. */
const messagesOf = (result: UpdateResult, place: number, count: number): OutcomeMessage[] =>
	'messages' in result
		? result.messages.filter(({ sequence }) => sequence === undefined || sequence === place || sequence >= count).map(({ message }) => message)
		: [];

/**
 * The outcome of a line that was to be registered, of which nothing is read back.
 * @param own   the messages that concern the line
 * @param check how a human finds out what stands
 */
export function registrationOutcome(result: UpdateResult, own: OutcomeMessage[], check: string): Outcome {
	if (result.kind === 'notSent') return notSentOutcome(result.failure);
	if (result.kind === 'unknown') {
		const text = `${result.failure.message}. ${check} before you send it again.`;
		return { outcome: 'unknown', messages: [{ type: 'E', code: null, text }] };
	}
	if (result.kind === 'accepted') return { outcome: 'registered', messages: own };
	if (own.some(({ type }) => type === 'E')) return { outcome: refusalOutcome(own), messages: own };
	const text = `The request was refused because of other lines. ${check} to see whether this one stands.`;
	return { outcome: 'unknown', messages: [...own, { type: 'W', code: null, text }] };
}

/**
 * Sends the lines as they are, each employee's in as many requests as they need. The OpdateringsID of a request is derived from its lines and from their place
 * among the employee's, since equal lines may go into several requests; a validation gets one of its own.
 * @param run what a repeat of the run shares (`runOf`)
 */
export async function sendLines<T extends { employeeNumber: string }>(
	lines: T[],
	service: LineService<T>,
	{ keyed, signal }: SendSettings,
	run: unknown[],
	validateOnly: boolean,
): Promise<RegisterOutcome[]> {
	return await byEmployee(lines, ({ employeeNumber }) => employeeNumber, signal, async (own) => {
		const outcomes: RegisterOutcome[] = [];
		for (let from = 0; from < own.length; from += MAX_LINES) {
			const part = own.slice(from, from + MAX_LINES);
			const id = validateOnly ? freshUpdateId() : updateId(...run, from, part);
			const result = await service.update(part, { updateId: id, validateOnly, keyed });
			part.forEach((line, place) => {
				const messages = messagesOf(result, place, part.length);
				const outcome = validateOnly ? validationOutcome(result, messages) : registrationOutcome(result, messages, service.check);
				outcomes.push({ ...outcome, updateId: id, ...(outcome.outcome === 'registered' && { posted: [service.present(line)] }) });
			});
		}
		return outcomes;
	});
}
