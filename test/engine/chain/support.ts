import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Settings as Luxon } from 'luxon';
import type { IConnections, IDataObject, INode, IWorkflowSettings } from 'n8n-workflow';

import type { CredentialRecords, FaultRule, JournalEntry, SandboxControl, TestSandbox, WorkflowResult, WorkflowRun } from '../support';
import { knownTypes, loadPack, runWorkflow, startSandbox } from '../support';
import type { Meanwhile } from './coreNodes';
import { coreNodes } from './coreNodes';
import { DataTables } from './dataTables';

const HOURS = 'capitech-to-opus';
const START = 'Run by Hand';
const ERROR_TRIGGER = 'n8n-nodes-base.errorTrigger';
const UNTIL = '2026-10-31';

export const UPDATE = 'update-onetime-payments';
export const SET_STATUS = 'Time/setExternalStatusCode';

const WRITES = [
	{ service: 'kmdOpus', operation: UPDATE },
	{ service: 'capitech', operation: SET_STATUS },
];

/** The nth call of an operation that writes. */
export type WritePlace = Pick<FaultRule, 'service' | 'operation'> & { nth: number };

interface Template {
	nodes: INode[];
	connections: IConnections;
	settings: IWorkflowSettings;
}

interface Assignment {
	name: string;
	value: unknown;
}

/** A template as its file holds it. */
export const readTemplate = (name: string): Template => JSON.parse(readFileSync(join(process.cwd(), 'workflows', `${name}.json`), 'utf8')) as Template;

/** What the `Settings` node of a template assigns. */
function assignmentsOf({ nodes }: Template): Assignment[] {
	const { assignments } = nodes.find(({ name }) => name === 'Settings')?.parameters.assignments as unknown as { assignments: Assignment[] };
	return assignments;
}

/** A template's nodes, with some assignments of its settings changed. */
function templateWith(name: string, settings: Record<string, unknown>): Template {
	const template = readTemplate(name);
	const nodes = template.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
	const assignments = assignmentsOf(template);
	for (const [setting, value] of Object.entries(settings)) {
		const assignment = assignments.find((candidate) => candidate.name === setting);
		if (!assignment) throw new Error(`The template has no setting '${setting}'`);
		assignment.value = value;
	}
	return { ...template, nodes };
}

/** The settings of a firm, as the template's `Settings` node holds them. */
export interface FirmSettings extends IDataObject {
	clientId: number;
	payElements: IDataObject[];
	employees: { source: string; table: IDataObject[] };
	costObjects: IDataObject[];
	payPeriod: IDataObject;
	confirmedPairs: string[];
}

/** A template's firms with something changed. */
export function firmsOf<Firm>(name: string, change: (firm: Firm) => void): string {
	const firms = JSON.parse(String(assignmentsOf(readTemplate(name)).find((assignment) => assignment.name === 'firms')?.value)) as Firm[];
	firms.forEach(change);
	return JSON.stringify(firms);
}

/** The firms of the hours' template with something changed. */
export const firmsWith = (change: (firm: FirmSettings) => void): string => firmsOf(HOURS, change);

/** The world of a test file. */
export interface ChainWorld {
	people: number;
	days: number;
	seed?: number;
}

/** The live ledgers against the reference. */
export interface Comparison {
	equal: boolean;
	missing: IDataObject[];
	extra: IDataObject[];
	different: IDataObject[];
	duplicateLines: number;
	marks: { expected: number; actual: number; wrong: IDataObject[] };
}

/** A posting in the ledger of Opus. */
export interface Payment extends IDataObject {
	Medarbejdernummer: string;
	Objekt_id: string;
	Startdato: string;
	Loenart: string;
	Antal: number;
	Indv_Bemaerkning_1: string;
	Indv_Bemaerkning_2: string;
}

export interface ChainRun {
	/** The figures of the run; undefined when it did not come to its end. */
	summary?: IDataObject;
	/** What a human is to look at. */
	attention: IDataObject[];
	result: WorkflowResult;
}

export interface ChainOptions {
	/** The trigger that begins the run: the one for a run by hand unless told otherwise. */
	from?: string;
	settings?: Record<string, unknown>;
	meanwhile?: Meanwhile;
	abortAfter?: number | Promise<unknown>;
	/** Changes a node of the template before the run. */
	change?: (node: INode) => unknown;
	/** The data tables of the n8n that runs it, where it is not the chain's own. */
	tables?: DataTables;
	/** What the trigger gives out: one empty item unless told otherwise. */
	items?: IDataObject[];
}

type Clock = typeof import('../../../nodes/kit/clock');

const packClock = async (): Promise<Clock> => (await import(join(process.cwd(), 'dist/nodes/kit/clock.js'))) as Clock;

