import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from './steps.ts';
import { countByExit, countJest, countMutants, countNodeTest } from './count.ts';

const projects = ['.', 'test', 'sandbox', 'scripts', 'bench'];

/** The steps of `npm test`, in the order in which they run. */
export const steps: Step[] = [
	{
		name: 'lint',
		commands: () => [{ label: 'eslint', args: ['eslint', '--max-warnings=0', '.'], count: countByExit }],
	},
	{
		name: 'types',
		isAside: true,
		commands: ({ root }) =>
			projects
				.filter((project) => existsSync(join(root, project, 'tsconfig.json')))
				.map((project) => ({
					label: `types of ${project === '.' ? 'nodes and credentials' : project}`,
					args: ['tsc', '--noEmit', '-p', project],
					count: countByExit,
				})),
	},
	{
		name: 'build',
		commands: () => [{ label: 'build', args: ['gulp', 'build', '--silent'], count: countByExit }],
	},
	{
		name: 'docs',
		needs: ['build'],
		commands: () => [{ label: 'files made from others', args: ['node', 'scripts/docs.ts', '--check'], count: countByExit }],
	},
	{
		name: 'sandbox',
		commands: ({ reports }) => [
			{
				label: "the sandbox's own tests",
				args: [
					'node',
					'--test',
					'--test-concurrency=2',
					'--test-reporter=spec',
					'--test-reporter-destination=stdout',
					'--test-reporter=tap',
					`--test-reporter-destination=${join(reports, 'sandbox.tap')}`,
					'sandbox/**/*.test.ts',
				],
				count: (exit) => countNodeTest(join(reports, 'sandbox.tap'), exit),
			},
		],
	},
	jestStep('unit'),
	jestStep('engine'),
	{ ...jestStep('n8n'), isAside: true },
	{
		name: 'mutants',
		commands: ({ reports }) => {
			const report = join(reports, 'mutants.json');
			return [
				{
					label: 'a sample of mistakes that the tests must see',
					args: ['node', 'scripts/mutants.ts', '--sample', '5', '--report', report],
					count: (exit) => countMutants(report, exit),
				},
			];
		},
	},
];

/** The tests of one jest project; they read what the build makes. */
function jestStep(name: string): Step {
	return {
		name,
		needs: ['build'],
		commands: ({ reports, forJest }) => {
			const report = join(reports, `${name}.json`);
			return [
				{
					label: `${name} tests`,
					args: ['jest', '--selectProjects', name, '--maxWorkers=100%', '--json', `--outputFile=${report}`, ...forJest],
					count: (exit) => countJest(report, exit),
				},
			];
		},
	};
}
