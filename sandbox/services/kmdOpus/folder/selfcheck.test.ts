import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../../testing/client.ts';
import { addressOf, bodyOf, envelope, faultTextOf, sendSoap, toXml } from '../../../testing/soap.ts';

const NAMESPACE = 'urn:kmd.dk:LPE:PERSONNELFOLDER:external';
const ADDRESS = addressOf('LPE_Employee_KOM_751', 'UploadDocument_OS_SI', NAMESPACE);
const PDF = Buffer.from('%PDF-1.7\nTimeseddel for uge 42');

const DOCUMENT = {
	SourceSystem: 'CAPITECH',
	PersonnelNumber: '00002001',
	DocumentTypeKey: 'CAP-TIMESEDDEL',
	FileName: 'uge42.pdf',
	MimeType: 'application/pdf',
	Content: PDF.toString('base64'),
	Title: 'Timeseddel & bilag',
	DocumentDate: '2026-10-18',
	ExternalReference: '100:42',
};

describe('the personnel folder', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const upload = async (fields: object = {}): Promise<Json> => {
		const payload = `<n:UploadDocumentRequest_MT xmlns:n="${NAMESPACE}">${toXml({ ...DOCUMENT, ...fields })}</n:UploadDocumentRequest_MT>`;
		const reply = await sendSoap(client, ADDRESS, envelope(payload));
		return reply.status === 200 ? bodyOf(reply).UploadDocumentResponse_MT : faultTextOf(reply);
	};
	const documents = async (): Promise<Json[]> => (await client.control('GET', '/control/state/kmdOpus')).documents;

	it('files a document and keeps its content, size, hash and first bytes', async () => {
		const answer = await upload();
		assert.deepEqual(answer, { ReturnStatus: { StatusType: 'S', MessageText: '' }, DocumentId: answer.DocumentId });
		const { Content, ...rest } = DOCUMENT;
		assert.deepEqual(await documents(), [
			{
				DocumentId: answer.DocumentId,
				...rest,
				PersonnelNumber: '2001',
				Folder: '81.39.00',
				Size: PDF.length,
				Sha256: createHash('sha256').update(Buffer.from(Content, 'base64')).digest('hex'),
				FirstBytes: PDF.subarray(0, 16).toString('base64'),
				Content,
				ReceivedAt: '2026-11-01T05:00:00.000Z',
			},
		]);
	});

	it('keeps the content of a document of at most 1 MiB', async () => {
		const contents = [Buffer.alloc(1_048_576, 'a').toString('base64'), Buffer.alloc(1_048_577, 'a').toString('base64')];
		for (const Content of contents) await upload({ Content });
		assert.deepEqual((await documents()).map(({ Content }) => Content), [contents[0], '']);
	});

	it('takes base64 in lines, and what may be missing', async () => {
		const lines = DOCUMENT.Content.replace(/(.{20})/g, '$1\r\n');
		const answer = await upload({ Content: lines, Title: undefined, DocumentDate: undefined, ExternalReference: undefined });
		assert.equal(answer.ReturnStatus.StatusType, 'S');
		assert.equal((await documents())[0].Size, PDF.length);
	});

	const refusals: [what: string, fields: object, text: RegExp][] = [
		['a type key that was not agreed', { DocumentTypeKey: 'CAP-LØN' }, /nøglen findes ikke/],
		['a type key of another source system', { DocumentTypeKey: 'LINA-KONTRAKT' }, /ikke aftalt for afsendersystemet/],
		['an unknown employee', { PersonnelNumber: '2024' }, /Medarbejderen findes ikke/],
		['what is no base64', { Content: 'JVBERi0xLjcK*' }, /Content er ikke base64/],
		['base64 that is cut', { Content: DOCUMENT.Content.slice(0, -1) }, /Content er ikke base64/],
		['an empty document', { Content: '' }, /Content mangler/],
		['a missing file name', { FileName: undefined }, /FileName mangler/],
		['a date that is none', { DocumentDate: '18.10.2026' }, /DocumentDate er ikke en dato/],
		['another format', { MimeType: 'image/png' }, /image\/png modtages ikke/],
	];
	for (const [what, fields, text] of refusals) {
		it(`refuses ${what} and files nothing`, async () => {
			const { ReturnStatus, DocumentId } = await upload(fields);
			assert.equal(ReturnStatus.StatusType, 'E');
			assert.match(ReturnStatus.MessageText, text);
			assert.deepEqual([DocumentId, await documents()], [undefined, []]);
		});
	}

	it('demands the elements in order', async () => {
		const { Title, ...rest } = DOCUMENT;
		const payload = `<n:UploadDocumentRequest_MT xmlns:n="${NAMESPACE}">${toXml({ Title, ...rest })}</n:UploadDocumentRequest_MT>`;
		assert.match(faultTextOf(await sendSoap(client, ADDRESS, envelope(payload))), /out of order/);
	});

	describe('switches', () => {
		it('externalReference', async () => {
			const first = await upload();
			assert.notEqual((await upload()).DocumentId, first.DocumentId);
			assert.equal((await documents()).length, 2);
			await client.switch({ 'kmdOpus.externalReference': 'honoured' });
			assert.deepEqual(await upload(), { ReturnStatus: { StatusType: 'I', MessageText: 'Dokumentet er allerede modtaget.' }, DocumentId: first.DocumentId });
			await upload({ ExternalReference: '' });
			await upload({ ExternalReference: '' });
			assert.equal((await documents()).length, 4, 'an empty reference refers to nothing');
			await upload({ SourceSystem: 'LINA', DocumentTypeKey: 'LINA-KONTRAKT' });
			assert.equal((await documents()).length, 5, 'another system has references of its own');
		});

		it('maxDocumentMiB', async () => {
			await client.switch({ 'kmdOpus.maxDocumentMiB': 1 });
			const ofSize = async (size: number): Promise<string> => (await upload({ Content: Buffer.alloc(size).toString('base64') })).ReturnStatus.StatusType;
			assert.deepEqual([await ofSize(1_048_576), await ofSize(1_048_577)], ['S', 'E']);
		});

		it('documentFormats', async () => {
			const types = async (...kinds: string[]): Promise<string[]> => Promise.all(kinds.map(async (MimeType) => (await upload({ MimeType })).ReturnStatus.StatusType));
			await client.switch({ 'kmdOpus.documentFormats': 'pdfAndImages' });
			assert.deepEqual(await types('application/pdf', 'image/png', 'image/jpeg', 'text/plain'), ['S', 'S', 'S', 'E']);
			await client.switch({ 'kmdOpus.documentFormats': 'any' });
			assert.deepEqual(await types('text/plain'), ['S']);
		});
	});

	it('has a document type added by the control API', async () => {
		await client.control('POST', '/control/world/kmdOpus', { documentTypes: [{ DocumentTypeKey: 'VP-PLAN', SourceSystem: 'VAGTPLAN', Mappe: '81.39.08' }] });
		await upload({ DocumentTypeKey: 'VP-PLAN', SourceSystem: 'VAGTPLAN' });
		assert.equal((await documents())[0].Folder, '81.39.08');
	});
});
