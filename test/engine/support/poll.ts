import './environment';
import { PollContext, TriggersAndPollers } from 'n8n-core';
import { Container } from '@n8n/di';
import type { IDataObject, INode, INodeExecutionData, INodeParameters, WorkflowExecuteMode } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { additionalDataFor } from './additionalData';
import type { CredentialRecords } from './credentialStore';
import { CredentialStore } from './credentialStore';
import type { KnownTypes } from './types';
import { loadPack } from './types';
import { fullName } from './workflow';

export interface PolledNode {
	/** The short name of a trigger of the pack, or a full one. */
	type: string;
	parameters: INodeParameters;
	credentials?: CredentialRecords;
	/** Milliseconds that n8n gives a poll; five minutes unless told otherwise. */
	budgetMs?: number;
	/** Whether n8n keeps the state after every poll, as with durable cursors. Without them it does so once a poll gave something out, and after activation. */
	durable?: boolean;
}

let pollers = 0;

/**
 * A poll trigger of an active workflow, polled as n8n does it: by its `poll` function, on one `Workflow` and its static data for as long as n8n runs.
 * Follows `PollTriggerExecutor` and `WorkflowStaticDataService` of n8n 2.41.1 in when the static data is saved.
 */
export class Poller {
	private readonly workflowId = `poller-${++pollers}`;

	private workflow?: Workflow;

	private isActivated = false;

	/** The static data as n8n's database holds it. */
	private saved = '{}';

	private constructor(
		private readonly node: INode,
		private readonly types: KnownTypes,
		private readonly wishes: PolledNode,
	) {}

	static async open(wishes: PolledNode): Promise<Poller> {
		const types = await loadPack();
		const type = fullName(wishes.type);
		const credentials = Object.entries(wishes.credentials ?? {}).map(([name, record]) => [record.type, { id: name, name }]);
		const node: INode = {
			id: 'trigger',
			name: 'Trigger',
			type,
			typeVersion: [types.nodeTypes.getByNameAndVersion(type).description.version].flat().at(-1) ?? 1,
			position: [0, 0],
			parameters: wishes.parameters,
			credentials: Object.fromEntries(credentials),
		};
		return new Poller(node, types, wishes);
	}

	/** The items of one poll; none where it gave out nothing. Rejects where the poll fails. */
	async poll(): Promise<INodeExecutionData[]> {
		const output = await this.run('trigger');
		if (output || !this.isActivated || this.wishes.durable) this.save();
		this.isActivated = true;
		return output?.flat() ?? [];
	}

	/** What *Fetch Test Event* shows; null where there is nothing to show. */
	async sample(): Promise<INodeExecutionData[] | null> {
		return (await this.run('manual'))?.flat() ?? null;
	}

	/** n8n is started again: what it had not saved is gone. Parameters may have been changed meanwhile. */
	restart(parameters: INodeParameters = {}): void {
		this.workflow = undefined;
		this.isActivated = false;
		this.node.parameters = { ...this.node.parameters, ...parameters };
	}

	/** What the trigger keeps between polls, as it is now. */
	get staticData(): IDataObject {
		return JSON.parse(JSON.stringify(this.running.getStaticData('node', this.node))) as IDataObject;
	}

	/** Puts something else in the place of what the trigger keeps. */
	set staticData(data: IDataObject) {
		this.saved = JSON.stringify({ [`node:${this.node.name}`]: data });
		this.restart();
	}

	/** Whether a restart now would lose nothing of what the trigger keeps. */
	get isSaved(): boolean {
		return JSON.stringify(this.running.staticData) === this.saved;
	}

	private get running(): Workflow {
		this.workflow ??= new Workflow({
			id: this.workflowId,
			name: 'Polled workflow',
			nodes: [this.node],
			connections: {},
			active: true,
			nodeTypes: this.types.nodeTypes,
			staticData: JSON.parse(this.saved) as IDataObject,
			settings: { timezone: 'Europe/Copenhagen' },
		});
		return this.workflow;
	}

	private async run(mode: WorkflowExecuteMode): Promise<INodeExecutionData[][] | null> {
		const { running: workflow, node, wishes } = this;
		const additionalData = additionalDataFor(new CredentialStore(this.types, wishes.credentials ?? {}));
		const activation = this.isActivated ? 'update' : 'activate';
		const context = new PollContext(workflow, workflow.nodes[node.name], additionalData, mode, activation, undefined, undefined, undefined, undefined, undefined, wishes.budgetMs === undefined ? undefined : () => wishes.budgetMs!);
		return await Container.get(TriggersAndPollers).runPollFunction(workflow, workflow.nodes[node.name], context);
	}

	private save(): void {
		this.saved = JSON.stringify(this.running.staticData);
	}
}
