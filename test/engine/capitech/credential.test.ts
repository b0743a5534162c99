import type { IDataObject } from 'n8n-workflow';

import { testCredential } from '../support';
import { CapitechBench, CREDENTIAL, ENDED, GET_MANY, hours, LOGIN, rowsOf, SET_STATUS, tokenGiven } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });
const DATE = '2026-10-28';

const get = async (changes: IDataObject = {}) => await capitech.getMany(DATE, DATE, {}, { credentials: await capitech.credentials(changes) });

describe('the base URL', () => {
	test.each([
		'https://localhost:PORT/capitech',
		'https://localhost:PORT/capitech/',
		'https://localhost:PORT/capitech/api',
		'https://localhost:PORT/capitech/api/',
		'https://localhost:PORT/capitech/API',
		'https://localhost:PORT/capitech/API/',
		'https://localhost:PORT/capitech/api/public',
		'https://localhost:PORT/capitech/api/public/v1',
		'https://localhost:PORT/capitech/api/public/v1/',
		'https://localhost:PORT/capitech/Api/Public/V1//',
		'  https://localhost:PORT/capitech/api  ',
		'HTTPS://LOCALHOST:PORT/capitech',
		'https://127.0.0.1:PORT/capitech',
	])('%s leads to the API', async (form) => {
		const baseUrl = form.replace('PORT', String(capitech.sandbox.httpsPort));
		const result = await get({ baseUrl });
		expect(result.error?.message).toBeUndefined();
		expect(rowsOf(result).length).toBeGreaterThan(0);
		const paths = (await capitech.control.journal({ service: 'capitech' })).map(({ path }) => path);
		expect(paths).toEqual(['/capitech/api/public/v1/Access/login', '/capitech/api/public/v1/Time/getTimeTransactions']);
		expect(await testCredential('capitechApi', (await capitech.credentials({ baseUrl }))[CREDENTIAL].data)).toMatchObject({ status: 'OK' });
	});

	test.each([
		['of a service that is not there', 'https://localhost:1/capitech', /can not be reached/],
		['without https://', 'yourcompany.capitech.no', /can not be reached|base URL/i],
		['without https://, with a port', 'localhost:PORT/capitech', /can not be reached|base URL/i],
		['of something else than Capitech', 'https://localhost:PORT/lpe', /Capitech refused the log-in/],
	])('%s gives a clear text', async (_what, baseUrl, message) => {
		const { error } = await get({ baseUrl: baseUrl.replace('PORT', String(capitech.sandbox.httpsPort)) });
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/Check the base URL/);
	});
});

describe('the token', () => {
	test('travels in the body and nowhere else', async () => {
		await capitech.put(hours(900_001, '2026-01-15'));
		const credentials = await capitech.credentials();
		const read = await capitech.getMany('2026-01-15', '2026-01-15', {}, { credentials });
		const marked = await capitech.setStatus(read.outputs[0], {}, { credentials });
		const [{ entry: login, body: loginBody }] = await capitech.sent(LOGIN);
		const token = tokenGiven(login);

		expect(loginBody).toEqual({ username: 'sandbox', password: 'sandbox' });
		const requests = await capitech.sent();
		expect(requests.map(({ operation }) => operation)).toEqual([GET_MANY, SET_STATUS]);
		for (const { body, entry } of requests) {
			expect(body.accessToken).toBe(token);
			expect(entry.method).toBe('POST');
			expect(entry.headers.authorization).toBeUndefined();
			expect(entry.headers['content-type']).toMatch(/json/);
			expect(JSON.stringify([entry.path, entry.headers])).not.toContain(token);
		}
		expect(JSON.stringify([read.outputs, read.hints, marked.outputs, marked.hints])).not.toContain(token);
	});

	test('is stored with the credential and used by the next run', async () => {
		const credentials = await capitech.credentials();
		for (let run = 0; run < 3; run++) expect((await capitech.getMany(DATE, DATE, {}, { credentials })).status).toBe('success');
		const logins = await capitech.sent(LOGIN);
		expect(logins.length).toBe(1);
		expect(credentials[CREDENTIAL].data).toEqual({ ...(await capitech.credentials())[CREDENTIAL].data, accessToken: tokenGiven(logins[0].entry) });
	});

	test('is the same for all items of a run', async () => {
		await capitech.getMany(DATE, DATE, {}, { items: [{}, {}, {}] });
		expect((await capitech.sent(LOGIN)).length).toBe(1);
		expect(new Set((await capitech.sent()).map(({ body }) => body.accessToken)).size).toBe(1);
	});
});

