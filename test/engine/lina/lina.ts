import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CredentialRecords, FaultRule, JournalEntry, NodeResult, Observed, TestSandbox } from '../support';
import { deduplicationStore, runNode, startSandbox } from '../support';

/** The names of the sandbox's LINA credentials. */
export const API_KEY = 'LINA (sandbox)';
export const TOKEN = 'LINA token (sandbox)';

/** Time is not what these tests are about: a busy machine is given enough of it. */
jest.setTimeout(120_000);

type PackClock = Partial<import('../../../nodes/kit/clock').Clock>;

/** Puts a clock into the built pack; without an argument its own is put back. */
async function setPackClock(clock?: PackClock): Promise<void> {
	const { setClock } = (await import(join(process.cwd(), 'dist/nodes/kit/clock.js'))) as { setClock: (clock?: PackClock) => void };
	setClock(clock);
}

/** Where the sandbox's world ends: the morning of the day after its last one. */
const MORNING = Date.parse('2026-11-01T07:00:00+01:00');

/** What stands between the parts of a form; made up for each. */
const BOUNDARY = /------[0-9a-f-]{36}/g;

/** Longer than LINA counts a call: no test finds another's calls in the budget. */
const BETWEEN_TESTS_MS = 17 * 60_000;

/** The sandbox's clock follows the pack's by steps of so much: the two are never quite alike. */
const SECOND_MS = 1000;

type RunOptions = Partial<Omit<Parameters<typeof runNode>[0], 'type' | 'parameters'>>;

/** A sandbox for one test file, set back before each test, and the LINA node run against it. Waits of the pack cost no time: they move its clock on. */
export class LinaBench {
	private running?: TestSandbox;
	private time = MORNING - BETWEEN_TESTS_MS;
	/** What the sandbox's clock was last set to. */
	private told = 0;

	/** Milliseconds that the pack asked to wait since the test began. */
	waited = 0;

	constructor(world: Parameters<typeof startSandbox>[0] = { seed: 7, people: 40, days: 20 }) {
		beforeAll(async () => {
			this.running = await startSandbox(world);
		});
		afterAll(async () => await this.running?.stop());
		beforeEach(async () => await this.reset());
		afterEach(async () => await setPackClock());
	}

	/** A new world, and nothing in n8n's store of processed items. Sandbox and pack have one time, later than in any test before. */
	async reset(): Promise<void> {
		await this.control.reset();
		deduplicationStore.reset();
		this.waited = 0;
		this.time += BETWEEN_TESTS_MS;
		await this.passTime(0);
		await setPackClock({
			now: () => new Date(this.time),
			sleep: async (ms) => {
				this.waited += ms;
				this.time += ms;
				if (this.time - this.told >= SECOND_MS) await this.passTime(0);
			},
		});
	}

	/** Lets time go by, for the pack and for the sandbox. */
	async passTime(ms: number): Promise<void> {
		this.time += ms;
		this.told = this.time;
		await this.control.clock({ now: new Date(this.time).toISOString() });
	}

	get sandbox(): TestSandbox {
		if (!this.running) throw new Error('The sandbox is not running');
		return this.running;
	}

	get control() {
		return this.sandbox.control;
	}

	/** A stored LINA credential, with some of its fields changed. */
	async credentials(changes: IDataObject = {}, name = API_KEY): Promise<CredentialRecords> {
		const { [name]: record } = await this.sandbox.credentials();
		return { [name]: { ...record, data: { ...record.data, ...(changes as typeof record.data) } } };
	}

	async run(parameters: INodeParameters, options: RunOptions = {}): Promise<NodeResult> {
		return await runNode({ type: 'lina', credentials: await this.credentials(), ...options, parameters });
	}

	/** The JSON of the items that come out; a run that fails fails the test. */
	async rows(parameters: INodeParameters, options: RunOptions = {}): Promise<IDataObject[]> {
		const { error, outputs } = await this.run(parameters, options);
		if (error) throw error;
		return outputs[0].map(({ json }) => json);
	}

	/** Runs the node, and gives what the service received, without the boundaries of forms, and what came out. */
	async observe(parameters: INodeParameters, options: RunOptions = {}): Promise<Observed> {
		const { outputs, error } = await this.run(parameters, options);
		const sent = (await this.sent()).map(({ operation, path, body }) => [operation, path, body.replace(BOUNDARY, '--boundary')]);
		return { sent, got: error ? error.message : outputs };
	}

	/** The requests that reached LINA since the test began, log-ins left out unless asked for. */
	async sent(operation?: string): Promise<JournalEntry[]> {
		const entries = await this.control.journal({ service: 'lina' });
		return entries.filter((entry) => (operation ? entry.operation === operation : entry.operation !== 'token'));
	}

	/** All that LINA holds of a kind. */
	async state(kind: string): Promise<IDataObject[]> {
		return (await this.control.state('lina'))[kind];
	}

	/** Plays faults on an operation. */
	async faults(operation: string, ...rules: Array<Omit<FaultRule, 'service' | 'operation'>>): Promise<void> {
		await this.control.faults(...rules.map((rule) => ({ service: 'lina', operation, ...rule }) as FaultRule));
	}

	/** Persons who have given consent, in the order of the world. */
	async consenting(): Promise<string[]> {
		return (await this.state('consents')).map(({ userUuid }) => String(userUuid));
	}
}
