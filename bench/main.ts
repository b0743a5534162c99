import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { measureExternalStatus } from './scenarios/externalStatus.ts';
import { measureGetMany } from './scenarios/getMany.ts';
import { measureLinaDays } from './scenarios/linaDays.ts';
import { measurePayrollLines } from './scenarios/payrollLines.ts';
import { measureRegisterMissing } from './scenarios/registerMissing.ts';
import { bundleHarness } from './support/bundleHarness.ts';
import type { Row } from './support/table.ts';
import { renderTable } from './support/table.ts';

const scenarios = {
	getMany: measureGetMany,
	registerMissing: measureRegisterMissing,
	externalStatus: measureExternalStatus,
	payrollLines: measurePayrollLines,
	linaDays: measureLinaDays,
};

type Name = keyof typeof scenarios;

const names = Object.keys(scenarios) as Name[];
const wanted = process.argv.slice(2) as Name[];
if (!wanted.every((name) => names.includes(name))) {
	console.error(`Usage: npm run bench [-- ${names.join(' | ')} …]`);
	process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const root = join(import.meta.dirname, '..');
const log = (line: string): void => console.error(line);
log('Building');
execFileSync(process.execPath, ['node_modules/gulp/bin/gulp.js', 'build', '--silent'], { cwd: root, stdio: 'inherit' });
const bundle = await bundleHarness(root);

const rows: Row[] = [];
for (const name of wanted.length ? wanted : names) rows.push(...(await scenarios[name]({ root, bundle, log })));
console.log(`\n${renderTable(rows)}\n\nMedians of one run on ${availableParallelism()} cores with Node ${process.version}.`);
