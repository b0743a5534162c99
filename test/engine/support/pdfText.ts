import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';

/** What a PDF says to its reader. */
export interface ReadPdf {
	title: string;
	/** As it stands in the file, `D:20261031060000Z`. */
	created: string;
	/** BCP 47. */
	language: string;
	/** The selectable text of each page, line by line. */
	pages: string[];
}

let reader: Worker | undefined;

/** Ends the waiting for a thread that has ended. */
const ended = new AbortController();

/** The thread that reads: the reader is an ES module, which jest's own modules can't load. It ends with the tests. */
function readerThread(): Worker {
	if (!reader) {
		reader = new Worker(join(__dirname, 'pdfWorker.mjs'));
		reader.once('error', (error) => ended.abort(error));
		reader.unref();
	}
	return reader;
}

/**
 * Reads a PDF.
 * @throws Error when the bytes are none
 */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
	const { port1, port2 } = new MessageChannel();
	readerThread().postMessage({ bytes: Uint8Array.from(bytes), port: port2 }, [port2]);
	const [answer] = (await once(port1, 'message', { signal: ended.signal })) as [ReadPdf | { failure: string }];
	port1.close();
	if ('failure' in answer) throw new Error(`Not a PDF: ${answer.failure}`);
	return answer;
}

/** The selectable text of a PDF, its pages one after the other. */
export async function pdfText(base64: string): Promise<string> {
	const { pages } = await readPdf(Buffer.from(base64, 'base64'));
	return pages.join('\n');
}
