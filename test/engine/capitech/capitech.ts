import { setImmediate as turn } from 'node:timers/promises';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { JournalEntry, NodeResult, Observed, TestSandbox } from '../support';
import { runNode, startSandbox } from '../support';

/** The name of the sandbox's Capitech credential. */
export const CREDENTIAL = 'Capitech (sandbox)';

export const GET_MANY = 'Time/getTimeTransactions';
export const SET_STATUS = 'Time/setExternalStatusCode';
export const LOGIN = 'Access/login';

/** A token of a session that has ended. */
export const ENDED = '00000000-0000-4000-8000-000000000000';

/** Time is not what these tests are about: a busy machine is given enough of it. */
jest.setTimeout(120_000);

/** The clock of the built pack. */
export interface PackClock {
	now?: () => Date;
	sleep?: (ms: number) => Promise<void>;
}

/** Puts a clock into the built pack; without an argument its own is put back. */
export async function setPackClock(clock: PackClock = {}): Promise<void> {
	const { setClock } = (await import(join(process.cwd(), 'dist/nodes/kit/clock.js'))) as { setClock: (clock: PackClock) => void };
	setClock(clock);
}

/** A request as the service got it. */
export interface Sent {
	operation: string;
	path: string;
	body: IDataObject;
	entry: JournalEntry;
}

type RunOptions = Partial<Omit<Parameters<typeof runNode>[0], 'type' | 'parameters'>>;

/** A sandbox for one test file, set back before each test, and the Capitech node run against it. Retries cost no time. */
export class CapitechBench {
	private running?: TestSandbox;

	/** Milliseconds that the pack asked to wait since the test began. */
	waited = 0;

	constructor(world: Parameters<typeof startSandbox>[0] = { seed: 7, people: 40, days: 20 }) {
		beforeAll(async () => {
			this.running = await startSandbox(world);
		});
		afterAll(async () => await this.running?.stop());
		beforeEach(async () => {
			await this.control.reset();
			this.waited = 0;
			await setPackClock({ sleep: async (ms) => void (this.waited += ms) });
		});
		afterEach(async () => await setPackClock());
	}

	get sandbox(): TestSandbox {
		if (!this.running) throw new Error('The sandbox is not running');
		return this.running;
	}

	get control() {
		return this.sandbox.control;
	}

	/** The stored Capitech credential, with some of its fields changed. */
	async credentials(changes: IDataObject = {}) {
		const { [CREDENTIAL]: record } = await this.sandbox.credentials();
		return { [CREDENTIAL]: { ...record, data: { ...record.data, ...(changes as typeof record.data) } } };
	}

	async run(parameters: INodeParameters, options: RunOptions = {}): Promise<NodeResult> {
		return await runNode({ type: 'capitech', credentials: await this.credentials(), ...options, parameters });
	}

	/** Runs the node, and gives what the service received, without log-ins and tokens, and what came out. */
	async observe(parameters: INodeParameters, options: RunOptions = {}): Promise<Observed> {
		const { outputs, error } = await this.run(parameters, options);
		const sent = (await this.sent()).map(({ operation, body: { accessToken, ...body } }) => [operation, typeof accessToken, body]);
		return { sent, got: error ? error.message : outputs };
	}

	/** Runs *Get Many* of client 100 over a period; everything is returned, in full, unless told otherwise. */
	async getMany(fromDate: string, toDate: string, parameters: INodeParameters = {}, options: RunOptions = {}): Promise<NodeResult> {
		const defaults = { resource: 'timeTransaction', operation: 'getMany', clientId: 100, returnAll: true, simplify: false };
		return await this.run({ ...defaults, fromDate, toDate, ...parameters }, options);
	}

	/** Runs *Set External Status*, for rows as *Get Many* gives them. */
	async setStatus(items: RunOptions['items'], parameters: INodeParameters = {}, options: RunOptions = {}): Promise<NodeResult> {
		return await this.run({ resource: 'timeTransaction', operation: 'setExternalStatus', ...parameters }, { ...options, items });
	}

	/** The requests that reached Capitech since the test began, log-ins left out unless asked for. */
	async sent(operation?: string): Promise<Sent[]> {
		const entries = await this.control.journal({ service: 'capitech' });
		return entries
			.filter((entry) => (operation ? entry.operation === operation : entry.operation !== LOGIN))
			.map((entry) => ({ operation: entry.operation, path: entry.path, body: JSON.parse(entry.body || '{}') as IDataObject, entry }));
	}

	/** As `observe`, in a service set back before; records are put in first. */
	observer(records: Record<string, IDataObject[]> = {}) {
		return async (parameters: INodeParameters): Promise<Observed> => {
			await this.control.reset();
			await this.control.put('capitech', records);
			return await this.observe(parameters);
		};
	}

	/** What Capitech holds of client 100, as its own wire rows, begun in the period. */
	async held(fromDate = '', toDate = '9999'): Promise<IDataObject[]> {
		const { transactions } = await this.control.state('capitech');
		return transactions.filter(({ clientId, dateIn }) => clientId === 100 && String(dateIn) >= fromDate && String(dateIn) <= toDate);
	}

	/** Takes all transactions of a period away, so that a test can put its own there. */
	async clear(fromDate: string, toDate: string): Promise<void> {
		const rows = await this.held(fromDate, toDate);
		await this.control.remove('capitech', { transactions: rows.map(({ clientId, uid, timeCategoryId }) => ({ clientId, uid, timeCategoryId })) });
	}

	async put(...transactions: IDataObject[]): Promise<void> {
		await this.control.put('capitech', { transactions });
	}
}

/** A closed, approved row of ordinary hours that a manager entered. */
export const hours = (uid: number, dateIn: string, more: IDataObject = {}): IDataObject => ({
	clientId: 100,
	uid,
	timeCategoryId: 10,
	employeeId: 2001,
	dateIn,
	timeIn: '07:00:00.000',
	dateOut: dateIn,
	timeOut: '15:00:00.000',
	departmentId: 10,
	qty: 7.5,
	approvedLevelOne: 1,
	...more,
});

/** The token that a log-in gave out. */
export const tokenGiven = ({ answer }: JournalEntry): string => (JSON.parse(answer.body) as { content: Array<{ accessToken: string }> }).content[0].accessToken;

/** The items of the node's first output. */
export const rowsOf = ({ outputs }: NodeResult): IDataObject[] => (outputs[0] ?? []).map(({ json }) => json);

/** What tells rows apart, in their order. */
export const keysOf = (rows: IDataObject[]): string[] => rows.map(({ clientId, uid, timeCategoryId }) => `${clientId}:${uid}:${timeCategoryId}`);

/** The first of several, of each key. */
export const uidsOf = (rows: IDataObject[]): number[] => [...new Set(rows.map(({ uid }) => Number(uid)))];

/** A promise for the moment when something is to happen; `reach` lets those who wait for it go on first. */
export function moment() {
	const { promise, resolve } = Promise.withResolvers<void>();
	return { promise, reach: async () => (resolve(), await turn()) };
}

/** A resource locator filled in by hand. */
export const byNumber = (value: unknown) => ({ __rl: true, mode: 'id', value }) as unknown as INodeParameters;

/** A list of resource locators as the form of *Filters* holds it. */
export const entries = (...values: unknown[]) => ({ entries: values.map((value) => ({ entry: byNumber(value) })) }) as unknown as INodeParameters;
