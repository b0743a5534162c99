import type { OutcomeName } from '../../../nodes/kit/outcome';
import { reconcileLines } from '../../../nodes/Capitech/payroll/reconcile';
import type { ReturnedRow } from '../../../nodes/Capitech/payroll/settle';
import { settleLines } from '../../../nodes/Capitech/payroll/settle';
import type { Payment } from '../../../nodes/Capitech/payroll/payments';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { payment, prepared, row, settings, sibling } from './rows';

const CODES = { exported: 20, rejected: 90 };

/** Rows as they come back from registering: lines and reversals with the outcome given, the others without. */
function returned(rows: TimeTransaction[], outcomeOf: (at: number) => Partial<ReturnedRow> = () => ({ outcome: 'registered', messages: [] }), payments: Payment[] = []): ReturnedRow[] {
	const rules = { isWhole: false, from: '', to: '', withdrawnApprovals: 'hold', movedRegistrations: 'list', vanishedLimit: 10, unread: 0 } as const;
	const balanced = reconcileLines(prepared(rows), payments, settings(), rules);
	return balanced.map((each, at) => ({ ...each, ...(['line', 'reversal'].includes(each.disposition) && outcomeOf(at)) }));
}

/** How each row stands, and the code that its registration is to get; 'as it is' where it is left. */
const settle = (rows: ReturnedRow[]) => settleLines(rows, CODES).map(({ standing, mark, markCode }) => [standing, mark ? markCode : 'as it is']);
const outcomes = (...list: OutcomeName[]) => (at: number) => ({ outcome: list[at], messages: [] });

const ALREADY = { externalStatusCode: 20 };
const UNMAPPED = { timeCategoryPayable: 0 };

describe('a line', () => {
	test.each<[OutcomeName, string, number | string]>([
		['registered', 'registered', 20],
		['difference', 'registered', 20],
		['reversed', 'registered', 20],
		['unchanged', 'unchanged', 20],
		['validated', 'toPost', 'as it is'],
		['rejected', 'rejected', 90],
		['partial', 'later', 'as it is'],
		['later', 'later', 'as it is'],
		['unknown', 'later', 'as it is'],
	])('that was %s stands as %s', (outcome, standing, code) => {
		expect(settle(returned([row()], outcomes(outcome)))).toEqual([[standing, code]]);
	});

	test('that failed, or came back without an outcome, waits for the next run', () => {
		const [failed, lost] = settleLines(returned([row(), row({ uid: 2 })], (at) => (at === 0 ? { error: 'Opus is out of order [item 0]' } : {})), CODES);
		expect(failed).toEqual({ standing: 'later', reason: 'Opus is out of order [item 0]', mark: false, markCode: null, needsAttention: true });
		expect(lost).toMatchObject({ standing: 'later', reason: 'The line came back without an outcome' });
	});

	test('that failed is not taken for registered because it carries an outcome of before', () => {
		expect(settle(returned([row()], () => ({ outcome: 'registered', error: 'no' })))).toEqual([['later', 'as it is']]);
	});

	test('says why in the words of the payroll system', () => {
		const messages = [{ type: 'E' as const, code: '119', text: 'Omkostningssted er ikke gyldigt' }, { type: 'W' as const, code: null, text: 'Se her' }];
		const [rejected] = settleLines(returned([row()], () => ({ outcome: 'rejected', messages })), CODES);
		expect(rejected).toEqual({ standing: 'rejected', reason: '119 Omkostningssted er ikke gyldigt | Se her', mark: true, markCode: 90, needsAttention: true });
		const [fine] = settleLines(returned([row()], () => ({ outcome: 'registered', messages })), CODES);
		expect(fine).toEqual({ standing: 'registered', reason: null, mark: true, markCode: 20, needsAttention: false });
	});
});

test.each<[string, Partial<TimeTransaction>, string, boolean]>([
	['not approved', { approvedLevelOne: null }, 'notApproved', false],
	['open', { timeOut: null }, 'open', false],
	['unmapped', UNMAPPED, 'unmapped', true],
	['without an employment', { employeeId: null, timeCategoryId: 20, timeCategoryTypeId: 'P' }, 'noEmployment', true],
	['refused before', { externalStatusCode: 90 }, 'rejectedBefore', true],
	['exported before', ALREADY, 'alreadyMarked', false],
	['deleted', { isDeleted: true }, 'deleted', false],
])('a row that is no line stands as it was prepared: %s', (_what, changes, standing, needsAttention) => {
	const [settled] = settleLines(returned([row(changes)]), CODES);
	expect(settled).toMatchObject({ standing, needsAttention, mark: false });
	expect(settled.reason).toEqual(expect.any(String));
});

