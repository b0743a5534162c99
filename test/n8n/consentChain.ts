import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOn } from '../../scripts/n8n/activation.ts';
import type { Execution } from '../../scripts/n8n/execution.ts';
import { runWorkflow } from '../../scripts/n8n/execution.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import { readPdf } from '../engine/support/pdfText';
import { DataTables } from './dataTables';
import type { Row } from './dataTables';
import type { Receiver } from './receiver';
import type { Marks } from './traces';

export const TEMPLATE = 'lina-to-personalemappe';
const RUNS = 'consent runs';
const SCHEDULE = 'Every 15 Minutes';
const UPLOAD = { service: 'kmdOpus', operation: 'UploadDocument' };
const CONSENTS = 'nordic_lina_consents';
const HUMAN = 'nordic_lina_human';
const OPEN = ['pending', 'withdrawing', 'unknown'];

/** Somebody who can log in to a store. */
export interface Person {
	userUuid: string;
	userVorname: string;
	userName: string;
	userEmail: string;
	mainStore: string;
}

/** A document in a personnel folder, with its text. */
export interface FiledDocument {
	PersonnelNumber: string;
	ExternalReference: string;
	Content: string;
	SourceSystem: string;
	text: string;
}

type Push = { url: string; body: { webhook: string; userUuid: string }; status: number | null };
type LinaState = { users: Person[]; consents: Person[]; pushes: Push[]; webhooks: Array<{ uuid: string; url: string }> };
type OpusState = { documents: FiledDocument[]; employments: Array<{ Medarbejdernummer: string; Navn: string }> };
type Comparison = { equal: boolean; missing: unknown[]; extra: unknown[]; duplicateLines: number };
type Assignments = { assignments: Array<{ name: string; value: unknown }> };

/** The first minute of a year. */
const HARDLY_EVER = { rule: { interval: [{ field: 'cronExpression', expression: '0 0 1 1 *' }] } };

/** Makes the template seen by a test, its waits short and the calls many that it may spend, so that no quarter of an hour is waited for; its schedule is the test. */
export function prepareConsentChain(name: string, template: Workflow, receiver: Receiver): void {
	if (name !== TEMPLATE) return;
	for (const { name: node, parameters } of template.nodes) {
		if (node === SCHEDULE) Object.assign(parameters, HARDLY_EVER);
		if (node === 'Let It End') parameters.amount = 2;
		if (node === 'Who Consents') Object.assign(parameters.options as object, { callLimit: 1000 });
	}
	receiver.attach(template, 'Release the Lease', RUNS);
}

/** LINA, the template in the real n8n, and the personnel folders. */
export class ConsentChain {
	private readonly get: () => Environment;
	private readonly receiver: Receiver;
	private readonly tables: DataTables;

	constructor(get: () => Environment, receiver: Receiver) {
		this.get = get;
		this.receiver = receiver;
		this.tables = new DataTables(() => get().session);
	}

	get name(): string {
		return this.get().templates[TEMPLATE].name;
	}

	async lina(): Promise<LinaState> {
		return await this.get().sandbox.control('GET', '/state/lina');
	}

	/** Enters values in the node *Settings*, and publishes the workflow. */
	async configure(settings: Record<string, unknown>): Promise<void> {
		const { session } = this.get();
		const { id } = await session.workflow(this.name);
		const { nodes, connections, settings: own, versionId } = await session.get<Workflow & { versionId: string }>(`/rest/workflows/${id}`);
		const { assignments } = nodes.find(({ name }) => name === 'Settings')?.parameters.assignments as Assignments;
		for (const assignment of assignments) if (assignment.name in settings) assignment.value = settings[assignment.name];
		await session.patch(`/rest/workflows/${id}`, { name: this.name, nodes, connections, settings: own, versionId });
		await switchOn(session, this.name);
	}

	async switches(values: Record<string, unknown>): Promise<void> {
		await this.get().sandbox.control('PUT', '/switches', values);
	}

	async give({ userUuid }: Person): Promise<void> {
		await this.get().sandbox.control('POST', '/world/lina', { consents: [{ userUuid }] });
	}

	async withdraw(...people: Person[]): Promise<void> {
		await this.get().sandbox.control('DELETE', '/world/lina', { consents: people.map(({ userUuid }) => ({ userUuid })) });
	}

	/** Everybody whose main store it is, by whether they consent. */
	async people(): Promise<{ consenting: Person[]; others: Person[] }> {
		const { users, consents } = await this.lina();
		const standing = new Set(consents.map(({ userUuid }) => userUuid));
		const staff = users.filter(({ mainStore }) => mainStore === users[0].mainStore);
		return { consenting: staff.filter(({ userUuid }) => standing.has(userUuid)), others: staff.filter(({ userUuid }) => !standing.has(userUuid)) };
	}

	/** A run as the schedule begins one, which waits for those under way. */
	async runBySchedule(): Promise<Execution> {
		const execution = await runWorkflow(this.get().session, this.name, SCHEDULE);
		expect(execution).toMatchObject({ status: 'success', failures: [] });
		await this.ended(1);
		return execution;
	}

