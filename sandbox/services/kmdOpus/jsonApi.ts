import type { BusinessError, Failure, ServiceContext, WireAnswer, WireRequest } from '../../service.ts';
import { ApiFault, faultBody } from './fault.ts';
import type { OpusLedger } from './ledger.ts';
import { READS, type ReadContext } from './reads.ts';
import { RequestObject } from './requestBody.ts';
import type { KmdOpusSwitch } from './switches.ts';
import type { Update, UpdateContext, UpdateOutcome } from './update.ts';

const MINUTE_MS = 60_000;

/** Municipalities (ClientID) that exist; a certificate is good for its own only. */
const MUNICIPALITIES: ReadonlySet<string> = new Set(['751', '740']);

/** The JSON family of KMD Opus behind SAP API Management (kmd-opus.md 1.6, 2.2, 4.4, 4.5). */
export class OpusJsonApi {
	/** Start of its paths, lower case. */
	readonly prefix = '/lpe/';

	readonly #context: ServiceContext;
	readonly #ledger: OpusLedger;
	readonly #updates: Readonly<Record<string, Update>>;
	readonly #answersGiven = new Map<string, Map<string, object>>();
	#recentRequests: number[] = [];

	/** `updates`: what writes, by operation. */
	constructor(context: ServiceContext, ledger: OpusLedger, updates: Readonly<Record<string, Update>>) {
		this.#context = context;
		this.#ledger = ledger;
		this.#updates = updates;
	}

	/** The operation is what follows the prefix. */
	operationOf(path: string): string {
		return path.slice(this.prefix.length);
	}

	/** Carries a request out. */
	answer(request: WireRequest, operation: string, businessError?: BusinessError): WireAnswer {
		try {
			return this.#answer(request, operation, businessError);
		} catch (error) {
			if (!(error instanceof ApiFault)) throw error;
			const headers = error.retryAfter === null ? undefined : { 'retry-after': String(error.retryAfter) };
			return { status: error.status, body: faultBody(error.message, error.errorCode), headers, tookEffect: false };
		}
	}

	/** What comes with an HTTP failure. */
	failure(status: number): Failure {
		return { body: faultBody(`Request failed with status ${status}.`, 'messaging.adaptors.http.flow.ErrorResponseCode') };
	}

	/** Forgets the answers it has given. */
	forget(): void {
		this.#answersGiven.clear();
		this.#recentRequests = [];
	}

	#answer(request: WireRequest, operation: string, businessError?: BusinessError): WireAnswer {
		this.#checkCertificate(request);
		if (![this.#updates, READS].some((table) => Object.hasOwn(table, operation))) {
			throw new ApiFault(404, `Unable to identify proxy for url: ${request.path}`, 'messaging.adaptors.http.flow.ApplicationNotFound');
		}
		if (request.method !== 'POST') {
			throw new ApiFault(405, `Method ${request.method} is not allowed.`, 'messaging.runtime.MethodNotAllowed');
		}
		this.#checkRate();
		const body = RequestObject.parse(request.body);
		this.#checkClientId(body.object('Header').text('ClientID'), request);
		const outcome: UpdateOutcome = Object.hasOwn(this.#updates, operation)
			? this.#updates[operation](body, this.#updateContext(operation, businessError))
			: { answer: READS[operation](body, this.#readContext(businessError)), tookEffect: false };
		return { status: 200, body: JSON.stringify(outcome.answer), tookEffect: outcome.tookEffect };
	}

	#updateContext(operation: string, businessError?: BusinessError): UpdateContext {
		const { clock } = this.#context;
		const answersGiven = this.#answersGiven.get(operation) ?? new Map<string, object>();
		this.#answersGiven.set(operation, answersGiven);
		return {
			ledger: this.#ledger,
			answersGiven,
			honoursRepeats: this.#setting('updateIdRepeat') === 'honoured',
			registersGoodLines: this.#setting('atomicity') === 'perLine',
			refusesClosedPeriods: this.#setting('closedPeriod') === 'refuses',
			remarkLength: Number(this.#setting('remarkLength')),
			today: clock.stamp().slice(0, 10),
			timestamp: clock.iso(),
			businessError,
		};
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
		return this.#context.switches.get(`kmdOpus.${name}`);
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
