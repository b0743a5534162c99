import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countByExit, countJest, countMutants, countNodeTest } from '../../../scripts/test/count.ts';

describe('the counts at the end of npm test', () => {
	const folder = mkdtempSync(join(tmpdir(), 'nordic-count-'));
	const file = join(folder, 'report');
	const jestReport = (figures: object) =>
		writeFileSync(
			file,
			JSON.stringify({
				numPassedTests: 7,
				numFailedTests: 0,
				numPendingTests: 0,
				numTodoTests: 0,
				numRuntimeErrorTestSuites: 0,
				...figures,
			}),
		);
	afterAll(() => rmSync(folder, { recursive: true }));

	it('count a check by its exit code', () => {
		expect(countByExit(0)).toEqual({ passed: 1, failed: 0 });
		expect(countByExit(2)).toEqual({ passed: 0, failed: 1 });
	});

	it('count each suite that could not run as a failure', async () => {
		jestReport({ numRuntimeErrorTestSuites: 2, numFailedTests: 1 });
		expect(await countJest(file, 1)).toMatchObject({ passed: 7, failed: 3 });
	});

	it('count each mistake that no test sees, or of which nothing is known, as a failure', async () => {
		const mutantReport = (figures: object) => writeFileSync(file, JSON.stringify({ killed: 5, survived: 0, undecided: 0, ...figures }));
		mutantReport({});
		expect(await countMutants(file, 0)).toMatchObject({ passed: 5, failed: 0 });
		expect(await countMutants(file, 1)).toMatchObject({ passed: 5, failed: 1 });
		mutantReport({ killed: 2, survived: 2, undecided: 1 });
		expect(await countMutants(file, 1)).toEqual({ passed: 2, failed: 3, note: '1 undecided' });
		expect(await countMutants(join(folder, 'none'), 0)).toMatchObject({ failed: 1 });
	});

	it('never call a bad exit, a missing report or an empty run a success', async () => {
		jestReport({});
		expect(await countJest(file, 0)).toMatchObject({ passed: 7, failed: 0 });
		expect(await countJest(file, 1)).toMatchObject({ passed: 7, failed: 1 });
		expect(await countJest(join(folder, 'none'), 0)).toMatchObject({ failed: 1 });
		jestReport({ numPassedTests: 0 });
		expect(await countJest(file, 0)).toMatchObject({ passed: 0, failed: 1 });
	});

	it('say how many tests were left out', async () => {
		jestReport({ numPendingTests: 2 });
		expect(await countJest(file, 0)).toMatchObject({ note: '2 skipped' });
	});

	it("read the closing lines of Node's test runner", async () => {
		writeFileSync(file, 'ok 1 - a\n# tests 6\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n');
		expect(await countNodeTest(file, 1)).toEqual({ passed: 3, failed: 2, note: '1 skipped' });
	});
});
