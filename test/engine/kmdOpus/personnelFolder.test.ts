import type { INodeParameters } from 'n8n-workflow';

import { useOpus } from './opus';
import { documents, held, item, pdf, sha256, stored, upload, uploaded, uploads } from './personnelFolder';

const opus = useOpus();

const MIB = 1024 ** 2;

describe.each([
	['held in the item', async (bytes: Buffer) => held(bytes)],
	['streamed from the store', async (bytes: Buffer) => await stored(bytes)],
])('a document %s', (_, documentOf) => {
	test.each([6, 7, 8, 65_535, 65_536, 65_537, 3 * MIB + 1])('of %d bytes arrives whole', async (size) => {
		const bytes = pdf(Math.max(size, 9)).subarray(0, size);
		const [json] = await uploaded(opus, [item(await documentOf(bytes))]);
		const [filed] = await documents(opus);
		expect(filed).toMatchObject({ PersonnelNumber: '7001', Size: size, Sha256: sha256(bytes), MimeType: 'application/pdf' });
		expect(json).toMatchObject({ outcome: 'registered', messages: [], documentId: filed.DocumentId, reference: 'doc:1' });
	});

	test('is sent with a length, and all that is said of it', async () => {
		const additionalFields = { documentDate: '2026-10-31', fileName: 'ny & bedre.pdf' };
		await uploaded(opus, [item(await documentOf(pdf()))], { additionalFields });
		expect(await documents(opus)).toMatchObject([
			{
				SourceSystem: 'CAPITECH',
				DocumentTypeKey: 'CAP-AFTALE',
				FileName: 'ny & bedre.pdf',
				Title: 'Aftale & tillæg <1>',
				DocumentDate: '2026-10-31',
				ExternalReference: 'doc:1',
				Folder: '81.15.00',
			},
		]);
		const [{ headers, body }] = await uploads(opus);
		expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
		expect(headers['transfer-encoding']).toBeUndefined();
	});

	test('that is held back by a busy service is sent anew, whole', async () => {
		await opus.control.faults({ service: 'kmdOpus', operation: 'UploadDocument', kind: 'status', status: 429, nth: 1 });
		expect(await uploaded(opus, [item(await documentOf(pdf()))])).toMatchObject([{ outcome: 'registered' }]);
		expect(await documents(opus)).toMatchObject([{ Sha256: sha256(pdf()) }]);
	});

	test.each([
		['empty', Buffer.alloc(0), /'Input Binary Field' holds an empty document/],
		['too large', pdf(Math.floor(1.5 * MIB)), /'Input Binary Field' holds 1.5 MiB; 1 are allowed/],
		['not what it says', Buffer.from('<html>Login</html>'), /'Input Binary Field' does not hold what its type application\/pdf says/],
	])('that is %s is refused before anything is sent', async (_what, bytes, message) => {
		const items = [item(held(pdf()), { reference: 'doc:2' }), item(await documentOf(bytes))];
		expect((await upload(opus, items, { options: { maxSize: 1 } })).error?.message).toMatch(message);
		expect(await opus.operations()).toEqual([]);
	});
});

test('the item goes on with its document', async () => {
	const { outputs } = await upload(opus, [item(held(pdf()))]);
	expect(outputs[0][0].binary?.data.fileName).toBe('aftale.pdf');
});

test.each([
	[held(pdf(), { mimeType: 'image/png' }), {}, /holds a document of the type image\/png/],
	[held(pdf(), { fileName: undefined }), {}, /'File Name' is empty/],
	[held(pdf(), { fileName: 'a\r\nContent-Type: x.pdf' }), {}, /'File Name' holds a character that a file name can not have/],
	[held(pdf(), { fileName: '../etc.pdf' }), {}, /'File Name' holds a character that a file name can not have/],
	[held(pdf()), { binaryPropertyName: 'other' }, /other/],
	[held(pdf()), { sourceSystem: '={{ "" }}' }, /'Source System' is empty/],
	[held(pdf()), { documentTypeKey: '={{ " " }}' }, /'Document Type Key' is empty/],
	[held(pdf()), { title: '={{ "" }}' }, /'Title' is empty/],
	[held(pdf()), { title: 'x'.repeat(129) }, /'Title' has 129 characters; 128 are allowed/],
	[held(pdf()), { title: 'a\u0001b' }, /'Title' holds a character that can not be sent/],
	[held(pdf()), { externalReference: 'x'.repeat(65) }, /'External Reference' has 65 characters/],
	[held(pdf()), { employeeNumber: 'x' }, /'Employee Number' is not a number/],
	[held(pdf()), { additionalFields: { documentDate: '31.10.2026' } }, /'Document Date' is not a date/],
	[held(pdf()), { options: { recordedState: 'done' } }, /'Recorded State' is none of the choices/],
	[held(pdf()), { externalReference: '', options: { recordedState: 'pending' } }, /'Recorded State' is given without an external reference/],
	[held(pdf()), { options: { maxSize: 0 } }, /'Largest Size' is not a number above 0/],
	[held(pdf()), { options: { allowedTypes: ' ' } }, /'Allowed Types' is empty/],
])('case %#: refused before anything is sent', async (document, parameters, message) => {
	const { error } = await upload(opus, [item(document)], parameters as INodeParameters);
	expect(error?.message).toMatch(message);
	expect(await opus.operations()).toEqual([]);
});

