import { randomUUID } from 'crypto';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import type { TextDocument } from '../../kit/pdf';
import { renderPdf } from '../../kit/pdf';
import type { StreamedBytes } from '../soap/streamed';
import { fileNameOf } from './fileName';

type BinaryHelpers = Pick<IExecuteFunctions['helpers'], 'getBinaryMetadata' | 'getBinaryStream'>;

const FIELD = { binary: 'Input Binary Field', text: 'Text' };

/** What a document may be. */
export interface ContentLimits {
	maxBytes: number;
	/** MIME types in lower case. */
	types: string[];
}

/** What goes into the request as the document's content: its base64, or a placeholder for bytes that are streamed. */
export interface Content {
	value: string;
	streamed?: StreamedBytes;
	mimeType: string;
	/** As n8n has it, or made of the title; '' for none. */
	fileName: string;
}

/** What a file of a type begins with. */
const BEGINNINGS: Record<string, Buffer> = {
	'application/pdf': Buffer.from('%PDF-'),
	'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
	'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
};

const LONGEST_BEGINNING = 8;

/** The first bytes of a document that n8n keeps outside the item. */
async function beginningOf(helpers: BinaryHelpers, id: string): Promise<Buffer> {
	let beginning = Buffer.alloc(0);
	for await (const chunk of await helpers.getBinaryStream(id)) {
		beginning = Buffer.concat([beginning, (chunk as Buffer).subarray(0, LONGEST_BEGINNING)]);
		if (beginning.length >= LONGEST_BEGINNING) break;
	}
	return beginning;
}

const inMiB = (bytes: number): string => String(Math.round((bytes / 1024 ** 2) * 100) / 100);

function check(field: string, mimeType: string, size: number, { maxBytes, types }: ContentLimits): void {
	if (!types.includes(mimeType)) {
		throw badInput(field, `holds a document of the type ${mimeType || '(none)'}`, `Convert it first, or allow the type under Options. Allowed: ${types.join(', ')}.`);
	}
	if (size === 0) throw badInput(field, 'holds an empty document', 'Look at the node that fetched it.');
	if (size > maxBytes) throw badInput(field, `holds ${inMiB(size)} MiB; ${inMiB(maxBytes)} are allowed`, 'Make the document smaller, or raise the limit under Options if KMD allows more.');
}

function checkBeginning(mimeType: string, beginning: Buffer): void {
	const expected = BEGINNINGS[mimeType];
	if (expected && !beginning.subarray(0, expected.length).equals(expected)) {
		throw badInput(FIELD.binary, `does not hold what its type ${mimeType} says`, 'Look at the node that fetched it: it may have got an error page in place of the document.');
	}
}

/**
 * Checks a document and makes it ready to be sent: streamed where n8n keeps it outside the item, as it is otherwise.
 * @throws Failure when it is empty, too large, or of another type than allowed or than it says
 */
export async function readContent(helpers: BinaryHelpers, { id, data, mimeType, fileName }: IBinaryData, limits: ContentLimits): Promise<Content> {
	const type = readText(mimeType).split(';')[0].trim().toLowerCase();
	const described = { mimeType: type, fileName: readText(fileName) };
	if (!id) {
		const bytes = Buffer.from(data, 'base64');
		check(FIELD.binary, type, bytes.length, limits);
		checkBeginning(type, bytes);
		return { ...described, value: bytes.toString('base64') };
	}
	const { fileSize: size } = await helpers.getBinaryMetadata(id);
	check(FIELD.binary, type, size, limits);
	checkBeginning(type, await beginningOf(helpers, id));
	const placeholder = randomUUID();
	return { ...described, value: placeholder, streamed: { placeholder, size, open: async () => await helpers.getBinaryStream(id) } };
}

const PDF = 'application/pdf';

/**
 * A title and a text as a PDF, named after the title.
 * @throws Failure when it is empty, too large, or holds a character that can not be written
 */
export async function renderContent(document: TextDocument, limits: ContentLimits): Promise<Content> {
	const bytes = await renderPdf(document);
	check(FIELD.text, PDF, bytes.length, limits);
	return { value: bytes.toString('base64'), mimeType: PDF, fileName: fileNameOf(document.title) };
}