describe('a registration gets the code for exported', () => {
	test('when all its rows stand, or are not to be exported', () => {
		expect(settle(returned([row(), sibling()], outcomes('registered', 'unchanged')))).toEqual([['registered', 20], ['unchanged', 20]]);
		const monthly = sibling(11, { employeeId: 156 });
		expect(settle(returned([row(), monthly]))).toEqual([['registered', 20], ['notExported', 20]]);
		expect(settle(returned([monthly]))).toEqual([['notExported', 20]]);
	});

	test('when rows that were exported before have got company', () => {
		expect(settle(returned([row(ALREADY), sibling()]))).toEqual([['alreadyMarked', 20], ['registered', 20]]);
	});

	test('when one that was refused stands now', () => {
		expect(settle(returned([row({ externalStatusCode: 90, timeCategoryId: 11, employeeId: 156 })]))).toEqual([['notExported', 20]]);
	});

	test('not again, when all its rows carry it', () => {
		expect(settle(returned([row(ALREADY), sibling(20, ALREADY)], undefined, [payment()]))).toEqual([['registered', 'as it is'], ['registered', 'as it is']]);
		expect(settle(returned([row(ALREADY), sibling(20, ALREADY)]))).toEqual([['alreadyMarked', 'as it is'], ['alreadyMarked', 'as it is']]);
	});

	test.each<[string, TimeTransaction]>([
		['is unmapped', sibling(20, UNMAPPED)],
		['has no employment', sibling(20, { employeeId: null })],
	])('not, when one of its rows %s', (_what, other) => {
		expect(settle(returned([row(), other])).map(([, code]) => code)).toEqual(['as it is', 'as it is']);
	});

	test('not, when one of its lines does not stand', () => {
		for (const outcome of ['later', 'unknown', 'partial', 'validated'] as const) {
			expect(settle(returned([row(), sibling()], outcomes('registered', outcome))).map(([, code]) => code)).toEqual(['as it is', 'as it is']);
		}
	});

	test('not, when one of its rows did not come back', () => {
		expect(settle(returned([row(), sibling()]).slice(0, 1))).toEqual([['registered', 'as it is']]);
	});

	test('not, when a row that came twice stands in for one that is missing', () => {
		const [first] = returned([row(), sibling()]);
		expect(settle([first, { ...first }]).map(([, code]) => code)).toEqual(['as it is', 'as it is']);
	});

	test('not, while what is to be taken back of it still stands', () => {
		const gone = payment({ origin: { clientId: 100, uid: 107004, timeCategoryId: 20 } });
		expect(settle(returned([row()], outcomes('registered', 'reversed'), [gone]))).toEqual([['registered', 20], ['reversed', 'as it is']]);
		expect(settle(returned([row()], outcomes('registered', 'later'), [gone])).map(([, code]) => code)).toEqual(['as it is', 'as it is']);
		expect(settle(returned([row()], outcomes('registered', 'validated'), [gone])).map(([, code]) => code)).toEqual(['as it is', 'as it is']);
	});

	test('whatever became of a deleted row, which gets none itself', () => {
		expect(settle(returned([row(), sibling(20, { isDeleted: true })]))).toEqual([['registered', 20], ['deleted', 'as it is']]);
		expect(settle(returned([row(), sibling(20, { isDeleted: true })]).slice(0, 1))).toEqual([['registered', 20]]);
	});

	test('of its own firm only', () => {
		expect(settle(returned([row(), row({ clientId: 200, ...UNMAPPED })]))).toEqual([['registered', 20], ['unmapped', 'as it is']]);
	});
});

