import { randomUUID } from 'crypto';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import type { StreamedBytes } from '../soap/streamed';

type BinaryHelpers = Pick<IExecuteFunctions['helpers'], 'getBinaryMetadata' | 'getBinaryStream'>;

const FIELD = 'Input Binary Field';

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
	/** As n8n has it; '' for none. */
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

function check(mimeType: string, size: number, beginning: Buffer, { maxBytes, types }: ContentLimits): void {
	if (!types.includes(mimeType)) {
		throw badInput(FIELD, `holds a document of the type ${mimeType || '(none)'}`, `Convert it first, or allow the type under Options. Allowed: ${types.join(', ')}.`);
	}
	if (size === 0) throw badInput(FIELD, 'holds an empty document', 'Look at the node that fetched it.');
	if (size > maxBytes) throw badInput(FIELD, `holds ${inMiB(size)} MiB; ${inMiB(maxBytes)} are allowed`, 'Make the document smaller, or raise the limit under Options if KMD allows more.');
	const expected = BEGINNINGS[mimeType];
	if (expected && !beginning.subarray(0, expected.length).equals(expected)) {
		throw badInput(FIELD, `does not hold what its type ${mimeType} says`, 'Look at the node that fetched it: it may have got an error page in place of the document.');
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
		check(type, bytes.length, bytes.subarray(0, LONGEST_BEGINNING), limits);
		return { ...described, value: bytes.toString('base64') };
	}
	const { fileSize: size } = await helpers.getBinaryMetadata(id);
	check(type, size, await beginningOf(helpers, id), limits);
	const placeholder = randomUUID();
	return { ...described, value: placeholder, streamed: { placeholder, size, open: async () => await helpers.getBinaryStream(id) } };
}