test('other types go where they are allowed, by their first bytes', async () => {
	await opus.control.switches({ 'kmdOpus.documentFormats': 'any' });
	const options = { allowedTypes: 'application/pdf; image/PNG, text/plain' };
	const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const items = [
		item(held(png, { mimeType: 'image/png', fileName: 'a.png' }), { reference: '1' }),
		item(held(Buffer.from('Hej'), { mimeType: 'text/plain; charset=utf-8', fileName: 'a.txt' }), { reference: '2' }),
	];
	expect(await uploaded(opus, items, { options })).toMatchObject([{ outcome: 'registered' }, { outcome: 'registered' }]);
	expect(await documents(opus)).toMatchObject([{ MimeType: 'image/png' }, { MimeType: 'text/plain' }]);
	const { error } = await upload(opus, [item(held(pdf(), { mimeType: 'image/png' }))], { options });
	expect(error?.message).toMatch(/does not hold what its type image\/png says/);
});

describe('one reference', () => {
	test('in two items is told before anything is sent', async () => {
		const { error } = await upload(opus, [item(held(pdf())), item(held(pdf()), { reference: 'doc:2' }), item(held(pdf()))]);
		expect(error?.message).toMatch(/'External Reference' is the same in items 0, 2/);
		expect(await opus.operations()).toEqual([]);
	});

	test('may be missing in many', async () => {
		expect(await uploaded(opus, [item(held(pdf())), item(held(pdf()))], { externalReference: '' })).toMatchObject([{ outcome: 'registered' }, { outcome: 'registered' }]);
		expect(await documents(opus)).toHaveLength(2);
	});

	test('that is on record as uploaded is not sent', async () => {
		expect(await uploaded(opus, [item(held(pdf()))], { options: { recordedState: 'uploaded' } })).toMatchObject([{ outcome: 'unchanged' }]);
		expect(await opus.operations()).toEqual([]);
	});

	test('that is on record as pending is left to a human', async () => {
		const [json] = await uploaded(opus, [item(held(pdf()))], { options: { recordedState: 'pending' } });
		expect(json).toMatchObject({ outcome: 'unknown', messages: [{ type: 'E' }, { type: 'E', text: expect.stringContaining('personnel folder of employee 7001') }] });
		expect(await opus.operations()).toEqual([]);
	});

	test('that is pending is sent where the service honours it, and filed once', async () => {
		await opus.control.switches({ 'kmdOpus.externalReference': 'honoured' });
		const [{ documentId }] = await uploaded(opus, [item(held(pdf()))]);
		const options = { recordedState: 'pending', honoursReference: true };
		expect(await uploaded(opus, [item(held(pdf()))], { options })).toMatchObject([{ outcome: 'registered', documentId }]);
		expect(await documents(opus)).toHaveLength(1);
	});
});

test.each([
	[{ documentTypeKey: 'LINA-KONTRAKT' }, 'ikke aftalt'],
	[{ employeeNumber: '7999' }, 'Medarbejderen findes ikke'],
])('%j is refused by the service, in its own words', async (parameters, text) => {
	const [json] = await uploaded(opus, [item(held(pdf()))], parameters);
	expect(json).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E', text: expect.stringContaining(text) }] });
	expect(await documents(opus)).toEqual([]);
});

describe.each([
	['held', async () => held(pdf())],
	['streamed', async () => await stored(pdf())],
])('a lost answer (%s)', (_, documentOf) => {
	test.each(['reset-after', 'reset-before', 'truncate', 'malformed', 'soap-fault'])('by %s is unknown, with a task for a human, and is never sent again', async (kind) => {
		await opus.control.faults({ service: 'kmdOpus', operation: 'UploadDocument', kind, every: 1 });
		const [json] = await uploaded(opus, [item(await documentOf())]);
		expect(json).toMatchObject({ outcome: 'unknown', messages: [{ type: 'E' }, { type: 'E', text: expect.stringMatching(/employee 7001.*reference doc:1.*record it as uploaded/) }] });
		expect(await uploads(opus)).toHaveLength(1);
	});

	test('is sent again where the service honours the reference, and filed once', async () => {
		await opus.control.switches({ 'kmdOpus.externalReference': 'honoured' });
		await opus.control.faults({ service: 'kmdOpus', operation: 'UploadDocument', kind: 'reset-after', nth: 1 });
		expect(await uploaded(opus, [item(await documentOf())], { options: { honoursReference: true } })).toMatchObject([{ outcome: 'registered' }]);
		expect(await uploads(opus)).toHaveLength(2);
		expect(await documents(opus)).toMatchObject([{ Sha256: sha256(pdf()) }]);
	});

	test('of a document without a reference is not sent again even there', async () => {
		await opus.control.faults({ service: 'kmdOpus', operation: 'UploadDocument', kind: 'reset-after', every: 1 });
		expect(await uploaded(opus, [item(await documentOf())], { externalReference: '', options: { honoursReference: true } })).toMatchObject([{ outcome: 'unknown' }]);
		expect(await uploads(opus)).toHaveLength(1);
	});
});

test('what the service turns away at the door is not unknown, however large', async () => {
	const credentials = await opus.credential({ municipalityCode: '740' });
	const { outputs } = await upload(opus, [item(await stored(pdf(3 * MIB)))], {}, { credentials });
	expect(outputs[0].map(({ json }) => json)).toMatchObject([{ outcome: 'later', messages: [{ text: expect.stringContaining('certificate for this municipality') }] }]);
	expect(await documents(opus)).toEqual([]);
});