const dayBefore = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** The chain as its template file has it, run in n8n's real engine against a sandbox of its own. */
export class Chain {
	/** What the workflow remembers between its runs. */
	readonly tables = new DataTables();
	/** The time of sandbox and pack, in milliseconds: the present, since the certificates are of today, and standing still until it is moved on. */
	time = Date.now();
	private sandbox?: TestSandbox;
	private credentials: CredentialRecords = {};

	constructor(
		readonly world: ChainWorld,
		/** The template's file name without its ending. */
		readonly name = HOURS,
	) {}

	get control(): SandboxControl {
		if (!this.sandbox) throw new Error('The sandbox is not started');
		return this.sandbox.control;
	}

	async start(): Promise<void> {
		this.sandbox = await startSandbox({ seed: 7, ...this.world, until: UNTIL });
	}

	async stop(): Promise<void> {
		await this.sandbox?.stop();
	}

	/** Moves the time of the sandbox, of the pack and of n8n's `$now` on, by milliseconds. */
	async advance(duration: number): Promise<void> {
		this.time += duration;
		await this.control.clock({ now: new Date(this.time).toISOString() });
	}

	/** The world as it was, credentials that never logged in, and a workflow that never ran. */
	async reset(world: Partial<ChainWorld> = {}): Promise<void> {
		this.tables.clear();
		this.time = Date.now();
		await this.control.reset(world);
		await this.advance(0);
		this.credentials = (await this.sandbox?.credentials()) ?? {};
	}

	/**
	 * Puts troubles of every kind into a world of few people: an employee locked (138) and one unknown in Opus, a cost centre (119) and a PSP element (151) that
	 * take no postings, and a registration of which one row is good and the other is not.
	 */
	async makeTrouble(): Promise<void> {
		await this.control.put('kmdOpus', { employments: [{ Medarbejdernummer: '2003', Laast: true }] });
		await this.control.remove('kmdOpus', { employments: [{ Medarbejdernummer: '2006' }] });
		await this.control.put('capitech', {
			transactions: [hours(900_001, { departmentId: 70 }), hours(900_002, { projectId: 1009 }), hours(900_003), hours(900_003, { timeCategoryId: 20, departmentId: 70, qty: 1 })],
		});
	}

	/** What Capitech holds of the firm in the period. */
	async rows(): Promise<IDataObject[]> {
		const { transactions } = await this.control.state('capitech');
		return transactions.filter(({ clientId, dateIn }) => clientId === 100 && String(dateIn) >= this.from && String(dateIn) <= UNTIL);
	}

	/** A manager's edit of a row, approved again; the mark of its registration is taken away. */
	async edit({ uid, timeCategoryId }: IDataObject, changes: IDataObject): Promise<void> {
		const siblings = (await this.rows()).filter((row) => row.uid === uid);
		const key = ({ timeCategoryId: category }: IDataObject) => ({ clientId: 100, uid, timeCategoryId: category });
		const edited = siblings.filter((row) => timeCategoryId === undefined || row.timeCategoryId === timeCategoryId);
		await this.control.put('capitech', {
			transactions: [
				...edited.map((row) => ({ ...key(row), approvedLevelOne: row.approvedLevelOne, ...changes })),
				...siblings.filter(({ externalStatusCode }) => externalStatusCode === 20).map((row) => ({ ...key(row), externalStatusCode: null })),
			],
		});
	}

	private get from(): string {
		return dayBefore(UNTIL, this.world.days - 1);
	}

	/** What a run is set to unless told otherwise. */
	protected get usualSettings(): Record<string, unknown> {
		return { fromDate: this.from, toDate: UNTIL, postOnManualStart: true };
	}

	/** What n8n is told to keep of a run. */
	workflowSettings(): IWorkflowSettings {
		return readTemplate(this.name).settings;
	}

	/** One execution of the template; started by hand it posts, as it does by night. */
	async run({ from = START, settings = {}, meanwhile = {}, abortAfter, change, tables = this.tables, items }: ChainOptions = {}): Promise<ChainRun> {
		const pack = await loadPack();
		const types = knownTypes({ ...Object.fromEntries(pack.nodes), ...coreNodes(meanwhile, tables) }, [...pack.credentials.values()]);
		const template = templateWith(this.name, { ...this.usualSettings, ...settings });
		for (const node of template.nodes) change?.(node);
		const { nodes, connections, settings: workflowSettings } = template;
		const sketches = nodes as Parameters<typeof runWorkflow>[0]['nodes'];
		const workflow = { nodes: sketches, connections, settings: workflowSettings, types, credentials: this.credentials };
		const result = await runWorkflow({ ...workflow, startNode: from, abortAfter, items });
		if (result.status === 'error') await this.afterFailure(workflow, result);
		const itemsOf = (name: string): IDataObject[] => (result.outputs[name]?.[0] ?? []).map(({ json }) => json);
		return { summary: itemsOf('Summary')[0], attention: itemsOf('For a Human'), result };
	}

