import { malformed } from './fault.ts';

/** A JSON object of a request, read by the contract's keys; a value of the wrong JSON type is HTTP 400. */
export class RequestObject {
	readonly #values: Readonly<Record<string, unknown>>;
	readonly #path: string;

	constructor(values: unknown, path: string) {
		if (typeof values !== 'object' || values === null || Array.isArray(values)) {
			throw malformed(`${path} must be a JSON object.`);
		}
		this.#values = values as Record<string, unknown>;
		this.#path = path;
	}

	/** Reads a whole request body. */
	static parse(body: string): RequestObject {
		let values: unknown;
		try {
			values = JSON.parse(body);
		} catch {
			throw malformed('The request body is not valid JSON.');
		}
		return new RequestObject(values, 'The request');
	}

	/** A text; empty when absent or null. */
	text(key: string): string {
		const value = this.#values[key] ?? '';
		if (typeof value !== 'string') throw malformed(`${this.#pathOf(key)} must be a text.`);
		return value;
	}

	/** A whole number that must be there. */
	int(key: string): number {
		const value = this.#values[key];
		if (!Number.isInteger(value)) throw malformed(`${this.#pathOf(key)} must be a whole number.`);
		return value as number;
	}

	/** An object that must be there. */
	object(key: string): RequestObject {
		return new RequestObject(this.#values[key], this.#pathOf(key));
	}

	/** A list of objects that must be there. */
	objects(key: string): RequestObject[] {
		const list = this.#values[key];
		if (!Array.isArray(list)) throw malformed(`${this.#pathOf(key)} must be a list.`);
		return list.map((element, index) => new RequestObject(element, `${this.#pathOf(key)}[${index}]`));
	}

	#pathOf(key: string): string {
		return this.#path === 'The request' ? key : `${this.#path}.${key}`;
	}
}
