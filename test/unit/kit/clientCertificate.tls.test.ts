import { createServer as createPlainServer } from 'node:http';
import { createServer, request } from 'node:https';
import type { ServerOptions } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { createSecureContext } from 'node:tls';

import type { CertificateAgentOptions, CertificateFields } from '../../../nodes/kit/clientCertificate';
import { explainTlsFailure, readClientCertificate } from '../../../nodes/kit/clientCertificate';
import { makeCertificate, toPkcs12 } from '../../engine/support/certificates';
import { PKCS12 } from './clientCertificate.fixtures';

/* Keys are made for some of these tests, which takes its time on a busy machine. */
jest.setTimeout(30_000);

const DAY = 24 * 60 * 60 * 1000;
const authority = makeCertificate({ name: 'Synthetic authority', authority: true });
const server = makeCertificate({ issuer: authority });
const client = makeCertificate({ name: 'Synthetic client', issuer: authority });
const expired = makeCertificate({ issuer: authority, notBefore: new Date(Date.now() - 9 * DAY), notAfter: new Date(Date.now() - DAY) });
const foreign = makeCertificate({ name: 'Synthetic stranger' });

const NODE_ERROR_CODES = [
	'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'ERRADDRINUSE', 'EADDRNOTAVAIL', 'ECONNABORTED', 'EHOSTUNREACH',
	'EAI_AGAIN', 'ENOENT', 'EISDIR', 'ENOTDIR', 'EACCES', 'EEXIST', 'EPERM', 'GETADDRINFO',
];

const open: Server[] = [];
afterAll(() => open.forEach((listener) => listener.close()));

const listen = async (listener: Server): Promise<number> => {
	open.push(listener);
	await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
	return (listener.address() as AddressInfo).port;
};

/** A server of the test authority that demands a client certificate of it unless told otherwise, and answers with the caller's name. */
const serve = async (options: ServerOptions = {}): Promise<number> =>
	await listen(
		createServer({ ...server, ca: authority.cert, requestCert: true, rejectUnauthorized: true, ...options }, (incoming, answer) => {
			const { subject } = (incoming.socket as import('node:tls').TLSSocket).getPeerCertificate();
			answer.end(String(subject?.CN));
		}),
	);

const call = async (port: number, options: CertificateAgentOptions & { servername?: string; minVersion?: 'TLSv1.3' }): Promise<string> =>
	await new Promise((resolve, reject) => {
		const outgoing = request({ host: 'localhost', port, agent: false, ...options }, (answer) => {
			answer.setEncoding('utf8');
			answer.on('data', resolve);
		});
		outgoing.on('error', reject).end();
	});

const optionsOf = (fields: CertificateFields): CertificateAgentOptions => readClientCertificate({ caCertificate: authority.cert, ...fields }, new Date()).agentOptions;
const ofClient = optionsOf({ clientCertificate: client.cert, privateKey: client.key });

const withoutCertificate = { ca: [authority.cert] };

const failureOf = async (port: number, options: Parameters<typeof call>[1]): Promise<string | undefined> =>
	await call(port, options).then(
		() => 'no failure',
		(cause: Error) => explainTlsFailure(new Error('Something went wrong', { cause })),
	);

describe('over real mutual TLS', () => {
	test('a pair in PEM with its line breaks lost is accepted', async () => {
		const [clientCertificate, privateKey, caCertificate] = [client.cert, client.key, authority.cert].map((pem) => pem.replace(/\r?\n/g, ' '));
		expect(await call(await serve(), optionsOf({ clientCertificate, privateKey, caCertificate }))).toBe('Synthetic client');
	});

	test('a PKCS#12 file is accepted', async () => {
		const fields: CertificateFields = { fileFormat: 'pkcs12', pkcs12Certificate: toPkcs12(client, 'sandbox'), passphrase: 'sandbox' };
		expect(await call(await serve(), optionsOf(fields))).toBe('Synthetic client');
	});

	test('an intermediate certificate travels with the pair', async () => {
		const intermediate = makeCertificate({ name: 'Synthetic intermediate', issuer: authority, authority: true });
		const leaf = makeCertificate({ name: 'Synthetic leaf', issuer: intermediate });
		const port = await serve();
		expect(await call(port, optionsOf({ clientCertificate: intermediate.cert + leaf.cert, privateKey: leaf.key }))).toBe('Synthetic leaf');
	});

	test('every PKCS#12 file that is read is accepted by TLS as well, and every refused one refused', () => {
		for (const [name, passphrase] of [['aes256', 'sandbox'], ['tripleDes', 'sandbox'], ['noPassphrase', ''], ['danish', 'Rødgrød'], ['plainCertificate', 'sandbox'], ['rc2', 'sandbox'], ['withoutKey', 'sandbox'], ['aes256', 'wrong']] as const) {
			const { problem } = readClientCertificate({ fileFormat: 'pkcs12', pkcs12Certificate: PKCS12[name], passphrase }, new Date());
			const secure = () => createSecureContext({ pfx: Buffer.from(PKCS12[name], 'base64'), passphrase });
			if (problem) expect(secure).toThrow();
			else expect(secure).not.toThrow();
		}
	});
});

