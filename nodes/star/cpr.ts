import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

/** The documented pattern, anchored (contract, section 1.2, patterns): ten digits that begin with a date, or ten zeros, which are nobody's. */
const CPR =
	/^(?:((((0[1-9]|1[0-9]|2[0-9]|3[0-1])(01|03|05|07|08|10|12))|((0[1-9]|1[0-9]|2[0-9]|30)(04|06|09|11))|((0[1-9]|1[0-9]|2[0-9])(02)))[0-9]{6})|0000000000)$/;

/**
 * A CPR number as ten digits, however it is written.
 * @throws Failure that doesn't tell what was entered
 */
export function readCpr(value: unknown): string {
	const cpr = readText(value).replace(/^(\d{6})[- ](\d{4})$/, '$1$2');
	if (!CPR.test(cpr)) {
		throw badInput('CPR Number', cpr ? 'is not a CPR number' : 'is empty', 'It has ten digits, the first six a date as ddmmyy.');
	}
	return cpr;
}
