import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What a PDF says to its reader. */
export interface ReadPdf {
	title: string;
	/** As it stands in the file, `D:20261031060000Z`. */
	created: string;
	/** BCP 47. */
	language: string;
	/** The selectable text of each page, line by line; the footer is its last line. */
	pages: string[];
}

/**
 * Reads a PDF in a thread of its own: the reader is an ES module, which jest's own modules can't load.
 * @throws Error when the bytes are no PDF
 */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
	return await new Promise((resolve, reject) => {
		const worker = new Worker(join(__dirname, 'pdfWorker.mjs'), { workerData: bytes });
		worker.once('message', resolve);
		worker.once('error', ({ message }: Error) => reject(new Error(`not a PDF: ${message}`)));
	});
}

/** The selectable text of a PDF, its pages one after the other. */
export async function pdfText(base64: string): Promise<string> {
	const { pages } = await readPdf(Buffer.from(base64, 'base64'));
	return pages.join('\n');
}
