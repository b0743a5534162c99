import type { BusinessError, Failure, ServiceContext, WireAnswer, WireRequest } from '../../service.ts';
import { callerOf, type Caller } from './caller.ts';
import { errorBody, GENERAL_TEXTS, Refusal, refused, warnedBody, type ErrorShape, type StarError } from './refusal.ts';
import { requestIdOf, RequestIds } from './requestIds.ts';
import { Query, Router, type Match, type StarRoute } from './routes.ts';
import type { StarSwitch } from './switches.ts';

const FORBIDDEN: readonly number[] = [1013, 4575];
const UNKNOWN: readonly number[] = [2001, 4589];

/** What makes one service of STAR differ from the other. */
export interface StarDeskParts {
	readonly context: ServiceContext;
	/** The service's name, as its switches begin. */
	readonly service: string;
	readonly routes: readonly StarRoute[];
	/** Whether the caller's organisation may call the service at all. */
	isAllowed(caller: Caller): boolean;
	/** The texts of codes that only this service has. */
	readonly texts?: Readonly<Record<number, string>>;
	/** The code that only warns: the request is carried out all the same, and the answer says so. */
	readonly warning?: {
		readonly code: number;
		/** Whether it comes with the HTTP status of a refusal. */
		isRefusal(): boolean;
	};
}

/**
 * The front desk of a service of STAR: looks at certificate, headers and rights, knows request ids again, hands the
 * request to its operation, and words refusals (star.md 3 to 5).
 */
export class StarDesk {
	readonly requestIds = new RequestIds();
	readonly #parts: StarDeskParts;
	readonly #router: Router;

	constructor(parts: StarDeskParts) {
		this.#parts = parts;
		this.#router = new Router(parts.routes);
	}

	/** The wire name of the operation a request leads to; the path of one that leads nowhere. */
	operationOf(request: Pick<WireRequest, 'method' | 'path'>): string {
		return this.#router.find(request)?.route.name ?? request.path;
	}

	/** Carries a request out; with a business error it refuses instead, or warns when the code is a warning. */
	answer(request: WireRequest, businessError?: BusinessError): WireAnswer {
		try {
			const caller = callerOf(request);
			if (!this.#parts.isAllowed(caller)) throw refused(4575);
			const match = this.#router.find(request);
			if (match === undefined) throw new Refusal([{ code: 1100, text: `Nothing is at ${request.method} ${request.path}.` }], 404);
			if (!this.#hasScope(match.route)) throw refused(1013);
			return this.#carryOut(match, request, caller, businessError);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return this.#refusal(error.errors, error.status ?? this.#statusOf(error.errors[0].code));
		}
	}

	/** What a failure of the platform says. */
	failure(status: number): Failure {
		const { body, headers } = this.#refusal([{ code: 1011, text: GENERAL_TEXTS[1011] }], status);
		return { body, headers };
	}

	/** Reads first the request id, then the request itself: an id that was used up is answered with HTTP 412 and no body. */
	#carryOut(match: Match, request: WireRequest, caller: Caller, businessError: BusinessError | undefined): WireAnswer {
		const { route } = match;
		if (!this.#knowsIds(route)) return this.#run(match, request, caller, businessError);
		const requestId = requestIdOf(request);
		const isKept = this.#setting('requestIds') === 'kept';
		if (isKept && this.requestIds.has(caller, requestId)) return { status: 412, body: '', tookEffect: false };
		let isUsedUp = this.#setting('requestIdOnFailure') === 'consumed';
		try {
			const answer = this.#run(match, request, caller, businessError);
			isUsedUp = true;
			return answer;
		} finally {
			if (isKept && isUsedUp) this.requestIds.add(caller, { requestId, operation: route.name, at: this.#parts.context.clock.iso() });
		}
	}

	#run({ route, path }: Match, request: WireRequest, caller: Caller, businessError: BusinessError | undefined): WireAnswer {
		const error = businessError === undefined ? undefined : this.#errorOf(businessError);
		if (error !== undefined && error.code !== this.#parts.warning?.code) throw new Refusal([error]);
		const body = route.run({ request, caller, path, query: new Query(request.query) });
		const tookEffect = route.method !== 'GET';
		if (error !== undefined) return { ...this.#warning(error, body), tookEffect };
		if (body === undefined) return { status: this.#setting('writeAnswer') as number, body: '', tookEffect };
		return { status: 200, body: JSON.stringify(body), tookEffect };
	}

	#warning(warning: StarError, body: unknown): WireAnswer {
		if (this.#parts.warning?.isRefusal() === true) return this.#refusal([warning], this.#statusOf(warning.code));
		return { status: 200, body: warnedBody(body, [warning], this.#setting('errorShape') as ErrorShape), tookEffect: true };
	}

	/** Whether the agreement behind the certificate has the right (scope) to an operation. */
	#hasScope({ method }: StarRoute): boolean {
		const scopes = this.#setting('scopes');
		return scopes === 'readWrite' || (scopes === 'read' && method === 'GET');
	}

	#knowsIds({ method }: StarRoute): boolean {
		return method === 'POST' || (method !== 'GET' && this.#setting('requestIdOperations') === 'all');
	}

	#errorOf({ code = 1100, text }: BusinessError): StarError {
		return { code, text: text ?? this.#parts.texts?.[code] ?? GENERAL_TEXTS[code] ?? 'The request was refused' };
	}

	#statusOf(code: number): number {
		if (code === 1101) return 401;
		if (FORBIDDEN.includes(code)) return this.#setting('forbiddenStatus') as number;
		return this.#setting(UNKNOWN.includes(code) ? 'unknownStatus' : 'refusedStatus') as number;
	}

	#refusal(errors: readonly StarError[], status: number): WireAnswer {
		const shape = this.#setting('errorShape') as ErrorShape;
		const headers = shape === 'problem' ? { 'content-type': 'application/problem+json; charset=utf-8' } : undefined;
		return { status, body: errorBody(errors, shape, status), headers, tookEffect: false };
	}

	#setting(name: StarSwitch): unknown {
		return this.#parts.context.switches.get(`${this.#parts.service}.${name}`);
	}
}
