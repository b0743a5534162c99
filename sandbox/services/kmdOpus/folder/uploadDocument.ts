import { createHash } from 'node:crypto';

import { isIsoDate } from '../../../world/dates.ts';
import type { DocumentType } from '../../../world/employeeTypes.ts';
import type { Collection } from '../../collection.ts';
import { withoutLeadingZeros } from '../employeeNumber.ts';
import type { OpusLedger } from '../ledger.ts';
import type { SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import type { FiledDocuments } from './documents.ts';

/** The fields of a request besides the content, in order (kmd-opus.md 1.4, assumed). */
export const UPLOAD_FIELDS = [
	'SourceSystem',
	'PersonnelNumber',
	'DocumentTypeKey',
	'FileName',
	'MimeType',
	'Content',
	'Title',
	'DocumentDate',
	'ExternalReference',
] as const;

type UploadField = Exclude<(typeof UPLOAD_FIELDS)[number], 'Content'>;

const DEMANDED = ['SourceSystem', 'PersonnelNumber', 'DocumentTypeKey', 'FileName', 'MimeType', 'Content'] as const;
const MEBIBYTE = 1024 * 1024;
const FIRST_BYTES = 16;

const FORMATS: Readonly<Record<string, ReadonlySet<string>>> = {
	pdf: new Set(['application/pdf']),
	pdfAndImages: new Set(['application/pdf', 'image/jpeg', 'image/png']),
};

/** What an upload works with. */
export interface UploadContext {
	readonly ledger: OpusLedger;
	readonly documents: FiledDocuments;
	readonly documentTypes: Collection<DocumentType>;
	readonly honoursReferences: boolean;
	readonly maxDocumentMiB: number;
	readonly documentFormats: string;
	/** ISO 8601 in UTC. */
	readonly now: string;
}

/** The bytes behind a base64 text, which may hold blanks between its characters; null when it is none. */
function bytesOf(content: string): Buffer | null {
	const text = /\s/.test(content) ? content.replaceAll(/\s+/g, '') : content;
	const bytes = Buffer.from(text, 'base64');
	return bytes.toString('base64') === text ? bytes : null;
}

function* complaints(request: SoapRequest, bytes: Buffer | null, context: UploadContext): Generator<string> {
	const missing = DEMANDED.find((name) => request.text(name) === '');
	if (missing !== undefined) yield `${missing} mangler.`;
	if (context.ledger.employment(request.text('PersonnelNumber')) === undefined) yield 'Medarbejderen findes ikke.';
	const type = context.documentTypes.get(request.text('DocumentTypeKey'));
	if (type === undefined) yield 'Dokumenttypenøglen findes ikke.';
	else if (type.SourceSystem !== request.text('SourceSystem')) yield 'Dokumenttypenøglen er ikke aftalt for afsendersystemet.';
	if (FORMATS[context.documentFormats]?.has(request.text('MimeType').toLowerCase()) === false) {
		yield `Dokumenter af typen ${request.text('MimeType')} modtages ikke.`;
	}
	const date = request.text('DocumentDate');
	if (date !== '' && !isIsoDate(date)) yield 'DocumentDate er ikke en dato.';
	if (bytes === null) yield 'Content er ikke base64.';
	else if (bytes.length > context.maxDocumentMiB * MEBIBYTE) yield `Dokumentet er større end ${context.maxDocumentMiB} MiB.`;
}

/**
 * UploadDocument: files a document in an employee's personnel folder. There is no read and no delete; a repeated
 * external reference files once more, unless the switch says that it is honoured (kmd-opus.md 1.4).
 */
export function uploadDocument(request: SoapRequest, context: UploadContext): SoapReply {
	const bytes = bytesOf(request.text('Content'));
	const [complaint] = complaints(request, bytes, context);
	if (complaint !== undefined || bytes === null) {
		return { remarks: [{ type: 'E', text: complaint }], content: [], tookEffect: false };
	}
	const text = (name: UploadField): string => request.text(name);
	const { documents } = context;
	const known = context.honoursReferences ? documents.referredTo(text('SourceSystem'), text('ExternalReference')) : undefined;
	if (known !== undefined) {
		const remark = { type: 'I', text: 'Dokumentet er allerede modtaget.' };
		return { remarks: [remark], content: [{ name: 'DocumentId', text: known.DocumentId }], tookEffect: false };
	}
	const id = documents.file({
		PersonnelNumber: withoutLeadingZeros(text('PersonnelNumber')),
		SourceSystem: text('SourceSystem'),
		DocumentTypeKey: text('DocumentTypeKey'),
		FileName: text('FileName'),
		MimeType: text('MimeType'),
		Title: text('Title'),
		DocumentDate: text('DocumentDate'),
		ExternalReference: text('ExternalReference'),
		Folder: context.documentTypes.get(text('DocumentTypeKey'))?.Mappe ?? '',
		Size: bytes.length,
		Sha256: createHash('sha256').update(bytes).digest('hex'),
		FirstBytes: bytes.subarray(0, FIRST_BYTES).toString('base64'),
		Content: bytes.length > MEBIBYTE ? '' : bytes.toString('base64'),
		ReceivedAt: context.now,
	});
	return { remarks: [], content: [{ name: 'DocumentId', text: id }], tookEffect: true };
}
