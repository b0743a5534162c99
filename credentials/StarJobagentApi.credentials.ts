import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { signed } from '../nodes/star/credential';
import { assumedFields, caField, certificateFields, metadataFields } from '../nodes/star/credential.fields';

export class StarJobagentApi implements ICredentialType {
	name = 'starJobagentApi';

	displayName = 'STAR Jobagent API';

	icon: Icon = { light: 'file:../nodes/StarJobagent/starJobagent.svg', dark: 'file:../nodes/StarJobagent/starJobagent.dark.svg' };

	documentationUrl = 'https://github.com/nordic-workforce/n8n-nodes-nordic-workforce/blob/main/docs/star-jobagent.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://match.star.example',
			description: 'Address of the service, without /v1. STAR gives it to you with the access.',
		},
		...certificateFields,
		...metadataFields,
		...assumedFields,
		{
			displayName: 'CPR Header',
			name: 'cprHeader',
			type: 'string',
			default: 'x-civilRegistrationIdentifier',
			description: 'Header that carries the CPR number of the citizen',
		},
		caField,
	];

	/** The certificate signs; organisation and user go in headers. A path without a host belongs to the base URL. */
	async authenticate(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> {
		return signed(credentials, request);
	}

	/** A job agent that nobody has, of the CPR number that is nobody's. */
	test: ICredentialTestRequest = {
		request: {
			method: 'GET',
			url: 'v1/Jobagent?jobagentidentifier=00000000-0000-0000-0000-000000000000',
			headers: { '={{ $credentials.cprHeader || "x-civilRegistrationIdentifier" }}': '0000000000' },
			ignoreHttpStatusErrors: { ignore: true, except: [401, 403] },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'STAR does not accept the client certificate.' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'STAR does not open the service to this organisation. Check its type and its code.' },
			},
		],
	};
}
