import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tail } from '../support/run.ts';
import { runGroup } from './group.ts';
import type { TestSet } from './mutant.ts';

/** Longer than any choice of tests takes on a busy machine: a mistake that makes the chain run for ever is ended. */
const LONGEST_MS = 5 * 60_000;

/** What came of a run of tests. */
export type TestResult =
	| { kind: 'passed' }
	/** With the full name of the first test that failed. */
	| { kind: 'failed'; by: string }
	/** The tests were not begun, or none of them. */
	| { kind: 'crashed'; reason: string };

interface Report {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
	testResults: Array<{ message: string; assertionResults: Array<{ status: string; fullName: string }> }>;
}

/** Reads jest's JSON report. A suite that could not be begun says nothing about what the tests see. */
export function readResult(text: string): TestResult {
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(text) as Report;
	const failed = testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed');
	if (numFailedTests && failed) return { kind: 'failed', by: failed.fullName };
	if (numRuntimeErrorTestSuites) return { kind: 'crashed', reason: tail(testResults.find(({ message }) => message)?.message ?? 'A suite could not be begun', 3) };
	return numPassedTests ? { kind: 'passed' } : { kind: 'crashed', reason: 'No test has this name' };
}

/** Runs a choice of tests in a copy of the project: all of them, since jest writes no report where it is told to stop at the first failure. */
export async function runTests(root: string, { project, files, named }: TestSet): Promise<TestResult> {
	const report = join(root, 'mutant-report.json');
	await rm(report, { force: true });
	const names = named === undefined ? [] : ['--testNamePattern', named];
	const options = ['--runInBand', '--json', `--outputFile=${report}`, `--cacheDirectory=${join(root, '.jest')}`];
	const { output, isOverdue } = await runGroup(root, ['jest', '--selectProjects', project, '--testPathPatterns', files, ...names, ...options], LONGEST_MS);
	if (isOverdue) return { kind: 'crashed', reason: `The tests had not ended after ${LONGEST_MS / 60_000} minutes` };
	const text = await readFile(report, 'utf8').catch(() => '');
	return text ? readResult(text) : { kind: 'crashed', reason: `The tests wrote no report: ${tail(output, 3)}` };
}

/** Whether a compiled file can be loaded at all; the reason why not, otherwise. */
export async function loadFailure(root: string, file: string): Promise<string | undefined> {
	const { code, output } = await runGroup(root, ['node', '-e', `require(${JSON.stringify(join(root, file))})`], LONGEST_MS);
	return code === 0 ? undefined : tail(output, 3);
}
