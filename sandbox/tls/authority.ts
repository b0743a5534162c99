import { generateKeyPairSync, randomBytes } from 'node:crypto';

import forge from 'node-forge';

/** A certificate with its private key, both as PEM text. */
export interface Identity {
	readonly certificate: string;
	readonly key: string;
}

/** What a certificate says of its holder, and how long it says so. */
export interface CertificateRequest {
	readonly commonName: string;
	/** Carries the municipality code of a client (kmd-opus.md 2.2: the ClientID must fit the certificate). */
	readonly organisationalUnit?: string;
	readonly purpose: 'authority' | 'server' | 'client';
	readonly notBefore: Date;
	readonly notAfter: Date;
	/** DNS names of a server certificate. */
	readonly dnsNames?: readonly string[];
	/** IP addresses of a server certificate. */
	readonly ipAddresses?: readonly string[];
}

const SUBJECT_ALT_NAME = { dns: 2, ip: 7 } as const;

function subjectOf(request: CertificateRequest): forge.pki.CertificateField[] {
	const fields: forge.pki.CertificateField[] = [
		{ name: 'commonName', value: request.commonName },
		{ name: 'organizationName', value: 'Nordic Workforce sandbox' },
	];
	if (request.organisationalUnit !== undefined) {
		fields.push({ name: 'organizationalUnitName', value: request.organisationalUnit });
	}
	return fields;
}

function extensionsOf(request: CertificateRequest): object[] {
	if (request.purpose === 'authority') {
		return [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
			{ name: 'subjectKeyIdentifier' },
		];
	}
	const extensions: object[] = [
		{ name: 'basicConstraints', cA: false },
		{ name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
		{ name: 'extKeyUsage', serverAuth: request.purpose === 'server', clientAuth: request.purpose === 'client' },
	];
	if (request.purpose === 'server') {
		const altNames = [
			...(request.dnsNames ?? []).map((value) => ({ type: SUBJECT_ALT_NAME.dns, value })),
			...(request.ipAddresses ?? []).map((ip) => ({ type: SUBJECT_ALT_NAME.ip, ip })),
		];
		extensions.push({ name: 'subjectAltName', altNames });
	}
	return extensions;
}

/**
 * Makes an RSA key and a certificate for it, signed by `issuer`, or by itself when there is none.
 * The key comes from node's crypto (forge's own generator takes seconds), the certificate from forge.
 */
export function issueCertificate(request: CertificateRequest, issuer?: Identity): Identity {
	const pair = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	const certificate = forge.pki.createCertificate();
	certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
	// The first byte stays below 0x80 so that the serial number is positive.
	certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
	certificate.validity.notBefore = request.notBefore;
	certificate.validity.notAfter = request.notAfter;
	certificate.setSubject(subjectOf(request));
	certificate.setIssuer(
		issuer === undefined
			? subjectOf(request)
			: forge.pki.certificateFromPem(issuer.certificate).subject.attributes,
	);
	certificate.setExtensions(extensionsOf(request));
	certificate.sign(forge.pki.privateKeyFromPem(issuer?.key ?? pair.privateKey), forge.md.sha256.create());
	return { certificate: forge.pki.certificateToPem(certificate), key: pair.privateKey };
}

/** Packs an identity and its authority as PKCS#12 (AES-256), as certificate vendors hand it out. */
export function toPkcs12(identity: Identity, authority: Identity, passphrase: string): Buffer {
	const container = forge.pkcs12.toPkcs12Asn1(
		forge.pki.privateKeyFromPem(identity.key),
		[forge.pki.certificateFromPem(identity.certificate), forge.pki.certificateFromPem(authority.certificate)],
		passphrase,
		{ algorithm: 'aes256', friendlyName: 'sandbox client' },
	);
	return Buffer.from(forge.asn1.toDer(container).getBytes(), 'binary');
}
