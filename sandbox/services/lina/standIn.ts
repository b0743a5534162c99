import type { LinaShift, LinaUser, LinaWorld } from '../../world/linaTypes.ts';
import { Collection, type RecordKind } from '../collection.ts';
import type { Records } from '../../service.ts';

/** The store's people; its business days have nothing yet. */
export class LinaRecords {
	readonly #users = new Collection<LinaUser>('users', ['userUuid']);
	readonly #shifts: LinaShift[] = [];

	get kinds(): Readonly<Record<string, RecordKind>> {
		return { users: this.#users };
	}

	load(world: LinaWorld): void {
		this.#users.load(world.users);
		this.#shifts.length = 0;
	}

	state(): Records {
		return { users: this.#users.list(), shifts: this.#shifts };
	}

	user(userUuid: string): LinaUser | undefined {
		return this.#users.get(userUuid);
	}

	read(operation: string, query: URLSearchParams): { status: number; body: unknown } {
		const needed = operation === 'userdataperdaydelta' ? 'updatedSince' : 'businessdate';
		if (!query.has(needed)) return { status: 400, body: { status: 'error', message: `Parameter ${needed} is missing.` } };
		return { status: 200, body: [] };
	}

	addShift(shift: object, now: Date): string | undefined {
		this.#shifts.push({ ...shift, changedAt: now.toISOString() } as LinaShift);
		return undefined;
	}
}
