import type { Failure, WireAnswer } from '../../../service.ts';
import { writeXml, type XmlNode } from './xml.ts';

/** The namespace of SOAP 1.1 envelopes (kmd-opus.md 2.1). */
export const ENVELOPE_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';

const SYSTEM_FAILURE = 'ADAPTER.JAVA_EXCEPTION';
const SYSTEM_ERROR_NAMESPACE = 'http://sap.com/xi/WebService/xi2.0';

/** A request that the integration platform turns down with a SOAP fault; `code` is SAP's own (kmd-opus.md 4.1). */
export class SoapFault extends Error {
	readonly code: string;

	constructor(message: string, code = SYSTEM_FAILURE) {
		super(message);
		this.code = code;
	}
}

/** A request that the servlet itself turns away, with an HTTP status and a page of HTML. */
export class ServletRefusal extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

function envelope(status: number, content: string, tookEffect: boolean): WireAnswer {
	const body =
		"<?xml version='1.0' encoding='utf-8'?>\n" +
		`<SOAP:Envelope xmlns:SOAP="${ENVELOPE_NAMESPACE}"><SOAP:Header/><SOAP:Body>${content}</SOAP:Body></SOAP:Envelope>`;
	return { status, body, headers: { 'content-type': 'text/xml; charset=utf-8' }, tookEffect };
}

/** The answer of an operation. */
export function answerWith(payload: XmlNode, tookEffect: boolean): WireAnswer {
	return envelope(200, writeXml(payload), tookEffect);
}

/** A SOAP fault as SAP PI words it (kmd-opus.md 4.1, assumed). */
export function faultAnswer(message: string, code = SYSTEM_FAILURE): WireAnswer {
	const leaf = (name: string, text: string): XmlNode => ({ name, text });
	const systemError = writeXml(
		{
			name: 'SystemError',
			namespace: SYSTEM_ERROR_NAMESPACE,
			children: [leaf('context', 'XIAdapter'), leaf('code', code), leaf('text', message)],
		},
		{ [SYSTEM_ERROR_NAMESPACE]: 's' },
	);
	const fault =
		'<SOAP:Fault><faultcode>SOAP:Server</faultcode><faultstring>Server Error</faultstring>' +
		`<detail>${systemError}</detail></SOAP:Fault>`;
	return envelope(500, fault, false);
}

/** The page that comes with an HTTP failure of the servlet. */
export function failurePage(status: number, message: string): Failure {
	const body = `<html><head><title>Error Report</title></head><body><h2>${status}</h2><p>${message}</p></body></html>`;
	return { body, headers: { 'content-type': 'text/html; charset=utf-8' } };
}
