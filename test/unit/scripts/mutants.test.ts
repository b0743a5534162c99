import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutants } from '../../../scripts/mutants/list.ts';
import type { Mutant } from '../../../scripts/mutants/mutant.ts';
import { applyMutant } from '../../../scripts/mutants/mutant.ts';
import { sampleOf } from '../../../scripts/mutants/sample.ts';
import { readResult } from '../../../scripts/mutants/tests.ts';

const ROOT = join(__dirname, '../../..');

/** So many points has the list of what bites in LINA's contract (section 5). */
const TRAPS_OF_LINA = 19;

describe('the list of mistakes', () => {
	test('gives each a name of its own', () => {
		expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
	});

	test.each(mutants.map((mutant) => [mutant.name, mutant] as const))('can be made: %s', (_name, mutant) => {
		const text = readFileSync(join(ROOT, mutant.file), 'utf8');
		expect(applyMutant(text, mutant)).not.toBe(text);
	});

	test('names tests that are there', () => {
		const missing = mutants.filter(({ tests: { files } }) => !files.includes('(') && !existsSync(join(ROOT, `${files.replaceAll('\\', '')}.ts`)));
		expect(missing.map(({ name }) => name)).toEqual([]);
	});

	test.each(Array.from({ length: TRAPS_OF_LINA }, (_, at) => at + 1))('has one for trap %i of LINA, seen by the tests that are named after it', (number) => {
		const named = mutants.filter(({ name, tests }) => name.startsWith(`trap ${number}: `) && tests.named?.startsWith(`trap ${number}`));
		expect(named.map(({ name }) => name)).not.toEqual([]);
	});
});

describe('a mistake', () => {
	const mutant = { file: 'a.ts', find: 'x > 0', replace: '$& < 0' };

	test('takes the place of the text, as it is written', () => {
		expect(applyMutant('if (x > 0) return;', mutant)).toBe('if ($& < 0) return;');
	});

	test('is stale where the text is gone, or stands twice', () => {
		expect(() => applyMutant('if (x >= 0) return;', mutant)).toThrow('stands 0 times in a.ts');
		expect(() => applyMutant('x > 0 || x > 0', mutant)).toThrow('stands 2 times in a.ts');
	});
});

describe('a sample', () => {
	const list: Mutant[] = Array.from({ length: 12 }, (_, at) => ({ name: `m${at}`, file: `f${at % 3}`, find: 'a', replace: 'b', tests: { project: 'unit', files: 'x' } }));

	test('is the same of the same list, and no longer than wanted', () => {
		expect(sampleOf(list, 5)).toEqual(sampleOf([...list], 5));
		expect(sampleOf(list, 5)).toHaveLength(5);
		expect(sampleOf(list, 99)).toEqual(list);
	});

	test('is another of another list', () => {
		const samples = Array.from({ length: 8 }, (_, at) => sampleOf([...list, { ...list[0], name: `more ${at}` }], 4).map(({ name }) => name).join());
		expect(new Set(samples).size).toBeGreaterThan(1);
	});

	test('takes one of each file before a second of any', () => {
		expect(sampleOf(list, 3).map(({ file }) => file).sort()).toEqual(['f0', 'f1', 'f2']);
		expect(sampleOf(list, 4).map(({ file }) => file)).toEqual(expect.arrayContaining(['f0', 'f1', 'f2']));
	});
});

describe('a run of tests', () => {
	const report = (figures: object, ...tests: Array<{ status: string; fullName: string }>): string =>
		JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, testResults: [{ message: '', assertionResults: tests }], ...figures });

	test('that fails tells by which test', () => {
		const tests = [{ status: 'passed', fullName: 'one' }, { status: 'failed', fullName: 'two' }];
		expect(readResult(report({ numPassedTests: 1, numFailedTests: 1 }, ...tests))).toEqual({ kind: 'failed', by: 'two' });
	});

	test('that passes has run something', () => {
		expect(readResult(report({ numPassedTests: 1 }))).toEqual({ kind: 'passed' });
		expect(readResult(report({}))).toMatchObject({ kind: 'crashed' });
	});

	test('that could not begin says nothing about the mistake', () => {
		const crashed = { numPassedTests: 3, numRuntimeErrorTestSuites: 1, testResults: [{ message: 'SyntaxError', assertionResults: [] }] };
		expect(readResult(report(crashed))).toEqual({ kind: 'crashed', reason: 'SyntaxError' });
	});
});
