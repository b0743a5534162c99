import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { makeCertificate, runNode } from '../support';
import { packClock } from './opus';

/** A service that answers outside its contract, or in ways that the sandbox does not. */
const own = makeCertificate();
const client = makeCertificate();
const asked: string[] = [];
let answers: string[] = [];

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	asked.push(Buffer.concat(chunks).toString());
	response.writeHead(200, { 'content-type': 'text/xml' }).end(answers[Math.min(asked.length, answers.length) - 1]);
}

const server = createServer({ cert: own.cert, key: own.key }, (request, response) => void answer(request, response));

beforeAll(async () => {
	(await packClock()).setClock({ sleep: async () => {} });
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	server.close();
	(await packClock()).setClock();
});

async function run(replies: string[], parameters: INodeParameters = {}) {
	asked.length = 0;
	answers = replies;
	const data = { municipalityCode: '751', soapBaseUrl: `https://localhost:${(server.address() as AddressInfo).port}`, fileFormat: 'pem', clientCertificate: client.cert, privateKey: client.key, caCertificate: own.cert };
	const base = { resource: 'employee', operation: 'get', employeeNumber: '155', employeeNumbers: '100-200', returnAll: true, areas: ['organisation', 'communication'], simplify: false };
	return await runNode({ type: 'kmdOpus', credentials: { Own: { type: 'kmdOpusApi', data } }, parameters: { ...base, ...parameters } });
}

async function items(replies: string[], parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const { outputs, error } = await run(replies, parameters);
	if (error) throw error;
	return outputs[0].map(({ json }) => json);
}

const envelope = (content: string) => `<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${content}</e:Body></e:Envelope>`;
const laes = (content: string, status = '<s:StatusKode>0</s:StatusKode>', root = 'LaesOutput') =>
	envelope(`<m:${root} xmlns:m="urn:oio:medarbejder:1.0.0" xmlns:s="urn:oio:sagdok:3.0.0"><s:StandardRetur>${status}</s:StandardRetur>${content}</m:${root}>`);
const list = (content: string, code: number, text: string) => laes(content, `<s:StatusKode>${code}</s:StatusKode><s:FejlbeskedTekst>${text}</s:FejlbeskedTekst>`, 'ListOutput');
const result = (groups: string, urn = 'URN:OIO:KMD:LPE:MEDARBEJDERNR:00000155') =>
	`<m:LaesResultat><s:MedarbejderRef><s:UUIDIdentifikator/><s:URNIdentifikator>${urn}</s:URNIdentifikator></s:MedarbejderRef>${groups}</m:LaesResultat>`;
const registered = (groups: string) => `<m:Registrering><m:AttributListe><m:Egenskaber>${groups}</m:Egenskaber></m:AttributListe><m:RelationListe/></m:Registrering>`;

