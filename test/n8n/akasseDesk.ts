import { setTimeout as after } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { akasseCaller } from '../../scripts/demo/credentials.ts';
import type { Environment } from '../../scripts/demo/environment.ts';
import type { Execution } from '../../scripts/n8n/execution.ts';
import { runWorkflow } from '../../scripts/n8n/execution.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import type { Row } from './dataTables';
import { DataTables } from './dataTables';

type Json = Record<string, unknown>;

/** The a-kasse of the sandbox's credential. */
export const CODE = '901';

const TEMPLATE = 'akasse-opening-hours';
const TABLE = 'nordic_akasse_closings';
const ZONE = 'Europe/Copenhagen';

function assign(nodes: Workflow['nodes'], values: Json): void {
	const { assignments } = nodes.find((node) => node.name === 'Settings')?.parameters.assignments as { assignments: Array<{ name: string; value: unknown }> };
	for (const setting of assignments) if (setting.name in values) setting.value = values[setting.name];
}

/** Enters the settings that a user must enter; the hours are to be as on the new day from midnight on, so that any time of the day will do for a test. */
export function prepareAkasseHours(name: string, template: Workflow): void {
	if (name === TEMPLATE) assign(template.nodes, { akasseCode: CODE, closeAt: '00:00', language: 'en' });
}

interface Interval {
	ugedag: number;
	aabningstidspunkt: string;
	lukketidspunkt: string;
}

/** An a-kasse as the service holds it. */
export type Akasse = Json & { akasseKode: string; akasseAabningstider: Interval[]; akasseTelefontider: Interval[] };

/** What the form asks for. */
export interface Entry {
	kind: 'weekday' | 'date';
	weekday?: string;
	fromDate?: string;
	toDate?: string;
	which?: 'opening' | 'phone' | 'both';
	hours?: string;
	previewOnly?: string;
}

interface Answer {
	status: number;
	code?: string;
	text: string;
	changes?: string[];
}

