import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { takeScreenshots } from './n8n/screenshot.ts';

/**
 * Pictures of a workflow in a running demo, for looking at and for the README:
 * `node scripts/screenshots.ts --workflow http://localhost:5678/workflow/<id> --out reports/pictures "Node name" …`
 */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		workflow: { type: 'string' },
		out: { type: 'string', default: 'reports/pictures' },
		height: { type: 'string', default: '1050' },
	},
});
if (!values.workflow) throw new Error('--workflow takes the address of a workflow, as the demo prints it');
await mkdir(values.out, { recursive: true });
const saved = await takeScreenshots({
	workflow: values.workflow,
	nodes: positionals,
	folder: values.out,
	height: Number(values.height),
});
console.log(saved.join('\n'));
