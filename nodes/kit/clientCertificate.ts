import type { CertificateExpiry } from './certificateExpiry';
import { expiryOf, validityProblem } from './certificateExpiry';
import { readPemPair, readPkcs12Pair } from './certificatePair';
import { isCertificate, parseCertificate, readPem } from './certificatePem';

export { expiryNotice } from './certificateExpiry';
export type { CertificateExpiry, ExpiryNotice } from './certificateExpiry';
export { explainTlsFailure } from './certificateFailure';

/** The fields of a credential with a client certificate; every credential of the pack names them so. */
export interface CertificateFields {
	fileFormat?: 'pem' | 'pkcs12';
	/** PEM; intermediate certificates and the private key may follow. */
	clientCertificate?: string;
	/** PEM. */
	privateKey?: string;
	/** The file in base64. */
	pkcs12Certificate?: string;
	/** Of the private key or of the PKCS#12 file. */
	passphrase?: string;
	/** PEM, one or more. */
	caCertificate?: string;
}

/** What goes into `agentOptions` of a request. */
export interface CertificateAgentOptions {
	cert?: string;
	key?: string;
	pfx?: Buffer;
	passphrase?: string;
	ca?: string[];
}

/** A client certificate as a credential gives it. */
export interface ClientCertificate {
	/** Empty if no handshake is possible with it; filled, in spite of a problem, if the certificate is merely expired or not yet valid. */
	agentOptions: CertificateAgentOptions;
	/** Missing if only TLS can open the file. */
	expiry?: CertificateExpiry;
	/** What is wrong with which field and what to do, in sentences for the message. */
	problem?: string;
	/** How to do it, where that takes more words: for the description. */
	advice?: string;
}

/**
 * Reads the client certificate of a credential, sees that certificate, key and passphrase fit and are valid, and makes the
 * options for TLS of it. Nothing is thrown and nothing is sent; server certificates stay verified.
 * @param now the time at which the certificate is to be valid
 */
export function readClientCertificate(fields: CertificateFields, now: Date): ClientCertificate {
	const { ca, problem } = extraCa(fields.caCertificate);
	if (problem) return { agentOptions: {}, problem };

	const pair =
		fields.fileFormat === 'pkcs12'
			? readPkcs12Pair(fields.pkcs12Certificate, fields.passphrase)
			: readPemPair(fields.clientCertificate, fields.privateKey, fields.passphrase);
	if ('problem' in pair) return { agentOptions: {}, ...pair };

	const expiry = pair.leaf && expiryOf(pair.leaf, now);
	return {
		agentOptions: { ...pair.agentOptions, ...(ca && { ca }) },
		expiry,
		problem: expiry && validityProblem(expiry, now),
		advice: pair.advice,
	};
}

/**
 * The authorities a server may be signed by, from the *Extra CA Certificate* field.
 *
 * TLS in Node takes `ca` **in place of** the authorities that it trusts otherwise (its built-in list, the system's, and
 * NODE_EXTRA_CA_CERTS), and a community node has no way to list those in order to add to them. So: with the field empty
 * the usual authorities are trusted; with it filled **only those in it**, for the requests of this credential. A service
 * behind a public authority needs the field empty, or that authority in it too.
 */
export function extraCa(caCertificate?: string): { ca?: string[]; problem?: string } {
	if (!caCertificate?.trim()) return {};
	const { blocks, problem } = readPem(caCertificate);
	if (problem) return { problem: `The 'Extra CA Certificate' field ${problem}. Paste the PEM text again, from the BEGIN line to the END line.` };
	if (blocks.length === 0 || !blocks.every((block) => isCertificate(block) && parseCertificate(block.pem))) {
		return { problem: "The 'Extra CA Certificate' field must hold nothing but certificates in PEM format. Paste the certificate of the authority that signed the server's." };
	}
	return { ca: blocks.map(({ pem }) => pem) };
}
