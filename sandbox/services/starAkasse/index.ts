import type { BusinessError, Failure, Records, SandboxService, ServiceContext, WireAnswer, WireRequest } from '../../service.ts';
import type { World } from '../../world/types.ts';
import { forEachRecord, type RecordKind } from '../collection.ts';
import type { Caller } from '../star/caller.ts';
import { StarDesk } from '../star/desk.ts';
import { makeReads, type House } from './reads.ts';
import { AkasseRegister } from './register.ts';
import { STAR_AKASSE_SWITCHES } from './switches.ts';
import { makeWrites } from './writes.ts';

/** The type of an organisation that is an a-kasse (assumed, star.md 3). */
const AKASSE_TYPE = 2;

/** The simulated A-kasse service of STAR, with the code lists (star.md 1.1, 6, 7). */
class StarAkasse implements SandboxService {
	readonly name = 'starAkasse';
	readonly prefixes = ['/star/akasse', '/star/codelists'];
	readonly switches = STAR_AKASSE_SWITCHES;

	readonly #register = new AkasseRegister();
	readonly #desk: StarDesk;
	readonly #kinds: Readonly<Record<string, RecordKind>>;

	constructor(context: ServiceContext) {
		const register = this.#register;
		const house: House = { clock: context.clock, register, setting: (name) => context.switches.get(`${this.name}.${name}`) };
		this.#desk = new StarDesk({
			context,
			service: this.name,
			routes: [...makeReads(house), ...makeWrites(house)],
			isAllowed: ({ organisationType, organisationCode }: Caller) =>
				organisationType === AKASSE_TYPE && register.akasser.get(organisationCode) !== undefined,
		});
		this.#kinds = { akasser: register.akasser, branches: register.branches, codeLists: register.codeLists };
	}

	operationOf(request: WireRequest): string {
		return this.#desk.operationOf(request);
	}

	answer(request: WireRequest, _operation: string, businessError?: BusinessError): WireAnswer {
		return this.#desk.answer(request, businessError);
	}

	failure(status: number): Failure {
		return this.#desk.failure(status);
	}

	load({ starAkasse }: World): void {
		this.#register.load(starAkasse);
		this.#desk.requestIds.clear();
	}

	state(): Records {
		return { ...this.#register.state(), requestIds: this.#desk.requestIds.list() };
	}

	worldState(): Records {
		return { ...this.#register.worldState(), requestIds: [] };
	}

	upsert(records: Records): void {
		forEachRecord(records, this.#kinds, (kind, record) => kind.upsert(record));
	}

	remove(keys: Records): void {
		forEachRecord(keys, this.#kinds, (kind, record) => kind.remove(record));
	}
}

/** The simulated A-kasse service of STAR (star.md). */
export function makeStarAkasse(context: ServiceContext): SandboxService {
	return new StarAkasse(context);
}
