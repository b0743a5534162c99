import type { IBinaryData, IDataObject, INodeParameters } from 'n8n-workflow';

import { LinaBench, TOKEN } from './lina';
import { bytes, held, item, sha256, stored, upload, uploaded } from './personnelFile';

const lina = new LinaBench();

const MOST = 1_048_576;

let person: string;
let colleague: string;
beforeEach(async () => {
	[person, colleague] = await lina.consenting();
});

const certificates = async () => await lina.state('certificates');
const sentFiles = async () => await lina.sent('addUserCert');
const consent = async (userUuid: string, given: boolean) => await lina.control.put('lina', { consents: [{ userUuid, given }] });

describe.each([
	['held in the item', async (of: Buffer, fields?: Partial<IBinaryData>) => held(of, fields)],
	['streamed from the store', async (of: Buffer, fields?: Partial<IBinaryData>) => await stored(of, fields)],
])('a file %s', (_, fileOf) => {
	test.each([1, 255, 65_535, 65_536, 65_537, 1_000_000])('of %d bytes arrives whole', async (size) => {
		const [json] = await uploaded(lina, [item(person, await fileOf(bytes(size)), { course: 'hygiene' })]);
		const file = { fileName: 'certificate.pdf', mimeType: 'application/pdf', size, sha256: sha256(bytes(size)) };
		expect(await certificates()).toMatchObject([{ userUuid: person, ...file }]);
		expect(json).toEqual({ userUuid: person, course: 'hygiene', outcome: 'registered', messages: [], file });
	});

	test.each([1_000_001, MOST])('of %d bytes goes with a warning', async (size) => {
		const [json] = await uploaded(lina, [item(person, await fileOf(bytes(size)))]);
		expect(json).toMatchObject({ outcome: 'registered', messages: [{ type: 'W', text: expect.stringContaining('more than 1000000 bytes') }] });
		expect(await certificates()).toMatchObject([{ sha256: sha256(bytes(size)) }]);
	});

	test.each([
		['empty', 0, /'Input Binary Field' holds an empty file/],
		['too large', MOST + 1, /'Input Binary Field' holds a file of 1048577 bytes; LINA takes 1 MB/],
	])('that is %s is refused before anything is sent', async (_what, size, message) => {
		const { error } = await upload(lina, [item(colleague, held(bytes(10))), item(person, await fileOf(bytes(size)))]);
		expect(error?.message).toMatch(message);
		expect(await lina.sent()).toEqual([]);
	});

	test('is sent with its length, under its name', async () => {
		const fileName = 'Prüfung "Küche" Ærø.pdf'.replaceAll('"', "'");
		await uploaded(lina, [item(person, await fileOf(bytes(1_000)), {})], { additionalFields: { fileName } });
		const [{ headers }] = await sentFiles();
		expect(Number(headers['content-length'])).toBeGreaterThan(1_000);
		expect(headers['transfer-encoding']).toBeUndefined();
		expect(await certificates()).toMatchObject([{ fileName, sha256: sha256(bytes(1_000)) }]);
	});

	test('that is refused for the number of calls is sent anew, whole, and stands once', async () => {
		await lina.faults('addUserCert', { kind: 'status', status: 429, nth: 1 });
		expect(await uploaded(lina, [item(person, await fileOf(bytes(100_000)))])).toMatchObject([{ outcome: 'registered' }]);
		expect(await certificates()).toMatchObject([{ sha256: sha256(bytes(100_000)) }]);
	});

	test.each(['reset-before', 'reset-after', 'truncate', 'malformed', 'status'])('trap 1: a lost answer (%s) is unknown, with a task for a human, and is never sent again', async (kind) => {
		await lina.faults('addUserCert', { kind, ...(kind === 'status' && { status: 500 }), every: 1 });
		const [json] = await uploaded(lina, [item(person, await fileOf(bytes(100_000)))], {}, { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } });
		expect(json).toMatchObject({ outcome: 'unknown', messages: [{ type: 'E' }, { type: 'E', text: expect.stringContaining('personnel file (Personalakte)') }] });
		expect(await sentFiles()).toHaveLength(1);
	});
});

test('the item goes on with its file', async () => {
	const { outputs } = await upload(lina, [item(person, held(bytes(10)))]);
	expect(outputs[0][0].binary?.data.fileName).toBe('certificate.pdf');
});

test('a token signs the request as well as a key', async () => {
	const credentials = await lina.credentials({}, TOKEN);
	expect(await uploaded(lina, [item(person, await stored(bytes(10)))], { authentication: 'token' }, { credentials })).toMatchObject([{ outcome: 'registered' }]);
});

