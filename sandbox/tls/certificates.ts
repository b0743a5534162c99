import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { issueCertificate, toPkcs12, type Identity } from './authority.ts';

const DAY = 24 * 60 * 60 * 1000;
const LIFETIME_DAYS = 365;
const RENEWAL_DAYS = 7;

/** Passphrase of `client.p12`. */
export const PKCS12_PASSPHRASE = 'sandbox';

/** The municipality (kommunekode) that the sandbox's client certificates stand for. */
export const MUNICIPALITY = '751';

/** What a TLS server of the sandbox needs. */
export interface ServerMaterial {
	readonly ca: string;
	readonly cert: string;
	readonly key: string;
}

const LASTING_CERTIFICATES = ['ca.pem', 'server.pem', 'client.pem', 'foreign-ca.pem', 'foreign.pem'];
const OTHER_FILES = ['server.key', 'client.key', 'client.p12', 'foreign.key', 'expired.pem', 'expired.key'];

/** What a rename answers when another start was quicker. */
const LOST_RACE = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT']);

/** True when every file is there and every certificate that should be valid stays so for a week. */
function isUsable(folder: string, now: number): boolean {
	if (![...LASTING_CERTIFICATES, ...OTHER_FILES].every((file) => existsSync(path.join(folder, file)))) {
		return false;
	}
	return LASTING_CERTIFICATES.every((file) => {
		const certificate = new X509Certificate(readFileSync(path.join(folder, file)));
		return Date.parse(certificate.validTo) - now > RENEWAL_DAYS * DAY;
	});
}

function writeCertificates(folder: string, now: number): void {
	const write = (name: string, content: string | Buffer): void => {
		writeFileSync(path.join(folder, name), content, { mode: 0o600 });
	};
	const writeIdentity = (name: string, identity: Identity): void => {
		write(`${name}.pem`, identity.certificate);
		write(`${name}.key`, identity.key);
	};
	const lasting = { notBefore: new Date(now - DAY), notAfter: new Date(now + LIFETIME_DAYS * DAY) };
	const client = {
		commonName: 'Sandbox payroll client',
		organisationalUnit: MUNICIPALITY,
		purpose: 'client',
	} as const;

	const authority = issueCertificate({ commonName: 'Sandbox CA', purpose: 'authority', ...lasting });
	write('ca.pem', authority.certificate);
	writeIdentity(
		'server',
		issueCertificate(
			{
				commonName: 'localhost',
				purpose: 'server',
				dnsNames: ['localhost'],
				ipAddresses: ['127.0.0.1', '::1'],
				...lasting,
			},
			authority,
		),
	);
	const clientIdentity = issueCertificate({ ...client, ...lasting }, authority);
	writeIdentity('client', clientIdentity);
	write('client.p12', toPkcs12(clientIdentity, authority, PKCS12_PASSPHRASE));

	const foreignAuthority = issueCertificate({ commonName: 'Foreign CA', purpose: 'authority', ...lasting });
	write('foreign-ca.pem', foreignAuthority.certificate);
	writeIdentity('foreign', issueCertificate({ ...client, ...lasting }, foreignAuthority));

	const past = { notBefore: new Date(now - 30 * DAY), notAfter: new Date(now - DAY) };
	writeIdentity('expired', issueCertificate({ ...client, ...past }, authority));
}

/** Puts a finished folder in its place; of two starts at once the first one wins and both use its files. */
function putInPlace(finished: string, folder: string, now: number): void {
	while (!isUsable(folder, now)) {
		try {
			if (existsSync(folder)) {
				renameSync(folder, `${finished}.old`);
				rmSync(`${finished}.old`, { recursive: true, force: true });
			}
			renameSync(finished, folder);
			return;
		} catch (error) {
			if (!LOST_RACE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
		}
	}
	rmSync(finished, { recursive: true, force: true });
}

/**
 * Makes the test certificates in `folder` when they are missing or within a week of their end, and returns
 * what the TLS servers need. Files: `ca.pem`, `server`, `client` (also as `client.p12`), `foreign` (signed by
 * `foreign-ca.pem`) and `expired`, each as `.pem` and `.key`.
 */
export function ensureCertificates(folder: string, now = Date.now()): ServerMaterial {
	if (!isUsable(folder, now)) {
		mkdirSync(path.dirname(folder), { recursive: true });
		const temporary = mkdtempSync(`${folder}.new-`);
		writeCertificates(temporary, now);
		putInPlace(temporary, folder, now);
	}
	const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
	return { ca: read('ca.pem'), cert: read('server.pem'), key: read('server.key') };
}
