import type { ICredentialTestRequest } from 'n8n-workflow';

type Rules = NonNullable<ICredentialTestRequest['rules']>;
type Rule = Rules[number];

const CERTIFICATE = 'STAR does not accept the client certificate.';
const ORGANISATION = "STAR does not open the service to this organisation. Check 'Organisation Type' and 'Organisation Code', and that STAR has opened it to your certificate.";
const ORGANISATION_HEADER = "STAR can not read the organisation. Check 'Organisation Type', 'Organisation Code' and 'Organisation Header'.";
const USER_HEADER = "STAR can not read the user. Check 'User Type', 'User Identifier' and 'User Header'.";
const ELSEWHERE = "There is no such service of STAR at this base URL. Check the 'Base URL'.";
const REDIRECT = "The address sends requests on to another one, which was not followed. Check the 'Base URL'.";
const OUT_OF_ORDER = 'STAR is out of order. Try again later.';

const BY_STATUS: Record<number, string> = {
	...Object.fromEntries([301, 302, 303, 307, 308].map((status) => [status, REDIRECT])),
	400: 'STAR refuses the request. Check the organisation, the user, and the names of their headers.',
	401: CERTIFICATE,
	403: ORGANISATION,
	404: ELSEWHERE,
	429: 'STAR is asked too often. Try again later.',
	500: OUT_OF_ORDER,
	502: OUT_OF_ORDER,
	503: OUT_OF_ORDER,
	504: OUT_OF_ORDER,
};

/** The codes that speak of the credential (contract, section 5.3), and those of a service in trouble. */
const BY_CODE: Record<number, string> = {
	1011: OUT_OF_ORDER,
	1012: CERTIFICATE,
	1013: ORGANISATION,
	1100: ELSEWHERE,
	1101: CERTIFICATE,
	4413: ORGANISATION_HEADER,
	4575: ORGANISATION,
	8173: ORGANISATION_HEADER,
	8174: USER_HEADER,
	8232: ORGANISATION_HEADER,
	8233: USER_HEADER,
	8234: ORGANISATION_HEADER,
};

/** Where a code may stand; of a list, n8n looks at the first entry. */
const PLACES = ['fejlkode', 'errorCode', 'code'].flatMap((name) => [name, `errors.0.${name}`]);

const ofStatus = (value: number, message: string): Rule => ({ type: 'responseCode', properties: { value, message } });
const ofBody = (key: string, value: string | number, message: string): Rule => ({ type: 'responseSuccessBody', properties: { key, value, message } });

/** A refusal for what is missing: whether it is the credential's doing, the code in the body tells. */
const FOR_WHAT_IS_MISSING = [400, 422];

/** All other statuses that say no: they fail a test whatever the body says. */
export const FAILING_STATUSES = Array.from({ length: 300 }, (_, index) => 300 + index).filter((status) => !FOR_WHAT_IS_MISSING.includes(status));

/**
 * The rules by which n8n judges the answer to a credential's test: statuses, then codes wherever they may stand, as a number or a text, then what is no JSON and
 * so no answer of STAR at all: a page, or nothing. n8n reads both kinds of rule in one list; its type has them apart.
 */
export const TEST_RULES = [
	...Object.entries(BY_STATUS).map(([status, message]) => ofStatus(Number(status), message)),
	...Object.entries(BY_CODE).flatMap(([code, message]) => PLACES.flatMap((place) => [ofBody(place, Number(code), message), ofBody(place, code, message)])),
	ofBody('constructor.name', 'String', ELSEWHERE),
] as Rules;
