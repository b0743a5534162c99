import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { delimiter, join } from 'node:path';

export type Finished = { code: number; output: string };

const ofOurStarter = /^(npm_(package|lifecycle|command|execpath|config_local_prefix)|JEST_|NODE_ENV$)/;

/**
 * The environment of a child process: Node 24 and the project's tools first on PATH, and nothing of
 * the npm script or the jest run that may have started us: npm would take the project's settings for
 * the child's, and n8n and its lint rules behave differently when they believe to be under test.
 */
export function childEnvironment(root: string, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !ofOurStarter.test(name));
	const tools = [join(root, 'node_modules/node/bin'), join(root, 'node_modules/.bin')];
	const path = [...tools, process.env.PATH ?? ''].join(delimiter);
	return { ...Object.fromEntries(inherited), PATH: path, ...extra };
}

/** Runs a command to its end and returns its exit code with all it printed; never rejects for a bad exit. */
export function capture(command: string, args: string[], options: SpawnOptions): Promise<Finished> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
		const chunks: Buffer[] = [];
		child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.once('error', reject);
		child.once('close', (code) =>
			resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
		);
	});
}

/** As {@link capture}, but a bad exit is an Error that carries the last lines of the output. */
export async function captureOrThrow(
	command: string,
	args: string[],
	options: SpawnOptions,
): Promise<string> {
	const { code, output } = await capture(command, args, options);
	if (code !== 0) {
		throw new Error(`'${command} ${args.join(' ')}' ended with ${code}:\n${tail(output)}`);
	}
	return output;
}

/** The last lines of a text, for messages. */
export function tail(text: string, lines = 30): string {
	return text.trimEnd().split('\n').slice(-lines).join('\n');
}
