import fc from 'fast-check';

import type { Standing } from '../../../nodes/Capitech/payroll/settle';
import type { SettledRow } from '../../../nodes/Capitech/payroll/summarize';
import { summarize } from '../../../nodes/Capitech/payroll/summarize';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { prepared, row, sibling } from './rows';

const ELIGIBLE = ['registered', 'unchanged', 'toPost', 'rejected', 'unmapped', 'notExported', 'toConfirm', 'noEmployment', 'later', 'held'] as const;
const OTHERS = ['notApproved', 'open', 'alreadyMarked', 'outOfPeriod', 'deleted', 'withdrawn', 'elsewhere', 'unaccounted'] as const;
const STANDINGS: Standing[] = [...ELIGIBLE, ...OTHERS, 'rejectedBefore'];

const settled = (standing: Standing, changes: Partial<TimeTransaction> = {}, more: Partial<SettledRow> = {}): SettledRow =>
	({ ...prepared([row(changes)])[0], standing, reason: null, mark: false, markCode: null, needsAttention: false, ...more }) as SettledRow;
const summary = (...rows: SettledRow[]) => summarize(rows, 20);

const NOTHING = summary();

test('nothing is counted where nothing came', () => {
	const { unmappedCategories, ...figures } = NOTHING;
	expect(unmappedCategories).toEqual([]);
	expect(new Set(Object.values(figures))).toEqual(new Set([0]));
});

test.each(STANDINGS)('a row that stands as %s is counted as such, once', (standing) => {
	const counted = standing === 'rejectedBefore' ? 'rejected' : standing;
	expect(summary(settled(standing))).toEqual({
		...NOTHING,
		read: 1,
		[counted]: 1,
		eligible: (ELIGIBLE as readonly string[]).includes(counted) ? 1 : 0,
		hours: ['registered', 'unchanged', 'toPost'].includes(standing) ? 7.5 : 0,
		unmappedCategories: expect.any(Array),
	});
});

test('eligible is the sum of the ten, read the sum of all, whatever the rows', () => {
	const rows = fc.array(fc.record({ uid: fc.integer({ min: 1, max: 5 }), standing: fc.constantFrom(...STANDINGS), qty: fc.integer({ min: 0, max: 2400 }), externalStatusCode: fc.constantFrom(null, 90) }), { maxLength: 40 });
	fc.assert(
		fc.property(rows, (list) => {
			const counts = summary(...list.map(({ uid, standing, qty, externalStatusCode }) => settled(standing, { uid, qty: qty / 100, externalStatusCode })));
			const sum = (names: readonly string[]) => names.reduce((total, name) => total + Number(counts[name]), 0);
			expect(counts.eligible).toBe(sum(ELIGIBLE));
			expect(counts.read).toBe(sum([...ELIGIBLE, ...OTHERS]));
			expect(counts.read).toBe(list.length);
			expect(counts.unmappedCategories.reduce((total, { rows: count }) => total + count, 0)).toBe(counts.unmapped);
		}),
	);
});

describe('a row that was exported before', () => {
	test('is not eligible anew; its correction is counted by itself', () => {
		const marked = { externalStatusCode: 20 };
		expect(summary(settled('registered', marked), settled('unchanged', marked), settled('later', marked))).toMatchObject({ read: 3, eligible: 0, registered: 0, unchanged: 0, later: 0, correctedBefore: 1 });
	});

	test('and was refused since is eligible', () => {
		expect(summary(settled('registered', { externalStatusCode: 90 }))).toMatchObject({ eligible: 1, registered: 1, correctedBefore: 0 });
	});
});

test('what stands without a row is no row that was read; what is taken back or listed of it is counted', () => {
	const without = { withoutRow: true };
	const counts = summary(settled('reversed', {}, without), settled('vanished', {}, without), settled('withdrawn', {}, without), settled('rejected', {}, without));
	expect(counts).toMatchObject({ read: 0, eligible: 0, rejected: 0, reversed: 1, vanished: 1, withdrawn: 1 });
});

describe('marked counts registrations', () => {
	const toMark = (changes: Partial<TimeTransaction>, outcome?: SettledRow['outcome'], markCode: number | null = 20) =>
		settled('registered', changes, { mark: true, markCode, ...(outcome && { outcome }) });

	test('once each, however many rows they have', () => {
		const rows = [toMark({}, 'registered'), toMark({ timeCategoryId: 20 }, 'registered'), toMark({ uid: 2 }, 'registered'), settled('registered', { uid: 3 })];
		expect(summary(...rows)).toMatchObject({ marked: 2, markedRejected: 0, unmarkedThoughDone: 0, statusNotSet: 0 });
	});

	test('of two firms with the same uid as two', () => {
		expect(summary(toMark({}, 'registered'), toMark({ clientId: 200 }, 'registered')).marked).toBe(2);
	});

	test('by what they were marked as; a code that was taken away is neither', () => {
		expect(summary(toMark({}, 'registered', 90), toMark({ uid: 2 }, 'registered', null))).toMatchObject({ marked: 0, markedRejected: 1, statusNotSet: 0 });
	});

	test('that stood already neither as marked nor as forgotten', () => {
		expect(summary(toMark({}, 'unchanged'))).toMatchObject({ marked: 0, unmarkedThoughDone: 0, statusNotSet: 0 });
	});

	test.each<[SettledRow['outcome']]>([['rejected'], ['later'], ['unknown']])('that were to be marked and came to %p as not told yet', (outcome) => {
		expect(summary(toMark({}, outcome), toMark({ timeCategoryId: 20 }, outcome))).toMatchObject({ marked: 0, unmarkedThoughDone: 1, statusNotSet: 1 });
		expect(summary(toMark({}, outcome, 90), toMark({ uid: 2 }, outcome, null))).toMatchObject({ markedRejected: 0, unmarkedThoughDone: 0, statusNotSet: 2 });
	});

	test('that failed as not told yet, and those of a run that sets none as nothing', () => {
		expect(summary({ ...toMark({}), error: 'Capitech is out of order' })).toMatchObject({ marked: 0, unmarkedThoughDone: 1, statusNotSet: 1 });
		expect(summary(toMark({}))).toMatchObject({ marked: 0, unmarkedThoughDone: 0, statusNotSet: 0 });
	});
});

test('hours are those of ordinary hours and overtime that stand or would be posted, without the supplements on top of them, pieces and kroner', () => {
	const of = (standing: Standing, timeCategoryId: number, qty: number) => settled(standing, sibling(timeCategoryId, { qty }));
	const rows = [of('registered', 10, 0.1), of('unchanged', 20, 0.2), of('toPost', 10, 7), of('registered', 25, 2), of('registered', 31, 4), of('registered', 40, 3), of('registered', 45, 350), of('rejected', 10, 8), of('registered', 11, 5)];
	expect(summary(...rows).hours).toBe(7.3);
});

test('what nobody gets paid is listed by time category, added up without a rounding error', () => {
	const unmapped = (timeCategoryId: number, timeCategory: string, qty: number) => settled('unmapped', { timeCategoryId, timeCategory, qty });
	const rows = [unmapped(11, 'Fastlønn', 0.1), unmapped(50, 'Reisetid', 1.5), unmapped(11, 'Fastlønn', 0.2), settled('registered', { qty: 9 }), unmapped(11, 'Fastlønn', 7.35)];
	expect(summary(...rows).unmappedCategories).toEqual([
		{ timeCategoryId: 11, timeCategory: 'Fastlønn', rows: 3, quantity: 7.65 },
		{ timeCategoryId: 50, timeCategory: 'Reisetid', rows: 1, quantity: 1.5 },
	]);
});
