import type { SoapOperation } from '../soap/operation';
import { leaves } from '../soap/operation';

const NAMESPACE = 'urn:kmd.dk:LPE:PERSONNELFOLDER:external';

/** Not published: names and elements are our reading (contract, section 1.4). */
export const UploadDocument: SoapOperation = {
	name: 'UploadDocument',
	service: 'employee',
	interface: 'UploadDocument_OS_SI',
	interfaceNamespace: NAMESPACE,
	request: {
		name: 'UploadDocumentRequest_MT',
		namespace: NAMESPACE,
		children: leaves('SourceSystem', 'PersonnelNumber', 'DocumentTypeKey', 'FileName', 'MimeType', 'Content', 'Title', 'DocumentDate', 'ExternalReference'),
	},
	response: 'UploadDocumentResponse_MT',
	provenance: 'assumed',
};
