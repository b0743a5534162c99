import { readJson } from '../../kit/json';

/** More than a push can hold by far (contract, section 3.3). */
export const MAX_PUSH_BYTES = 16 * 1024;

/** What a push tells, in the words of the node. */
export type Push =
	| { event: 'consentGiven'; registrationId: string; userUuid: string; firstName: string; lastName: string; email: string; area: string }
	| { event: 'consentWithdrawn'; registrationId: string; userUuid: string };

const isId = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** LINA gives a text, or nothing where it has none. */
const isText = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A body that names a registration. */
export type PushBody = Record<string, unknown> & { webhook: string };

/** Reads a body as JSON, whatever its type is said to be; undefined where it is no object that names a registration. */
export function readBody(text: string): PushBody | undefined {
	const read = readJson(text.replace(/^\uFEFF/, ''));
	if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
	return isId((read as Partial<PushBody>).webhook) ? (read as PushBody) : undefined;
}

/**
 * Reads a push (contract, section 3.3): withdrawn where `delete` is true, given where it carries a person. Only the fields that are named there pass.
 * @returns undefined where it is none of the two, or a field is of the wrong type
 */
export function readPush({ webhook: registrationId, userUuid, delete: isWithdrawn, userVorname, userName, userEmail, bereich }: PushBody): Push | undefined {
	if (!isId(userUuid)) return undefined;
	if (isWithdrawn === true) return { event: 'consentWithdrawn', registrationId, userUuid };
	if (isWithdrawn !== undefined && isWithdrawn !== null && isWithdrawn !== false) return undefined;
	if (![userVorname, userName, userEmail, bereich].every(isText) || ![userVorname, userName, userEmail].some(isId)) return undefined;
	return { event: 'consentGiven', registrationId, userUuid, firstName: text(userVorname), lastName: text(userName), email: text(userEmail), area: text(bereich) };
}
