/** A request that is not carried out: HTTP status and the text for its `message` (lina.md 1.11). */
export class Refusal extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

/** A parameter that is missing or wrong. */
export function badRequest(message: string): Refusal {
	return new Refusal(400, message);
}

/** What the caller may not do. */
export function forbidden(message: string): Refusal {
	return new Refusal(403, message);
}

/** The body of every error (lina.md 1.11). */
export function errorBody(message: string): string {
	return JSON.stringify({ status: 'error', message });
}
