import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Workflow } from '../../scripts/n8n/home.ts';

type Json = Record<string, unknown>;

/** What a node behind another one sent: the execution, and the items that came to it. */
export type Delivery = { execution: string; items: Json[] };

/** Longer than the minute that n8n lets pass between two polls at least. */
const PATIENCE_MS = 100_000;

/**
 * Takes what workflows of the real n8n send, so that a test learns of executions that leave no data behind. Whatever is sent under a name is handed out in the order in which it came.
 */
export class Receiver {
	private readonly server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			this.take(decodeURIComponent((request.url ?? '').slice(1)), JSON.parse(Buffer.concat(chunks).toString('utf8')) as Delivery);
			response.setHeader('content-type', 'application/json').end('{}');
		});
	});

	private readonly came = new Map<string, Delivery[]>();

	private readonly waiting = new Map<string, (delivery: Delivery) => void>();

	async open(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** What was sent under a name and not handed out yet. */
	left(name: string): Delivery[] {
		return this.came.get(name) ?? [];
	}

	/** The next that is sent under a name. */
	async next(name: string): Promise<Delivery> {
		const [first, ...others] = this.left(name);
		if (first) {
			this.came.set(name, others);
			return first;
		}
		const awaited = Promise.withResolvers<Delivery>();
		const timer = setTimeout(() => awaited.reject(new Error(`Nothing came from '${name}' in ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
		this.waiting.set(name, awaited.resolve);
		return await awaited.promise.finally(() => clearTimeout(timer));
	}

	/** Puts a node behind another one that sends, once an execution, all items that come to it under a name. */
	attach(workflow: Workflow, behind: string, name: string): void {
		const { port } = this.server.address() as AddressInfo;
		const node = {
			id: `tell-${name}`,
			name: `Tell ${name}`,
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			position: [0, 2000],
			executeOnce: true,
			parameters: {
				method: 'POST',
				url: `http://127.0.0.1:${port}/${encodeURIComponent(name)}`,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ JSON.stringify({ execution: $execution.id, items: $input.all().map((item) => item.json) }) }}',
				options: {},
			},
		};
		workflow.nodes.push(node);
		const connections = workflow.connections as Record<string, { main: Json[][] }>;
		const { main } = (connections[behind] ??= { main: [[]] });
		(main[0] ??= []).push({ node: node.name, type: 'main', index: 0 });
	}

	private take(name: string, delivery: Delivery): void {
		const waiting = this.waiting.get(name);
		this.waiting.delete(name);
		if (waiting) waiting(delivery);
		else this.came.set(name, [...this.left(name), delivery]);
	}
}
