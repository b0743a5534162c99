import type { CredentialRecords } from '../../test/engine/support/index.ts';
import type { NodeResult, NodeRun } from '../../test/engine/support/workflow.ts';
import type { Measured } from '../measure/measured.ts';
import { measured } from '../measure/measured.ts';
import { loadHarness } from './harness.ts';

/** What a node is run with. */
export type NodeWork = Pick<NodeRun, 'type' | 'parameters' | 'items'>;

/** What came out of a node: how many items, and how many of each outcome. */
export interface Tally {
	items: number;
	outcomes: Record<string, number>;
}

let run: (work: NodeWork) => Promise<NodeResult>;

/** Loads n8n's engine with the built pack, and keeps the credentials as n8n does: a token that one run got is there for the next. */
export async function open(bundle: string, credentials: CredentialRecords): Promise<void> {
	const { runNode } = await loadHarness(bundle);
	run = async (work) => await runNode({ ...work, credentials });
}

/** Runs a node in n8n's engine. A run that fails is no measurement. */
export async function runNode(work: NodeWork): Promise<Measured<Tally>> {
	return await measured(async () => {
		const { error, outputs } = await run(work);
		if (error) throw error;
		const outcomes: Tally['outcomes'] = {};
		for (const { json } of outputs[0]) {
			const name = String(json.outcome ?? 'none');
			outcomes[name] = (outcomes[name] ?? 0) + 1;
		}
		return { items: outputs[0].length, outcomes };
	});
}
