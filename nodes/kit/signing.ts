import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import type { CertificateFields, ClientCertificate } from './clientCertificate';
import { expiryNotice, extraCa, readClientCertificate } from './clientCertificate';
import { now } from './clock';
import { Failure } from './failure';
import type { ServiceContext } from './http';

type AgentOptions = NonNullable<IHttpRequestOptions['agentOptions']>;

/** Reading a PKCS#12 file is made slow on purpose (its passphrase is stretched): what was read is kept for a while. */
const KEEP_MS = 10 * 60 * 1000;
const KEEP_AT_MOST = 20;

const recent = new Map<string, { readAt: number; certificate: ClientCertificate }>();

function certificateOf(fields: CertificateFields): ClientCertificate {
	const at = now();
	const { fileFormat, clientCertificate, privateKey, pkcs12Certificate, passphrase, caCertificate } = fields;
	const key = createHash('sha256')
		.update(JSON.stringify([fileFormat, clientCertificate, privateKey, pkcs12Certificate, passphrase, caCertificate]))
		.digest('hex');
	const known = recent.get(key);
	if (known && Math.abs(at.getTime() - known.readAt) < KEEP_MS) return known.certificate;
	const certificate = readClientCertificate(fields, at);
	if (recent.size >= KEEP_AT_MOST) recent.clear();
	recent.set(key, { readAt: at.getTime(), certificate });
	return certificate;
}

/**
 * A base URL of a credential, without slashes at its end.
 * @param field its name in the form
 * @throws Failure when it is no https address: nothing is sent in the clear
 */
export function baseUrlOf(field: string, value: unknown): string {
	const url = String(value ?? '').trim();
	if (!/^https:\/\/[^/]/i.test(url)) {
		throw new Failure({
			kind: 'credential',
			message: `The '${field}' in the credential ${url ? 'does not begin with https://' : 'is empty'}`,
			advice: `Check the base URL in the credential: write it as https:// and the name of the host.`,
		});
	}
	return url.replace(/\/+$/, '');
}

/**
 * The address of a call.
 * @param root   of the service, without a slash at its end
 * @param folder in which its calls lie, with slashes around it
 * @param path   of the call in that folder; from the root where it begins with a slash; a whole address stays as it is
 */
export function urlOf(root: string, folder: string, path: string): string {
	if (/^https?:/i.test(path)) return path;
	return path.startsWith('/') ? root + path : root + folder + path;
}

/**
 * What a credential with a client certificate adds to a request.
 * @throws Failure saying which field is wrong
 */
export function clientCertificateOptions(credentials: ICredentialDataDecryptedObject): AgentOptions {
	const { agentOptions, problem, advice } = certificateOf(credentials as CertificateFields);
	if (problem) throw new Failure({ kind: 'credential', message: problem, advice });
	return agentOptions;
}

/**
 * What a credential without a client certificate adds to a request: the extra authority, if there is one.
 * @throws Failure saying what is wrong with it
 */
export function extraCaOptions({ caCertificate }: ICredentialDataDecryptedObject): AgentOptions {
	const { ca, problem } = extraCa(String(caCertificate ?? ''));
	if (problem) throw new Failure({ kind: 'credential', message: problem });
	return ca ? { ca } : {};
}

/** One notice a run is enough, however many items it has. */
const told = new WeakSet<object>();

/** Says beside the node's output when the client certificate is about to expire. */
export function hintExpiry(context: ServiceContext, credentials: object): void {
	if (!('addExecutionHints' in context) || told.has(context)) return;
	told.add(context);
	const { expiry } = certificateOf(credentials as CertificateFields);
	const notice = expiry && expiryNotice(expiry, now());
	if (notice) {
		context.addExecutionHints({ message: notice.text, type: notice.level === 'warning' ? 'warning' : 'info', location: 'outputPane' });
	}
}
