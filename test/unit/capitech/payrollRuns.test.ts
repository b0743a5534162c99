import fc from 'fast-check';

import type { OutcomeName } from '../../../nodes/kit/outcome';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { rowKey } from '../../../nodes/Capitech/time/row';
import type { Habits, Run } from './chain';
import { Chain } from './chain';
import { row, sibling } from './rows';

const CALM: Run = { isFull: false, outcomeAt: () => 'registered' };
const REPOST = { withdrawnApprovals: 'reverse', movedRegistrations: 'repost' } as const;

/** What a manager does with one registration. */
type Edit = { uid: number } & (
	| { kind: 'enter'; rows: Array<Pick<TimeTransaction, 'timeCategoryId' | 'qty'>> }
	| { kind: 'quantity'; qty: number }
	| { kind: 'move'; employeeId: number }
	| { kind: 'recategorise'; from: number; to: number }
	| { kind: 'add' | 'remove'; timeCategoryId: number }
	| { kind: 'approve' | 'withdraw' | 'delete' }
);

const category = fc.constantFrom(10, 11, 20, 25, 31);
const qty = fc.constantFrom(0, 7.5, 8, 1.25, -2);
const uid = fc.integer({ min: 1, max: 3 });

const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.record({ kind: fc.constant('enter' as const), uid, rows: fc.uniqueArray(fc.record({ timeCategoryId: category, qty }), { minLength: 1, maxLength: 3, selector: ({ timeCategoryId }) => timeCategoryId }) }),
	fc.record({ kind: fc.constant('quantity' as const), uid, qty }),
	fc.record({ kind: fc.constant('move' as const), uid, employeeId: fc.constantFrom(155, 156) }),
	fc.record({ kind: fc.constant('recategorise' as const), uid, from: category, to: category }),
	fc.record({ kind: fc.constantFrom('add' as const, 'remove' as const), uid, timeCategoryId: category }),
	fc.record({ kind: fc.constantFrom('approve' as const, 'approve' as const, 'withdraw' as const, 'delete' as const), uid }),
);

function apply(chain: Chain, change: Edit): void {
	const rows = chain.registration(change.uid);
	const has = (timeCategoryId: number) => rows.some((each) => each.timeCategoryId === timeCategoryId);
	const entered = (timeCategoryId: number, more: Partial<TimeTransaction>) => sibling(timeCategoryId, { uid: change.uid, employeeId: 155, ...more });
	const [first] = rows;
	switch (change.kind) {
		case 'enter':
			if (!first) chain.edit(change.rows.map(({ timeCategoryId, qty: hours }) => entered(timeCategoryId, { qty: hours })), (each) => ({ approvedLevelOne: each.approvedLevelOne }));
			break;
		case 'quantity':
			chain.edit(rows, (each) => (each === first ? { qty: change.qty } : {}));
			break;
		case 'move':
			chain.edit(rows, () => ({ employeeId: change.employeeId }));
			break;
		case 'recategorise':
			if (has(change.from) && !has(change.to)) chain.edit(rows, (each) => (each.timeCategoryId === change.from ? { timeCategoryId: change.to, timeCategoryTypeId: entered(change.to, {}).timeCategoryTypeId } : {}));
			break;
		case 'add': {
			const { employeeId, approvedLevelOne, externalStatusCode } = first ?? {};
			if (first && !has(change.timeCategoryId)) chain.edit([...rows, entered(change.timeCategoryId, { employeeId, approvedLevelOne, externalStatusCode })], () => ({}));
			break;
		}
		case 'remove':
			if (rows.length > 1) chain.edit(rows, (each) => (each.timeCategoryId === change.timeCategoryId ? null : {}));
			break;
		case 'approve':
		case 'withdraw':
			chain.approve(change.uid, change.kind === 'approve' ? 1 : null);
			break;
		case 'delete':
			chain.edit(rows, () => null);
			break;
	}
}

const run: fc.Arbitrary<Run> = fc
	.record({
		isFull: fc.boolean(),
		crash: fc.constantFrom<Run['crash']>(undefined, undefined, undefined, 'registering', 'marking'),
		edits: fc.array(edit, { maxLength: 2 }),
		outcomes: fc.array(fc.constantFrom<OutcomeName>('registered', 'registered', 'registered', 'later', 'unknown', 'rejected'), { minLength: 1, maxLength: 6 }),
	})
	.map(({ isFull, crash, edits, outcomes }) => ({ isFull, crash, meanwhile: (chain) => edits.forEach((each) => apply(chain, each)), outcomeAt: (at) => outcomes[at % outcomes.length] }));

const steps = fc.array(fc.oneof({ arbitrary: edit, weight: 3 }, { arbitrary: run, weight: 2 }), { minLength: 2, maxLength: 25 });
const habits: fc.Arbitrary<Habits> = fc.record({ editClearsStatus: fc.boolean(), editClearsApprovals: fc.boolean() });

