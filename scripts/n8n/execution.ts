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

type PushMessage = {
	type: string;
	data?: { executionId?: string; nodeName?: string; data?: TaskData; status?: string };
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
		return await events.finished(started.executionId, timeoutMs);
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

/** Collects the events of all executions that this session starts. */
async function openEvents(session: N8nSession) {
	const { host } = new URL(session.url);
	const socket = new WebSocket(`ws://${host}/rest/push?pushRef=${session.pushRef}`, {
		headers: { ...session.headers(), origin: session.url },
	});
	socket.binaryType = 'arraybuffer';
	const messages: PushMessage[] = [];
	let wake = () => {};
	let open = true;
	socket.addEventListener('message', ({ data }) => {
		messages.push(JSON.parse(typeof data === 'string' ? data : Buffer.from(data).toString('utf8')));
		wake();
	});
	socket.addEventListener('close', () => {
		open = false;
		wake();
	});
	await new Promise((resolve, reject) => {
		socket.addEventListener('open', resolve, { once: true });
		socket.addEventListener('error', () => reject(new Error('n8n refused the event connection')), {
			once: true,
		});
	});

	const finished = async (executionId: string, timeoutMs: number): Promise<Execution> => {
		const deadline = Date.now() + timeoutMs;
		const isEnd = ({ type, data }: PushMessage) =>
			type === 'executionFinished' && data?.executionId === executionId;
		while (!messages.some(isEnd)) {
			if (!open) throw new Error(`n8n closed the connection during execution ${executionId}`);
			const left = deadline - Date.now();
			if (left <= 0) throw new Error(`Execution ${executionId} did not end in ${timeoutMs / 1000} s`);
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, left);
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
		const own = messages.filter(({ data }) => data?.executionId === executionId);
		return assemble(executionId, own.find(isEnd)?.data?.status ?? 'unknown', own);
	};
	return { finished, close: () => socket.close() };
}

function assemble(id: string, status: string, messages: PushMessage[]): Execution {
	const execution: Execution = { id, status, nodes: {}, failures: [] };
	for (const { type, data } of messages) {
		if (type !== 'nodeExecuteAfterData' || !data?.nodeName) continue;
		const outputs = (data.data?.data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json));
		(execution.nodes[data.nodeName] ??= []).push(outputs);
		const { error } = data.data ?? {};
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
