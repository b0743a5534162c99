import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../support/ports.ts';
import { captureOrThrow, childEnvironment } from '../support/run.ts';
import { ensureN8n } from './install.ts';

/** One n8n instance: its folder with database and packs, and the environment all its processes share. */
export type N8nHome = {
	folder: string;
	bin: string;
	/** The folder where workflows may read and write files. */
	files: string;
	environment: NodeJS.ProcessEnv;
};

/** A credential with its data in the clear; n8n encrypts it on import. */
export type PlainCredential = { name: string; type: string; data: Record<string, unknown> };

/** A workflow as a template file holds it. */
export type WorkflowNode = {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	/** By the type of the credential. */
	credentials?: Record<string, { name: string }>;
};

export type Workflow = {
	id?: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
};

const packName = 'n8n-nodes-nordic-workforce';

/** Makes an empty n8n home in the temporary folder. `root` is the project's folder. */
export async function makeHome(root: string, log?: (line: string) => void): Promise<N8nHome> {
	const { bin } = await ensureN8n(root, log);
	const folder = await mkdtemp(join(tmpdir(), 'nordic-n8n-'));
	const files = join(folder, 'files');
	await mkdir(files);
	const environment = childEnvironment(root, {
		N8N_USER_FOLDER: folder,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_LOG_LEVEL: 'info',
		N8N_RESTRICT_FILE_ACCESS_TO: files,
		N8N_SECURE_COOKIE: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	});
	return { folder, bin, files, environment };
}

/** Removes the home with all that n8n kept there. */
export async function removeHome(home: N8nHome): Promise<void> {
	await rm(home.folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Puts the packed nodes where n8n looks for community packs, unpacked as n8n itself does it: a plain
 * `npm install` would drag n8n-workflow in beside the one that runs.
 */
export async function installPack(home: N8nHome, tarball: string): Promise<void> {
	const target = join(home.folder, '.n8n/nodes/node_modules', packName);
	await mkdir(target, { recursive: true });
	await captureOrThrow('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'], {});
}

/** Imports credentials through n8n's command line. Their ids are derived from their names. */
export async function importCredentials(
	home: N8nHome,
	credentials: PlainCredential[],
): Promise<void> {
	const file = join(home.folder, 'credentials.json');
	const records = credentials.map((credential) => ({ id: idFor(credential.name), ...credential }));
	await writeFile(file, JSON.stringify(records), { mode: 0o600 });
	await runCommand(home, ['import:credentials', `--input=${file}`]);
	await rm(file);
}

/**
 * The nodes with credentials as n8n's own editor writes those it knows by name only. A missing id is another thing to n8n 2.41: it takes the first credential of
 * the type, whatever its name.
 */
const byName = (nodes: WorkflowNode[]): WorkflowNode[] =>
	nodes.map((node) => ({
		...node,
		...(node.credentials && { credentials: Object.fromEntries(Object.entries(node.credentials).map(([type, { name }]) => [type, { id: null, name }])) }),
	}));

/** Imports workflows through n8n's command line, which looks credentials up by their names. */
export async function importWorkflows(home: N8nHome, workflows: Workflow[]): Promise<void> {
	const file = join(home.folder, 'workflows.json');
	const records = workflows.map((workflow) => ({
		id: idFor(workflow.name),
		active: false,
		...workflow,
		nodes: byName(workflow.nodes),
	}));
	await writeFile(file, JSON.stringify(records));
	await runCommand(home, ['import:workflow', `--input=${file}`]);
	await rm(file);
}

/** n8n's own ids have 16 letters and digits; these are the same for a name on every run. */
export function idFor(name: string): string {
	return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

/** Runs n8n's command line; every process gets its own task broker port. */
async function runCommand(home: N8nHome, args: string[]): Promise<void> {
	const [port, brokerPort] = await freePorts(2);
	const env = {
		...home.environment,
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
	};
	await captureOrThrow('node', [home.bin, ...args], { cwd: home.folder, env });
}
