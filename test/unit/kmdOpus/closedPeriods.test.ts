import fc from 'fast-check';

import { Ledger } from '../../../nodes/KmdOpus/payments/ledger';
import type { CostObject, PaymentLine, RegisteredLine } from '../../../nodes/KmdOpus/payments/line';
import type { Plan } from '../../../nodes/KmdOpus/payments/plan';
import { planLine } from '../../../nodes/KmdOpus/payments/plan';
import { readRemark } from '../../../nodes/KmdOpus/payments/remark';
import type { Corrections, PayPeriod, Wanted } from '../../../nodes/KmdOpus/payments/wanted';

const COST_OBJECTS: CostObject[] = [
	{ costCenter: '', pspElement: '' },
	{ costCenter: '1010100001', pspElement: '' },
	{ costCenter: '', pspElement: 'XG-1001-00001' },
];
const NUMBERS = ['2018', '52018', '82018'];
const CLOSINGS = ['', '2026-09-30', '2026-10-11', '2026-10-31', '2026-11-30'];

const LINE: PaymentLine = { employeeNumber: '2018', date: '2026-09-14', payElement: '0310', serialNumber: 1, quantity: 750, amount: null, hourlyRate: null, costCenter: '', pspElement: '', sender: 'Capitech', remark: 'a:1' };

const line = fc
	.record({
		date: fc.constantFrom('2026-09-14', '2026-10-11', '2026-10-12', '2026-12-01'),
		payElement: fc.constantFrom('0310', '0320'),
		costObject: fc.constantFrom(...COST_OBJECTS),
		employeeNumber: fc.constantFrom(...NUMBERS),
		value: fc.constantFrom(0, 750, 800, -750, 1),
		measure: fc.constantFrom('quantity', 'amount'),
	})
	.map(({ costObject, value, measure, ...rest }): PaymentLine => ({ ...LINE, ...rest, ...costObject, quantity: null, [measure]: value }));

/** What is wanted over the time: an employment may have had any of its numbers before, and the periods close one after the other. */
const history = (corrections: fc.Arbitrary<Corrections>) =>
	fc.array(fc.record({ line, corrections, closing: fc.nat(CLOSINGS.length - 1) }), { minLength: 1, maxLength: 7 }).map((steps) => {
		const closings = steps.map(({ closing }) => closing).sort((a, b) => a - b);
		return steps.map(({ line: own, corrections: choice }, at): Wanted => ({
			line: own,
			formerNumbers: NUMBERS.filter((number) => number !== own.employeeNumber),
			period: { closedThrough: CLOSINGS[closings[at]], corrections: choice },
		}));
	});

const isBarred = ({ closedThrough, corrections }: PayPeriod, date: string): boolean => corrections !== 'originalDate' && date <= closedThrough;

const planOn = (wanted: Wanted, standing: RegisteredLine[], costCenterReturned = true): Plan =>
	planLine(wanted, new Ledger(costCenterReturned ? standing : standing.map((other) => ({ ...other, costCenter: '' }))).under(wanted.line), COST_OBJECTS);

const applied = (plan: Plan, standing: RegisteredLine[]): RegisteredLine[] =>
	plan.closedDate ? standing : [...standing, ...plan.postings.map((posting, at) => ({ ...posting, objectId: `${standing.length + at}` }))];

/** What stands by pay element and cost object, whatever the date and the number; zero sums are left out. */
function sums(lines: PaymentLine[]): Record<string, number> {
	const totals = new Map<string, number>();
	for (const { payElement, costCenter, pspElement, quantity, amount } of lines) {
		for (const [measure, value] of [['quantity', quantity], ['amount', amount]] as const) {
			const key = `${payElement} ${costCenter}${pspElement} ${measure}`;
			totals.set(key, (totals.get(key) ?? 0) + (value ?? 0));
		}
	}
	return Object.fromEntries([...totals].filter(([, total]) => total !== 0));
}

function play(steps: Wanted[], costCenterReturned: boolean, check: (wanted: Wanted, plan: Plan, standing: RegisteredLine[], at: number) => void): void {
	let standing: RegisteredLine[] = [];
	steps.forEach((wanted, at) => {
		const plan = planOn(wanted, standing, costCenterReturned);
		expect(plan.unplaced).toEqual([]);
		standing = applied(plan, standing);
		check(wanted, plan, standing, at);
	});
}

