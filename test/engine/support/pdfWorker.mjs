import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

/** The lines of a page as a reader selects them, from top to bottom. */
async function textOf(page) {
	const { items } = await page.getTextContent();
	return items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
}

const document = await getDocumentProxy(new Uint8Array(workerData));
const { info } = await document.getMetadata();
const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
const pages = await Promise.all(numbers.map(async (number) => await textOf(await document.getPage(number))));
parentPort.postMessage({ title: info.Title, created: info.CreationDate, language: info.Language, pages });
