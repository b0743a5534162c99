import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { liveTemplate } from './docs/liveTemplate.ts';
import { operationsPage } from './docs/operationsPage.ts';

/** `npm run docs`: writes the files that are made from others; with `--check` it only says which of them are not what they should be. */
const made: Record<string, () => Promise<string>> = {
	'docs/operations.md': operationsPage,
	'workflows/capitech-approved-hours-live.json': liveTemplate,
};

const isCheck = process.argv.includes('--check');
for (const [name, make] of Object.entries(made)) {
	const file = join(import.meta.dirname, '..', name);
	const text = await make();
	if (!isCheck) {
		await writeFile(file, text);
	} else if ((await readFile(file, 'utf8')) !== text) {
		console.error(`${name} is not what it is made from. Run \`npm run docs\`.`);
		process.exitCode = 1;
	}
}