const anyWay = history(fc.constantFrom('originalDate', 'firstOpenDay', 'humanList'));

describe.each([true, false])('a line whose pay periods close (cost centre in reads: %s)', (costCenterReturned) => {
	test('stands in full, on what it is wanted on, whatever number and date it stood on before', () => {
		fc.assert(fc.property(anyWay, (steps) => play(steps, costCenterReturned, (wanted, { closedDate }, standing) => {
			if (!closedDate) expect(sums(standing)).toEqual(sums([wanted.line]));
		})));
	});

	test('is never posted into a closed period, unless Opus is to decide; only what is left to a human would be', () => {
		fc.assert(fc.property(anyWay, (steps) => play(steps, costCenterReturned, ({ period }, { postings, closedDate }) => {
			const barred = postings.filter(({ date }) => isBarred(period, date));
			expect(closedDate).toBe(barred[0]?.date);
			if (period.corrections !== 'humanList') expect(barred).toEqual([]);
		})));
	});

	test('needs nothing more when it is planned again', () => {
		fc.assert(fc.property(anyWay, (steps) => play(steps, costCenterReturned, (wanted, { closedDate }, standing) => {
			if (!closedDate) expect(planOn(wanted, standing, costCenterReturned)).toMatchObject({ postings: [], result: 'unchanged' });
		})));
	});

	test('needs nothing more when periods close later, or when corrections are left to a human from now on or no longer', () => {
		const later = fc.record({ closedThrough: fc.constantFrom(...CLOSINGS), corrections: fc.constantFrom<Corrections>('firstOpenDay', 'humanList') });
		fc.assert(fc.property(anyWay, later, (steps, period) => play(steps, costCenterReturned, (wanted, { closedDate }, standing) => {
			const closedThrough = [period.closedThrough, wanted.period.closedThrough].sort()[1];
			if (!closedDate) expect(planOn({ ...wanted, period: { ...period, closedThrough } }, standing, costCenterReturned).postings).toEqual([]);
		})));
	});

	test('comes to rest after one more posting when its dates are to be the original ones after all', () => {
		fc.assert(fc.property(history(fc.constant('firstOpenDay')), (steps) => play(steps, costCenterReturned, (wanted, _, standing) => {
			const original: Wanted = { ...wanted, period: { ...wanted.period, corrections: 'originalDate' } };
			const after = applied(planOn(original, standing, costCenterReturned), standing);
			expect(sums(after)).toEqual(sums([wanted.line]));
			expect(planOn(original, after, costCenterReturned).postings).toEqual([]);
		})));
	});

	test('is planned alike in whatever order Opus gives the lines', () => {
		const shown = ({ postings, unplaced }: Plan) => [postings.map((posting) => JSON.stringify({ ...posting, remark: readRemark(posting.remark).hash })).sort(), unplaced];
		fc.assert(fc.property(anyWay, line, (steps, next) => play(steps, costCenterReturned, (wanted, _, standing) => {
			const moved: Wanted = { ...wanted, line: { ...next, employeeNumber: wanted.line.employeeNumber } };
			expect(shown(planOn(moved, [...standing].sort((a, b) => b.date.localeCompare(a.date)), costCenterReturned))).toEqual(shown(planOn(moved, standing, costCenterReturned)));
		})));
	});

	test('is posted under its own number only, each posting with a remark of its own', () => {
		fc.assert(fc.property(anyWay, (steps) => play(steps, costCenterReturned, ({ line: own }, { postings }, standing) => {
			expect(new Set([own.employeeNumber, ...postings.map(({ employeeNumber }) => employeeNumber)]).size).toBe(1);
			expect(new Set(standing.map(({ remark }) => remark)).size).toBe(standing.length);
			expect(standing.every(({ remark }) => readRemark(remark).reference === 'a:1')).toBe(true);
		})));
	});
});

test('what was put in by hand under the reference is counted in, each time; at the latest the second run finds all at rest', () => {
	const byHand = fc.array(line.map((own): RegisteredLine => ({ ...own, objectId: 'by hand' })), { maxLength: 3 });
	fc.assert(fc.property(byHand, anyWay, (entries, steps) => {
		let standing: RegisteredLine[] = entries;
		for (const wanted of steps) {
			for (let run = 1; run <= 2; run++) {
				const plan = planOn(wanted, standing);
				expect(plan.postings.filter(({ date }) => isBarred(wanted.period, date) && !plan.closedDate)).toEqual([]);
				standing = applied(plan, standing);
				if (!plan.closedDate) expect(sums(standing)).toEqual(sums([wanted.line]));
			}
			const { closedDate, postings } = planOn(wanted, standing);
			if (!closedDate) expect(postings).toEqual([]);
		}
	}));
});

