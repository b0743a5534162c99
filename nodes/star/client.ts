import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { HttpCall, ServiceContext } from '../kit/http';
import { callService, cancelSignal } from '../kit/http';
import { readJson } from '../kit/json';
import { readText } from '../kit/parameters';
import { isAnswer } from '../kit/retry';
import { hintExpiry } from '../kit/signing';
import { errorsIn, isWholeRead, isWholeWrite } from './answer';
import { WARNING_CODE } from './codes';
import { rootOf } from './credential';
import type { StarService } from './failure';
import { failureOf } from './failure';
import type { RequestUser } from './headers';
import { badCredential, HEADERS, metadataHeaders } from './headers';
import type { StarWrite, StarWriteResult } from './write';
import { writeOnce } from './write';

type Values = Record<string, string>;

const withQuery = (path: string, query: Values): string => {
	const parameters = new URLSearchParams(query).toString();
	return parameters ? `${path}?${parameters}` : path;
};

/**
 * A conversation with one of STAR's services. An operation opens one for each item, since an item may name a user of its own, and reads or writes with it:
 *
 *     const client = await openAkasse(context, index);
 *     const { path, query } = readPath('Path', options.path, PATHS.akasse, { akasseKode });
 *     const record = recordIn(await client.read('GetAkasseOplysninger', path, query), 'GetAkasseOplysninger');
 *     const result = await client.write({ operation: 'UpdateAkasseOplysninger', method: 'PUT', path, query, body, requestId: readRequestId(context, index), readBack });
 *     return [enrich(input, { ...outcomeOf(result) })];
 */
export class StarClient {
	private constructor(
		private readonly context: ServiceContext,
		private readonly service: StarService,
		private readonly credentials: ICredentialDataDecryptedObject,
		/** Who acts and for which organisation. */
		private readonly metadata: Values,
	) {}

	/**
	 * @param user who acts in the place of the credential's user, as `readUser` reads it
	 * @throws Failure when a field of the credential is wrong
	 */
	static async open(context: ServiceContext, service: StarService, user: RequestUser = {}): Promise<StarClient> {
		const credentials = await context.getCredentials(service.credential);
		hintExpiry(context, credentials);
		return new StarClient(context, service, credentials, metadataHeaders(credentials, user));
	}

	/** The code of the organisation that acts: that of the a-kasse, where it is one. */
	get organisationCode(): string {
		return readText(this.credentials.organisationCode);
	}

	/** The header that names a person: a CPR number travels in it alone, never in a path or a query. */
	personHeader(cpr: string): Values {
		return { [HEADERS.cpr]: cpr };
	}

	/**
	 * The whole address of a path of the code lists, which have a base URL of their own.
	 * @throws Failure when the credential has none
	 */
	codeListUrl(path: string): string {
		const { codeListBaseUrl } = this.credentials;
		if (!readText(codeListBaseUrl)) {
			throw badCredential('Code List Base URL', 'is empty', 'STAR keeps the code lists at an address of their own: enter it in the credential.');
		}
		return `${rootOf('Code List Base URL', codeListBaseUrl)}/${path.replace(/^\/+/, '')}`;
	}

	/**
	 * Makes a read.
	 * @param operation its name on the wire, for the messages
	 * @param path      as `readPath` gives it, or a whole address of the code lists
	 * @returns the answer's JSON, an object or a list; `recordIn` and `listIn` read it
	 * @throws Failure whatever stands in the way; `isNotThere` tells whether it is that there is no such record
	 */
	async read(operation: string, path: string, query: Values = {}, headers: Values = {}): Promise<unknown> {
		const exchange = await this.send({ method: 'GET', url: withQuery(path, query), headers, repeatable: 'read', isWhole: isWholeRead });
		if (!isAnswer(exchange)) throw exchange.error;
		const { status, text } = exchange;
		const errors = errorsIn(text, status >= 300);
		if (status >= 300 || exchange.garbled || errors.some(({ code }) => code !== WARNING_CODE)) throw failureOf(exchange, errors, this.service, operation);
		return readJson(text);
	}

	/** Makes one logical write by the rule of `writeOnce`; what came of it is a value, and `outcomeOf` makes the item's fields of it. */
	async write(write: StarWrite): Promise<StarWriteResult> {
		const { method, path, query = {}, body, requestId } = write;
		const headers = { ...write.headers, [HEADERS.requestId]: requestId };
		const call = { method, url: withQuery(path, query), headers, body, repeatable: 'never', isWhole: isWholeWrite } as const;
		return await writeOnce(write, this.service, async () => await this.send(call), cancelSignal(this.context));
	}

	private async send(call: HttpCall) {
		return await callService(this.context, this.service.credential, { ...call, headers: { ...this.metadata, ...call.headers } });
	}
}
