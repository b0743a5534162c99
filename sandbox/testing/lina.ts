import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { TestClient, type CallOptions, type Json } from './client.ts';

/** An answer of LINA with its body read. */
export interface LinaReply {
	readonly status: number;
	readonly body: Json;
}

type Headers = Readonly<Record<string, string>>;

/** A sandbox whose LINA is called with the key that has all rights, unless a call brings headers of its own. */
export class LinaOffice {
	readonly client: TestClient;
	#key = '';

	private constructor(client: TestClient) {
		this.client = client;
	}

	/** Starts a sandbox with a small world. */
	static async start(): Promise<LinaOffice> {
		const office = new LinaOffice(await TestClient.start());
		await office.reset();
		return office;
	}

	/** A fresh world. */
	async reset(): Promise<void> {
		await this.client.reset();
		this.#key = (await this.state()).apiKeys[0].apiKey;
	}

	/** The key with all rights. */
	get key(): string {
		return this.#key;
	}

	/** All that LINA holds. */
	state(): Promise<Json> {
		return this.client.control('GET', '/control/state/lina');
	}

	/** Puts records in. */
	put(records: object): Promise<Json> {
		return this.client.control('POST', '/control/world/lina', records);
	}

	/** Sets a switch of LINA. */
	async turn(name: string, value: unknown): Promise<void> {
		await this.client.switch({ [`lina.${name}`]: value });
	}

	/** Moves the clock on. */
	async later(advance: string): Promise<void> {
		await this.client.control('PUT', '/control/clock', { advance });
	}

	/** A read of the group Personal. */
	get(operation: string, query: Headers = {}, headers?: Headers): Promise<LinaReply> {
		return this.call(`/personal/${operation}?${new URLSearchParams(query)}`, '', { method: 'GET', headers });
	}

	/** A write of the group Personal with a JSON body. */
	post(operation: string, body: object | string, headers?: Headers): Promise<LinaReply> {
		return this.call(`/personal/${operation}`, typeof body === 'string' ? body : JSON.stringify(body), { headers });
	}

	/** A write of the group Personal with a form that holds files. */
	async upload(form: FormData, headers?: Headers): Promise<LinaReply> {
		const encoded = new Response(form);
		const contentType = encoded.headers.get('content-type') ?? '';
		const bytes = Buffer.from(await encoded.arrayBuffer());
		return this.call('/personal/addUserCert', bytes, { headers: { authorization: this.#key, ...headers, 'content-type': contentType } });
	}

	/** The token endpoint. */
	token(fields: Headers): Promise<LinaReply> {
		return this.call('/oauth2/token', String(new URLSearchParams(fields)), { headers: { 'content-type': 'application/x-www-form-urlencoded' } });
	}

	/** Any call below `/lina/extern`. */
	async call(target: string, body: string | Buffer, options: CallOptions = {}): Promise<LinaReply> {
		const headers = options.headers ?? { authorization: `Bearer ${this.#key}` };
		const reply = await this.client.send(`/lina/extern${target}`, body, { ...options, certificate: 'none', headers });
		return { status: reply.status, body: JSON.parse(reply.text) };
	}

	/** The pushes, as soon as all of them have ended. */
	async pushes(): Promise<Json[]> {
		for (;;) {
			const { pushes } = await this.state();
			if (pushes.every(({ status }: Json) => status !== null)) return pushes;
			await wait(10);
		}
	}

	/** Ends the sandbox. */
	close(): Promise<void> {
		return this.client.close();
	}
}

/** What a listener was sent. */
export interface Delivery {
	readonly method: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** Listens for pushes on a free port; answers as told, or keeps silent. */
export class Listener {
	readonly received: Delivery[] = [];
	/** Status, headers and body of the next answers; null: none. */
	answer: { status: number; headers?: Headers; body: string } | null = { status: 200, body: 'thanks' };
	readonly #server: Server;

	private constructor() {
		this.#server = createServer((incoming, response) => {
			const chunks: Buffer[] = [];
			incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
			incoming.on('end', () => {
				this.received.push({ method: incoming.method ?? '', headers: incoming.headers, body: Buffer.concat(chunks).toString('utf8') });
				if (this.answer !== null) response.writeHead(this.answer.status, this.answer.headers).end(this.answer.body);
			});
		});
	}

	/** Starts one. */
	static async open(): Promise<Listener> {
		const listener = new Listener();
		await new Promise<void>((resolve) => listener.#server.listen(0, '127.0.0.1', resolve));
		return listener;
	}

	/** Where it listens. */
	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/push`;
	}

	/** Waits for so many deliveries. */
	async deliveries(count: number): Promise<Delivery[]> {
		while (this.received.length < count) await wait(10);
		return this.received;
	}

	/** Ends it. */
	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
