import fc from 'fast-check';

import type { OutcomeName } from '../../../nodes/kit/outcome';
import type { CheckedRow } from '../../../nodes/Capitech/payroll/control';
import { controlList } from '../../../nodes/Capitech/payroll/control';
import { readMaterial } from '../../../nodes/Capitech/payroll/items';
import type { Payment } from '../../../nodes/Capitech/payroll/payments';
import { leaveSomething } from '../../../nodes/Capitech/payroll/payments';
import { encodeReference } from '../../../nodes/Capitech/payroll/reference';
import type { BalanceRules } from '../../../nodes/Capitech/payroll/reconcile';
import { reconcileLines } from '../../../nodes/Capitech/payroll/reconcile';
import type { ReturnedRow } from '../../../nodes/Capitech/payroll/settle';
import { settleLines } from '../../../nodes/Capitech/payroll/settle';
import type { Settings } from '../../../nodes/Capitech/payroll/settings';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { registrationKey, rowKey } from '../../../nodes/Capitech/time/row';
import { EMPLOYEES, payment, prepared, settings, someRows } from './rows';

/** Settings that differ in what decides about a row. */
const someSettings: fc.Arbitrary<Settings> = fc
	.record({
		level: fc.constantFrom(1, 1, 2),
		confirmedPairs: fc.constantFrom([], ['20 0320/1 + 25 0325/1']),
		groups: fc.subarray([1, 2]),
		isOvertimePaid: fc.boolean(),
		source: fc.constantFrom('sameNumber', 'externalId'),
		table: fc.subarray([
			{ employeeId: 155, employeeNumber: '52018', from: '2026-10-10', formerNumbers: ['155'] },
			{ employeeId: 155, employeeNumber: '155', to: '2026-10-09' },
			{ employeeId: 155, departmentId: 50, employeeNumber: '92007' },
			{ employeeId: 157, employeeNumber: '157' },
		]),
	})
	.map(({ level, confirmedPairs, groups, isOvertimePaid, source, table }) =>
		settings({
			approval: { level },
			confirmedPairs,
			employees: { source, table },
			payElements: [
				...groups.map((employeeGroup) => ({ timeCategoryId: 10, employeeGroup, payElement: '0310', serialNumber: employeeGroup, unit: 'hours' })),
				{ timeCategoryId: 11, payElement: '0311', serialNumber: 1, unit: 'hours' },
				isOvertimePaid ? { timeCategoryId: 20, payElement: '0320', serialNumber: 1, unit: 'hours' } : { timeCategoryId: 20, doNotExport: true },
				{ timeCategoryId: 25, payElement: '0325', serialNumber: 1, unit: 'hours' },
				{ timeCategoryId: 45, payElement: '0400', serialNumber: 1, unit: 'amount' },
				{ timeCategoryId: 0, payElement: '0100', serialNumber: 0, unit: 'hours' },
			],
		}),
	);

const someScope = fc.record({
	from: fc.constantFrom('', '2026-10-01'),
	to: fc.constantFrom('', '2026-10-31'),
	rejectedRows: fc.constantFrom('retry' as const, 'retryChanged' as const, 'skip' as const),
	changedSince: fc.constantFrom('', '2026-10-01 00:00:00'),
});

const asItems = (rows: TimeTransaction[]) => rows.map((json, index) => ({ index, item: { json } }));
const shuffledToo = <T>(list: fc.Arbitrary<T[]>) => list.chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length })));

