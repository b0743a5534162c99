import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';

import type { Measured } from '../measure/measured.ts';
import { measured } from '../measure/measured.ts';

/** Where a service listens, and what its TLS needs. */
export interface Target {
	port: number;
	ca: string;
	cert?: string;
	key?: string;
	/** Sent with each request where the service is signed in to by a header. */
	authorization?: string;
}

/** A request as it went over the wire. */
export interface WireRequest {
	method: string;
	path: string;
	body: string;
}

/** How requests are sent again. */
export interface Replay {
	/** Requests of one sequence go one after the other. */
	sequences: WireRequest[][];
	/** How many sequences are under way at once. */
	concurrency: number;
	/** Whether connections are kept, or each request gets one of its own, as n8n's HTTP helper does it. */
	keepAlive: boolean;
}

let target: Target;
let kept: Agent;

/** Names the service; connections to it are kept from here on. */
export function open(to: Target): void {
	target = to;
	kept = new Agent({ ...to, keepAlive: true });
}

async function send({ method, path, body }: WireRequest, keepAlive: boolean): Promise<unknown> {
	const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
	const agent = keepAlive ? kept : new Agent({ ...target });
	const { port, authorization } = target;
	const headers = { 'content-type': 'application/json', accept: 'application/json', 'content-length': Buffer.byteLength(body), ...(authorization && { authorization }) };
	request({ host: 'localhost', port, method, path, headers, agent }, resolve).once('error', reject).end(body);
	const response = await promise;
	const answer = await text(response);
	if (response.statusCode !== 200) throw new Error(`${path} was answered with ${response.statusCode}: ${answer}`);
	return JSON.parse(answer);
}

/**
 * Sends requests again with nothing around them, reads the JSON of their answers and keeps it to the end: what any client has to do.
 * @returns how many there were
 */
export async function replay({ sequences, concurrency, keepAlive }: Replay): Promise<Measured<number>> {
	return await measured(async () => {
		const answers: unknown[] = [];
		const waiting = sequences.values();
		const work = async () => {
			for (const sequence of waiting) {
				for (const wire of sequence) answers.push(await send(wire, keepAlive));
			}
		};
		await Promise.all(Array.from({ length: concurrency }, work));
		return answers.length;
	});
}
