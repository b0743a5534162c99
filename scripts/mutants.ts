import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Clone } from './mutants/clone.ts';
import { Compiler } from './mutants/compiler.ts';
import { endGroups } from './mutants/group.ts';
import { mutants } from './mutants/list.ts';
import { sampleOf } from './mutants/sample.ts';
import type { Verdict } from './mutants/trial.ts';
import { atOnce, tryMutants } from './mutants/trial.ts';
import { CleanUp } from './support/cleanUp.ts';
import { captureOrThrow, childEnvironment } from './support/run.ts';

const { values: options } = parseArgs({
	options: {
		only: { type: 'string', multiple: true },
		sample: { type: 'string' },
		report: { type: 'string' },
	},
});

const line = ({ mutant: { name, file }, verdict, note, seconds }: Verdict): string =>
	`  ${verdict.padEnd(10)}${seconds.toFixed(0).padStart(4)} s  ${name}\n${' '.repeat(18)}${file}: ${note.replaceAll('\n', ' ')}`;

/**
 * `npm run test:mutants`: makes one mistake after the other in a temporary copy of the project, and runs the tests that must see it. `--only <part of a name>`
 * and `--sample <n>` choose, `--report <file>` writes the counts as JSON. The last line is `N killed, N survived`; it ends well when all are killed.
 */
async function main(cleanUp: CleanUp): Promise<number> {
	const parts = (options.only ?? ['']).map((part) => part.toLowerCase());
	const named = mutants.filter(({ name }) => parts.some((part) => name.toLowerCase().includes(part)));
	const chosen = options.sample === undefined ? named : sampleOf(named, Number(options.sample));
	if (!chosen.length) throw new Error('--only and --sample leave nothing to try');

	const clones: Clone[] = [];
	const clone = async (project: string): Promise<string> => {
		const made = await Clone.of(project);
		cleanUp.add(async () => await made.remove());
		clones.push(made);
		return made.root;
	};
	const first = await clone(join(import.meta.dirname, '..'));
	await captureOrThrow('gulp', ['build', '--silent'], { cwd: first, env: childEnvironment(first) });
	while (clones.length < Math.min(atOnce(), chosen.length)) await clone(first);

	console.log(`${chosen.length} of ${mutants.length} mutants; their tests without a mistake first`);
	const verdicts = await tryMutants(chosen, clones, new Compiler(first), (verdict) => console.log(line(verdict)));
	const count = (wanted: Verdict['verdict']): number => verdicts.filter(({ verdict }) => verdict === wanted).length;
	const [killed, survived, undecided] = [count('killed'), count('survived'), count('undecided')];
	if (options.report) await writeFile(options.report, JSON.stringify({ killed, survived, undecided }));

	const open = verdicts.filter(({ verdict }) => verdict !== 'killed');
	if (open.length) console.log(`\nNot killed\n${open.map(line).join('\n')}`);
	if (undecided) console.log(`${undecided} undecided: nothing is known of them`);
	console.log(`${killed} killed, ${survived} survived`);
	return open.length ? 1 : 0;
}

const cleanUp = new CleanUp();
const giveUp = async (): Promise<never> => {
	endGroups();
	await cleanUp.run();
	process.exit(1);
};
let givingUp: Promise<never> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (givingUp ??= giveUp()));
const exitCode = await main(cleanUp).finally(async () => await cleanUp.run());
await givingUp;
process.exit(exitCode);