test.each([
	[held(bytes(1)), { userUuid: 'x' }, /'User UUID' is not a UUID/],
	[held(bytes(1)), { userUuid: '={{ "" }}' }, /'User UUID' is empty/],
	[held(bytes(1)), { binaryPropertyName: 'other' }, /other/],
	[held(bytes(1), { fileName: undefined }), {}, /'File Name' is empty/],
	[held(bytes(1), { fileName: 'a\r\nContent-Type: x.pdf' }), {}, /'File Name' holds a character that a file name can not have/],
	[held(bytes(1), { fileName: '../etc.pdf' }), {}, /'File Name' holds a character that a file name can not have/],
	[held(bytes(1), { fileName: 'a"; name="userUuid.pdf' }), {}, /'File Name' holds a character that a file name can not have/],
	[held(bytes(1), { fileName: `${'x'.repeat(252)}.pdf` }), {}, /'File Name' has 256 characters; 255 are allowed/],
	[held(bytes(1)), { options: { recordedState: 'done' } }, /'Recorded State' is none of the choices/],
	[held(bytes(1)), { options: { filePartName: '' } }, /'File Part Name' can not be the name/],
	[held(bytes(1)), { options: { filePartName: 'userUuid' } }, /'File Part Name' can not be the name/],
	[held(bytes(1)), { options: { filePartName: 'a"b' } }, /'File Part Name' can not be the name/],
])('case %#: refused before anything is sent', async (file, parameters, message) => {
	const { error } = await upload(lina, [item(person, file)], parameters as INodeParameters);
	expect(error?.message).toMatch(message);
	expect(await lina.sent()).toEqual([]);
});

test('a type that is none goes as bytes', async () => {
	await uploaded(lina, [item(person, held(bytes(1), { mimeType: '' }))]);
	expect(await certificates()).toMatchObject([{ mimeType: 'application/octet-stream' }]);
});

describe('what is on record', () => {
	const recorded = async (recordedState: string) => await uploaded(lina, [item(person, held(bytes(1)))], { options: { recordedState } });

	test('as uploaded is not sent again', async () => {
		expect(await recorded('uploaded')).toMatchObject([{ outcome: 'unchanged', messages: [{ type: 'I' }] }]);
		expect(await lina.sent()).toEqual([]);
	});

	test('as pending is left to a human', async () => {
		expect(await recorded('pending')).toMatchObject([{ outcome: 'unknown', messages: [{ type: 'E' }, { type: 'E', text: expect.stringContaining('Personalakte') }] }]);
		expect(await lina.sent()).toEqual([]);
	});
});

describe('the same file', () => {
	test('for one person in two items is told before anything is sent, whatever it is called', async () => {
		const items = [item(person, held(bytes(9))), item(colleague, held(bytes(9))), item(person.toUpperCase(), await stored(bytes(9), { fileName: 'b.pdf' }))];
		expect((await upload(lina, items)).error?.message).toMatch(/The same file for the same person is in items 0, 2/);
		expect(await lina.sent()).toEqual([]);
	});

	test.each(['uploaded', 'pending'])('that is on record as %s in one item is not sent for another one', async (state) => {
		const items = [item(person, held(bytes(9)), { state }), item(person, held(bytes(9)), { state: '' })];
		expect((await upload(lina, items, { options: { recordedState: '={{ $json.state }}' } })).error?.message).toMatch(/The same file for the same person is in items 0, 1/);
		expect(await lina.sent()).toEqual([]);
	});

	test('that is on record in each of its items is no contradiction', async () => {
		const items = [item(person, held(bytes(9)), { state: 'uploaded' }), item(person, held(bytes(9)), { state: 'uploaded' })];
		expect(await uploaded(lina, items, { options: { recordedState: '={{ $json.state }}' } })).toMatchObject([{ outcome: 'unchanged' }, { outcome: 'unchanged' }]);
	});
});

describe('trap 15: after a withdrawal', () => {
	beforeEach(async () => await consent(person, false));

	test('no file of the person is taken, and nothing else is held up', async () => {
		expect(await uploaded(lina, [item(person, held(bytes(1))), item(colleague, held(bytes(1)))])).toMatchObject([
			{ outcome: 'rejected', messages: [{ type: 'E', text: expect.stringContaining('has not agreed to the sharing of data') }] },
			{ outcome: 'registered' },
		]);
	});

	test('it is taken where LINA wants no consent for files', async () => {
		await lina.control.switches({ 'lina.consentForUpload': 'notNeeded' });
		expect(await uploaded(lina, [item(person, held(bytes(1)))])).toMatchObject([{ outcome: 'registered' }]);
	});
});

test('what LINA turns away is not unknown', async () => {
	const rows = async (credentials: IDataObject) => await uploaded(lina, [item(person, await stored(bytes(500_000)))], {}, { credentials: await lina.credentials(credentials) });
	expect(await rows({ apiKey: 'wrong' })).toMatchObject([{ outcome: 'later', messages: [{ text: expect.stringContaining('does not accept the credential') }] }]);
	expect(await rows({ baseUrl: 'https://localhost:1/lina' })).toMatchObject([{ outcome: 'later' }]);
	await lina.faults('addUserCert', { kind: 'status', status: 413, every: 1 });
	expect(await rows({})).toMatchObject([{ outcome: 'rejected', messages: [{ text: expect.stringContaining('too large') }] }]);
	expect(await certificates()).toEqual([]);
});

test('a run that is stopped sends nothing more', async () => {
	await lina.faults('addUserCert', { kind: 'timeout', acts: true, nth: 1 });
	const { status } = await upload(lina, [item(person, held(bytes(1))), item(colleague, held(bytes(1)))], {}, { abortAfter: 1_000 });
	expect(status).toBe('canceled');
	expect(await sentFiles()).toHaveLength(1);
});
