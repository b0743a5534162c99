import { createHash } from 'crypto';
import { DateTime } from 'luxon';

import { badInput } from '../kit/failure';
import { locatorValue, readDate, readText, readWallClock } from '../kit/parameters';
import { refuseCpr } from './cpr';

const JOB_AGENT_IDENTIFIER = 'Job Agent Identifier';

export const ZONE = 'Europe/Copenhagen';

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The vendor's pattern of an e-mail address, anchored (contract, section 1.2). */
const EMAIL = /^[^>()[\]\\,;:@\s]{0,191}@[^>()[\]\\,;:@\s]{1,64}$/;

/** Whether a text is an identifier of the vendor's form. */
export const isGuid = (text: string): boolean => GUID.test(text);

/** `{…}` around an identifier, as some systems write it. */
const BRACES = /^\{(.*)\}$/;

/**
 * An identifier of the form 8-4-4-4-12; '' when the field is empty.
 * @throws Failure that names the field
 */
export function readGuid(field: string, value: unknown): string {
	const guid = readText(value).replace(BRACES, '$1');
	if (guid && !isGuid(guid)) throw badInput(field, 'is not an identifier', 'It has the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, of digits and the letters a to f.');
	return guid.toLowerCase();
}

/** An identifier that can not be left out. */
export function readRequiredGuid(field: string, value: unknown): string {
	const guid = readGuid(field, value);
	if (!guid) throw badInput(field, 'is empty', 'Enter the identifier, of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.');
	return guid;
}

/**
 * The identifier of a citizen's job agent: '' when the field is empty. It goes into addresses.
 * @throws Failure when it is none, or was made of the CPR number
 */
export function readJobAgentIdentifier(value: unknown, cpr: string): string {
	const identifier = readGuid(JOB_AGENT_IDENTIFIER, value);
	refuseCpr(JOB_AGENT_IDENTIFIER, identifier, cpr);
	return identifier;
}

/** The identifier of the job agent that is to be changed. */
export function readRequiredJobAgentIdentifier(value: unknown, cpr: string): string {
	readRequiredGuid(JOB_AGENT_IDENTIFIER, value);
	return readJobAgentIdentifier(value, cpr);
}

/** The same identifier for the same parts each time, so that a repeat is the same request. Of version 8: made in a way of our own (RFC 9562). */
export function derivedGuid(...parts: string[]): string {
	const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
	return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

/** An e-mail address by the vendor's pattern; '' when the field is empty. The message does not tell it. */
export function readEmail(field: string, value: unknown): string {
	const email = readText(value);
	if (email && !EMAIL.test(email)) throw badInput(field, 'is not an e-mail address', 'Enter one address, without a name and without blanks.');
	return email;
}

/** Whether a text names a time of day that the Danish clocks skip when summer time begins. */
function isSkipped(text: string): boolean {
	const [danish, utc] = [ZONE, 'utc'].map((zone) => DateTime.fromISO(text.replace(' ', 'T'), { zone }));
	const hasOffset = danish.toMillis() === utc.toMillis();
	return danish.isValid && !hasOffset && danish.toFormat('HH:mm') !== utc.toFormat('HH:mm');
}

/** A point in time in Danish time with its offset, `2026-11-02T09:30:00+01:00`; a date alone is its midnight. */
export function readDateTime(field: string, value: unknown): string {
	const time = readWallClock(field, value, ZONE, "yyyy-MM-dd'T'HH:mm:ssZZ");
	if (typeof value === 'string' && isSkipped(value.trim())) throw badInput(field, 'is a time that the clocks skip that night', 'Summer time begins: enter another one.');
	return time;
}

/** The Danish date of a point in time. */
export const danishDate = (field: string, value: unknown): string => readDate(field, value, ZONE);

/** Yes or no as a switch, a column or JSON gives it. */
export function readYesNo(field: string, value: unknown): boolean {
	const text = readText(value).toLowerCase();
	if (text !== 'true' && text !== 'false') throw badInput(field, text ? 'is neither true nor false' : 'is empty', 'Enter true or false.');
	return text === 'true';
}

const LONGEST_TEXT = 4000;

/** A text of a length that fits; control characters, tabs and line breaks would be an accident. */
export function readPlainText(field: string, value: unknown, longest = LONGEST_TEXT): string {
	const text = readText(value);
	if (typeof value === 'object' && value !== null && typeof locatorValue(value) === 'object') throw badInput(field, 'is not a text', 'Give a single text, not an object or a list.');
	if (text.length > longest) throw badInput(field, `is longer than ${longest} characters`);
	if ([...text].some((letter) => letter < ' ' || letter === '\u007f')) throw badInput(field, 'holds a line break, a tab or another control character');
	return text;
}
