import { badInput } from '../kit/failure';
import { isObject } from '../kit/json';
import { readText } from '../kit/parameters';

const FIELD = 'CPR Number';
const ITS_FORM = 'It has ten digits, the first six a date as ddmmyy.';

/** The pattern of the header x-civilRegistrationIdentifier (contract, section 1.2), anchored; nobody's number stands apart. No check digit in it. */
const PERSON = /^(((0[1-9]|[12]\d|3[01])(01|03|05|07|08|10|12)|(0[1-9]|[12]\d|30)(04|06|09|11)|(0[1-9]|[12]\d)02)\d{6})$/;

/** The number that the pattern allows although it is nobody's. */
export const NOBODY = '0000000000';

const SEPARATED = /^(\d{6})[- ](\d{4})$/;

/**
 * A CPR number as ten digits, however it is written.
 * @param allowNobody whether 0000000000 is taken
 * @throws Failure that does not tell what was entered
 */
export function readCpr(value: unknown, allowNobody = false): string {
	const cpr = readText(value).replace(SEPARATED, '$1$2');
	if (PERSON.test(cpr) || (cpr === NOBODY && allowNobody)) return cpr;
	if (cpr === NOBODY) throw badInput(FIELD, 'is 0000000000, which is nobody', "Enter the citizen's number, or switch 'Allow 0000000000' on in the options.");
	if (/^\d{9}$/.test(cpr)) {
		throw badInput(FIELD, 'has nine digits', 'A leading zero is lost where the number was stored as a number: keep it as text, in quotes or in a text column.');
	}
	throw badInput(FIELD, cpr ? 'is not a CPR number' : 'is empty', ITS_FORM);
}

const HIDDEN = '***';

/** A number in a text, also with a separator, and not within a longer run of digits. */
const occurrences = (entered: string): RegExp => {
	const text = entered.replace(SEPARATED, '$1$2').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(/^\d{10}$/.test(text) ? `(?<!\\d)${text.slice(0, 6)}[- ]?${text.slice(6)}(?!\\d)` : text, 'g');
};

/**
 * A value of any shape in which a CPR number no longer stands, whatever the field is called: as text, as a number, in the name of a field.
 * @param entered the number as it was entered; a number that is none is hidden all the same
 */
export function withoutCpr<T>(value: T, entered: unknown): T {
	const text = readText(entered);
	return text.length < 6 ? value : (hide(value, occurrences(text), text.replace(/\D/g, '')) as T);
}

function hide(value: unknown, cpr: RegExp, digits: string): unknown {
	if (typeof value === 'string') return value.replace(cpr, HIDDEN);
	if (typeof value === 'number') return digits !== '' && value === Number(digits) ? HIDDEN : value;
	if (Array.isArray(value)) return value.map((entry) => hide(entry, cpr, digits));
	const entries = isObject(value) ? Object.entries(value) : [];
	if (!entries.length) return value;
	return Object.fromEntries(entries.map(([name, entry]) => [name.replace(cpr, HIDDEN), hide(entry, cpr, digits)]));
}
