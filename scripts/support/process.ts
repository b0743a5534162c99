import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { tail } from './run.ts';

const keptOutput = 200_000;

export type ServerProcess = {
	child: ChildProcess;
	/** The last part of what the process printed. */
	output(): string;
	/** Ends the process: SIGTERM, and SIGKILL when it is still there after ten seconds. */
	stop(): Promise<void>;
};

export type ServerCommand = {
	/** What the process is called in messages. */
	name: string;
	command: string;
	args: string[];
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** Says whether the output so far shows that the server is ready. */
	ready: (output: string) => boolean;
	timeoutMs: number;
};

/**
 * Starts a server as a child process and waits until it says that it is ready.
 *
 * Fails with the last lines of its output when it ends or stays silent for too long. The child never
 * outlives this process.
 */
export async function startProcess(server: ServerCommand): Promise<ServerProcess> {
	const { command, args, cwd, env } = server;
	const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
	const ended = new Promise<void>((resolve) => {
		child.once('close', () => resolve());
		child.once('error', () => resolve());
	});
	const killAtExit = () => child.kill('SIGKILL');
	process.once('exit', killAtExit);
	void ended.then(() => process.off('exit', killAtExit));

	let output = '';
	const readiness = Promise.withResolvers<void>();
	const collect = (chunk: Buffer) => {
		output = (output + chunk.toString('utf8')).slice(-keptOutput);
		if (server.ready(output)) readiness.resolve();
	};
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);

	const stop = async () => {
		child.kill('SIGTERM');
		const graceful = await Promise.race([ended.then(() => true), after(10_000, false)]);
		if (!graceful) child.kill('SIGKILL');
		await ended;
	};
	const outcome = await Promise.race([
		readiness.promise.then(() => 'ready' as const),
		ended.then(() => 'ended' as const),
		after(server.timeoutMs, 'silent' as const),
	]);
	if (outcome !== 'ready') {
		await stop();
		const what = outcome === 'ended' ? 'ended before it was ready' : 'did not get ready in time';
		throw new Error(`${server.name} ${what}. Its last output:\n${tail(output, 40)}`);
	}
	return { child, output: () => output, stop };
}

/** A timer that does not keep the process alive. */
function after<T>(ms: number, value: T): Promise<T> {
	return pause(ms, value, { ref: false });
}
