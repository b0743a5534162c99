import type {
	BusinessError,
	Failure,
	Records,
	SandboxService,
	ServiceContext,
	WireAnswer,
	WireRequest,
} from '../../service.ts';
import type { World } from '../../world/types.ts';
import { forEachRecord, type RecordKind } from '../collection.ts';
import { ApiKeys } from './apiKeys.ts';
import { authorize } from './authorize.ts';
import { CallWindow, exhausted } from './callWindow.ts';
import { Certificates } from './certificates.ts';
import { Consents } from './consents.ts';
import { OPERATIONS, type House, type Operation, type Outcome } from './operations.ts';
import { Pushes } from './pushes.ts';
import { LinaRecords } from './records/index.ts';
import { errorBody, forbidden, Refusal } from './refusal.ts';
import { callerOf, type Caller } from './signIn.ts';
import { LINA_SWITCHES, type LinaSwitch } from './switches.ts';
import { Tokens } from './tokens.ts';
import { Webhooks } from './webhooks.ts';

const PREFIX = '/lina';
const PERSONAL = `${PREFIX}/extern/personal/`;
const OAUTH = `${PREFIX}/extern/oauth2/`;

const answered = (body: unknown): Outcome => ({ status: 200, body, tookEffect: false });

/** The simulated LINA Third Party API, group Personal, of one store (lina.md 1 to 4). */
class Lina implements SandboxService {
	readonly name = 'lina';
	readonly prefixes = [PREFIX];
	readonly switches = LINA_SWITCHES;

	readonly #context: ServiceContext;
	readonly #apiKeys = new ApiKeys();
	readonly #tokens: Tokens;
	readonly #calls = new CallWindow();
	readonly #records: LinaRecords;
	readonly #consents: Consents;
	readonly #webhooks = new Webhooks();
	readonly #pushes: Pushes;
	readonly #certificates = new Certificates();
	readonly #house: House;
	readonly #kinds: Readonly<Record<string, RecordKind>>;

	constructor(context: ServiceContext) {
		const { clock } = context;
		this.#context = context;
		this.#records = new LinaRecords(context);
		this.#tokens = new Tokens(clock);
		this.#pushes = new Pushes(clock);
		this.#consents = new Consents({
			clock,
			staff: this.#records,
			tell: (fields) => this.#tell(fields),
		});
		this.#house = {
			clock,
			records: this.#records,
			consents: this.#consents,
			webhooks: this.#webhooks,
			certificates: this.#certificates,
			calls: () => this.#calls.count(clock.now()),
			setting: (name) => this.#setting(name),
		};
		this.#kinds = {
			...this.#records.kinds,
			consents: this.#consents,
			webhooks: this.#webhooks.kind,
			apiKeys: this.#apiKeys.records,
			clients: this.#tokens.clients,
		};
	}

	operationOf({ path }: Pick<WireRequest, 'path'>): string {
		for (const start of [PERSONAL, OAUTH]) if (path.startsWith(start)) return path.slice(start.length);
		return path;
	}

	answer(request: WireRequest, operation: string, businessError?: BusinessError): WireAnswer {
		try {
			if (businessError !== undefined) throw refusalOf(businessError);
			const { status, body, tookEffect } = this.#carryOut(request, operation);
			return { status, body: typeof body === 'string' ? body : JSON.stringify(body), tookEffect };
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return { status: error.status, body: errorBody(error.message), tookEffect: false };
		}
	}

	failure(status: number): Failure {
		return { body: errorBody(status === 429 ? exhausted(this.#limit()) : `Internal error (${status}).`) };
	}

	expireTokens(): void {
		this.#tokens.expire();
	}

	load({ arguments: { seed }, lina }: World): void {
		this.#apiKeys.load(seed, this.#context.clock.iso());
		this.#tokens.load(seed);
		this.#calls.clear();
		this.#records.load(lina);
		this.#consents.load(lina.store, lina.consenting);
		this.#webhooks.clear();
		this.#pushes.clear();
		this.#certificates.clear();
	}

	state(): Records {
		return {
			...this.#records.state(),
			...this.#access(),
			certificates: this.#certificates.list(),
			webhooks: this.#webhooks.list(),
			pushes: this.#pushes.list(),
		};
	}

	worldState(): Records {
		return { ...this.#records.worldState(), ...this.#access() };
	}

	upsert(records: Records): void {
		forEachRecord(records, this.#kinds, (kind, record) => kind.upsert(record));
	}

	remove(keys: Records): void {
		forEachRecord(keys, this.#kinds, (kind, record) => kind.remove(record));
	}

	/** Who lets data go, and who may fetch them. */
	#access(): Records {
		return {
			consents: this.#consents.rows(),
			consentEvents: this.#consents.events(),
			apiKeys: this.#apiKeys.records.list(),
			clients: this.#tokens.clients.list(),
		};
	}

	#carryOut(request: WireRequest, name: string): Outcome {
		if (request.path.startsWith(OAUTH)) return this.#carryOutOAuth(request, name);
		const operation = request.path.startsWith(PERSONAL) ? OPERATIONS.get(name) : undefined;
		if (operation === undefined) throw new Refusal(404, 'Not found.');
		demandMethod(request, operation.method);
		return operation.run(this.#house, request, this.#admit(request, operation));
	}

	/** Signs the caller in, counts the call, and then looks at the caller's rights: calls without the right count too. */
	#admit(request: WireRequest, { counted, keyOnly, scope }: Operation): Caller {
		const now = this.#context.clock.now();
		const keyHeader = this.#setting('keyHeader') as 'authorization' | 'xApiKey';
		const caller = callerOf(request, { apiKeys: this.#apiKeys, tokens: this.#tokens, keyHeader, now });
		if (counted && !this.#calls.take(this.#limit(), now)) throw new Refusal(429, exhausted(this.#limit()));
		if (keyOnly === true && caller.by !== 'apiKey') throw forbidden('Webhooks are open to API-Keys only.');
		if (!caller.scopes.includes(scope)) throw forbidden(`Scope ${scope} is missing.`);
		return caller;
	}

	#carryOutOAuth(request: WireRequest, name: string): Outcome {
		switch (name) {
			case 'authorize':
				demandMethod(request, 'GET');
				return answered(authorize(new URLSearchParams(request.query), this.#tokens));
			case 'token':
				demandMethod(request, 'POST');
				return { ...answered(this.#tokens.grant(new URLSearchParams(request.body), Number(this.#setting('tokenSeconds')))), tookEffect: true };
			default:
				throw new Refusal(404, 'Not found.');
		}
	}

	#tell(fields: object): void {
		const mode = this.#setting('pushes') as 'once' | 'lost' | 'twice';
		for (const webhook of this.#webhooks.list()) this.#pushes.send(webhook, fields, mode);
	}

	#limit(): number {
		return Number(this.#setting('rateLimit'));
	}

	#setting(name: LinaSwitch): unknown {
		return this.#context.switches.get(`${this.name}.${name}`);
	}
}

function demandMethod(request: WireRequest, method: Operation['method']): void {
	if (request.method !== method) throw new Refusal(405, `Method ${request.method} is not allowed.`);
}

/** A refusal on demand; its code is an HTTP status, also 200 (with `status: "error"` all the same). */
function refusalOf({ code = 400, text = 'The request was refused.' }: BusinessError): Refusal {
	return new Refusal(code >= 200 && code < 600 ? code : 400, text);
}

/** The simulated LINA (lina.md). */
export function makeLina(context: ServiceContext): SandboxService {
	return new Lina(context);
}
