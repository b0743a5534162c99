import type { CheckedRow } from '../../../nodes/Capitech/payroll/control';
import { controlList } from '../../../nodes/Capitech/payroll/control';
import type { BalancedDisposition } from '../../../nodes/Capitech/payroll/reconcile';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { prepared, row, settings, sibling } from './rows';

const ON = { employeeNumber: '155', payElement: '0310', serialNumber: 1, costCenter: '1010500001', pspElement: null, quantity: 7.5, amount: null };
type Posting = Partial<Omit<typeof ON, 'quantity' | 'amount'>> & { quantity?: number | null; amount?: number | null; costObjectKnown?: boolean };

/** A row as the payroll operation gave it back: what stands, and what is missing. */
function checked(of: TimeTransaction, outcome: CheckedRow['outcome'], { standing = [], missing = [], ...more }: { standing?: Posting[]; missing?: Posting[] } & Partial<CheckedRow> = {}): CheckedRow {
	const [ready] = prepared([of], settings({ employees: { table: [{ employeeId: 155, employeeNumber: '155', formerNumbers: ['17'] }, { employeeId: 7, employeeNumber: '7' }] } }));
	const on = (posting: Posting) => ({ ...ON, ...posting });
	return { ...ready, approver: 'Berit', employee: 'Ola Nordmann', outcome, messages: [], standingLines: standing.map(on), missingLines: missing.map(on) as never, ...more };
}

const figures = (rows: CheckedRow[]) => controlList(rows).map(({ inCapitech, inOpus, toPost, difference }) => [inCapitech, inOpus, toPost, difference]);

test('a line of the list says what is to be paid, what stands, what posting adds, and what is left', () => {
	expect(controlList([checked(row(), 'validated', { missing: [{}] })])).toEqual([
		{
			employeeNumber: '155',
			employee: 'Ola Nordmann',
			payElement: '0310',
			serialNumber: 1,
			costCenter: '1010500001',
			pspElement: '',
			unit: 'hours',
			inCapitech: 7.5,
			inOpus: 0,
			toPost: 7.5,
			difference: 0,
			rows: 1,
			approvers: 'Berit',
			open: '',
		},
	]);
});

describe('the figures', () => {
	test('come to zero after posting', () => {
		expect(figures([checked(row(), 'unchanged', { standing: [{}] })])).toEqual([[7.5, 7.5, 0, 0]]);
	});

	test('hold a correction as what stands and its difference', () => {
		expect(figures([checked(row(), 'validated', { standing: [{ quantity: 8 }], missing: [{ quantity: -0.5 }] })])).toEqual([[7.5, 8, -0.5, 0]]);
	});

	test('of what is taken back come to nothing', () => {
		const reversal = checked(row({ qty: 0 }), 'validated', { standing: [{}], missing: [{ quantity: -7.5 }], disposition: 'reversal', withoutRow: true });
		expect(figures([reversal])).toEqual([[0, 7.5, -7.5, 0]]);
		expect(controlList([reversal])[0].rows).toBe(0);
	});

	test('are left out where nothing is wanted and nothing stands', () => {
		expect(controlList([])).toEqual([]);
		expect(controlList([checked(row({ qty: 0 }), 'unchanged'), checked(row({ approvedLevelOne: null }), undefined)])).toEqual([]);
	});

	test('are exact to the hundredth, whatever the binary fractions', () => {
		const rows = Array.from({ length: 30 }, (_each, uid) => checked(row({ uid, qty: 0.1 }), 'validated', { standing: [{ quantity: 0.07 }], missing: [{ quantity: 0.03 }] }));
		expect(figures(rows)).toEqual([[3, 2.1, 0.9, 0]]);
	});

	test('leave the value out that the payroll system adds to a quantity', () => {
		expect(figures([checked(row(), 'unchanged', { standing: [{ amount: 1312.5 }] })])).toEqual([[7.5, 7.5, 0, 0]]);
	});
});

