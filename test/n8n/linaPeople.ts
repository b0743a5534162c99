import { setTimeout as after } from 'node:timers/promises';
import { linaCaller } from '../../scripts/demo/credentials.ts';
import type { Environment } from '../../scripts/demo/environment.ts';
import { DataTables } from './dataTables';
import { makePdf } from './onePagePdf';

type Json = Record<string, unknown>;

/** A certificate as LINA holds it. */
export interface Certificate {
	userUuid: string;
	fileName: string;
	mimeType: string;
	content: string;
}

/** A document as the payroll system holds it. */
export interface FiledDocument {
	PersonnelNumber: string;
	DocumentTypeKey: string;
	SourceSystem: string;
	Title: string;
	ExternalReference: string;
	Content: string;
}

/** How a template answers whoever asked. */
export interface Answer {
	status: number;
	code?: string;
	text: string;
	reference?: string;
}

/** Whose data is filed: an id in LINA, and a number in the payroll system. */
export interface Employee {
	userUuid: string;
	employeeNumber: string;
}

const CONSENTS = 'nordic_lina_consents';

const basic = (password: string) => `Basic ${Buffer.from(`${linaCaller.user}:${password}`).toString('base64')}`;

/** What lets a caller in to a form, and to a webhook. */
export const SIGNED_IN = { form: { authorization: basic(linaCaller.password) }, call: { [linaCaller.header]: linaCaller.key } };

/** What doesn't. */
export const NOT_SIGNED_IN: Array<{ form: Record<string, string>; call: Record<string, string> }> = [
	{ form: {}, call: {} },
	{ form: { authorization: basic('wrong') }, call: { [linaCaller.header]: 'wrong' } },
];

/** A certificate that reads what is given. */
export const pdf = (text: string, size = 0): File => new File([makePdf(text, size)], `${text}.pdf`, { type: 'application/pdf' });

/** What the templates for certificates and shifts are seen by in a real n8n: what they answer, what both services hold, and what the data tables keep. */
export class LinaDesk {
	readonly tables: DataTables;

	constructor(private readonly get: () => Environment) {
		this.tables = new DataTables(() => get().session);
	}

	/** Sends a form as a browser does: the fields in their order. */
	async form(path: string, fields: Array<string | File>, headers: Record<string, string> = SIGNED_IN.form): Promise<Answer> {
		const body = new FormData();
		for (const [at, value] of fields.entries()) body.append(`field-${at}`, value);
		return await this.send(`/form/${path}`, { headers, body });
	}

	/** Calls a webhook: with a form, or with JSON. */
	async call(path: string, given: FormData | Json, headers: Record<string, string> = SIGNED_IN.call): Promise<Answer> {
		if (given instanceof FormData) return await this.send(`/webhook/${path}`, { headers, body: given });
		return await this.send(`/webhook/${path}`, { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(given) });
	}

	private async send(path: string, request: { headers: Record<string, string>; body: string | FormData }): Promise<Answer> {
		const response = await fetch(`${this.get().session.url}${path}`, { method: 'POST', ...request });
		const body = await response.text();
		const { code, formSubmittedText: text = body, reference } = response.headers.get('content-type')?.includes('json') ? (JSON.parse(body) as Record<string, string>) : {};
		return { status: response.status, code, text: text ?? body, reference };
	}

	async state<T>(service: 'lina' | 'kmdOpus'): Promise<T> {
		return await this.get().sandbox.control<T>('GET', `/state/${service}`);
	}

	async faults(...rules: Json[]): Promise<void> {
		await this.get().sandbox.control('PUT', '/faults', rules);
	}

	/** The executions of a workflow that stay: those that are under way are waited for, since the answer comes before their end. */
	async executions(workflow: string): Promise<object[]> {
		const { session } = this.get();
		const { id } = await session.workflow(workflow);
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const list = async () => (await session.get<{ results: object[] }>(`/rest/executions?filter=${filter}`)).results;
		for (let tries = 0; tries < 40 && (await list()).length > 0; tries++) await after(250);
		return await list();
	}

	/** Documents that came from LINA. */
	async documents(): Promise<FiledDocument[]> {
		return (await this.state<{ documents: FiledDocument[] }>('kmdOpus')).documents.filter(({ SourceSystem }) => SourceSystem === 'LINA');
	}

	async certificates(): Promise<Certificate[]> {
		return (await this.state<{ certificates: Certificate[] }>('lina')).certificates;
	}

	/** So many who consent in LINA, each with the number of somebody who is employed. */
	async employees(count: number): Promise<Employee[]> {
		const { consents } = await this.state<{ consents: Array<{ userUuid: string }> }>('lina');
		const { ledger } = await this.get().sandbox.control<{ ledger: Array<{ PersonnelNumber: string }> }>('GET', '/expected/lina-to-personalemappe');
		const numbers = [...new Set(ledger.map(({ PersonnelNumber }) => PersonnelNumber))];
		const found = consents.slice(0, count).map(({ userUuid }, at) => ({ userUuid, employeeNumber: numbers[at] }));
		if (found.length < count || found.some(({ employeeNumber }) => !employeeNumber)) throw new Error(`The world has fewer than ${count} who consent and are employed`);
		return found;
	}

	/** Puts down what *LINA to Personalemappe* keeps of somebody. */
	async keep({ userUuid, employeeNumber }: Employee, state = 'standing', withdrawalReference = ''): Promise<void> {
		await this.tables.add(CONSENTS, { store: 'main', userUuid, employeeNumber, state, reference: `C-${userUuid}`, documentId: '1', withdrawalReference, at: '2026-10-31T06:00:00.000Z' });
	}

	/** What a human does with the one row of a table: sets columns of it. */
	async edit(table: string, data: Record<string, string>): Promise<void> {
		const [{ id }, ...others] = await this.tables.rows(table);
		if (others.length > 0) throw new Error(`There is more than one row in ${table}`);
		await this.tables.edit(table, id, data);
	}
}
