import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../../nodes/kit/dateWindows';
import { isWrite } from '../../../../nodes/Capitech/absenceTransfer/items';
import { mayStand, readMemory } from '../../../../nodes/Capitech/absenceTransfer/memory';
import type { Sketch } from './chain';
import { daysOf, plan, remember, remembered } from './chain';
import type { Fault } from './opus';
import { keysOf, Opus } from './opus';

const FIRST = '2026-10-05';
const RUNS_TO_SETTLE = 8;

/** Absences of two employees over four weeks; those of one employee never share a day. */
const someAbsence: fc.Arbitrary<Sketch> = fc
	.record({
		absenceId: fc.integer({ min: 1, max: 6 }),
		employeeId: fc.constantFrom(2001, 2001, 2002),
		code: fc.constantFrom('SYK', 'SYK', 'FER', 'AVS'),
		start: fc.integer({ min: 0, max: 24 }),
		length: fc.integer({ min: 0, max: 9 }),
		startTime: fc.constantFrom(undefined, undefined, '12:00:00'),
		endTime: fc.constantFrom(undefined, undefined, '10:30:00'),
		percent: fc.constantFrom(100, 100, 50),
		status: fc.constantFrom(1, 1, 1, 0),
	})
	.map(({ start, length, ...of }) => ({ ...of, from: addDays(FIRST, start), to: addDays(FIRST, start + length) }))
	.filter(({ from, to, startTime, endTime }) => from !== to || !startTime || !endTime)
	.filter((of) => daysOf(of).length > 0);

type Edit = { enter: Sketch } | { remove: number };

const someEdit: fc.Arbitrary<Edit> = fc.oneof({ weight: 4, arbitrary: someAbsence.map((enter) => ({ enter })) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }).map((remove) => ({ remove })) });

/** One run: what was edited before it, what goes wrong with its calls, and after how many of them it breaks off. */
const someRun = fc.record({
	edits: fc.array(someEdit, { maxLength: 3 }),
	faults: fc.array(fc.constantFrom<Fault>('none', 'none', 'lost', 'lostBefore', 'half', 'later'), { maxLength: 6 }),
	breaksOff: fc.constantFrom(Infinity, Infinity, 0, 1, 2),
});

/** Capitech, the payroll system, and the table between them. */
class World {
	readonly capitech = new Map<number, Sketch>();
	readonly opus = new Opus();
	table = new Map<string, IDataObject>();

	edit(edit: Edit): void {
		if ('remove' in edit) {
			this.capitech.delete(edit.remove);
			return;
		}
		const { enter } = edit;
		const isTaken = [...this.capitech.values()].some((of) => of.absenceId !== enter.absenceId && of.employeeId === enter.employeeId && of.from <= enter.to && enter.from <= of.to);
		if (!isTaken) this.capitech.set(enter.absenceId, enter);
	}

	plan(): IDataObject[] {
		return plan([...this.capitech.values()].flatMap(daysOf), this.table.values());
	}

	/** A run as the workflow makes it: what is to be written is remembered first, then written, then remembered anew. */
	run(faults: readonly Fault[] = [], breaksOff = Infinity): void {
		const writes = this.plan().filter(isWrite);
		this.table = remembered(this.table, writes);
		writes.slice(0, breaksOff).forEach((item, at) => {
			const outcome = this.opus.write(item, faults[at] ?? 'none') ?? 'unknown';
			this.table = remembered(this.table, [{ ...item, outcome }]);
		});
		/* The call after which the run broke off went through, and nobody heard of it. */
		if (writes[breaksOff]) this.opus.write(writes[breaksOff], 'none');
	}

	/** What the payroll system holds without the table knowing that it may. */
	orphans(): string[] {
		const accounted = new Set([...this.table.values()].map(readMemory).flatMap(mayStand).flatMap((record) => keysOf([{ ...record }])));
		return this.opus.list().filter((key) => !accounted.has(key));
	}

	/** What is to stand, from the absences alone. */
	wanted(): string[] {
		return keysOf(plan([...this.capitech.values()].flatMap(daysOf)).filter(({ step }) => step === 'create'));
	}
}

describe('whatever is edited in Capitech, and whatever becomes of the answers', () => {
	test('nothing ever stands that the table does not know of, and in the end stands what is wanted', () => {
		fc.assert(
			fc.property(fc.array(someRun, { maxLength: 8 }), (runs) => {
				const world = new World();
				for (const { edits, faults, breaksOff } of runs) {
					edits.forEach((edit) => world.edit(edit));
					world.run(faults, breaksOff);
					expect(world.orphans()).toEqual([]);
				}
				for (let left = RUNS_TO_SETTLE; left > 0; left--) world.run();
				expect(world.opus.list()).toEqual(world.wanted());
				expect(world.plan().filter(isWrite)).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	test('no reference is written twice in one run, and none is used for two records', () => {
		fc.assert(
			fc.property(fc.array(someRun, { maxLength: 6 }), (runs) => {
				const world = new World();
				for (const { edits, faults, breaksOff } of runs) {
					edits.forEach((edit) => world.edit(edit));
					const references = world.plan().filter(isWrite).map(({ reference }) => reference);
					expect(new Set(references).size).toBe(references.length);
					world.run(faults, breaksOff);
				}
			}),
		);
	});

	test('with answers that all come, a run or a few are enough, and each step is remembered as it came', () => {
		fc.assert(
			fc.property(fc.array(someEdit, { maxLength: 8 }), (edits) => {
				const world = new World();
				for (const edit of edits) {
					world.edit(edit);
					world.run();
				}
				for (let left = 4; left > 0; left--) world.run();
				expect(world.opus.list()).toEqual(world.wanted());
				for (const row of world.table.values()) expect(['standing', 'gone']).toContain(row.state);
			}),
			{ numRuns: 150 },
		);
	});
});

test('a step that has not been written is remembered as pending', () => {
	const [item] = plan(daysOf({ absenceId: 1, from: '2026-10-05', to: '2026-10-06' }));
	expect(remember(item)).toMatchObject({ state: 'pending', step: 'create', revision: 1, attempt: 1 });
});
