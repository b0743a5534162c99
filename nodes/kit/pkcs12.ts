import { createDecipheriv, createHash, createPrivateKey, pbkdf2Sync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { Der } from './certificateDer';

/**
 * Why a file or a part of it stays closed. `unreadable` is the honest rest: a method that this reader does not know,
 * so that only the TLS handshake can tell.
 */
export type Pkcs12Failure = 'damaged' | 'outdated' | 'wrongPassphrase' | 'unreadable';

/** What a PKCS#12 file holds. */
export interface Pkcs12 {
	/** In DER. */
	certificates: Buffer[];
	privateKeys: KeyObject[];
	failure?: Pkcs12Failure;
}

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const BAG = '1.2.840.113549.1.12.10.1';
const KEY_BAG = `${BAG}.1`;
const SHROUDED_KEY_BAG = `${BAG}.2`;
const CERTIFICATE_BAG = `${BAG}.3`;
const NESTED_BAG = `${BAG}.6`;

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const PKCS12_PBE = '1.2.840.113549.1.12.1';
const TRIPLE_DES = `${PKCS12_PBE}.3`;
/** RC4 and RC2: OpenSSL 3, and with it Node, no longer reads them. */
const OUTDATED = [1, 2, 5, 6].map((scheme) => `${PKCS12_PBE}.${scheme}`);

const HMAC_DIGESTS: Record<string, string> = {
	'1.2.840.113549.2.7': 'sha1',
	'1.2.840.113549.2.9': 'sha256',
	'1.2.840.113549.2.10': 'sha384',
	'1.2.840.113549.2.11': 'sha512',
};
const CIPHERS: Record<string, { name: string; keyLength: number }> = {
	'2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
	'2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
	'2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
	'1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24 },
};
const MAX_ITERATIONS = 10_000_000;

/**
 * Opens a PKCS#12 file (RFC 7292) to see what TLS will see: the certificates with their expiry, and whether the
 * passphrase fits. TLS itself gets the file as it is.
 *
 * Own code, because the libraries do not bundle cleanly: @peculiar/asn1-pfx comes to 500 kB, looks for a global object
 * and leaves the decryption to the caller all the same; node-forge needs `process` and timers.
 */
export function readPkcs12(file: Buffer, passphrase: string): Pkcs12 {
	const authenticatedSafe = Der.read(file)?.at(1);
	const contents = Der.read(octetsOf(authenticatedSafe?.at(1, 0)))?.children ?? [];
	if (authenticatedSafe?.at(0)?.oid !== DATA || contents.length === 0) {
		return { certificates: [], privateKeys: [], failure: 'damaged' };
	}
	return together(contents.map((content) => openSafe(content, passphrase)));
}

const octetsOf = (element?: Der): Buffer => element?.octets ?? Buffer.alloc(0);
const failed = (failure: Pkcs12Failure): Pkcs12 => ({ certificates: [], privateKeys: [], failure });

const GRAVEST_FIRST: Pkcs12Failure[] = ['damaged', 'outdated', 'wrongPassphrase', 'unreadable'];

const together = (parts: Pkcs12[]): Pkcs12 => ({
	certificates: parts.flatMap(({ certificates }) => certificates),
	privateKeys: parts.flatMap(({ privateKeys }) => privateKeys),
	failure: GRAVEST_FIRST.find((failure) => parts.some((part) => part.failure === failure)),
});

function openSafe(content: Der, passphrase: string): Pkcs12 {
	const type = content.at(0)?.oid;
	if (type === DATA) return openBags(octetsOf(content.at(1, 0)), passphrase);
	const encrypted = content.at(1, 0, 1);
	if (type !== ENCRYPTED_DATA || !encrypted) return failed('unreadable');
	const opened = decrypt(encrypted.at(1), octetsOf(encrypted.at(2)), passphrase);
	return typeof opened === 'string' ? failed(opened) : openBags(opened, passphrase);
}

function openBags(safeContents: Buffer, passphrase: string): Pkcs12 {
	const bags = Der.read(safeContents);
	return bags ? together(bags.children.map((bag) => openBag(bag, passphrase))) : failed('wrongPassphrase');
}

function openBag(bag: Der, passphrase: string): Pkcs12 {
	const value = bag.at(1, 0);
	switch (bag.at(0)?.oid) {
		case CERTIFICATE_BAG:
			return { certificates: [octetsOf(value?.at(1, 0))], privateKeys: [] };
		case NESTED_BAG:
			return openBags(value?.bytes ?? Buffer.alloc(0), passphrase);
		case KEY_BAG:
		case SHROUDED_KEY_BAG:
			return openKey(value, passphrase);
		default:
			return { certificates: [], privateKeys: [] };
	}
}

function openKey(value: Der | undefined, passphrase: string): Pkcs12 {
	if (OUTDATED.includes(value?.at(0, 0)?.oid ?? '')) return failed('outdated');
	try {
		const key = value?.bytes ?? Buffer.alloc(0);
		const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase });
		return { certificates: [], privateKeys: [privateKey] };
	} catch {
		return failed('wrongPassphrase');
	}
}

