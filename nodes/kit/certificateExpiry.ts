import type { X509Certificate } from 'node:crypto';

const DAY_MS = 24 * 60 * 60 * 1000;
const HINT_DAYS = 60;
/** The strictest service wants the new public key this long before (contract of KMD Opus, 2.3). */
const WARNING_DAYS = 30;

/** When a certificate is valid; nothing that names its holder. */
export interface CertificateExpiry {
	/** ISO instant. */
	notBefore: string;
	/** ISO instant. */
	notAfter: string;
	/** Whole days left, negative once expired. */
	daysLeft: number;
}

export interface ExpiryNotice {
	level: 'hint' | 'warning';
	text: string;
}

/** The validity of a certificate as seen at the given time. */
export function expiryOf(certificate: X509Certificate, now: Date): CertificateExpiry {
	const notAfter = new Date(certificate.validTo);
	return {
		notBefore: new Date(certificate.validFrom).toISOString(),
		notAfter: notAfter.toISOString(),
		daysLeft: Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS),
	};
}

/** Why a certificate cannot be used at the given time, or undefined within its validity. */
export function validityProblem(expiry: CertificateExpiry, now: Date): string | undefined {
	if (now > new Date(expiry.notAfter)) {
		return `The client certificate expired on ${dateOf(expiry.notAfter)}. Order a new one, have the service register its public key, and replace the certificate in the credential.`;
	}
	if (now < new Date(expiry.notBefore)) {
		return `The client certificate is not valid before ${dateOf(expiry.notBefore)}. Use the previous certificate until then, or set the clock of this machine right.`;
	}
	return undefined;
}

/** What to tell a user ahead of the expiry: a hint from 60 days before, a warning from 30 days before. */
export function expiryNotice(expiry: CertificateExpiry, now: Date): ExpiryNotice | undefined {
	const daysLeft = (new Date(expiry.notAfter).getTime() - now.getTime()) / DAY_MS;
	if (daysLeft > HINT_DAYS) return undefined;
	const days = Math.floor(daysLeft);
	const when =
		days < 0
			? `expired on ${dateOf(expiry.notAfter)}`
			: `expires on ${dateOf(expiry.notAfter)}, in ${days} ${days === 1 ? 'day' : 'days'}`;
	return daysLeft > WARNING_DAYS
		? { level: 'hint', text: `The client certificate ${when}. Order its successor now: the new public key must reach the service ${WARNING_DAYS} days before.` }
		: { level: 'warning', text: `The client certificate ${when}. Send the new public key to the service, and replace the certificate in the credential.` };
}

const dateOf = (iso: string): string => iso.slice(0, 10);