describe('preparing, whatever the rows and settings', () => {
	test('gives each row one preparation, in its place, and leaves the rows as they are', () => {
		fc.assert(
			fc.property(someRows, someSettings, someScope, (rows, agreed, scope) => {
				const copy = structuredClone(rows);
				const { rows: kept } = readMaterial(asItems(rows));
				expect(kept.map(({ row }) => row)).toEqual(rows);
				const results = prepared(rows, agreed, scope);
				expect(rows).toEqual(copy);
				results.forEach((each, at) => {
					expect(rowKey(each)).toBe(rowKey(rows[at]));
					expect(each.disposition === 'line' ? each.payrollLine : 'set aside').not.toBeNull();
					if (each.disposition !== 'line') expect(each.reason).toEqual(expect.any(String));
				});
			}),
		);
	});

	test('does not care for the order of the rows', () => {
		fc.assert(
			fc.property(shuffledToo(someRows), someSettings, someScope, ([rows, others], agreed, scope) => {
				const plain = (list: TimeTransaction[]) =>
					new Map(prepared(list, agreed, scope).map((each) => [rowKey(each), { ...each, reason: each.disposition, intended: each.intended && { ...each.intended, reason: '' } }]));
				expect(plain(readMaterial(asItems(others)).rows.map(({ row }) => row))).toEqual(plain(rows));
			}),
		);
	});

	test('makes lines of rows that are ready alone, with all others of their registration', () => {
		fc.assert(
			fc.property(someRows, someSettings, someScope, (rows, agreed, scope) => {
				const isReady = (each: TimeTransaction) => {
					const level = agreed.firms.get(each.clientId)?.approval.departments.get(each.departmentId ?? -1) ?? agreed.firms.get(each.clientId)?.approval.level;
					return each.timeOut !== null && each[level === 1 ? 'approvedLevelOne' : 'approvedLevelTwo'] === 1;
				};
				const results = prepared(rows, agreed, scope);
				for (const line of results.filter(({ payrollLine }) => payrollLine)) {
					expect(line.isDeleted).toBe(false);
					expect(rows.filter((each) => registrationKey(each) === registrationKey(line) && !each.isDeleted).every(isReady)).toBe(true);
					expect(line.timeCategoryPayable).not.toBe(0);
					expect(line.payrollLine?.quantity ?? line.payrollLine?.amount).toBe(line.qty);
					expect(line.payrollLine?.reference).toBe(encodeReference(line));
				}
			}),
		);
	});

	test('never makes a line of ordinary hours of a group that has no entry', () => {
		fc.assert(
			fc.property(someRows, someSettings, someScope, (rows, agreed, scope) => {
				for (const { clientId, employeeId, timeCategoryId, payrollLine } of prepared(rows, agreed, scope).filter(({ timeCategoryTypeId }) => timeCategoryTypeId === 'O')) {
					if (!payrollLine) continue;
					const group = EMPLOYEES.find((each) => each.clientId === clientId && each.employeeId === employeeId)?.wageGroupId;
					const entries = agreed.firms.get(clientId)?.mappings.get(timeCategoryId) ?? [];
					expect(entries.map(({ selectors }) => selectors.employeeGroup)).toContain(group);
				}
			}),
		);
	});
});

const somePayments: fc.Arbitrary<Payment[]> = fc.array(
	fc
		.record({
			employeeNumber: fc.constantFrom('155', '52018', '92007', '157', '999'),
			sender: fc.constantFrom('Capitech', 'Capitech', 'capitech ', 'Vagtplan', ''),
			origin: fc.option(fc.record({ clientId: fc.constantFrom(100, 200, 300), uid: fc.integer({ min: 1, max: 6 }), timeCategoryId: fc.constantFrom(10, 11, 20, 25, 45, 0) }), { nil: undefined, freq: 8 }),
			quantity: fc.constantFrom(7.5, -7.5, 1, 0),
			amount: fc.constantFrom(0, 12.5, -12.5),
			date: fc.constantFrom('2026-10-15', '2026-09-30'),
		})
		.map((changes) => payment(changes)),
	{ maxLength: 12 },
);

const someRules: fc.Arbitrary<BalanceRules> = fc.record({
	isWhole: fc.boolean(),
	from: fc.constant('2026-10-01'),
	to: fc.constant('2026-10-31'),
	withdrawnApprovals: fc.constantFrom('hold' as const, 'reverse' as const),
	movedRegistrations: fc.constantFrom('list' as const, 'repost' as const),
	vanishedLimit: fc.constantFrom(0, 100),
	unread: fc.constantFrom(0, 1),
});

const scenario = fc.tuple(someRows, somePayments, someSettings, someScope, someRules).map(([rows, payments, agreed, scope, rules]) => ({
	rows,
	payments,
	agreed,
	rules,
	balanced: reconcileLines(prepared(rows, agreed, scope), payments, agreed, rules),
}));

const isOurs = ({ sender, origin }: Payment, agreed: Settings) => sender.trim().toLowerCase() === 'capitech' && origin !== undefined && agreed.firms.has(origin.clientId);

