import type { IDataObject } from 'n8n-workflow';

import type { Payment } from '../../../nodes/Capitech/payroll/payments';
import { describeNet, netOf } from '../../../nodes/Capitech/payroll/payments';
import type { Scope } from '../../../nodes/Capitech/payroll/prepare';
import type { BalanceRules } from '../../../nodes/Capitech/payroll/reconcile';
import { reconcileLines } from '../../../nodes/Capitech/payroll/reconcile';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { payment, prepared, row, settings, sibling } from './rows';

const RULES: BalanceRules = { isWhole: false, from: '', to: '', withdrawnApprovals: 'hold', movedRegistrations: 'list', vanishedLimit: 10, unread: 0 };
const WHOLE: Partial<BalanceRules> = { isWhole: true, from: '2026-10-01', to: '2026-10-31' };

interface Given {
	rules?: Partial<BalanceRules>;
	agreed?: IDataObject;
	scope?: Partial<Scope>;
}

const balance = (rows: TimeTransaction[], payments: Payment[], { rules, agreed, scope }: Given = {}) =>
	reconcileLines(prepared(rows, settings(agreed), scope), payments, settings(agreed), { ...RULES, ...rules });

/** What is to be done, and on which employee and reference, in short. */
const told = (...given: Parameters<typeof balance>) =>
	balance(...given).map(({ disposition, payrollLine, withoutRow }) => [disposition, ...(payrollLine ? [payrollLine.employeeNumber, payrollLine.reference, payrollLine.quantity ?? payrollLine.amount] : []), ...(withoutRow ? ['withoutRow'] : [])].join(' '));

const origin = (changes: Partial<TimeTransaction>) => {
	const { clientId, uid, timeCategoryId } = row(changes);
	return { clientId, uid, timeCategoryId };
};
const OVERTIME = payment({ payElement: '0320', quantity: 2, origin: origin({ timeCategoryId: 20 }) });
const LINE = 'line 155 2s:2akc:a 7.5';
const BACK = 'reversal 155 2s:2akc:a 0 withoutRow';

describe('a row that is a line', () => {
	test('stays one, whatever stands under its reference on its employee', () => {
		for (const standing of [[], [payment()], [payment({ quantity: 1, payElement: '9999' })]]) expect(told([row()], standing)).toEqual([LINE]);
	});

	test('is what it was, with all it carried', () => {
		const [before] = prepared([row()]);
		expect(balance([row()], [payment()])).toEqual([before]);
	});
});

describe('a time category that is gone from its registration', () => {
	test('is taken back', () => {
		const [, back] = balance([row()], [payment(), OVERTIME]);
		expect(back).toMatchObject({ disposition: 'reversal', clientId: 100, uid: 107004, timeCategoryId: 20, withoutRow: true, registrationRows: 1, reason: 'The time category is gone from the registration: 2.00 is taken back' });
		expect(back.payrollLine).toMatchObject({ employeeNumber: '155', reference: '2s:2akc:k', payElement: '0320', quantity: 0, amount: null, date: '2026-10-15', municipalityCode: '751', sender: 'Capitech' });
	});

	test('is not, where it comes to nothing already', () => {
		expect(told([row()], [OVERTIME, { ...OVERTIME, quantity: -2 }])).toEqual([LINE]);
	});

	test('is not, while the registration is not approved: it may be entered anew', () => {
		expect(told([row({ approvedLevelOne: null })], [payment(), OVERTIME])).toEqual(['withdrawn', 'withdrawn withoutRow']);
		expect(told([row({ approvedLevelOne: null, dateIn: '2026-09-30' })], [OVERTIME], { scope: { from: '2026-10-01', to: '2026-10-31' } })).toEqual(['notApproved', 'withdrawn withoutRow']);
	});

	test('of an amount is taken back with an amount', () => {
		const kroner = payment({ quantity: 0, amount: 350.25, origin: origin({ timeCategoryId: 45 }) });
		expect(balance([row()], [kroner])[1]).toMatchObject({ reason: expect.stringContaining('350.25 kr. is taken back'), payrollLine: { unit: 'amount' } });
	});
});

describe('a deleted row', () => {
	test('is taken back, with its whole registration or without', () => {
		expect(told([row({ isDeleted: true })], [payment()])).toEqual(['deleted', BACK]);
		expect(told([row({ isDeleted: true }), sibling(20)], [payment()])).toEqual(['deleted', 'line 155 2s:2akc:k 7.5', BACK]);
	});

	test('that was never exported is left alone', () => {
		expect(told([row({ isDeleted: true })], [])).toEqual(['deleted']);
	});
});

