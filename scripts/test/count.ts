import { readFile } from 'node:fs/promises';
import type { Count } from './steps.ts';

/** For a command that is one check in itself. */
export function countByExit(exitCode: number): Count {
	return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

type JestReport = {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	numRuntimeErrorTestSuites: number;
};

/** By jest's JSON report. A suite that could not run counts as one failure, as does a run without report. */
export async function countJest(file: string, exitCode: number): Promise<Count> {
	const text = await readFile(file, 'utf8').catch(() => '');
	if (!text) return { passed: 0, failed: 1, note: 'jest wrote no report' };
	const report = JSON.parse(text) as JestReport;
	const skipped = report.numPendingTests + report.numTodoTests;
	const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
	return atLeastOneFailure(exitCode, {
		passed: report.numPassedTests,
		failed,
		note: skipped > 0 ? `${skipped} skipped` : '',
	});
}

/** By the closing lines of a TAP report, as Node's test runner writes it. */
export async function countNodeTest(file: string, exitCode: number): Promise<Count> {
	const text = await readFile(file, 'utf8').catch(() => '');
	const figure = (name: string) => Number(text.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
	const skipped = figure('skipped') + figure('todo');
	return atLeastOneFailure(exitCode, {
		passed: figure('pass'),
		failed: figure('fail') + figure('cancelled'),
		note: skipped > 0 ? `${skipped} skipped` : '',
	});
}

/** By the report of the mutants: each that is killed has passed, one of which nothing is known has failed. */
export async function countMutants(file: string, exitCode: number): Promise<Count> {
	const text = await readFile(file, 'utf8').catch(() => '');
	if (!text) return { passed: 0, failed: 1, note: 'the mutants left no report' };
	const { killed, survived, undecided } = JSON.parse(text) as Record<'killed' | 'survived' | 'undecided', number>;
	return atLeastOneFailure(exitCode, { passed: killed, failed: survived + undecided, note: undecided > 0 ? `${undecided} undecided` : '' });
}

/** No run is a success that ended badly or tested nothing, whatever its report says. */
function atLeastOneFailure(exitCode: number, count: Count): Count {
	if (count.failed === 0 && exitCode !== 0) return { ...count, failed: 1, note: `exit ${exitCode}` };
	if (count.failed === 0 && count.passed === 0) return { ...count, failed: 1, note: 'no tests ran' };
	return count;
}
