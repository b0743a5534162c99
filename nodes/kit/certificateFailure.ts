const YOURS = 'Check the certificate and key in the credential';
const EXTRA_CA =
	"put the certificate of its certificate authority into the 'Extra CA Certificate' field of the credential";

/** What OpenSSL and Node call a failure, as it stands in code or message (blanks as underscores), and what it means here. */
const EXPLANATIONS: ReadonlyArray<[RegExp, string]> = [
	[
		/ALERT_CERTIFICATE_REQUIRED/,
		`The service demands a client certificate and got none. ${YOURS}.`,
	],
	[
		/ALERT_CERTIFICATE_EXPIRED/,
		'The service refuses the client certificate as expired. Replace it in the credential.',
	],
	[
		/ALERT_CERTIFICATE_REVOKED/,
		'The service refuses the client certificate as revoked. Order a new one and replace it in the credential.',
	],
	[
		/ALERT_UNKNOWN_CA/,
		'The service does not know the authority that issued the client certificate. Use the certificate that was registered with the service, with its intermediate certificates below it.',
	],
	[
		/ALERT_(BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED)/,
		'The service refuses the client certificate. Use the certificate that was registered with the service, and check with the service that the registration is in force.',
	],
	[
		/ALERT_HANDSHAKE_FAILURE/,
		`The service broke off the TLS handshake, most often because it wants a client certificate that it did not get or does not accept. ${YOURS}.`,
	],
	[
		/ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|WRONG_SSL_VERSION/,
		'The service and this machine have no TLS version in common. Check that the address in the credential is the current one.',
	],
	[
		/WRONG_VERSION_NUMBER/,
		'The address does not answer with TLS. Check host and port of the address in the credential, and any proxy between.',
	],
	[
		/UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT/,
		`The certificate of the server comes from an authority that is not trusted. If the server is the right one, ${EXTRA_CA}; if that field is already filled, it must hold the authority of this server too.`,
	],
	[
		/ERR_TLS_CERT_ALTNAME_INVALID/,
		'The certificate of the server was issued for another host name. Check the host in the address of the credential.',
	],
	[
		/CERT_HAS_EXPIRED/,
		'The certificate of the server has expired. Tell the operator of the service; nothing is wrong with the client certificate.',
	],
	[
		/CERT_NOT_YET_VALID/,
		'The certificate of the server is not valid yet. Check the clock of this machine.',
	],
	[
		/ERR_CRYPTO_UNSUPPORTED_OPERATION|UNSUPPORTED_PKCS12_PFX_DATA/,
		'The PKCS#12 file is encrypted in an outdated way that is no longer supported. Export it again with AES-256.',
	],
	[
		/MAC_VERIFY_FAILURE/,
		"The passphrase does not open the PKCS#12 file. Check the 'Passphrase' field of the credential.",
	],
	[
		/BAD_DECRYPT|BAD_PASSWORD_READ|ERR_MISSING_PASSPHRASE/,
		"The passphrase does not open the private key. Check the 'Passphrase' field of the credential.",
	],
	[
		/UNABLE_TO_LOAD_PRIVATE_KEY_FROM_PFX/,
		'The PKCS#12 file holds no private key. Export it again together with its private key.',
	],
	[
		/PEM_(NO_START_LINE|BAD_BASE64|BAD_END_LINE)|ASN1.*(NOT_ENOUGH_DATA|HEADER_TOO_LONG|WRONG_TAG)/,
		'The client certificate or its private key cannot be read. Paste both again, from the BEGIN line to the END line.',
	],
	[
		/KEY_VALUES_MISMATCH|KEY_TYPE_MISMATCH/,
		'The private key does not belong to the client certificate. Put the pair that belongs together into the credential.',
	],
	[
		/EE_KEY_TOO_SMALL|CA_KEY_TOO_SMALL|CA_MD_TOO_WEAK|EE_MD_TOO_WEAK/,
		'The client certificate is too weak for present-day TLS. Order a new one with an RSA key of at least 2048 bits and SHA-256.',
	],
];

const MAX_DEPTH = 8;

/** The error and its causes, those of a bundle of errors included. */
function chain(error: unknown, depth = 0): Array<{ code?: unknown; message?: unknown }> {
	if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return [];
	const { cause, errors } = error as { cause?: unknown; errors?: unknown };
	const bundled = Array.isArray(errors) ? errors : [];
	return [error, ...[cause, ...bundled].flatMap((inner) => chain(inner, depth + 1))];
}

/**
 * What a failed TLS handshake means and what to do about it, or undefined when the failure is of another kind. Only failures
 * that prove that the request did not reach the service are explained: a cut connection proves nothing. The texts are
 * fixed, name no holder and no serial number, and hold no Node error code, since n8n would replace them by a canned text.
 */
export function explainTlsFailure(error: unknown): string | undefined {
	const traces = chain(error).map(({ code, message }) => `${code} ${message}`.toUpperCase().replace(/[\s-]+/g, '_'));
	return EXPLANATIONS.find(([sign]) => traces.some((trace) => sign.test(trace)))?.[1];
}
