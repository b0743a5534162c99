import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../kit/outcome';
import { messageOf, note, notSentOutcome } from '../../kit/outcome';
import type { LinaClient, LinaResult } from '../client';
import type { WebhookCalls } from './calls';

/** The one hook of the API (contract, section 3.1). */
export const HOOK_KEY = 'personalData';

/** What a webhook operation adds to its item. */
export type WebhookOutcome = Outcome & IDataObject;

/** There is no call that lists registrations (contract, section 3.1): only LINA itself can tell. */
const LOOK_UP = note(
	'W',
	'LINA has no call that lists webhooks. Look in LINA under Einstellung → Schnittstellen → Third Party API, or watch whether pushes arrive; registering the same address again is the way to get its UUID.',
);

const NOT_THERE = note('W', 'A registration with this UUID is not there: it was deleted before, or made with another key.');

/** The outcome of a call that did not succeed. */
function unsettled({ outcome, failure }: Exclude<LinaResult, { outcome: 'ok' }>, webhookUuid?: string): WebhookOutcome {
	if (outcome === 'unknown') return { outcome, messages: [messageOf(failure), LOOK_UP] };
	const { messages, ...rest } = notSentOutcome(failure);
	return { ...rest, messages: webhookUuid && failure.details.httpStatus === 404 ? [...messages, NOT_THERE] : messages };
}

function standing(result: LinaResult, url: string, webhookUuid?: string): WebhookOutcome {
	if (result.outcome !== 'ok') return unsettled(result, webhookUuid);
	const { uuid = webhookUuid, url: registered = url } = result.answer;
	if (!uuid) return { outcome: 'unknown', messages: [note('E', 'LINA answered without the UUID of the registration'), LOOK_UP] };
	return { outcome: 'registered', messages: [], webhookUuid: uuid, hookKey: HOOK_KEY, url: registered };
}

/**
 * Registers an address for the hook.
 * @returns `registered` with the UUID of the registration: every push bears it
 * @throws Failure with a token: nothing is sent then
 */
export const registerWebhook = async (client: Pick<LinaClient, 'webhook'>, url: string): Promise<WebhookOutcome> =>
	standing(await client.webhook('registerWebhook', { hookKey: HOOK_KEY, url }), url);

/**
 * Gives a registration another address.
 * @returns `registered` with the UUID by which the registration goes from now on
 * @throws Failure with a token: nothing is sent then
 */
export async function changeWebhook(client: Pick<LinaClient, 'webhook'>, url: string, webhookUuid: string, { changePath, uuidField }: WebhookCalls): Promise<WebhookOutcome> {
	const result = await client.webhook(changePath, { hookKey: HOOK_KEY, url, [uuidField]: webhookUuid });
	return standing(result, url, webhookUuid);
}

/**
 * Deletes a registration.
 * @returns `reversed` and `deleted: true`; `deleted: false` where nothing was deleted, `rejected` as for a UUID that LINA does not know; nothing of the kind where it is open
 * @throws Failure with a token: nothing is sent then
 */
export async function deleteWebhook(client: Pick<LinaClient, 'webhook'>, webhookUuid: string, { deletePath, uuidField }: WebhookCalls): Promise<WebhookOutcome> {
	const result = await client.webhook(deletePath, { [uuidField]: webhookUuid });
	if (result.outcome === 'ok') return { deleted: true, outcome: 'reversed', messages: [] };
	return { ...(result.outcome === 'failed' && { deleted: false }), ...unsettled(result, webhookUuid) };
}
