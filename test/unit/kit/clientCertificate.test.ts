import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import * as fc from 'fast-check';

import type { CertificateFields } from '../../../nodes/kit/clientCertificate';
import { expiryNotice, extraCa, readClientCertificate } from '../../../nodes/kit/clientCertificate';
import { Der } from '../../../nodes/kit/certificateDer';
import { makeCertificate, toPkcs12 } from '../../engine/support/certificates';
import { FIXTURE_VALIDITY, PKCS12 } from './clientCertificate.fixtures';

const DAY = 24 * 60 * 60 * 1000;
const now = new Date();
const authority = makeCertificate({ name: 'Synthetic authority', authority: true });
const pair = makeCertificate({ issuer: authority, notAfter: new Date(now.getTime() + 100.5 * DAY) });
const other = makeCertificate();
const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;

const encrypted = (type: 'pkcs1' | 'pkcs8', cipher = 'aes-256-cbc'): string =>
	createPrivateKey(pair.key).export({ type, format: 'pem', cipher, passphrase: 'sandbox' }) as string;

const read = (fields: CertificateFields, at = now) => readClientCertificate(fields, at);
const readPem = (clientCertificate: string, privateKey: string, passphrase = '') =>
	read({ fileFormat: 'pem', clientCertificate, privateKey, passphrase });
const readP12 = (pkcs12Certificate: string, passphrase = 'sandbox', at = new Date('2030-01-01')) =>
	read({ fileFormat: 'pkcs12', pkcs12Certificate, passphrase }, at);

const lines = (pem: string): string[] => pem.trim().split('\n');
const compact = (pem: string): string => pem.trim().replace(/\n/g, '');

