import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { WireAnswer, WireRequest } from '../../../service.ts';
import { addressOf, bodyOf, envelope, SOAP_HEADERS } from '../../../testing/soap.ts';
import type { SoapOperation } from './operation.ts';
import { singleStatus } from './returnStatus.ts';
import { leaves } from './schema.ts';
import { MessageServlet } from './servlet.ts';

const NAMESPACE = 'urn:kmd.dk:TEST:external';
const PART = 'urn:part';
const SENDER = 'KMD_LPT_VACAB_Service_751';
const ADDRESS = addressOf(SENDER, 'GetThings_OS_SI', NAMESPACE);

const GET_THINGS: SoapOperation = {
	name: 'GetThings',
	service: 'absence',
	interface: 'GetThings_OS_SI',
	interfaceNamespace: NAMESPACE,
	request: {
		name: 'GetThingsRequest_MT',
		namespace: NAMESPACE,
		children: [...leaves('Day!', 'Note'), { name: 'Thing', repeats: true }, { name: 'Part', namespace: PART, children: leaves('Name') }],
	},
	response: { name: 'GetThingsResponse_MT', namespace: NAMESPACE },
	status: (remarks) => singleStatus({ success: 'S', messageText: 'plain', messageClass: 'Z' }, remarks),
	handle: (request, { municipality }) => ({
		remarks: [],
		content: [
			...['Day', 'Note'].map((name) => ({ name, text: request.text(name) })),
			...request.texts('Thing').map((text) => ({ name: 'Thing', text })),
			{ name: 'Of', text: municipality },
		],
		tookEffect: true,
	}),
};

const PUT_THING: SoapOperation = {
	...GET_THINGS,
	name: 'PutThing',
	request: { name: 'PutThing', namespace: PART, children: leaves('Day') },
	response: { name: 'PutThingAnswer', namespace: PART },
	handle: () => ({ remarks: [{ type: 'W', text: 'Sent.' }], content: [], tookEffect: true }),
};

const TRUSTED = { presented: true, trusted: true, municipality: '751' };

function requestOf(payload: string, more: Partial<WireRequest> & { target?: string } = {}): WireRequest {
	const [path, query] = (more.target ?? ADDRESS).split('?');
	return { method: 'POST', path, query, headers: SOAP_HEADERS, body: envelope(payload), form: null, remoteAddress: '127.0.0.1', certificate: TRUSTED, ...more };
}

const things = (children: string, root = 'GetThingsRequest_MT'): string => `<t:${root} xmlns:t="${NAMESPACE}">${children}</t:${root}>`;
const DAY = '<Day>2026-10-05</Day>';

