import { createHash } from 'node:crypto';

import type { FormPart } from '../../service.ts';
import { badRequest, Refusal } from './refusal.ts';

/** A file in a staff file (Personalakte). */
export interface Certificate {
	readonly userUuid: string;
	readonly fileName: string;
	readonly mimeType: string;
	/** In bytes. */
	readonly size: number;
	/** In hexadecimal digits. */
	readonly sha256: string;
	/** ISO 8601 in UTC. */
	readonly at: string;
	/** Base64. */
	readonly content: string;
}

type FilePart = Extract<FormPart, { fileName: string }>;

/** What addUserCert is sent: whose file, and the file. */
export interface UploadForm {
	readonly userUuid: string;
	readonly file: FilePart;
}

const MOST_BYTES = 1_048_576;

/** Reads the form: a text `userUuid` and exactly one file, under whatever name (lina.md 1.8). */
export function readUpload(form: readonly FormPart[] | null): UploadForm {
	if (form === null) throw badRequest('The body must be multipart/form-data.');
	const [file, ...more] = form.filter((part): part is FilePart => 'fileName' in part);
	if (file === undefined || more.length > 0) throw badRequest('Exactly one file is needed.');
	const [text, ...others] = form.filter((part) => 'text' in part);
	if (text?.name !== 'userUuid' || text.text === '' || others.length > 0) throw badRequest('userUuid is needed, and nothing else.');
	if (file.bytes.length === 0) throw badRequest('The file is empty.');
	if (file.bytes.length > MOST_BYTES) throw new Refusal(413, 'File too large: 1 MB at most.');
	return { userUuid: text.text, file };
}

/** The staff files of all users. */
export class Certificates {
	#filed: Certificate[] = [];

	/** All files in the order in which they came. */
	list(): Certificate[] {
		return this.#filed;
	}

	/** Forgets all. */
	clear(): void {
		this.#filed = [];
	}

	/** Files once more, or (`overwrites`) in place of the user's file of that name. */
	file({ userUuid, file }: UploadForm, at: string, overwrites: boolean): void {
		const { fileName, mimeType, bytes } = file;
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const isSame = (of: Certificate): boolean => of.userUuid === userUuid && of.fileName === fileName;
		if (overwrites) this.#filed = this.#filed.filter((of) => !isSame(of));
		this.#filed.push({ userUuid, fileName, mimeType, size: bytes.length, sha256, at, content: bytes.toString('base64') });
	}
}
