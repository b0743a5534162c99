import { createPrivateKey } from 'node:crypto';
import type { KeyObject, X509Certificate } from 'node:crypto';

import type { PemBlock, PemText } from './certificatePem';
import { isCertificate, isEncrypted, isPrivateKey, parseCertificate, readPem } from './certificatePem';
import { readPkcs12 } from './pkcs12';

/** A certificate with its private key, ready for TLS. */
export interface CertificatePair {
	agentOptions: { cert: string; key: string; passphrase?: string } | { pfx: Buffer; passphrase?: string };
	/** The holder's own certificate; missing when only TLS can open the file. */
	leaf?: X509Certificate;
	advice?: string;
}

/** A pair that cannot be used: which field is wrong and what to do, and how, where that takes more words. */
export interface UnusablePair {
	problem: string;
	advice?: string;
}

const PASTE_PEM = 'Paste the PEM text again, from the BEGIN line to the END line.';
const PASSPHRASE_EMPTY = "and the 'Passphrase' field is empty. Fill in the passphrase.";
const EXPORT_WITH_AES = [
	'openssl pkcs12 -legacy -in old.p12 -nodes -out all.pem',
	'openssl pkcs12 -export -in all.pem -out new.p12 -certpbe AES-256-CBC -keypbe AES-256-CBC',
	'openssl base64 -A -in new.p12 -out new.txt',
].join('\n');

/**
 * Reads a pair from two PEM fields. The private key may stand below the certificate in the certificate's field if its own field
 * is empty; the certificates may come in any order, the one of the key is put first.
 */
export function readPemPair(certificateText = '', keyText = '', passphrase = ''): CertificatePair | UnusablePair {
	const certificateField = readPem(certificateText);
	const keyField = readPem(keyText.trim() ? keyText : certificateText);
	const problem = fieldProblem(certificateText, certificateField, keyText, keyField);
	if (problem) return { problem };

	const keyBlock = keyField.blocks.filter(isPrivateKey)[0];
	const key = openKey(keyBlock, passphrase);
	if (typeof key === 'string') return { problem: key };

	const blocks = certificateField.blocks.filter(isCertificate);
	const certificates = blocks.map(({ pem }) => parseCertificate(pem));
	if (certificates.includes(undefined)) {
		return { problem: `The 'Client Certificate' field holds a certificate whose content is damaged. ${PASTE_PEM}` };
	}
	const own = certificates.findIndex((certificate) => certificate?.checkPrivateKey(key));
	if (own < 0) {
		return { problem: "The private key in the 'Private Key' field does not belong to the certificate. Put in the key that the certificate was ordered with." };
	}
	const cert = [blocks[own], ...blocks.filter((_, i) => i !== own)].map(({ pem }) => pem).join('');
	return {
		agentOptions: { cert, key: keyBlock.pem, ...(isEncrypted(keyBlock) && { passphrase }) },
		leaf: certificates[own],
	};
}

/** What is damaged, missing or in the wrong field. */
function fieldProblem(certificateText: string, certificateField: PemText, keyText: string, keyField: PemText): string | undefined {
	if (certificateField.problem) return `The 'Client Certificate' field ${certificateField.problem}. ${PASTE_PEM}`;
	if (keyField.problem) return `The 'Private Key' field ${keyField.problem}. ${PASTE_PEM}`;

	const certificateHere = certificateField.blocks.some(isCertificate);
	const certificateThere = keyField.blocks.some(isCertificate);
	const keyHere = certificateField.blocks.some(isPrivateKey);
	const keys = keyField.blocks.filter(isPrivateKey);

	if (!certificateHere && certificateThere && keyHere) {
		return "The certificate and the private key are in each other's fields. Swap the contents of 'Client Certificate' and 'Private Key'.";
	}
	if (!certificateHere && certificateThere) return "The 'Private Key' field holds the certificate. Move it to the 'Client Certificate' field.";
	if (!certificateHere) return lacking('Client Certificate', 'certificate', certificateText, certificateField);
	if (keyText.trim() && keyHere) return "The 'Client Certificate' field holds a private key too. Leave a private key in the 'Private Key' field only.";
	if (keyText.trim() && certificateThere) return "The 'Private Key' field holds a certificate too. Leave only the private key in it.";
	if (keys.length === 0) return lacking('Private Key', 'private key', keyText, keyField);
	if (keys.length > 1) return "The 'Private Key' field holds more than one private key. Leave only the one that belongs to the certificate.";
	return undefined;
}

