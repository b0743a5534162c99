import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * A GUID by the documented pattern (contract, section 1.2), anchored.
 * @throws Failure when it is empty or none
 */
export function readGuid(field: string, value: unknown): string {
	const text = readText(value);
	if (!GUID.test(text)) throw badInput(field, text ? 'is not a GUID' : 'is empty', 'It has 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12, parted by hyphens.');
	return text;
}
