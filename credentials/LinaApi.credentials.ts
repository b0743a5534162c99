import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { caField } from '../nodes/kit/certificate.fields';
import { Failure } from '../nodes/kit/failure';
import { baseUrlOf, extraCaOptions, urlOf } from '../nodes/kit/signing';

/** An address that was copied with its path leads to the same root (contract, section 1.0). */
const rootOf = (baseUrl: unknown): string => baseUrlOf('Base URL', baseUrl).replace(/\/extern(\/.*)?$/i, '');

/** What can stand in a header: a key that was pasted with a line break or a blank inside can't. */
const HEADER_NAME = /^[\w!#$%&'*+.^|~-]+$/;

/** The header that signs a request; its name and the word before the key are not published for keys (contract, section 2.1). */
function signature({ headerName, headerPrefix, apiKey }: ICredentialDataDecryptedObject): Record<string, string> {
	const [name, prefix, key] = [headerName, headerPrefix, apiKey].map((value) => String(value ?? '').trim());
	const problem = !key || /[^\x21-\x7e]/.test(key) ? 'API Key' : !HEADER_NAME.test(name) ? 'Header Name' : undefined;
	if (problem) {
		throw new Failure({ kind: 'credential', message: `The '${problem}' in the credential is empty, or holds a character that no header can carry`, advice: 'Enter it again.' });
	}
	return { [name]: prefix ? `${prefix} ${key}` : key };
}

export class LinaApi implements ICredentialType {
	name = 'linaApi';

	displayName = 'LINA API';

	icon: Icon = { light: 'file:../nodes/Lina/lina.svg', dark: 'file:../nodes/Lina/lina.dark.svg' };

	documentationUrl = 'https://github.com/nordic-workforce/n8n-nodes-nordic-workforce/blob/main/docs/lina.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.lina.de',
			required: true,
			placeholder: 'e.g. https://api.lina.de',
			description: 'Address of LINA, without /extern',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A key belongs to one store (Laden). A manager makes it under Einstellung → Schnittstellen → Third Party API, for the public IP addresses of this server, with the rights to read (lesen) and, for writing, to write (schreiben).',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'Authorization',
			required: true,
			description: 'Header in which the key is sent. Change it only if LINA refuses the key: its name is not published.',
		},
		{
			displayName: 'Header Prefix',
			name: 'headerPrefix',
			type: 'string',
			default: 'Bearer',
			description: 'Word before the key in the header; empty to send the key alone',
		},
		caField,
	];

	/** A path without a host belongs to the address of the credential. A redirect is not followed: the key must not go to an address nobody entered. */
	async authenticate(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> {
		return {
			...request,
			url: urlOf(rootOf(credentials.baseUrl), '/extern/personal/', request.url),
			headers: { ...request.headers, ...signature(credentials) },
			disableFollowRedirect: true,
			agentOptions: { ...request.agentOptions, ...extraCaOptions(credentials) },
		};
	}

	/** A documented read of a day long past: its rows bear no names. Never a webhook call, which would change what all staff see. */
	test: ICredentialTestRequest = {
		request: { method: 'GET', url: 'acceptedworkingtimes?businessdate=01.01.2020' },
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'LINA does not accept the API key. Check the key, its header name and prefix, and whether its validity has run out.' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: "LINA does not allow this key to read. Check its scopes, and that this server's public IP address is entered at the key." },
			},
		],
	};
}