	/** What n8n does behind a run that failed: it begins the workflow's own Error Trigger, where there is one. A run that was stopped gets none. */
	private async afterFailure(workflow: Omit<WorkflowRun, 'startNode'>, { executionId, error }: WorkflowResult): Promise<void> {
		const trigger = workflow.nodes.find(({ type }) => type === ERROR_TRIGGER);
		if (!trigger) return;
		const failure = { execution: { id: executionId, error: { message: error?.message } } };
		await runWorkflow({ ...workflow, startNode: trigger.name, items: [failure] });
	}

	/** One execution that must come to its end. */
	async runToEnd(options: ChainOptions = {}): Promise<IDataObject> {
		const { summary, result } = await this.run(options);
		if (result.error) throw result.error;
		if (!summary) throw new Error(`The run ended as ${result.status} without a summary`);
		return summary;
	}

	async expectedCounts(): Promise<Record<string, number>> {
		return (await this.control.expected(this.name)).counts;
	}

	/** @param question further parameters of the reference: firms, dates */
	async compare(question: Record<string, string> = {}): Promise<Comparison> {
		return await this.control.compare(this.name, question);
	}

	/** What keeps the ledgers from being what the reference says; empty when all is well. */
	async problems(): Promise<string[]> {
		const { equal, missing, extra, different, duplicateLines, marks } = await this.compare();
		const remarks = (await this.payments()).map(({ Indv_Bemaerkning_2 }) => Indv_Bemaerkning_2);
		const problems = Object.entries({ missing, extra, different, marks: marks.wrong }).flatMap(([name, list]) => list.map((entry) => `${name}: ${JSON.stringify(entry)}`));
		if (duplicateLines || new Set(remarks).size < remarks.length) problems.push(`posted twice under one remark: ${duplicateLines} lines`);
		return equal || problems.length ? problems : ['not equal'];
	}

	/** The places at which a run writes, counted from the journal. */
	async writePlaces(): Promise<WritePlace[]> {
		const journal = await this.control.journal();
		return WRITES.flatMap(({ service, operation }) =>
			journal.filter((entry) => entry.operation === operation).map((_, at) => ({ service, operation, nth: at + 1 })),
		);
	}

	/** The writes that went over the wire; validations write nothing. */
	async writes(): Promise<JournalEntry[]> {
		return (await this.control.journal()).filter(({ operation, body }) => operation === SET_STATUS || (operation === UPDATE && !isValidation(body)));
	}

	/** Our own postings. */
	async payments(): Promise<Payment[]> {
		const { payments } = await this.control.state<{ payments: Payment[] }>('kmdOpus');
		return payments.filter(({ Indv_Bemaerkning_1 }) => Indv_Bemaerkning_1 === 'Capitech');
	}
}

/** Longer than a lease lasts. */
export const LEASE_TIME = 3 * 3_600_000;

/** A closed and approved row of employee 2001. */
export const hours = (uid: number, more: IDataObject = {}): IDataObject => ({
	clientId: 100,
	uid,
	timeCategoryId: 10,
	employeeId: 2001,
	dateIn: '2026-10-28',
	timeIn: '07:00:00.000',
	dateOut: '2026-10-28',
	timeOut: '15:00:00.000',
	departmentId: 10,
	qty: 7.5,
	approvedLevelOne: 1,
	...more,
});

/** Whether every case is to be tried, and not a seeded choice of them. */
export const isFull = process.env.CHAIN_FULL === '1';

/** A seeded choice of a list, in its order; all of it in the full suite. */
export function some<T>(list: T[], count: number, seed: number): T[] {
	if (isFull || list.length <= count) return list;
	const [chosen] = fc.sample(fc.subarray(list, { minLength: count, maxLength: count }), { seed, numRuns: 1 });
	return chosen;
}

const isValidation = (body: string): boolean => body.includes('"Kun_Valider":"1"');

/** Begins a test file: a sandbox for it, and waits of the pack that cost nothing. */
export const useChain = (world: ChainWorld): Chain => withChain(new Chain(world));

/** Begins a test file with the chain of another template. */
export function withChain<T extends Chain>(chain: T): T {
	jest.setTimeout(isFull ? 3_600_000 : 600_000);
	beforeAll(async () => {
		await chain.start();
		(await packClock()).setClock({ sleep: async () => {}, now: () => new Date(chain.time) });
		Luxon.now = () => chain.time;
	});
	afterAll(async () => {
		Luxon.now = () => Date.now();
		(await packClock()).setClock();
		await chain.stop();
	});
	beforeEach(async () => await chain.reset());
	return chain;
}