function decrypt(algorithm: Der | undefined, data: Buffer, passphrase: string): Buffer | Pkcs12Failure {
	const scheme = algorithm?.at(0)?.oid ?? '';
	if (OUTDATED.includes(scheme)) return 'outdated';
	const parameters = algorithm?.at(1);
	const cipher =
		scheme === PBES2
			? pbes2(parameters, passphrase)
			: scheme === TRIPLE_DES
				? tripleDes(parameters, passphrase)
				: undefined;
	if (!cipher) return 'unreadable';
	try {
		const decipher = createDecipheriv(cipher.name, cipher.key, cipher.iv);
		return Buffer.concat([decipher.update(data), decipher.final()]);
	} catch {
		return 'wrongPassphrase';
	}
}

interface CipherKey {
	name: string;
	key: Buffer;
	iv: Buffer;
}

/** PBES2 with PBKDF2 (RFC 8018, 6.2): the passphrase counts as UTF-8. */
function pbes2(parameters: Der | undefined, passphrase: string): CipherKey | undefined {
	const derivation = parameters?.at(0);
	const [salt, iterations, ...optional] = derivation?.at(1)?.children ?? [];
	const prf = optional.find((element) => element.children.length > 0)?.at(0)?.oid;
	const digest = prf === undefined ? 'sha1' : HMAC_DIGESTS[prf];
	const cipher = CIPHERS[parameters?.at(1, 0)?.oid ?? ''];
	if (derivation?.at(0)?.oid !== PBKDF2 || !digest || !cipher || !countable(iterations)) {
		return undefined;
	}
	const key = pbkdf2Sync(passphrase, salt.octets, iterations.integer, cipher.keyLength, digest);
	return { name: cipher.name, key, iv: octetsOf(parameters?.at(1, 1)) };
}

const countable = (iterations?: Der): boolean =>
	iterations !== undefined && iterations.integer > 0 && iterations.integer <= MAX_ITERATIONS;

function tripleDes(parameters: Der | undefined, passphrase: string): CipherKey | undefined {
	const salt = octetsOf(parameters?.at(0));
	const iterations = parameters?.at(1);
	if (!countable(iterations)) return undefined;
	const derive = (purpose: number, length: number) =>
		pkcs12Key(passphrase, salt, iterations?.integer ?? 0, purpose, length);
	return { name: 'des-ede3-cbc', key: derive(1, 24), iv: derive(2, 8) };
}

/** Key derivation of PKCS#12 with SHA-1 (RFC 7292, B.2): the passphrase counts as UTF-16, zero-terminated. */
function pkcs12Key(passphrase: string, salt: Buffer, iterations: number, purpose: number, length: number): Buffer {
	const block = 64;
	const stretched = (bytes: Buffer) => Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
	const password = Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
	const input = Buffer.concat([salt, password].map(stretched));
	const key: Buffer[] = [];
	for (let made = 0; made < length; made += 20) {
		let digest = Buffer.concat([Buffer.alloc(block, purpose), input]);
		for (let round = 0; round < iterations; round++) {
			digest = createHash('sha1').update(digest).digest();
		}
		key.push(digest);
		addToEachBlock(input, Buffer.alloc(block, digest));
	}
	return Buffer.concat(key).subarray(0, length);
}

/** Adds the addend plus one to each block of its length, as big-endian numbers that overflow. */
function addToEachBlock(blocks: Buffer, addend: Buffer): void {
	for (let end = blocks.length; end > 0; end -= addend.length) {
		let carry = 1;
		for (let i = 1; i <= addend.length; i++) {
			carry += blocks[end - i] + addend[addend.length - i];
			blocks[end - i] = carry & 0xff;
			carry >>= 8;
		}
	}
}
