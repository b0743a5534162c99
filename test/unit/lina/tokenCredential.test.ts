import type { IDataObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';

import { LinaTokenApi } from '../../../credentials/LinaTokenApi.credentials';

let chain = 0;

/** Renews a token at a service that answers so; what is stored, and what was sent. */
async function renewed(body: IDataObject | string, statusCode = 200) {
	const sent: IHttpRequestOptions[] = [];
	const httpRequest = async (request: IHttpRequestOptions) => {
		sent.push(request);
		return { statusCode, headers: {}, body: typeof body === 'string' ? body : JSON.stringify(body) };
	};
	const credentials = { baseUrl: 'https://api.lina.de/extern/personal', clientId: 'c', clientSecret: 's&=', refreshToken: `r${++chain}`, tokenUrlPath: '/extern/oauth2/token' };
	const stored = await new LinaTokenApi().preAuthentication.call({ helpers: { httpRequest } } as unknown as IHttpRequestHelper, credentials).catch((error: Error) => error.message);
	return { stored, sent };
}

test('every token of the answer is stored', async () => {
	const { stored, sent } = await renewed({ access_token: 'a', refresh_token: 'next', expires_in: 3600 });
	expect(stored).toEqual({ accessToken: 'a', refreshToken: 'next' });
	expect(sent).toMatchObject([{ method: 'POST', url: 'https://api.lina.de/extern/oauth2/token', disableFollowRedirect: true, body: `grant_type=refresh_token&client_id=c&client_secret=s%26%3D&refresh_token=r${chain}` }]);
});

test('a service that does not rotate leaves the refresh token as it is', async () => {
	expect((await renewed({ access_token: 'a' })).stored).toEqual({ accessToken: 'a' });
});

test.each([
	[{}, 200],
	[{ access_token: 7 }, 200],
	['<html>', 200],
	['', 302],
])('what holds no token (%j, status %d) is told as such, and not asked for again', async (body, status) => {
	const { stored, sent } = await renewed(body, status);
	expect(stored).toMatch(/something that is not in its contract/);
	expect(sent).toHaveLength(1);
});

test('a refusal in the words of OAuth is one, too', async () => {
	expect((await renewed({ error: 'invalid_grant' }, 400)).stored).toMatch(/refused to renew/);
});
