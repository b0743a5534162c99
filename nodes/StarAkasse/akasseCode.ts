import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

/** A code as it can stand in a path; its form is not published (contract, section 1.1). */
const CODE = /^[\p{L}\p{N}]{1,20}$/u;

/**
 * A code of an a-kasse or a branch office, leading zeros included.
 * @param field as the user knows it
 * @throws Failure when it is empty, or can't be a code
 */
export function readCode(field: string, value: unknown): string {
	const code = readText(value);
	if (!CODE.test(code)) throw badInput(field, code ? 'is not a code' : 'is empty', 'Enter up to 20 digits or letters, leading zeros included.');
	return code;
}