function lacking(field: string, wanted: string, text: string, { blocks }: PemText): string {
	if (!text.trim()) return `The '${field}' field is empty. Paste the ${wanted} in PEM format.`;
	if (blocks.length > 0) return `The '${field}' field holds a ${blocks[0].label} block where a ${wanted} is needed. Paste the ${wanted} in PEM format.`;
	return `The '${field}' field holds no PEM text. Paste the ${wanted} with its BEGIN and END lines; for a .p12 or .pfx file choose the certificate format PKCS#12.`;
}

/** The key opened, or why it stays closed. */
function openKey(block: PemBlock, passphrase: string): KeyObject | string {
	if (block.label === 'OPENSSH PRIVATE KEY') {
		return "The private key in the 'Private Key' field is in OpenSSH format. Export it as PEM (PKCS#8).";
	}
	if (isEncrypted(block) && !passphrase) return `The private key is encrypted, ${PASSPHRASE_EMPTY}`;
	try {
		return createPrivateKey({ key: block.pem, passphrase });
	} catch (error) {
		if ((error as { code?: string }).code === 'ERR_OSSL_EVP_UNSUPPORTED') {
			return "The private key in the 'Private Key' field is encrypted in an outdated way (such as DES) that is no longer supported. Encrypt it again with AES-256: openssl pkcs8 -topk8 -v2 aes-256-cbc -in old.pem";
		}
		return isEncrypted(block)
			? "The passphrase in the 'Passphrase' field does not open the private key. Check it letter by letter."
			: `The 'Private Key' field holds a private key whose content is damaged. ${PASTE_PEM}`;
	}
}

/** Reads a pair from a PKCS#12 file in base64; line breaks, blanks and the prefix of a data URL are removed. */
export function readPkcs12Pair(text = '', passphrase = ''): CertificatePair | UnusablePair {
	const base64 = text.replace(/^\s*data:[^,]*,/, '').replace(/\s+/g, '');
	if (!base64) return { problem: "The 'PKCS#12 File (Base64)' field is empty. Paste the .p12 or .pfx file in base64." };
	if (base64.startsWith('-----BEGIN')) {
		return { problem: "The 'PKCS#12 File (Base64)' field holds PEM text. Choose the certificate format PEM and use its fields." };
	}
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
		return { problem: "The 'PKCS#12 File (Base64)' field is not base64. Paste the file in base64, not its bytes.", advice: 'openssl base64 -A -in certificate.p12 -out certificate.txt' };
	}
	const pfx = Buffer.from(base64, 'base64');
	const { certificates, privateKeys, failure } = readPkcs12(pfx, passphrase);
	const agentOptions = { pfx, ...(passphrase && { passphrase }) };

	switch (failure) {
		case 'damaged':
			return { problem: "The 'PKCS#12 File (Base64)' field does not hold a whole PKCS#12 file. Paste the .p12 or .pfx file in base64 again." };
		case 'outdated':
			return {
				problem: "The file in the 'PKCS#12 File (Base64)' field is encrypted in an outdated way (RC2 or RC4) that is no longer supported. Export it again with AES-256.",
				advice: EXPORT_WITH_AES,
			};
		case 'wrongPassphrase':
			return {
				problem: passphrase
					? "The passphrase in the 'Passphrase' field does not open the PKCS#12 file. Check it letter by letter."
					: `The PKCS#12 file is encrypted, ${PASSPHRASE_EMPTY}`,
			};
		case 'unreadable':
			return { agentOptions, advice: 'The expiry date of the client certificate cannot be read from this PKCS#12 file. Export it again with AES-256 to be warned in time.' };
		default:
	}
	if (privateKeys.length === 0) return { problem: 'The PKCS#12 file holds no private key. Export it again together with its private key.' };
	const leaf = certificates.map(parseCertificate).find((certificate) => privateKeys.some((key) => certificate?.checkPrivateKey(key)));
	return leaf
		? { agentOptions, leaf }
		: { problem: 'The PKCS#12 file holds no certificate that belongs to its private key. Export certificate and key together.' };
}