const basic = (password: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(`${akasseCaller.user}:${password}`).toString('base64')}` });

const SIGNED_IN = { form: basic(akasseCaller.password), row: { [akasseCaller.header]: akasseCaller.key } };

/** What lets nobody in to the form, nor to the row. */
export const NOT_SIGNED_IN: Array<{ form: Record<string, string>; row: Record<string, string> }> = [
	{ form: {}, row: {} },
	{ form: basic('wrong'), row: { [akasseCaller.header]: 'wrong' } },
];

/** Who fills in the form. */
export const CASEWORKER = { caseworkerId: 'CVR:00000901-UUID:b7', caseworkerName: 'Åse Ærø' };

/** What the template for opening hours is seen by in a real n8n: what it answers, what the service holds, and what the table of closings keeps. */
export class AkasseDesk {
	private readonly tables: DataTables;

	constructor(private readonly get: () => Environment) {
		this.tables = new DataTables(() => get().session);
	}

	get name(): string {
		return this.get().templates[TEMPLATE].name;
	}

	get today(): DateTime {
		return DateTime.now().setZone(ZONE);
	}

	/** The date of another day, `yyyy-MM-dd`. */
	date(days: number): string {
		return this.today.plus({ days }).toFormat('yyyy-MM-dd');
	}

	/** Sends the form as a browser does. */
	async form(entry: Entry, headers = SIGNED_IN.form): Promise<Answer> {
		const { kind, weekday = '', fromDate = '', toDate = '', which = 'opening', hours = 'lukket', previewOnly = '' } = entry;
		const body = new FormData();
		for (const [at, value] of [kind, weekday, fromDate, toDate, which, hours, CASEWORKER.caseworkerId, CASEWORKER.caseworkerName, previewOnly].entries()) body.append(`field-${at}`, value);
		return await this.send('/form/akasse-opening-hours', headers, body);
	}

	/** Posts a row of a sheet. */
	async row(entry: Json, headers: Record<string, string> = SIGNED_IN.row): Promise<Answer> {
		return await this.send('/webhook/akasse-opening-hours-row', { ...headers, 'content-type': 'application/json' }, JSON.stringify({ ...CASEWORKER, ...entry }));
	}

	private async send(path: string, headers: Record<string, string>, body: string | FormData): Promise<Answer> {
		const response = await fetch(`${this.get().session.url}${path}`, { method: 'POST', headers, body });
		const text = await response.text();
		const isJson = response.headers.get('content-type')?.includes('json');
		const { code, formSubmittedText = text, changes } = (isJson ? JSON.parse(text) : {}) as { code?: string; formSubmittedText?: string; changes?: string[] };
		return { status: response.status, code, text: formSubmittedText, changes };
	}

	/** The a-kasse as the service holds it. */
	async akasse(): Promise<Akasse> {
		const { akasser } = await this.get().sandbox.control<{ akasser: Akasse[] }>('GET', '/state/starAkasse');
		return akasser.find(({ akasseKode }) => akasseKode === CODE)!;
	}

	/** The hours of a weekday, `HH:mm-HH:mm`. */
	async hoursOn(weekday: number, kind: 'akasseAabningstider' | 'akasseTelefontider' = 'akasseAabningstider'): Promise<string[]> {
		const hours = (await this.akasse())[kind].filter(({ ugedag }) => ugedag === weekday);
		return hours.map(({ aabningstidspunkt, lukketidspunkt }) => `${aabningstidspunkt}-${lukketidspunkt}`);
	}

	/** Somebody else's change. */
	async edit(change: (akasse: Akasse) => Json): Promise<void> {
		const record = await this.akasse();
		await this.get().sandbox.control('POST', '/world/starAkasse', { akasser: [{ ...record, ...change(record) }] });
	}

	/** Has somebody enter other hours for a weekday. */
	async open(weekday: number, ...hours: string[]): Promise<void> {
		const day = hours.map((interval) => interval.split('-')).map(([aabningstidspunkt, lukketidspunkt]) => ({ ugedag: weekday, aabningstidspunkt, lukketidspunkt }));
		await this.edit(({ akasseAabningstider }) => ({
			akasseAabningstider: [...akasseAabningstider.filter(({ ugedag }) => ugedag !== weekday), ...day].sort((a, b) => a.ugedag - b.ugedag),
		}));
	}

	async journal(operation: string): Promise<Array<{ headers: Record<string, string> }>> {
		const entries = await this.get().sandbox.control<Array<{ operation: string; headers: Record<string, string> }>>('GET', '/journal?service=starAkasse');
		return entries.filter((entry) => entry.operation === operation);
	}

	/** How many updates the service was sent. */
	async puts(): Promise<number> {
		return (await this.journal('UpdateAkasseOplysninger')).length;
	}

	async faults(...rules: Json[]): Promise<void> {
		await this.get().sandbox.control('PUT', '/faults', rules);
	}

	/** A run that comes to its end. */
	async night(trigger = 'Every Night'): Promise<Execution> {
		const execution = await runWorkflow(this.get().session, this.name, trigger);
		expect(execution.failures).toEqual([]);
		return execution;
	}

	/** Enters a setting in the editor. */
	async enter(field: string, value: unknown): Promise<void> {
		const { session } = this.get();
		const { id } = await session.workflow(this.name);
		const { nodes, versionId } = await session.get<Workflow & { versionId: string }>(`/rest/workflows/${id}`);
		assign(nodes, { [field]: value });
		await session.patch(`/rest/workflows/${id}`, { nodes, versionId });
	}

	/** The closings that are kept. */
	async closings(): Promise<Row[]> {
		return await this.tables.rows(TABLE);
	}

	/** The one closing that is kept. */
	async closing(): Promise<Row> {
		const [row, ...others] = await this.closings();
		expect(others).toEqual([]);
		return row;
	}

	/** Plans a closing, as the form does. */
	async plan(row: { date: string; which: string; hours: string }): Promise<void> {
		await this.tables.add(TABLE, { akasseKode: CODE, state: 'planned', before: '', reason: '', at: '', ...row });
	}

	/** Edits the one closing that is kept. */
	async editClosing(data: Row): Promise<void> {
		await this.tables.edit(TABLE, (await this.closing()).id, data);
	}

	/** Lets others begin: n8n tells no workflow of its failure that was started by hand, as a test starts it. */
	async freeLease(): Promise<void> {
		const [{ id }] = await this.tables.rows('nordic_workforce_runs');
		await this.tables.edit('nordic_workforce_runs', id, { until: '1970-01-01T00:00:00.000Z' });
	}

	/** The executions of the template that stay: those that are under way are waited for. */
	async executions(): Promise<object[]> {
		const { session } = this.get();
		const { id } = await session.workflow(this.name);
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const list = async () => (await session.get<{ results: object[] }>(`/rest/executions?filter=${filter}`)).results;
		for (let tries = 0; tries < 40 && (await list()).length > 0; tries++) await after(250);
		return await list();
	}
}
