import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The address that LINA is to push to; http is taken, too (contract, section 3.1).
 * @throws Failure when it is none
 */
export function readListener(value: unknown): string {
	const url = readText(value);
	if (!/^https?:\/\/[^\s/]\S*$/i.test(url)) throw badInput('URL', url ? 'is not an address' : 'is empty', 'Enter the whole address, with https:// at its beginning.');
	return url;
}

/**
 * The UUID of a registration.
 * @throws Failure when it is none
 */
export function readWebhookUuid(value: unknown): string {
	const uuid = readText(value);
	if (!UUID.test(uuid)) throw badInput('Webhook UUID', uuid ? 'is not a UUID' : 'is empty', 'Enter the UUID that Register gave out as webhookUuid.');
	return uuid;
}
