import type {
	IAdditionalCredentialOptions,
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
} from 'n8n-workflow';

import { explainTlsFailure } from './clientCertificate';
import { Failure, findFailure } from './failure';
import type { Exchange, NoAnswer, Repeatable } from './retry';
import { withRetry } from './retry';

/** The contexts in which a client may speak to its service. */
export type ServiceContext = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions;

export interface HttpCall {
	method: IHttpRequestMethods;
	url: string;
	headers?: Record<string, string>;
	/** A record goes as JSON, a text as it is. A stream is given as a function: each try needs one of its own. */
	body?: IDataObject | string | (() => Promise<Buffer | NodeJS.ReadableStream>);
	repeatable: Repeatable;
	/** Whether a body is what the service answers; the client's to know. */
	isWhole: (text: string) => boolean;
	/** Milliseconds to wait for an answer. */
	timeout?: number;
	/**
	 * Asked before each try where calls are counted; what it gives back is called when the try is over. A failure that it throws ends the call with nothing sent.
	 * Who counts calls also decides what becomes of a 429: it is given back at once.
	 */
	admit?: () => Promise<() => void>;
}

const DEFAULT_TIMEOUT_MS = 120_000;

/** Codes that Node gives when no connection came about: the service can't have acted. */
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ERR_INVALID_URL']);

function* causesOf(error: unknown): Generator<Error> {
	for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) yield at;
}

/** Reads from a thrown error whether the request may have reached the service, and says it in words. */
export function noAnswer(error: unknown): NoAnswer {
	const own = findFailure(error);
	if (own) return { noAnswer: true, mayHaveActed: false, transient: false, error: own };

	const tls = explainTlsFailure(error);
	if (tls) {
		const failure = new Failure({ kind: 'credential', message: tls });
		return { noAnswer: true, mayHaveActed: false, transient: false, error: failure };
	}
	const codes = [...causesOf(error)].map((cause) => (cause as { code?: unknown }).code);
	const mayHaveActed = !codes.some((code) => NEVER_ARRIVED.has(String(code)));
	const message = mayHaveActed ? 'The connection was cut or timed out before an answer came' : 'The service can not be reached';
	const advice = 'Check the base URL in the credential, the network, whether the service is up, and, if it wants a client certificate, whether it accepts yours: some cut the connection when they do not.';
	return { noAnswer: true, mayHaveActed, transient: true, error: new Failure({ kind: 'unavailable', message, advice }) };
}

/** The signal by which the user stops the execution; only an execution has one. */
export const cancelSignal = (context: ServiceContext): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

const headersOf = (response: IN8nHttpFullResponse): Record<string, string> =>
	Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

/**
 * Makes a request and reads whatever comes of it as a value: an answer of any status, or none.
 * @param isWhole whether a body is what the service answers
 */
export async function exchange(send: () => Promise<IN8nHttpFullResponse>, isWhole: (text: string) => boolean): Promise<Exchange> {
	try {
		const response = await send();
		const answer = { status: response.statusCode, headers: headersOf(response), text: String(response.body ?? '') };
		return answer.status < 300 && !isWhole(answer.text) ? { ...answer, garbled: true } : answer;
	} catch (error) {
		return noAnswer(error);
	}
}

/** How every request of the pack is made: each status an answer, the body as text, no redirect followed (a write must not go to an address nobody entered). */
export const REQUEST_DEFAULTS = {
	encoding: 'text',
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	disableFollowRedirect: true,
	sendCredentialsOnCrossOriginRedirect: false,
} as const satisfies Partial<IHttpRequestOptions>;

/**
 * One HTTP call through n8n's helper, repeated by the pack's one retry rule. Nothing is thrown for a failed call.
 * @param credentialType the credential that signs the request
 * @param override       credential data to use in place of the stored one
 */
export async function callService(
	context: ServiceContext,
	credentialType: string,
	call: HttpCall,
	override?: IAdditionalCredentialOptions,
): Promise<Exchange> {
	const request = async (): Promise<IHttpRequestOptions> => ({
		...REQUEST_DEFAULTS,
		method: call.method,
		url: call.url,
		headers: { Accept: 'application/json', ...call.headers },
		body: typeof call.body === 'function' ? await call.body() : call.body,
		timeout: call.timeout ?? DEFAULT_TIMEOUT_MS,
	});
	const send = async () => {
		const over = await call.admit?.();
		try {
			return (await context.helpers.httpRequestWithAuthentication.call(context, credentialType, await request(), override)) as IN8nHttpFullResponse;
		} finally {
			over?.();
		}
	};
	const tooMany = call.admit ? 'give back' : 'try again';
	return await withRetry(async () => await exchange(send, call.isWhole), call.repeatable, cancelSignal(context), tooMany);
}