describe('a client certificate in PEM', () => {
	test('is taken as it is, with its validity', () => {
		const { agentOptions, expiry, problem } = readPem(pair.cert, pair.key);
		expect(problem).toBeUndefined();
		expect(agentOptions).toEqual({ cert: pair.cert.replace(/\r/g, ''), key: pair.key });
		expect(expiry?.daysLeft).toBe(100);
		expect(new Date(expiry!.notAfter)).toEqual(new Date(new X509Certificate(pair.cert).validTo));
	});

	test.each<[string, (pem: string) => string]>([
		['line breaks lost', compact],
		['blanks in place of line breaks', (pem) => lines(pem).join(' ')],
		['a literal \\n in place of line breaks', (pem) => lines(pem).join('\\n')],
		['a literal \\r\\n', (pem) => lines(pem).join('\\r\\n')],
		['CRLF and a byte order mark', (pem) => `\uFEFF${lines(pem).join('\r\n')}\r\n`],
		['empty lines between', (pem) => lines(pem).join('\n\n')],
		['indented lines', (pem) => lines(pem).join('\n\t  ')],
		['no blank left at all', (pem) => pem.replace(/\s/g, '')],
		['text around it', (pem) => `Bag Attributes\n    localKeyID: 01\nsubject=/CN=x\n${pem}\nthe end`],
	])('%s is restored', (_, damage) => {
		const whole = readPem(pair.cert, pair.key).agentOptions;
		expect(readPem(damage(pair.cert), damage(pair.key)).agentOptions).toEqual(whole);
	});

	test('any mixture of breaks between its characters is restored', () => {
		const whole = readPem(pair.cert, pair.key).agentOptions;
		const blank = fc.constantFrom('', ' ', '\n', '\r\n', '\t', '\u00a0', '\\n', '\\r\\n', '\uFEFF');
		fc.assert(
			fc.property(fc.array(blank, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 90 }), (blanks, width) => {
				const torn = (pem: string): string => {
					const [first, ...rest] = lines(pem);
					const pieces = rest.slice(0, -1).join('').match(new RegExp(`.{1,${width}}`, 'g'))!;
					const body = pieces.map((piece, i) => piece + blanks[i % blanks.length]).join('');
					return first + blanks[0] + body + rest.at(-1);
				};
				expect(readPem(torn(pair.cert), torn(pair.key)).agentOptions).toEqual(whole);
			}),
		);
	});

	test('no text whatever makes it throw', () => {
		const text = fc.oneof(
			fc.string(),
			fc.array(fc.constantFrom('-----BEGIN ', '-----END ', 'CERTIFICATE', 'PRIVATE KEY', '-----', '\n', 'MIIB', 'Proc-Type: 4,ENCRYPTED', '=')).map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(text, text, text, (clientCertificate, privateKey, caCertificate) => {
				const { agentOptions, problem } = read({ clientCertificate, privateKey, caCertificate });
				expect(problem).toEqual(expect.any(String));
				expect(agentOptions).toEqual({});
			}),
		);
	});

	test('a chain is kept, and the certificate of the key comes first', () => {
		const { cert } = readPem(authority.cert + pair.cert, pair.key).agentOptions;
		const blocks = cert!.split(/(?<=-----END CERTIFICATE-----\n)/);
		expect(blocks.map((pem) => new X509Certificate(pem).fingerprint256)).toEqual(
			[pair.cert, authority.cert].map((pem) => new X509Certificate(pem).fingerprint256),
		);
	});

	test('the key may stand in the certificate field when its own is empty', () => {
		expect(readPem(pair.key + pair.cert, ' \n').agentOptions).toEqual(readPem(pair.cert, pair.key).agentOptions);
	});

	test.each<[string, string]>([
		['RSA PRIVATE KEY', createPrivateKey(pair.key).export({ type: 'pkcs1', format: 'pem' }) as string],
		['ENCRYPTED PRIVATE KEY', encrypted('pkcs8')],
		['old encryption headers', encrypted('pkcs1')],
		['old encryption headers with DES', encrypted('pkcs1', 'des-ede3-cbc')],
	])('a key with %s is opened, line breaks or not', (_, key) => {
		for (const text of [key, lines(key).join(' '), compact(key), lines(key).join('\\n')]) {
			const { agentOptions, problem } = readPem(pair.cert, text, 'sandbox');
			expect(problem).toBeUndefined();
			expect(createPrivateKey({ key: agentOptions.key!, passphrase: 'sandbox' }).export({ type: 'pkcs8', format: 'pem' })).toBe(pair.key);
		}
	});

	test('an EC key with its parameters is read as a key', () => {
		const key = `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${ec.export({ type: 'sec1', format: 'pem' })}`;
		expect(readPem(pair.cert, key).problem).toMatch(/does not belong to the certificate/);
	});

	test.each<[string, string, string, string, RegExp]>([
		['nothing', '', '', '', /'Client Certificate' field is empty/],
		['no key', pair.cert, '', '', /'Private Key' field is empty/],
		['no PEM', 'hello', pair.key, '', /'Client Certificate' field holds no PEM/],
		['no PEM as key', pair.cert, 'hello', '', /'Private Key' field holds no PEM/],
		['the fields swapped', pair.key, pair.cert, '', /in each other's fields/],
		['both in the key field', '', pair.cert + pair.key, '', /'Private Key' field holds the certificate/],
		['a key in both fields', pair.cert + pair.key, pair.key, '', /'Client Certificate' field holds a private key too/],
		['a certificate in both fields', pair.cert, pair.cert + pair.key, '', /'Private Key' field holds a certificate too/],
		['two keys', pair.cert, pair.key + other.key, '', /more than one private key/],
		['a foreign key', pair.cert, other.key, '', /does not belong to the certificate/],
		['a public key', pair.cert, '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----', '', /'Private Key' field holds a PUBLIC KEY block where a private key/],
		['a request', '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----', pair.key, '', /holds a CERTIFICATE REQUEST block where a certificate/],
		['an OpenSSH key', pair.cert, '-----BEGIN OPENSSH PRIVATE KEY-----\nMIIB\n-----END OPENSSH PRIVATE KEY-----', '', /OpenSSH format/],
		['a certificate cut off', pair.cert.slice(0, 300), pair.key, '', /'Client Certificate' field holds a block that was not copied whole/],
		['a certificate without its beginning', pair.cert.slice(40), pair.key, '', /not copied whole/],
		['a key with foreign characters', pair.cert, pair.key.replace('MII', 'M§I'), '', /'Private Key' field holds a PRIVATE KEY block whose content is damaged/],
		['a certificate with a line missing', lines(pair.cert).filter((_, i) => i !== 4).join('\n'), pair.key, '', /'Client Certificate' field holds a certificate whose content is damaged/],
		['a key with a line missing', pair.cert, lines(pair.key).filter((_, i) => i !== 4).join('\n'), '', /'Private Key' field holds a private key whose content is damaged/],
		['a beginning and an end of two kinds', pair.cert.replace('END CERTIFICATE', 'END PRIVATE KEY'), pair.key, '', /do not belong together/],
		['an encrypted key without passphrase', pair.cert, encrypted('pkcs8'), '', /encrypted, and the 'Passphrase' field is empty/],
		['an encrypted key with a wrong passphrase', pair.cert, encrypted('pkcs8'), 'wrong', /'Passphrase' field does not open the private key/],
		['old encryption with a wrong passphrase', pair.cert, encrypted('pkcs1'), 'wrong', /'Passphrase' field does not open the private key/],
	])('%s is refused in words', (_, certificate, key, passphrase, words) => {
		const { problem, agentOptions } = readPem(certificate, key, passphrase);
		expect(problem).toMatch(words);
		expect(agentOptions).toEqual({});
	});

	test.each<[string, Date, RegExp]>([
		['an expired one', new Date(now.getTime() + 101 * DAY), /expired on \d{4}-\d\d-\d\d/],
		['one that is not valid yet', new Date(now.getTime() - 2 * DAY), /not valid before \d{4}-\d\d-\d\d/],
	])('%s is told, and can still be tried', (_, at, words) => {
		const { problem, agentOptions, expiry } = read({ clientCertificate: pair.cert, privateKey: pair.key }, at);
		expect(problem).toMatch(words);
		expect(agentOptions.cert).toBeDefined();
		expect(expiry).toBeDefined();
	});
});

