import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { Company } from './trigger';
import { TinyCapitech, TinyTrigger } from './trigger';
import type { Ledger } from './triggerLedger';
import { Approvals, Mirror, passesThree, Reader, ZONE } from './triggerLedger';

/** A busy machine is given enough time: it is not what these tests are about. */
jest.setTimeout(300_000);

type Step =
	| { kind: 'edit'; uid: number; category: number; changes: IDataObject }
	| { kind: 'approve' | 'withdraw' | 'remove' | 'mark'; key: string }
	| { kind: 'pass'; minutes: number }
	| { kind: 'poll'; failAt: number }
	| { kind: 'restart' };

const uid = fc.integer({ min: 1, max: 3 });
const category = fc.constantFrom(10, 20);
const key = fc.tuple(uid, category).map(([id, of]) => `${id}:${of}`);
const of = <K extends string>(kind: K) => fc.constant(kind);

/** Work dates up to so many days before the first. */
const changes = (start: string, days: number) =>
	fc.record(
		{
			qty: fc.constantFrom(7.5, 8, 0),
			dateIn: fc.integer({ min: 0, max: days }).map((back) => DateTime.fromISO(start).minus({ days: back }).toFormat('yyyy-MM-dd')),
			departmentId: fc.constantFrom(10, 10, 20),
			employeeId: fc.constantFrom(2001, 2002),
			approvedLevelOne: fc.constant(1),
		},
		{ requiredKeys: ['dateIn'] },
	);

const steps = (start: string, days: number): fc.Arbitrary<Step[]> =>
	fc.array(
		fc.oneof(
			{ weight: 5, arbitrary: fc.record({ kind: of('edit'), uid, category, changes: changes(start, days) }) },
			{ weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('approve' as const, 'approve' as const, 'withdraw' as const, 'remove' as const, 'mark' as const), key }) },
			{ weight: 5, arbitrary: fc.record({ kind: of('pass'), minutes: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 600 })) }) },
			{ weight: 8, arbitrary: fc.record({ kind: of('poll'), failAt: fc.constantFrom(0, 0, 0, 0, 1, 2, 3) }) },
			{ weight: 1, arbitrary: fc.record({ kind: of('restart') }) },
		),
		{ minLength: 5, maxLength: 60 },
	);

/** A day like any other, and the evenings before the clocks change. */
const START = fc.constantFrom('2026-06-10T20:00', '2026-10-24T23:30', '2026-03-28T23:30');

const company: fc.Arbitrary<Company> = fc.record({
	editClearsApprovals: fc.boolean(),
	unapprovalMatchesFilter: fc.boolean(),
	deletedRows: fc.constantFrom('vanish' as const, 'flagged' as const),
	statusBumpsLastUpdated: fc.boolean(),
});

const sceneOf = (days: number) => fc.record({ company, script: START.chain((start) => fc.record({ start: fc.constant(start), steps: steps(start, days) })) });

const scene = sceneOf(5);

/** In the end, polls that nothing happens between. */
const QUIET = Array.from({ length: 8 }, (): Step => ({ kind: 'poll', failAt: 0 }));

async function play({ company: of, script }: { company: Company; script: { start: string; steps: Step[] } }, parameters: INodeParameters, ledger: Ledger, budgetMs?: number): Promise<void> {
	const capitech = new TinyCapitech(of, DateTime.fromISO(script.start, { zone: ZONE }));
	const trigger = new TinyTrigger(capitech, { clientIds: '100', ...parameters }, budgetMs);
	let swept: DateTime | undefined;
	let savedSwept: DateTime | undefined;
	const poll = async (failAt: number) => {
		capitech.failAt = failAt;
		const items = await trigger.poll();
		capitech.failAt = 0;
		if (!items) return;
		const isSweep = !swept || passesThree(swept, capitech.time);
		if (isSweep) swept = capitech.time;
		ledger.judge(items, capitech.standing(), isSweep);
		if (!trigger.isSaved) return;
		ledger.save();
		savedSwept = swept;
	};
	await poll(0);
	for (const step of [...script.steps, ...QUIET]) {
		if (step.kind === 'edit') capitech.edit(step.uid, step.category, { ...step.changes, ...(step.changes.approvedLevelOne === 1 && { approvedLevelOneOn: capitech.stamp }) });
		else if (step.kind === 'pass') capitech.time = capitech.time.plus({ minutes: step.minutes });
		else if (step.kind === 'approve' || step.kind === 'withdraw') capitech.approve(step.key, step.kind === 'approve');
		else if (step.kind === 'remove') capitech.remove(step.key);
		else if (step.kind === 'mark') capitech.mark(step.key, 20);
		else if (step.kind === 'poll') await poll(step.failAt);
		else {
			trigger.restart();
			ledger.restore();
			swept = savedSwept;
		}
		/* No two things happen in the same second. */
		capitech.time = capitech.time.plus({ seconds: 1 });
	}
}

const ALL = ['approved', 'changed', 'created', 'deleted', 'unapproved'];
const RUNS = { numRuns: 100 };

describe('whatever happens, in whatever order, and whichever requests fail', () => {
	test('a trigger that sweeps with every poll tells each difference once', async () => {
		const parameters = { events: ALL, options: { sweep: 'everyPoll', lookBackDays: 20 } };
		await fc.assert(fc.asyncProperty(scene, async (each) => await play(each, parameters, new Mirror())), RUNS);
	});

	test('with a filter it tells what enters it, what changes in it and what leaves it', async () => {
		const filters = { departments: { entries: [{ entry: 10 }] } };
		const parameters = { events: ALL, filters, options: { sweep: 'everyPoll', lookBackDays: 20 } };
		await fc.assert(fc.asyncProperty(scene, async (each) => await play(each, parameters, new Mirror(({ departmentId }) => departmentId === 10))), RUNS);
	});

	test('approved hours are told whenever they differ from what was told last, or had lost their approval when all was read', async () => {
		await fc.assert(fc.asyncProperty(scene, async (each) => await play(each, { options: { lookBackDays: 20 } }, new Approvals())), RUNS);
	});

	test('with a daily sweep nothing is told that is not so, nothing twice, and after a sweep nothing is left to be told', async () => {
		await fc.assert(fc.asyncProperty(scene, async (each) => await play(each, { events: ALL, options: { lookBackDays: 20 } }, new Reader())), RUNS);
	});

	test('where a poll has time for a part only, too, and in the end nothing is left to be told', async () => {
		const parameters = { events: ALL, options: { sweep: 'everyPoll', lookBackDays: 62 } };
		await fc.assert(
			fc.asyncProperty(sceneOf(60), async (each) => {
				const reader = new Reader(false);
				await play(each, parameters, reader, 0);
				expect(reader.known).toEqual(reader.standing);
			}),
			RUNS,
		);
	});
});
