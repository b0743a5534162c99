import { addDays } from '../../sandbox/world/dates.ts';
import { inTurn, median, ratioOf } from '../measure/rounds.ts';
import type { NodeWork } from '../sides/engine.ts';
import type { Scene, Stage } from '../support/scene.ts';
import { inScene } from '../support/scene.ts';
import type { Row } from '../support/table.ts';
import { milliseconds, times, whole } from '../support/table.ts';

const DAYS = 90;

/** All rounds together stay within what LINA grants a store at most, so that none waits. */
const ROUNDS = 7;
const CALL_LIMIT = 1000;

const getFullDays = (fromDate: string, toDate: string): NodeWork => ({
	type: 'lina',
	parameters: { authentication: 'apiKey', resource: 'workingTime', operation: 'getFullDay', period: 'range', fromDate, toDate, options: { callLimit: CALL_LIMIT, onRateLimit: 'stop' } },
});

async function compare({ sandbox, engine, bare, reset, recording }: Scene): Promise<Row> {
	const { until } = await reset();
	await sandbox.control('PUT', '/switches', { 'lina.rateLimit': CALL_LIMIT * 10 });
	const work = getFullDays(addDays(until, 1 - DAYS), until);
	await engine.call('runNode', getFullDays(until, until));
	const { value: first, requests } = await recording(async () => await engine.call('runNode', work));
	const rows = first.value.items;
	if (requests.length !== DAYS || !rows) throw new Error(`${requests.length} calls gave ${rows} rows of ${DAYS} days`);
	const replay = async (keepAlive: boolean) => (await bare.call('replay', { sequences: [requests], concurrency: 1, keepAlive })).seconds;
	const seconds = await inTurn(ROUNDS, {
		node: async () => {
			const run = await engine.call('runNode', work);
			if (run.value.items !== rows) throw new Error(`${run.value.items} rows were read, and ${rows} the first time`);
			return run.seconds;
		},
		bare: async () => await replay(true),
		unkept: async () => await replay(false),
	});
	return {
		what: 'LINA: Working Time: Get Full Day',
		size: `${DAYS} days (${whole(rows)} rows)`,
		node: milliseconds(median(seconds.node)),
		plain: milliseconds(median(seconds.bare)),
		ratio: times(ratioOf(seconds.node, seconds.bare)),
		beside: `${times(ratioOf(seconds.node, seconds.unkept))} the same calls with a connection each; ${requests.length} calls, each counted`,
	};
}

/** Reads business days one by one within the budget of calls, against the same requests sent one after the other. */
export async function measureLinaDays(stage: Stage): Promise<Row[]> {
	stage.log(`LINA: Get Full Day, ${DAYS} days, ${ROUNDS} rounds`);
	return [await inScene(stage, 'lina', { seed: 7, people: 40, days: DAYS }, compare)];
}
