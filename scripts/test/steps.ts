import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../support/run.ts';
import type { Finished } from '../support/run.ts';

const longestCommandMs = 30 * 60_000;

export type Count = { passed: number; failed: number; note?: string };

/** What a step's commands are made from. */
export type StepContext = {
	root: string;
	/** A temporary folder for the machine-readable results. */
	reports: string;
	/** Arguments that go on to jest. */
	forJest: string[];
};

export type Command = {
	label: string;
	/** The program, found in node_modules/.bin, and its arguments. */
	args: string[];
	/** What passed and failed, by the exit code and what the command left in the reports folder. */
	count: (exitCode: number) => Count | Promise<Count>;
};

export type Step = {
	name: string;
	/** Steps that must have run before this one can. */
	needs?: string[];
	/** It runs beside the step before it, which leaves a processor free; what it prints comes at its end. */
	isAside?: boolean;
	commands: (context: StepContext) => Command[];
};

export type StepResult = Required<Count> & { name: string; seconds: number };

/** Runs the commands of one step, all of them, showing what they print. */
export async function runStep(
	step: Step,
	options: Pick<StepContext, 'root' | 'forJest'>,
): Promise<StepResult> {
	const begun = performance.now();
	const reports = await mkdtemp(join(tmpdir(), 'nordic-test-'));
	const total: StepResult = { name: step.name, passed: 0, failed: 0, seconds: 0, note: '' };
	for (const { label, args, count } of step.commands({ ...options, reports })) {
		if (!step.isAside) console.log(`\n── ${label}`);
		const { code, output } = await execute(args, options.root, step.isAside === true);
		if (step.isAside) console.log(`\n── ${label}\n${output}`);
		const counted = await count(code);
		total.passed += counted.passed;
		total.failed += counted.failed;
		total.note = [total.note, counted.note].filter(Boolean).join('; ');
	}
	await rm(reports, { recursive: true, force: true });
	return { ...total, seconds: (performance.now() - begun) / 1000 };
}

function execute([program, ...args]: string[], root: string, isAside: boolean): Promise<Finished> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		const finish = (code: number) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') });
		const child = spawn(program, args, {
			cwd: root,
			stdio: isAside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
			env: childEnvironment(root),
			timeout: longestCommandMs,
			killSignal: 'SIGKILL',
		});
		child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.once('error', (error) => {
			console.error(error.message);
			finish(1);
		});
		child.once('close', (code) => finish(code ?? 1));
	});
}
