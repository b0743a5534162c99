import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';

import { streamedBody } from '../../../nodes/KmdOpus/soap/streamed';

const ENVELOPE = '<a>æ</a><Content>HERE</Content><Title>ø</Title>';

/** Bytes that come in chunks cut at any place. */
const inChunks = (bytes: Buffer, cuts: number[]) => {
	const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
	return Readable.from(places.slice(1).map((end, at) => bytes.subarray(places[at], end)).filter(({ length }) => length), { objectMode: false });
};

const bodyOf = (bytes: Buffer, size = bytes.length, cuts: number[] = []) => streamedBody(ENVELOPE, { placeholder: 'HERE', size, open: async () => inChunks(bytes, cuts) });

test('bytes stand in the envelope as one base64, however they come', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 100 }), fc.array(fc.nat(1000), { maxLength: 8 }), async (array, cuts) => {
			const bytes = Buffer.from(array);
			const body = bodyOf(bytes, bytes.length, cuts);
			const written = await text(await body.open());
			expect(written).toBe(ENVELOPE.replace('HERE', bytes.toString('base64')));
			expect(body.length).toBe(Buffer.byteLength(written));
		}),
	);
});

test('each opening reads the bytes anew', async () => {
	const body = bodyOf(Buffer.from('abcd'));
	expect(await text(await body.open())).toBe(await text(await body.open()));
});

test.each([3, 5])('bytes that are not as many as recorded (%d) break the request off', async (size) => {
	await expect(bodyOf(Buffer.from('abcd'), size).open().then(text)).rejects.toThrow('does not hold as many bytes');
});
