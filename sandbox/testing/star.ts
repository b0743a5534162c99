import { TestClient, type CallOptions, type Json } from './client.ts';

/** Bases of the services and of the code lists. */
export const STAR = { akasse: '/star/akasse', codeLists: '/star/codelists', jobagent: '/star/jobagent' } as const;

/** An answer of STAR; its body is null when it is empty. */
export interface StarReply {
	readonly status: number;
	readonly body: Json;
	readonly type: string;
}

/** The headers that tell for whom and by whom a request is made (star.md 3). */
export function starHeaders(organisationType: number, organisationCode: string): Record<string, string> {
	return {
		'x-activeOrganisation': JSON.stringify({ organisationTypeIdentifier: organisationType, organisationCode }),
		'x-requestUserMetadata': JSON.stringify({
			requestUserStructure: { userFullName: 'Prøve Person', requestUserType: 2, userEmail: 'prove@a-kasse.example', userIdentifier: 'CVR:00000901-UUID:1' },
			requestOrganisationStructure: { organisationType, organisationCode },
		}).replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
	};
}

/** A sandbox with a client that speaks to the services of STAR; for the sandbox's own tests. */
export class StarClient {
	readonly #client: TestClient;
	readonly #headers: Readonly<Record<string, string>>;
	#ids = 0;

	private constructor(client: TestClient, headers: Readonly<Record<string, string>>) {
		this.#client = client;
		this.#headers = headers;
	}

	/** Starts a sandbox; every call is made for this organisation unless its headers say otherwise. */
	static async start(organisationType: number, organisationCode: string): Promise<StarClient> {
		return new StarClient(await TestClient.start({ people: 2, days: 2 }), starHeaders(organisationType, organisationCode));
	}

	/** Ends the sandbox. */
	close(): Promise<void> {
		return this.#client.close();
	}

	/** A fresh world with all switches at their defaults. */
	async reset(): Promise<void> {
		await this.#client.control('POST', '/control/reset', { people: 2, days: 2 });
	}

	/** A read. */
	get(path: string, options: CallOptions = {}): Promise<StarReply> {
		return this.call('GET', path, undefined, options);
	}

	/** A write with a request id of its own unless the headers bring one; an empty one is not sent. */
	write(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<StarReply> {
		const { 'x-requestId': requestId = `write-${++this.#ids}`, ...others } = headers;
		return this.call(method, path, body, { headers: { ...others, ...(requestId === '' ? {} : { 'x-requestId': requestId }) } });
	}

	/** Any call; a text is sent as it is, anything else as JSON. A header that is empty is not sent. */
	async call(method: string, path: string, body: unknown, options: CallOptions): Promise<StarReply> {
		const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
		const headers = Object.fromEntries(Object.entries({ ...this.#headers, ...options.headers }).filter(([, value]) => value !== ''));
		const reply = await this.#client.send(path, text, { ...options, method, headers });
		return { status: reply.status, body: reply.text === '' ? null : JSON.parse(reply.text), type: String(reply.headers['content-type']) };
	}

	/** All that a service holds. */
	state(service: 'starAkasse' | 'starJobagent'): Promise<Json> {
		return this.#client.control('GET', `/control/state/${service}`);
	}

	/** A control request; throws with the text of a refusal. */
	control(method: string, target: string, body?: unknown): Promise<Json> {
		return this.#client.control(method, target, body);
	}

	/** Merges switches. */
	switch(settings: object): Promise<void> {
		return this.#client.switch(settings);
	}

	/** Replaces the fault rules. */
	faults(...rules: object[]): Promise<void> {
		return this.#client.faults(...rules);
	}
}
