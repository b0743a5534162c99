import { randomUUID } from 'node:crypto';

import { Collection, type RecordKind } from '../collection.ts';
import { badRequest, Refusal } from './refusal.ts';
import type { RequestBody } from './requestBody.ts';

/** A registration as its answer tells it (lina.md 3.1). */
export interface Webhook {
	readonly hookKey: string;
	readonly url: string;
	readonly uuid: string;
}

interface OwnedWebhook extends Webhook {
	/** The API key that it was registered with; empty when the control API put it in: then it is anybody's. */
	readonly owner: string;
}

const HOOK = 'personalData';

const shown = ({ hookKey, url, uuid }: OwnedWebhook): Webhook => ({ hookKey, url, uuid });

const isOf = (webhook: OwnedWebhook, owner: string): boolean => webhook.owner === owner || webhook.owner === '';

function listenerIn(body: RequestBody): string {
	const url = body.text('url');
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw badRequest('url is not valid.');
	return url;
}

/** The registrations of listeners. */
export class Webhooks {
	readonly #registered = new Collection<OwnedWebhook>('webhooks', ['uuid'], { hookKey: HOOK, owner: '' });

	/** Registrations as a kind of record for the control API. */
	get kind(): RecordKind {
		return this.#registered;
	}

	/** Forgets all. */
	clear(): void {
		this.#registered.load([]);
	}

	/** All registrations. */
	list(): Webhook[] {
		return this.#registered.list().map(shown);
	}

	/**
	 * registerWebhook: registers a URL for a hook, or changes the URL of the registration that `uuid` names. A second
	 * registration by the same key replaces the URL of the first and keeps its uuid, unless it `adds`.
	 */
	register(body: RequestBody, owner: string, adds: boolean): Webhook {
		body.only('hookKey', 'url', 'uuid');
		if (body.text('hookKey') !== HOOK) throw badRequest('hookKey is unknown.');
		const url = listenerIn(body);
		const first = this.#registered.list().find((of) => isOf(of, owner));
		const known = body.has('uuid') ? this.#named(body, owner) : adds ? undefined : first;
		const webhook = { hookKey: HOOK, url, uuid: known?.uuid ?? randomUUID(), owner };
		this.#registered.upsert(webhook);
		return shown(webhook);
	}

	/** deleteWebhook: ends the registration that `uuid` names. */
	delete(body: RequestBody, owner: string): void {
		body.only('uuid');
		this.#registered.remove(this.#named(body, owner));
	}

	#named(body: RequestBody, owner: string): OwnedWebhook {
		const webhook = this.#registered.get(body.text('uuid'));
		if (webhook !== undefined && isOf(webhook, owner)) return webhook;
		throw new Refusal(404, 'Webhook not found.');
	}
}
