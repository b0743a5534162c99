import { createHash } from 'crypto';
import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import type { FilePart } from '../../kit/multipart';
import { readText } from '../../kit/parameters';

type BinaryHelpers = Pick<IExecuteFunctions['helpers'], 'getBinaryMetadata' | 'getBinaryStream'>;

const FIELD = 'Input Binary Field';
const MOST_CHARACTERS = 255;

/** LINA takes 1 MB, and does not say which of the two it means (contract, section 1.8). */
export const SURE_BYTES = 1_000_000;
export const MOST_BYTES = 1_048_576;

/** A file for a personnel file (Personalakte), as it goes into the form. */
export interface StaffFile extends FilePart {
	/** In hexadecimal digits. */
	sha256: string;
}

function checkSize(size: number): void {
	if (size === 0) throw badInput(FIELD, 'holds an empty file', 'Look at the node that fetched it.');
	if (size > MOST_BYTES) throw badInput(FIELD, `holds a file of ${size} bytes; LINA takes 1 MB, at most ${MOST_BYTES} bytes`, 'Make the file smaller, or split it.');
}

function readFileName(value: string): string {
	if (!value) throw badInput('File Name', 'is empty, and the file has none of its own', 'Enter it under Additional Fields.');
	if (value.length > MOST_CHARACTERS) throw badInput('File Name', `has ${value.length} characters; ${MOST_CHARACTERS} are allowed`, 'Shorten it.');
	if (/[\\/:*?"<>|\p{Cc}]/u.test(value)) throw badInput('File Name', 'holds a character that a file name can not have', 'Leave out \\ / : * ? " < > |, tabs and line breaks.');
	return value;
}

function readPartName(value: unknown): string {
	const name = value === undefined ? 'file' : readText(value);
	if (!/^[\w.[\]-]+$/.test(name) || name === 'userUuid') throw badInput('File Part Name', 'can not be the name of the file’s part', 'Enter the name that Gastro-MIS gave you: letters, digits and . _ - [ ] only.');
	return name;
}

type Bytes = Pick<StaffFile, 'content' | 'sha256' | 'size'>;

function heldBytes(data: string): Bytes {
	const content = Buffer.from(data, 'base64');
	checkSize(content.length);
	return { content, size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

async function storedBytes(helpers: BinaryHelpers, id: string): Promise<Bytes> {
	const { fileSize: size } = await helpers.getBinaryMetadata(id);
	checkSize(size);
	const open = async () => await helpers.getBinaryStream(id);
	const hash = createHash('sha256');
	for await (const chunk of await open()) hash.update(chunk as Buffer);
	return { content: open, size, sha256: hash.digest('hex') };
}

/**
 * Checks a file and makes it ready to be sent: streamed where n8n keeps it outside the item, as it is otherwise.
 * @param given what the user says of it: a name in place of its own, and what the service calls the part
 * @throws Failure when it is empty, too large, or has no usable name
 */
export async function readFile(helpers: BinaryHelpers, { id, data, mimeType, fileName }: IBinaryData, given: { fileName: unknown; partName: unknown }): Promise<StaffFile> {
	const described = {
		name: readPartName(given.partName),
		fileName: readFileName(readText(given.fileName) || readText(fileName)),
		mimeType: readText(mimeType).split(';')[0].trim() || 'application/octet-stream',
	};
	return { ...described, ...(id ? await storedBytes(helpers, id) : heldBytes(data)) };
}

/** A file as the node's output tells it. */
export const presentFile = ({ fileName, mimeType, size, sha256 }: StaffFile): IDataObject => ({ fileName, mimeType, size, sha256 });