describe.each([401, 200])('where an ended session is answered with HTTP %i', (answer) => {
	beforeEach(async () => await capitech.control.switches({ 'capitech.expiredTokenAnswer': answer }));

	test('the token is renewed once, stored, and the call made again', async () => {
		const credentials = await capitech.credentials({ accessToken: ENDED });
		const result = await capitech.getMany(DATE, DATE, {}, { credentials });
		expect(result.status).toBe('success');
		expect(rowsOf(result).length).toBeGreaterThan(0);
		const journal = await capitech.control.journal({ service: 'capitech' });
		expect(journal.map(({ operation }) => operation)).toEqual([GET_MANY, LOGIN, GET_MANY]);
		expect(credentials[CREDENTIAL].data.accessToken).toBe(tokenGiven(journal[1]));
		expect((JSON.parse(journal[2].body) as IDataObject).accessToken).toBe(tokenGiven(journal[1]));
	});

	test('it is renewed in the middle of a run, and the run goes on with the new one', async () => {
		const credentials = await capitech.credentials();
		await capitech.control.faults({ service: 'capitech', operation: GET_MANY, kind: 'expire-token', nth: 3 });
		const { status } = await capitech.getMany('2026-01-01', '2026-10-31', {}, { credentials });
		expect(status).toBe('success');
		const logins = await capitech.sent(LOGIN);
		expect(logins.length).toBe(2);
		expect(credentials[CREDENTIAL].data.accessToken).toBe(tokenGiven(logins[1].entry));
		const refused = (await capitech.sent(GET_MANY)).filter(({ entry }) => /Session expired/.test(entry.answer.body));
		expect(refused.length).toBe(1);
	});

	test('after the eight hours of a session the next run logs in again', async () => {
		const credentials = await capitech.credentials();
		await capitech.getMany(DATE, DATE, {}, { credentials });
		await capitech.control.clock({ advance: 'PT9H' });
		expect((await capitech.getMany(DATE, DATE, {}, { credentials })).status).toBe('success');
		expect((await capitech.sent(LOGIN)).length).toBe(2);
	});

	test('a mark is set once although the session had ended', async () => {
		await capitech.put(hours(900_001, '2026-01-15'));
		const credentials = await capitech.credentials({ accessToken: ENDED });
		const { outputs } = await capitech.setStatus([{ clientId: 100, uid: 900_001 }], {}, { credentials });
		expect(outputs[0][0].json.outcome).toBe('registered');
		const calls = await capitech.sent(SET_STATUS);
		expect(calls.map(({ entry }) => entry.tookEffect)).toEqual([false, true]);
	});
});

test('a 401 that says nothing is taken for an ended session, too', async () => {
	const credentials = await capitech.credentials();
	await capitech.control.faults({ service: 'capitech', operation: GET_MANY, kind: 'status', status: 401, times: 1 });
	expect((await capitech.getMany(DATE, DATE, {}, { credentials })).status).toBe('success');
	const journal = await capitech.control.journal({ service: 'capitech' });
	expect(journal.map(({ operation }) => operation)).toEqual([LOGIN, GET_MANY, LOGIN, GET_MANY]);
	expect(credentials[CREDENTIAL].data.accessToken).toBe(tokenGiven(journal[2]));
});

describe('testing the credential', () => {
	test('passes with the right password, and leaves a token', async () => {
		const { [CREDENTIAL]: record } = await capitech.credentials();
		const result = await testCredential('capitechApi', record.data);
		expect(result).toMatchObject({ status: 'OK', message: 'Connection successful!' });
		expect(result.data.accessToken).toMatch(/^[0-9a-f-]{36}$/);
	});

	test.each([
		['a wrong password', { password: 'Hemmelig-4711' }],
		['an unknown user', { username: 'nobody' }],
	])('says clearly that the log-in was refused for %s', async (_what, changes) => {
		const { [CREDENTIAL]: record } = await capitech.credentials(changes);
		const { status, message } = await testCredential('capitechApi', record.data);
		expect(status).toBe('Error');
		expect(message).toMatch(/Capitech refused the log-in/);
		expect(message).not.toContain('Hemmelig');
	});

	test.each(['', 'foreign-ca.pem'])('says clearly that the server is not trusted, with the Extra CA Certificate %p', async (file) => {
		const caCertificate = file && (await capitech.sandbox.certificate(file));
		const { [CREDENTIAL]: record } = await capitech.credentials({ caCertificate });
		const { status, message } = await testCredential('capitechApi', record.data);
		expect([status, message]).toEqual(['Error', expect.stringMatching(/authority that is not trusted.*Extra CA Certificate/)]);
	});

	test('fails where the service is out of order', async () => {
		await capitech.control.faults({ service: 'capitech', kind: 'status', status: 503 });
		const { [CREDENTIAL]: record } = await capitech.credentials();
		expect(await testCredential('capitechApi', record.data)).toMatchObject({ status: 'Error' });
	});
});
