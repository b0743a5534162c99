import { DateTime } from 'luxon';

import type { JsonObject } from '../star/spelling.ts';
import { isObject } from '../star/spelling.ts';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** xs:dateTime; without an offset it is Danish wall clock. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;
const INT32 = 2 ** 31;

/** Whether a text is a guid as the page has it (star.md 1.2, patterns). */
export function isUuid(text: string): boolean {
	return UUID.test(text);
}

/** How a field stands in its table: cardinality 1, or 0-1. */
export type Need = 'required' | 'optional';

/**
 * The fields of a JSON object. Readers note what is missing or of the wrong type in a list that all objects of a body
 * share, and give undefined then; null counts as left out.
 */
export class Fields {
	readonly #fields: JsonObject;
	readonly #where: string;
	readonly #complaints: string[];

	constructor(fields: JsonObject, where: string, complaints: string[]) {
		this.#fields = fields;
		this.#where = where;
		this.#complaints = complaints;
	}

	/** Notes the fields that are not among these. */
	only(names: readonly string[]): void {
		for (const name of Object.keys(this.#fields)) if (!names.includes(name)) this.#complain(name, 'is unknown');
	}

	/** Whether a field is there. */
	has(name: string): boolean {
		return (this.#fields[name] ?? null) !== null;
	}

	/** A text. */
	text(name: string, need: Need, test: (text: string) => boolean = () => true): string | undefined {
		return this.#read(name, need, (value) => typeof value === 'string' && test(value));
	}

	/** A guid. */
	uuid(name: string, need: Need): string | undefined {
		return this.text(name, need, isUuid);
	}

	/** A date with a time, ISO 8601, as it came. */
	moment(name: string, need: Need): string | undefined {
		return this.text(name, need, (text) => DATE_TIME.test(text) && DateTime.fromISO(text).isValid);
	}

	/** A whole number of 32 bits. */
	whole(name: string, need: Need): number | undefined {
		return this.#read(name, need, (value) => Number.isInteger(value) && Math.abs(value as number) < INT32);
	}

	/** True or false. */
	truth(name: string, need: Need): boolean | undefined {
		return this.#read(name, need, (value) => typeof value === 'boolean');
	}

	/** A list of objects; none when it is left out. */
	objects(name: string): Fields[] | undefined {
		const list: unknown[] | undefined = this.#read(name, 'optional', (value) => Array.isArray(value) && value.every(isObject));
		return list?.map((fields, index) => new Fields(fields as JsonObject, `${this.#where}${name}[${index}].`, this.#complaints));
	}

	#read<T>(name: string, need: Need, test: (value: unknown) => boolean): T | undefined {
		const value = this.#fields[name] ?? undefined;
		if (value === undefined && need === 'required') this.#complain(name, 'is missing');
		if (value === undefined) return undefined;
		if (test(value)) return value as T;
		this.#complain(name, 'is not valid');
		return undefined;
	}

	#complain(name: string, what: string): void {
		this.#complaints.push(`${this.#where}${name} ${what}`);
	}
}
