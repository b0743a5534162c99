import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Part } from './n8n/screenshot.ts';
import { takeScreenshots } from './n8n/screenshot.ts';

/**
 * Pictures of a workflow in a running demo, for looking at and for the documentation:
 * `node scripts/screenshots.ts --workflow http://localhost:5678/workflow/<id> --out reports/pictures "Node name" …`
 *
 * - names of nodes: their forms;
 * - `--part name=left,right` (repeatable): a part of the canvas between two positions of nodes, full size;
 * - `--table "Node name"` (repeatable): what the node gives out in a run from the trigger `--run`.
 */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		workflow: { type: 'string' },
		out: { type: 'string', default: 'reports/pictures' },
		width: { type: 'string', default: '1680' },
		height: { type: 'string', default: '1050' },
		part: { type: 'string', multiple: true, default: [] },
		table: { type: 'string', multiple: true, default: [] },
		run: { type: 'string', default: 'Run by Hand' },
	},
});
if (!values.workflow) throw new Error('--workflow takes the address of a workflow, as the demo prints it');

function readPart(text: string): Part {
	const [, name, left, right] = /^([^=]+)=(-?\d+),(-?\d+)$/.exec(text) ?? [];
	if (name === undefined) throw new Error(`--part takes name=left,right, not '${text}'`);
	return { name, left: Number(left), right: Number(right) };
}

await mkdir(values.out, { recursive: true });
const saved = await takeScreenshots({
	workflow: values.workflow,
	nodes: positionals,
	parts: values.part.map(readPart),
	tables: { trigger: values.run, nodes: values.table },
	folder: values.out,
	width: Number(values.width),
	height: Number(values.height),
});
console.log(saved.join('\n'));
