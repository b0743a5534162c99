import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';

import type { NodeResult } from '../support';
import { makeCertificate, testCredential, toPkcs12 } from '../support';
import { line, useOpus } from './opus';

const opus = useOpus();

const PASSPHRASE = 'a passphrase nobody may read';
const PORTS = ['httpsPort', 'mtlsPort'] as const;
type Port = (typeof PORTS)[number];

/** The demo's credential on one of the ports, with other fields. */
async function fieldsOn(port: Port, fields: IDataObject = {}): Promise<IDataObject> {
	const { data } = (await opus.credential())['KMD Opus'];
	return { ...data, jsonBaseUrl: `https://localhost:${opus.running[port]}`, ...fields };
}

const pairOf = async (name: string) => ({ clientCertificate: await opus.running.certificate(`${name}.pem`), privateKey: await opus.running.certificate(`${name}.key`) });

const pkcs12Of = async (name: string, passphrase: string) => {
	const { clientCertificate, privateKey } = await pairOf(name);
	return { fileFormat: 'pkcs12', clientCertificate: '', privateKey: '', pkcs12Certificate: toPkcs12({ cert: clientCertificate, key: privateKey }, passphrase) };
};

/** Reads the payments of an employee who has none. */
async function read(data: IDataObject): Promise<NodeResult> {
	const credentials = { 'KMD Opus': { type: 'kmdOpusApi', data: data as never } };
	return await opus.run({ resource: 'oneTimePayment', operation: 'getMany', employeeNumber: '7001', returnAll: true, filters: {} }, [{}], { credentials });
}

const readableForms: Record<string, (pem: string) => string> = {
	'as it is': (pem) => pem,
	'with its line breaks lost': (pem) => pem.replace(/\n/g, ''),
	'with blanks for line breaks': (pem) => pem.replace(/\n/g, ' '),
	'with literal \\n': (pem) => pem.replace(/\n/g, '\\n'),
	'with Windows line breaks': (pem) => pem.replace(/\n/g, '\r\n'),
};

describe.each(PORTS)('on the %s', (port) => {
	test.each(Object.keys(readableForms))('a certificate in PEM works %s', async (form) => {
		const { clientCertificate, privateKey } = await pairOf('client');
		const change = readableForms[form];
		const data = await fieldsOn(port, { clientCertificate: change(clientCertificate), privateKey: change(privateKey), caCertificate: change(await opus.running.certificate('ca.pem')) });
		expect((await read(data)).error).toBeUndefined();
		expect(await testCredential('kmdOpusApi', data as never)).toMatchObject({ status: 'OK' });
	});

	test('a PKCS#12 file works', async () => {
		const data = await fieldsOn(port, { ...(await pkcs12Of('client', PASSPHRASE)), passphrase: PASSPHRASE });
		expect((await read(data)).error).toBeUndefined();
		expect(await testCredential('kmdOpusApi', data as never)).toMatchObject({ status: 'OK' });
	});

	test('a base URL may end in a slash', async () => {
		expect((await read(await fieldsOn(port, { jsonBaseUrl: `https://localhost:${opus.running[port]}/` }))).error).toBeUndefined();
	});

	test('a certificate of another authority fails clearly', async () => {
		const data = await fieldsOn(port, await pairOf('foreign'));
		const { error } = await read(data);
		expect(`${error?.message} ${error?.description}`).toMatch(/client certificate/);
		expect((await testCredential('kmdOpusApi', data as never)).status).toBe('Error');
	});

	test.each([
		['740', /does not accept the client certificate for this municipality/, 'for this municipality code'],
		['999', /refused the request as a whole/, 'does not know this municipality code'],
	])('the wrong municipality %s fails clearly', async (municipalityCode, message, tested) => {
		const data = await fieldsOn(port, { municipalityCode });
		const { error } = await read(data);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/municipality code in the credential/);
		expect(await testCredential('kmdOpusApi', data as never)).toMatchObject({ status: 'Error', message: expect.stringContaining(tested) });
	});
});

