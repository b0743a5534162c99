import fc from 'fast-check';

import type { OutcomeName } from '../../../nodes/kit/outcome';
import { prepareLines } from '../../../nodes/Capitech/payroll/prepare';
import type { ReturnedRow } from '../../../nodes/Capitech/payroll/settle';
import { settleLines } from '../../../nodes/Capitech/payroll/settle';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { registrationKey } from '../../../nodes/Capitech/time/row';
import { agreement, row, someRows } from './rows';

const OUTCOMES: OutcomeName[] = ['registered', 'difference', 'reversed', 'unchanged', 'validated', 'partial', 'later', 'rejected', 'unknown'];

/** The rows as they come back from registering: the lines with the outcome given, the others without. */
const returned = (rows: TimeTransaction[], outcomeOf: (at: number) => Partial<ReturnedRow> = () => ({ outcome: 'registered', messages: [] })): ReturnedRow[] =>
	prepareLines(rows, agreement()).map((prepared, at) => ({ ...rows[at], ...prepared, ...(prepared.disposition === 'line' && outcomeOf(at)) }));

const settle = (rows: ReturnedRow[]) => settleLines(rows).map(({ standing, mark }) => [standing, mark]);
const sibling = (changes: Partial<TimeTransaction> = {}) => row({ timeCategoryId: 20, ...changes });

describe('a line', () => {
	test.each<[OutcomeName, string, boolean]>([
		['registered', 'registered', true],
		['difference', 'registered', true],
		['reversed', 'registered', true],
		['unchanged', 'unchanged', true],
		['rejected', 'rejected', false],
		['validated', 'later', false],
		['partial', 'later', false],
		['later', 'later', false],
		['unknown', 'later', false],
	])('that was %s stands as %s', (outcome, standing, mark) => {
		expect(settle(returned([row()], () => ({ outcome, messages: [] })))).toEqual([[standing, mark]]);
	});

	test('that failed, or came back without an outcome, waits for the next run', () => {
		const [failed, lost] = settleLines(returned([row(), row({ uid: 2 })], (at) => (at === 0 ? { error: 'Opus is out of order [item 0]' } : {})));
		expect(failed).toEqual({ standing: 'later', reason: 'Opus is out of order [item 0]', mark: false, needsAttention: true });
		expect(lost).toEqual({ standing: 'later', reason: 'The line came back without an outcome', mark: false, needsAttention: true });
	});

	test('that failed is not taken for registered because it carries an outcome of before', () => {
		expect(settle(returned([row()], () => ({ outcome: 'registered', error: 'no' })))).toEqual([['later', false]]);
	});

	test('says why in the words of the payroll system', () => {
		const messages = [{ type: 'E' as const, code: '119', text: 'Omkostningssted er ikke gyldigt' }, { type: 'W' as const, code: null, text: 'Se her' }];
		const [rejected] = settleLines(returned([row()], () => ({ outcome: 'rejected', messages })));
		expect(rejected).toEqual({ standing: 'rejected', reason: '119 Omkostningssted er ikke gyldigt | Se her', mark: false, needsAttention: true });
		const [fine] = settleLines(returned([row()], () => ({ outcome: 'registered', messages })));
		expect(fine).toEqual({ standing: 'registered', reason: null, mark: true, needsAttention: false });
	});
});

test.each<[string, Partial<TimeTransaction>, string, boolean]>([
	['not approved', { approvedLevelOne: null }, 'notApproved', false],
	['open', { timeOut: null }, 'open', false],
	['unmapped', { timeCategoryId: 11 }, 'unmapped', true],
	['exported before', { externalStatusCode: 20 }, 'alreadyMarked', false],
	['deleted', { isDeleted: true }, 'deleted', false],
])('a row that is no line stands as it was prepared: %s', (_what, changes, standing, needsAttention) => {
	const [settled] = settleLines(returned([row(changes)]));
	expect(settled).toMatchObject({ standing, needsAttention, mark: false });
	expect(settled.reason).toEqual(expect.any(String));
});

