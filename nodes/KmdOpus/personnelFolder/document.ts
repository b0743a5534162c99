import { badInput } from '../../kit/failure';
import { readDate } from '../../kit/parameters';
import { readEmployeeNumber, ZONE } from '../payments/line';
import type { SoapValues } from '../soap/operation';
import { readSendable } from '../soap/text';
import type { Content } from './content';
import { MAX_NAME, readFileName } from './fileName';

/** What the workflow's own record says of a reference: nothing, that an upload was begun, or that the document is there. */
export type RecordedState = '' | 'pending' | 'uploaded';

/** What is said of a document. Contract, section 1.4: our reading. */
export interface DocumentDetails {
	/** Digits without leading zeros. */
	employeeNumber: string;
	sourceSystem: string;
	documentTypeKey: string;
	title: string;
	/** `yyyy-MM-dd`, or '' for none. */
	documentDate: string;
	externalReference: string;
	/** '' for the document's own. */
	fileName: string;
	recordedState: RecordedState;
}

export interface Document extends DocumentDetails {
	content: Content;
}

/** Lengths are not published; these are below those of SAP's document management. */
const MAX = { key: 40, reference: 64 };

function readRequired(field: string, value: unknown, maxLength: number, advice: string): string {
	const text = readSendable(field, value, maxLength);
	if (!text) throw badInput(field, 'is empty', advice);
	return text;
}

function readState(value: unknown, reference: string): RecordedState {
	const state = readSendable('Recorded State', value).toLowerCase();
	if (state !== '' && state !== 'pending' && state !== 'uploaded') {
		throw badInput('Recorded State', 'is none of the choices', 'Give pending, uploaded, or nothing for a reference that is not on record.');
	}
	if (state && !reference) throw badInput('Recorded State', 'is given without an external reference', 'It tells what is on record of the reference: give that too.');
	return state;
}

/**
 * Reads and checks what is said of a document.
 * @throws Failure naming the field
 */
export function readDetails(fields: Record<keyof DocumentDetails, unknown>): DocumentDetails {
	const externalReference = readSendable('External Reference', fields.externalReference, MAX.reference);
	return {
		employeeNumber: readEmployeeNumber('Employee Number', fields.employeeNumber),
		sourceSystem: readRequired('Source System', fields.sourceSystem, MAX.key, 'Enter the name that was agreed with KMD for the system the document comes from.'),
		documentTypeKey: readRequired('Document Type Key', fields.documentTypeKey, MAX.key, 'Enter the key that was agreed with KMD for this type of document.'),
		title: readRequired('Title', fields.title, MAX_NAME, 'Enter what the document is called in the folder.'),
		documentDate: fields.documentDate ? readDate('Document Date', fields.documentDate, ZONE) : '',
		externalReference,
		fileName: readFileName(fields.fileName),
		recordedState: readState(fields.recordedState, externalReference),
	};
}

/** Puts details and content together: the file bears its own name unless it is given another. */
export function documentOf(details: DocumentDetails, content: Content): Document {
	const fileName = details.fileName || readFileName(content.fileName);
	if (!fileName) throw badInput('File Name', 'is empty, and the document has none of its own', 'Enter it under Additional Fields.');
	return { ...details, fileName, content };
}

export const wireDocument = (document: Document): SoapValues => ({
	SourceSystem: document.sourceSystem,
	PersonnelNumber: document.employeeNumber,
	DocumentTypeKey: document.documentTypeKey,
	FileName: document.fileName,
	MimeType: document.content.mimeType,
	Content: document.content.value,
	Title: document.title,
	DocumentDate: document.documentDate,
	ExternalReference: document.externalReference,
});
