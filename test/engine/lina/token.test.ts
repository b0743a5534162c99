import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { CredentialRecords } from '../support';
import { testCredential } from '../support';
import { withClient } from './clientNode';
import { LinaBench, TOKEN } from './lina';

const lina = new LinaBench({ seed: 7, people: 8, days: 5 });

/** Longer than an access token lives. */
const LATER = 2 * 60 * 60_000;

const ENDED = 'e'.repeat(40);

const LIMIT = { resource: 'rateLimit', operation: 'get', authentication: 'token' };

const tokenCredentials = async (changes: IDataObject = {}) => await lina.credentials(changes, TOKEN);

const ask = async (credentials: CredentialRecords, items: IDataObject[] = [{}]) => await lina.run(LIMIT, { credentials, items });

const outcomeOf = async (credentials: CredentialRecords) => {
	const { status, error } = await ask(credentials);
	return error?.message ?? status;
};

const refreshes = async () => await lina.sent('token');

/** The tokens that a refresh gave out. */
const given = ({ answer }: Awaited<ReturnType<typeof refreshes>>[number]) => {
	const { access_token: accessToken, refresh_token: refreshToken } = JSON.parse(answer.body) as Record<string, string>;
	return { accessToken, refreshToken };
};

/** Somebody else, another process with a copy of the credential, renews the token; what he got. */
async function somebodyElseRenews(credentials: CredentialRecords): Promise<ICredentialDataDecryptedObject> {
	const copy = structuredClone(credentials);
	copy[TOKEN].data.accessToken = '';
	await ask(copy);
	await lina.passTime(5 * 60_000);
	return copy[TOKEN].data;
}

/** A store in which the values change after so many reads of them: what another process writes meanwhile. */
function changingAfter(reads: number, { [TOKEN]: record }: CredentialRecords, later: ICredentialDataDecryptedObject): CredentialRecords {
	const { data } = record;
	let done = 0;
	const changing = { ...record, get data() { return done++ < reads ? data : later; }, set data(value) { later = value; } };
	return { [TOKEN]: changing };
}

