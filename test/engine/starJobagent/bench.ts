import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CredentialRecords, FaultRule, JournalEntry, NodeResult, Observed, TestSandbox } from '../support';
import { runNode, startSandbox } from '../support';

/** The name of the sandbox's credential. */
const CREDENTIAL = 'STAR Jobagent (sandbox)';

/** Time is not what these tests are about: a busy machine is given enough of it. */
jest.setTimeout(120_000);

type PackClock = Partial<import('../../../nodes/kit/clock').Clock>;

async function setPackClock(clock?: PackClock): Promise<void> {
	const { setClock } = (await import(join(process.cwd(), 'dist/nodes/kit/clock.js'))) as { setClock: (clock?: PackClock) => void };
	setClock(clock);
}

/** Danish time, in which the service counts its days. */
const ZONE = 'Europe/Copenhagen';

/** Noon of the present day: the certificates are of now. The sandbox's world ends the day before. */
const NOON = DateTime.now().setZone(ZONE).startOf('day').set({ hour: 12 });

/** A day so many days from today, as `yyyy-MM-dd`. */
export const day = (days: number): string => String(NOON.plus({ days }).toISODate());

export const TODAY = day(0);

/** A point in time as the sandbox keeps those of meetings, in UTC. */
export const inUtc = (danish: string): string => String(DateTime.fromISO(danish, { zone: ZONE }).toUTC().toISO());

/** The sandbox's invented codes. */
export const CATEGORY = 9101;
export const NEEDS_WISH = 9103;
export const DEGREE = 9201;
export const BY_PHONE = 9302;

/** What tells one run from another: ids that are made up for it. */
const GUIDS = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi;

const SHOWN_HEADERS = ['x-civilregistrationidentifier', 'x-requestusermetadata', 'x-requestid'];

type RunOptions = Partial<Omit<Parameters<typeof runNode>[0], 'type' | 'parameters'>>;

/** A sandbox for one test file, set back before each test, and the STAR Jobagent node run against it. Waits of the pack cost no time. */
export class JobagentBench {
	private running?: TestSandbox;

	constructor() {
		beforeAll(async () => {
			this.running = await startSandbox({ seed: 7, people: 40, days: 20, until: day(-1) });
			await setPackClock({ now: () => NOON.toJSDate(), sleep: async () => {} });
		});
		afterAll(async () => {
			await setPackClock();
			await this.running?.stop();
		});
		beforeEach(async () => await this.control.reset());
	}

	get sandbox(): TestSandbox {
		if (!this.running) throw new Error('The sandbox is not running');
		return this.running;
	}

	get control() {
		return this.sandbox.control;
	}

	/** The stored credential, with some of its fields changed. */
	async credentials(changes: IDataObject = {}): Promise<CredentialRecords> {
		const { [CREDENTIAL]: record } = await this.sandbox.credentials();
		return { [CREDENTIAL]: { ...record, data: { ...record.data, ...(changes as typeof record.data) } } };
	}

	async run(parameters: INodeParameters, options: RunOptions = {}): Promise<NodeResult> {
		return await runNode({ type: 'starJobagent', credentials: await this.credentials(), ...options, parameters: { resource: 'jobAgent', ...parameters } });
	}

	/** The JSON of the items that come out; a run that fails fails the test. */
	async rows(parameters: INodeParameters, options: RunOptions = {}): Promise<IDataObject[]> {
		const { error, outputs } = await this.run(parameters, options);
		if (error) throw error;
		return outputs[0].map(({ json }) => json);
	}

	/** The JSON of the one item that comes out. */
	async row(parameters: INodeParameters, options: RunOptions = {}): Promise<IDataObject> {
		const rows = await this.rows(parameters, options);
		expect(rows).toHaveLength(1);
		return rows[0];
	}

	/** Runs the node, and gives what the service received and what came out, without ids that are made up for the run. */
	async observe(parameters: INodeParameters, options: RunOptions = {}): Promise<Observed> {
		const { outputs, error } = await this.run(parameters, options);
		const plain = (text: string): string => text.replace(GUIDS, (id) => (id === id.toUpperCase() || KEPT.has(id) ? id : 'a guid'));
		const sent = (await this.sent()).map(({ operation, path, headers, body }) => [operation, path, SHOWN_HEADERS.map((name) => headers[name]), body]);
		const got = error ? `${error.message} ${error.description}` : outputs;
		return { sent: JSON.parse(plain(JSON.stringify(sent))), got: JSON.parse(plain(JSON.stringify(got))) };
	}

