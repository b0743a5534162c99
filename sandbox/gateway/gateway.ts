import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';

import type { ClientCertificate, SandboxService, WireAnswer, WireRequest } from '../service.ts';
import { businessErrorOf, type FaultBoard, type FaultPlan } from './faults.ts';
import { isMultipart, readForm } from './form.ts';
import type { Journal } from './journal.ts';

/** What the gateway works with. */
export interface GatewayParts {
	readonly services: readonly SandboxService[];
	readonly faults: FaultBoard;
	readonly journal: Journal;
}

/** What is sent (null: nothing at all), in full or cut in the middle, and what the journal keeps of it. */
interface Delivery {
	readonly answer: WireAnswer | null;
	readonly cut: 'whole' | 'half' | 'nothing' | 'never';
	readonly tookEffect: boolean;
}

async function readBody(request: IncomingMessage): Promise<Pick<WireRequest, 'body' | 'form'>> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	const bytes = Buffer.concat(chunks);
	const contentType = request.headers['content-type'];
	return { body: bytes.toString(isMultipart(contentType) ? 'latin1' : 'utf8'), form: await readForm(contentType, bytes) };
}

function certificateOf(socket: TLSSocket): ClientCertificate {
	const peer = socket.getPeerCertificate();
	const presented = Object.keys(peer).length > 0;
	const unit: unknown = presented ? peer.subject.OU : null;
	return {
		presented,
		trusted: presented && socket.authorized,
		municipality: typeof unit === 'string' ? unit : null,
	};
}

/** Lets the service do what the plan leaves of the request, and says what is to be delivered. */
function carryOut(service: SandboxService, request: WireRequest, operation: string, plan: FaultPlan): Delivery {
	const { rule } = plan;
	const act = (): WireAnswer =>
		service.answer(request, operation, rule?.kind === 'business-error' ? businessErrorOf(rule) : undefined);
	if (rule === null) {
		const answer = act();
		return { answer, cut: 'whole', tookEffect: answer.tookEffect };
	}
	switch (rule.kind) {
		case 'status': {
			const status = rule.status ?? 500;
			const headers: Record<string, string> = rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) };
			const failure = service.failure(status, request);
			const answer = { status, ...failure, headers: { ...failure.headers, ...headers }, tookEffect: false };
			return { answer, cut: 'whole', tookEffect: false };
		}
		case 'reset-before':
			return { answer: null, cut: 'nothing', tookEffect: false };
		case 'reset-after':
			return { answer: null, cut: 'nothing', tookEffect: act().tookEffect };
		case 'timeout':
			return { answer: null, cut: 'never', tookEffect: rule.acts === false ? false : act().tookEffect };
		case 'truncate': {
			const answer = act();
			return { answer, cut: 'half', tookEffect: answer.tookEffect };
		}
		case 'malformed': {
			const answer = act();
			const body = answer.body.slice(0, Math.ceil(answer.body.length / 2));
			return { answer: { ...answer, body }, cut: 'whole', tookEffect: answer.tookEffect };
		}
		case 'soap-fault': {
			const tookEffect = rule.acts === true && act().tookEffect;
			return { answer: service.soapFault?.(rule.text) ?? null, cut: 'whole', tookEffect };
		}
		case 'expire-token':
			service.expireTokens?.();
			break;
		default:
			break;
	}
	const answer = act();
	return { answer, cut: 'whole', tookEffect: answer.tookEffect };
}

function send(response: ServerResponse, delivery: Delivery): void {
	const { answer, cut } = delivery;
	if (cut === 'never') return;
	if (answer === null) {
		response.socket?.destroy();
		return;
	}
	const body = Buffer.from(answer.body, 'utf8');
	response.writeHead(answer.status, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': body.length,
		...answer.headers,
	});
	if (cut === 'half') {
		response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
		return;
	}
	response.end(body);
}

function unknownPath(path: string): WireAnswer {
	return { status: 404, body: JSON.stringify({ error: `The sandbox has nothing at ${path}.` }), tookEffect: false };
}

/** The request listener behind both TLS ports: finds the service, plays the faults, keeps the journal. */
export function makeGateway({ services, faults, journal }: GatewayParts): RequestListener {
	const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
		const [path, ...query] = (incoming.url ?? '/').split('?');
		const service =
			services.find(({ prefixes }) => prefixes.some((prefix) => path.toLowerCase().startsWith(prefix))) ?? null;
		const request: WireRequest = {
			method: incoming.method ?? 'GET',
			path,
			query: query.join('?'),
			headers: incoming.headers,
			...(await readBody(incoming)),
			remoteAddress: incoming.socket.remoteAddress ?? '',
			certificate: certificateOf(incoming.socket as TLSSocket),
		};
		const operation = service?.operationOf(request) ?? path;
		const plan = service === null ? null : faults.plan(service.name, operation);
		if (plan !== null && plan.latencyMs > 0) await wait(plan.latencyMs);
		const delivery: Delivery =
			service === null || plan === null
				? { answer: unknownPath(path), cut: 'whole', tookEffect: false }
				: carryOut(service, request, operation, plan);
		journal.add({
			at: new Date().toISOString(),
			service: service?.name ?? null,
			operation,
			method: request.method,
			path: incoming.url ?? '/',
			headers: request.headers,
			body: request.body,
			answer: { status: delivery.answer?.status ?? 0, body: delivery.answer?.body ?? '' },
			tookEffect: delivery.tookEffect,
			faults: plan?.kinds ?? [],
		});
		send(response, delivery);
	};
	return (incoming, response) => {
		handle(incoming, response).catch((error: Error) => {
			if (incoming.destroyed && !incoming.complete) return;
			process.stderr.write(`${error.stack ?? error.message}\n`);
			if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ error: error.message }));
		});
	};
}