describe('the token', () => {
	test('is fetched with the refresh token, and both tokens are stored at once', async () => {
		const credentials = await tokenCredentials();
		const before = credentials[TOKEN].data;
		expect(await outcomeOf(credentials)).toBe('success');
		const [refresh, ...more] = await refreshes();
		expect(more).toEqual([]);
		expect(Object.fromEntries(new URLSearchParams(refresh.body))).toEqual({
			grant_type: 'refresh_token',
			client_id: before.clientId,
			client_secret: before.clientSecret,
			refresh_token: before.refreshToken,
		});
		expect(refresh.headers['content-type']).toMatch(/x-www-form-urlencoded/);
		expect(credentials[TOKEN].data).toMatchObject(given(refresh));
		expect(given(refresh).refreshToken).not.toBe(before.refreshToken);
	});

	test('travels in the header and nowhere else, and serves the next runs', async () => {
		const credentials = await tokenCredentials();
		const { outputs, hints } = await ask(credentials, [{}, {}]);
		await ask(credentials);
		const { accessToken } = given((await refreshes())[0]);
		const sent = await lina.sent();
		expect(sent.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${accessToken}`, `Bearer ${accessToken}`, `Bearer ${accessToken}`]);
		expect(JSON.stringify([outputs, hints, sent.map(({ path, body }) => [path, body])])).not.toContain(accessToken);
		expect(await refreshes()).toHaveLength(1);
	});

	test('that has ended is renewed once, stored, and the call made again', async () => {
		const credentials = await tokenCredentials({ accessToken: ENDED });
		expect(await outcomeOf(credentials)).toBe('success');
		const journal = await lina.control.journal({ service: 'lina' });
		expect(journal.map(({ operation, answer }) => [operation, answer.status])).toEqual([['getlimit', 401], ['token', 200], ['getlimit', 200]]);
		expect(credentials[TOKEN].data).toMatchObject(given(journal[1]));
	});

	test('is renewed in the middle of a run, and the chain goes on from run to run, across restarts', async () => {
		const credentials = await tokenCredentials();
		for (let run = 0; run < 4; run++) {
			expect(await outcomeOf(credentials)).toBe('success');
			await lina.passTime(LATER);
		}
		const chain = await refreshes();
		expect(chain).toHaveLength(4);
		const used = chain.map(({ body }) => new URLSearchParams(body).get('refresh_token'));
		expect(used.slice(1)).toEqual(chain.slice(0, -1).map((refresh) => given(refresh).refreshToken));
	});

	test('a shift is written once although the token had ended', async () => {
		await lina.control.switches({ 'lina.closedDay': 'accepted' });
		const [userUuid] = await lina.consenting();
		const body = { userUuid, datum: 1_793_228_400, von: 1_793_278_800, bis: 1_793_300_400 };
		const options = { credentials: await tokenCredentials({ accessToken: ENDED }), authentication: 'token' } as const;
		const { outputs } = await withClient(lina, async (client) => [{ outcome: (await client.post('saveShift', body)).outcome }], options);
		expect(outputs[0][0].json).toEqual({ outcome: 'ok' });
		expect((await lina.sent('saveShift')).map(({ answer }) => answer.status)).toEqual([401, 200]);
	});
});

describe('executions at once', () => {
	test.each([
		['without a token', {}],
		['whose token has ended', { accessToken: ENDED }],
	])('%s refresh once', async (_what, changes) => {
		const credentials = await tokenCredentials(changes);
		expect(await Promise.all([1, 2, 3, 4].map(async () => await outcomeOf(credentials)))).toEqual(['success', 'success', 'success', 'success']);
		const [refresh, ...more] = await refreshes();
		expect(more).toEqual([]);
		expect(credentials[TOKEN].data).toMatchObject(given(refresh));
	});

	test('one that has read the used refresh token before the new one was stored is handed the same tokens', async () => {
		const credentials = await tokenCredentials();
		const behind = structuredClone(credentials);
		expect([await outcomeOf(credentials), await outcomeOf(behind)]).toEqual(['success', 'success']);
		expect(await refreshes()).toHaveLength(1);
		expect(behind[TOKEN].data).toEqual(credentials[TOKEN].data);
	});
});

describe('a lost race with another process', () => {
	test('a token that the other one has stored meanwhile is taken, without a refresh of its own', async () => {
		const credentials = await tokenCredentials({ accessToken: ENDED });
		const theirs = await somebodyElseRenews(credentials);
		expect(await outcomeOf(changingAfter(1, credentials, theirs))).toBe('success');
		expect(await refreshes()).toHaveLength(1);
	});

	test.each([
		['before it looks again', 1],
		['only a moment later', 2],
	])('a refresh that was refused is cured where the other one has stored its tokens %s', async (_when, reads) => {
		const credentials = await tokenCredentials();
		const theirs = await somebodyElseRenews(credentials);
		const store = changingAfter(reads, credentials, theirs);
		expect(await outcomeOf(store)).toBe('success');
		expect((await refreshes()).map(({ answer }) => answer.status)).toEqual([200, 400]);
		expect((await lina.sent()).at(-1)?.headers.authorization).toBe(`Bearer ${String(theirs.accessToken)}`);
		expect(store[TOKEN].data).toMatchObject({ accessToken: theirs.accessToken, refreshToken: theirs.refreshToken });
	});

	test('and where their access token has ended, too, it goes on in the chain with their refresh token', async () => {
		const credentials = await tokenCredentials();
		const theirs = await somebodyElseRenews(credentials);
		await lina.passTime(LATER);
		const store = changingAfter(1, credentials, theirs);
		expect(await outcomeOf(store)).toBe('success');
		expect((await refreshes()).map(({ answer }) => answer.status)).toEqual([200, 400, 200]);
	});
});

describe('a chain that is lost', () => {
	test('ends in one clear message, says what to do, and bears no secret', async () => {
		const credentials = await tokenCredentials();
		await somebodyElseRenews(credentials);
		const { error } = await ask(credentials);
		expect(error?.message).toMatch(/^LINA refused to renew the token: the chain of refresh tokens is lost, or the client is not known/);
		expect(error?.description).toMatch(/The service says: invalid_grant\nHTTP status: 400\nCheck the client ID.*log in to LINA for this client again, and enter the new refresh token/s);
		expect(error).toHaveProperty('failure.cause', 'credential-invalid');
		const { refreshToken, clientSecret } = credentials[TOKEN].data;
		expect(JSON.stringify([error?.message, error?.description])).not.toMatch(new RegExp(`${String(refreshToken)}|${String(clientSecret)}`));
		expect((await refreshes()).map(({ answer }) => answer.status)).toEqual([200, 400]);
		expect(await lina.sent('getlimit')).toHaveLength(1);
	});

	test('a refresh whose answer was lost is not made again: the token would serve twice', async () => {
		await lina.faults('token', { kind: 'reset-after', every: 1 });
		expect(await outcomeOf(await tokenCredentials())).toMatch(/cut or timed out/);
		expect(await refreshes()).toHaveLength(1);
	});

	test.each([
		[429, /^LINA is asked too often/],
		[503, /^LINA is out of order/],
		[404, /^LINA answered the renewal of the token with something/],
	])('status %d of the token endpoint is told as such', async (status, message) => {
		await lina.faults('token', { kind: 'status', status, every: 1 });
		expect(await outcomeOf(await tokenCredentials())).toMatch(message);
	});

	test('a wrong secret and a wrong path are told', async () => {
		expect(await outcomeOf(await tokenCredentials({ clientSecret: 'wrong' }))).toMatch(/LINA refused to renew the token/);
		expect(await outcomeOf(await tokenCredentials({ tokenUrlPath: 'extern/oauth2/nothing' }))).toMatch(/not in its contract/);
		expect(await outcomeOf(await tokenCredentials({ tokenUrlPath: ' extern/oauth2/token' }))).toBe('success');
	});
});

describe('trap 18: with a token the answer depends on the rights of the user', () => {
	const read = async (businessdate: string, authentication: 'apiKey' | 'token', credentials: CredentialRecords) =>
		await withClient(lina, async (client) => [{ rows: ((await client.read('acceptedworkingtimes', { businessdate })) as IDataObject[]).length }], { credentials, authentication });

	test('an empty list bears a hint that there may be no right', async () => {
		const { outputs, hints } = await read('01.01.2020', 'token', await tokenCredentials());
		expect(outputs[0][0].json).toEqual({ rows: 0 });
		expect(hints.map(({ message }) => message)).toEqual([expect.stringMatching(/empty list.*no right/)]);
	});

	test('a list with rows bears none, and neither does the empty list of a key', async () => {
		const { outputs, hints } = await read('28.10.2026', 'token', await tokenCredentials());
		expect(outputs[0][0].json.rows).toBeGreaterThan(0);
		expect(hints).toEqual([]);
		expect((await read('01.01.2020', 'apiKey', await lina.credentials())).hints).toEqual([]);
	});

	test('a scope that is missing is told with the advice', async () => {
		const [{ clientId }] = await lina.state('clients');
		await lina.control.put('lina', { clients: [{ clientId, scopes: ['personal_write'] }] });
		expect(await outcomeOf(await tokenCredentials())).toMatch(/LINA does not allow getlimit to this credential/);
	});
});

describe('testing the credential', () => {
	test('renews the token, stores both, and reads a day long past', async () => {
		const { [TOKEN]: record } = await tokenCredentials();
		const { status, data } = await testCredential('linaTokenApi', record.data);
		expect(status).toBe('OK');
		expect(data).toMatchObject(given((await refreshes())[0]));
		expect((await lina.sent()).map(({ operation }) => operation)).toEqual(['acceptedworkingtimes']);
	});

	test('says that the chain is lost, and that the server is not trusted', async () => {
		const { [TOKEN]: record } = await tokenCredentials();
		expect(await testCredential('linaTokenApi', { ...record.data, refreshToken: 'used' })).toMatchObject({ status: 'Error', message: expect.stringMatching(/chain of refresh tokens is lost/) });
		expect(await testCredential('linaTokenApi', { ...record.data, caCertificate: '' })).toMatchObject({ status: 'Error', message: expect.stringMatching(/not trusted/) });
	});
});
