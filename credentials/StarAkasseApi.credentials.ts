import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { caField, certificateFields } from '../nodes/kit/certificate.fields';
import { signed } from '../nodes/star/credential';
import { assumedFields, metadataFields } from '../nodes/star/credential.fields';
import { TEST_RULES } from '../nodes/star/credentialTest';

export class StarAkasseApi implements ICredentialType {
	name = 'starAkasseApi';

	displayName = 'STAR A-Kasse API';

	icon: Icon = { light: 'file:../nodes/StarAkasse/starAkasse.svg', dark: 'file:../nodes/StarAkasse/starAkasse.dark.svg' };

	documentationUrl = 'https://github.com/nordic-workforce/n8n-nodes-nordic-workforce/blob/main/docs/star-akasse.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://akasse.star.example',
			description: 'Address of the service, without /v1. STAR gives it to you with the access.',
		},
		{
			displayName: 'Code List Base URL',
			name: 'codeListBaseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://codelists.star.example',
			description: 'Address of the service with the code lists, without /v1; needed only to read them',
		},
		...certificateFields,
		...metadataFields,
		...assumedFields,
		caField,
	];

	/** The certificate signs; organisation and user go in headers. A path without a host belongs to the base URL. */
	async authenticate(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> {
		return signed(credentials, request);
	}

	/** The list of all a-kasser: it holds no person's data. */
	test: ICredentialTestRequest = {
		request: { method: 'GET', url: 'v1/Akasse' },
		rules: TEST_RULES,
	};
}
