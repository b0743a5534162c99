import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { makeWorld } from '../../sandbox/world/makeWorld.ts';
import { measured } from '../measure/measured.ts';
import type { NodeWork } from './engine.ts';
import { loadHarness } from './harness.ts';

type RowModule = typeof import('../../nodes/Capitech/time/row.ts');

/** What is done to the rows: one of the two operations, or, as the baseline, nothing by n8n's node for it. */
export type Step = 'prepare' | 'settle';

const PREPARE: INodeParameters = {
	resource: 'payrollLine',
	operation: 'prepare',
	approvalLevel: 1,
	specifySettings: 'json',
	payElementsJson: JSON.stringify(
		[10, 20, 21, 25, 30, 31, 32, 40].map((timeCategoryId) => ({ timeCategoryId, payElement: `03${timeCategoryId}`, serialNumber: 1 })),
	),
	costCentersJson: JSON.stringify([10, 20, 50, 70].map((departmentId) => ({ departmentId, costCenter: `10${departmentId}00001` }))),
	pspElementsJson: JSON.stringify([1001, 1002, 1009].map((projectId) => ({ projectId, pspElement: `XG-${projectId}-00001` }))),
	sender: 'Capitech',
};

const PARAMETERS: Record<Step, INodeParameters> = { prepare: PREPARE, settle: { resource: 'payrollLine', operation: 'settle' } };

/** n8n's node that hands its items on. */
const NO_OPERATION = 'n8n-nodes-base.noOp';

/** About 100,000 rows. */
const WORLD = { seed: 7, people: 1500, days: 62, until: '2026-10-31' };

let items: Record<Step, IDataObject[]>;
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
	const { transactions } = makeWorld(WORLD).capitech;
	const rows = transactions.filter(({ clientId }) => clientId === 100).map((row) => simplifyRow(readRow({ ...row })));
	const prepared = await runNode({ type: 'capitech', parameters: PREPARE, items: rows });
	items = {
		prepare: rows,
		settle: prepared.map((row) => (row.disposition === 'line' ? { ...row, outcome: 'registered', messages: [] } : row)),
	};
}

/**
 * Runs the step, or the baseline, on the first so many of its rows, several times over.
 * @returns the seconds of processor time of all runs together: nothing is waited for here
 */
export async function run(step: Step, count: number, repeats: number, isBaseline: boolean): Promise<number> {
	const given = items[step].slice(0, count);
	const work = isBaseline ? { type: NO_OPERATION, parameters: {} } : { type: 'capitech', parameters: PARAMETERS[step] };
	const { processorSeconds } = await measured(async () => {
		for (let repeat = 0; repeat < repeats; repeat++) {
			const { length } = await runNode({ ...work, items: given });
			if (length !== count) throw new Error(`${length} of ${count} rows came out`);
		}
	});
	return processorSeconds;
}
