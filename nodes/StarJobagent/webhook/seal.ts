import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import { badCredential } from '../../star/headers';

/** So long is a secret that nobody guesses. */
const SHORTEST_SECRET = 32;

const PREFIX = 'sealed1.';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The *Webhook Secret* of the credential: callers of the trigger show it, and what they send is sealed with it.
 * @throws Failure when the credential has none, or one that could be guessed
 */
export function webhookSecret({ webhookSecret: entered }: ICredentialDataDecryptedObject): string {
	const text = readText(entered);
	if (text.length < SHORTEST_SECRET || !/^[\x21-\x7e]+$/.test(text)) {
		throw badCredential('Webhook Secret', `is shorter than ${SHORTEST_SECRET} characters, or holds a blank or a character that no header can carry`, 'Make a random one and give it to the callers.');
	}
	return text;
}

/** A key of its own for each purpose, so that what one shows tells nothing of the other. */
const keyFor = (purpose: 'show' | 'seal' | 'compare', secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'n8n-nodes-nordic-workforce', purpose, 32));

const digest = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

/** Whether a caller knows the secret; how long it takes tells nothing of it. */
export const isSecret = (shown: unknown, secret: string): boolean => {
	const by = keyFor('show', secret);
	return timingSafeEqual(digest(by, readText(shown)), digest(by, secret));
};

/** A text that nobody can read without the secret (AES-256-GCM). n8n keeps what starts an execution in its database, whether or not it saves executions. */
export function seal(text: string, secret: string): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv('aes-256-gcm', keyFor('seal', secret), iv);
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

function opened(sealed: Buffer, secret: string): string | undefined {
	try {
		const decipher = createDecipheriv('aes-256-gcm', keyFor('seal', secret), sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
		decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
		return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
	} catch {
		return undefined;
	}
}

/**
 * What was sealed.
 * @throws Failure when it was not sealed with this secret, or was changed
 */
export function unseal(field: string, sealed: unknown, secret: string): string {
	const text = readText(sealed);
	const found = text.startsWith(PREFIX) ? opened(Buffer.from(text.slice(PREFIX.length), 'base64url'), secret) : undefined;
	if (found === undefined) throw badInput(field, 'can not be opened', 'Hand on what STAR Jobagent Trigger gives out, and use the credential of the trigger.');
	return found;
}

/**
 * A mark by which the same content is known again. A plain hash of a CPR number is found by trying all there are; without the secret nothing can be tried.
 * @returns 64 hexadecimal digits
 */
export const contentMark = (content: unknown, secret: string): string => digest(keyFor('compare', secret), JSON.stringify(content)).toString('hex');
