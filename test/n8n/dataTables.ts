import type { N8nSession } from '../../scripts/n8n/session.ts';

export type Row = Record<string, unknown>;

/** What workflows remember, as a human sees it on n8n's page of data tables. */
export class DataTables {
	private readonly session: () => N8nSession;

	constructor(session: () => N8nSession) {
		this.session = session;
	}

	/** The rows of a table; none where there is no such table. */
	async rows(name: string): Promise<Row[]> {
		const path = await this.path(name);
		return path ? (await this.session().get<{ data: Row[] }>(`${path}/rows?take=250`)).data : [];
	}

	/** Adds a row of texts, and the table where there is none. */
	async add(name: string, row: Record<string, string>): Promise<void> {
		const session = this.session();
		const columns = Object.keys(row).map((column) => ({ name: column, type: 'string' }));
		if (!(await this.path(name))) await session.post(await this.all(), { name, columns });
		await session.post(`${await this.path(name)}/insert`, { data: [row], returnType: 'count' });
	}

	/** Edits a row. */
	async edit(name: string, id: unknown, data: Row): Promise<void> {
		const filter = { type: 'and', filters: [{ columnName: 'id', condition: 'eq', value: id }] };
		await this.session().patch(`${await this.path(name)}/rows`, { filter, data });
	}

	private async all(): Promise<string> {
		const { id: project } = await this.session().get<{ id: string }>('/rest/projects/personal');
		return `/rest/projects/${project}/data-tables`;
	}

	private async path(name: string): Promise<string | undefined> {
		const path = await this.all();
		const { data: tables } = await this.session().get<{ data: Array<{ id: string; name: string }> }>(path);
		const table = tables.find((candidate) => candidate.name === name);
		return table && `${path}/${table.id}`;
	}
}