describe('the SOAP servlet of KMD Opus', () => {
	const servlet = new MessageServlet([GET_THINGS]);
	const ask = (payload: string, more: Parameters<typeof requestOf>[1] = {}): WireAnswer => servlet.answer(requestOf(payload, more));
	const faultOf = (answer: WireAnswer): string => {
		assert.equal(answer.status, 500, answer.body);
		assert.equal(answer.tookEffect, false);
		const { Fault } = bodyOf({ ...answer, headers: {}, text: answer.body });
		assert.deepEqual([Fault.faultcode, Fault.faultstring], ['SOAP:Server', 'Server Error']);
		assert.equal(Fault.detail.SystemError.context, 'XIAdapter');
		return Fault.detail.SystemError.text;
	};

	it('answers in the envelope that SAP PI writes, payload qualified and children not', () => {
		const answer = ask(things(`${DAY}<Note> a &amp; b&#10;&lt;æ <![CDATA[<&]]> </Note>`));
		assert.deepEqual([answer.status, answer.headers?.['content-type'], answer.tookEffect], [200, 'text/xml; charset=utf-8', true]);
		assert.equal(
			answer.body,
			"<?xml version='1.0' encoding='utf-8'?>\n" +
				'<SOAP:Envelope xmlns:SOAP="http://schemas.xmlsoap.org/soap/envelope/"><SOAP:Header/><SOAP:Body>' +
				`<ns0:GetThingsResponse_MT xmlns:ns0="${NAMESPACE}"><ReturnStatus><StatusType>S</StatusType><MessageText/></ReturnStatus>` +
				'<Day>2026-10-05</Day><Note>a &amp; b\n&lt;æ &lt;&amp;</Note><Of>751</Of></ns0:GetThingsResponse_MT>' +
				'</SOAP:Body></SOAP:Envelope>',
		);
	});

	it('is reached by the full, the short and the channel form', () => {
		for (const query of [
			`senderService=${SENDER}&interface=GetThings_OS_SI&interfaceNamespace=${encodeURIComponent(NAMESPACE)}`,
			`channel=:${SENDER}:GetThings_OS_SI`,
			`channel=${encodeURIComponent(`:${SENDER}:GetThings_OS_SI`)}`,
		]) {
			const request = requestOf(things(DAY), { query });
			assert.equal(servlet.answer(request).status, 200, query);
			assert.equal(servlet.operationOf(request), 'GetThings');
		}
	});

	it('tells operations of one interface apart by the root in the body', () => {
		const both = new MessageServlet([GET_THINGS, PUT_THING]);
		const put = requestOf(`<PutThing xmlns="${PART}"><Day xmlns="">x</Day></PutThing>`);
		assert.equal(both.operationOf(put), 'PutThing');
		assert.match(both.answer(put).body, /PutThingAnswer.*<StatusType>W<.*Sent\./);
		assert.equal(both.operationOf(requestOf(things(DAY))), 'GetThings');
		assert.equal(both.operationOf(requestOf('<Other/>')), 'MessageServlet');
	});

	it('turns away who shows no certificate or another municipality’s with a page and HTTP 403', () => {
		const strangers = [
			{ certificate: { presented: false, trusted: false, municipality: null } },
			{ certificate: { ...TRUSTED, trusted: false } },
			{ certificate: { ...TRUSTED, municipality: '740' } },
			{ certificate: { ...TRUSTED, municipality: null } },
			{ target: addressOf('KMD_LPT_VACAB_Service_740', 'GetThings_OS_SI', NAMESPACE) },
			{ target: addressOf('KMD_LPT_VACAB_Service', 'GetThings_OS_SI', NAMESPACE) },
			{ query: 'channel=:LPE_Employee_KOM_740:GetThings_OS_SI' },
		];
		for (const stranger of strangers) {
			const answer = ask(things(DAY), stranger);
			assert.deepEqual([answer.status, answer.tookEffect], [403, false], JSON.stringify(stranger));
			assert.match(answer.headers?.['content-type'] ?? '', /text\/html/);
			assert.match(answer.body, /<html>/);
		}
		assert.equal(ask('', { path: '/XISOAPAdapter/Other' }).status, 404);
		assert.equal(ask('', { method: 'GET' }).status, 405);
	});

	it('answers an address that leads nowhere with a SOAP fault', () => {
		for (const target of [
			addressOf(SENDER, 'GetNothing_OS_SI', NAMESPACE),
			addressOf(SENDER, 'GetThings_OS_SI', 'urn:other'),
			addressOf('LPE_Employee_KOM_751', 'GetThings_OS_SI', NAMESPACE),
			ADDRESS.replace('receiverParty=', 'receiverParty=KMD'),
			`/XISOAPAdapter/MessageServlet?channel=:${SENDER}:Nothing`,
			`/XISOAPAdapter/MessageServlet?channel=party:${SENDER}:GetThings_OS_SI`,
			`/XISOAPAdapter/MessageServlet?channel=${SENDER}`.replace('channel=', 'channel=:'),
		]) {
			assert.match(faultOf(ask(things(DAY), { target })), /^Unable to find/, target);
		}
	});

	it('takes the fixed SOAPAction, quoted or bare, and text/xml in utf-8 only', () => {
		const withHeaders = (headers: object): WireAnswer => ask(things(DAY), { headers: { ...SOAP_HEADERS, ...headers } });
		assert.equal(withHeaders({ soapaction: `"${SOAP_HEADERS.soapaction}"` }).status, 200);
		assert.equal(withHeaders({ 'content-type': 'text/xml' }).status, 200);
		for (const soapaction of [undefined, '', '""', 'http://sap.com/xi/WebService/soap1.2']) {
			assert.match(faultOf(withHeaders({ soapaction })), /SOAPAction/);
		}
		for (const type of ['application/soap+xml', 'application/json', 'text/xml; charset=iso-8859-1']) {
			assert.match(faultOf(withHeaders({ 'content-type': type })), /content type/);
		}
	});

	it('answers what is no SOAP 1.1 envelope with a SOAP fault', () => {
		const inner = things(DAY);
		const deep = `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`;
		for (const [body, text] of [
			['', /./],
			['{}', /./],
			[envelope(inner).replace('</t:', '</u:'), /closing tag/i],
			[envelope(inner).replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'), /no SOAP 1\.1/],
			[envelope(inner).replace('<soapenv:Header/>', '<soapenv:Header><a/></soapenv:Header>'), /Header must be empty/],
			[envelope(''), /one element/],
			[envelope(inner + inner), /one element/],
			[`<!DOCTYPE a [<!ENTITY b "c">]>${envelope(inner)}`, /document type/],
			[envelope(things('<Day>&b;</Day>')), /entity/],
			[envelope(things('<Day>&#1;</Day>')), /forbids/],
			[envelope(things('<Day>\u0001</Day>')), /forbids/],
			[envelope(things('<Day>\uFFFE</Day>')), /forbids/],
			[envelope('<x:Day/>'), /not declared/],
			[envelope(things(deep)), /./],
		] as const) {
			assert.match(faultOf(ask('', { body })), text, body);
		}
	});

	it('is strict about roots, namespaces, order and number of elements', () => {
		const part = `<p:Part xmlns:p="${PART}"><Name>n</Name></p:Part>`;
		assert.equal(ask(things(`\n ${DAY}\n<Note/><Thing>1</Thing><Thing>2</Thing>${part}\n`)).status, 200);
		for (const [payload, text] of [
			[things(DAY, 'GetThings'), /GetThingsRequest_MT is expected/],
			[things(DAY).replaceAll('urn:kmd.dk:TEST:external', 'urn:other'), /is expected, not \{urn:other\}/],
			[things('<Note/>'), /Day is missing/],
			[things(`<Note/>${DAY}`), /Note is out of order|Day is out of order/],
			[things(DAY + DAY), /Day stands more than once/],
			[things(`${DAY}<Remark/>`), /Remark is not expected/],
			[things(`<t:Day>2026-10-05</t:Day>`), /Day is missing/],
			[things(DAY).replaceAll('t:Get', 'Get').replace('xmlns:t', 'xmlns'), /Day is missing/],
			[things(`${DAY}<Part><Name>n</Name></Part>`), /Part is not expected/],
			[things(`${DAY}${part.replaceAll('Name', 'Nam')}`), /Nam is not expected/],
			[things(`${DAY}<Note><b/></Note>`), /Note holds elements/],
			[things(`${DAY}text`), /holds text/],
		] as const) {
			assert.match(faultOf(ask(payload)), text, payload);
		}
	});

	it('plays a business error in the status of the operation, and only remarks with W', () => {
		const refused = servlet.answer(requestOf(things(DAY)), { code: 7, type: 'A', text: 'Nej.', line: undefined });
		assert.match(refused.body, /<StatusType>A<\/StatusType><MessageText>Nej\.<\/MessageText><\/ReturnStatus><\/ns0/);
		assert.deepEqual([refused.status, refused.tookEffect], [200, false]);
		const remarked = servlet.answer(requestOf(things(DAY)), { type: 'W', text: 'Bemærk.' });
		assert.match(remarked.body, /<StatusType>W<\/StatusType><MessageText>Bemærk\.<\/MessageText><\/ReturnStatus><Day>/);
		assert.equal(remarked.tookEffect, true);
	});
});
