import { XMLParser } from 'fast-xml-parser';

import type { CallOptions, Json, Reply, TestClient } from './client.ts';

const SERVLET = '/XISOAPAdapter/MessageServlet';
const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** The headers that every SOAP call carries. */
export const SOAP_HEADERS = {
	'content-type': 'text/xml; charset=utf-8',
	soapaction: 'http://sap.com/xi/WebService/soap1.1',
};

/** Unqualified elements of a request: texts, objects, lists of either; what is undefined is left out. */
export type Fields = { readonly [name: string]: string | Fields | readonly (string | Fields)[] | undefined };

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Fields as XML, in the order given. */
export function toXml(fields: Fields): string {
	const element = (name: string, value: string | Fields): string =>
		`<${name}>${typeof value === 'string' ? escape(value) : toXml(value)}</${name}>`;
	return Object.entries(fields)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => [value].flat().map((one) => element(name, one as string | Fields)).join(''))
		.join('');
}

/** A SOAP 1.1 envelope around a payload. */
export function envelope(payload: string): string {
	return `<soapenv:Envelope xmlns:soapenv="${ENVELOPE}"><soapenv:Header/><soapenv:Body>${payload}</soapenv:Body></soapenv:Envelope>`;
}

/** The servlet's address in its full form. */
export function addressOf(senderService: string, interfaceName: string, interfaceNamespace: string): string {
	const parts = { senderParty: '', senderService, receiverParty: '', receiverService: '', interface: interfaceName, interfaceNamespace };
	return `${SERVLET}?${new URLSearchParams(parts)}`;
}

/** Sends an envelope. */
export function sendSoap(client: TestClient, address: string, body: string, options: CallOptions = {}): Promise<Reply> {
	return client.send(address, body, { ...options, headers: { ...SOAP_HEADERS, ...options.headers } });
}

const parser = new XMLParser({
	removeNSPrefix: true,
	parseTagValue: false,
	isArray: (name) => name === 'item' || name === 'Item',
});

/** What the Body of an answer holds, by local names; `item` and `Item` are always lists. */
export function bodyOf(reply: Reply): Json {
	return parser.parse(reply.text).Envelope.Body;
}

/** The text in the detail of a SOAP fault; throws when the answer is none. */
export function faultTextOf(reply: Reply): string {
	return bodyOf(reply).Fault.detail.SystemError.text;
}
