import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { FaultRule } from '../support';
import { isFull, LEASE_TIME, useChain } from './support';

const chain = useChain({ people: 8, days: 6 });

/** Where something can go wrong: every operation of the chain, reads too. */
const PLACES = [
	['kmdOpus', 'update-onetime-payments'],
	['kmdOpus', 'read-onetime-payments'],
	['capitech', 'Time/getTimeTransactions'],
	['capitech', 'Time/setExternalStatusCode'],
	['capitech', 'Access/login'],
] as const;

const often = fc.oneof(
	fc.record({ nth: fc.integer({ min: 1, max: 12 }) }),
	fc.record({ every: fc.integer({ min: 2, max: 4 }) }),
	fc.record({ probability: fc.double({ min: 0.1, max: 0.6, noNaN: true }) }),
);

const what = fc.oneof(
	fc.constantFrom('reset-before', 'reset-after', 'truncate', 'malformed').map((kind) => ({ kind })),
	fc.constantFrom(429, 500, 503).map((status) => ({ kind: 'status', status, retryAfter: 1 })),
	fc.constantFrom('E', 'W').map((type) => ({ kind: 'business-error', code: 900, type, text: 'Prøv igen.' })),
	fc.constant({ kind: 'latency', ms: 1 }),
);

const fault = fc.tuple(fc.constantFrom(...PLACES), what, often).map(([[service, operation], kind, when]): FaultRule => ({ service, operation, ...kind, ...when }));

/** What a manager changes in a registration; what Opus would refuse is left out, since an earlier posting then stays where it is. */
const change = fc.oneof(
	fc.constantFrom(7.5, 8, 0.25, -2).map((qty) => ({ qty })),
	fc.constantFrom(10, 20, 50, 60).map((departmentId) => ({ departmentId })),
	fc.constantFrom(null, 1001, 1002).map((projectId) => ({ projectId })),
	fc.constantFrom('2026-10-27', '2026-10-30').map((dateIn) => ({ dateIn })),
);

const step = fc.record({
	edits: fc.array(fc.record({ row: fc.nat(), change }), { maxLength: 4 }),
	faults: fc.array(fault, { maxLength: 3 }),
	stopAfterMs: fc.option(fc.integer({ min: 5, max: 200 }), { freq: 4 }),
});

const story = fc.record({
	switches: fc.record({
		'kmdOpus.atomicity': fc.constantFrom('allOrNothing', 'perLine'),
		'kmdOpus.updateIdRepeat': fc.constantFrom('honoured', 'ignored'),
		'kmdOpus.decimalStyle': fc.constantFrom('number', 'point', 'comma'),
		'capitech.statusBumpsLastUpdated': fc.boolean(),
		'capitech.expiredTokenAnswer': fc.constantFrom(401, 200),
	}),
	steps: fc.array(step, { minLength: 1, maxLength: 4 }),
});

/** A registration that is ready goes on being so: what is edited is a row that was approved. */
async function editAny(place: number, changes: IDataObject): Promise<void> {
	const rows = (await chain.rows()).filter(({ approvedLevelOne, timeOut }) => approvedLevelOne === 1 && timeOut !== null);
	const { uid, timeCategoryId } = rows[place % rows.length];
	await chain.edit('qty' in changes ? { uid, timeCategoryId } : { uid }, changes);
}

test('whatever goes wrong and whatever is edited, one run without faults makes the ledgers right', async () => {
	const property = fc.asyncProperty(story, async ({ switches, steps }) => {
		await chain.reset();
		await chain.makeTrouble();
		await chain.control.switches(switches);
		for (const { edits, faults, stopAfterMs } of steps) {
			for (const edit of edits) await editAny(edit.row, edit.change);
			await chain.control.faults(...faults);
			await chain.run({ abortAfter: stopAfterMs ?? undefined });
			await chain.advance(LEASE_TIME);
		}
		await chain.control.faults();
		await chain.runToEnd();
		expect(await chain.problems()).toEqual([]);
	});
	await fc.assert(property, { seed: Number(process.env.CHAIN_SEED ?? 7), numRuns: isFull ? 300 : 8, endOnFailure: !process.env.CHAIN_SHRINK });
});
