import { openEvents } from './events.ts';
import type { PushMessage } from './events.ts';
import type { N8nSession } from './session.ts';

type Json = Record<string, unknown>;
type Outputs = { main?: Array<Array<{ json: Json }> | null> };
type TaskData = { data?: Outputs; error?: { message?: string; description?: string } };

/** A finished execution, as the editor of the one who started it sees it. */
export type Execution = {
	id: string;
	status: string;
	/** Of each node: its runs, of each run its outputs, of each output the items' JSON. */
	nodes: Record<string, Json[][][]>;
	/** What each failed node said. */
	failures: Array<{ node: string; message: string }>;
};

/**
 * Runs a workflow from one of its triggers and waits for its end.
 *
 * The results are taken from the events that n8n sends to the editor, so that a workflow which saves
 * no execution data is run as it is, and still leaves none.
 */
export async function runWorkflow(
	session: N8nSession,
	idOrName: string,
	trigger: string,
	timeoutMs = 600_000,
): Promise<Execution> {
	const { id } = await session.workflow(idOrName);
	const events = await openEvents(session);
	try {
		const started = await session.post<{ executionId?: string }>(`/rest/workflows/${id}/run`, {
			triggerToStartFrom: { name: trigger },
		});
		if (!started.executionId) throw new Error(`'${idOrName}' waits for a webhook instead of running`);
		const { executionId } = started;
		const end = await events.first(
			({ type, data }) => type === 'executionFinished' && data?.executionId === executionId,
			`the end of execution ${executionId}`,
			timeoutMs,
		);
		const own = events.messages.filter(({ data }) => data?.executionId === executionId);
		return assemble(executionId, end.data?.status ?? 'unknown', own);
	} finally {
		events.close();
	}
}

/** The first output's items of a node's last run. */
export function itemsOf(execution: Execution, node: string): Json[] {
	const runs = execution.nodes[node];
	if (!runs) {
		const said = execution.failures.map((failure) => `${failure.node}: ${failure.message}`);
		throw new Error(
			`'${node}' did not run in execution ${execution.id} (${execution.status}). ${said.join('; ')}`,
		);
	}
	return runs.at(-1)?.[0] ?? [];
}

function assemble(id: string, status: string, messages: PushMessage[]): Execution {
	const execution: Execution = { id, status, nodes: {}, failures: [] };
	for (const { type, data } of messages) {
		if (type !== 'nodeExecuteAfterData' || !data?.nodeName) continue;
		const { data: given, error } = (data.data ?? {}) as TaskData;
		const outputs = (given?.main ?? []).map((items) => (items ?? []).map(({ json }) => json));
		(execution.nodes[data.nodeName] ??= []).push(outputs);
		if (error) {
			const message = [error.message, error.description].filter(Boolean).join(' — ');
			execution.failures.push({ node: data.nodeName, message });
		}
	}
	if (status === 'error' && execution.failures.length === 0) {
		const message = 'no node ran: a required field is empty, or a node has no credential';
		execution.failures.push({ node: 'n8n', message });
	}
	return execution;
}
