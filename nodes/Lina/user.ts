import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The ID by which LINA knows a person, as *Employee: Get Many With Consent* gives it.
 * @throws Failure when it is no UUID
 */
export function readUserUuid(value: unknown): string {
	const text = readText(value);
	if (!text) throw badInput('User UUID', 'is empty', 'Take it from Employee: Get Many With Consent.');
	if (!UUID.test(text)) throw badInput('User UUID', 'is not a UUID of 32 hexadecimal digits in five groups', 'Take it from Employee: Get Many With Consent.');
	return text;
}
