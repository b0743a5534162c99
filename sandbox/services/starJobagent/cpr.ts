import { DateTime } from 'luxon';

/** The page's pattern (star.md 1.2), for the whole text. */
const PATTERN =
	/^(?:((((0[1-9]|1[0-9]|2[0-9]|3[0-1])(01|03|05|07|08|10|12))|((0[1-9]|1[0-9]|2[0-9]|30)(04|06|09|11))|((0[1-9]|1[0-9]|2[0-9])(02)))[0-9]{6})|0000000000)$/;

/** A number that the pattern takes though it holds no date; nobody has it. */
const NOBODY = '0000000000';

/** The last seventh digit of those born in 1900 to 1999. The century matters for 29 February of a year 00 alone. */
const LAST_OF_1900 = 3;

/** Whether a text is a CPR number: as long as one, and with a date in it (1001). */
export function isCpr(text: string): boolean {
	if (!PATTERN.test(text)) return false;
	if (text === NOBODY) return true;
	const [day, month, year] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)));
	const century = Number(text[6]) <= LAST_OF_1900 ? 1900 : 2000;
	return DateTime.utc(century + year, month, day).isValid;
}
