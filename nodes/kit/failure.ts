import type { Failure as FailureCause, INode } from 'n8n-workflow';
import { ExecutionBaseError, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { maskText } from './mask';

/** Why an operation could not do its work. */
export type FailureKind =
	/** Something the user entered or an item carries; nothing was sent. */
	| 'bad input'
	/** The credential: certificate, password, right. */
	| 'credential'
	/** The service is asked too often. */
	| 'rate-limited'
	/** The service can't be reached or is out of order; nothing was done. */
	| 'unavailable'
	/** The service answered no, and gave a reason. */
	| 'refused'
	/** The service answered something that is not in its contract. */
	| 'unreadable'
	/** A write was sent and its answer was lost. */
	| 'outcome unknown'
	/** The user stopped the execution. */
	| 'cancelled'
	/** A slip of ours. */
	| 'unexpected';

/** What a failure may say: an allow-list. A response body never comes in. */
export interface FailureDetails {
	kind: FailureKind;
	/** What happened, in a sentence. */
	message: string;
	/** What to do about it. */
	advice?: string;
	/** The service's own text. */
	serviceText?: string;
	code?: string;
	httpStatus?: number;
	requestId?: string;
	/** Milliseconds the service asked to wait. */
	retryAfterMs?: number;
	/** Values that look like a person's number and are none: a cost centre, an account. */
	keep?: readonly string[];
}

/** A failure on its way to the item loop, which alone turns it into what the user sees. */
export class Failure extends Error {
	readonly kind: FailureKind;

	constructor(readonly details: FailureDetails) {
		super(maskText(details.message, details.keep));
		this.name = 'Failure';
		this.kind = details.kind;
	}
}

/** The failure of an input value: which field, what is wrong, what to do. */
export const badInput = (field: string, problem: string, advice?: string): Failure =>
	new Failure({ kind: 'bad input', message: `'${field}' ${problem}`, advice });

const CAUSES: Partial<Record<FailureKind, FailureCause['cause']>> = {
	'bad input': 'configuration-invalid',
	credential: 'credential-invalid',
	'rate-limited': 'rate-limited',
	unavailable: 'temporarily-unavailable',
	unexpected: 'node-defect',
};

function causeOf({ kind, retryAfterMs }: FailureDetails): FailureCause | undefined {
	const cause = CAUSES[kind];
	if (cause === 'rate-limited' || cause === 'temporarily-unavailable') return { cause, retryAfterMs };
	return cause === undefined ? undefined : ({ cause } as FailureCause);
}

function describe({ serviceText, code, httpStatus, requestId, advice, keep }: FailureDetails): string | undefined {
	const lines = [
		serviceText && `The service says: ${serviceText}`,
		code && `Code: ${code}`,
		httpStatus && `HTTP status: ${httpStatus}`,
		requestId && `Request ID: ${requestId}`,
		advice,
	].filter(Boolean);
	return lines.length ? maskText(lines.join('\n'), keep) : undefined;
}

/** The error along the cause chain that our own code threw, if there is one. */
export function findFailure(error: unknown): Failure | undefined {
	for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
		if (at instanceof Failure) return at;
	}
	return undefined;
}

/** Our own failure behind an error, or, where there is none, one that tells no more than that. */
export const asFailure = (error: unknown): Failure => findFailure(error) ?? new Failure(unexpected(error));

const unexpected = (error: unknown): FailureDetails => ({
	kind: 'unexpected',
	message: `Something unexpected happened (${error instanceof Error ? error.name : typeof error})`,
	advice: 'Nothing is known to be wrong with your input. Please report it with the name of the operation.',
});

/** n8n's own refusals (a missing credential, a broken expression) keep their text, masked; of anything else only the kind is told. */
function detailsOf(error: unknown): FailureDetails {
	const failure = findFailure(error);
	if (failure) return failure.details;
	if (error instanceof NodeApiError) {
		return { kind: 'unavailable', message: 'The request could not be made', httpStatus: Number(error.httpCode) || undefined };
	}
	if (error instanceof ExecutionBaseError) {
		return { kind: 'bad input', message: error.message, advice: error.description ?? undefined };
	}
	return unexpected(error);
}

/**
 * Turns whatever went wrong into the error that n8n shows and stores. Built from an allow-list and masked; the texts are set after construction,
 * since n8n replaces any message that contains the name of a Node error code ("pre-existing" contains one) by a canned one.
 * @param itemIndex the item at fault, named in the message
 */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeApiError | NodeOperationError {
	const details = detailsOf(error);
	const options = { itemIndex, failure: causeOf(details) };
	const shown =
		details.kind === 'bad input' || details.kind === 'cancelled' || details.kind === 'unexpected'
			? new NodeOperationError(node, details.kind, options)
			: new NodeApiError(node, {}, { ...options, message: details.kind, httpCode: details.httpStatus?.toString() });
	const text = maskText(details.message, details.keep);
	shown.message = itemIndex === undefined ? text : `${text} [item ${itemIndex}]`;
	shown.description = describe(details);
	shown.messages = [];
	return shown;
}
