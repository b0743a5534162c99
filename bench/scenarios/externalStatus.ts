import type { IDataObject } from 'n8n-workflow';

import { inTurn, median, ratioOf } from '../measure/rounds.ts';
import type { NodeWork } from '../sides/engine.ts';
import { expectTally } from '../support/expectTally.ts';
import type { Recorded, Scene, Stage } from '../support/scene.ts';
import { inScene } from '../support/scene.ts';
import type { Row } from '../support/table.ts';
import { milliseconds, times, whole } from '../support/table.ts';

const REGISTRATIONS = 1000;

const ROUNDS = 3;

/** As many calls as the node has under way at once. */
const CONCURRENCY = 2;

const SET_STATUS = 'Time/setExternalStatusCode';

/** Codes that no world holds; each run sets one of its own, so that none finds its work done. */
let code = 1000;

const setStatus = (items: IDataObject[], onlyIfUnchanged: boolean): NodeWork => ({
	type: 'capitech',
	parameters: { resource: 'timeTransaction', operation: 'setExternalStatus', externalStatusCode: code++, onlyIfUnchanged },
	items,
});

/** All rows of 1,000 registrations, spread over the people of a world. */
async function rowsOfRegistrations({ sandbox }: Scene): Promise<IDataObject[]> {
	const { transactions } = await sandbox.control<{ transactions: IDataObject[] }>('GET', '/state/capitech');
	const registrations = [...Map.groupBy(transactions.filter(({ clientId }) => clientId === 100), ({ uid }) => uid).values()];
	const step = Math.floor(registrations.length / REGISTRATIONS);
	return Array.from({ length: REGISTRATIONS }, (_, at) => registrations[at * step]).flat();
}

async function compare(scene: Scene, onlyIfUnchanged: boolean): Promise<Row> {
	const { engine, bare, recording } = scene;
	const items = await rowsOfRegistrations(scene);
	const node = async () => {
		const { seconds, value } = await engine.call('runNode', setStatus(items, onlyIfUnchanged));
		expectTally(value, 'registered', items.length);
		return seconds;
	};
	await engine.call('runNode', setStatus(items.slice(0, 1), false));
	const { requests } = await recording(node);
	const replay = async (keepAlive: boolean) => {
		const sequences = requests.map((request: Recorded) => [request]);
		return (await bare.call('replay', { sequences, concurrency: CONCURRENCY, keepAlive })).seconds;
	};
	const seconds = await inTurn(ROUNDS, {
		node,
		bare: async () => await replay(true),
		unkept: async () => await replay(false),
	});
	const writes = requests.filter(({ operation }) => operation === SET_STATUS).length;
	return {
		what: `Capitech: Set External Status${onlyIfUnchanged ? ', Only If Unchanged' : ''}`,
		size: `${whole(REGISTRATIONS)} registrations (${whole(items.length)} rows)`,
		node: milliseconds(median(seconds.node)),
		plain: milliseconds(median(seconds.bare)),
		ratio: times(ratioOf(seconds.node, seconds.bare)),
		beside: `${times(ratioOf(seconds.node, seconds.unkept))} the same calls with a connection each; ${whole(writes)} writes, ${whole(requests.length - writes)} reads`,
	};
}

/** Marks registrations, with and without reading them again first, against the same calls. */
export async function measureExternalStatus(stage: Stage): Promise<Row[]> {
	return await inScene(stage, 'capitech', { seed: 7, people: 192, days: 62 }, async (scene) => {
		const rows: Row[] = [];
		for (const onlyIfUnchanged of [false, true]) {
			stage.log(`Capitech: Set External Status${onlyIfUnchanged ? ', Only If Unchanged' : ''}, ${ROUNDS} rounds`);
			rows.push(await compare(scene, onlyIfUnchanged));
		}
		return rows;
	});
}
