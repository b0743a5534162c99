import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CredentialRecords, FaultRule, JournalEntry, NodeResult, Observed, TestSandbox } from '../support';
import { listSearch, runNode, startSandbox } from '../support';

/** The name of the sandbox's credential, which acts for the a-kasse of this code. */
export const CREDENTIAL = 'STAR A-Kasse (sandbox)';
export const OWN = '901';

/** Time is not what these tests are about: a busy machine is given enough of it. */
jest.setTimeout(120_000);

type PackClock = Partial<import('../../../nodes/kit/clock').Clock>;

/** Puts a clock into the built pack; without an argument its own is put back. */
export async function setPackClock(clock?: PackClock): Promise<void> {
	const { setClock } = (await import(join(process.cwd(), 'dist/nodes/kit/clock.js'))) as { setClock: (clock?: PackClock) => void };
	setClock(clock);
}

/** IDs of requests are made up for each run. */
const REQUEST_ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

type RunOptions = Partial<Omit<Parameters<typeof runNode>[0], 'type' | 'parameters'>>;

/** A resource locator's value as entered by code. */
export const byCode = (value: unknown) => ({ __rl: true, mode: 'id', value }) as unknown as INodeParameters;

/** A sandbox for one test file, set back before each test, and the STAR A-Kasse node run against it. Waits of the pack cost no time. */
export class AkasseBench {
	private running?: TestSandbox;

	constructor(world: Parameters<typeof startSandbox>[0] = { seed: 7, people: 20, days: 5 }) {
		beforeAll(async () => {
			this.running = await startSandbox(world);
		});
		afterAll(async () => await this.running?.stop());
		beforeEach(async () => await this.reset());
		afterEach(async () => await setPackClock());
	}

	/** A new world, no fault, every switch at its default. */
	async reset(): Promise<void> {
		await this.control.reset();
		await setPackClock({ sleep: async () => {} });
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
		return await runNode({ type: 'starAkasse', credentials: await this.credentials(), ...options, parameters });
	}

	/** The JSON of the items that come out; a run that fails fails the test. */
	async rows(parameters: INodeParameters, options: RunOptions = {}): Promise<IDataObject[]> {
		const { error, outputs } = await this.run(parameters, options);
		if (error) throw error;
		return outputs[0].map(({ json }) => json);
	}

	/** Runs the node, and gives what the service received and what came out, without the IDs made up for the run. */
	async observe(parameters: INodeParameters, options: RunOptions = {}): Promise<Observed> {
		const { outputs, error } = await this.run(parameters, options);
		const sent = (await this.sent()).map(({ operation, method, path, body, headers }) => [operation, method, path, body, metadataOf(headers)]);
		const got = error ? [error.message, error.description] : outputs;
		return JSON.parse(JSON.stringify({ sent, got }).replace(REQUEST_ID, '(id)')) as Observed;
	}

	/** What the node offers to pick from, as code and name. */
	async search(method: string, parameters: INodeParameters = {}, filter?: string): Promise<unknown[][]> {
		const { results } = await listSearch({ type: 'starAkasse', method, filter, parameters, credentials: await this.credentials() });
		return results.map(({ name, value }) => [value, name]);
	}

	/** The requests that reached the service since the test began. */
	async sent(operation?: string): Promise<JournalEntry[]> {
		const entries = await this.control.journal({ service: 'starAkasse' });
		return entries.filter((entry) => operation === undefined || entry.operation === operation);
	}

	/** All that the service holds of a kind. */
	async state(kind: string): Promise<IDataObject[]> {
		return (await this.control.state('starAkasse'))[kind];
	}

	/** Plays faults on an operation. */
	async faults(operation: string, ...rules: Array<Omit<FaultRule, 'service' | 'operation'>>): Promise<void> {
		await this.control.faults(...rules.map((rule) => ({ service: 'starAkasse', operation, ...rule }) as FaultRule));
	}

	/** Sets switches of the service, named without it. */
	async switches(values: Record<string, unknown>): Promise<void> {
		await this.control.switches(Object.fromEntries(Object.entries(values).map(([name, value]) => [`starAkasse.${name}`, value])));
	}
}

/** The headers in which STAR is told who acts, and by which ID it knows the request. */
const metadataOf = (headers: Record<string, string>): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase().startsWith('x-')));
