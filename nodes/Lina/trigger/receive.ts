import { createHash, timingSafeEqual } from 'crypto';
import { DateTime } from 'luxon';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { now } from '../../kit/clock';
import { ZONE } from '../dates';
import { KeptRegistrations, purposeOf, registered } from './kept';
import { MAX_PUSH_BYTES, readBody, readPush } from './push';

/** What is answered to a body that names a registration of this node, and tells nothing. */
export const TELLS_NOTHING = 'A push has the fields that LINA documents';

/** What is answered to a body that names a registration which is none of this node's. */
export const NOT_KNOWN = 'The registration is not known here';

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether an id is one of those known; how long it takes tells nothing of them. */
function isOneOf(ids: string[], id: string): boolean {
	const wanted = hash(id);
	return ids.map((known) => timingSafeEqual(hash(known), wanted)).includes(true);
}

async function isKnown(context: IWebhookFunctions, registrationId: string): Promise<boolean> {
	const isKept = (): boolean => isOneOf(new KeptRegistrations(context).idsOf(purposeOf(context)), registrationId);
	if (isKept()) return true;
	await registered(context);
	return isKept();
}

/** Answers no; the workflow is not started, and nothing of the body is said or kept. */
function refuse(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ status: 'error', message });
	return { noWebhookResponse: true };
}

/**
 * Takes a push of LINA (contract, sections 3.3 and 3.4). LINA signs nothing: that it knows the address and the id of the registration is all there is to check, so what it says is a
 * hint. The body is read raw, whatever its content type; n8n answers at once where the push is taken.
 */
export async function receivePush(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { rawBody } = context.getRequestObject() as { rawBody?: Buffer };
	if (!rawBody?.length) return refuse(context, 400, 'A push is a JSON object');
	if (rawBody.length > MAX_PUSH_BYTES) return refuse(context, 413, 'A push is smaller than that');
	const body = readBody(rawBody.toString('utf8'));
	if (!body) return refuse(context, 400, 'A push is a JSON object that names a registration');
	if (!(await isKnown(context, body.webhook))) return refuse(context, 403, NOT_KNOWN);

	new KeptRegistrations(context).learn();
	const push = readPush(body);
	if (!push) return refuse(context, 400, TELLS_NOTHING);
	const events = context.getNodeParameter('events', []) as string[];
	if (!events.includes(push.event)) return { webhookResponse: '' };
	const receivedAt = DateTime.fromJSDate(now()).setZone(ZONE).toISO();
	const { event, registrationId } = push;
	const told = context.getNodeParameter('includePersonalData', true) === false ? { event, registrationId } : push;
	return { workflowData: [[{ json: { ...told, receivedAt } }]] };
}
