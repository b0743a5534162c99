import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { readText } from '../kit/parameters';
import { baseUrlOf, clientCertificateOptions, urlOf } from '../kit/signing';
import { badCredential, headerNames, metadataHeaders } from './headers';

/** An address that was copied with its path leads to the same root. */
export const rootOf = (field: string, url: unknown): string => baseUrlOf(field, url).replace(/\/v1(\/.*)?$/i, '');

/** STAR's text knows of no token; a gateway before it may want one (contract, section 3). */
function bearer({ bearerToken }: ICredentialDataDecryptedObject): Record<string, string> {
	const token = readText(bearerToken).replace(/^Bearer\s+/i, '');
	if (/[^\x21-\x7e]/.test(token)) throw badCredential('Access Token', 'holds a blank or a character that no header can carry', 'Enter it again, without blanks and line breaks.');
	return token ? { Authorization: `Bearer ${token}` } : {};
}

/**
 * Signs a request of either STAR credential: client certificate, active organisation, user, and the bearer token where there is one. A header that the request
 * has already stays: an item may name a user of its own. Headers get the names that the credential has for them. A path without a host belongs to the base URL.
 * A redirect is not followed.
 * @throws Failure saying which field of the credential is wrong
 */
export function signed(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): IHttpRequestOptions {
	const names = headerNames(credentials);
	const headers = { ...metadataHeaders(credentials), ...bearer(credentials), ...request.headers };
	return {
		...request,
		url: urlOf(rootOf('Base URL', credentials.baseUrl), '/', request.url),
		headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [names.get(name) ?? name, value])),
		disableFollowRedirect: true,
		agentOptions: { ...request.agentOptions, ...clientCertificateOptions(credentials) },
	};
}
