import { parentPort } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

/** The lines of a page as a reader selects them, from top to bottom. */
async function textOf(page) {
	const { items } = await page.getTextContent({ disableNormalization: true });
	return items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
}

async function read(bytes) {
	const document = await getDocumentProxy(bytes);
	const { info } = await document.getMetadata();
	const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
	const pages = await Promise.all(numbers.map(async (number) => await textOf(await document.getPage(number))));
	return { title: info.Title, created: info.CreationDate, language: info.Language, pages };
}

parentPort.on('message', async ({ bytes, port }) => {
	port.postMessage(await read(bytes).catch(({ message }) => ({ failure: message })));
});
