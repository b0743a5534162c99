import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

/** Ten digits that begin with a date of the calendar, as the vendors' pattern has it. */
const CPR =
	/^(((0[1-9]|[12]\d|3[01])(01|03|05|07|08|10|12)|(0[1-9]|[12]\d|30)(04|06|09|11)|(0[1-9]|[12]\d)02)\d{6})$/;

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
