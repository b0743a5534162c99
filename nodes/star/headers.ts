import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { Failure } from '../kit/failure';
import { readText } from '../kit/parameters';

/** Who acts, as STAR logs it for reads too (contract, section 3). What is left out is as the credential says. */
export interface RequestUser {
	/** 1 citizen, 2 caseworker, 3 system, 4 employee. */
	type?: number;
	identifier?: string;
	name?: string;
	email?: string;
}

/** The failure of a field of the credential; nothing was sent. */
export const badCredential = (field: string, problem: string, advice: string): Failure =>
	new Failure({ kind: 'credential', message: `The '${field}' in the credential ${problem}`, advice });

/** What can be the name of a header (RFC 9110, section 5.6.2). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** Headers that belong to the transport, or to the bearer token. */
const TAKEN: ReadonlySet<string> = new Set(['accept', 'authorization', 'connection', 'content-length', 'content-type', 'cookie', 'host', 'transfer-encoding', 'user-agent']);

/** The headers by their usual names, which requests are made with; but for the request's and the person's they are not published (contract, sections 1.2, 3). */
export const HEADERS = {
	organisation: 'x-activeOrganisation',
	user: 'x-requestUserMetadata',
	requestId: 'x-requestId',
	cpr: 'x-civilRegistrationIdentifier',
} as const;

/** The fields of the credential that give them other names. */
const FIELDS = [
	{ usual: HEADERS.organisation, key: 'organisationHeader', field: 'Organisation Header' },
	{ usual: HEADERS.user, key: 'userHeader', field: 'User Header' },
	{ usual: HEADERS.requestId, key: 'requestIdHeader', field: 'Request ID Header' },
	{ usual: HEADERS.cpr, key: 'cprHeader', field: 'CPR Header' },
];

/**
 * The names that the credential gives to STAR's headers, by the usual ones.
 * @throws Failure when one can't be a header's, belongs to the transport, or two are the same
 */
export function headerNames(credentials: ICredentialDataDecryptedObject): Map<string, string> {
	const taken = new Set(TAKEN);
	const entries = FIELDS.map(({ usual, key, field }): [string, string] => {
		const name = readText(credentials[key]) || usual;
		if (!TOKEN.test(name)) throw badCredential(field, 'is not the name of a header', `Enter it without blanks and without a colon, e.g. ${usual}.`);
		if (taken.has(name.toLowerCase())) throw badCredential(field, 'is the name of another header of the request', `Enter a name of its own, e.g. ${usual}.`);
		taken.add(name.toLowerCase());
		return [usual, name];
	});
	return new Map(entries);
}

const CONTROL = /\p{Cc}/u;

/** JSON as a header can carry it: what is not ASCII is written as `\uXXXX`. */
export const headerJson = (value: IDataObject): string =>
	JSON.stringify(value).replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The active organisation: what the data processor acts for (contract, section 3). */
function organisationOf({ organisationType, organisationCode }: ICredentialDataDecryptedObject): { type: number; code: string } {
	const type = readText(organisationType) === '' ? NaN : Number(organisationType);
	const code = readText(organisationCode);
	if (!Number.isInteger(type) || type < 1 || type > 100) throw badCredential('Organisation Type', 'is not a whole number from 1 to 100', 'Enter the number that STAR uses for this type of organisation.');
	if (!code || code.length > 20 || CONTROL.test(code)) throw badCredential('Organisation Code', 'is empty, longer than 20 characters, or not one line', 'Enter the code of the organisation, e.g. that of the a-kasse.');
	return { type, code };
}

/** Who acts, by the credential, with what an item gives in its place. Another identifier is another user: the credential's name and address are not theirs. */
function userOf(credentials: ICredentialDataDecryptedObject, over: RequestUser): Required<RequestUser> {
	const own = readText(credentials.userIdentifier);
	const isSame = !over.identifier || over.identifier === own;
	const user = {
		type: over.type ?? Number(credentials.userType),
		identifier: over.identifier || own,
		name: over.name || (isSame ? readText(credentials.userName) : ''),
		email: over.email || (isSame ? readText(credentials.userEmail) : ''),
	};
	if (![1, 2, 3, 4].includes(user.type)) throw badCredential('User Type', 'is not one of STAR’s', 'Pick it again.');
	if (!user.identifier) throw badCredential('User Identifier', 'is empty', 'STAR logs who acts, for reads too: enter it there, or under Request User in the options.');
	const fields = { 'User Identifier': user.identifier, 'User Name': user.name, 'User E-Mail': user.email };
	for (const [field, text] of Object.entries(fields)) {
		if (CONTROL.test(text)) throw badCredential(field, 'holds a line break or another control character', 'Enter it again.');
	}
	return user;
}

/** A text that was entered; an empty one is left out. */
const given = (name: string, text: string): IDataObject => (text ? { [name]: text } : {});

/** The headers that say who acts and for which organisation, on every request; by their usual names. */
export function metadataHeaders(credentials: ICredentialDataDecryptedObject, over: RequestUser = {}): Record<string, string> {
	const { type, code } = organisationOf(credentials);
	const user = userOf(credentials, over);
	return {
		[HEADERS.organisation]: headerJson({ organisationTypeIdentifier: type, organisationCode: code }),
		[HEADERS.user]: headerJson({
			requestUserStructure: {
				...given('userFullName', user.name),
				requestUserType: user.type,
				...given('userEmail', user.email),
				userIdentifier: user.identifier,
			},
			requestOrganisationStructure: { organisationType: type, organisationCode: code },
		}),
	};
}
