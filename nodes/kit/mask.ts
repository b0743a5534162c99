const MASK = '***';

/** Fields that hold a person's data or a secret, whatever the service calls them. */
const SENSITIVE_FIELD =
	/cpr|civilregistration|f(ø|oe|o)dselsnummer|birth|password|passphrase|secret|token|authori[sz]ation|api_?key|private_?key|pkcs12|pfx|certificate/i;

/** Day, month, year; in a Norwegian D-number the day is raised by 40. */
const DATE_DDMMYY = '(?:0[1-9]|[12]\\d|3[01]|4[1-9]|[56]\\d|7[01])(?:0[1-9]|1[0-2])\\d{2}';

/** Ten digits (Danish CPR) or eleven (Norwegian fødselsnummer) that begin with a date, with or without a separator. */
const PERSON_NUMBER = new RegExp(`(?<!\\d)${DATE_DDMMYY}[- ]?(?:\\d{5}|\\d{4})(?!\\d)`, 'g');

/** A session token or a key as the services hand them out, or a bearer header. */
const TOKEN = /\b(?:Bearer\s+\S+|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{40}\b)/gi;

/** An e-mail address, without the marks that a text puts around it. */
const ADDRESS = /[\p{L}\p{N}.!#$%&*+/=?^_{|}~-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isPersonNumber = (text: string): boolean =>
	Number(text.slice(0, 2)) % 40 <= daysInMonth[Number(text.slice(2, 4)) - 1];

/** Whether a field of this name is masked whatever it holds. */
export const isSensitiveField = (name: string): boolean => SENSITIVE_FIELD.test(name);

/**
 * Masks what could identify a person or open a door in a text that a human will read.
 * @param keep values known to be something else although they look alike: a cost centre of ten digits, say
 */
export function maskText(text: string, keep: readonly string[] = []): string {
	return text
		.replace(TOKEN, (found) => (keep.includes(found) ? found : MASK))
		.replace(ADDRESS, (found) => (keep.includes(found) ? found : MASK))
		.replace(PERSON_NUMBER, (found) => (keep.includes(found) || !isPersonNumber(found) ? found : MASK));
}

/** Masks a value of any shape: first by the names of its fields, then its texts by pattern. */
export function maskValue(value: unknown, keep: readonly string[] = []): unknown {
	if (typeof value === 'string') return maskText(value, keep);
	if (typeof value === 'number') return maskText(String(value), keep) === String(value) ? value : MASK;
	if (Array.isArray(value)) return value.map((entry) => maskValue(entry, keep));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [
			name,
			isSensitiveField(name) && entry !== null ? MASK : maskValue(entry, keep),
		]),
	);
}
