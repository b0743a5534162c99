import { join } from 'node:path';
import { runStep } from './test/steps.ts';
import type { Step, StepResult } from './test/steps.ts';
import { steps } from './test/plan.ts';

/**
 * `npm test`: all that must hold, one step after the other; `npm test -- lint unit` runs some of
 * them, and from the first dash on arguments go to jest. A step that fails does not stop the others. The
 * last line is `N passed, N failed`.
 */
async function main(): Promise<void> {
	const root = join(import.meta.dirname, '..');
	const args = process.argv.slice(2);
	const firstOption = args.findIndex((arg) => arg.startsWith('-'));
	const wanted = firstOption < 0 ? args : args.slice(0, firstOption);
	const forJest = args.slice(wanted.length);
	const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
	if (unknown.length > 0) {
		console.error(`Unknown: ${unknown.join(', ')}. Known: ${steps.map(({ name }) => name).join(', ')}`);
		process.exit(2);
	}

	const needed = new Set(wanted);
	for (const step of steps) {
		if (wanted.includes(step.name)) step.needs?.forEach((name) => needed.add(name));
	}
	const chosen = steps.filter(({ name }) => wanted.length === 0 || needed.has(name));

	const results: StepResult[] = [];
	for (const group of sideBySide(chosen)) results.push(...(await Promise.all(group.map((step) => runStep(step, { root, forJest })))));

	console.log('\nSummary');
	for (const { name, passed, failed, seconds, note } of results) {
		const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
		console.log(`  ${name.padEnd(10)}${counts}  ${seconds.toFixed(0).padStart(4)} s  ${note}`.trimEnd());
	}
	const passed = results.reduce((sum, result) => sum + result.passed, 0);
	const failed = results.reduce((sum, result) => sum + result.failed, 0);
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed === 0 ? 0 : 1);
}

/** The steps in their order, each with those that run beside it. */
function sideBySide(all: Step[]): Step[][] {
	return all.reduce<Step[][]>((groups, step) => (step.isAside && groups.length > 0 ? [...groups.slice(0, -1), [...groups[groups.length - 1], step]] : [...groups, [step]]), []);
}

await main();