describe('reconciling, whatever stands', () => {
	test('keeps each row, once, in its order', () => {
		fc.assert(
			fc.property(scenario, ({ rows, balanced }) => {
				expect(balanced.filter(({ withoutRow }) => !withoutRow).map(rowKey).sort()).toEqual(rows.map(rowKey).sort());
			}),
		);
	});

	test('takes nothing back of other senders, of hand-made lines, of other firms, or of what came to nothing', () => {
		fc.assert(
			fc.property(scenario, ({ payments, balanced, agreed }) => {
				for (const back of balanced.filter(({ withoutRow }) => withoutRow)) {
					const own = payments.filter((each) => isOurs(each, agreed) && each.origin && rowKey(each.origin as TimeTransaction) === rowKey(back));
					expect(leaveSomething(own) || new Set(own.map(({ employeeNumber }) => employeeNumber)).size > 1).toBe(true);
				}
			}),
		);
	});

	test('never posts and takes back on one employee and reference, nor anything twice', () => {
		fc.assert(
			fc.property(scenario, ({ balanced }) => {
				const sent = balanced.filter(({ disposition }) => disposition === 'line' || disposition === 'reversal').map(({ payrollLine }) => `${payrollLine?.employeeNumber} ${payrollLine?.reference}`);
				expect(new Set(sent).size).toBe(sent.length);
			}),
			{ numRuns: 500 },
		);
	});

	test('leaves registrations alone that are not among the rows, unless these are whole', () => {
		fc.assert(
			fc.property(scenario, ({ rows, balanced, rules }) => {
				const present = new Set(rows.map(registrationKey));
				if (!rules.isWhole) expect(balanced.filter((each) => !present.has(registrationKey(each)))).toEqual([]);
			}),
		);
	});

	test('leaves nothing of ours unheard: it is compared, taken back or listed', () => {
		fc.assert(
			fc.property(scenario, ({ rows, payments, balanced, agreed, rules }) => {
				const heard = new Set(balanced.filter((each) => ['line', 'reversal'].includes(each.disposition) || each.standingLines).map(rowKey));
				const present = new Set(rows.map(registrationKey));
				for (const { origin, employeeNumber } of payments.filter((each) => isOurs(each, agreed))) {
					if (!origin) continue;
					const own = payments.filter((each) => isOurs(each, agreed) && each.origin && rowKey(each.origin as TimeTransaction) === rowKey(origin as TimeTransaction));
					const isAsked = present.has(registrationKey(origin)) || (rules.isWhole && own.some(({ date }) => date >= rules.from));
					if (isAsked && leaveSomething(own)) expect({ employeeNumber, origin, isHeard: heard.has(rowKey(origin as TimeTransaction)) }).toMatchObject({ isHeard: true });
				}
			}),
		);
	});
});

const OUTCOMES: OutcomeName[] = ['registered', 'difference', 'reversed', 'unchanged', 'validated', 'partial', 'later', 'rejected', 'unknown'];

/** Balanced rows as they come back, some of them lost on the way. */
const returned = fc
	.tuple(scenario, fc.infiniteStream(fc.constantFrom(...OUTCOMES, 'registered' as const, 'unchanged' as const)), fc.infiniteStream(fc.integer({ min: 0, max: 9 })))
	.map(([{ balanced }, outcomes, dice]): { all: ReturnedRow[]; here: ReturnedRow[] } => {
		const all = balanced.map((each): ReturnedRow => (['line', 'reversal'].includes(each.disposition) ? { ...each, outcome: outcomes.next().value, messages: [] } : each));
		return { all, here: all.filter(() => (dice.next().value ?? 1) > 0) };
	});

describe('settling, whatever came back', () => {
	const DONE = ['registered', 'unchanged', 'reversed', 'notExported', 'alreadyMarked'];

	test('gives the code for exported only where all rows are here and done', () => {
		fc.assert(
			fc.property(returned, ({ all, here }) => {
				const settlements = settleLines(here, { exported: 20, rejected: 90 });
				here.forEach((each, at) => {
					if (!settlements[at].mark || settlements[at].markCode !== 20) return;
					expect(each.withoutRow).not.toBe(true);
					const ofRegistration = (other: ReturnedRow) => registrationKey(other) === registrationKey(each) && !other.isDeleted;
					here.forEach((other, place) => (ofRegistration(other) ? expect(DONE).toContain(settlements[place].standing) : undefined));
					expect(here.filter((other) => ofRegistration(other) && !other.withoutRow)).toHaveLength(all.filter((other) => ofRegistration(other) && !other.withoutRow).length);
				});
			}),
			{ numRuns: 500 },
		);
	});

	test('gives all rows of a registration one code, and does not care for their order', () => {
		const shuffled = returned.chain(({ here }) => fc.tuple(fc.constant(here), fc.shuffledSubarray(here, { minLength: here.length })));
		fc.assert(
			fc.property(shuffled, ([here, others]) => {
				const codes = { exported: 20, rejected: 90 };
				const before = new Map(settleLines(here, codes).map((settled, at) => [here[at], settled]));
				settleLines(others, codes).forEach((settled, at) => expect(settled).toEqual(before.get(others[at])));
				for (const [each, { mark, markCode }] of before) {
					for (const [other, settled] of before) if (mark && settled.mark && registrationKey(each) === registrationKey(other)) expect(settled.markCode).toBe(markCode);
				}
			}),
		);
	});
});

test('the control list holds, to the hundredth, what the lines come to', () => {
	const WANTED = ['line', 'elsewhere', 'rejectedBefore'];
	fc.assert(
		fc.property(returned, ({ all }) => {
			const list = controlList(all as CheckedRow[]);
			const hundredths = (values: Array<number | null | undefined>) => values.reduce<number>((total, value) => total + Math.round((value ?? 0) * 100), 0);
			expect(hundredths(list.map(({ inCapitech }) => inCapitech))).toBe(hundredths(all.map(({ disposition, payrollLine }) => (WANTED.includes(disposition) ? (payrollLine?.quantity ?? payrollLine?.amount) : 0))));
			for (const { inCapitech, inOpus, toPost, difference } of list) expect(hundredths([difference])).toBe(hundredths([inCapitech, -inOpus, -toPost]));
		}),
	);
});
