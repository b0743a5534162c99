import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { Agent, request as httpsRequest, type RequestOptions } from 'node:https';
import path from 'node:path';

import { startSandbox, type RunningSandbox } from '../servers.ts';

/** What came back; an answer that never came rejects with the socket's error. */
export interface Reply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly text: string;
}

/** The parts of a JSON answer that the tests look at. */
export type Json = ReturnType<typeof JSON.parse>;

/** Which client certificate a call presents. */
export type CertificateName = 'client' | 'foreign' | 'expired' | 'none';

/** How a call is made; all but the certificate is left to the default. */
export interface CallOptions {
	readonly method?: string;
	readonly certificate?: CertificateName;
	readonly mtls?: boolean;
	readonly timeoutMs?: number;
	readonly headers?: Readonly<Record<string, string>>;
}

const CERTS = path.resolve(import.meta.dirname, '..', '.certs');

function exchange(send: typeof httpsRequest, options: RequestOptions, body: string | Buffer | undefined): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const outgoing = send(options, (incoming) => {
			const chunks: Buffer[] = [];
			incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
			incoming.on('error', reject);
			incoming.on('end', () => {
				resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: Buffer.concat(chunks).toString('utf8') });
			});
		});
		outgoing.on('error', reject);
		outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')));
		outgoing.end(body);
	});
}

/** A sandbox on free ports with a client that speaks to it over real TLS; for the sandbox's own tests. */
export class TestClient {
	readonly #sandbox: RunningSandbox;
	readonly #agents = new Map<CertificateName, Agent>();
	#token = '';

	private constructor(sandbox: RunningSandbox) {
		this.#sandbox = sandbox;
	}

	/** Starts a sandbox with a small world. */
	static async start(world: object = { people: 40 }): Promise<TestClient> {
		const anyPort = { httpsPort: 0, mtlsPort: 0, controlPort: 0 };
		const client = new TestClient(await startSandbox({ ...anyPort, certs: CERTS }));
		await client.reset(world);
		return client;
	}

	/** Ends the sandbox. */
	async close(): Promise<void> {
		for (const agent of this.#agents.values()) agent.destroy();
		await this.#sandbox.close();
	}

	/** A fresh world and a fresh Capitech session. */
	async reset(world: object = { people: 40 }): Promise<void> {
		await this.control('POST', '/control/reset', world);
		await this.login();
	}

	/** A raw call to a service. */
	send(target: string, body: string | Buffer, options: CallOptions = {}): Promise<Reply> {
		const port = options.mtls === true ? this.#sandbox.mtlsPort : this.#sandbox.httpsPort;
		const agent = this.#agentWith(options.certificate ?? 'client');
		const common = { host: '127.0.0.1', port, path: target, agent, timeout: options.timeoutMs ?? 10_000 };
		const headers = { 'content-type': 'application/json', ...options.headers, 'content-length': Buffer.byteLength(body) };
		return exchange(httpsRequest, { ...common, method: options.method ?? 'POST', headers }, body);
	}

	/** Logs in and uses the token from then on. */
	async login(): Promise<string> {
		const credentials = JSON.stringify({ username: 'sandbox', password: 'sandbox' });
		const reply = await this.send('/capitech/api/public/v1/Access/login', credentials);
		this.#token = JSON.parse(reply.text).content[0].accessToken;
		return this.#token;
	}

	/** A Capitech operation as firm 100, unless the parameters say otherwise. */
	async capitech(operation: string, parameters: object = {}): Promise<{ status: number; body: Json }> {
		const body = JSON.stringify({ accessToken: this.#token, clientId: 100, ...parameters });
		const reply = await this.send(`/capitech/api/public/v1/${operation}`, body);
		return { status: reply.status, body: JSON.parse(reply.text) };
	}

	/** Rows of getTimeTransactions; a refusal throws its text. */
	async rows(parameters: object): Promise<Json[]> {
		const { body } = await this.capitech('Time/getTimeTransactions', parameters);
		if (body.success !== true) throw new Error(body.displayErrorMessage);
		return body.content;
	}

	/** An Opus operation as municipality 751, unless the body brings a header of its own. */
	async opus(operation: string, body: Json, options: CallOptions = {}): Promise<{ status: number; body: Json }> {
		const whole = { ...body, Header: { ClientID: '751', ...body.Header } };
		const reply = await this.send(`/lpe/${operation}`, JSON.stringify(whole), options);
		return { status: reply.status, body: JSON.parse(reply.text) };
	}

	/** A control request; throws with the text of a refusal. */
	async control(method: string, target: string, body?: unknown): Promise<Json> {
		const reply = await this.controlRaw(method, target, body);
		if (reply.status !== 200) throw new Error(`${reply.status}: ${JSON.parse(reply.text).error}`);
		return JSON.parse(reply.text);
	}

	/** A control request with whatever comes back. */
	controlRaw(method: string, target: string, body?: unknown): Promise<Reply> {
		const options = { host: '127.0.0.1', port: this.#sandbox.controlPort, path: target, method };
		const text = body === undefined ? undefined : JSON.stringify(body);
		const headers = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
		return exchange(httpRequest, { ...options, headers }, text);
	}

	/** Merges switches. */
	async switch(settings: object): Promise<void> {
		await this.control('PUT', '/control/switches', settings);
	}

	/** Replaces the fault rules. */
	async faults(...rules: object[]): Promise<void> {
		await this.control('PUT', '/control/faults', rules);
	}

	#agentWith(certificate: CertificateName): Agent {
		let agent = this.#agents.get(certificate);
		if (agent === undefined) {
			const file = (name: string): string => readFileSync(path.join(CERTS, name), 'utf8');
			const own = certificate === 'none' ? {} : { cert: file(`${certificate}.pem`), key: file(`${certificate}.key`) };
			agent = new Agent({ ca: file('ca.pem'), servername: 'localhost', keepAlive: false, ...own });
			this.#agents.set(certificate, agent);
		}
		return agent;
	}
}

/** A payment line with what a test does not care about filled in. */
export function paymentLine(sequence: number, fields: object = {}): object {
	return {
		Startdato: '2026-10-05T00:00:00Z',
		Loenart: '0310',
		Loebenummer: 1,
		Sekvensnummer: String(sequence),
		Antal: '7.50',
		Afsendelses_System: 'Capitech',
		Indv_Bemaerkning: `2s:${sequence}:a#1abcd`,
		...fields,
	};
}

/** The body of an update for one employment. */
export function update(employeeNumber: string, updateId: string, lines: readonly object[], header: object = {}): Json {
	return {
		Header: { OpdateringsID: updateId.padStart(32, '0'), Kun_Valider: null, ...header },
		Medarbejder: { Medarbejdernummer: employeeNumber },
		Engangsydelser: lines,
	};
}

/** The body of a read of all payments of one employment. */
export function readAll(employeeNumber: string): Json {
	return { Medarbejder: { Medarbejdernummer: employeeNumber }, VirkningFilter: { FraDatoTid: '', TilDatoTid: '' } };
}
