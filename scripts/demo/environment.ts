import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { importCredentials, importWorkflows, installPack, makeHome, removeHome } from '../n8n/home.ts';
import type { Workflow } from '../n8n/home.ts';
import { startServer } from '../n8n/server.ts';
import { N8nSession } from '../n8n/session.ts';
import { pack } from '../pack.ts';
import { startSandbox } from '../sandbox.ts';
import type { Sandbox, SandboxPorts } from '../sandbox.ts';
import type { CleanUp } from '../support/cleanUp.ts';
import { sandboxCredentials } from './credentials.ts';

/** The sandbox and a real n8n with the packed nodes, the credentials and the templates in it. */
export type Environment = {
	sandbox: Sandbox;
	session: N8nSession;
	/** The templates that n8n holds, by their file names without `.json`. */
	templates: Record<string, Workflow>;
	/** The folder where workflows may read and write files. */
	files: string;
	/** The folder in which n8n keeps all that it has. */
	n8nFolder: string;
	/** Ends n8n and starts it again, on the same port: the session goes on. Variables given stay in its environment. */
	restartN8n: (variables?: NodeJS.ProcessEnv) => Promise<void>;
	/** The last part of what n8n printed since it was started. */
	n8nOutput: () => string;
};

export type EnvironmentOptions = {
	root: string;
	ports: SandboxPorts;
	/** n8n's port; any free one if not given. */
	n8nPort?: number;
	/** Changes a template before it is imported, which may write to the folder `files`; they are taken as they are if not given. */
	adapt?: (name: string, template: Workflow, files: string) => void;
	/** Takes what must be ended later, also when the start fails half-way. */
	cleanUp: CleanUp;
	log: (line: string) => void;
};

/**
 * Brings everything up in the order that n8n needs, with the nodes that `dist` holds: credentials and templates go in by the command
 * line before the server starts, and belong to the owner who is set up then.
 */
export async function startEnvironment(options: EnvironmentOptions): Promise<Environment> {
	const { root, cleanUp, log } = options;

	log('Packing the nodes …');
	const tarball = await pack(root);
	cleanUp.add(() => rm(dirname(tarball), { recursive: true, force: true }));

	log('Starting the sandbox …');
	const sandbox = await startSandbox(root, options.ports);
	cleanUp.add(() => sandbox.stop());

	const home = await makeHome(root, log);
	cleanUp.add(() => removeHome(home));
	log('Putting nodes, credentials and templates into n8n …');
	await installPack(home, tarball);
	await importCredentials(home, await sandboxCredentials(sandbox));
	const templates = await readTemplates(root);
	for (const [name, template] of Object.entries(templates)) options.adapt?.(name, template, home.files);
	await importWorkflows(home, Object.values(templates));

	log('Starting n8n …');
	let server = await startServer(home, options.n8nPort);
	cleanUp.add(() => server.stop());
	const session = await N8nSession.setUpOwner(server);
	const restartN8n = async (variables: NodeJS.ProcessEnv = {}) => {
		await server.stop();
		Object.assign(home.environment, variables);
		server = await startServer(home, Number(new URL(server.url).port));
	};
	return { sandbox, session, templates, files: home.files, n8nFolder: home.folder, restartN8n, n8nOutput: () => server.output() };
}

/** All templates of the `workflows` folder. */
async function readTemplates(root: string): Promise<Record<string, Workflow>> {
	const folder = join(root, 'workflows');
	const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
	const entries = files.map(async (file) => {
		const template = JSON.parse(await readFile(join(folder, file), 'utf8')) as Workflow;
		return [file.replace(/\.json$/, ''), template] as const;
	});
	return Object.fromEntries(await Promise.all(entries));
}
