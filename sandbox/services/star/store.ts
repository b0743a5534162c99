import { Collection, type RecordKind } from '../collection.ts';

/**
 * Records of one kind, twice: as they are now, and as they would be had no client written anything. What the control API
 * puts in or takes out changes both; a field put in as null is taken away, since absent data are absent keys.
 */
export class Store<T extends object> implements RecordKind {
	readonly #now: Collection<T>;
	readonly #world: Collection<T>;
	readonly #fields: readonly (keyof T & string)[];

	constructor(kind: string, fields: readonly (keyof T & string)[], defaults: Partial<T> = {}) {
		this.#now = new Collection<T>(kind, fields, defaults);
		this.#world = new Collection<T>(kind, fields, defaults);
		this.#fields = fields;
	}

	/** Forgets everything and takes these rows. */
	load(rows: readonly T[]): void {
		this.#now.load(rows);
		this.#world.load(rows);
	}

	/** All rows. */
	list(): T[] {
		return this.#now.list();
	}

	/** All rows of the world, without what clients wrote. */
	listWorld(): T[] {
		return this.#world.list();
	}

	/** The row with these key values. */
	get(...key: readonly (string | number)[]): T | undefined {
		return this.#now.get(...key);
	}

	/** A client's write: the row takes the place of what had its key. */
	write(row: T): void {
		this.#now.put(row);
	}

	/** A client's deletion. */
	delete(row: T): void {
		this.#now.remove(row);
	}

	upsert(record: object): void {
		for (const rows of [this.#now, this.#world]) {
			rows.upsert(record);
			const row = rows.get(...this.#keyOf(record));
			if (row !== undefined) rows.put(withoutNulls(row) as T);
		}
	}

	remove(record: object): void {
		this.#now.remove(record);
		if (this.#world.get(...this.#keyOf(record)) !== undefined) this.#world.remove(record);
	}

	#keyOf(record: object): string[] {
		return this.#fields.map((field) => String((record as T)[field]));
	}
}

/** An object without the fields that are null; what those hold stays as it is. */
export function withoutNulls(value: object): object {
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}
