import type { Mutant } from '../mutant.ts';
import { chain } from '../mutant.ts';

const TEMPLATE = 'workflows/capitech-to-opus.json';

/** Mistakes in the workflow itself: a condition, a connection, a parameter. */
export const template: Mutant[] = [
	{
		name: 'the status is set although the registration was changed meanwhile',
		file: TEMPLATE,
		find: '"onlyIfUnchanged": true',
		replace: '"onlyIfUnchanged": false',
		tests: chain('duringRun', 'before Set a Status\\?.*its quantity'),
	},
];
