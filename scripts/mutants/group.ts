import { spawn } from 'node:child_process';
import { childEnvironment } from '../support/run.ts';

/** How a command ended, with what it printed. */
export interface Ended {
	code: number;
	output: string;
	isOverdue: boolean;
}

const running = new Set<number>();

const end = (pid: number): void => {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		running.delete(pid);
	}
};

/** Ends all that runs. */
export const endGroups = (): void => [...running].forEach(end);

process.on('exit', endGroups);

/**
 * Runs a command of the project with all that it starts as one group of processes, which is ended as a whole: a run of tests that hangs leaves no sandbox behind.
 * @param longestMs after which it is ended
 */
export async function runGroup(root: string, [command, ...args]: string[], longestMs: number): Promise<Ended> {
	const child = spawn(command, args, { cwd: root, env: childEnvironment(root), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	const { pid = 0 } = child;
	if (pid) running.add(pid);
	let [output, isOverdue] = ['', false];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
	const timer = setTimeout(() => {
		isOverdue = true;
		end(pid);
	}, longestMs);
	const code = await new Promise<number>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (exitCode) => resolve(exitCode ?? 1));
	});
	clearTimeout(timer);
	end(pid);
	running.delete(pid);
	return { code, output, isOverdue };
}
