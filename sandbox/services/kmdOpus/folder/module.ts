import type { Records, ServiceContext } from '../../../service.ts';
import type { DocumentType } from '../../../world/employeeTypes.ts';
import type { OpusWorld } from '../../../world/types.ts';
import { Collection } from '../../collection.ts';
import type { OpusLedger } from '../ledger.ts';
import type { OpusModule } from '../module.ts';
import type { SoapOperation } from '../soap/operation.ts';
import { singleStatus, type StatusStyle } from '../soap/returnStatus.ts';
import { leaves } from '../soap/schema.ts';
import type { KmdOpusSwitch } from '../switches.ts';
import { FiledDocuments } from './documents.ts';
import { UPLOAD_FIELDS, uploadDocument } from './uploadDocument.ts';

const NAMESPACE = 'urn:kmd.dk:LPE:PERSONNELFOLDER:external';

/** The personnel folder (Personalemappe): documents come in, nothing is read back (kmd-opus.md 1.4). */
export class FolderModule implements OpusModule {
	readonly operations: readonly SoapOperation[];
	readonly kinds: OpusModule['kinds'];

	readonly #documents = new FiledDocuments();
	readonly #documentTypes = new Collection<DocumentType>('documentTypes', ['DocumentTypeKey'], { Tekst: '', Mappe: '' });

	constructor({ clock, switches }: ServiceContext, ledger: OpusLedger, statusStyle: () => StatusStyle) {
		const setting = (name: KmdOpusSwitch): unknown => switches.get(`kmdOpus.${name}`);
		this.kinds = { documents: this.#documents.kind, documentTypes: this.#documentTypes };
		this.operations = [
			{
				name: 'UploadDocument',
				service: 'employee',
				interface: 'UploadDocument_OS_SI',
				interfaceNamespace: NAMESPACE,
				request: { name: 'UploadDocumentRequest_MT', namespace: NAMESPACE, children: leaves(...UPLOAD_FIELDS) },
				response: { name: 'UploadDocumentResponse_MT', namespace: NAMESPACE },
				status: (remarks) => singleStatus(statusStyle(), remarks),
				handle: (request) =>
					uploadDocument(request, {
						ledger,
						documents: this.#documents,
						documentTypes: this.#documentTypes,
						honoursReferences: setting('externalReference') === 'honoured',
						maxDocumentMiB: Number(setting('maxDocumentMiB')),
						documentFormats: String(setting('documentFormats')),
						now: clock.iso(),
					}),
			},
		];
	}

	load(world: OpusWorld): void {
		this.#documents.clear();
		this.#documentTypes.load(world.documentTypes);
	}

	state(): Records {
		return { documents: this.#documents.list(), documentTypes: this.#documentTypes.list() };
	}
}
