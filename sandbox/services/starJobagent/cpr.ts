import { DateTime } from 'luxon';

/** The page's pattern (star.md 1.2), for the whole text. */
const PATTERN =
	/^(?:((((0[1-9]|1[0-9]|2[0-9]|3[0-1])(01|03|05|07|08|10|12))|((0[1-9]|1[0-9]|2[0-9]|30)(04|06|09|11))|((0[1-9]|1[0-9]|2[0-9])(02)))[0-9]{6})|0000000000)$/;

/** A number that the pattern takes though it holds no date; nobody has it. */
const NOBODY = '0000000000';

/** The century of the year of birth, by the seventh digit of the number and the two digits of the year. */
function centuryOf(seventh: number, year: number): number {
	if (seventh <= 3) return 1900;
	if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
	return year <= 57 ? 2000 : 1800;
}

/** Whether a text is a CPR number: as long as one, and with a date in it (1001). */
export function isCpr(text: string): boolean {
	if (!PATTERN.test(text)) return false;
	if (text === NOBODY) return true;
	const [day, month, year] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)));
	return DateTime.utc(centuryOf(Number(text[6]), year) + year, month, day).isValid;
}
