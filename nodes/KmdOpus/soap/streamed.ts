import type { IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';

type BinaryStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** Bytes that go into a request as base64 and are never held as a whole. */
export interface StreamedBytes {
	/** Stands in the values of the request where the base64 goes. */
	placeholder: string;
	/** How many bytes there are, before base64. */
	size: number;
	/** Opens them anew: each try of the request reads them once. */
	open(): Promise<BinaryStream>;
}

/** Three bytes make four characters of base64. */
const TRIPLET = 3;

const base64Length = (size: number): number => Math.ceil(size / TRIPLET) * 4;

/** Writes the text around the bytes; what is left of a chunk after whole triplets waits for the next one, so that no padding comes in between. */
async function* written(head: string, chunks: AsyncIterable<Buffer | Uint8Array>, size: number, tail: string): AsyncGenerator<string> {
	yield head;
	let rest = Buffer.alloc(0);
	let left = size;
	for await (const chunk of chunks) {
		left -= chunk.length;
		const bytes = Buffer.concat([rest, chunk]);
		const whole = bytes.length - (bytes.length % TRIPLET);
		yield bytes.toString('base64', 0, whole);
		rest = bytes.subarray(whole);
	}
	if (left !== 0) throw badInput('Input Binary Field', 'does not hold as many bytes as n8n recorded of it', 'Fetch the document again.');
	yield rest.toString('base64') + tail;
}

/** A request around bytes, and its length in bytes. */
export interface StreamedBody {
	length: number;
	open(): Promise<NodeJS.ReadableStream>;
}

/**
 * Puts bytes into an envelope that bears their placeholder. The length is known beforehand: a gateway need not take chunked requests.
 * @param envelope with the placeholder once
 */
export function streamedBody(envelope: string, bytes: StreamedBytes): StreamedBody {
	const [head, tail] = envelope.split(bytes.placeholder);
	return {
		length: Buffer.byteLength(head) + base64Length(bytes.size) + Buffer.byteLength(tail),
		open: async () => (await bytes.open()).compose((chunks: AsyncIterable<Buffer>) => written(head, chunks, bytes.size, tail)),
	};
}
