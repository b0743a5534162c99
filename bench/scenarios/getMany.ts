import type { Resident } from '../measure/measured.ts';
import { growthOver } from '../measure/measured.ts';
import { inTurn, median, ratioOf } from '../measure/rounds.ts';
import type { NodeWork } from '../sides/engine.ts';
import type { Scene, Stage } from '../support/scene.ts';
import { inScene } from '../support/scene.ts';
import type { Row } from '../support/table.ts';
import { megabytes, perSecond, times, whole } from '../support/table.ts';

/** Worlds of about 13,000 and 100,000 rows in two months, and how often each is read. */
const SIZES = [
	{ people: 192, rounds: 9 },
	{ people: 1480, rounds: 5 },
];

const getMany = (fromDate: string, toDate: string): NodeWork => ({
	type: 'capitech',
	parameters: { resource: 'timeTransaction', operation: 'getMany', clientId: 100, fromDate, toDate, returnAll: true },
});

async function compare({ engine, bare, reset, recording }: Scene, rounds: number): Promise<Row> {
	const { from, until } = await reset();
	await engine.call('runNode', getMany(from, from));
	const { value: first, requests } = await recording(async () => await engine.call('runNode', getMany(from, until)));
	const rows = first.value.items;
	const nodeHeld = [first.resident];
	const bareHeld: Resident[] = [];
	const replay = { sequences: [requests], concurrency: 1, keepAlive: true };
	await bare.call('replay', { ...replay, sequences: [requests.slice(0, 1)] });
	const seconds = await inTurn(rounds, {
		node: async () => {
			const run = await engine.call('runNode', getMany(from, until));
			if (run.value.items !== rows) throw new Error(`${run.value.items} rows were read, and ${rows} the first time`);
			nodeHeld.push(run.resident);
			return run.seconds;
		},
		bare: async () => {
			const run = await bare.call('replay', replay);
			bareHeld.push(run.resident);
			return run.seconds;
		},
	});
	return {
		what: 'Capitech: Get Many',
		size: `${whole(rows)} rows`,
		node: perSecond(rows, median(seconds.node), 'rows'),
		plain: perSecond(rows, median(seconds.bare), 'rows'),
		ratio: times(ratioOf(seconds.node, seconds.bare)),
		beside: `${requests.length} calls; peak memory +${megabytes(growthOver(nodeHeld))} (node), +${megabytes(growthOver(bareHeld))} (baseline)`,
	};
}

/** Reads all time transactions of two months, against the same requests sent one after the other over one kept connection. */
export async function measureGetMany(stage: Stage): Promise<Row[]> {
	const rows: Row[] = [];
	for (const { people, rounds } of SIZES) {
		stage.log(`Capitech: Get Many, ${people} people, ${rounds} rounds`);
		rows.push(await inScene(stage, 'capitech', { seed: 7, people, days: 62 }, async (scene) => await compare(scene, rounds)));
	}
	return rows;
}
