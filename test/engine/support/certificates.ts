import { generateKeyPairSync } from 'node:crypto';
import { asn1, md, pkcs12, pki } from 'node-forge';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A certificate in PEM with its private key, made for one test. */
export interface TestCertificate {
	cert: string;
	key: string;
}

export interface CertificateWishes {
	name?: string;
	notBefore?: Date;
	notAfter?: Date;
	/** Self-signed when left out. */
	issuer?: TestCertificate;
	/** May sign others. */
	authority?: boolean;
}

let serialNumber = 1;

/** Makes a certificate for localhost, valid from yesterday for a year unless told otherwise. */
export function makeCertificate(wishes: CertificateWishes = {}): TestCertificate {
	const { publicKey, privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	const certificate = pki.createCertificate();
	certificate.publicKey = pki.publicKeyFromPem(publicKey);
	certificate.serialNumber = (serialNumber++).toString(16).padStart(4, '0');
	certificate.validity.notBefore = wishes.notBefore ?? new Date(Date.now() - DAY_MS);
	certificate.validity.notAfter = wishes.notAfter ?? new Date(Date.now() + 365 * DAY_MS);
	const subject = [{ name: 'commonName', value: wishes.name ?? 'Synthetic test certificate' }];
	certificate.setSubject(subject);
	certificate.setIssuer(wishes.issuer ? pki.certificateFromPem(wishes.issuer.cert).subject.attributes : subject);
	certificate.setExtensions([
		{ name: 'basicConstraints', cA: wishes.authority ?? false },
		{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }, { type: 7, ip: '127.0.0.1' }] },
	]);
	certificate.sign(pki.privateKeyFromPem(wishes.issuer?.key ?? privateKey), md.sha256.create());
	return { cert: pki.certificateToPem(certificate), key: privateKey };
}

/** The pair as a PKCS#12 file in base64. */
export function toPkcs12({ cert, key }: TestCertificate, passphrase: string): string {
	const file = pkcs12.toPkcs12Asn1(pki.privateKeyFromPem(key), [pki.certificateFromPem(cert)], passphrase, { algorithm: 'aes256' });
	return Buffer.from(asn1.toDer(file).getBytes(), 'binary').toString('base64');
}
