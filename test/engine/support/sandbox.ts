import type { IDataObject } from 'n8n-workflow';

import { sandboxCredentials } from '../../../scripts/demo/credentials.ts';
import type { SandboxPorts, WorldSize } from '../../../scripts/sandbox.ts';
import { anyPorts, startSandbox as start } from '../../../scripts/sandbox.ts';
import type { CredentialRecords } from './credentialStore';

/** One request that reached a service, as the journal keeps it. */
export interface JournalEntry {
	seq: number;
	at: string;
	service: string;
	operation: string;
	method: string;
	path: string;
	headers: Record<string, string>;
	/** Raw. */
	body: string;
	answer: { status: number; body: string };
	/** Whether the service did what was asked, whatever became of its answer. */
	tookEffect: boolean;
	/** The kinds of fault that were played on it. */
	faults: string[];
}

/** A fault to be played; see the sandbox's README for the kinds. */
export interface FaultRule {
	service: string;
	operation?: string;
	kind: string;
	probability?: number;
	every?: number;
	nth?: number;
	times?: number;
	[detail: string]: unknown;
}

/** The control API of the sandbox, one function a path. */
export interface SandboxControl {
	reset(world?: Partial<WorldSize>): Promise<void>;
	/** All that a service holds, by kind, in its wire names. */
	state<T = Record<string, IDataObject[]>>(service: string): Promise<T>;
	/** What the ledger of a chain should hold, from the world alone. */
	expected<T = { counts: Record<string, number>; ledger: IDataObject[] }>(chain: string, period?: { from: string; to: string }): Promise<T>;
	/** The ledger as it is against the ledger as it should be. */
	compare<T = IDataObject & { equal: boolean }>(chain: string, question?: Record<string, string>): Promise<T>;
	journal(filter?: { service?: string; since?: number }): Promise<JournalEntry[]>;
	/** Replaces the list of faults; none clears it. */
	faults(...rules: FaultRule[]): Promise<void>;
	/** Sets switches, e.g. `{ 'kmdOpus.atomicity': 'perLine' }`. */
	switches(values: Record<string, unknown>): Promise<void>;
	/** Sets the sandbox's clock or moves it on. */
	clock(change: { now?: string | null; advance?: string }): Promise<void>;
	/** Lets a manager edit Capitech's rows by a seeded script; answers what was done. */
	manager(script: { seed: number; edits: number; clientId?: number; from?: string; to?: string; kinds?: string[] }): Promise<IDataObject[]>;
	/** Puts records into a service, in the shape that `state` gives. */
	put(service: string, records: Record<string, IDataObject[]>): Promise<void>;
	/** Takes records out of a service, by their keys. */
	remove(service: string, keys: Record<string, IDataObject[]>): Promise<void>;
}

export interface TestSandbox extends SandboxPorts {
	control: SandboxControl;
	/** The text of a file of its certificate folder, e.g. `foreign.pem`. */
	certificate(name: string): Promise<string>;
	/** The demo's credentials for it, fresh and without a token. */
	credentials(): Promise<CredentialRecords>;
	stop(): Promise<void>;
}

/** Starts a sandbox of its own for a test file, on free ports, with a small world unless told otherwise. */
export async function startSandbox(world: Partial<WorldSize> = { seed: 7, people: 40, days: 20 }): Promise<TestSandbox> {
	const sandbox = await start(process.cwd(), anyPorts);
	const call = sandbox.control;
	const query = (parameters: object = {}): string => `?${new URLSearchParams({ ...parameters })}`;
	const control: SandboxControl = {
		reset: async (size = {}) => await call('POST', '/reset', { ...world, ...size }),
		state: async (service) => await call('GET', `/state/${service}`),
		expected: async (chain, period) => await call('GET', `/expected/${chain}${query(period)}`),
		compare: async (chain, question) => await call('GET', `/compare/${chain}${query(question)}`),
		journal: async (filter) => await call('GET', `/journal${query(filter)}`),
		faults: async (...rules) => await call('PUT', '/faults', rules),
		switches: async (values) => await call('PUT', '/switches', values),
		clock: async (change) => await call('PUT', '/clock', change),
		manager: async (script) => await call('POST', '/manager', script),
		put: async (service, records) => await call('POST', `/world/${service}`, records),
		remove: async (service, keys) => await call('DELETE', `/world/${service}`, keys),
	};
	await control.reset();
	const { httpsPort, mtlsPort, controlPort, certificate, stop } = sandbox;
	const credentials = async (): Promise<CredentialRecords> =>
		Object.fromEntries((await sandboxCredentials(sandbox)).map(({ name, type, data }) => [name, { type, data }])) as CredentialRecords;
	return { httpsPort, mtlsPort, controlPort, control, certificate, credentials, stop };
}
