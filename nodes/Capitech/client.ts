import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { Failure } from '../kit/failure';
import type { ServiceContext } from '../kit/http';
import { callService } from '../kit/http';
import { readJson } from '../kit/json';
import type { Answer, Exchange, Repeatable } from '../kit/retry';
import { isAnswer, leavesOpen, retryAfterMs } from '../kit/retry';

const CREDENTIAL = 'capitechApi';

/** Calls under way at once: no limit is published, and more than two are not risked (contract, section 1). */
export const CONCURRENCY = 2;

/** A path that the user gave in the place of one that is not published. */
export type GivenPath = string & { readonly isGivenPath: true };

/** The operations of the API, by their paths below `/api/public/v1/` (contract, section 3). */
export type CapitechOperation =
	| 'Absence/getAbsence'
	| 'Absence/getAbsenceTransactions'
	| 'Catalogue/getCompetences'
	| 'Catalogue/getDepartments'
	| 'Catalogue/getDutyDefinitions'
	| 'Catalogue/getDutyTypes'
	| 'Catalogue/getFreeDimension1s'
	| 'Catalogue/getFreeDimension2s'
	| 'Catalogue/getOrders'
	| 'Catalogue/getPhases'
	| 'Catalogue/getProjects'
	| 'Catalogue/getSubProjects'
	| 'Catalogue/getTasks'
	| 'Catalogue/upsertProject'
	| 'Employee/getPersonalInformation'
	| 'Employee/upsertEmployee'
	| 'Time/getTimeTransactions'
	| 'Time/setExternalStatusCode'
	| GivenPath;

/** Every answer of the API has this shape, HTTP 200 or not (contract, section 1). */
interface Envelope {
	success: boolean;
	serverErrorMessage?: string | null;
	displayErrorMessage?: string | null;
	content?: IDataObject[] | null;
}

const messagesOf = ({ displayErrorMessage, serverErrorMessage }: Envelope): string =>
	[displayErrorMessage, serverErrorMessage].filter(Boolean).join(' / ');

/** "Too many results" or "maximum allowed number", in either field, with HTTP 200 or not (contract, section 1.1). */
const isTooMany = (envelope: Envelope): boolean => /too many results|maximum allowed number/i.test(messagesOf(envelope));

const isSessionExpired = ({ status, text }: Answer): boolean => {
	if (status === 401) return true;
	const envelope = readEnvelope(text);
	return envelope?.success === false && /session expired/i.test(messagesOf(envelope));
};

function readEnvelope(text: string): Envelope | undefined {
	const answer = readJson(text);
	return typeof answer === 'object' && answer !== null && 'success' in answer ? (answer as Envelope) : undefined;
}

/** What an operation came to: its rows, or why there are none. */
export type CapitechResult =
	| { outcome: 'ok'; content: IDataObject[] }
	| { outcome: 'tooMany'; failure: Failure }
	/** The service said no, or was never reached: nothing was done. */
	| { outcome: 'failed'; failure: Failure }
	/** The request may have been acted upon. */
	| { outcome: 'unknown'; failure: Failure };

function failureOf(answer: Answer, envelope: Envelope | undefined, operation: CapitechOperation): Failure {
	const { status } = answer;
	const common = { httpStatus: status, serviceText: envelope && messagesOf(envelope) };
	if (status === 401 || status === 403) {
		return new Failure({ ...common, kind: 'credential', message: 'Capitech does not let this user in', advice: 'Check the user and its right to the API and to this client.' });
	}
	if (status === 429) {
		return new Failure({ ...common, kind: 'rate-limited', message: 'Capitech is asked too often', retryAfterMs: retryAfterMs(answer), advice: 'Try again later.' });
	}
	if (status >= 500) {
		return new Failure({ ...common, kind: 'unavailable', message: 'Capitech is out of order', retryAfterMs: retryAfterMs(answer), advice: 'Try again later.' });
	}
	if (!envelope) {
		return new Failure({ ...common, kind: 'unreadable', message: `Capitech answered ${operation} with something that is not in its contract`, advice: 'Check the base URL in the credential.' });
	}
	return new Failure({ ...common, kind: 'refused', message: `Capitech refused ${operation}` });
}

function resultOf(exchange: Exchange, operation: CapitechOperation, repeatable: Repeatable): CapitechResult {
	if (!isAnswer(exchange)) {
		const outcome = exchange.mayHaveActed && repeatable === 'never' ? 'unknown' : 'failed';
		return { outcome, failure: exchange.error as Failure };
	}
	const envelope = readEnvelope(exchange.text);
	if (envelope?.success === true && exchange.status < 400) return { outcome: 'ok', content: envelope.content ?? [] };
	const failure = failureOf(exchange, envelope, operation);
	if (envelope && isTooMany(envelope)) return { outcome: 'tooMany', failure };
	/* A refusal is known only where the service says it in its own words; a gateway's page or half an answer says nothing of the write. */
	const isRefusal = !leavesOpen(exchange.status) && (envelope !== undefined || exchange.status >= 400);
	return { outcome: repeatable === 'never' && !isRefusal ? 'unknown' : 'failed', failure };
}

/** A conversation with one Capitech installation; the session token is renewed when the service has forgotten it. */
export class CapitechClient {
	private constructor(
		private readonly context: ServiceContext,
		private readonly session: ICredentialDataDecryptedObject,
	) {}

	static async open(context: ServiceContext): Promise<CapitechClient> {
		return new CapitechClient(context, { ...(await context.getCredentials(CREDENTIAL)) });
	}

	/**
	 * Calls an operation; the outcome is a value, never thrown.
	 * @param body without the token, which the credential adds
	 */
	async call(operation: CapitechOperation, body: IDataObject, repeatable: Repeatable): Promise<CapitechResult> {
		const token = this.session.accessToken;
		let exchange = await this.send(operation, body, repeatable);
		if (isAnswer(exchange) && isSessionExpired(exchange)) {
			await this.renew(token || this.session.accessToken);
			exchange = await this.send(operation, body, repeatable);
		}
		return resultOf(exchange, operation, repeatable);
	}

	/** Calls a read and gives its rows; whatever stands in the way is thrown. */
	async read(operation: CapitechOperation, body: IDataObject): Promise<IDataObject[]> {
		const result = await this.call(operation, body, 'read');
		if (result.outcome !== 'ok') throw result.failure;
		return result.content;
	}

	private async send(operation: CapitechOperation, body: IDataObject, repeatable: Repeatable): Promise<Exchange> {
		const id = this.context.getNode().credentials?.[CREDENTIAL]?.id ?? '';
		return await callService(
			this.context,
			CREDENTIAL,
			{ method: 'POST', url: operation, body, repeatable, isWhole: (text) => readEnvelope(text) !== undefined },
			{ credentialsDecrypted: { id, name: CREDENTIAL, type: CREDENTIAL, data: this.session } },
		);
	}

	/**
	 * Takes the token that another run has stored meanwhile; if there is none, an empty token makes n8n log in with the next call and store the new one.
	 * n8n's own renewal knows neither HTTP 200 as a sign nor a token that is newer than the one refused.
	 */
	private async renew(refused: unknown): Promise<void> {
		if (this.session.accessToken !== refused) return;
		const stored = await this.context.getCredentials(CREDENTIAL);
		this.session.accessToken = stored.accessToken === refused ? '' : stored.accessToken;
	}
}
