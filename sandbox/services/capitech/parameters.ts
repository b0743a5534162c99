import { isIsoDate } from '../../world/dates.ts';
import { Refusal } from './refusal.ts';

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}$/;

/** The parameters of a request body; each reader refuses a value of the wrong type (capitech.md 1, 3.1). */
export class Parameters {
	readonly #values: Readonly<Record<string, unknown>>;
	readonly #asked = new Set<string>();

	private constructor(values: Readonly<Record<string, unknown>>) {
		this.#values = values;
	}

	/** Reads the body: one JSON object. */
	static parse(body: string): Parameters {
		let values: unknown;
		try {
			values = JSON.parse(body);
		} catch {
			throw new Refusal('The request body is not valid JSON.');
		}
		if (typeof values !== 'object' || values === null || Array.isArray(values)) {
			throw new Refusal('The request body must be a JSON object.');
		}
		return new Parameters(values as Record<string, unknown>);
	}

	/** True when the key is there, be its value null. */
	has(name: string): boolean {
		this.#asked.add(name);
		return Object.hasOwn(this.#values, name);
	}

	/** A text, or null when absent or null. */
	text(name: string): string | null {
		return this.#read(name, 'a text', (value) => typeof value === 'string');
	}

	/** A whole number, or null. */
	int(name: string): number | null {
		return this.#read(name, 'a whole number', (value) => Number.isInteger(value));
	}

	/** A number with at most so many digits before the decimal sign and two after it, or null. */
	decimal(name: string, digits: number): number | null {
		return this.#read(name, `a number of at most ${digits} digits and two decimals`, (value) => {
			const isShort = typeof value === 'number' && Math.abs(value) < 10 ** digits;
			return isShort && Math.round(value * 100) / 100 === value;
		});
	}

	/** A whole number or a text, or null. */
	intOrText(name: string): number | string | null {
		return this.#read(name, 'a whole number or a text', (value) => Number.isInteger(value) || typeof value === 'string');
	}

	/** True, false, or null. */
	flag(name: string): boolean | null {
		return this.#read(name, 'true, false or null', (value) => typeof value === 'boolean');
	}

	/** A date `yyyy-MM-dd`, or null. */
	date(name: string): string | null {
		return this.#read(name, 'a date in the form yyyy-MM-dd', isIsoDate);
	}

	/** A moment `yyyy-MM-dd HH:mm:ss.000`, or null. */
	timestamp(name: string): string | null {
		return this.#read(name, 'a time in the form yyyy-MM-dd HH:mm:ss.000', (value) => {
			const date = typeof value === 'string' ? TIMESTAMP.exec(value)?.[1] : undefined;
			return isIsoDate(date);
		});
	}

	/** A list of whole numbers as a set; null when absent, null or empty. */
	ints(name: string): ReadonlySet<number> | null {
		const list = this.#read<number[]>(name, 'a list of whole numbers', (value) =>
			Array.isArray(value) && value.every((element) => Number.isInteger(element)),
		);
		return list === null || list.length === 0 ? null : new Set(list);
	}

	/** As `ints`, but a single number will do. */
	intOrInts(name: string): ReadonlySet<number> | null {
		this.#asked.add(name);
		return Number.isInteger(this.#values[name]) ? new Set([this.#values[name] as number]) : this.ints(name);
	}

	/** A list of texts as a set; null when absent, null or empty. */
	texts(name: string): ReadonlySet<string> | null {
		const list = this.#read<string[]>(name, 'a list of texts', (value) =>
			Array.isArray(value) && value.every((element) => typeof element === 'string'),
		);
		return list === null || list.length === 0 ? null : new Set(list);
	}

	/** Refuses a parameter that no reader has asked for: called when an operation has read all of its own. */
	nothingElse(): void {
		const unknown = Object.keys(this.#values).filter((name) => !this.#asked.has(name));
		if (unknown.length > 0) throw new Refusal(`The parameter ${unknown.join(', ')} is not known.`);
	}

	/** A value that must be there. */
	required<T>(name: string, value: T | null): T {
		if (value === null) throw new Refusal(`The parameter ${name} is required.`);
		return value;
	}

	#read<T>(name: string, form: string, fits: (value: unknown) => boolean): T | null {
		this.#asked.add(name);
		const value = this.#values[name];
		if (value === undefined || value === null) return null;
		if (!fits(value)) throw new Refusal(`The parameter ${name} must be ${form}.`);
		return value as T;
	}
}
