import type { IExecuteFunctions } from 'n8n-workflow';

import { LinaClient } from '../../../nodes/Lina/client';

/** A client whose credential can be read once, at a LINA that gives these answers one after the other. */
async function clientAt(...statuses: number[]): Promise<LinaClient> {
	const stored = [{ baseUrl: 'https://lina.example.org', clientId: 'c', clientSecret: 's', refreshToken: 'r', accessToken: 'a' }];
	const context = {
		getNode: () => ({ parameters: { authentication: 'token' } }),
		getCredentials: async () => stored.shift() ?? (await Promise.reject(new Error('The database is locked'))),
		getInputData: () => [],
		getExecutionCancelSignal: () => undefined,
		helpers: {
			httpRequestWithAuthentication: async () => ({ statusCode: statuses[0], headers: {}, body: statuses.shift() === 401 ? '{"status":"error","message":"Not authenticated."}' : '{"status":"success"}' }),
		},
	};
	return await LinaClient.open(context as unknown as IExecuteFunctions);
}

test('a credential that can not be read any more ends the write, and not the run: what was written before is told', async () => {
	const client = await clientAt(200, 401);
	expect(await client.post('saveShift', {})).toMatchObject({ outcome: 'ok' });
	expect(await client.post('saveShift', {})).toMatchObject({ outcome: 'failed', failure: { kind: 'credential' } });
});
