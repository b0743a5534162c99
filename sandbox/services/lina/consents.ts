import { ControlError } from '../../service.ts';
import type { SandboxClock } from '../../clock.ts';
import type { LinaUser } from '../../world/linaTypes.ts';
import type { RecordKind } from '../collection.ts';
import type { LinaRecords } from './records/index.ts';

/** A person as getPersonalData and the push of a consent tell it (lina.md 1.6, 3.3). */
export type ConsentRow = Pick<LinaUser, 'userUuid' | 'userVorname' | 'userName' | 'userEmail' | 'bereich'>;

/** A consent (Zustimmung) given or withdrawn. */
export interface ConsentEvent {
	readonly userUuid: string;
	readonly event: 'given' | 'withdrawn';
	/** ISO 8601 in UTC. */
	readonly at: string;
}

/** What consents are about, and who is told of them. */
export interface ConsentParts {
	readonly clock: SandboxClock;
	readonly staff: Pick<LinaRecords, 'kinds' | 'user'>;
	/** The fields of the message to the listeners. */
	readonly tell: (fields: object) => void;
}

const FIELDS = ['userUuid', 'userVorname', 'userName', 'userEmail', 'bereich'] as const;

function rowOf(user: LinaUser): ConsentRow {
	return Object.fromEntries(FIELDS.map((field) => [field, user[field]])) as unknown as ConsentRow;
}

function keyIn(record: object): string {
	const { userUuid } = record as Partial<LinaUser>;
	if (typeof userUuid !== 'string') throw new ControlError('A record of "consents" needs userUuid.');
	return userUuid;
}

/** Who lets the data go to the third party, and how that came about. As a kind of record: the user's click. */
export class Consents implements RecordKind {
	readonly #parts: ConsentParts;
	#store = '';
	readonly #given = new Set<string>();
	#events: ConsentEvent[] = [];

	constructor(parts: ConsentParts) {
		this.#parts = parts;
	}

	/** Takes over who consents in the store from the start; nobody is told. */
	load(store: string, consenting: readonly string[]): void {
		this.#store = store;
		this.#events = [];
		this.#given.clear();
		for (const userUuid of consenting) this.#given.add(userUuid);
	}

	/** Whether a user is there and consents. */
	has(userUuid: string): boolean {
		return this.#given.has(userUuid) && this.#parts.staff.user(userUuid) !== undefined;
	}

	/** Everybody who consents now. */
	rows(): ConsentRow[] {
		const users = [...this.#given].map((userUuid) => this.#parts.staff.user(userUuid));
		return users.filter((user) => user !== undefined).map(rowOf);
	}

	/** All that was given and withdrawn since the start, oldest first. */
	events(): ConsentEvent[] {
		return this.#events;
	}

	/**
	 * Gives a consent (or, with `given` false, withdraws it). Other fields are the person's: they are taken over, and
	 * a person who is not there yet is hired with them. Who consents already is asked no more: nobody is told.
	 */
	upsert(record: object): void {
		const { given = true, ...fields } = record as { given?: unknown };
		if (given === false) {
			this.remove(record);
			return;
		}
		if (given !== true) throw new ControlError('"given" of a consent is true or false.');
		this.#give(keyIn(record), fields);
	}

	/** Withdraws a consent. */
	remove(record: object): void {
		const userUuid = keyIn(record);
		if (!this.#given.delete(userUuid)) throw new ControlError(`No consent of ${userUuid} stands.`);
		this.#note(userUuid, 'withdrawn');
		this.#parts.tell({ delete: true, userUuid });
	}

	#give(userUuid: string, fields: object): void {
		this.#takeOver(userUuid, fields);
		const user = this.#parts.staff.user(userUuid);
		if (user === undefined || user.mainStore !== this.#store) {
			throw new ControlError(`The main store of ${userUuid} is another one: consent can be given there alone.`);
		}
		if (this.#given.has(userUuid)) return;
		this.#given.add(userUuid);
		this.#note(userUuid, 'given');
		this.#parts.tell(rowOf(user));
	}

	#takeOver(userUuid: string, fields: object): void {
		const known = this.#parts.staff.user(userUuid);
		const missing = known === undefined ? FIELDS.filter((field) => !Object.hasOwn(fields, field)) : [];
		if (missing.length > 0) throw new ControlError(`There is no user ${userUuid}; a new one needs ${missing.join(', ')}.`);
		this.#parts.staff.kinds.users.upsert(fields);
	}

	#note(userUuid: string, event: ConsentEvent['event']): void {
		this.#events.push({ userUuid, event, at: this.#parts.clock.iso() });
	}
}
