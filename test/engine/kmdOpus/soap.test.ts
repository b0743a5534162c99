import type { IDataObject } from 'n8n-workflow';

import type { FaultRule } from '../support';
import { useOpus } from './opus';

const opus = useOpus();

const OPERATION = 'GetReasons';

const read = async (credential: IDataObject = {}) =>
	await opus.run({ resource: 'reasonCode', operation: 'getMany', employeeNumber: '7001' }, [{}], { credentials: await opus.credential(credential) });

const faults = async (rule: Partial<FaultRule>) => await opus.control.faults({ service: 'kmdOpus', operation: OPERATION, kind: 'soap-fault', ...rule });

describe('the request', () => {
	test('is SOAP 1.1 with the one action, an empty header and unqualified children', async () => {
		expect((await read()).outputs[0]).not.toEqual([]);
		const [{ headers, body }] = await opus.control.journal({ service: 'kmdOpus' });
		expect(headers).toMatchObject({ 'content-type': 'text/xml; charset=utf-8', soapaction: 'http://sap.com/xi/WebService/soap1.1' });
		expect(body).toBe(
			'<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header/><soapenv:Body>' +
				'<ns0:GetReasonsRequest_MT xmlns:ns0="urn:kmd.dk:LPT:VACAB:external"><PersonnelNumber>7001</PersonnelNumber></ns0:GetReasonsRequest_MT>' +
				'</soapenv:Body></soapenv:Envelope>',
		);
	});

	test.each([
		['full', 'senderParty=&senderService=KMD_LPT_VACAB_Service_751&receiverParty=&receiverService=&interface=GetReasons_OS_SI&interfaceNamespace=urn:kmd.dk:LPT:VACAB:external'],
		['short', 'senderService=KMD_LPT_VACAB_Service_751&interface=GetReasons_OS_SI&interfaceNamespace=urn:kmd.dk:LPT:VACAB:external'],
		['channel', 'channel=:KMD_LPT_VACAB_Service_751:GetReasons_OS_SI'],
	])('names what is asked for in the %s form', async (soapAddressing, query) => {
		expect((await read({ soapAddressing })).outputs[0]).not.toEqual([]);
		const [{ path }] = await opus.control.journal({ service: 'kmdOpus' });
		expect(path).toBe(`/XISOAPAdapter/MessageServlet?${query}`);
	});

	test('names the sender and the channel as the credential has them', async () => {
		await read({ soapAddressing: 'channel', absenceSenderService: 'Fravaer_{code}', soapChannel: 'P:{service}:CC_{interface}_{code}' });
		const [{ path }] = await opus.control.journal({ service: 'kmdOpus' });
		expect(path).toBe('/XISOAPAdapter/MessageServlet?channel=P:Fravaer_751:CC_GetReasons_OS_SI_751');
	});

	test('goes to no address without https', async () => {
		const { error } = await read({ soapBaseUrl: 'http://kmd.example' });
		expect(error?.message).toContain("The 'SOAP Base URL' in the credential does not begin with https://");
	});
});

describe('a failure', () => {
	test('of the certificate is told as one', async () => {
		const [clientCertificate, privateKey] = await Promise.all(['foreign.pem', 'foreign.key'].map(async (name) => await opus.running.certificate(name)));
		const { soapBaseUrl } = { soapBaseUrl: `https://localhost:${opus.running.httpsPort}` };
		const { error } = await read({ clientCertificate, privateKey, soapBaseUrl });
		expect([error?.message, (error as { httpCode?: string }).httpCode]).toEqual(['KMD Opus does not accept the client certificate for this municipality [item 0]', '403']);
	});

	test('of the municipality is told as one', async () => {
		const { error } = await read({ municipalityCode: '101' });
		expect(error?.message).toContain('KMD Opus does not accept the client certificate for this municipality');
	});

	test('that is a SOAP fault is told with its code and text, and nothing of the request', async () => {
		const { error } = await read({ soapAddressing: 'short', absenceSenderService: 'KMD_LPT_VACAB_Service_{code}', soapChannel: '' });
		expect(error).toBeUndefined();
		await faults({ text: 'Backend 0101701234 svarer ikke.', every: 1 });
		const fault = await read();
		expect(fault.error?.message).toBe('KMD Opus could not process the request [item 0]');
		expect(fault.error?.description).toMatch(/^The service says: Server Error: Backend \*\*\* svarer ikke\.\nCode: \S+\nHTTP status: 500\nTry again later/);
		expect(fault.error?.description).not.toContain('7001');
	});

	test.each([
		['soap-fault', { kind: 'soap-fault' }],
		['an answer cut off', { kind: 'truncate' }],
		['broken XML', { kind: 'malformed' }],
		['a lost answer', { kind: 'reset-after' }],
		['a gateway out of order', { kind: 'status', status: 503 }],
		['too many requests', { kind: 'status', status: 429, retryAfter: 1 }],
	] as Array<[string, Partial<FaultRule>]>)('that passes is not seen: %s', async (_what, rule) => {
		await faults({ ...rule, nth: 1 });
		const { error, outputs } = await read();
		expect(error).toBeUndefined();
		expect(outputs[0].length).toBeGreaterThan(0);
		expect(await opus.operations()).toEqual([OPERATION, OPERATION]);
	});

	test.each([
		['broken XML', { kind: 'malformed' }, 'KMD Opus answered with something that is not in its contract'],
		['an answer cut off', { kind: 'truncate' }, 'The connection was cut or timed out before an answer came'],
		['a gateway out of order', { kind: 'status', status: 503 }, 'KMD Opus is out of order'],
		['a page that is not there', { kind: 'status', status: 404 }, 'KMD Opus does not know this address'],
		['too many requests', { kind: 'status', status: 429 }, 'KMD Opus is asked too often'],
		['a refusal', { kind: 'business-error', text: 'Medarbejderen er låst.' }, 'KMD Opus refused the request'],
		['a message of abort', { kind: 'business-error', type: 'A', text: 'Afbrudt.' }, 'KMD Opus refused the request'],
	] as Array<[string, Partial<FaultRule>, string]>)('that stays is told: %s', async (_what, rule, message) => {
		await faults({ ...rule, every: 1 });
		expect((await read()).error?.message).toContain(message);
	});

	test('in the words of Opus has its umlauts and signs, however they were escaped', async () => {
		await opus.control.switches({ 'kmdOpus.soapMessageText': 'escaped' });
		await faults({ kind: 'business-error', text: 'Løn & "fravær" <låst>', every: 1 });
		expect((await read()).error?.description).toContain('The service says: Løn & "fravær" <låst>');
	});
});

test('a warning of a read is no refusal', async () => {
	await faults({ kind: 'business-error', type: 'W', text: 'Forældede data.', every: 1 });
	const { error, outputs } = await read();
	expect(error).toBeUndefined();
	expect(outputs[0].length).toBeGreaterThan(0);
});
