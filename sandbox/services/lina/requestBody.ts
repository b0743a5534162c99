import { badRequest } from './refusal.ts';

/** The fields of a JSON body; each reader refuses what is missing or of the wrong type. */
export class RequestBody {
	readonly #fields: Readonly<Record<string, unknown>>;

	private constructor(fields: Readonly<Record<string, unknown>>) {
		this.#fields = fields;
	}

	/** Reads the body: one JSON object. */
	static parse(body: string): RequestBody {
		let fields: unknown;
		try {
			fields = JSON.parse(body);
		} catch {
			throw badRequest('The body is not valid JSON.');
		}
		if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
			throw badRequest('The body must be a JSON object.');
		}
		return new RequestBody(fields as Record<string, unknown>);
	}

	/** Refuses fields other than these. */
	only(...names: readonly string[]): void {
		const unknown = Object.keys(this.#fields).find((name) => !names.includes(name));
		if (unknown !== undefined) throw badRequest(`Field ${unknown} is unknown.`);
	}

	/** True when the field is there. */
	has(name: string): boolean {
		return Object.hasOwn(this.#fields, name);
	}

	/** A text that is not empty. */
	text(name: string): string {
		const value = this.#fields[name];
		if (typeof value !== 'string' || value === '') throw badRequest(`${name} is missing or is no text.`);
		return value;
	}

	/** A whole number from 0 up; `fallback` when it is not there and need not be. */
	whole(name: string, fallback?: number): number {
		const value = this.has(name) ? this.#fields[name] : fallback;
		if (!Number.isSafeInteger(value) || (value as number) < 0) throw badRequest(`${name} is missing or is no whole number.`);
		return value as number;
	}
}