describe('a registration that is not among the rows', () => {
	test('is left alone while the rows are not whole', () => {
		expect(told([], [payment()], { rules: { ...WHOLE, isWhole: false } })).toEqual([]);
	});

	test('is taken back when they are, with all its categories', () => {
		expect(told([], [payment(), OVERTIME], { rules: WHOLE })).toEqual([BACK, 'reversal 155 2s:2akc:k 0 withoutRow']);
		expect(balance([], [payment()], { rules: WHOLE })[0]).toMatchObject({ reason: 'Gone from Capitech: 7.50 is taken back', registrationRows: 0 });
	});

	test('is left alone outside of the period, and taken back on its first and last day', () => {
		const on = (date: string) => told([], [payment({ date })], { rules: WHOLE });
		expect([on('2026-09-30'), on('2026-11-01')]).toEqual([[], []]);
		expect([on('2026-10-01'), on('2026-10-31')]).toEqual([[BACK], [BACK]]);
	});

	test('is not gone when its row begins outside of the period', () => {
		expect(told([row({ dateIn: '2026-11-02' })], [payment({ date: '2026-10-31' })], { rules: WHOLE, scope: { from: '2026-10-01', to: '2026-10-31' } })).toEqual([LINE]);
	});

	test('that came to nothing is left alone', () => {
		expect(told([], [payment(), payment({ quantity: -7.5 })], { rules: WHOLE })).toEqual([]);
	});

	const many = (count: number, changes: Partial<Payment> = {}) => Array.from({ length: count }, (_each, uid) => payment({ ...changes, origin: origin({ ...changes.origin, uid }) }));
	const kinds = (gone: number, there: number, vanishedLimit = 10) => {
		const rows = Array.from({ length: there }, (_each, at) => row({ uid: gone + at }));
		const dispositions = balance(rows, many(gone + there), { rules: { ...WHOLE, vanishedLimit } }).filter(({ withoutRow }) => withoutRow);
		return [...new Set(dispositions.map(({ disposition }) => disposition))];
	};

	test('is listed when too many are gone: more than ten and more than the limit', () => {
		expect(kinds(10, 0)).toEqual(['reversal']);
		expect(kinds(11, 0)).toEqual(['vanished']);
		expect(kinds(11, 99)).toEqual(['reversal']);
		expect(kinds(11, 98)).toEqual(['vanished']);
		expect(kinds(11, 0, 100)).toEqual(['reversal']);
		expect(kinds(11, 1000, 0)).toEqual(['vanished']);
	});

	test('is neither listed nor taken back of a firm that the settings do not name', () => {
		expect(balance([], many(11, { origin: { clientId: 300, uid: 0, timeCategoryId: 10 } }), { rules: WHOLE })).toEqual([]);
	});

	test('is listed by firm: one that is gone as a whole takes no other with it', () => {
		const second = many(3, { origin: { clientId: 200, uid: 0, timeCategoryId: 10 } });
		const results = balance([], [...many(11), ...second], { rules: WHOLE });
		expect(results.map(({ clientId, disposition }) => `${clientId} ${disposition}`)).toEqual([...Array<string>(11).fill('100 vanished'), ...Array<string>(3).fill('200 reversal')]);
		expect(results[0]).toMatchObject({ payrollLine: null, standingLines: [expect.objectContaining({ quantity: 7.5 })], reason: expect.stringContaining('11 of 11 registrations') });
	});
});

describe('never touched are', () => {
	test.each<[string, Partial<Payment>]>([
		['lines of another sender', { sender: 'Vagtplan' }],
		['lines without a sender', { sender: '' }],
		['lines that were entered by hand', { origin: undefined }],
		['lines of a firm that the settings do not name', { origin: origin({ clientId: 300 }) }],
	])('%s', (_what, changes) => {
		const foreign = payment(changes);
		expect(told([], [foreign], { rules: WHOLE })).toEqual([]);
		expect(told([row({ isDeleted: true })], [foreign])).toEqual(['deleted']);
		expect(told([row({ externalStatusCode: 20 })], [foreign])).toEqual(['alreadyMarked 155 2s:2akc:a 7.5']);
	});

	test('a sender is ours however it is written', () => {
		expect(told([row({ isDeleted: true })], [payment({ sender: ' CAPITECH ' })])).toEqual(['deleted', BACK]);
	});
});

