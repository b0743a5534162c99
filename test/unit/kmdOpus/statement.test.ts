import { Ledger } from '../../../nodes/KmdOpus/payments/ledger';
import type { PaymentLine, RegisteredLine } from '../../../nodes/KmdOpus/payments/line';
import { planLine } from '../../../nodes/KmdOpus/payments/plan';
import { hashOf, writeRemark } from '../../../nodes/KmdOpus/payments/remark';
import { statementOf } from '../../../nodes/KmdOpus/payments/statement';

const LINE: PaymentLine = { employeeNumber: '7001', date: '2026-10-20', payElement: '0310', serialNumber: 1, quantity: 750, amount: null, hourlyRate: null, costCenter: '1010100001', pspElement: '', sender: 'Capitech', remark: 'a:1' };
const SHOP = { costCenter: '1010100001', pspElement: '' };

/** A line of ours that stands: what it was posted on gives its mark; what a read gives back may differ. */
function stands(fields: Partial<PaymentLine> = {}, asRead: Partial<RegisteredLine> = {}): RegisteredLine {
	const line = { ...LINE, ...fields };
	return { ...line, remark: writeRemark('a:1', 0, hashOf(line)), objectId: '1', ...asRead };
}

const statement = (standing: RegisteredLine[], wanted: PaymentLine = LINE, known = [SHOP]) => {
	const plan = planLine({ line: wanted, formerNumbers: [], period: { closedThrough: '', corrections: 'humanList' } }, new Ledger(standing).under(wanted), known);
	return statementOf(plan, wanted, known);
};
const entry = { employeeNumber: '7001', date: '2026-10-20', payElement: '0310', serialNumber: 1, ...SHOP, costObjectKnown: true, quantity: 7.5, amount: null };

describe('what stands', () => {
	test('is nothing where nothing does', () => {
		expect(statement([]).standingLines).toEqual([]);
	});

	test('is one entry for all that was posted on the same, in decimals', () => {
		expect(statement([stands(), stands({ quantity: 10 }), stands({ quantity: -5 })])).toEqual({ standingLines: [{ ...entry, quantity: 7.55 }], missingLines: [expect.objectContaining({ quantity: -0.05 })] });
	});

	test('leaves out what was taken back', () => {
		expect(statement([stands({ payElement: '0320' }), stands(), stands({ payElement: '0320', quantity: -750 })]).standingLines).toEqual([entry]);
	});

	test.each([
		['employee number', { employeeNumber: '7009' }],
		['date', { date: '2026-10-21' }],
		['pay element', { payElement: '0320' }],
		['serial number', { serialNumber: 2 }],
		['cost object', { costCenter: '', pspElement: 'XG-1001-00001' }],
	])('is told apart by the %s', (_, fields) => {
		expect(statement([stands(), stands(fields)]).standingLines).toEqual([entry, { ...entry, ...fields }]);
	});

	test('is told apart by what it counts', () => {
		expect(statement([stands(), stands({ quantity: null, amount: 10_050 })]).standingLines).toEqual([entry, { ...entry, quantity: null, amount: 100.5 }]);
	});

	test('is where it stands: a reversal on a later day does not hide what it reverses', () => {
		const original = stands();
		const reversal = stands({}, { date: '2026-11-01', quantity: -750 });
		expect(statement([original, reversal]).standingLines).toEqual([entry, { ...entry, date: '2026-11-01', quantity: -7.5 }]);
	});

	test('bears the cost object that a read leaves out, found by its mark', () => {
		expect(statement([stands({}, { costCenter: '' })], { ...LINE, costCenter: '' }).standingLines).toEqual([entry]);
	});

	test('says so where nobody knows the cost object; the reversal that is missing says so as well', () => {
		const { standingLines, missingLines } = statement([stands({ costCenter: '1010999999' }, { costCenter: '' })]);
		expect(standingLines).toEqual([{ ...entry, costCenter: '', costObjectKnown: false }]);
		expect(missingLines).toMatchObject([{ quantity: -7.5, costCenter: '', costObjectKnown: false }, { quantity: 7.5, costCenter: SHOP.costCenter, costObjectKnown: true }]);
	});

	test('bears the cost object that a read gives, although the mark is of something else', () => {
		expect(statement([stands({ costCenter: '1010999999' }, { payElement: '0320' })]).standingLines).toEqual([{ ...entry, payElement: '0320', costCenter: '1010999999' }]);
	});

	test('counts a line that bears no mark as it is read', () => {
		expect(statement([stands({}, { remark: 'A:1' })]).standingLines).toEqual([entry]);
	});

	test('has nothing of other references and senders', () => {
		expect(statement([stands({}, { remark: 'a:2#0abcd' }), stands({ sender: 'Vagtplan' })]).standingLines).toEqual([]);
	});
});

test('what is missingLines are postings as they would be sent, in decimals', () => {
	const { missingLines } = statement([stands()], { ...LINE, costCenter: '', quantity: 800, hourlyRate: 18_550 });
	expect(missingLines).toEqual([
		{ ...LINE, quantity: -7.5, remark: expect.stringMatching(/^a:1#1/), costObjectKnown: true },
		{ ...LINE, costCenter: '', quantity: 8, hourlyRate: 185.5, remark: expect.stringMatching(/^a:1#2/), costObjectKnown: true },
	]);
});
