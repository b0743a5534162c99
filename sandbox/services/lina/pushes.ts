import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

import type { SandboxClock } from '../../clock.ts';
import type { Webhook } from './webhooks.ts';

/** A push and what became of it (lina.md 3.4). */
export interface Push {
	readonly seq: number;
	/** The registration's uuid. */
	readonly webhook: string;
	readonly url: string;
	readonly body: object;
	/** ISO 8601 in UTC, by the sandbox's clock. */
	readonly at: string;
	/** The HTTP status of the answer; null while it is awaited, 0 when none came. */
	readonly status: number | null;
	/** The answer's body, or why there is none. */
	readonly answer: string;
}

const TIMEOUT_MS = 10_000;
const MOST_ANSWER_BYTES = 10_000;

type Ending = Pick<Push, 'status' | 'answer'>;

/** Why there is no answer: what went wrong, or why it was cut off. */
function reasonOf(error: Error): string {
	return error.cause instanceof Error ? error.cause.message : error.message;
}

/** Posts JSON once: no second try, no redirect followed. */
function post(url: string, body: string, signal: AbortSignal): Promise<Ending> {
	const send = url.startsWith('https:') ? httpsRequest : httpRequest;
	const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
	return new Promise((resolve) => {
		const end = (status: number, answer: string): void => resolve({ status, answer });
		const fail = (error: Error): void => end(0, reasonOf(error));
		const outgoing = send(url, { method: 'POST', headers, agent: false, signal }, (incoming) => {
			const chunks: Buffer[] = [];
			incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
			incoming.on('error', fail);
			incoming.on('end', () => end(incoming.statusCode ?? 0, Buffer.concat(chunks).subarray(0, MOST_ANSWER_BYTES).toString('utf8')));
		});
		outgoing.on('error', fail);
		outgoing.end(body);
	});
}

/** Messages to listeners: sent at once, never again, and logged. */
export class Pushes {
	readonly #clock: Pick<SandboxClock, 'iso'>;
	readonly #timeoutMs: number;
	#log: Push[] = [];
	#underWay = new AbortController();

	constructor(clock: Pick<SandboxClock, 'iso'>, timeoutMs = TIMEOUT_MS) {
		this.#clock = clock;
		this.#timeoutMs = timeoutMs;
	}

	/** All pushes, oldest first. */
	list(): Push[] {
		return this.#log;
	}

	/** Cuts off those under way and forgets all. */
	clear(): void {
		this.#underWay.abort();
		this.#underWay = new AbortController();
		this.#log = [];
	}

	/** Sends a body to a listener, with the registration's uuid in it; `mode` as the switch `pushes` has it. */
	send({ uuid, url }: Webhook, fields: object, mode: 'once' | 'lost' | 'twice'): void {
		const body = { webhook: uuid, ...fields };
		const log = this.#log;
		const copies = mode === 'twice' ? 2 : 1;
		for (let copy = 0; copy < copies; copy += 1) {
			const push: Push = { seq: log.length + 1, webhook: uuid, url, body, at: this.#clock.iso(), status: null, answer: '' };
			log.push(push);
			if (mode === 'lost') Object.assign(push, { status: 0, answer: 'lost on the way' });
			else void this.#deliver(push);
		}
	}

	async #deliver(push: Push): Promise<void> {
		const signal = AbortSignal.any([this.#underWay.signal, AbortSignal.timeout(this.#timeoutMs)]);
		Object.assign(push, await post(push.url, JSON.stringify(push.body), signal));
	}
}