describe('an exported row whose approval was withdrawn', () => {
	const unapproved = [row({ approvedLevelOne: null }), sibling(20)];

	test('is held and listed, and so is what is held with it', () => {
		const [first, second] = balance(unapproved, [payment(), OVERTIME]);
		expect([first.disposition, second.disposition]).toEqual(['withdrawn', 'withdrawn']);
		expect(first).toMatchObject({ reason: 'Not approved on level 1; 7.50 stands in the payroll system', standingLines: [expect.objectContaining({ employeeNumber: '155', quantity: 7.5 })] });
	});

	test('is taken back by a stated setting; what is held with it is not', () => {
		expect(told(unapproved, [payment(), OVERTIME], { rules: { withdrawnApprovals: 'reverse' } })).toEqual(['notApproved', BACK, 'withdrawn']);
	});

	test('of which nothing stands is as it was', () => {
		expect(told(unapproved, [payment(), payment({ quantity: -7.5 })])).toEqual(['notApproved', 'held']);
	});
});

describe('a row that stands on another employee', () => {
	const there = payment({ employeeNumber: '999' });

	test('is listed, saying where it stands', () => {
		const [moved] = balance([row()], [there]);
		expect(moved).toMatchObject({ disposition: 'elsewhere', reason: 'It belongs to employee number 155, and stands in the payroll system with 7.50 on employee number 999', standingLines: [expect.objectContaining({ employeeNumber: '999' })] });
	});

	test('is taken back there and posted anew by a stated setting', () => {
		expect(told([row()], [there], { rules: { movedRegistrations: 'repost' } })).toEqual([LINE, 'reversal 999 2s:2akc:a 0 withoutRow']);
	});

	test('is a line where nothing is left there', () => {
		expect(told([row()], [there, payment({ employeeNumber: '999', quantity: -7.5 })])).toEqual([LINE]);
	});

	const table = [{ employeeId: 155, employeeNumber: '155', formerNumbers: ['17'] }, { employeeId: 900, employeeNumber: '900', formerNumbers: ['9'] }];

	test('is a line where that is its own former number', () => {
		expect(told([row()], [payment({ employeeNumber: '17' })], { agreed: { employees: { table } } })).toEqual([LINE]);
	});

	test('under two numbers of one employment there is taken back once', () => {
		const both = [payment({ employeeNumber: '9', quantity: 5 }), payment({ employeeNumber: '900', quantity: 2.5 })];
		const results = balance([row()], both, { agreed: { employees: { table } }, rules: { movedRegistrations: 'repost' } });
		expect(results.map(({ disposition, payrollLine }) => [disposition, payrollLine?.employeeNumber, payrollLine?.formerNumbers])).toEqual([
			['line', '155', ['17']],
			['reversal', '900', ['9']],
		]);
	});
});

test('what is taken back under a former number is taken back on the present one, which knows it', () => {
	const agreed = { employees: { table: [{ employeeId: 155, employeeNumber: '155', formerNumbers: ['17'] }] } };
	const [, back] = balance([row({ isDeleted: true })], [payment({ employeeNumber: '17' })], { agreed });
	expect(back.payrollLine).toMatchObject({ employeeNumber: '155', formerNumbers: ['17'] });
	expect(told([row({ isDeleted: true })], [payment({ employeeNumber: '17' }), payment({ quantity: -7.5 })], { agreed })).toEqual(['deleted']);
});

