import { Collection, type RecordKind } from '../../collection.ts';

/** A document in a personnel folder: what was said of it, and its content as far as it is kept. */
export interface FiledDocument {
	readonly DocumentId: string;
	readonly PersonnelNumber: string;
	readonly SourceSystem: string;
	readonly DocumentTypeKey: string;
	readonly FileName: string;
	readonly MimeType: string;
	readonly Title: string;
	readonly DocumentDate: string;
	readonly ExternalReference: string;
	/** The folder it was filed in, by KLE number. */
	readonly Folder: string;
	/** In bytes. */
	readonly Size: number;
	/** Of the content, in hexadecimal digits. */
	readonly Sha256: string;
	/** The first 16 bytes of the content, base64. */
	readonly FirstBytes: string;
	/** The content in base64; '' above 1 MiB. */
	readonly Content: string;
	/** ISO 8601 in UTC. */
	readonly ReceivedAt: string;
}

const FIRST_ID = 4_711_000_001;

/** Documents in the order in which they were filed. */
export class FiledDocuments {
	readonly #documents = new Collection<FiledDocument>('documents', ['DocumentId']);
	#nextId = FIRST_ID;

	/** Documents as a kind of record for the control API. */
	get kind(): RecordKind {
		return this.#documents;
	}

	/** Forgets all documents. */
	clear(): void {
		this.#documents.load([]);
		this.#nextId = FIRST_ID;
	}

	/** All documents. */
	list(): FiledDocument[] {
		return this.#documents.list();
	}

	/** The first document of a source system with an external reference; none for an empty one. */
	referredTo(sourceSystem: string, reference: string): FiledDocument | undefined {
		if (reference === '') return undefined;
		return this.list().find((of) => of.SourceSystem === sourceSystem && of.ExternalReference === reference);
	}

	/** Files a document and gives its id. */
	file(document: Omit<FiledDocument, 'DocumentId'>): string {
		const DocumentId = String(this.#nextId);
		this.#nextId += 1;
		this.#documents.upsert({ DocumentId, ...document });
		return DocumentId;
	}
}