/** What can be known before anything is sent, by the field it is told of. */
const UNUSABLE: Array<[string, () => Promise<IDataObject>, RegExp]> = [
	['a wrong passphrase', async () => ({ ...(await pkcs12Of('client', PASSPHRASE)), passphrase: `not ${PASSPHRASE}` }), /passphrase/i],
	['a missing passphrase', async () => await pkcs12Of('client', PASSPHRASE), /passphrase/i],
	['an expired certificate', async () => await pairOf('expired'), /certificate expired on \d{4}-\d{2}-\d{2}/],
	['an expired certificate in PKCS#12', async () => ({ ...(await pkcs12Of('expired', PASSPHRASE)), passphrase: PASSPHRASE }), /certificate expired on/],
	['no certificate', async () => ({ clientCertificate: '', privateKey: '' }), /'Client Certificate' field is empty/],
	['no PKCS#12 file', async () => ({ fileFormat: 'pkcs12' }), /'PKCS#12 File \(Base64\)' field is empty/],
	['no private key', async () => ({ privateKey: '' }), /'Private Key'/],
	['the key of another certificate', async () => ({ privateKey: (await pairOf('foreign')).privateKey }), /does not belong/],
	['a torn certificate', async () => ({ clientCertificate: (await pairOf('client')).clientCertificate.slice(0, 400) }), /'Client Certificate' field/],
	['a torn key', async () => ({ privateKey: (await pairOf('client')).privateKey.slice(0, 400) }), /'Private Key' field/],
	['an authority that is no certificate', async () => ({ caCertificate: 'our CA' }), /'Extra CA Certificate' field/],
	['a base URL without https', async () => ({ jsonBaseUrl: 'opus.example' }), /'JSON Base URL' in the credential does not begin with https/],
	['no base URL', async () => ({ jsonBaseUrl: '' }), /'JSON Base URL'/],
	['a certificate that is not valid yet', async () => notYetValid(), /not valid before/],
];

async function notYetValid(): Promise<IDataObject> {
	const { cert, key } = makeCertificate({ notBefore: new Date(Date.now() + 864e5), notAfter: new Date(Date.now() + 9 * 864e5) });
	return { clientCertificate: cert, privateKey: key };
}

/** Lines of keys, certificates and files, and the passphrase: nothing of them may come out. */
const secretsOf = (data: IDataObject): string[] =>
	['clientCertificate', 'privateKey', 'pkcs12Certificate'].flatMap((field) => String(data[field] ?? '').match(/[A-Za-z0-9+/]{40}/g) ?? []).concat(PASSPHRASE);

describe('a credential that can not work', () => {
	test.each(UNUSABLE)('%s is told clearly, and nothing is sent', async (_, fields, message) => {
		const { error } = await read(await fieldsOn('httpsPort', await fields()));
		expect(error?.message).toMatch(message);
		expect(error).toMatchObject({ failure: { cause: 'credential-invalid' } });
		expect(await opus.operations()).toEqual([]);
	});

	test.each(UNUSABLE)('%s: Register Missing registers nothing and says why', async (_, fields, message) => {
		const credentials = { 'KMD Opus': { type: 'kmdOpusApi', data: (await fieldsOn('httpsPort', await fields())) as never } };
		const { error, outputs } = await opus.register([line()], { credentials });
		const told = error ? error.message : String((outputs[0][0].json.messages as Array<{ text: string }>)[0].text);
		expect(told).toMatch(message);
		expect(await opus.operations()).toEqual([]);
	});

	test.each(UNUSABLE)('%s: no secret is in the error', async (_, fields) => {
		const data = await fieldsOn('httpsPort', await fields());
		const { error } = await read(data);
		const all = inspect(error, { depth: 12, showHidden: true, maxStringLength: Infinity }) + JSON.stringify(error);
		for (const secret of secretsOf(data)) expect(all).not.toContain(secret);
	});
});

test.each([...PORTS])('no secret is in the error of a request that failed on the way (%s)', async (port) => {
	for (const fault of [{ kind: 'reset-before', every: 1 }, { kind: 'status', status: 403, every: 1 }, { kind: 'malformed', every: 1 }]) {
		await opus.control.faults({ service: 'kmdOpus', ...fault });
		const data = await fieldsOn(port, { ...(await pkcs12Of('client', PASSPHRASE)), passphrase: PASSPHRASE });
		const { error } = await read(data);
		expect(error?.message).toBeTruthy();
		const all = inspect(error, { depth: 12, showHidden: true, maxStringLength: Infinity }) + JSON.stringify(error);
		for (const secret of secretsOf(data)) expect(all).not.toContain(secret);
	}
});

test.each([
	['is not given', async () => ''],
	['is that of others', async () => await opus.running.certificate('foreign-ca.pem')],
])('a server whose authority %s is not believed', async (_, caCertificate) => {
	const { error } = await read(await fieldsOn('httpsPort', { caCertificate: await caCertificate() }));
	expect(error?.message).toMatch(/'Extra CA Certificate' field/);
	expect(await opus.operations()).toEqual([]);
});

test('a service that can not be reached is told as that', async () => {
	const { error } = await read(await fieldsOn('httpsPort', { jsonBaseUrl: 'https://localhost:1' }));
	expect(error?.message).toMatch(/can not be reached/);
});