describe('a row that was exported before', () => {
	const marked = row({ externalStatusCode: 20 });

	test('is compared when its registration stands under our name', () => {
		expect(told([marked], [payment({ quantity: 5 })])).toEqual([LINE]);
		expect(told([marked, sibling(20, { externalStatusCode: 20 })], [payment()])).toEqual([LINE, 'line 155 2s:2akc:k 7.5']);
		expect(told([marked], [payment(), payment({ quantity: -7.5 })])).toEqual([LINE]);
	});

	test('is left alone when it does not: somebody else exported it', () => {
		expect(told([marked], [])).toEqual(['alreadyMarked 155 2s:2akc:a 7.5']);
		expect(told([marked], [payment({ origin: origin({ uid: 1 }) })])).toEqual(['alreadyMarked 155 2s:2akc:a 7.5']);
	});

	test('and is unmapped, not exported or to be confirmed by the settings of today is treated so', () => {
		expect(told([row({ externalStatusCode: 20, timeCategoryPayable: 0 })], [payment()])).toEqual(['unmapped']);
		expect(told([row({ externalStatusCode: 20, timeCategoryId: 11, employeeId: 156 })], [payment({ origin: origin({ timeCategoryId: 11 }) })])).toEqual(['notExported', 'reversal 155 2s:2akc:b 0 withoutRow']);
		expect(told([sibling(20, { externalStatusCode: 20 }), sibling(25, { externalStatusCode: 20 })], [OVERTIME])).toEqual(['toConfirm', 'toConfirm']);
	});

	test('and was refused since is compared where it stands, and not tried again where it does not', () => {
		const refused = [row({ externalStatusCode: 90 }), sibling(20, { externalStatusCode: 90 })];
		expect(told(refused, [payment()])).toEqual([LINE, 'rejectedBefore 155 2s:2akc:k 7.5']);
		expect(told(refused, [])).toEqual(['rejectedBefore 155 2s:2akc:a 7.5', 'rejectedBefore 155 2s:2akc:k 7.5']);
	});

	test('and lies outside of the period is compared as well', () => {
		expect(told([row({ dateIn: '2026-09-30' })], [payment()], { scope: { from: '2026-10-01', to: '' } })).toEqual([LINE]);
		expect(told([row({ dateIn: '2026-09-30' })], [], { scope: { from: '2026-10-01', to: '' } })).toEqual(['outOfPeriod 155 2s:2akc:a 7.5']);
	});
});

describe('a row that carries our code, was changed since, and stands nowhere', () => {
	const changed = { externalStatusCode: 20, lastUpdatedOn: '2026-10-30 12:00:00' };
	const scope = { changedSince: '2026-10-30 03:00:00' };

	test('is told to a human, who may take the mark away', () => {
		const [of] = balance([row(changed)], [], { scope });
		expect(of).toMatchObject({ disposition: 'unaccounted', reason: expect.stringContaining('take its mark away in Capitech') });
		expect(told([row({ ...changed, approvedLevelOne: null })], [], { scope })).toEqual(['unaccounted']);
	});

	test('is not said to stand nowhere while payments could not be read', () => {
		const [of] = balance([row(changed)], [], { scope, rules: { unread: 1 } });
		expect(of).toMatchObject({ disposition: 'unaccounted', reason: expect.stringContaining('is not known') });
	});

	test('is none where there is nothing to be paid, or something stood of its registration', () => {
		expect(told([row({ ...changed, qty: 0 })], [], { scope })).toEqual(['line 155 2s:2akc:a 0']);
		expect(told([row({ ...changed, timeCategoryId: 11, employeeId: 156 })], [], { scope })).toEqual(['notExported']);
		expect(told([row(changed)], [payment(), payment({ quantity: -7.5 })], { scope })).toEqual([LINE]);
	});

	test('is none without the mark, or under another code', () => {
		expect(told([row({ ...changed, externalStatusCode: null })], [], { scope })).toEqual([LINE]);
		expect(told([row({ ...changed, externalStatusCode: 90 })], [], { scope })).toEqual([LINE]);
		expect(told([row({ ...changed, externalStatusCode: 30 })], [], { scope })).toEqual(['alreadyMarked 155 2s:2akc:a 7.5']);
	});
});

test.each<[string, Partial<TimeTransaction>, string]>([
	['unmapped', { timeCategoryPayable: 0 }, 'unmapped'],
	['without an employment', { timeCategoryId: 20, employeeId: null, timeCategoryTypeId: 'P' }, 'noEmployment'],
])('what stands of a row that is %s is told, and not taken back unseen', (_what, changes, disposition) => {
	const [listed, ...others] = balance([row(changes)], [payment({ origin: origin(changes) })]);
	expect(listed).toMatchObject({ disposition, reason: expect.stringMatching(/; 7\.50 stands in the payroll system$/), standingLines: [expect.objectContaining({ quantity: 7.5 })] });
	expect(others).toEqual([]);
});

describe('what payments come to', () => {
	test('is added up without a rounding error', () => {
		expect(netOf([1.1, 2.2, -3.3].map((quantity) => payment({ quantity })))).toEqual({ quantity: 0, amount: 0 });
		expect(describeNet([payment({ quantity: 1.1 }), payment({ quantity: 2.2 }), payment({ quantity: 0, amount: 0.1 })])).toBe('3.30 and 0.10 kr.');
		expect(describeNet([])).toBe('0.00');
	});

	test('leaves the value out that the payroll system adds to a quantity', () => {
		expect(netOf([payment({ quantity: 7.5, amount: 1200 }), payment({ quantity: -7.5, amount: -1150 })])).toEqual({ quantity: 0, amount: 0 });
	});
});
