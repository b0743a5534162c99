import type { Outcome, OutcomeMessage } from '../../kit/outcome';
import { cancelled, note, notSentOutcome } from '../../kit/outcome';
import { textOf } from '../../kit/xml';
import type { OpusSoapClient } from '../soap/client';
import type { Overrides } from '../soap/overrides';
import { readReturnStatus } from '../soap/returnStatus';
import type { Document } from './document';
import { wireDocument } from './document';
import { UploadDocument } from './operations';

/** What uploading adds to an item. */
export type UploadOutcome = Outcome & { documentId?: string | null };

/** How documents are uploaded. */
export interface UploadSettings {
	client: OpusSoapClient;
	overrides: Overrides;
	/** The service is known to file nothing twice under one external reference. */
	honoursReference: boolean;
	signal?: AbortSignal;
}

const ON_RECORD = note('I', 'The reference is on record as uploaded: nothing was sent');

const NOT_CONFIRMED = note('E', 'The answer of KMD Opus leaves open whether the document was filed');

/** There is no read-back (contract, section 1.4): only a human can see what stands. */
const toBeChecked = ({ employeeNumber, externalReference }: Document): OutcomeMessage =>
	note(
		'E',
		`Look into the personnel folder of employee ${employeeNumber} in KMD Opus whether the document${externalReference ? ` with the reference ${externalReference}` : ''} is there: record it as uploaded if it is, and take it off the record if it is not.`,
	);

/** The outcome of a document that is not to be sent, by what is on record of it; undefined when it is. */
function settledByRecord(document: Document, honoursReference: boolean): UploadOutcome | undefined {
	if (document.recordedState === 'uploaded') return { outcome: 'unchanged', messages: [ON_RECORD] };
	if (document.recordedState !== 'pending' || honoursReference) return undefined;
	return { outcome: 'unknown', messages: [note('E', 'An upload of the reference was begun before, and how it ended is not on record: nothing was sent'), toBeChecked(document)] };
}

async function uploadOne(document: Document, { client, overrides, honoursReference }: UploadSettings): Promise<UploadOutcome> {
	const repeatable = honoursReference && document.externalReference ? 'keyed' : 'never';
	const result = await client.send(UploadDocument, wireDocument(document), repeatable, overrides, document.content.streamed);
	if (result.kind === 'failure') {
		if (!result.mayHaveActed) return notSentOutcome(result.failure);
		return { outcome: 'unknown', messages: [note('E', result.failure.message), toBeChecked(document)] };
	}
	const { messages, refused, isClear } = readReturnStatus(result.root);
	if (refused) return { outcome: 'rejected', messages };
	const documentId = textOf(result.root, 'DocumentId') || null;
	return isClear || documentId ? { outcome: 'registered', messages, documentId } : { outcome: 'unknown', messages: [...messages, NOT_CONFIRMED, toBeChecked(document)] };
}

/** Uploads documents one after the other. */
export async function uploadDocuments(documents: Document[], settings: UploadSettings): Promise<UploadOutcome[]> {
	const outcomes: UploadOutcome[] = [];
	for (const document of documents) {
		const settled = settledByRecord(document, settings.honoursReference);
		outcomes.push(settled ?? (settings.signal?.aborted ? cancelled() : await uploadOne(document, settings)));
	}
	return outcomes;
}