	/** Waits for the end of runs. */
	async ended(runs: number): Promise<void> {
		for (let run = 0; run < runs; run++) await this.receiver.next(RUNS);
	}

	/** Runs that ended and were not waited for. */
	get unexpected(): number {
		return this.receiver.left(RUNS).length;
	}

	/** Somebody posts to the webhook. */
	async post(url: string, body: object): Promise<number> {
		const { status } = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
		return status;
	}

	/** Somebody who is not LINA says that a person withdrew, without the id of the registration and with it. */
	async forge({ userUuid }: Person): Promise<number[]> {
		const [{ url, uuid }] = (await this.lina()).webhooks;
		const answers = [];
		for (const webhook of [randomUUID(), uuid]) answers.push(await this.post(url, { delete: true, webhook, userUuid }));
		return answers;
	}

	/** The pushes that were lost on the way come after all, the last one first. */
	async deliverBackwards(pushes: Push[]): Promise<number[]> {
		const answers = [];
		for (const { url, body } of pushes.toReversed()) answers.push(await this.post(url, body));
		return answers;
	}

	/** Uploads fail from now on as the rule says; all is well without one. */
	async uploadsFail(rule?: Record<string, unknown>): Promise<void> {
		await this.get().sandbox.control('PUT', '/faults', rule ? [{ ...UPLOAD, ...rule }] : []);
	}

	/** How many uploads took effect though their answer was lost. */
	async lostAnswers(): Promise<number> {
		const journal = await this.get().sandbox.control<Array<{ operation: string; tookEffect: boolean; faults: string[] }>>('GET', '/journal?service=kmdOpus');
		return journal.filter(({ operation, tookEffect, faults }) => operation === UPLOAD.operation && tookEffect && faults.length).length;
	}

	async kept(): Promise<Row[]> {
		return await this.tables.rows(CONSENTS);
	}

	async listed(): Promise<Row[]> {
		return await this.tables.rows(HUMAN);
	}

	/** Rows of documents whose end is not known, and which are not on the list. */
	async unlisted(): Promise<Row[]> {
		const listed = new Set((await this.listed()).filter(({ code }) => code === 'uploadUnknown').map(({ userUuid }) => userUuid));
		return (await this.kept()).filter(({ state, userUuid }) => OPEN.includes(String(state)) && !listed.has(userUuid));
	}

	/** A human looks into the folders and says of each open document whether it is there. */
	async settle(): Promise<void> {
		const references = new Set((await this.documents()).map(({ ExternalReference }) => ExternalReference));
		for (const { id, state, reference, withdrawalReference } of await this.kept()) {
			if (!OPEN.includes(String(state))) continue;
			await this.tables.edit(CONSENTS, id, { state: references.has(String(withdrawalReference || reference)) ? 'standing' : '' });
		}
	}

	/** Documents that came from LINA, with their texts. */
	async documents(): Promise<FiledDocument[]> {
		const { documents } = await this.opus();
		const read = documents.filter(({ SourceSystem }) => SourceSystem === 'LINA').map(async (document) => {
			const { pages } = await readPdf(Buffer.from(document.Content, 'base64'));
			return { ...document, text: pages.join('\n') };
		});
		return await Promise.all(read);
	}

	/** The names of employees by their numbers. */
	async names(): Promise<Map<string, string>> {
		return new Map((await this.opus()).employments.map(({ Medarbejdernummer, Navn }) => [Medarbejdernummer, Navn]));
	}

	/** How the folders differ from what the reference says; empty when all is well. */
	async folderProblems(): Promise<string[]> {
		const { equal, missing, extra, duplicateLines } = await this.get().sandbox.control<Comparison>('GET', `/compare/${TEMPLATE}`);
		const problems = Object.entries({ missing, extra }).flatMap(([kind, list]) => list.map((entry) => `${kind}: ${JSON.stringify(entry)}`));
		if (duplicateLines) problems.push(`filed twice: ${duplicateLines}`);
		return equal || problems.length ? problems : ['not equal'];
	}

	/** What all who are in LINA and in Opus can be known by. */
	async marks(): Promise<Marks> {
		const { users } = await this.lina();
		const { employments } = await this.opus();
		const ofLina = users.flatMap(({ userUuid, userVorname, userName, userEmail }) => [userUuid, userEmail, userName, `${userVorname} ${userName}`]);
		return { words: [...ofLina, ...employments.map(({ Navn }) => Navn)], numbers: employments.map(({ Medarbejdernummer }) => Medarbejdernummer) };
	}

	/** Waits until LINA has an answer to each push. */
	async answered(): Promise<Push[]> {
		for (let tries = 0; tries < 100; tries++) {
			const { pushes } = await this.lina();
			if (pushes.every(({ status }) => status !== null)) return pushes;
			await after(100);
		}
		throw new Error('Pushes are not answered');
	}

	private async opus(): Promise<OpusState> {
		return await this.get().sandbox.control('GET', '/state/kmdOpus');
	}
}
