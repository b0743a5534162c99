import { sandboxCredentials } from '../../scripts/demo/credentials.ts';
import type { Sandbox, WorldSize } from '../../scripts/sandbox.ts';
import { anyPorts, startSandbox } from '../../scripts/sandbox.ts';
import type { JournalEntry } from '../../test/engine/support/sandbox.ts';
import type { CredentialRecords } from '../../test/engine/support/credentialStore.ts';
import type { Child } from '../child/openChild.ts';
import { openChild } from '../child/openChild.ts';
import type * as Bare from '../sides/bare.ts';
import type * as Engine from '../sides/engine.ts';

/** What all scenarios share. */
export interface Stage {
	/** The root of the project. */
	root: string;
	/** The engine harness as one file. */
	bundle: string;
	/** Tells what is being measured. */
	log(line: string): void;
}

export type Service = 'capitech' | 'kmdOpus' | 'lina';

/** A request of the journal, as it can be sent again. */
export type Recorded = Bare.WireRequest & { operation: string };

/** A sandbox of its own, with the node on one side and bare requests on the other, each in a process of its own. */
export interface Scene {
	sandbox: Sandbox;
	engine: Child<typeof Engine>;
	bare: Child<typeof Bare>;
	/** Makes the world anew and gives its period. */
	reset(): Promise<{ from: string; until: string }>;
	/** Does something and gives the requests that reached the service meanwhile, in their order. */
	recording<T>(work: () => Promise<T>): Promise<{ value: T; requests: Recorded[] }>;
}

async function linaKey(sandbox: Sandbox): Promise<string> {
	const { apiKeys } = await sandbox.control<{ apiKeys: Array<{ apiKey: string }> }>('GET', '/state/lina');
	return apiKeys[0].apiKey;
}

async function targetOf(service: Service, sandbox: Sandbox): Promise<Bare.Target> {
	const ca = await sandbox.certificate('ca.pem');
	if (service === 'capitech') return { port: sandbox.httpsPort, ca };
	if (service === 'lina') return { port: sandbox.httpsPort, ca, authorization: `Bearer ${await linaKey(sandbox)}` };
	const [cert, key] = await Promise.all(['client.pem', 'client.key'].map(sandbox.certificate));
	return { port: sandbox.mtlsPort, ca, cert, key };
}

async function recordsFor(service: Service, sandbox: Sandbox): Promise<CredentialRecords> {
	const credentials = await sandboxCredentials(sandbox);
	const { name, type, data } = credentials.find((credential) => credential.type === `${service}Api`)!;
	return { [name]: { type, data: data as CredentialRecords[string]['data'] } };
}

/** Sets the scene, plays in it, and clears it away. */
export async function inScene<T>({ root, bundle }: Stage, service: Service, world: WorldSize, play: (scene: Scene) => Promise<T>): Promise<T> {
	const sandbox = await startSandbox(root, anyPorts);
	const engine = openChild<typeof Engine>(new URL('../sides/engine.ts', import.meta.url), root);
	const bare = openChild<typeof Bare>(new URL('../sides/bare.ts', import.meta.url), root);
	const reset = async () => (await sandbox.control<{ period: { from: string; until: string } }>('POST', '/reset', world)).period;
	const journal = async (since: number) => await sandbox.control<JournalEntry[]>('GET', `/journal?service=${service}&since=${since}`);
	const recording: Scene['recording'] = async (work) => {
		const last = (await journal(0)).at(-1)?.seq ?? 0;
		const value = await work();
		const entries = await journal(last);
		return { value, requests: entries.map(({ operation, method, path, body }) => ({ operation, method, path, body })) };
	};
	try {
		await engine.call('open', bundle, await recordsFor(service, sandbox));
		await bare.call('open', await targetOf(service, sandbox));
		await reset();
		return await play({ sandbox, engine, bare, reset, recording });
	} finally {
		engine.close();
		bare.close();
		await sandbox.stop();
	}
}
