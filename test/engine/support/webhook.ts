import './environment';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request, Response } from 'express';
import express from 'express';
import { HookContext, WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { jsonParse, NodeHelpers, Workflow } from 'n8n-workflow';

import { additionalDataFor } from './additionalData';
import type { CredentialRecords } from './credentialStore';
import { CredentialStore } from './credentialStore';
import type { KnownTypes } from './types';
import { loadPack } from './types';
import { fullName } from './workflow';

export interface HookedNode {
	/** The short name of a trigger of the pack, or a full one. */
	type: string;
	parameters?: INodeParameters;
	credentials?: CredentialRecords;
	/** The node's name in a workflow that the command line imported: n8n gives it no webhook ID. */
	importedAs?: string;
}

/** An execution that a request started. */
export interface Started {
	/** `manual` where it was the test event. */
	mode: WorkflowExecuteMode;
	items: INodeExecutionData[];
}

/** The paths under which n8n takes requests, of the published workflow and of one that listens for a test event. */
const PATHS = { production: '/webhook', test: '/webhook-test' } as const;

/** n8n reads the body raw, whatever its type, and refuses what is said to be JSON and is none; of a multipart body it keeps the parts alone. */
function isReadable(request: Request & { rawBody?: Buffer }): boolean {
	const type = request.headers['content-type'] ?? '';
	const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
	request.body = {};
	if (!type.startsWith('multipart/')) request.rawBody = raw;
	return !raw.length || !type.startsWith('application/json') || jsonParse(raw.toString('utf8'), { fallbackValue: undefined }) !== undefined;
}

/**
 * A workflow that begins with a webhook trigger: registered, called over HTTP, tested and ended as n8n does it, with the static data that n8n's database would hold. Follows
 * `WebhookTriggerRegistrar`, `TestWebhooks`, `LiveWebhooks` and `WebhookHelpers` of n8n 2.41.1.
 */
export class WebhookWorkflow {
	/** What requests have started, oldest first. */
	readonly started: Started[] = [];

	private readonly workflowId = randomUUID();

	private saved = '{}';

	/** The workflow that listens for a test event; it has static data of its own, which is not saved. */
	private listening?: Workflow;

	private isActive = false;

	/** The status that something before n8n answers in its place to requests for the published workflow. */
	gateway?: number;

	/** Under which n8n is reached. */
	private prefix = '';

	private constructor(
		private readonly node: INode,
		private readonly types: KnownTypes,
		private readonly credentials: CredentialRecords,
		private readonly server: Server,
	) {}

	static async open({ type, parameters = {}, credentials = {}, importedAs }: HookedNode): Promise<WebhookWorkflow> {
		const types = await loadPack();
		const node: INode = {
			id: randomUUID(),
			name: importedAs ?? 'Trigger',
			type: fullName(type),
			typeVersion: [types.nodeTypes.getByNameAndVersion(fullName(type)).description.version].flat().at(-1) ?? 1,
			position: [0, 0],
			...(importedAs === undefined && { webhookId: randomUUID() }),
			parameters,
			credentials: Object.fromEntries(Object.entries(credentials).map(([name, record]) => [record.type, { id: name, name }])),
		};
		const app = express();
		const server = await new Promise<Server>((resolve) => {
			const listener: Server = app.listen(0, '127.0.0.1', () => resolve(listener));
		});
		const workflow = new WebhookWorkflow(node, types, credentials, server);
		app.use(express.raw({ type: () => true, limit: '16mb' }));
		app.post(/.*/, async (request, response) => await workflow.take(request, response));
		return workflow;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** The URL that n8n gives the published workflow. */
	get url(): string {
		return `${this.base}${PATHS.production}/${this.path}`;
	}

	/** The URL that n8n gives one that listens for a test event. */
	get testUrl(): string {
		return `${this.base}${PATHS.test}/${this.path}`;
	}

	/** Publishes the workflow. Where the trigger can't be registered, n8n ends it and rejects with its message. */
	async activate(): Promise<void> {
		const workflow = this.load(this.saved);
		this.isActive = true;
		try {
			await this.register(workflow, 'trigger', 'activate');
		} catch (error) {
			this.isActive = false;
			await this.hook('delete', workflow, 'internal', 'update').catch(() => undefined);
			throw error;
		} finally {
			this.saved = JSON.stringify(workflow.staticData);
		}
	}

	/** Unpublishes it. What the trigger keeps is saved even where it could not be ended. */
	async deactivate(): Promise<void> {
		const workflow = this.load(this.saved);
		this.isActive = false;
		await this.hook('delete', workflow, 'internal', 'update').finally(() => (this.saved = JSON.stringify(workflow.staticData)));
	}

	/** *Listen for test event*: of what is saved for the published workflow n8n shows it nothing. */
	async listen(): Promise<void> {
		this.listening = this.load('{}');
		await this.register(this.listening, 'manual', 'manual').catch(async (error: unknown) => {
			await this.stopListening();
			throw error;
		});
	}

	/** The user stops listening; after a test event n8n does the same. */
	async stopListening(): Promise<void> {
		const workflow = this.listening;
		this.listening = undefined;
		if (workflow) await this.hook('delete', workflow, 'internal', 'update', true);
	}

	/** The node's settings as they are from now on. */
	set parameters(parameters: INodeParameters) {
		this.node.parameters = parameters;
	}

	/** n8n is reached under another address from now on. */
	move(): void {
		this.prefix += '/moved';
	}

	/** What n8n's database holds for the trigger. */
	get staticData(): IDataObject {
		return (JSON.parse(this.saved) as Record<string, IDataObject>)[`node:${this.node.name}`] ?? {};
	}

	set staticData(data: IDataObject) {
		this.saved = JSON.stringify({ [`node:${this.node.name}`]: data });
	}

	private get base(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${this.prefix}`;
	}

	private get path(): string {
		return NodeHelpers.getNodeWebhookPath(this.workflowId, this.node, this.description.path);
	}

	private get description() {
		return this.types.nodeTypes.getByNameAndVersion(this.node.type).description.webhooks![0];
	}

	private load(staticData: string): Workflow {
		const node = structuredClone(this.node);
		return new Workflow({
			id: this.workflowId,
			name: 'Hooked workflow',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: this.types.nodeTypes,
			staticData: JSON.parse(staticData) as IDataObject,
		});
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		const bases = { webhookBaseUrl: `${this.base}${PATHS.production}`, webhookTestBaseUrl: `${this.base}${PATHS.test}` };
		return { ...additionalDataFor(new CredentialStore(this.types, this.credentials)), ...bases };
	}

	private webhookData(additionalData: IWorkflowExecuteAdditionalData, isTest: boolean): IWebhookData {
		const { node, path, description: webhookDescription, workflowId } = this;
		return { httpMethod: 'POST', node: node.name, path, webhookDescription, workflowId, workflowExecuteAdditionalData: additionalData, isTest };
	}

	private async register(workflow: Workflow, mode: WorkflowExecuteMode, activation: WorkflowActivateMode): Promise<void> {
		const isTest = mode === 'manual';
		if (!(await this.hook('checkExists', workflow, mode, activation, isTest))) await this.hook('create', workflow, mode, activation, isTest);
	}

	private async hook(
		name: 'checkExists' | 'create' | 'delete',
		workflow: Workflow,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
		isTest = false,
	): Promise<boolean> {
		const { webhookMethods } = this.types.nodeTypes.getByNameAndVersion(this.node.type);
		const additionalData = this.additionalData();
		const context = new HookContext(workflow, workflow.nodes[this.node.name], additionalData, mode, activation, this.webhookData(additionalData, isTest));
		return (await webhookMethods?.default?.[name]?.call(context)) ?? false;
	}

	/** A request to any of n8n's webhook paths. One that ends a test is answered after it has ended, so that the sender may look what is left; n8n answers before. */
	private async take(request: Request, response: Response): Promise<void> {
		const isTest = request.path === new URL(this.testUrl).pathname;
		if (!isTest && this.gateway) return void response.status(this.gateway).end();
		const isKnown = isTest ? this.listening !== undefined : this.isActive && request.path === new URL(this.url).pathname;
		if (!isKnown) return void response.status(404).json({ message: 'The requested webhook is not registered.' });
		if (!isReadable(request)) return void response.status(422).json({ message: 'Failed to parse request body' });

		const result = await this.receive(request, response, isTest);
		if (result.workflowData) this.started.push({ mode: isTest ? 'manual' : 'webhook', items: result.workflowData.flat() });
		if (result.workflowData && isTest) await this.stopListening();
		if (!result.noWebhookResponse) response.status(200).send(result.workflowData ? '' : result.webhookResponse);
	}

	private async receive(request: Request, response: Response, isTest: boolean): Promise<IWebhookResponseData> {
		const workflow = this.load(this.saved);
		if (isTest) workflow.setTestStaticData(this.listening!.staticData);
		const additionalData = { ...this.additionalData(), httpRequest: request, httpResponse: response };
		const node = workflow.nodes[this.node.name];
		const context = new WebhookContext(workflow, node, additionalData, isTest ? 'manual' : 'webhook', this.webhookData(additionalData, isTest), [], null);
		return await this.types.nodeTypes.getByNameAndVersion(this.node.type).webhook!.call(context);
	}
}
