import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

/** Codes are numbers with leading zeros that count, or letters and digits (contract, sections 3, 6): texts, then, of what a path carries as it is. */
const CODE = /^[A-Za-z0-9_-]{1,20}$/;

/** Parts of paths that stand where a code stands (contract, section 1.1): a read of an a-kasse of this code would be another operation. */
const LITERALS = /^(?:afkasse|afdelingskontor|akasseafdelingskontorrelation)$/i;

function readCode(field: string, value: unknown, example: string): string {
	const code = readText(value);
	if (!code) throw badInput(field, 'is empty', 'Pick it from the list, or enter its code.');
	if (!CODE.test(code) || LITERALS.test(code)) throw badInput(field, 'is not a code', `Enter at most 20 letters and digits, leading zeros included, e.g. ${example}.`);
	return code;
}

/**
 * The code of an a-kasse, picked or entered.
 * @throws Failure naming the field when it is none
 */
export const readAkasseCode = (value: unknown, field = 'A-Kasse'): string => readCode(field, value, '901');

/**
 * The code of a branch office within its a-kasse, picked or entered.
 * @throws Failure naming the field when it is none
 */
export const readBranchCode = (value: unknown, field = 'Branch Office'): string => readCode(field, value, '01');

/** Whether what a record holds is the code: one that came as a number has lost its leading zeros. */
export const isCode = (found: unknown, code: string): boolean => (found !== undefined && String(found) === code) || (typeof found === 'number' && found === Number(code));

/** A code without its leading zeros, which are lost where it comes as a number. */
export const bareCode = (code: string): string => (/^\d+$/.test(code) ? code.replace(/^0+(?=\d)/, '') : code);

/** Whether two codes may be the same: one may have lost its leading zeros somewhere. */
export const mayBeCode = (found: string, code: string): boolean => bareCode(found) === bareCode(code);
