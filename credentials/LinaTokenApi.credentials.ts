import { createHash } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { caField } from '../nodes/kit/certificate.fields';
import { Failure } from '../nodes/kit/failure';
import { exchange, REQUEST_DEFAULTS } from '../nodes/kit/http';
import { readJson } from '../nodes/kit/json';
import type { Answer } from '../nodes/kit/retry';
import { isAnswer, retryAfterMs, withRetry } from '../nodes/kit/retry';
import { baseUrlOf, extraCaOptions, urlOf } from '../nodes/kit/signing';
import { singleFlight } from '../nodes/kit/singleFlight';

/** How long the tokens that a refresh gave are handed out to those who ask with the refresh token that it used up. */
const HANDED_OUT_MS = 60_000;

/** An address that was copied with its path leads to the same root (contract, section 1.0). */
const rootOf = (baseUrl: unknown): string => baseUrlOf('Base URL', baseUrl).replace(/\/extern(\/.*)?$/i, '');

const tokenUrl = ({ baseUrl, tokenUrlPath }: ICredentialDataDecryptedObject): string => `${rootOf(baseUrl)}/${String(tokenUrlPath ?? '').trim().replace(/^\/+/, '')}`;

/** What the credential takes from an answer: the access token, and the refresh token that goes on in the chain. */
type Tokens = { accessToken: string; refreshToken?: string };

const isObject = (text: string): boolean => {
	const body = readJson(text);
	return typeof body === 'object' && body !== null;
};

/** The tokens of an answer (contract, section 2.3; the names are those of OAuth 2). */
function tokensIn(answer: Answer): Tokens {
	const { status: httpStatus, text } = answer;
	const { access_token: accessToken, refresh_token: refreshToken, error, message } = (isObject(text) ? readJson(text) : {}) as IDataObject;
	if (httpStatus < 300 && typeof accessToken === 'string' && accessToken) {
		return { accessToken, ...(typeof refreshToken === 'string' && refreshToken && { refreshToken }) };
	}
	if (httpStatus === 429 || httpStatus >= 500) {
		throw new Failure({
			kind: httpStatus === 429 ? 'rate-limited' : 'unavailable',
			message: httpStatus === 429 ? 'LINA is asked too often' : 'LINA is out of order',
			httpStatus,
			retryAfterMs: retryAfterMs(answer),
			advice: 'Try again later.',
		});
	}
	if (httpStatus < 400 || httpStatus === 404) {
		throw new Failure({
			kind: 'unreadable',
			message: 'LINA answered the renewal of the token with something that is not in its contract',
			httpStatus,
			advice: 'Check the base URL and the token URL path in the credential.',
		});
	}
	const reason = [error, message].find((value) => typeof value === 'string');
	throw new Failure({
		kind: 'credential',
		message: 'LINA refused to renew the token: the chain of refresh tokens is lost, or the client is not known',
		serviceText: reason as string | undefined,
		httpStatus,
		advice:
			'Check the client ID and the client secret. If they are right, let an entitled user of the store log in to LINA for this client again, and enter the new refresh token here. A refresh token serves once: use it in one credential of one n8n only.',
	});
}

/** Uses up the refresh token of the credential. A second try after a lost answer would use it again: there is none. */
async function refresh(http: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<Tokens> {
	const { clientId, clientSecret, refreshToken } = credentials;
	const form = { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken };
	const request: IHttpRequestOptions = {
		...REQUEST_DEFAULTS,
		method: 'POST',
		url: tokenUrl(credentials),
		headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(Object.entries(form).map(([name, value]) => [name, String(value ?? '').trim()] as [string, string])).toString(),
		agentOptions: extraCaOptions(credentials),
	};
	const send = async () => (await http.helpers.httpRequest(request)) as IN8nHttpFullResponse;
	const answer = await withRetry(async () => await exchange(send, isObject), 'never');
	if (!isAnswer(answer)) throw answer.error;
	return tokensIn(answer);
}

export class LinaTokenApi implements ICredentialType {
	name = 'linaTokenApi';

	displayName = 'LINA Token API';

	icon: Icon = { light: 'file:../nodes/Lina/lina.svg', dark: 'file:../nodes/Lina/lina.dark.svg' };

	documentationUrl = 'https://github.com/nordic-workforce/n8n-nodes-nordic-workforce/blob/main/docs/lina.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
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
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'Identifier of the client that was made for this store (Laden)',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Secret of the client (Shared Secret)',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Token with which the chain begins. It serves once: n8n puts the next one in its place, so that it must not be used in a second credential.',
		},
		{
			displayName: 'Token URL Path',
			name: 'tokenUrlPath',
			type: 'string',
			default: '/extern/oauth2/token',
			required: true,
			description: 'Path of the token endpoint. Change it only if LINA does not know it: it is not published.',
		},
		caField,
	];

	/** One refresh at a time in this process, and one for each refresh token; n8n stores both tokens with the credential at once. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const { clientId, clientSecret, refreshToken } = credentials;
		const chain = createHash('sha256')
			.update(JSON.stringify([tokenUrl(credentials), clientId, clientSecret, refreshToken]))
			.digest('hex');
		return { ...(await singleFlight(`lina ${chain}`, async () => await refresh(this, credentials), HANDED_OUT_MS)) };
	}

	/** A path without a host belongs to the address of the credential. A redirect is not followed: the token must not go to an address nobody entered. */
	async authenticate(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> {
		return {
			...request,
			url: urlOf(rootOf(credentials.baseUrl), '/extern/personal/', request.url),
			headers: { ...request.headers, Authorization: `Bearer ${credentials.accessToken}` },
			disableFollowRedirect: true,
			agentOptions: { ...request.agentOptions, ...extraCaOptions(credentials) },
		};
	}

	/** A documented read of a day long past: its rows bear no names. */
	test: ICredentialTestRequest = {
		request: { method: 'GET', url: 'acceptedworkingtimes?businessdate=01.01.2020' },
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'LINA does not accept the token that it has given out itself. Check the base URL.' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'LINA does not allow this client to read. Check its scopes, and the rights of the user who logged in.' },
			},
		],
	};
}