describe('a client certificate in PKCS#12', () => {
	test.each<[keyof typeof PKCS12, string]>([
		['aes256', 'sandbox'],
		['tripleDes', 'sandbox'],
		['noPassphrase', ''],
		['danish', 'Rødgrød'],
		['plainCertificate', 'sandbox'],
	])('%s is opened and its validity read', (name, passphrase) => {
		const { agentOptions, expiry, problem, advice } = readP12(PKCS12[name], passphrase);
		expect({ problem, advice }).toEqual({});
		expect(expiry).toMatchObject(FIXTURE_VALIDITY);
		expect(agentOptions).toEqual({ pfx: Buffer.from(PKCS12[name], 'base64'), ...(passphrase && { passphrase }) });
	});

	test('one made by another library is opened', () => {
		expect(readP12(toPkcs12(pair, 'sandbox'), 'sandbox', now)).toMatchObject({ expiry: { daysLeft: 100 }, problem: undefined });
	});

	test('one with indefinite lengths and split octet strings is opened', () => {
		const file = indefinite(Der.read(Buffer.from(PKCS12.aes256, 'base64'))!).toString('base64');
		expect(readP12(file)).toMatchObject({ expiry: FIXTURE_VALIDITY, problem: undefined });
	});

	test.each<[string, (base64: string) => string]>([
		['line breaks', (base64) => base64.replace(/.{64}/g, '$&\r\n')],
		['blanks', (base64) => ` ${base64.replace(/.{76}/g, '$& ')}\n`],
		['the prefix of a data URL', (base64) => `data:application/x-pkcs12;base64,${base64}`],
	])('%s in the base64 are taken out', (_, disfigure) => {
		expect(readP12(disfigure(PKCS12.aes256)).agentOptions.pfx).toEqual(Buffer.from(PKCS12.aes256, 'base64'));
	});

	test.each<[string, string, string, RegExp]>([
		['nothing', '', 'sandbox', /'PKCS#12 File \(Base64\)' field is empty/],
		['no base64', '0\u0082\u0004§', 'sandbox', /'PKCS#12 File \(Base64\)' field is not base64/],
		['PEM', pair.cert, 'sandbox', /holds PEM text/],
		['something else', Buffer.from('a text').toString('base64'), 'sandbox', /does not hold a whole PKCS#12 file/],
		['half a file', PKCS12.aes256.slice(0, 600), 'sandbox', /does not hold a whole PKCS#12 file/],
		['RC2', PKCS12.rc2, 'sandbox', /outdated way \(RC2 or RC4\).*Export it again with AES-256/],
		['a wrong passphrase', PKCS12.aes256, 'wrong', /'Passphrase' field does not open the PKCS#12 file/],
		['a wrong passphrase with 3DES', PKCS12.tripleDes, 'wrong', /'Passphrase' field does not open the PKCS#12 file/],
		['a wrong passphrase with only the key encrypted', PKCS12.plainCertificate, 'wrong', /'Passphrase' field does not open/],
		['no passphrase', PKCS12.aes256, '', /encrypted, and the 'Passphrase' field is empty/],
		['no private key', PKCS12.withoutKey, 'sandbox', /holds no private key/],
		['a foreign certificate', toPkcs12({ cert: other.cert, key: pair.key }, 'sandbox'), 'sandbox', /no certificate that belongs to its private key/],
	])('%s is refused in words', (_, file, passphrase, words) => {
		const { problem, agentOptions } = readP12(file, passphrase);
		expect(problem).toMatch(words);
		expect(agentOptions).toEqual({});
	});

	test('an outdated file comes with the commands that renew it', () => {
		expect(readP12(PKCS12.rc2).advice).toMatch(/-legacy[^]*AES-256-CBC/);
	});

	test('an expired one is told', () => {
		expect(readP12(PKCS12.aes256, 'sandbox', new Date('2127-01-01')).problem).toMatch(/expired on 2126-10-29/);
	});

	test('no bytes whatever make it throw', () => {
		const whole = Buffer.from(PKCS12.aes256, 'base64');
		const flipped = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, bits]) => {
			const bytes = Buffer.from(whole);
			bytes[at] ^= bits;
			return bytes;
		});
		const bytes = fc.oneof(flipped, fc.uint8Array({ maxLength: 80 }).map((array) => Buffer.from(array)));
		fc.assert(
			fc.property(bytes, (file) => {
				expect(readP12(file.toString('base64'))).toHaveProperty('agentOptions');
			}),
		);
	});
});

/** Every constructed element with an indefinite length, every octet string in two pieces. */
function indefinite(element: Der): Buffer {
	const end = Buffer.from([0, 0]);
	if (element.tag === 0x04 && element.content.length > 100) {
		const cut = Math.floor(element.content.length / 2);
		const pieces = [element.content.subarray(0, cut), element.content.subarray(cut)];
		const encoded = pieces.map((piece) => Buffer.concat([Buffer.from([0x04, 0x82, piece.length >> 8, piece.length & 255]), piece]));
		return Buffer.concat([Buffer.from([0x24, 0x80]), ...encoded, end]);
	}
	if (element.children.length === 0) return element.bytes;
	return Buffer.concat([Buffer.from([element.tag, 0x80]), ...element.children.map(indefinite), end]);
}

describe('the notice ahead of the expiry', () => {
	const notAfter = new Date('2027-06-30T12:00:00Z');
	const noticeAt = (daysBefore: number) => {
		const at = new Date(notAfter.getTime() - daysBefore * DAY);
		const daysLeft = Math.floor(daysBefore);
		return expiryNotice({ notBefore: '2024-06-30T12:00:00.000Z', notAfter: notAfter.toISOString(), daysLeft }, at);
	};

	test.each<[number, string | undefined, RegExp]>([
		[60.01, undefined, /^/],
		[60, 'hint', /expires on 2027-06-30, in 60 days\./],
		[30.01, 'hint', /in 30 days/],
		[30, 'warning', /in 30 days/],
		[1.5, 'warning', /in 1 day\./],
		[0.5, 'warning', /in 0 days/],
		[-0.5, 'warning', /expired on 2027-06-30/],
	])('%d days before: %s', (days, level, words) => {
		const notice = noticeAt(days);
		expect(notice?.level).toBe(level);
		expect(notice?.text ?? '').toMatch(words);
	});
});

describe('the extra authorities', () => {
	test('none given: the usual ones stay', () => {
		expect([extraCa(''), extraCa(' \n'), extraCa(undefined)]).toEqual([{}, {}, {}]);
		expect(readPem(pair.cert, pair.key).agentOptions).not.toHaveProperty('ca');
	});

	test('several are taken, line breaks or not', () => {
		const { ca } = extraCa(compact(authority.cert) + compact(other.cert));
		expect(ca).toHaveLength(2);
		expect(read({ clientCertificate: pair.cert, privateKey: pair.key, caCertificate: authority.cert }).agentOptions.ca).toEqual([ca![0]]);
	});

	test.each(['hello', pair.key, authority.cert + pair.key, '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', authority.cert.slice(0, 200)])(
		'anything else is refused in words (%#)',
		(text) => {
			expect(extraCa(text).problem).toMatch(/'Extra CA Certificate' field/);
			expect(read({ clientCertificate: pair.cert, privateKey: pair.key, caCertificate: text })).toMatchObject({ agentOptions: {}, problem: extraCa(text).problem });
		},
	);
});
