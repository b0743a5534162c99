import type { WireRequest } from '../../service.ts';
import { invalid, refused } from './refusal.ts';
import { isObject, spelledAs, type JsonObject } from './spelling.ts';

/** The headers of STAR's security model; their names are assumed (star.md 3). */
const ORGANISATION_HEADER = 'x-activeorganisation';
const USER_HEADER = 'x-requestusermetadata';

const ORGANISATION = { organisationTypeIdentifier: 0, organisationCode: '' };
const USER = {
	requestUserStructure: { userFullName: '', requestUserType: 0, userEmail: '', userIdentifier: '' },
	requestOrganisationStructure: { organisationType: 0, organisationCode: '' },
};

const USER_TYPES: readonly unknown[] = [1, 2, 3, 4];

/** Who calls: the authority that is acted for, and the certificate it comes with. */
export interface Caller {
	readonly organisationType: number;
	readonly organisationCode: string;
	/** What request ids are kept by: organisation and certificate. */
	readonly key: string;
}

/** A header that holds a JSON object in ASCII; null when it is missing, undefined when it cannot be read. */
function readHeader(request: WireRequest, name: string, like: JsonObject): JsonObject | null | undefined {
	const header = request.headers[name];
	if (typeof header !== 'string' || header.trim() === '') return null;
	if (!/^[\x20-\x7e]*$/.test(header)) return undefined;
	try {
		const value: unknown = spelledAs(JSON.parse(header), like);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isOrganisationType(value: unknown): value is number {
	return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 100;
}

function isOrganisationCode(value: unknown): value is string {
	return typeof value === 'string' && value.length >= 1 && value.length <= 20;
}

/** Looks at who acts, which is logged on reads too (8233, 8174, 8173); a header that cannot be read has no code of its own. */
function checkUser(request: WireRequest): void {
	const user = readHeader(request, USER_HEADER, USER);
	if (user === null) throw refused(8233);
	const { requestUserStructure: person, requestOrganisationStructure: organisation } = user ?? {};
	if (!isObject(person) || !isObject(organisation)) throw invalid('RequestUserMetadata header is not readable.');
	if (!USER_TYPES.includes(person.requestUserType)) throw refused(8174);
	if (!isOrganisationType(organisation.organisationType)) throw refused(8173);
}

/**
 * Lets a caller in: a certificate of the sandbox's authority (1101), the active organisation (8232, 8234, 8173) and the
 * request's user (8233, 8174).
 */
export function callerOf(request: WireRequest): Caller {
	const { trusted, municipality } = request.certificate;
	if (!trusted) throw refused(1101);
	const organisation = readHeader(request, ORGANISATION_HEADER, ORGANISATION);
	if (organisation === null) throw refused(8232);
	const { organisationTypeIdentifier: organisationType, organisationCode } = organisation ?? {};
	if (organisation === undefined || !isOrganisationCode(organisationCode)) throw refused(8234);
	if (!isOrganisationType(organisationType)) throw refused(8173);
	checkUser(request);
	return { organisationType, organisationCode, key: `${municipality ?? ''}|${organisationType}|${organisationCode}` };
}
