import { ControlError, type Records } from '../service.ts';

/** The text a record is found by: its key fields, joined. */
function keyOf(record: object, kind: string, fields: readonly string[]): string {
	return fields
		.map((field) => {
			const value = (record as Record<string, unknown>)[field];
			if (typeof value !== 'string' && typeof value !== 'number') {
				throw new ControlError(`A record of "${kind}" needs ${fields.join(', ')}; "${field}" is missing.`);
			}
			return String(value);
		})
		.join('|');
}

/** Records of one kind, found by their key fields and kept in the order they came. */
export class Collection<T extends object> {
	readonly #kind: string;
	readonly #fields: readonly string[];
	readonly #defaults: Partial<T>;
	readonly #rows = new Map<string, T>();

	constructor(kind: string, fields: readonly string[], defaults: Partial<T> = {}) {
		this.#kind = kind;
		this.#fields = fields;
		this.#defaults = defaults;
	}

	/** Forgets everything and takes these rows. */
	load(rows: readonly T[]): void {
		this.#rows.clear();
		for (const row of rows) this.#rows.set(keyOf(row, this.#kind, this.#fields), row);
	}

	/** All rows. */
	list(): T[] {
		return [...this.#rows.values()];
	}

	/** The row with these key values, in the order of the key fields. */
	get(...key: readonly (string | number)[]): T | undefined {
		return this.#rows.get(key.join('|'));
	}

	/** Puts a record in, over what the row with its key already holds, or over the defaults when there is none. */
	upsert(record: object): void {
		const key = keyOf(record, this.#kind, this.#fields);
		this.#rows.set(key, { ...(this.#rows.get(key) ?? this.#defaults), ...record } as T);
	}

	/** Puts a row in the place of what has its key. */
	put(row: T): void {
		this.#rows.set(keyOf(row, this.#kind, this.#fields), row);
	}

	/** Takes the record with the key out; one that is not there is an error, so that slips show. */
	remove(record: object): void {
		const key = keyOf(record, this.#kind, this.#fields);
		if (!this.#rows.delete(key)) throw new ControlError(`No record of "${this.#kind}" has the key ${key}.`);
	}
}

/** How records of one kind are put in and taken out. */
export interface RecordKind {
	upsert(record: object): void;
	remove(record: object): void;
}

/** Hands each record to its kind; an unknown kind or a thing that is no record is refused before anything changes. */
export function forEachRecord(
	records: Records,
	kinds: Readonly<Record<string, RecordKind>>,
	action: (kind: RecordKind, record: object) => void,
): void {
	for (const [name, list] of Object.entries(records)) {
		if (!Object.hasOwn(kinds, name)) {
			throw new ControlError(`There is no kind "${name}"; there are ${Object.keys(kinds).join(', ')}.`);
		}
		if (!Array.isArray(list) || list.some((record) => typeof record !== 'object' || record === null)) {
			throw new ControlError(`"${name}" must be a list of records.`);
		}
	}
	for (const [name, list] of Object.entries(records)) {
		for (const record of list) action(kinds[name], record);
	}
}