describe('what can not be understood is a failure, and never "nothing there"', () => {
	test.each([
		['a page', '<html><body>Vedligehold</body></html>'],
		['nothing at all', ''],
		['another root', envelope('<m:ListOutput xmlns:m="urn:oio:medarbejder:1.0.0"/>')],
		['no status', envelope('<m:LaesOutput xmlns:m="urn:oio:medarbejder:1.0.0"/>')],
		['an empty status', laes('', '<s:StatusKode/>')],
		['a status that is no number', laes('', '<s:StatusKode>OK</s:StatusKode>')],
		['data of nobody', laes(result(registered(''), ''))],
		['a reference to no number', laes(result(registered(''), 'URN:OIO:KMD:LPE:MEDARBEJDERNR:00000000'))],
		['no reference', laes(`<m:LaesResultat>${registered('')}</m:LaesResultat>`)],
		['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${laes('')}`],
	])('%s', async (_what, reply) => {
		const { error, outputs } = await run([reply]);
		expect(error?.message).toContain('not in its contract');
		expect(outputs).toEqual([]);
	});
});

describe('what is missing or new in an answer', () => {
	test.each([['', {}], ['<m:Registrering/>', {}], [registered(''), {}]])('leaves empty lists ("%s")', async (groups) => {
		expect(await items([laes(result(groups))])).toEqual([{ employeeNumber: '155', records: { organisation: [], communication: [] }, managers: [] }]);
		expect(await items([laes(result(groups))], { simplify: true })).toEqual([expect.objectContaining({ employeeNumber: '155', email: null, organisationUnit: null, ledUnits: [] })]);
	});

	test('elements and groups that nobody knows are kept as they came', async () => {
		const groups = registered(
			'<m:Organisation><m:Gyldighedsstart/><m:Stilling><![CDATA[1 & 2]]></m:Stilling><m:Nyt>x</m:Nyt><m:Flere><m:A>1</m:A></m:Flere></m:Organisation><m:Ukendt><m:B>2</m:B></m:Ukendt>',
		);
		expect(await items([laes(result(groups))])).toEqual([
			{
				employeeNumber: '155',
				records: { organisation: [expect.objectContaining({ validFrom: null, validTo: null, position: '1 & 2', other: { Nyt: 'x', Flere: { A: '1' } } })], communication: [] },
				otherRecords: { Ukendt: [{ B: '2' }] },
				managers: [],
			},
		]);
		expect(await items([laes(result(groups))], { simplify: true })).toEqual([expect.objectContaining({ position: '1 & 2' })]);
	});

	test('a record without dates is always valid; of several at once the one that began last counts', async () => {
		const unit = (text: string, from = '') => `<m:Organisation><m:Gyldighedsstart>${from}</m:Gyldighedsstart><m:OrganisationsenhedTekst>${text}</m:OrganisationsenhedTekst></m:Organisation>`;
		expect(await items([laes(result(registered(unit('A'))))], { simplify: true })).toEqual([expect.objectContaining({ organisationUnitText: 'A' })]);
		expect(await items([laes(result(registered(unit('B', '2020-01-01') + unit('A') + unit('C', '2999-01-01'))))], { simplify: true })).toEqual([expect.objectContaining({ organisationUnitText: 'B' })]);
	});

	test('the answer may name the employee in any form of URN', async () => {
		for (const urn of ['urn:155', 'URN:OIO:KMD:LPE:MEDARBEJDER:155', '00000155']) {
			expect((await items([laes(result('', urn))])).map(({ employeeNumber }) => employeeNumber)).toEqual(['155']);
		}
	});
});

test('elements that are not in the contract are told, each of several of a name', async () => {
	const answer = laes(result(registered('<m:Nyt><m:Kode>1</m:Kode><m:Kode>2</m:Kode><m:Tekst>x</m:Tekst></m:Nyt>')));
	expect(await items([answer])).toEqual([expect.objectContaining({ otherRecords: { Nyt: [{ Kode: ['1', '2'], Tekst: 'x' }] } })]);
});

test('somebody told in an answer that broke off is not told again, whoever the next answer holds', async () => {
	const employee = (number: string) => result('', `urn:${number}`);
	const replies = [list(employee('110') + employee('120'), 103, 'Sidst behandlede medarbejder: 00000120'), list(employee('120') + employee('130'), 0, '')];
	expect((await items(replies, { operation: 'getMany' })).map(({ employeeNumber }) => employeeNumber)).toEqual(['110', '120', '130']);
	expect(asked).toHaveLength(2);
});

test('an answer that holds somebody behind the last employee handled is asked for again in halves', async () => {
	const employee = (number: string) => result('', `urn:${number}`);
	const replies = [list(employee('190') + employee('110'), 103, 'Sidst behandlede medarbejder: 00000110'), list(employee('110'), 0, ''), list(employee('190'), 0, '')];
	expect((await items(replies, { operation: 'getMany' })).map(({ employeeNumber }) => employeeNumber)).toEqual(['110', '190']);
	expect(asked[1]).toContain('100-150');
	expect(asked[2]).toContain('151-200');
});

describe('an answer that tells of a number that is gone and of no employee', () => {
	const GONE = 'Medarbejdernummer 00000150 er slettet. Foreslået: 00000160.';

	test('is followed by a request for all others', async () => {
		const replies = [list('', 102, GONE), list(result('', 'urn:110') + result('', 'urn:160'), 0, '')];
		expect((await items(replies, { operation: 'getMany' })).map(({ employeeNumber }) => employeeNumber)).toEqual(['150', '110', '160']);
		expect(asked[1]).toMatch(/:100-149<.*:151-200</);
	});

	test('is all there is to know of that number alone', async () => {
		expect(await items([list('', 102, GONE)], { operation: 'getMany', employeeNumbers: '150' })).toEqual([expect.objectContaining({ employeeNumber: '150', suggestedEmployeeNumbers: ['160'] })]);
		expect(asked).toHaveLength(1);
	});

	test('is a failure where it can not be told whom it is about', async () => {
		const { error } = await run([list('', 102, 'Numre er slettet.')], { operation: 'getMany' });
		expect(error?.message).toContain('was replaced by another');
		expect(asked).toHaveLength(1);
	});
});

test('a write that is answered with something else is open until it is read back', async () => {
	const standing = registered('<m:Kommunikation><m:Gyldighedsstart>2026-01-01</m:Gyldighedsstart><m:Gyldighedsstop>9999-12-31</m:Gyldighedsstop><m:Sekvensnummer>0</m:Sekvensnummer><m:Kommunikationsart>10</m:Kommunikationsart><m:KommunikationsID>a@b.example</m:KommunikationsID></m:Kommunikation>');
	const write = { operation: 'updateCommunication', mode: 'set', communicationType: 'email', value: 'a@b.example', validFrom: '2026-01-01', options: { readFirst: false } };
	for (const reply of [envelope('<m:RetOutput xmlns:m="urn:oio:medarbejder:1.0.0"/>'), envelope('<Else/>'), '<html/>']) {
		expect(await items([reply, laes(result(standing))], write)).toEqual([expect.objectContaining({ outcome: 'registered' })]);
		expect(await items([reply, laes(result(registered('')))], write)).toEqual([expect.objectContaining({ outcome: 'unknown' })]);
		expect(asked).toHaveLength(2);
	}
});
