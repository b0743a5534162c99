import { ControlError } from '../../service.ts';
import type { TimeTransaction } from '../../world/types.ts';

/** Rows of one firm by date, of the whole store by uid; rows are changed in place. */
export class TransactionStore {
	readonly #byUid = new Map<number, TimeTransaction[]>();
	readonly #byDate = new Map<number, Map<string, TimeTransaction[]>>();
	/** Status that the world gave rows which a client has marked since. */
	readonly #statusBeforeClients = new Map<TimeTransaction, number | null>();
	readonly #unapprovedOn = new Map<TimeTransaction, string>();
	#deleted: TimeTransaction[] = [];

	/** Forgets everything and takes these rows over. */
	load(rows: readonly TimeTransaction[]): void {
		this.#byUid.clear();
		this.#byDate.clear();
		this.#statusBeforeClients.clear();
		this.#unapprovedOn.clear();
		this.#deleted = [];
		for (const row of rows) this.add(row);
	}

	/** Adds a new row. */
	add(row: TimeTransaction): void {
		const siblings = this.#byUid.get(row.uid);
		if (siblings === undefined) this.#byUid.set(row.uid, [row]);
		else siblings.push(row);
		this.#addToDate(row);
		this.#deleted = this.#deleted.filter((deleted) => !isSameRow(deleted, row));
	}

	/** All rows of a registration. */
	ofUid(clientId: number, uid: number): TimeTransaction[] {
		return (this.#byUid.get(uid) ?? []).filter((row) => row.clientId === clientId);
	}

	/** The row with the key (clientId, uid, timeCategoryId). */
	find(clientId: number, uid: number, timeCategoryId: number): TimeTransaction | undefined {
		return this.ofUid(clientId, uid).find((row) => row.timeCategoryId === timeCategoryId);
	}

	/** A firm's rows whose dateIn lies in the period, both ends included. */
	*withDateIn(clientId: number, from: string, to: string): Generator<TimeTransaction> {
		for (const [date, rows] of this.#byDate.get(clientId) ?? []) if (date >= from && date <= to) yield* rows;
	}

	/** A firm's rows whose in/out touches the period. */
	*touching(clientId: number, from: string, to: string): Generator<TimeTransaction> {
		for (const [date, rows] of this.#byDate.get(clientId) ?? []) {
			if (date > to) continue;
			for (const row of rows) if ((row.dateOut ?? row.dateIn) >= from) yield row;
		}
	}

	/** Rows taken out since the world was made. */
	get deleted(): readonly TimeTransaction[] {
		return this.#deleted;
	}

	/** Every row. */
	list(): TimeTransaction[] {
		return [...this.#byUid.values()].flat();
	}

	/** Every row, with the status it would have had no client marked any. */
	listAsWorld(): TimeTransaction[] {
		return this.list().map((row) => {
			const status = this.#statusBeforeClients.get(row);
			return status === undefined ? row : { ...row, externalStatusCode: status };
		});
	}

	/** A client's mark. */
	mark(row: TimeTransaction, status: number | null): void {
		if (!this.#statusBeforeClients.has(row)) this.#statusBeforeClients.set(row, row.externalStatusCode);
		row.externalStatusCode = status;
	}

	/** A status set in Capitech itself; it becomes the world's. */
	setStatus(row: TimeTransaction, status: number | null): void {
		this.#statusBeforeClients.delete(row);
		row.externalStatusCode = status;
	}

	/** Moves a row to another date. */
	move(row: TimeTransaction, date: string): void {
		this.#removeFromDate(row);
		row.dateIn = date;
		this.#addToDate(row);
	}

	/** Notes when an approval was withdrawn. */
	noteUnapproval(row: TimeTransaction, stamp: string): void {
		this.#unapprovedOn.set(row, stamp);
	}

	/** When an approval of the row was last withdrawn, if ever. */
	unapprovedOn(row: TimeTransaction): string | undefined {
		return this.#unapprovedOn.get(row);
	}

	/** Takes a row out; it stays known as deleted. */
	remove(clientId: number, uid: number, timeCategoryId: number, stamp: string): void {
		const row = this.find(clientId, uid, timeCategoryId);
		if (row === undefined) {
			throw new ControlError(`There is no transaction with clientId ${clientId}, uid ${uid}, timeCategoryId ${timeCategoryId}.`);
		}
		this.#byUid.set(uid, (this.#byUid.get(uid) ?? []).filter((other) => other !== row));
		this.#removeFromDate(row);
		row.lastUpdatedOn = stamp;
		this.#deleted.push(row);
	}

	#addToDate(row: TimeTransaction): void {
		let dates = this.#byDate.get(row.clientId);
		if (dates === undefined) this.#byDate.set(row.clientId, (dates = new Map()));
		const rows = dates.get(row.dateIn);
		if (rows === undefined) dates.set(row.dateIn, [row]);
		else rows.push(row);
	}

	#removeFromDate(row: TimeTransaction): void {
		const dates = this.#byDate.get(row.clientId);
		dates?.set(row.dateIn, (dates.get(row.dateIn) ?? []).filter((other) => other !== row));
	}
}

function isSameRow(one: TimeTransaction, other: TimeTransaction): boolean {
	return one.uid === other.uid && one.timeCategoryId === other.timeCategoryId && one.clientId === other.clientId;
}