describe('a line of 14 September, posted while September was open', () => {
	const open: Wanted = { line: LINE, formerNumbers: [], period: { closedThrough: '2026-08-31', corrections: 'firstOpenDay' } };
	const standing = applied(planOn(open, []), []);
	const closed = (fields: Partial<PaymentLine>, corrections: Corrections = 'firstOpenDay'): Wanted => ({
		line: { ...LINE, ...fields },
		formerNumbers: [],
		period: { closedThrough: '2026-09-30', corrections },
	});
	const planned = (wanted: Wanted) => planOn(wanted, standing).postings.map(({ date, payElement, quantity }) => `${date} ${payElement} ${quantity}`);

	test.each([
		['unchanged', {}, []],
		['moved within the closed period', { date: '2026-09-16' }, []],
		['corrected', { quantity: 800 }, ['2026-10-01 0310 50']],
		['made another pay element', { payElement: '0320' }, ['2026-10-01 0310 -750', '2026-10-01 0320 750']],
		['moved into the open period', { date: '2026-10-20' }, ['2026-10-01 0310 -750', '2026-10-20 0310 750']],
		['deleted', { quantity: 0 }, ['2026-10-01 0310 -750']],
	])('and %s: %j is posted as %j', (_, fields, expected) => {
		expect(planned(closed(fields))).toEqual(expected);
	});

	test('and corrected is posted on its own date where Opus is to decide', () => {
		expect(planned(closed({ quantity: 800 }, 'originalDate'))).toEqual(['2026-09-14 0310 50']);
		expect(planned(closed({ payElement: '0320' }, 'originalDate'))).toEqual(['2026-09-14 0310 -750', '2026-09-14 0320 750']);
	});

	test.each([[{ quantity: 800 }], [{ payElement: '0320' }], [{ date: '2026-10-20' }], [{ quantity: 0 }]])('and corrected with %j is left to a human who asks for it', (fields) => {
		expect(planOn(closed(fields, 'humanList'), standing).closedDate).toBe('2026-09-14');
	});

	test('and unchanged is no matter for a human', () => {
		expect(planOn(closed({}, 'humanList'), standing)).toMatchObject({ postings: [], closedDate: undefined });
	});

	test.each(['quantity', 'amount'])('bears, when its %s is taken back in October, the mark of September: both come to nothing', (measure) => {
		const posted = applied(planOn({ ...open, line: { ...LINE, quantity: null, [measure]: 750 } }, []), []);
		const [reversal] = planOn(closed({ quantity: null, [measure]: 0 }), posted).postings;
		expect(reversal).toMatchObject({ date: '2026-10-01', [measure]: -750 });
		expect(readRemark(reversal.remark).hash).toBe(readRemark(posted[0].remark).hash);
	});

	test('is found by its mark although a reversal of it on another day comes first', () => {
		const steps = [closed({ quantity: 0 }), closed({}, 'originalDate')];
		const ledger = steps.reduce((lines, wanted) => applied(planOn(wanted, lines), lines), standing);
		const lastFirst = [...ledger].sort((a, b) => b.date.localeCompare(a.date));
		expect(lastFirst.map(({ date, quantity }) => `${date} ${quantity}`)).toEqual(['2026-10-01 -750', '2026-09-14 750', '2026-09-14 750']);
		expect(planOn(closed({ payElement: '0320' }, 'originalDate'), lastFirst)).toMatchObject({ unplaced: [], postings: [{ date: '2026-09-14', quantity: -750 }, { payElement: '0320' }] });
	});

	describe('and corrected by hand', () => {
		const byHand = (fields: Partial<PaymentLine>): RegisteredLine => ({ ...LINE, date: '2026-10-05', ...fields, objectId: 'by hand' });

		test.each([
			['deleted', { quantity: 0 }, [byHand({ quantity: -750 })]],
			['lowered', { quantity: 700 }, [byHand({ quantity: -50 })]],
			['made another pay element', { payElement: '0320' }, [byHand({ quantity: -750 }), byHand({ payElement: '0320' })]],
			['put on another cost centre', { costCenter: '1010100001' }, [byHand({ quantity: -750 }), byHand({ costCenter: '1010100001' })]],
		])('is no longer a matter for a human: %s', (_, fields, entries) => {
			const wanted = closed(fields, 'humanList');
			expect(planOn(wanted, standing).closedDate).toBe('2026-09-14');
			expect(planOn(wanted, [...standing, ...entries])).toMatchObject({ postings: [], result: 'unchanged' });
			expect(planOn(wanted, [...entries, ...standing]).postings).toEqual([]);
			expect(planOn({ ...wanted, period: { closedThrough: '2026-10-31', corrections: 'firstOpenDay' } }, [...standing, ...entries]).postings).toEqual([]);
		});

		test('is moved by the node where only the taking back was done by hand', () => {
			expect(planOn(closed({ date: '2026-10-20' }, 'humanList'), [...standing, byHand({ quantity: -750 })]).postings).toMatchObject([{ date: '2026-10-20', quantity: 750 }]);
		});

		test('is not settled by what was entered on something else', () => {
			for (const other of [byHand({ quantity: -750, serialNumber: 2 }), byHand({ quantity: null, amount: -750 }), byHand({ quantity: -750, costCenter: '1010100001' })]) {
				expect(planOn(closed({ quantity: 0 }), [...standing, other]).postings).toHaveLength(2);
			}
		});

		test('leaves what stands on its own day where it is', () => {
			const october = applied(planOn({ ...open, line: { ...LINE, date: '2026-10-20', quantity: 500 } }, []), []);
			const entries = [...standing, ...october, byHand({ date: '2026-10-20', quantity: 250 })];
			expect(planOn(closed({ date: '2026-10-20' }), entries).postings).toMatchObject([{ date: '2026-10-01', quantity: -750 }]);
		});

		test('counting something else is taken back on its own day', () => {
			const entries = [...standing, byHand({ quantity: null, amount: 100 })];
			expect(planOn(closed({}, 'humanList'), entries)).toMatchObject({ unplaced: [], postings: [{ date: '2026-10-05', quantity: null, amount: -100 }] });
		});

		test.each([['2026-09-14', '2026-09-20'], ['2026-09-20', '2026-09-14']])('corrects what stands (%s), not what was taken back before (%s)', (date, before) => {
			const history = [{ date: before }, { date: before, quantity: 0 }, { date }].map((fields) => ({ ...open, line: { ...LINE, ...fields } }));
			const ledger = history.reduce((lines, wanted) => applied(planOn(wanted, lines), lines), [] as RegisteredLine[]);
			expect(planOn(closed({ quantity: 0 }, 'humanList'), [...ledger, byHand({ quantity: -750 })]).postings).toEqual([]);
		});

		test('in an open period stays a line of its own day', () => {
			expect(planOn({ ...open, line: { ...LINE, quantity: 0 } }, [...standing, byHand({ quantity: -750 })]).postings).toHaveLength(2);
		});
	});

	test('the last closed day is closed, the day after it is open', () => {
		expect(planned(closed({ date: '2026-09-30', quantity: 800 }))).toEqual(['2026-10-01 0310 50']);
		expect(planned(closed({ date: '2026-10-01', quantity: 800 }))).toEqual(['2026-10-01 0310 -750', '2026-10-01 0310 800']);
	});
});

describe('a line of an employment that has changed its number', () => {
	const before: Wanted = { line: LINE, formerNumbers: [], period: { closedThrough: '', corrections: 'humanList' } };
	const standing = applied(planOn(before, []), []);
	const now = (fields: Partial<PaymentLine> = {}): Wanted => ({ ...before, line: { ...LINE, employeeNumber: '52018', ...fields }, formerNumbers: ['2018'] });

	test('counts as registered by what stands under the old one', () => {
		expect(planOn(now(), standing)).toMatchObject({ postings: [], result: 'unchanged' });
		expect(planOn({ ...now(), formerNumbers: ['82018'] }, standing).postings).toHaveLength(2);
	});

	test('is corrected by the difference, and taken back, under the new one', () => {
		expect(planOn(now({ quantity: 800 }), standing).postings).toMatchObject([{ employeeNumber: '52018', quantity: 50 }]);
		expect(planOn(now({ quantity: 0 }), standing)).toMatchObject({ postings: [{ employeeNumber: '52018', quantity: -750 }], result: 'reversed' });
	});
});
