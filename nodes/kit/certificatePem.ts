import { X509Certificate } from 'node:crypto';

/** One `-----BEGIN …-----` block, rebuilt: header line, body in lines of 64 characters, footer line. */
export interface PemBlock {
	/** What stands after BEGIN, e.g. `CERTIFICATE` or `ENCRYPTED PRIVATE KEY`. */
	label: string;
	pem: string;
}

/** What a pasted text holds; `problem` says, as the end of a sentence about the field, why it cannot be read. */
export interface PemText {
	blocks: PemBlock[];
	problem?: string;
}

const LABELS = [
	'CERTIFICATE',
	'X509 CERTIFICATE',
	'TRUSTED CERTIFICATE',
	'CERTIFICATE REQUEST',
	'NEW CERTIFICATE REQUEST',
	'PRIVATE KEY',
	'ENCRYPTED PRIVATE KEY',
	'RSA PRIVATE KEY',
	'EC PRIVATE KEY',
	'EC PARAMETERS',
	'DSA PRIVATE KEY',
	'OPENSSH PRIVATE KEY',
	'PUBLIC KEY',
	'RSA PUBLIC KEY',
	'PKCS7',
	'PKCS12',
];

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');
const LABEL_BY_LETTERS = new Map(LABELS.map((label) => [withoutBlanks(label), label]));

const BLOCK = /-----\s*BEGIN([A-Z0-9\s]+)-----(.*?)-----\s*END([A-Z0-9\s]+)-----/gs;
const MARKER = /-----\s*(BEGIN|END)/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const ENCRYPTION_HEADERS = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s*DEK-Info:\s*([A-Z0-9-]+),\s*/;

export const isCertificate = ({ label }: PemBlock): boolean => label === 'CERTIFICATE' || label === 'X509 CERTIFICATE';
export const isEncrypted = ({ label, pem }: PemBlock): boolean => label === 'ENCRYPTED PRIVATE KEY' || pem.includes('Proc-Type: 4,ENCRYPTED');
export const isPrivateKey = ({ label }: PemBlock): boolean => label.endsWith('PRIVATE KEY');

/**
 * Reads PEM as people paste it: line breaks lost, doubled or turned into blanks or a literal `\n`, CRLF, a byte order
 * mark, text around the blocks (such as "Bag Attributes"). Nothing of the content is guessed: a damaged body is a problem.
 */
export function readPem(text: string | undefined): PemText {
	const pasted = (text ?? '').replace(/\\+[rn]/g, '\n');
	const blocks: PemBlock[] = [];
	for (const [, opening, body, closing] of pasted.matchAll(BLOCK)) {
		const label = LABEL_BY_LETTERS.get(withoutBlanks(opening));
		if (!label || withoutBlanks(closing) !== withoutBlanks(opening)) {
			return { blocks, problem: 'holds a block whose BEGIN and END lines do not belong together' };
		}
		const pem = rebuild(label, body);
		if (!pem) {
			return { blocks, problem: `holds a ${label} block whose content is damaged or cut off` };
		}
		blocks.push({ label, pem });
	}
	const leftOver = MARKER.test(pasted.replace(BLOCK, ''));
	return leftOver ? { blocks, problem: 'holds a block that was not copied whole' } : { blocks };
}

function rebuild(label: string, body: string): string | undefined {
	const headers = ENCRYPTION_HEADERS.exec(body);
	const { lines, rest } = headers
		? encryptionHeaders(headers[1], body.slice(headers[0].length))
		: { lines: [], rest: body };
	const base64 = withoutBlanks(rest);
	if (!BASE64.test(base64)) return undefined;
	const wrapped = base64.match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, ...wrapped, `-----END ${label}-----`, ''].join('\n');
}

/**
 * The headers of a key encrypted in OpenSSL's old way. With the line breaks lost, the initialisation vector runs into the
 * body; its length follows from the cipher: 8 bytes for DES, else 16.
 */
function encryptionHeaders(cipher: string, text: string): { lines: string[]; rest: string } {
	const digits = cipher.startsWith('DES') ? 16 : 32;
	return {
		lines: ['Proc-Type: 4,ENCRYPTED', `DEK-Info: ${cipher},${text.slice(0, digits)}`, ''],
		rest: text.slice(digits),
	};
}

/** A certificate in PEM or DER, or undefined when its content is not one. */
export function parseCertificate(certificate: string | Buffer): X509Certificate | undefined {
	try {
		return new X509Certificate(certificate);
	} catch {
		return undefined;
	}
}
