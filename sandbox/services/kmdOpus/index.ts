import type {
	BusinessError,
	Records,
	SandboxService,
	ServiceContext,
	WireAnswer,
	WireRequest,
} from '../../service.ts';
import type { World } from '../../world/types.ts';
import { forEachRecord, type RecordKind } from '../collection.ts';
import { ApiFault, faultBody } from './fault.ts';
import { OpusLedger } from './ledger.ts';
import { READS, type ReadContext } from './reads.ts';
import { RequestObject } from './requestBody.ts';
import { KMD_OPUS_SWITCHES, type KmdOpusSwitch } from './switches.ts';
import { updatePayments } from './updatePayments.ts';

const PREFIX = '/lpe';
const UPDATE = 'update-onetime-payments';
const MINUTE_MS = 60_000;

/** Municipalities (ClientID) that exist; a certificate is good for its own only. */
const MUNICIPALITIES: ReadonlySet<string> = new Set(['751', '740']);

/** The simulated KMD Opus Personale, JSON family (kmd-opus.md 1.6, 2.2, 4.4, 4.5). */
class KmdOpus implements SandboxService {
	readonly name = 'kmdOpus';
	readonly prefix = `${PREFIX}/`;
	readonly switches = KMD_OPUS_SWITCHES;

	readonly #context: ServiceContext;
	readonly #ledger = new OpusLedger();
	readonly #answersGiven = new Map<string, object>();
	#recentRequests: number[] = [];
	readonly #kinds: Readonly<Record<string, RecordKind>> = {
		payments: this.#ledger.paymentRecords,
		employments: this.#ledger.employmentRecords,
		persons: this.#ledger.persons,
		costCenters: this.#ledger.costCenters,
		pspElements: this.#ledger.pspElements,
		payElements: this.#ledger.payElements,
		accounts: this.#ledger.accounts,
		payPeriods: this.#ledger.payPeriods,
	};

	constructor(context: ServiceContext) {
		this.#context = context;
	}

	operationOf(path: string): string {
		return path.slice(this.prefix.length);
	}

	answer(request: WireRequest, operation: string, businessError?: BusinessError): WireAnswer {
		try {
			return this.#answer(request, operation, businessError);
		} catch (error) {
			if (!(error instanceof ApiFault)) throw error;
			const headers = error.retryAfter === null ? undefined : { 'retry-after': String(error.retryAfter) };
			return { status: error.status, body: faultBody(error.message, error.errorCode), headers, tookEffect: false };
		}
	}

	failureBody(status: number): string {
		return faultBody(`Request failed with status ${status}.`, 'messaging.adaptors.http.flow.ErrorResponseCode');
	}

	load(world: World): void {
		this.#ledger.load(world.opus);
		this.#answersGiven.clear();
		this.#recentRequests = [];
	}

	state(): Records {
		return { payments: this.#ledger.payments(), ...this.#masterData() };
	}

	worldState(): Records {
		return { payments: this.#ledger.paymentsOfWorld(), ...this.#masterData() };
	}

	upsert(records: Records): void {
		forEachRecord(records, this.#kinds, (kind, record) => kind.upsert(record));
	}

	remove(keys: Records): void {
		forEachRecord(keys, this.#kinds, (kind, record) => kind.remove(record));
	}

	#masterData(): Records {
		return {
			employments: this.#ledger.employments.list(),
			persons: this.#ledger.persons.list(),
			costCenters: this.#ledger.costCenters.list(),
			pspElements: this.#ledger.pspElements.list(),
			payElements: this.#ledger.payElements.list(),
			accounts: this.#ledger.accounts.list(),
			payPeriods: this.#ledger.payPeriods.list(),
		};
	}

	#answer(request: WireRequest, operation: string, businessError?: BusinessError): WireAnswer {
		this.#checkCertificate(request);
		if (operation !== UPDATE && !Object.hasOwn(READS, operation)) {
			throw new ApiFault(404, `Unable to identify proxy for url: ${request.path}`, 'messaging.adaptors.http.flow.ApplicationNotFound');
		}
		if (request.method !== 'POST') {
			throw new ApiFault(405, `Method ${request.method} is not allowed.`, 'messaging.runtime.MethodNotAllowed');
		}
		this.#checkRate();
		const body = RequestObject.parse(request.body);
		this.#checkClientId(body.object('Header').text('ClientID'), request);
		const outcome =
			operation === UPDATE
				? this.#update(body, businessError)
				: { answer: READS[operation](body, this.#readContext(businessError)), tookEffect: false };
		return { status: 200, body: JSON.stringify(outcome.answer), tookEffect: outcome.tookEffect };
	}

	#update(body: RequestObject, businessError?: BusinessError): { answer: object; tookEffect: boolean } {
		const { clock } = this.#context;
		return updatePayments(body, {
			ledger: this.#ledger,
			answersGiven: this.#answersGiven,
			honoursRepeats: this.#setting('updateIdRepeat') === 'honoured',
			registersGoodLines: this.#setting('atomicity') === 'perLine',
			refusesClosedPeriods: this.#setting('closedPeriod') === 'refuses',
			remarkLength: Number(this.#setting('remarkLength')),
			today: clock.stamp().slice(0, 10),
			timestamp: clock.iso(),
			businessError,
		});
	}

	#readContext(businessError?: BusinessError): ReadContext {
		return {
			ledger: this.#ledger,
			statusStyle: this.#setting('statusStyle'),
			decimalStyle: this.#setting('decimalStyle'),
			returnsCostCenter: this.#setting('readReturnsCostCenter') === true,
			refusal:
				businessError === undefined
					? null
					: { status: businessError.code ?? 2, text: businessError.text ?? 'Der opstod en fejl.' },
		} as ReadContext;
	}

	#setting(name: KmdOpusSwitch): unknown {
		return this.#context.switches.get(`${this.name}.${name}`);
	}

	#checkCertificate({ certificate }: WireRequest): void {
		if (!certificate.presented) throw new ApiFault(403, 'No client certificate was presented.', 'tls.NoClientCertificate');
		if (!certificate.trusted) {
			throw new ApiFault(403, 'The client certificate is not trusted or not valid.', 'tls.ClientCertificateNotTrusted');
		}
	}

	/** HTTP 400 for a client that does not exist, 403 for one the certificate is not good for (kmd-opus.md 2.2). */
	#checkClientId(clientId: string, { certificate }: WireRequest): void {
		if (!MUNICIPALITIES.has(clientId)) throw new ApiFault(400, `Invalid client ${clientId}.`, 'client.Invalid');
		if (certificate.municipality !== clientId) {
			throw new ApiFault(403, `Client ${clientId} is not allowed for the certificate.`, 'client.NotAllowed');
		}
	}

	/** Counts by real time: the sandbox's own clock may stand still. */
	#checkRate(): void {
		const limit = Number(this.#setting('rateLimitPerMinute'));
		if (limit === 0) return;
		const now = Date.now();
		this.#recentRequests = this.#recentRequests.filter((at) => at > now - MINUTE_MS);
		if (this.#recentRequests.length >= limit) {
			const seconds = Math.ceil((this.#recentRequests[0] + MINUTE_MS - now) / 1000);
			throw new ApiFault(429, 'Rate limit exceeded.', 'policies.ratelimit.SpikeArrestViolation', seconds);
		}
		this.#recentRequests.push(now);
	}
}

/** The simulated KMD Opus Personale. */
export function makeKmdOpus(context: ServiceContext): SandboxService {
	return new KmdOpus(context);
}