describe('a failed handshake is explained', () => {
	test.each<[string, () => Promise<string | undefined>, RegExp]>([
		['no certificate', async () => await failureOf(await serve(), withoutCertificate), /demands a client certificate and got none/],
		['no certificate under TLS 1.2', async () => await failureOf(await serve({ maxVersion: 'TLSv1.2' }), withoutCertificate), /broke off the TLS handshake/],
		['an untrusted server', async () => await failureOf(await serve(), { ...ofClient, ca: undefined }), /authority that is not trusted.*'Extra CA Certificate'/],
		['a server of another authority', async () => await failureOf(await serve(), { ...ofClient, ca: [foreign.cert] }), /authority that is not trusted/],
		['a self-signed server', async () => await failureOf(await serve(foreign), ofClient), /authority that is not trusted/],
		['an expired server', async () => await failureOf(await serve(expired), ofClient), /certificate of the server has expired/],
		['another host name', async () => await failureOf(await serve(), { ...ofClient, servername: 'elsewhere.example' }), /issued for another host name/],
		['a server without TLS', async () => await failureOf(await listen(createPlainServer()), ofClient), /does not answer with TLS/],
		['no common version', async () => await failureOf(await serve({ maxVersion: 'TLSv1.2' }), { ...ofClient, minVersion: 'TLSv1.3' }), /no TLS version in common/],
	])('%s', async (_, fail, words) => {
		expect(await fail()).toMatch(words);
	});

	test.each<[string, () => unknown, RegExp]>([
		['an outdated PKCS#12 file', () => createSecureContext({ pfx: Buffer.from(PKCS12.rc2, 'base64'), passphrase: 'sandbox' }), /outdated.*AES-256/],
		['a wrong passphrase of it', () => createSecureContext({ pfx: Buffer.from(PKCS12.aes256, 'base64'), passphrase: 'wrong' }), /passphrase does not open the PKCS#12 file/],
		['one without key', () => createSecureContext({ pfx: Buffer.from(PKCS12.withoutKey, 'base64'), passphrase: 'sandbox' }), /holds no private key/],
		['broken PEM', () => createSecureContext({ cert: 'MIIB', key: 'MIIB' }), /cannot be read/],
		['a foreign key', () => createSecureContext({ cert: client.cert, key: foreign.key }), /does not belong/],
	])('%s', (_, fail, words) => {
		const thrown = (() => {
			try {
				return fail();
			} catch (error) {
				return error;
			}
		})();
		expect(explainTlsFailure(thrown)).toMatch(words);
	});

	test.each<[string, RegExp]>([
		['tlsv1 alert unknown ca', /does not know the authority/],
		['ssl/tls alert bad certificate', /refuses the client certificate\. /],
		['sslv3 alert certificate unknown', /refuses the client certificate\. /],
		['ssl/tls alert certificate expired', /refuses the client certificate as expired/],
		['ssl/tls alert certificate revoked', /refuses the client certificate as revoked/],
	])('%s, in the code or in the message', (alert, words) => {
		const message = `write EPROTO 405D:error:0A000418:SSL routines:ssl3_read_bytes:${alert}:rec_layer_s3.c:918:SSL alert number 48`;
		const code = `ERR_SSL_${alert.toUpperCase().replace(/ /g, '_')}`;
		expect(explainTlsFailure(Object.assign(new Error(message), { code: 'EPROTO' }))).toMatch(words);
		expect(explainTlsFailure(Object.assign(new Error('cut'), { code }))).toMatch(words);
	});

	test('but a server that merely cuts the connection is not accused', async () => {
		expect(await failureOf(await serve(), optionsOf({ clientCertificate: foreign.cert, privateKey: foreign.key }))).toBeUndefined();
	});

	test('in a bundle of errors too', () => {
		const inner = Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' });
		expect(explainTlsFailure(new AggregateError([new Error('y'), inner]))).toMatch(/has expired/);
	});

	test.each([undefined, null, 'text', new Error('socket hang up'), Object.assign(new Error('read'), { code: 'ECONNRESET' }), new Error('Request failed with status code 403')])(
		'what is no failure of TLS, or proves nothing, is left to others (%#)',
		(error) => {
			expect(explainTlsFailure(error)).toBeUndefined();
		},
	);

	test('no circle of causes holds it up', () => {
		const error = new Error('x');
		error.cause = error;
		expect(explainTlsFailure(error)).toBeUndefined();
	});

	test('in texts that n8n does not replace by its own', () => {
		const codes = ['ALERT_CERTIFICATE_REQUIRED', 'ALERT_CERTIFICATE_EXPIRED', 'ALERT_CERTIFICATE_REVOKED', 'ALERT_UNKNOWN_CA', 'ALERT_BAD_CERTIFICATE', 'ALERT_HANDSHAKE_FAILURE',
			'UNSUPPORTED_PROTOCOL', 'WRONG_VERSION_NUMBER', 'SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID',
			'ERR_CRYPTO_UNSUPPORTED_OPERATION', 'mac verify failure', 'bad decrypt', 'ERR_OSSL_PEM_NO_START_LINE', 'KEY_VALUES_MISMATCH', 'CA_MD_TOO_WEAK'];
		for (const code of codes) {
			const text = explainTlsFailure({ code })!;
			expect(NODE_ERROR_CODES.filter((nodeCode) => text.toUpperCase().includes(nodeCode))).toEqual([]);
		}
	});
});
