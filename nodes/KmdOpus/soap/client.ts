import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { asFailure, Failure } from '../../kit/failure';
import type { ServiceContext } from '../../kit/http';
import { callService } from '../../kit/http';
import { readText } from '../../kit/parameters';
import type { Exchange, Repeatable } from '../../kit/retry';
import { isAnswer } from '../../kit/retry';
import { hintExpiry } from '../../kit/signing';
import type { XmlElement } from '../../kit/xml';
import { unreadable } from '../client';
import { soapUrl } from './address';
import { readEnvelope, writeEnvelope } from './envelope';
import type { SoapFailure } from './fault';
import { answerFailure } from './fault';
import type { SoapOperation, SoapValues } from './operation';
import type { Overrides } from './overrides';
import { overridden, overriddenValues, underOurNames } from './overrides';
import { readReturnStatus } from './returnStatus';
import type { StreamedBytes } from './streamed';
import { streamedBody } from './streamed';

const CREDENTIAL = 'kmdOpusApi';

/** The headers of every request (contract, section 2.1): the action is the same for all. */
const HEADERS = { Accept: 'text/xml', 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: 'http://sap.com/xi/WebService/soap1.1' };

/** What came of a request: the answer's root, business status included, or why there is none. */
export type SoapResult = { kind: 'answer'; root: XmlElement } | SoapFailure;

/** Reads a body once, however often it is asked for: an answer may be of many megabytes. */
function reader(): (text: string) => XmlElement | undefined {
	let last: { text: string; root?: XmlElement } | undefined;
	return (text) => {
		if (last?.text !== text) last = { text, root: readEnvelope(text) };
		return last.root;
	};
}

function resultOf(exchange: Exchange, read: (text: string) => XmlElement | undefined, response: string): SoapResult {
	if (!isAnswer(exchange)) return { kind: 'failure', failure: asFailure(exchange.error), mayHaveActed: exchange.mayHaveActed };
	const root = read(exchange.text);
	const failed = answerFailure(exchange, root);
	if (failed) return failed;
	return root?.name === response ? { kind: 'answer', root } : { kind: 'failure', failure: unreadable(), mayHaveActed: true };
}

/** A conversation with the SOAP family of one municipality. */
export class OpusSoapClient {
	private constructor(
		private readonly context: ServiceContext,
		private readonly credentials: ICredentialDataDecryptedObject,
	) {}

	static async open(context: ServiceContext): Promise<OpusSoapClient> {
		const credentials = await context.getCredentials(CREDENTIAL);
		hintExpiry(context, credentials);
		return new OpusSoapClient(context, credentials);
	}

	get municipalityCode(): string {
		return readText(this.credentials.municipalityCode);
	}

	/** Names the calling vendor in reads of absence; empty when none was agreed upon. */
	get vendorUuid(): string {
		return readText(this.credentials.vendorUuid);
	}

	/**
	 * Sends a request. Whatever the service does is a value, a refusal in the business status among the answers.
	 * @param streamed bytes whose placeholder stands among the values
	 * @throws Failure before anything is sent: the address of the credential, or a value that XML can not carry
	 */
	async send(operation: SoapOperation, values: SoapValues, repeatable: Repeatable, overrides: Overrides = {}, streamed?: StreamedBytes): Promise<SoapResult> {
		const actual = overridden(operation, overrides);
		const envelope = writeEnvelope(actual, overriddenValues(values, overrides));
		const stream = streamed && streamedBody(envelope, streamed);
		const request = stream ? { headers: { ...HEADERS, 'Content-Length': String(stream.length) }, body: stream.open } : { headers: HEADERS, body: envelope };
		const url = soapUrl(this.credentials, actual);
		const read = reader();
		const isWhole = (text: string) => read(text) !== undefined;
		const exchange = await callService(this.context, CREDENTIAL, { method: 'POST', url, ...request, repeatable, isWhole });
		const result = resultOf(exchange, read, actual.response);
		return result.kind === 'answer' ? { ...result, root: underOurNames(result.root, overrides) } : result;
	}

	/**
	 * Makes a read.
	 * @returns the answer's root
	 * @throws Failure when the service can't be reached, refuses, or answers outside its contract
	 */
	async read(operation: SoapOperation, values: SoapValues, overrides: Overrides = {}): Promise<XmlElement> {
		const result = await this.send(operation, values, 'read', overrides);
		if (result.kind === 'failure') throw result.failure;
		const { messages, refused } = readReturnStatus(result.root);
		if (refused) throw refusal(messages.filter(({ type }) => type === 'E'));
		return result.root;
	}
}

/** The failure of a business status that says no. */
const refusal = (messages: Array<{ code: string | null; text: string }>): Failure =>
	new Failure({
		kind: 'refused',
		message: 'KMD Opus refused the request',
		code: messages[0].code ?? undefined,
		serviceText: messages.map(({ text }) => text).filter(Boolean).join(' '),
	});
