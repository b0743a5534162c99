import type { IDataObject } from 'n8n-workflow';
import { inspect } from 'node:util';

import type { NodeResult } from '../support';
import { makeCertificate } from '../support';
import { CapitechBench, ENDED, GET_MANY, hours, LOGIN, SET_STATUS } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });
const DATE = '2026-10-28';
const SECRET = 'Hemmelig-4711';

const get = async (changes: IDataObject = {}) => await capitech.getMany(DATE, DATE, {}, { credentials: await capitech.credentials(changes) });

/** All that n8n keeps and shows of a failed run: the error with everything that hangs on it, but the node's own parameters, and the output. */
const allOf = ({ error, outputs, hints }: NodeResult): string => {
	const shown = error && { ...error, node: undefined, message: error.message, description: error.description, cause: error.cause, stack: error.stack };
	return inspect([shown, JSON.stringify(shown), outputs, hints], { depth: 20, showHidden: true, maxStringLength: Infinity, maxArrayLength: Infinity });
};

describe('a wrong password', () => {
	test('gives a clear text, and asks once', async () => {
		const { status, error } = await get({ password: SECRET });
		expect(status).toBe('error');
		expect(error?.message).toBe('Capitech refused the log-in [item 0]');
		expect(error?.description).toMatch(/The service says: Wrong username or password\./);
		expect(error?.description).toMatch(/Check the base URL, the username and the password/);
		expect(error).toMatchObject({ failure: { cause: 'credential-invalid' } });
		expect((await capitech.control.journal({ service: 'capitech' })).length).toBe(1);
	});

	test('is told nowhere', async () => {
		const all = allOf(await get({ password: SECRET }));
		expect(all).toContain('Capitech refused the log-in');
		expect(all).not.toContain(SECRET);
		expect(all).not.toContain('serverErrorMessage');
		expect(all).not.toContain('BEGIN CERTIFICATE');
	});

	test('stores no token', async () => {
		const credentials = await capitech.credentials({ password: SECRET });
		await capitech.getMany(DATE, DATE, {}, { credentials });
		expect(Object.values(credentials)[0].data.accessToken ?? '').toBe('');
	});
});

describe('nothing secret is in a failure', () => {
	const FAULTS: Array<[string, IDataObject]> = [
		['a refusal', { kind: 'business-error', text: 'No' }],
		['a refusal that quotes the token', { kind: 'business-error', text: `Token ${ENDED} is odd` }],
		['a 401', { kind: 'status', status: 401 }],
		['a 403', { kind: 'status', status: 403 }],
		['a 503', { kind: 'status', status: 503 }],
		['a cut connection', { kind: 'reset-after' }],
		['half an answer', { kind: 'truncate' }],
		['an answer that is no JSON', { kind: 'malformed' }],
	];

	test.each(FAULTS)('of a read after %s', async (_what, fault) => {
		await capitech.control.faults({ service: 'capitech', operation: GET_MANY, ...fault } as never);
		const result = await get();
		expect(result.status).toBe('error');
		const all = allOf(result);
		const [{ body }] = await capitech.sent(GET_MANY);
		for (const secret of [body.accessToken, ENDED, 'accessToken', 'password', 'fromDate', 'BEGIN CERTIFICATE', 'timeCategory']) expect(all).not.toContain(secret);
	});

	test.each(FAULTS)('of a log-in after %s', async (_what, fault) => {
		await capitech.control.faults({ service: 'capitech', operation: LOGIN, ...fault } as never);
		const result = await get({ password: SECRET });
		expect(result.status).toBe('error');
		const all = allOf(result);
		for (const secret of [SECRET, ENDED, 'accessToken', 'refreshToken', 'BEGIN CERTIFICATE']) expect(all).not.toContain(secret);
	});

	test.each(FAULTS)('of a mark after %s', async (_what, fault) => {
		await capitech.put(hours(900_001, '2026-01-15'));
		await capitech.control.faults({ service: 'capitech', operation: SET_STATUS, ...fault } as never);
		const result = await capitech.setStatus([{ clientId: 100, uid: 900_001, employeeId: 2001, dateIn: '2026-01-15' }]);
		const all = allOf(result);
		const [{ body }] = await capitech.sent(SET_STATUS);
		for (const secret of [body.accessToken, ENDED, 'accessToken', 'password', 'BEGIN CERTIFICATE']) expect(all).not.toContain(secret);
	});
});

describe('the Extra CA Certificate', () => {
	const UNTRUSTED = /^The certificate of the server comes from an authority that is not trusted\..*'Extra CA Certificate' field/;

	test.each([
		['is missing', async () => ''],
		['is that of another authority', async () => await capitech.sandbox.certificate('foreign-ca.pem')],
		['is one of nobody', async () => makeCertificate({ authority: true }).cert],
	])('gives a clear text where it %s', async (_what, ca) => {
		const { status, error } = await get({ caCertificate: await ca() });
		expect(status).toBe('error');
		expect(error?.message).toMatch(UNTRUSTED);
		expect(error).toMatchObject({ failure: { cause: 'credential-invalid' } });
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
		expect(capitech.waited).toBe(0);
	});

	test('gives the same text where the session is still alive, and no call gets through', async () => {
		const credentials = await capitech.credentials();
		await capitech.getMany(DATE, DATE, {}, { credentials });
		const before = (await capitech.control.journal({ service: 'capitech' })).length;
		const [{ data }] = Object.values(credentials);
		const { error } = await get({ caCertificate: await capitech.sandbox.certificate('foreign-ca.pem'), accessToken: data.accessToken as string });
		expect(error?.message).toMatch(UNTRUSTED);
		expect((await capitech.control.journal({ service: 'capitech' })).length).toBe(before);
	});

	test.each([
		['no certificate', 'hello'],
		['a private key', makeCertificate().key],
	])('is refused where it holds %s, and nothing is sent', async (_what, caCertificate) => {
		const { error } = await get({ caCertificate });
		expect(error?.message).toMatch(/'Extra CA Certificate'/);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});

	test('is read although a password field took its line breaks away, and beside another one', async () => {
		const ca = await capitech.sandbox.certificate('ca.pem');
		expect((await get({ caCertificate: ca.replace(/\n/g, ' ') })).status).toBe('success');
		expect((await get({ caCertificate: `${await capitech.sandbox.certificate('foreign-ca.pem')}\n${ca}` })).status).toBe('success');
	});
});
