import type { BusinessError, Failure, WireAnswer, WireRequest } from '../../../service.ts';
import { checkSender, checkService, operationsAt, readAddress } from './address.ts';
import { answerWith, ENVELOPE_NAMESPACE, failurePage, faultAnswer, ServletRefusal, SoapFault } from './answers.ts';
import { refuses, type SoapOperation, type SoapReply } from './operation.ts';
import { SoapRequest } from './request.ts';
import { complaintAbout } from './schema.ts';
import { parseXml, XmlError, type XmlElement } from './xml.ts';

const PATH = '/XISOAPAdapter/MessageServlet';
const SOAP_ACTION = 'http://sap.com/xi/WebService/soap1.1';
const ROOT_IN_BODY = /<(?:[\w.-]+:)?Body\b[^>]*>\s*<(?:[\w.-]+:)?([\w.-]+)/;

function checkRequest(request: WireRequest): void {
	if (request.path !== PATH) throw new ServletRefusal(404, 'The requested resource does not exist.');
	if (request.method !== 'POST') throw new ServletRefusal(405, 'The method is not allowed.');
	const { certificate } = request;
	if (!certificate.presented) throw new ServletRefusal(403, 'Client certificate required.');
	if (!certificate.trusted) throw new ServletRefusal(403, 'The client certificate is not accepted.');
}

function checkHeaders({ headers }: WireRequest): void {
	const type = String(headers['content-type'] ?? '').toLowerCase();
	if (!/^text\/xml\s*(;\s*charset="?utf-8"?\s*)?$/.test(type)) throw new SoapFault('The content type must be text/xml in utf-8.');
	const action = String(headers.soapaction ?? '');
	if (action !== SOAP_ACTION && action !== `"${SOAP_ACTION}"`) throw new SoapFault('The SOAPAction is not the one of the agreement.');
}

/** What the Body of a SOAP 1.1 envelope with an empty Header, or none, holds. */
function payloadOf(body: string): XmlElement {
	const envelope = parseXml(body);
	const names = envelope.children.map(({ name }) => name).join(' ');
	if ([envelope, ...envelope.children].some(({ namespace }) => namespace !== ENVELOPE_NAMESPACE) || envelope.name !== 'Envelope') {
		throw new SoapFault('The message is no SOAP 1.1 envelope.');
	}
	if (names !== 'Body' && names !== 'Header Body') throw new SoapFault('The envelope must hold a Header and a Body.');
	const [content, header] = [...envelope.children].reverse();
	if (header !== undefined && header.children.length > 0) throw new SoapFault('The Header must be empty.');
	if (content.children.length !== 1) throw new SoapFault('The Body must hold one element.');
	return content.children[0];
}

/** The SAP PI servlet: one address for all SOAP operations (kmd-opus.md 2.1, 4.1). */
export class MessageServlet {
	/** Start of its paths, lower case. */
	readonly prefix = '/xisoapadapter/';

	readonly #operations: readonly SoapOperation[];

	constructor(operations: readonly SoapOperation[]) {
		this.#operations = operations;
	}

	/** Whether a path is the servlet's. */
	owns(path: string): boolean {
		return path.toLowerCase().startsWith(this.prefix);
	}

	/** The operation by its interface and, where that has several, by the root in the body; else the path's last part. */
	operationOf({ path, query, body }: WireRequest): string {
		const unknown = path.split('/').at(-1) ?? path;
		try {
			const found = operationsAt(readAddress(query), this.#operations);
			if (found.length < 2) return found[0]?.name ?? unknown;
			const root = ROOT_IN_BODY.exec(body)?.[1];
			return found.find(({ request }) => request.name === root)?.name ?? unknown;
		} catch (error) {
			if (error instanceof SoapFault) return unknown;
			throw error;
		}
	}

	/** What comes with an HTTP failure. */
	failure(status: number): Failure {
		return failurePage(status, 'The server could not carry the request out.');
	}

	/** Carries a request out; a business error refuses it, or with type W or I only adds a remark. */
	answer(request: WireRequest, businessError?: BusinessError): WireAnswer {
		try {
			checkRequest(request);
			return this.#answer(request, businessError);
		} catch (error) {
			if (error instanceof ServletRefusal) return { status: error.status, ...failurePage(error.status, error.message), tookEffect: false };
			if (error instanceof SoapFault) return faultAnswer(error.message, error.code);
			if (error instanceof XmlError) return faultAnswer(error.message);
			throw error;
		}
	}

	#answer(request: WireRequest, businessError?: BusinessError): WireAnswer {
		const address = readAddress(request.query);
		const municipality = checkSender(address, request.certificate.municipality);
		const candidates = operationsAt(address, this.#operations);
		if (candidates.length === 0) throw new SoapFault('Unable to find an interface by that name and namespace.', 'MS.INTERFACE');
		checkService(address, candidates[0]);
		checkHeaders(request);
		const payload = payloadOf(request.body);
		const operation = candidates.find((candidate) => candidate.request.name === payload.name) ?? candidates[0];
		const complaint = complaintAbout(payload, operation.request);
		if (complaint !== null) throw new SoapFault(complaint, 'MAPPING.VALIDATION');
		const reply = this.#reply(operation, new SoapRequest(payload), municipality, businessError);
		const children = [operation.status(reply.remarks), ...reply.content];
		return answerWith({ ...operation.response, children }, reply.tookEffect);
	}

	#reply(operation: SoapOperation, request: SoapRequest, municipality: string, businessError?: BusinessError): SoapReply {
		if (businessError === undefined) return operation.handle(request, { municipality });
		const text = operation.textOf?.(businessError.code) ?? 'Der opstod en fejl.';
		const remark = { text, ...withoutGaps(businessError) };
		if (refuses(remark)) return { remarks: [remark], content: [], tookEffect: false };
		const reply = operation.handle(request, { municipality });
		return { ...reply, remarks: [...reply.remarks, remark] };
	}
}

function withoutGaps(businessError: BusinessError): BusinessError {
	return Object.fromEntries(Object.entries(businessError).filter(([, value]) => value !== undefined));
}
