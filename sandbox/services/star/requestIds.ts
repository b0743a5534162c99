import type { WireRequest } from '../../service.ts';
import type { Caller } from './caller.ts';
import { invalid } from './refusal.ts';

const HEADER = 'x-requestid';
const MOST_CHARACTERS = 46;

/** A request id that was used up. */
export interface UsedRequestId {
	readonly requestId: string;
	readonly organisationCode: string;
	readonly operation: string;
	readonly at: string;
}

/** The request id of a write: 1 to 46 characters (star.md 4); refused when it is missing or too long. */
export function requestIdOf({ headers }: WireRequest): string {
	const id = headers[HEADER];
	if (typeof id !== 'string' || id === '') throw invalid('x-requestId is missing.');
	if (id.length > MOST_CHARACTERS) throw invalid(`x-requestId is longer than ${MOST_CHARACTERS} characters.`);
	return id;
}

/** The request ids that were used up, by caller. */
export class RequestIds {
	readonly #used = new Map<string, UsedRequestId>();

	/** True when the caller has used the id before. */
	has(caller: Caller, requestId: string): boolean {
		return this.#used.has(`${caller.key}|${requestId}`);
	}

	/** Uses the id up. */
	add(caller: Caller, used: Omit<UsedRequestId, 'organisationCode'>): void {
		this.#used.set(`${caller.key}|${used.requestId}`, { ...used, organisationCode: caller.organisationCode });
	}

	/** All, oldest first. */
	list(): UsedRequestId[] {
		return [...this.#used.values()];
	}

	/** Forgets all. */
	clear(): void {
		this.#used.clear();
	}
}