describe('a registration gets the code for rejected', () => {
	test('when one of its rows was refused, whatever it carried', () => {
		for (const externalStatusCode of [null, 20]) {
			const rows = [row({ externalStatusCode }), sibling(20, { externalStatusCode })];
			expect(settle(returned(rows, outcomes('registered', 'rejected'), [payment()]))).toEqual([['registered', 90], ['rejected', 90]]);
		}
	});

	test('not again, when it carries it', () => {
		expect(settle(returned([row({ externalStatusCode: 90 })]))).toEqual([['rejectedBefore', 'as it is']]);
	});

	test('not, while another of its rows waits: the next run tries that again, and would pass over it', () => {
		expect(settle(returned([row(), sibling()], outcomes('rejected', 'unknown')))).toEqual([['rejected', 'as it is'], ['later', 'as it is']]);
		expect(settle(returned([row(UNMAPPED), sibling()], outcomes('registered', 'rejected')))).toEqual([['unmapped', 'as it is'], ['rejected', 'as it is']]);
	});
});

describe('a code is taken away, so that the next run finds the registration', () => {
	test.each<[string, number]>([['exported', 20], ['rejected', 90]])('when it carries the one for %s and a row waits', (_what, externalStatusCode) => {
		expect(settle(returned([row({ externalStatusCode })], outcomes('later'), [payment()]))).toEqual([['later', null]]);
		expect(settle(returned([row({ externalStatusCode, ...UNMAPPED })], undefined, [payment()]))).toEqual([['unmapped', null]]);
	});

	test('when its approval was withdrawn, or it stands on another employee', () => {
		expect(settle(returned([row({ ...ALREADY, approvedLevelOne: null })], undefined, [payment()]))).toEqual([['withdrawn', null]]);
		expect(settle(returned([row(ALREADY)], undefined, [payment({ employeeNumber: '9' })]))).toEqual([['elsewhere', null]]);
	});

	test('not, when there is none', () => {
		expect(settle(returned([row()], outcomes('later'), [payment()]))).toEqual([['later', 'as it is']]);
	});

	test('not, where nothing but validating was done', () => {
		expect(settle(returned([row(ALREADY), sibling(20, { ...ALREADY, ...UNMAPPED })], outcomes('validated'), [payment()])).map(([, code]) => code)).toEqual(['as it is', 'as it is']);
	});
});

describe("somebody else's code", () => {
	test('is left as it is, whatever became of the rows', () => {
		for (const outcome of ['registered', 'unchanged', 'later', 'rejected'] as const) {
			expect(settle(returned([row({ externalStatusCode: 30 })], outcomes(outcome), [payment()]))[0][1]).toBe('as it is');
		}
	});

	test('on some of the rows only counts as none', () => {
		expect(settle(returned([row({ externalStatusCode: 30 }), sibling()], outcomes('unchanged', 'registered'), [payment()]))).toEqual([['unchanged', 20], ['registered', 20]]);
	});
});

test('a registration that nobody can account for keeps its code, and needs attention', () => {
	const [of] = returned([row(ALREADY)]);
	const [settled] = settleLines([{ ...of, disposition: 'unaccounted', reason: 'Nothing stands' }], CODES);
	expect(settled).toEqual({ standing: 'unaccounted', reason: 'Nothing stands', mark: false, markCode: null, needsAttention: true });
	const beside = settleLines([{ ...of, disposition: 'unaccounted', registrationRows: 2 }, { ...of, timeCategoryId: 50, disposition: 'unmapped', registrationRows: 2 }], CODES);
	expect(beside.map(({ mark }) => mark)).toEqual([false, false]);
});

test('what stands without a row is told, and never marked', () => {
	const gone = reconcileLines([], [payment()], settings(), { isWhole: true, from: '2026-10-01', to: '2026-10-31', withdrawnApprovals: 'hold', movedRegistrations: 'list', vanishedLimit: 10, unread: 0 });
	expect(settle(gone.map((each) => ({ ...each, outcome: 'reversed', messages: [] })))).toEqual([['reversed', 'as it is']]);
	expect(settle(gone.map((each) => ({ ...each, outcome: 'rejected', messages: [] })))).toEqual([['rejected', 'as it is']]);
	const withdrawn = returned([row({ ...ALREADY, approvedLevelOne: null })], undefined, [payment({ origin: { clientId: 100, uid: 107004, timeCategoryId: 20 } })]);
	expect(settle(withdrawn)).toEqual([['notApproved', null], ['withdrawn', 'as it is']]);
});
