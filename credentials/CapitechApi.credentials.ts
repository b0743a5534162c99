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
import { baseUrlOf, extraCaOptions } from '../nodes/kit/signing';
import { singleFlight } from '../nodes/kit/singleFlight';

const LOGIN = 'Access/login';

/** Every form in which the address of an installation is handed around leads to the same root (contract, section 1). */
const apiRoot = (baseUrl: unknown): string => `${baseUrlOf('Base URL', baseUrl).replace(/\/api(\/public(\/v1)?)?$/i, '')}/api/public/v1/`;

interface Login {
	success: boolean;
	displayErrorMessage?: string;
	content?: IDataObject[];
}

function readLogin(text: string): Login | undefined {
	const answer = readJson(text);
	return typeof answer === 'object' && answer !== null && 'success' in answer ? (answer as Login) : undefined;
}

/** The log-in's answer: `content[0].accessToken`; a refusal comes with HTTP 200 and `success: false` too (contract, section 2). */
function tokenIn(answer: Answer): string {
	const { status: httpStatus } = answer;
	const envelope = readLogin(answer.text);
	const token = envelope?.success === true ? envelope.content?.[0]?.accessToken : undefined;
	if (typeof token === 'string' && token) return token;
	if (httpStatus === 429 || httpStatus >= 500) {
		throw new Failure({
			kind: httpStatus === 429 ? 'rate-limited' : 'unavailable',
			message: httpStatus === 429 ? 'Capitech is asked too often' : 'Capitech is out of order',
			httpStatus,
			retryAfterMs: retryAfterMs(answer),
			advice: 'Try again later.',
		});
	}
	if (answer.garbled) {
		throw new Failure({
			kind: 'unreadable',
			message: 'Capitech answered the log-in with something that is not in its contract',
			httpStatus,
			advice: 'Check the base URL in the credential.',
		});
	}
	throw new Failure({
		kind: 'credential',
		message: 'Capitech refused the log-in',
		serviceText: envelope?.displayErrorMessage ?? undefined,
		httpStatus,
		advice: 'Check the base URL, the username and the password, and that the user has access to the API.',
	});
}

async function logIn(http: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<string> {
	const request = (): IHttpRequestOptions => ({
		...REQUEST_DEFAULTS,
		method: 'POST',
		url: apiRoot(credentials.baseUrl) + LOGIN,
		headers: { Accept: 'application/json' },
		body: { username: credentials.username, password: credentials.password },
		agentOptions: extraCaOptions(credentials),
	});
	const send = async () => (await http.helpers.httpRequest(request())) as IN8nHttpFullResponse;
	const answer = await withRetry(async () => await exchange(send, (text) => readLogin(text) !== undefined), 'read');
	if (!isAnswer(answer)) throw answer.error;
	return tokenIn(answer);
}

export class CapitechApi implements ICredentialType {
	name = 'capitechApi';

	displayName = 'Capitech API';

	icon: Icon = { light: 'file:../nodes/Capitech/capitech.svg', dark: 'file:../nodes/Capitech/capitech.dark.svg' };

	documentationUrl = 'https://github.com/nordic-workforce/n8n-nodes-nordic-workforce/blob/main/docs/capitech.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Session Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://yourcompany.capitech.no',
			description: 'Address of your Capitech installation, with or without /api; https://flow.capitech.no/yourcompany is fine too',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			description: 'A Capitech user with access to the API, kept for integrations alone',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		caField,
	];

	/** One log-in at a time per account in this process; n8n stores the token with the credential. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const account = createHash('sha256')
			.update(JSON.stringify([credentials.baseUrl, credentials.username, credentials.password]))
			.digest('hex');
		return { accessToken: await singleFlight(`capitech ${account}`, async () => await logIn(this, credentials)) };
	}

	/** The token travels in the body (contract, section 1); a path without a host belongs to the installation of the credential. */
	async authenticate(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> {
		const url = /^https?:/i.test(request.url) ? request.url : apiRoot(credentials.baseUrl) + request.url;
		const body = url.endsWith(LOGIN) ? request.body : { ...(request.body as IDataObject), accessToken: credentials.accessToken };
		return { ...request, url, body, agentOptions: { ...request.agentOptions, ...extraCaOptions(credentials) } };
	}

	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			url: LOGIN,
			body: { username: '={{ $credentials.username }}', password: '={{ $credentials.password }}' },
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'success',
					value: false,
					message: 'Capitech refused the log-in. Check the username and the password, and that the user has access to the API.',
				},
			},
		],
	};
}
