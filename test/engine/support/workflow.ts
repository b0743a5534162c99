import './environment';
import { setTimeout as after } from 'node:timers/promises';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	ExecutionError,
	ExecutionStatus,
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	IPinData,
	ITaskData,
	IWorkflowBase,
	IWorkflowSettings,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { additionalDataFor } from './additionalData';
import type { CredentialRecords } from './credentialStore';
import { CredentialStore } from './credentialStore';
import type { KnownTypes } from './types';
import { loadPack, PACKAGE, START_TYPE } from './types';

/** A node as a workflow file has it; what is left out is filled in. A credential may be named without an id. */
export type NodeSketch = Pick<INode, 'name' | 'type'> & Partial<Omit<INode, 'credentials'>> & { credentials?: Record<string, { name: string }> };

/** A whole item, or only its JSON. */
export type ItemSketch = INodeExecutionData | IDataObject;

interface RunOptions {
	credentials?: CredentialRecords;
	/** `trigger` unless told otherwise. */
	mode?: WorkflowExecuteMode;
	/** Cancels the execution, as the user's stop button does: after so many milliseconds, or when the promise is fulfilled. */
	abortAfter?: number | Promise<unknown>;
	/** The built pack unless told otherwise. */
	types?: KnownTypes;
	/** What the workflow is stored under; '' for one that was never saved. */
	workflowId?: string;
}

export interface WorkflowRun extends RunOptions {
	nodes: NodeSketch[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	/** What the start node begins with: one empty item unless told otherwise. */
	items?: ItemSketch[];
	/** The start node's name, where there is more than one. */
	startNode?: string;
	pinData?: IPinData;
}

interface RunResult {
	/** What `$execution.id` was. */
	executionId: string;
	status: ExecutionStatus;
	error?: ExecutionError;
	/** The stored credentials after the run: the object that was given in. */
	credentials: CredentialRecords;
}

export interface WorkflowResult extends RunResult {
	/** The items of each output of each node that ran, from its last run. */
	outputs: Record<string, INodeExecutionData[][]>;
	hints: Record<string, NodeExecutionHint[]>;
}

export interface NodeRun extends RunOptions {
	/** The short name of a node of the pack, e.g. `capitech`, or a full one. */
	type: string;
	parameters: INodeParameters;
	items?: ItemSketch[];
	typeVersion?: number;
	onError?: INode['onError'];
	/** Further settings of the node, e.g. `retryOnFail`. */
	settings?: Partial<INode>;
}

export interface NodeResult extends RunResult {
	/** The items of each output: the regular one first, the error output last. */
	outputs: INodeExecutionData[][];
	hints: NodeExecutionHint[];
}

/**
 * Executes a workflow in n8n's real engine, from its start node to its end, to its failure or to its cancellation. Rejects when n8n would
 * not start it at all, as for a required parameter that is empty.
 */
export async function runWorkflow(run: WorkflowRun): Promise<WorkflowResult> {
	const types = run.types ?? (await loadPack());
	const mode = run.mode ?? 'trigger';
	const credentials = run.credentials ?? {};
	const workflow = new Workflow({
		id: run.workflowId ?? 'engine-test',
		name: 'Engine test',
		nodes: run.nodes.map((node, i) => completed(node, i, types)),
		connections: run.connections,
		active: false,
		nodeTypes: types.nodeTypes,
		settings: { executionOrder: 'v1', timezone: 'Europe/Copenhagen', ...run.settings },
	});
	const startNode = run.startNode ? workflow.getNode(run.startNode) : workflow.getStartNode();
	if (!startNode) throw new Error('The workflow has no start node');

	const additionalData = additionalDataFor(new CredentialStore(types, credentials));
	const { executionId = '' } = additionalData;
	additionalData.hooks = new ExecutionLifecycleHooks(mode, executionId, storedForm(workflow));
	const execution = new WorkflowExecute(additionalData, mode).run({
		workflow,
		startNode,
		pinData: run.pinData,
		triggerToStartFrom: { name: startNode.name, data: outputOf((run.items ?? [{}]).map(itemOf)) },
	});
	if (run.abortAfter !== undefined) {
		const signal = typeof run.abortAfter === 'number' ? after(run.abortAfter, undefined, { ref: false }) : run.abortAfter;
		void signal.then(() => execution.cancel());
	}
	const { status, data } = await execution;
	const lastRuns = Object.entries(data.resultData.runData).map(([node, runs]) => [node, runs[runs.length - 1]] as const);
	return {
		executionId,
		status,
		error: data.resultData.error,
		outputs: Object.fromEntries(lastRuns.map(([node, { data: output }]) => [node, (output?.main ?? []).map((branch) => branch ?? [])])),
		hints: Object.fromEntries(lastRuns.map(([node, { hints }]) => [node, hints ?? []])),
		credentials,
	};
}

/** Executes one node in n8n's real engine, behind a start node that hands it the items. Each credential given is set on the node. */
export async function runNode({ type, parameters, typeVersion, onError, settings, ...run }: NodeRun): Promise<NodeResult> {
	const records = Object.entries(run.credentials ?? {});
	const node: NodeSketch = {
		name: 'Node',
		type: fullName(type),
		typeVersion,
		parameters,
		onError,
		...(settings as Partial<NodeSketch>),
		credentials: Object.fromEntries(records.map(([name, record]) => [record.type, { name }])),
	};
	const { outputs, hints, ...result } = await runWorkflow({
		...run,
		nodes: [{ name: 'Start', type: START_TYPE }, node],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	});
	return { ...result, outputs: outputs.Node ?? [], hints: hints.Node ?? [] };
}

/** The full name of a node type: that of the pack unless it names another package. */
export const fullName = (type: string): string => (type.includes('.') ? type : `${PACKAGE}.${type}`);

const itemOf = (sketch: ItemSketch): INodeExecutionData =>
	structuredClone('json' in sketch ? (sketch as INodeExecutionData) : { json: sketch as IDataObject });

const outputOf = (items: INodeExecutionData[]): ITaskData => ({ startTime: 0, executionTime: 0, executionIndex: 0, source: [], data: { main: [items] } });

const storedForm = ({ id, name = '', nodes, connectionsBySourceNode, settings }: Workflow): IWorkflowBase => ({
	id,
	name,
	active: false,
	activeVersionId: null,
	isArchived: false,
	createdAt: new Date(),
	updatedAt: new Date(),
	nodes: Object.values(nodes),
	connections: connectionsBySourceNode,
	settings,
});

function completed({ credentials, ...sketch }: NodeSketch, position: number, { nodes }: KnownTypes): INode {
	const versions = nodes.get(sketch.type)?.description.version ?? 1;
	return {
		id: `node-${position}`,
		position: [200 * position, 0],
		parameters: {},
		...sketch,
		typeVersion: sketch.typeVersion ?? [versions].flat().at(-1) ?? 1,
		...(credentials && {
			credentials: Object.fromEntries(Object.entries(credentials).map(([type, { name }]) => [type, { id: name, name }])),
		}),
	};
}