function play(chain: Chain, list: Array<Edit | Run>): void {
	for (const step of list) {
		if ('kind' in step) apply(chain, step);
		else chain.run(step);
	}
}

/** Runs the chain and compares what stands with what should; what is listed for a human with what stands of it is theirs. */
function expectSettled(chain: Chain, last: Run): void {
	const listed = new Set(chain.run(last).flatMap((each) => (each.standingLines ? [rowKey(each)] : [])));
	const isTold = (key: string) => listed.has(key) || chain.unaccounted.has(key.replace(/:\d+$/, ''));
	const decided = (totals: Record<string, number>) => Object.fromEntries(Object.entries(totals).filter(([key]) => !isTold(key.split(' ')[1])));
	expect(decided(chain.standing())).toEqual(decided(chain.wanted()));
}

/** The chain after its first run, from which on it is known what was changed. */
function begun(behaviour: Habits, ...rows: TimeTransaction[]): Chain {
	const chain = new Chain(behaviour, REPOST);
	chain.edit(rows, () => ({}));
	chain.run(CALM);
	return chain;
}

/** Leaves out what a run of the day can't see: what is not there any more, and approvals withdrawn. */
function withoutUnseen(step: Edit | Run): Array<Edit | Run> {
	if ('kind' in step) return step.kind === 'delete' || step.kind === 'withdraw' ? [] : [step];
	return [{ ...step, meanwhile: undefined }];
}

const neverRefuses = (step: Edit | Run): Edit | Run => ('kind' in step ? step : { ...step, outcomeAt: (at) => (step.outcomeAt(at) === 'rejected' ? 'later' : step.outcomeAt(at)) });

describe('whatever a manager did and wherever the machine stopped', () => {
	test('a full run ends with what should stand, or with what a human was told', () => {
		fc.assert(
			fc.property(habits, steps, (behaviour, list) => {
				const chain = begun(behaviour);
				play(chain, list.map(neverRefuses));
				expectSettled(chain, { ...CALM, isFull: true });
			}),
			{ numRuns: 400 },
		);
	});

	test('a run of the day does, but for what was deleted or withdrawn unseen', () => {
		fc.assert(
			fc.property(habits, steps, (behaviour, list) => {
				const chain = begun(behaviour);
				play(chain, list.map(neverRefuses).flatMap(withoutUnseen));
				expectSettled(chain, CALM);
			}),
			{ numRuns: 400 },
		);
	});

	test('what was refused is tried again when it was changed, and nothing is doubled meanwhile', () => {
		fc.assert(
			fc.property(habits, steps, (behaviour, list) => {
				const chain = begun(behaviour);
				play(chain, list);
				for (const number of [1, 2, 3]) chain.edit(chain.registration(number), (each) => ({ freeText: 'Seen', approvedLevelOne: each.approvedLevelOne }));
				expectSettled(chain, { ...CALM, isFull: true });
			}),
			{ numRuns: 400 },
		);
	});

	test('one more run finds nothing to do', () => {
		fc.assert(
			fc.property(habits, steps, (behaviour, list) => {
				const chain = begun(behaviour);
				play(chain, list.map(neverRefuses));
				chain.run({ ...CALM, isFull: true });
				const [marks, postings] = [new Map(chain.rows), chain.ledger.length];
				chain.run({ ...CALM, isFull: true });
				expect([chain.rows, chain.ledger.length]).toEqual([marks, postings]);
			}),
		);
	});
});

describe('step by step', () => {
	const kept: Habits = { editClearsStatus: false, editClearsApprovals: false };

	test('7.50, 8.00, 7.50 and 8.00 again', () => {
		const chain = begun(kept, row({ uid: 1 }));
		for (const hours of [8, 7.5, 8]) {
			apply(chain, { kind: 'quantity', uid: 1, qty: hours });
			chain.run(CALM);
			expect(chain.standing()).toEqual({ '155 100:1:10': hours * 100 });
		}
		expect(chain.ledger.map(({ quantity }) => quantity)).toEqual([7.5, 0.5, -0.5, 0.5]);
	});

	test('hours added to a registration that was marked without a line: a human is told, and takes the mark away', () => {
		for (const marked of [row({ uid: 1, qty: 0 }), sibling(11, { uid: 1, employeeId: 156 })]) {
			const chain = begun(kept, marked);
			expect(chain.registration(1)[0].externalStatusCode).toBe(20);
			apply(chain, { kind: 'add', uid: 1, timeCategoryId: 20 });
			expect(chain.run(CALM).filter(({ timeCategoryId }) => timeCategoryId === 20)).toMatchObject([{ disposition: 'unaccounted' }]);
			expect(chain.standing()).toEqual({});
			chain.edit(chain.registration(1), () => ({ externalStatusCode: null }));
			chain.run(CALM);
			expect(Object.values(chain.standing())).toEqual([750]);
		}
	});
});
