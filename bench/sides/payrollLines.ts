import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { makeWorld } from '../../sandbox/world/makeWorld.ts';
import { measured } from '../measure/measured.ts';
import type { NodeWork } from './engine.ts';
import { loadHarness } from './harness.ts';

type RowModule = typeof import('../../nodes/Capitech/time/row.ts');

/** What is done to the rows: one of the three operations, or, as the baseline, nothing by n8n's node for it. */
export type Step = 'prepare' | 'reconcile' | 'settle';

interface Template {
	nodes: Array<{ name: string; parameters: { assignments?: { assignments: Array<{ name: string; value: string }> } } }>;
}

/** The firms of the workflow's settings. */
function readFirms(): unknown {
	const { nodes } = JSON.parse(readFileSync('workflows/capitech-to-opus.json', 'utf8')) as Template;
	const { assignments } = nodes.find(({ name }) => name === 'Settings')?.parameters.assignments ?? { assignments: [] };
	return JSON.parse(assignments.find(({ name }) => name === 'firms')?.value ?? '[]');
}

const SETTINGS = JSON.stringify({ sender: 'Capitech', exportedCode: 20, rejectedCode: 90, firms: readFirms() });

const PARAMETERS: Record<Step, INodeParameters> = {
	prepare: { resource: 'payrollLine', operation: 'prepare', settings: SETTINGS },
	reconcile: { resource: 'payrollLine', operation: 'reconcile', settings: SETTINGS },
	settle: { resource: 'payrollLine', operation: 'settle' },
};

/** n8n's node that hands its items on. */
const NO_OPERATION = 'n8n-nodes-base.noOp';

/** About 100,000 rows. */
const WORLD = { seed: 7, people: 1500, days: 62, until: '2026-10-31' };

let items: Record<Step, IDataObject[]>;
let employees: IDataObject[];
let runNode: (work: NodeWork) => Promise<IDataObject[]>;

/** Loads n8n's engine with the built pack, and makes the rows: as Get Many gives them, and as they come back with their lines registered. */
export async function open(bundle: string): Promise<void> {
	const harness = await loadHarness(bundle);
	runNode = async (work) => {
		const { error, outputs } = await harness.runNode(work);
		if (error) throw error;
		return outputs[0].map(({ json }) => json);
	};
	const { readRow, simplifyRow } = createRequire(import.meta.url)(join(process.cwd(), 'dist/nodes/Capitech/time/row.js')) as RowModule;
	const world = makeWorld(WORLD).capitech;
	const rows = world.transactions.filter(({ clientId }) => clientId === 100).map((row) => simplifyRow(readRow({ ...row })));
	employees = world.employees.filter(({ clientId }) => clientId === 100).map(({ clientId, employeeId, externalId, wageGroupId }) => ({ clientId, employeeId, externalId, wageGroupId }));
	const prepared = await runNode({ type: 'capitech', parameters: PARAMETERS.prepare, items: [...rows, ...employees] });
	items = {
		prepare: rows,
		reconcile: prepared,
		settle: prepared.map((row) => (row.disposition === 'line' ? { ...row, outcome: 'registered', messages: [] } : row)),
	};
}

/** What stands in Opus for prepared rows, as Get Many gives it. */
const paymentsOf = (rows: IDataObject[]): IDataObject[] =>
	rows.flatMap(({ payrollLine }, at) => {
		const line = payrollLine as IDataObject | null;
		return line ? [{ ...line, remark: `${String(line.reference)}#0abcd`, objectId: String(at) }] : [];
	});

/** What goes in beside the rows. */
const besides = (step: Step, rows: IDataObject[]): IDataObject[] => {
	if (step === 'prepare') return employees;
	return step === 'reconcile' ? paymentsOf(rows) : [];
};

/**
 * Runs the step, or the baseline, on the first so many of its rows, several times over.
 * @returns the seconds of processor time of all runs together: nothing is waited for here
 */
export async function run(step: Step, count: number, repeats: number, isBaseline: boolean): Promise<number> {
	const rows = items[step].slice(0, count);
	const given = [...rows, ...besides(step, rows)];
	const work = isBaseline ? { type: NO_OPERATION, parameters: {} } : { type: 'capitech', parameters: PARAMETERS[step] };
	const { processorSeconds } = await measured(async () => {
		for (let repeat = 0; repeat < repeats; repeat++) {
			const { length } = await runNode({ ...work, items: given });
			const expected = isBaseline ? given.length : count;
			if (length !== expected) throw new Error(`${length} of ${expected} rows came out`);
		}
	});
	return processorSeconds;
}