describe('a difference is left, and the list says why', () => {
	const refused = [{ type: 'E' as const, code: '119', text: 'Omkostningssted er ikke gyldigt' }];

	test.each<[string, CheckedRow, number[], string]>([
		['refused', checked(row(), 'rejected', { missing: [{}], messages: refused }), [7.5, 0, 0, 7.5], 'rejected: 119 Omkostningssted er ikke gyldigt'],
		['put off', checked(row(), 'later', { missing: [{}] }), [7.5, 0, 0, 7.5], 'later: later'],
		['failed', checked(row(), undefined, { error: 'KMD Opus is out of order' }), [7.5, 0, 0, 7.5], 'later: KMD Opus is out of order'],
		['refused before', checked(row({ externalStatusCode: 90 }), undefined), [7.5, 0, 0, 7.5], 'rejectedBefore: Was refused by the payroll system, and neither the row nor the settings have changed since'],
		['withdrawn', checked(row({ approvedLevelOne: null }), undefined, { disposition: 'withdrawn', reason: 'Not approved', standing: [{}] }), [0, 7.5, 0, -7.5], 'withdrawn: Not approved'],
		['vanished', checked(row(), undefined, { disposition: 'vanished', reason: 'Gone', standing: [{}], payrollLine: null, withoutRow: true }), [0, 7.5, 0, -7.5], 'vanished: Gone'],
	])('where a row is %s', (_what, of, expected, open) => {
		expect(figures([of])).toEqual([expected]);
		expect(controlList([of])[0].open).toBe(open);
	});

	test('on both employees where it stands elsewhere', () => {
		const moved = checked(row(), undefined, { disposition: 'elsewhere', reason: 'Moved', standing: [{ employeeNumber: '9' }] });
		expect(controlList([moved]).map(({ employeeNumber, difference, open }) => [employeeNumber, difference, open])).toEqual([['9', -7.5, 'elsewhere: Moved'], ['155', 7.5, 'elsewhere: Moved']]);
	});

	test.each<BalancedDisposition>(['alreadyMarked', 'outOfPeriod', 'notExported', 'unmapped', 'held'])('not where a row is %s: it is not to be paid by this run', (disposition) => {
		expect(controlList([checked(row(), undefined, { disposition })])).toEqual([]);
	});
});

describe('one line of the list holds', () => {
	test('all rows of an employee, pay element and cost object, and who approved them', () => {
		const [line, ...others] = controlList([checked(row(), 'validated', { missing: [{}] }), checked(row({ uid: 2, qty: 1 }), 'validated', { missing: [{ quantity: 1 }], approver: 'Anne' }), checked(row({ uid: 3, qty: 1 }), 'validated', { missing: [{ quantity: 1 }], approver: null })]);
		expect(others).toEqual([]);
		expect(line).toMatchObject({ inCapitech: 9.5, toPost: 9.5, rows: 3, approvers: 'Berit, Anne' });
	});

	test('neither another cost object, nor another pay element or serial number', () => {
		const rows = [checked(row(), 'validated'), checked(row({ uid: 2, departmentId: 10 }), 'validated'), checked(row({ uid: 3, projectId: 1001 }), 'validated'), checked(sibling(31), 'validated')];
		expect(controlList(rows).map(({ payElement, costCenter, pspElement }) => `${payElement} ${costCenter}${pspElement}`)).toEqual(['0310 ', '0310 XG-1001-00001', '0310 1010500001', '0331 1010500001']);
	});

	test('neither kroner and hours of one pay element', () => {
		const rows = [checked(row({ timeCategoryId: 45, timeCategoryTypeId: 'T', qty: 350.25 }), 'validated', { missing: [{ payElement: '0400', quantity: null, amount: 350.25 }] }), checked(row(), 'unchanged', { standing: [{ payElement: '0400', quantity: 7.5 }] })];
		expect(controlList(rows).map(({ payElement, unit, inCapitech, inOpus, toPost }) => [payElement, unit, inCapitech, inOpus, toPost])).toEqual([
			['0310', 'hours', 7.5, 0, 0],
			['0400', 'amount', 350.25, 0, 350.25],
			['0400', 'hours', 0, 7.5, 0],
		]);
	});

	test('what stands under a former number of the employment, and of this one alone', () => {
		expect(figures([checked(row(), 'unchanged', { standing: [{ employeeNumber: '17' }] })])).toEqual([[7.5, 7.5, 0, 0]]);
		expect(figures([checked(row(), 'unchanged', { standing: [{ employeeNumber: '18' }] })])).toHaveLength(2);
	});

	test('by itself what stands on a cost object that the payroll system does not tell', () => {
		const lines = controlList([checked(row(), 'rejected', { standing: [{ costCenter: '', costObjectKnown: false }] })]);
		expect(lines.map(({ costCenter, inCapitech, inOpus }) => [costCenter, inCapitech, inOpus])).toEqual([['(not told)', 0, 7.5], ['1010500001', 7.5, 0]]);
	});
});

test('the list is in the order of employee numbers, as numbers, and pay elements', () => {
	const rows = [checked(sibling(20, { employeeId: 155 }), 'validated'), checked(row(), 'validated'), checked(row({ uid: 7, employeeId: 7, timeCategoryId: 20, timeCategoryTypeId: 'P' }), 'validated')];
	expect(controlList(rows).map(({ employeeNumber, payElement }) => `${employeeNumber} ${payElement}`)).toEqual(['7 0320', '155 0310', '155 0320']);
});
