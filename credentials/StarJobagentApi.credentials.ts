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
import { FAILING_STATUSES, TEST_RULES } from '../nodes/star/credentialTest';

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
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for the STAR Jobagent Trigger: 32 random characters or more, which callers show in the header X-Webhook-Secret. What they send is sealed with it. A new key does not know earlier requests again.',
		},
		caField,
	];

	/** The certificate signs; organisation and user go in headers. A path without a host belongs to the base URL. */
	async authenticate(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> {
		return signed(credentials, request);
	}

	/**
	 * A read that names nobody: any read of this service is about a person, and none is harmless. STAR refuses it for what is missing; only a refusal that speaks
	 * of the credential, or that there is no such service, fails the test.
	 */
	test: ICredentialTestRequest = {
		request: { method: 'GET', url: 'v1/Jobagent', ignoreHttpStatusErrors: { ignore: true, except: FAILING_STATUSES } },
		rules: TEST_RULES,
	};
}
