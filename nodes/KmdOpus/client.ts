import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../kit/failure';
import type { ServiceContext } from '../kit/http';
import { callService } from '../kit/http';
import { readJson } from '../kit/json';
import { readText } from '../kit/parameters';
import type { Answer, Exchange, Repeatable } from '../kit/retry';
import { isAnswer, retryAfterMs } from '../kit/retry';
import { hintExpiry } from '../kit/signing';
import type { WireNames } from './wireNames';
import { renamed, underOurNames } from './wireNames';

const CREDENTIAL = 'kmdOpusApi';

/** The services of the JSON family by their paths (contract, section 1.6). The others are our reading of the first two's pattern. */
export const PATHS = {
	updatePayments: 'lpe/update-onetime-payments',
	readPayments: 'lpe/read-onetime-payments',
	employeeNumberFromCpr: 'lpe/get-employee-number-from-cpr',
	costCenterPsp: 'lpe/get-cost-center-psp',
	updateFixedSupplements: 'lpe/update-fixed-supplements',
	updatePersonData: 'lpe/update-person-data',
} as const;

/** The head of an answer. Reads give `Status` as a number (0: fine), the update as a text ("OK", "Error"). */
export interface OpusHeader extends IDataObject {
	Status?: string | number;
	Tekst?: string;
	Timestamp?: string;
	OpdateringsID?: string;
}

export interface OpusAnswer extends IDataObject {
	Header: OpusHeader;
}

/** What the service means by "nothing found", which is no failure (contract, section 4.4). */
const NOT_FOUND = /data ikke fundet/i;

const HTML_SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text that may have been escaped as in a page of HTML. */
export const decodeHtml = (text: string): string =>
	text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#x([\da-f]{1,5}));/gi, (_all, name?: string, decimal?: string, hex?: string) =>
		name ? HTML_SIGNS[name.toLowerCase()] : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex ?? '', 16)),
	);

/** The head's text, which an internal failure delivers HTML-encoded. */
export const headerText = ({ Tekst }: OpusHeader): string => decodeHtml(String(Tekst ?? '')).trim();

/** An answer of the JSON family, or undefined when it is something else. */
export function readOpusAnswer(text: string): OpusAnswer | undefined {
	const answer = readJson(text) as Partial<OpusAnswer> | null | undefined;
	return typeof answer === 'object' && answer !== null && typeof answer.Header === 'object' && answer.Header !== null
		? (answer as OpusAnswer)
		: undefined;
}

/** The failure in an HTTP status, or undefined when the body decides (contract, sections 2.2 and 4.1). */
export function httpFailure(answer: Answer): Failure | undefined {
	const { status: httpStatus } = answer;
	const wait = retryAfterMs(answer);
	switch (true) {
		case httpStatus === 400:
			return new Failure({ kind: 'refused', httpStatus, message: 'KMD Opus refused the request as a whole', advice: 'Check the municipality code in the credential: an unknown one is answered like this.' });
		case httpStatus === 401 || httpStatus === 403:
			return new Failure({ kind: 'credential', httpStatus, message: 'KMD Opus does not accept the client certificate for this municipality', advice: 'Check the certificate and the municipality code in the credential, and that KMD has opened the access.' });
		case httpStatus === 429:
			return new Failure({ kind: 'rate-limited', httpStatus, message: 'KMD Opus is asked too often', retryAfterMs: wait, advice: 'Try again later.' });
		case httpStatus >= 500:
			return new Failure({ kind: 'unavailable', httpStatus, message: 'KMD Opus is out of order', retryAfterMs: wait, advice: 'Try again later.' });
		case httpStatus >= 300:
			return new Failure({ kind: 'refused', httpStatus, message: 'KMD Opus does not know this address', advice: 'Check the base URL in the credential.' });
		default:
			return undefined;
	}
}

/** The status of a read; undefined when there is none to be read: it must not pass for a zero, which means fine. */
function readStatus({ Status }: OpusHeader): number | undefined {
	const text = readText(Status);
	return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** The failure of an answer that can't be understood. What can't be understood must never count as "nothing there". */
export const unreadable = (): Failure =>
	new Failure({ kind: 'unreadable', message: 'KMD Opus answered with something that is not in its contract', advice: 'Check the base URL in the credential.' });

/**
 * Whether the service itself said no to a read, as it does for an employee it doesn't know. A refusal that bears an HTTP status is about the request or the
 * access, and every other kind is a failure on the way.
 */
export const isOwnRefusal = ({ kind, details }: Failure): boolean => kind === 'refused' && details.httpStatus === undefined;

/** A conversation with the JSON family of one municipality. */
export class OpusJsonClient {
	private constructor(
		private readonly context: ServiceContext,
		readonly municipalityCode: string,
	) {}

	static async open(context: ServiceContext): Promise<OpusJsonClient> {
		const credentials = await context.getCredentials(CREDENTIAL);
		hintExpiry(context, credentials);
		return new OpusJsonClient(context, String(credentials.municipalityCode).trim());
	}

	/**
	 * Sends a request; the head's ClientID, the municipality, is added here. Whatever comes of it is a value.
	 * @param path  one of PATHS, or the user's own in place of an assumed one
	 * @param names the user's own in place of assumed ones, of the request and of the answer
	 */
	async send(path: string, body: IDataObject, repeatable: Repeatable, names: WireNames = {}): Promise<Exchange> {
		const request = { ...body, Header: { ClientID: this.municipalityCode, ...(body.Header as IDataObject | undefined) } };
		const isWhole = (text: string) => readOpusAnswer(underOurNames(text, names)) !== undefined;
		const exchange = await callService(this.context, CREDENTIAL, { method: 'POST', url: path, body: renamed(request, names), repeatable, isWhole });
		return isAnswer(exchange) ? { ...exchange, text: underOurNames(exchange.text, names) } : exchange;
	}

	/**
	 * Makes a read. "Data ikke fundet" is an empty answer.
	 * @param keep  values of the request that are no person's number although they look alike
	 * @param names the user's own in place of assumed ones
	 * @returns the answer, or undefined when there is nothing
	 * @throws Failure when the service can't be reached, refuses, or answers outside its contract
	 */
	async read(path: string, body: IDataObject, keep: readonly string[] = [], names: WireNames = {}): Promise<OpusAnswer | undefined> {
		const exchange = await this.send(path, body, 'read', names);
		if (!isAnswer(exchange)) throw exchange.error;
		const failure = httpFailure(exchange);
		if (failure) throw failure;
		const answer = readOpusAnswer(exchange.text);
		const status = answer && readStatus(answer.Header);
		if (status === undefined || !answer) throw unreadable();
		const text = headerText(answer.Header);
		if (status === 0) return answer;
		if (status === 1 && NOT_FOUND.test(text)) return undefined;
		throw new Failure({
			kind: status >= 500 ? 'unavailable' : 'refused',
			code: String(answer.Header.Status),
			serviceText: text,
			message: 'KMD Opus refused the request',
			keep,
		});
	}
}