describe('a registration is marked', () => {
	test('when all its rows stand', () => {
		expect(settle(returned([row(), sibling()]))).toEqual([['registered', true], ['registered', true]]);
		expect(settle(returned([row(), sibling()], (at) => ({ outcome: at ? 'unchanged' : 'registered' })))).toEqual([['registered', true], ['unchanged', true]]);
	});

	test('when the rows that were exported before have got company', () => {
		expect(settle(returned([row({ externalStatusCode: 20 }), sibling()]))).toEqual([['alreadyMarked', true], ['registered', true]]);
	});

	test('not, when it was exported before as a whole', () => {
		expect(settle(returned([row({ externalStatusCode: 20 }), sibling({ externalStatusCode: 20 })]))).toEqual([['alreadyMarked', false], ['alreadyMarked', false]]);
	});

	test.each<[string, Partial<TimeTransaction>]>([
		['is unmapped', { timeCategoryId: 11 }],
		['is unpaid', { timeCategoryId: 90, timeCategoryPayable: 0 }],
	])('not, when one of its rows %s', (_what, changes) => {
		expect(settle(returned([row(), sibling(changes)]))).toEqual([['registered', false], ['unmapped', false]]);
	});

	test('not, when one of its lines does not stand', () => {
		for (const outcome of ['rejected', 'later', 'unknown', 'partial', 'validated'] as const) {
			expect(settleLines(returned([row(), sibling()], (at) => ({ outcome: at ? outcome : 'registered' }))).map(({ mark }) => mark)).toEqual([false, false]);
		}
	});

	test('not, when one of its rows did not come back', () => {
		expect(settle(returned([row(), sibling()]).slice(0, 1))).toEqual([['registered', false]]);
	});

	test('not, when a row that came twice stands in for one that is missing', () => {
		const [first] = returned([row(), sibling()]);
		expect(settleLines([first, { ...first }]).map(({ mark }) => mark)).toEqual([false, false]);
	});

	test('whatever became of a deleted row, which is not marked itself', () => {
		expect(settle(returned([row(), sibling({ isDeleted: true })]))).toEqual([['registered', true], ['deleted', false]]);
		expect(settle(returned([row(), sibling({ isDeleted: true })]).slice(0, 1))).toEqual([['registered', true]]);
	});

	test('exactly when all its standing rows are here and done, and one of them is new', () => {
		const scenario = someRows.chain((rows) =>
			fc.tuple(
				fc.array(fc.constantFrom(...OUTCOMES), { minLength: rows.length, maxLength: rows.length }).map((outcomes) => returned(rows, (at) => ({ outcome: outcomes[at], messages: [] }))),
				fc.array(fc.integer({ min: 0, max: 9 }), { minLength: rows.length, maxLength: rows.length }),
			),
		);
		fc.assert(
			fc.property(scenario, ([all, dice]) => {
				const here = all.filter((_each, at) => dice[at] > 0);
				const settled = settleLines(here);
				here.forEach((each, at) => {
					const ofRegistration = (list: ReturnedRow[]) => list.filter((other) => registrationKey(other) === registrationKey(each) && !other.isDeleted);
					const isDone = ({ disposition, outcome }: ReturnedRow) =>
						disposition === 'alreadyMarked' || (disposition === 'line' && ['registered', 'difference', 'reversed', 'unchanged'].includes(String(outcome)));
					const whole = ofRegistration(here).length === ofRegistration(all).length && ofRegistration(here).every(isDone);
					const isNew = ofRegistration(here).some(({ disposition }) => disposition === 'line');
					expect(settled[at].mark).toBe(whole && isNew && !each.isDeleted);
				});
			}),
			{ numRuns: 500 },
		);
	});
});

test('the order of the rows is of no account', () => {
	const scenario = someRows.map((rows) => returned(rows, (at) => ({ outcome: OUTCOMES[at % OUTCOMES.length], messages: [] }))).chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
	fc.assert(
		fc.property(scenario, ([rows, others]) => {
			const before = new Map(settleLines(rows).map((settled, at) => [rows[at], settled]));
			settleLines(others).forEach((settled, at) => expect(settled).toEqual(before.get(others[at])));
		}),
	);
});
