import { Readable } from 'node:stream';

import { readContent } from '../../../nodes/KmdOpus/personnelFolder/content';

const LIMITS = { maxBytes: 100, types: ['application/pdf'] };

/** A document outside the item that comes in chunks of so many bytes. */
const read = async (bytes: Buffer, size: number) => {
	const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
	const helpers = { getBinaryMetadata: async () => await Promise.resolve({ fileSize: bytes.length }), getBinaryStream: async () => await Promise.resolve(Readable.from(chunks)) };
	return await readContent(helpers, { id: 'x', data: '', mimeType: 'application/pdf', fileName: 'a.pdf' }, LIMITS);
};

test.each([1, 3, 64])('what a document is is seen from its first bytes, in chunks of %d as well', async (size) => {
	expect(await read(Buffer.from('%PDF-1.7 …'), size)).toMatchObject({ mimeType: 'application/pdf' });
	await expect(read(Buffer.from('<html>'), size)).rejects.toThrow('does not hold what its type');
});
