import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import { hasForbidden } from '../../kit/xml';

/**
 * A text that goes into a request, without blanks at its ends.
 * @throws Failure naming the field when it holds a character that XML can not carry, or is too long
 */
export function readSendable(field: string, value: unknown, maxLength = Infinity): string {
	const text = readText(value);
	if (hasForbidden(text)) throw badInput(field, 'holds a character that can not be sent', 'Take out control characters and broken emoji.');
	if (text.length > maxLength) throw badInput(field, `has ${text.length} characters; ${maxLength} are allowed`, 'Shorten it.');
	return text;
}
