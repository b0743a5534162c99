import { setTimeout as after } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';

import { hours, LEASE_TIME, SET_STATUS, some, UPDATE, useChain } from './support';

const chain = useChain({ people: 8, days: 10 });

const row = hours(900_010);
const supplement = hours(900_010, { timeCategoryId: 30, qty: 2 });

const markOf = async (): Promise<unknown[]> => (await chain.rows()).filter(({ uid }) => uid === row.uid).map(({ externalStatusCode }) => externalStatusCode);

/** A manager at work while the chain runs, before the node of this name. */
const meanwhile = (node: string, edit: () => Promise<void>) => ({ meanwhile: { [node]: edit } });

const EDITS: Array<[string, IDataObject]> = [
	['quantity', { qty: 9.25 }],
	['department', { departmentId: 50 }],
	['project', { projectId: 1001 }],
	['date', { dateIn: '2026-10-26' }],
	['employee', { employeeId: 2002 }],
];

describe.each(['Goes to Payroll?', 'Set a Status?'])('a manager who edits a registration before %s', (node) => {
	beforeEach(async () => await chain.control.put('capitech', { transactions: [row, supplement] }));

	test.each(EDITS.slice(0, 4))('(its %s) keeps it from being marked, and the next run corrects the difference', async (_what, change) => {
		await chain.runToEnd(meanwhile(node, async () => await chain.edit({ uid: row.uid }, change)));
		expect(await markOf()).toEqual([null, null]);
		await chain.runToEnd();
		expect(await markOf()).toEqual([20, 20]);
		expect(await chain.problems()).toEqual([]);
	});

	test('(its employee) keeps it from being marked', async () => {
		await chain.runToEnd(meanwhile(node, async () => await chain.edit({ uid: row.uid }, { employeeId: 2002 })));
		expect(await markOf()).toEqual([null, null]);
	});

	test('(a withdrawn approval) keeps it from being marked', async () => {
		await chain.runToEnd(meanwhile(node, async () => await chain.edit({ uid: row.uid }, { approvedLevelOne: null })));
		expect(await markOf()).toEqual([null, null]);
	});

	test('(a further time category) keeps it from being marked, and the next run exports it', async () => {
		await chain.runToEnd(meanwhile(node, async () => await chain.control.put('capitech', { transactions: [hours(900_010, { timeCategoryId: 20, qty: 1 })] })));
		expect(await markOf()).toEqual([null, null, null]);
		await chain.runToEnd();
		expect(await chain.problems()).toEqual([]);
	});
});

/** Runs the chain and stops it as soon as so many calls of an operation have been answered. */
async function runAndStop(operation: string, calls: number) {
	let isOver = false;
	const answered = async () => (await chain.control.journal()).filter((entry) => entry.operation === operation).length;
	const reached = (async () => {
		while (!isOver && (await answered()) < calls) await after(1);
	})();
	const run = await chain.run({ abortAfter: reached });
	isOver = true;
	await reached;
	return run;
}

test('a run that is stopped anywhere is completed by the next one', async () => {
	await chain.makeTrouble();
	await chain.runToEnd();
	const places = await chain.writePlaces();
	const problems: string[] = [];
	for (const { service, operation = '', nth } of some(places, 4, 3)) {
		await chain.reset();
		await chain.makeTrouble();
		await chain.control.faults({ service, operation, kind: 'latency', ms: 3 });
		await runAndStop(operation, nth);
		await chain.control.faults();
		await chain.advance(LEASE_TIME);
		await chain.runToEnd();
		problems.push(...(await chain.problems()).map((problem) => `stopped at ${operation} ${nth}: ${problem}`));
	}
	expect(problems).toEqual([]);
});

test('a stopped run ends as canceled and writes no more', async () => {
	await chain.control.faults({ service: 'kmdOpus', operation: UPDATE, kind: 'latency', ms: 40 });
	const { result, summary } = await runAndStop(UPDATE, 1);
	expect(result.status).toBe('canceled');
	expect(summary).toBeUndefined();
	const writes = await chain.writes();
	expect(writes.length).toBeLessThan(6);
	expect(writes.filter(({ operation }) => operation === SET_STATUS)).toEqual([]);
});
