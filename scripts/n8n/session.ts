import { randomUUID } from 'node:crypto';
import type { N8nServer } from './server.ts';

export const owner = {
	email: 'demo@example.org',
	password: 'Sandbox1234',
	firstName: 'Demo',
	lastName: 'Owner',
};

/** A workflow as `GET /rest/workflows` lists it. */
export type WorkflowEntry = { id: string; name: string; versionId: string; active: boolean };

/** The answer of `POST /rest/credentials/test`. */
export type CredentialTest = { status: 'OK' | 'Error'; message: string };

type SavedCredential = {
	id: string;
	name: string;
	type: string;
	data?: Record<string, unknown>;
};

/** The owner's session with one n8n server: its REST calls, as the editor makes them. */
export class N8nSession {
	readonly url: string;
	/** The name under which the server sends this session the events of its executions. */
	readonly pushRef = randomUUID();
	private readonly browserId = randomUUID();
	private cookie = '';

	private constructor(url: string) {
		this.url = url;
	}

	/** Makes the owner of a fresh home, to whom everything imported before then belongs. */
	static async setUpOwner(server: N8nServer): Promise<N8nSession> {
		const session = new N8nSession(server.url);
		const response = await session.request('POST', '/rest/owner/setup', owner);
		session.cookie = response.headers.getSetCookie().map((entry) => entry.split(';')[0]).join('; ');
		return session;
	}

	/** The headers that identify this session, for a connection made elsewhere. */
	headers(): Record<string, string> {
		return { cookie: this.cookie, 'browser-id': this.browserId, 'push-ref': this.pushRef };
	}

	/** A GET; resolves with what n8n wraps in `data`, or the body itself where it wraps nothing. */
	async get<T>(path: string): Promise<T> {
		return await unwrap<T>(await this.request('GET', path));
	}

	/** A POST; see {@link get}. Rejects with n8n's own message on any status from 400. */
	async post<T>(path: string, body: unknown): Promise<T> {
		return await unwrap<T>(await this.request('POST', path, body));
	}

	/** A PATCH; see {@link post}. */
	async patch<T>(path: string, body: unknown): Promise<T> {
		return await unwrap<T>(await this.request('PATCH', path, body));
	}

	/** A DELETE; see {@link get}. */
	async delete<T>(path: string): Promise<T> {
		return await unwrap<T>(await this.request('DELETE', path));
	}

	/** The workflow with this id or name. */
	async workflow(idOrName: string): Promise<WorkflowEntry> {
		const workflows = await this.get<WorkflowEntry[]>('/rest/workflows');
		const found = workflows.find(({ id, name }) => id === idOrName || name === idOrName);
		if (!found) throw new Error(`n8n holds no workflow '${idOrName}'`);
		return found;
	}

	/** Has a workflow published, so that its triggers and schedules run; n8n answers before they do. */
	async activate(idOrName: string): Promise<WorkflowEntry> {
		const { id, versionId } = await this.workflow(idOrName);
		return await this.post(`/rest/workflows/${id}/activate`, { versionId });
	}

	/** Has a workflow's triggers stopped; n8n answers before they are. */
	async deactivate(idOrName: string): Promise<void> {
		const { id } = await this.workflow(idOrName);
		await this.post(`/rest/workflows/${id}/deactivate`, {});
	}

	/** The ids of a workflow's executions that have not ended. */
	async runningExecutions(idOrName: string): Promise<string[]> {
		const { id } = await this.workflow(idOrName);
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id, status: ['new', 'running', 'waiting'] }));
		const { results } = await this.get<{ results: Array<{ id: string }> }>(`/rest/executions?filter=${filter}`);
		return results.map((execution) => execution.id);
	}

	/** Drops the owner's data tables, and with them what workflows remember between their runs. */
	async dropDataTables(): Promise<void> {
		const { id } = await this.get<{ id: string }>('/rest/projects/personal');
		const path = `/rest/projects/${id}/data-tables`;
		const { data: tables } = await this.get<{ data: Array<{ id: string }> }>(path);
		for (const table of tables) await this.request('DELETE', `${path}/${table.id}`);
	}

	/**
	 * What the *Test* button of a saved credential's form does, with these fields changed in the form.
	 * The form gets the secrets blanked, and n8n puts the saved ones back where they still are.
	 */
	async testCredential(
		name: string,
		changes: Record<string, unknown> = {},
	): Promise<CredentialTest> {
		const saved = await this.get<SavedCredential[]>('/rest/credentials');
		const found = saved.find((credential) => credential.name === name);
		if (!found) throw new Error(`n8n holds no credential '${name}'`);
		const form = await this.get<SavedCredential>(`/rest/credentials/${found.id}?includeData=true`);
		const { id, type } = found;
		const data = { ...form.data, ...changes };
		return await this.post('/rest/credentials/test', { credentials: { id, name, type, data } });
	}

	private async request(method: string, path: string, body?: unknown): Promise<Response> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: { 'content-type': 'application/json', ...this.headers() },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (response.status >= 400) {
			const text = (await response.text()).slice(0, 500);
			throw new Error(`n8n answered ${response.status} to ${method} ${path}: ${text}`);
		}
		return response;
	}
}

async function unwrap<T>(response: Response): Promise<T> {
	const body = (await response.json()) as { data?: T };
	return body.data ?? (body as T);
}
