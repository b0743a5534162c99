/** What stands behind a code of STAR. */
export interface CodeMeaning {
	/** In English; STAR's own text stands beside it. */
	text: string;
	/** Whether it is the credential's doing, or passes by itself; else the request was refused for good. */
	kind?: 'credential' | 'unavailable';
	/** What to do about it. */
	advice?: string;
}

/** Meanings by code. */
export type CodeTable = Readonly<Record<string, CodeMeaning>>;

/** Success with a warning, whatever the status (contract, section 5.1). */
export const WARNING_CODE = '9345';

/** What was asked for is not there (contract, sections 5.1, 5.4). */
export const NOT_THERE: ReadonlySet<string> = new Set(['4589', '3']);

const ACCESS = "Check 'Organisation Type' and 'Organisation Code' in the credential, that the certificate may act for this organisation, and that STAR has opened the service to it.";
const ORGANISATION = "Check 'Organisation Type', 'Organisation Code' and the name of the organisation header in the credential.";
const USER = "Check 'User Type' and the name of the user header in the credential, and 'Request User' in the options.";
const CERTIFICATE = "Check the client certificate in the credential, and that it is the one that STAR has registered.";

/** The codes that all services of STAR share, and the newer numbers seen at their sisters (contract, sections 5.3, 5.4). */
export const GENERAL_CODES: CodeTable = {
	3: { text: 'What was asked for does not exist' },
	100: { text: 'Answer to a ping' },
	1010: { text: 'The CPR number is not known' },
	1011: { text: 'Internal error of the service', kind: 'unavailable', advice: 'Try again later.' },
	1012: { text: 'The log-in failed', kind: 'credential', advice: CERTIFICATE },
	1013: { text: 'The permissions are not sufficient', kind: 'credential', advice: ACCESS },
	1014: { text: 'The message is not valid' },
	1100: { text: 'An error occurred in the service' },
	1101: { text: 'The client certificate is missing', kind: 'credential', advice: CERTIFICATE },
	2001: { text: 'There is no such code list' },
	2002: { text: 'The value is not in its code list' },
	2003: { text: 'The value in its code list has expired' },
	4385: { text: 'There is no registration with an a-kasse' },
	4413: { text: 'The type of authority in the header is not valid', kind: 'credential', advice: ORGANISATION },
	4575: { text: 'The organisation is not authorised for this', kind: 'credential', advice: ACCESS },
	4589: { text: 'The identifier is not known' },
	8173: { text: 'The type of the organisation is not valid', kind: 'credential', advice: ORGANISATION },
	8174: { text: 'The type of the user is not valid', kind: 'credential', advice: USER },
	8232: { text: 'The header with the active organisation is missing', kind: 'credential', advice: ORGANISATION },
	8233: { text: 'The header with the user is missing', kind: 'credential', advice: USER },
	8234: { text: 'The header with the active organisation can not be read', kind: 'credential', advice: ORGANISATION },
	9345: { text: 'Data is missing or wrong; this is a warning only' },
	60005: { text: 'The end lies before the start' },
	60006: { text: 'The CPR number is not known' },
	60007: { text: 'The person is dead' },
	90000: { text: 'The form of the meeting (samtaleform) is not valid' },
	90001: { text: 'The type of the meeting (samtaletype) is not valid' },
	90002: { text: 'The booking begins before today' },
	90004: { text: 'The booking was refused (4792 in the older numbering)' },
	90036: { text: 'The booking was refused (4768 in the older numbering)' },
	110001: { text: 'The person was not found' },
	130000: { text: 'The identifier of the job advertisement is not valid' },
};
