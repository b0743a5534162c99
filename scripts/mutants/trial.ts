import { availableParallelism, freemem } from 'node:os';
import type { Clone } from './clone.ts';
import type { Compiler } from './compiler.ts';
import type { Mutant, TestSet } from './mutant.ts';
import { applyMutant, testSetKey } from './mutant.ts';
import type { TestResult } from './tests.ts';
import { loadFailure, runTests } from './tests.ts';

/** What became of a mutant. `undecided`: it is stale, does not compile or load, or its tests say nothing; the note tells. */
export interface Verdict {
	mutant: Mutant;
	verdict: 'killed' | 'survived' | 'undecided';
	/** The test that saw it, or why nothing is known. */
	note: string;
	seconds: number;
}

/** n8n's engine, the sandbox and jest take up to this much in one run of tests. */
const BYTES_AT_ONCE = 2.5e9;

/** How many mutants are tried at the same time. */
export const atOnce = (): number => (availableParallelism() > 1 && freemem() > 2 * BYTES_AT_ONCE ? 2 : 1);

/** Hands out a list to workers, each taking the next entry when it is done with one; the results are in the order of the list. */
async function shareOut<T, W, R>(list: T[], workers: W[], work: (entry: T, worker: W) => Promise<R>): Promise<R[]> {
	const results: R[] = [];
	const entries = list.entries();
	await Promise.all(
		workers.map(async (worker) => {
			for (const [at, entry] of entries) results[at] = await work(entry, worker);
		}),
	);
	return results;
}

/** The files of a clone with the mistake in them, sources and build. */
function filesOf(mutant: Mutant, text: string, compiler: Compiler): Map<string, string> {
	const { file } = mutant;
	const changed = applyMutant(text, mutant);
	if (file.endsWith('.json')) {
		JSON.parse(changed);
		return new Map([[file, changed]]);
	}
	const { files, problems } = compiler.compile(file, changed);
	if (problems.length) throw new Error(`Does not compile: ${problems[0]}`);
	return new Map([[file, changed], ...files]);
}

const verdictOf = (result: TestResult): Pick<Verdict, 'verdict' | 'note'> => {
	if (result.kind === 'failed') return { verdict: 'killed', note: result.by };
	return result.kind === 'passed' ? { verdict: 'survived', note: 'All its tests pass' } : { verdict: 'undecided', note: result.reason };
};

async function judge(mutant: Mutant, baseline: TestResult | undefined, clone: Clone, compiler: Compiler): Promise<Pick<Verdict, 'verdict' | 'note'>> {
	if (baseline?.kind !== 'passed') {
		const why = baseline?.kind === 'failed' ? `'${baseline.by}' fails` : baseline?.reason;
		return { verdict: 'undecided', note: `Without the mistake, ${why ?? 'its tests were not run'}` };
	}
	const files = filesOf(mutant, await clone.read(mutant.file), compiler);
	return await clone.withFiles(files, async () => {
		for (const built of [...files.keys()].filter((file) => file.endsWith('.js'))) {
			const failure = await loadFailure(clone.root, built);
			if (failure) return { verdict: 'undecided', note: `Can't be loaded: ${failure}` };
		}
		return verdictOf(await runTests(clone.root, mutant.tests));
	});
}

/**
 * Tries mutants, one clone each at a time. First each choice of tests is run without a mistake: it must pass.
 * @param onVerdict told of each as it becomes known
 */
export async function tryMutants(mutants: Mutant[], clones: Clone[], compiler: Compiler, onVerdict: (verdict: Verdict) => void): Promise<Verdict[]> {
	const sets = [...new Map(mutants.map(({ tests }) => [testSetKey(tests), tests])).values()];
	const results = await shareOut(sets, clones, async (tests: TestSet, { root }) => [testSetKey(tests), await runTests(root, tests)] as const);
	const baseline = new Map(results);
	return await shareOut(mutants, clones, async (mutant, clone) => {
		const begun = performance.now();
		const found = await judge(mutant, baseline.get(testSetKey(mutant.tests)), clone, compiler).catch((error: Error) => ({ verdict: 'undecided' as const, note: error.message }));
		const verdict: Verdict = { mutant, ...found, seconds: (performance.now() - begun) / 1000 };
		onVerdict(verdict);
		return verdict;
	});
}
