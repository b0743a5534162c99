import fc from 'fast-check';

import type { Standing } from '../../../nodes/Capitech/payroll/settle';
import type { SettledRow } from '../../../nodes/Capitech/payroll/summarize';
import { summarize } from '../../../nodes/Capitech/payroll/summarize';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { row } from './rows';

const STANDINGS: Standing[] = ['registered', 'unchanged', 'rejected', 'later', 'unmapped', 'held', 'notApproved', 'open', 'alreadyMarked', 'deleted'];
const ELIGIBLE: Standing[] = ['registered', 'unchanged', 'rejected', 'unmapped', 'later', 'held'];

const settled = (standing: Standing, changes: Partial<TimeTransaction> = {}, more: Partial<SettledRow> = {}): SettledRow =>
	({ ...row(changes), standing, reason: null, mark: false, needsAttention: false, ...more }) as SettledRow;

const ZERO = {
	read: 0,
	eligible: 0,
	registered: 0,
	unchanged: 0,
	rejected: 0,
	unmapped: 0,
	later: 0,
	held: 0,
	notApproved: 0,
	open: 0,
	alreadyMarked: 0,
	deleted: 0,
	marked: 0,
	unmarkedThoughDone: 0,
	unmappedCategories: [],
};

test('nothing is counted where nothing came', () => {
	expect(summarize([])).toEqual(ZERO);
});

test.each(STANDINGS)('a row that stands as %s is counted as such, once', (standing) => {
	expect(summarize([settled(standing)])).toEqual({
		...ZERO,
		read: 1,
		[standing]: 1,
		eligible: ELIGIBLE.includes(standing) ? 1 : 0,
		unmappedCategories: expect.any(Array),
	});
});

test('eligible is the sum of the six, read the sum of all, whatever the rows', () => {
	const rows = fc.array(fc.record({ uid: fc.integer({ min: 1, max: 5 }), standing: fc.constantFrom(...STANDINGS), qty: fc.integer({ min: 0, max: 2400 }) }), { maxLength: 40 });
	fc.assert(
		fc.property(rows, (list) => {
			const summary = summarize(list.map(({ uid, standing, qty }) => settled(standing, { uid, qty: qty / 100 })));
			const sum = (names: Standing[]) => names.reduce((total, name) => total + Number(summary[name]), 0);
			expect(summary.eligible).toBe(sum(ELIGIBLE));
			expect(summary.read).toBe(sum(STANDINGS));
			expect(summary.read).toBe(list.length);
			expect(summary.unmappedCategories.reduce((total, { rows: count }) => total + count, 0)).toBe(summary.unmapped);
		}),
	);
});

describe('marked counts registrations', () => {
	const toMark = (changes: Partial<TimeTransaction>, outcome?: SettledRow['outcome']) => settled('registered', changes, { mark: true, ...(outcome && { outcome }) });

	test('once each, however many rows they have', () => {
		const { marked, unmarkedThoughDone } = summarize([toMark({}, 'registered'), toMark({ timeCategoryId: 20 }, 'registered'), toMark({ uid: 2 }, 'registered'), settled('registered', { uid: 3 })]);
		expect([marked, unmarkedThoughDone]).toEqual([2, 0]);
	});

	test('of two firms with the same uid as two', () => {
		expect(summarize([toMark({}, 'registered'), toMark({ clientId: 200 }, 'registered')]).marked).toBe(2);
	});

	test('that stood already neither as marked nor as forgotten', () => {
		const { marked, unmarkedThoughDone } = summarize([toMark({}, 'unchanged')]);
		expect([marked, unmarkedThoughDone]).toEqual([0, 0]);
	});

	test.each<[SettledRow['outcome'] | undefined]>([['rejected'], ['later'], ['unknown'], [undefined]])('that were to be marked and came to %p as not told yet', (outcome) => {
		const { marked, unmarkedThoughDone } = summarize([toMark({}, outcome), toMark({ timeCategoryId: 20 }, outcome)]);
		expect([marked, unmarkedThoughDone]).toEqual([0, 1]);
	});
});

test('what nobody gets paid is listed by time category, added up without a rounding error', () => {
	const unmapped = (timeCategoryId: number, timeCategory: string, qty: number) => settled('unmapped', { timeCategoryId, timeCategory, qty });
	const rows = [unmapped(11, 'Fastlønn', 0.1), unmapped(50, 'Reisetid', 1.5), unmapped(11, 'Fastlønn', 0.2), settled('registered', { qty: 9 }), unmapped(11, 'Fastlønn', 7.35)];
	expect(summarize(rows).unmappedCategories).toEqual([
		{ timeCategoryId: 11, timeCategory: 'Fastlønn', rows: 3, quantity: 7.65 },
		{ timeCategoryId: 50, timeCategory: 'Reisetid', rows: 1, quantity: 1.5 },
	]);
});
