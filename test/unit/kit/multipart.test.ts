import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import type { FilePart } from '../../../nodes/kit/multipart';
import { multipartBody } from '../../../nodes/kit/multipart';

const BYTES = Buffer.from([0, 1, 255, 13, 10, 45, 45]);

const file = (changes: Partial<FilePart> = {}): FilePart => ({ name: 'file', fileName: 'Kurs Größe.pdf', mimeType: 'application/pdf', size: BYTES.length, content: BYTES, ...changes });

const streamed = (size = BYTES.length) => file({ size, content: async () => Readable.from([BYTES.subarray(0, 2), BYTES.subarray(2)], { objectMode: false }) });

const opened = async (body: ReturnType<typeof multipartBody>): Promise<Buffer> => {
	const content = await body.open();
	return Buffer.isBuffer(content) ? content : await buffer(content);
};

/** Reads a form as the platform does it. */
const formOf = async (body: ReturnType<typeof multipartBody>) => await new Response(new Uint8Array(await opened(body)), { headers: { 'Content-Type': body.contentType } }).formData();

test.each([
	['held in the item', file()],
	['streamed', streamed()],
])('a form whose file is %s holds texts and file, byte by byte, and its length is known', async (_how, part) => {
	const body = multipartBody({ userUuid: 'abc', note: 'a\r\n--b' }, part);
	const form = await formOf(body);
	expect([form.get('userUuid'), form.get('note')]).toEqual(['abc', 'a\r\n--b']);
	const sent = form.get('file') as File;
	expect([sent.name, sent.type]).toEqual(['Kurs Größe.pdf', 'application/pdf']);
	expect(Buffer.from(await sent.arrayBuffer())).toEqual(BYTES);
	expect((await opened(body)).length).toBe(body.length);
});

test('each opening gives the same body anew', async () => {
	const body = multipartBody({}, streamed());
	expect(await opened(body)).toEqual(await opened(body));
});

test('names can not break out of their header', async () => {
	const body = multipartBody({}, file({ fileName: 'a"; x="\r\nX-Evil: 1', name: 'f"\n' }));
	const text = (await opened(body)).toString('latin1');
	expect(text).toContain('filename="a%22; x=%22%0D%0AX-Evil: 1"\r\n');
	expect(text).toContain('name="f%22%0D%0A"');
});

test.each(['', 'text', 'a/b\r\nX-Evil: 1', 'a/b; x'])('a type that is none (%j) is sent as bytes', async (mimeType) => {
	expect((await opened(multipartBody({}, file({ mimeType })))).toString('latin1')).toContain('Content-Type: application/octet-stream\r\n\r\n');
});

test.each([BYTES.length - 1, BYTES.length + 1])('a file that is not as long as recorded (%d) breaks the request off', async (size) => {
	await expect(opened(multipartBody({}, streamed(size)))).rejects.toThrow('does not hold as many bytes');
});