	/** The requests that reached the service since the test began. */
	async sent(operation?: string): Promise<JournalEntry[]> {
		const entries = await this.control.journal({ service: 'starJobagent' });
		return operation ? entries.filter((entry) => entry.operation === operation) : entries;
	}

	/** All that the service holds of a kind. */
	async state(kind: string): Promise<IDataObject[]> {
		return (await this.control.state('starJobagent'))[kind];
	}

	/** Plays faults on an operation. */
	async faults(operation: string, ...rules: Array<Omit<FaultRule, 'service' | 'operation'>>): Promise<void> {
		await this.control.faults(...rules.map((rule) => ({ service: 'starJobagent', operation, ...rule }) as FaultRule));
	}

	/** Sets switches of the service by their own names. */
	async switches(values: Record<string, unknown>): Promise<void> {
		await this.control.switches(Object.fromEntries(Object.entries(values).map(([name, value]) => [`starJobagent.${name}`, value])));
	}

	/** Citizens who can be enrolled, in the order of the world. */
	async citizens(): Promise<string[]> {
		return (await this.state('citizens')).filter(({ dead, abroad, birthdate }) => !dead && !abroad && String(birthdate) > '1970').map(({ cpr }) => String(cpr));
	}

	/** The job agents of a citizen. */
	async jobAgentsOf(cpr: string): Promise<IDataObject[]> {
		return (await this.state('jobAgents')).filter((jobAgent) => jobAgent.cpr === cpr);
	}

	/** Puts a job agent in, and gives its identifier. */
	async jobAgent(cpr: string, identifier = IDENTIFIER): Promise<string> {
		await this.control.put('starJobagent', {
			jobAgents: [{ jobagentidentifier: identifier, cpr, klientKategori: CATEGORY, ledighedsgrad: DEGREE, tilmeldingsdato: `${day(-30)}T12:00:00.000Z` }],
		});
		return identifier;
	}

	/** An interview option that can be booked. */
	async interviewOption(): Promise<string> {
		const [option] = (await this.state('interviewOptions')).filter(({ active, from, to }) => active && String(from) <= TODAY && String(to) > TODAY);
		return String(option.moedetilbudId);
	}
}

export const IDENTIFIER = '11111111-1111-4111-8111-111111111111';
export const OTHER_IDENTIFIER = '22222222-2222-4222-8222-222222222222';

/** Ids that a test gives, as against those that are made up. */
const KEPT = new Set([IDENTIFIER, OTHER_IDENTIFIER]);

/** An occupation of the sandbox's catalogue. */
export const OCCUPATION = 'https://esco.sandkasse.example/occupation/9401';
export const OTHER_OCCUPATION = 'https://esco.sandkasse.example/occupation/9402';

/** The fields of Create that are needed. */
export const creation = (cpr: string, parameters: INodeParameters = {}): INodeParameters => ({
	operation: 'create',
	cpr,
	clientCategory: String(CATEGORY),
	enrolmentDate: TODAY,
	unemploymentDegree: String(DEGREE),
	...parameters,
});

/** A start that is free, in Danish time. */
export const MEETING = `${day(4)}T10:30`;

/** The fields of Update that are needed. */
export const change = (cpr: string, interviewOptionId: string, parameters: INodeParameters = {}): INodeParameters => ({
	operation: 'update',
	cpr,
	jobAgentIdentifier: IDENTIFIER,
	meetingStart: MEETING,
	interviewOptionId,
	interviewForm: String(BY_PHONE),
	...parameters,
});

export const deletion = (cpr: string, parameters: INodeParameters = {}): INodeParameters => ({ operation: 'delete', cpr, jobAgentIdentifier: IDENTIFIER, ...parameters });

/** The texts of an item's messages. */
export const textsOf = ({ messages }: IDataObject): string => (messages as IDataObject[]).map(({ type, text }) => `${type} ${text}`).join('\n');
