import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { JournalEntry, TestSandbox } from '../support';
import { startSandbox, WebhookWorkflow } from '../support';

/** The name of the sandbox's LINA credential. */
const CREDENTIAL = 'LINA (sandbox)';

/** Time is not what these tests are about: a busy machine is given enough of it. */
jest.setTimeout(120_000);

/** A registration as LINA holds it. */
export interface Webhook {
	uuid: string;
	hookKey: string;
	url: string;
}

/** A push as LINA's log has it. */
export interface Push extends IDataObject {
	url: string;
	body: IDataObject;
	/** null until it is answered. */
	status: number | null;
	answer: string;
}

/** Somebody who works in the store, as LINA tells of her. */
export const PERSON = { userUuid: '6f1c7a52-0f4e-4a2e-9b43-3a51c2f7d901', userVorname: 'Jördis', userName: 'Weiß', userEmail: 'Joerdis.Weiss@example.org', bereich: 'Küche' };

/** What this process remembers of registrations is gone, as when n8n is started again. */
export async function forgetProcess(): Promise<void> {
	const { remembered } = (await import(join(process.cwd(), 'dist/nodes/Lina/trigger/kept.js'))) as { remembered: Map<string, unknown> };
	remembered.clear();
}

/** A sandbox for one test file, set back before each test, and workflows that begin with the LINA Trigger. */
export class WebhookBench {
	private running?: TestSandbox;

	private opened: WebhookWorkflow[] = [];

	constructor() {
		beforeAll(async () => {
			this.running = await startSandbox({ seed: 7, people: 12, days: 5 });
		});
		afterAll(async () => await this.running?.stop());
		beforeEach(async () => {
			await this.control.reset();
			await forgetProcess();
		});
		afterEach(async () => {
			await Promise.all(this.opened.map(async (workflow) => await workflow.close()));
			this.opened = [];
		});
	}

	get control() {
		if (!this.running) throw new Error('The sandbox is not running');
		return this.running.control;
	}

	/** A workflow that begins with the trigger, not active yet; imported by the command line where the node has a name. */
	async workflow(parameters: INodeParameters = {}, importedAs?: string): Promise<WebhookWorkflow> {
		const { [CREDENTIAL]: record } = await this.running!.credentials();
		const workflow = await WebhookWorkflow.open({ type: 'linaTrigger', parameters, credentials: { [CREDENTIAL]: record }, importedAs });
		this.opened.push(workflow);
		return workflow;
	}

	/** An active one. */
	async active(parameters: INodeParameters = {}): Promise<WebhookWorkflow> {
		const workflow = await this.workflow(parameters);
		await workflow.activate();
		return workflow;
	}

	/** LINA's registrations. */
	async webhooks(): Promise<Webhook[]> {
		return (await this.control.state<{ webhooks: Webhook[] }>('lina')).webhooks;
	}

	/** The URLs that LINA pushes to. */
	async urls(): Promise<string[]> {
		return (await this.webhooks()).map(({ url }) => url);
	}

	/** The person gives her consent, or withdraws it; comes back when LINA has the answers to its pushes. */
	async consent(given = true): Promise<Push[]> {
		await this.control.put('lina', { consents: [given ? PERSON : { userUuid: PERSON.userUuid, given }] });
		for (;;) {
			const { pushes } = await this.control.state<{ pushes: Push[] }>('lina');
			if (pushes.every(({ status }) => status !== null)) return pushes;
			await after(10);
		}
	}

	/** The calls on registrations that LINA received, `operation url` each. */
	async sent(): Promise<string[]> {
		const entries: JournalEntry[] = await this.control.journal({ service: 'lina' });
		return entries.map(({ operation, body }) => {
			const { uuid, url } = JSON.parse(body || '{}') as Partial<Webhook>;
			return [operation === 'registerWebhook' && uuid ? 'change' : operation, url].filter(Boolean).join(' ');
		});
	}

	/** LINA registers something of somebody else by the same key: another workflow did once. */
	async stranger(): Promise<Webhook> {
		const workflow = await this.active({ whenDeactivated: 'keep' });
		await workflow.deactivate();
		await forgetProcess();
		return (await this.webhooks())[0];
	}
}

/** A push as LINA sends it. */
export const pushOf = (webhook: string, fields: IDataObject = PERSON): IDataObject => ({ webhook, ...fields });

/** Sends a body, as JSON unless it is a text; comes back with the status and the text of the answer. */
export async function post(url: string, body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }): Promise<{ status: number; text: string }> {
	const response = await fetch(url, { method: 'POST', headers, body: typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array ? (body as string) : JSON.stringify(body) });
	return { status: response.status, text: await response.text() };
}

/** An id that LINA never gave. */
export const foreignId = (): string => randomUUID();
