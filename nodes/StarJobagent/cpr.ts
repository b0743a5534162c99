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

/** Between the digits of a number, however it is written: blanks, hyphens of all kinds, dots. */
const BETWEEN = '[^\\p{L}\\p{N}]{0,3}';

/** A text wherever it stands; a number also where a separator parts it, its zero is lost, or other digits stand around it: a key made of a date and a number. */
function occurrences(entered: string): RegExp {
	const text = entered.replace(SEPARATED, '$1$2');
	if (!/^\d{10}$/.test(text)) return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g');
	const [first, ...others] = text;
	return new RegExp([first === '0' ? `(?:0${BETWEEN})?` : first + BETWEEN, others.join(BETWEEN)].join(''), 'gu');
}

/**
 * Keeps a CPR number out of what is logged.
 * @throws Failure naming the field, when the number stands in its text however it is written; nobody's may stand anywhere
 */
export function refuseCpr(field: string, text: string, cpr: string): void {
	if (cpr !== NOBODY && occurrences(cpr).test(text)) throw badInput(field, 'holds the CPR number of the item', 'The number goes in its own header alone: everything else is kept in logs.');
}

const HIDDEN = '***';

/** What may be anybody's number. */
const ANYBODY = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)/g;

/** What is to be hidden: in texts, and as a number. */
interface Hiding {
	inTexts: RegExp[];
	isHidden(value: number): boolean;
}

function hidingOf(entered: string): Hiding {
	const digits = entered.replace(/\D/g, '');
	const isEntered = (value: number): boolean => entered.length >= SHORTEST && digits !== '' && value === Number(digits);
	const own = entered.length < SHORTEST ? [] : [occurrences(entered)];
	if (/^\d{10}$/.test(entered.replace(SEPARATED, '$1$2'))) return { inTexts: own, isHidden: isEntered };
	return { inTexts: [...own, ANYBODY], isHidden: (value) => isEntered(value) || String(value).padStart(10, '0').replace(ANYBODY, '') === '' };
}

/** Of less than this it can't be told what it is. */
const SHORTEST = 6;

/**
 * A value of any shape in which a CPR number no longer stands, whatever the field is called: as text, as a number, in the name of a field.
 * @param entered the number as it was entered; a number that is none is hidden all the same, and with it all that may be anybody's
 */
export const withoutCpr = <T>(value: T, entered: unknown): T => hide(value, hidingOf(readText(entered))) as T;

const hideIn = (text: string, { inTexts }: Hiding): string => inTexts.reduce((left, cpr) => left.replace(cpr, HIDDEN), text);

function hide(value: unknown, hiding: Hiding): unknown {
	if (typeof value === 'string') return hideIn(value, hiding);
	if (typeof value === 'number') return hiding.isHidden(value) ? HIDDEN : value;
	if (Array.isArray(value)) return value.map((entry) => hide(entry, hiding));
	const entries = isObject(value) ? Object.entries(value) : [];
	if (!entries.length) return value;
	return Object.fromEntries(entries.map(([name, entry]) => [hideIn(name, hiding), hide(entry, hiding)]));
}
