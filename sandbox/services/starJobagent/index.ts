import type { BusinessError, Failure, Records, SandboxService, ServiceContext, WireAnswer, WireRequest } from '../../service.ts';
import type { World } from '../../world/types.ts';
import { forEachRecord } from '../collection.ts';
import { StarDesk } from '../star/desk.ts';
import { JOBAGENT_TEXTS, WARNING } from './codes.ts';
import { jobagentRoutes } from './operations.ts';
import { Registers } from './registers.ts';
import { JOBAGENT_SWITCHES, type JobagentSwitch } from './switches.ts';

/** The organisation that the page ticks: STAR itself (star.md 1.2). */
const STAR = { type: 100, code: 'STAR' } as const;

/** The operations that have a table of codes (star.md 5.1). */
const WITH_CODES: readonly string[] = ['CreateJobagent', 'UpdateJobagent'];

/** The simulated Jobagent service of STAR (star.md 1.2, 5.1). */
class StarJobagent implements SandboxService {
	readonly name = 'starJobagent';
	readonly prefixes = ['/star/jobagent'];
	readonly switches = JOBAGENT_SWITCHES;

	readonly #context: ServiceContext;
	readonly #registers = new Registers();
	readonly #desk: StarDesk;

	constructor(context: ServiceContext) {
		const setting = (name: JobagentSwitch): unknown => this.#setting(name);
		this.#context = context;
		this.#desk = new StarDesk({
			context,
			service: this.name,
			routes: jobagentRoutes({ clock: context.clock, registers: this.#registers, setting }),
			isAllowed: ({ organisationType, organisationCode }) =>
				setting('allowedOrganisations') === 'all' || (organisationType === STAR.type && organisationCode === STAR.code),
			texts: JOBAGENT_TEXTS,
			warning: { code: WARNING, isRefusal: () => setting('warn9345') === 'withRefusedStatus' },
		});
	}

	operationOf(request: WireRequest): string {
		return this.#desk.operationOf(request);
	}

	answer(request: WireRequest, operation: string, businessError?: BusinessError): WireAnswer {
		return this.#desk.answer(request, businessError ?? this.#demanded(operation));
	}

	failure(status: number): Failure {
		return this.#desk.failure(status);
	}

	load({ starJobagent }: World): void {
		this.#registers.load(starJobagent);
		this.#desk.requestIds.clear();
	}

	state(): Records {
		return { ...this.#registers.rows('now'), requestIds: this.#desk.requestIds.list() };
	}

	worldState(): Records {
		return { ...this.#registers.rows('world'), requestIds: [] };
	}

	upsert(records: Records): void {
		forEachRecord(records, this.#registers.kinds, (kind, record) => kind.upsert(record));
	}

	remove(keys: Records): void {
		forEachRecord(keys, this.#registers.kinds, (kind, record) => kind.remove(record));
	}

	/** The code that the switches demand of a creation or update. */
	#demanded(operation: string): BusinessError | undefined {
		if (!WITH_CODES.includes(operation)) return undefined;
		const code = Number(this.#setting('alsoRefuse'));
		if (code !== 0) return { code };
		return this.#setting('warn9345') === 'off' ? undefined : { code: WARNING };
	}

	#setting(name: JobagentSwitch): unknown {
		return this.#context.switches.get(`${this.name}.${name}`);
	}
}

/** The simulated Jobagent service of STAR (star.md). */
export function makeStarJobagent(context: ServiceContext): SandboxService {
	return new StarJobagent(context);
}
