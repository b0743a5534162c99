import { randomUUID } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import { badInput } from './failure';

type BinaryStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** A file of a form. */
export interface FilePart {
	/** The part's name in the form. */
	name: string;
	fileName: string;
	mimeType: string;
	/** Its length in bytes. */
	size: number;
	/** Its bytes: held in the item, or opened anew for each try of the request. */
	content: Buffer | (() => Promise<BinaryStream>);
}

/** A request body of the type `multipart/form-data`. */
export interface MultipartBody {
	contentType: string;
	/** Length in bytes, known beforehand: a gateway need not take chunked requests. */
	length: number;
	/** The body, anew for each try. */
	open(): Promise<Buffer | NodeJS.ReadableStream>;
}

/** A name within a header's quotes, as browsers write it (WHATWG, multipart/form-data encoding). */
const quoted = (name: string): string => `"${name.replace(/\r\n|\r|\n/g, '%0D%0A').replace(/"/g, '%22')}"`;

/** A type that could end the header is no type. */
const typeOf = (mimeType: string): string => (/^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream');

/** Hands the bytes on between head and tail; a file that is shorter or longer than was announced ends the request. */
async function* around(head: Buffer, chunks: AsyncIterable<Buffer | Uint8Array>, size: number, tail: Buffer): AsyncGenerator<Buffer | Uint8Array> {
	yield head;
	let left = size;
	for await (const chunk of chunks) {
		left -= chunk.length;
		yield chunk;
	}
	if (left !== 0) throw badInput('Input Binary Field', 'does not hold as many bytes as n8n recorded of it', 'Fetch the file again.');
	yield tail;
}

/**
 * A form of text parts and one file, in this order. A file that n8n keeps outside the item is streamed and never held as a whole.
 * @param texts by the parts' names
 */
export function multipartBody(texts: Record<string, string>, file: FilePart): MultipartBody {
	const boundary = `----${randomUUID()}`;
	const textParts = Object.entries(texts).map(([name, text]) => `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(name)}\r\n\r\n${text}\r\n`);
	const fileHead = `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(file.name)}; filename=${quoted(file.fileName)}\r\nContent-Type: ${typeOf(file.mimeType)}\r\n\r\n`;
	const head = Buffer.from(textParts.join('') + fileHead);
	const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
	const { content, size } = file;
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		length: head.length + size + tail.length,
		open: async () =>
			Buffer.isBuffer(content)
				? Buffer.concat([head, content, tail])
				: (await content()).compose((chunks: AsyncIterable<Buffer>) => around(head, chunks, size, tail)),
	};
}
