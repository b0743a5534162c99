import fc from 'fast-check';

import type { CostObject, PaymentLine, RegisteredLine } from '../../../nodes/KmdOpus/payments/line';
import type { Plan } from '../../../nodes/KmdOpus/payments/plan';
import { planLine } from '../../../nodes/KmdOpus/payments/plan';
import { Ledger } from '../../../nodes/KmdOpus/payments/ledger';
import { hashOf, readRemark } from '../../../nodes/KmdOpus/payments/remark';

const COST_OBJECTS: CostObject[] = [
	{ costCenter: '', pspElement: '' },
	{ costCenter: '1010100001', pspElement: '' },
	{ costCenter: '1010200001', pspElement: '' },
	{ costCenter: '', pspElement: 'XG-1001-00001' },
];

const hundredths = fc.oneof(fc.constantFrom(0, 750, 800, -750, 1, -1), fc.integer({ min: -999_999, max: 999_999 }));
const amounts = fc.oneof(
	fc.record({ quantity: hundredths, amount: fc.constant(null) }),
	fc.record({ quantity: fc.constant(null), amount: hundredths }),
);

/** What a source may want under one reference at one time. */
const wanted = fc
	.record({
		date: fc.constantFrom('2026-10-20', '2026-10-21'),
		payElement: fc.constantFrom('0310', '0320'),
		serialNumber: fc.constantFrom(1, 2),
		hourlyRate: fc.constantFrom(null, 18_550, 19_000),
		costObject: fc.constantFrom(...COST_OBJECTS),
		amounts,
	})
	.map(({ costObject, amounts: own, ...rest }): PaymentLine => ({ employeeNumber: '7001', sender: 'Capitech', remark: 'a:1', ...rest, ...costObject, ...own }));

/** Lines of others: by sender, by reference, or made by hand; some bear a mark like ours. */
const foreign = fc
	.record({
		line: wanted,
		owner: fc.constantFrom(
			{ sender: 'Vagtplan', remark: 'a:1' },
			{ sender: 'Vagtplan', remark: 'a:1#0abcd' },
			{ sender: '', remark: '' },
			{ sender: '', remark: 'a:1' },
			{ sender: 'Capitech', remark: 'a:11#0abcd' },
			{ sender: 'Capitech', remark: '' },
		),
	})
	.map(({ line, owner }): RegisteredLine => ({ ...line, ...owner, objectId: 'theirs' }));

/** A line of our sender and reference that bears no mark, put in by hand or by an earlier way of ours. */
const unmarked = wanted.map((line): RegisteredLine => ({ ...line, hourlyRate: null, objectId: 'unmarked' }));

/** The plan of a line by itself, without former numbers or closed periods. */
const planOn = (line: PaymentLine, registered: RegisteredLine[], known: CostObject[]): Plan =>
	planLine({ line, formerNumbers: [], period: { closedThrough: '', corrections: 'humanList' } }, new Ledger(registered).under(line), known);

/** Opus takes postings as they come; a read may leave the cost centre out. */
const registeredAs = (postings: PaymentLine[]): RegisteredLine[] => postings.map((posting, at) => ({ ...posting, objectId: `new ${at}` }));
const asRead = (lines: RegisteredLine[], costCenterReturned: boolean): RegisteredLine[] =>
	costCenterReturned ? lines : lines.map((line) => ({ ...line, costCenter: '' }));

/** Opus may add to a quantity the rate that is paid and the value that comes of it, and turn texts into capitals. */
const embellished = (lines: RegisteredLine[]): RegisteredLine[] =>
	lines.map((line) => {
		const { quantity, hourlyRate, sender, remark } = line;
		const rate = hourlyRate ?? (quantity ? 16_000 : null);
		return { ...line, sender: sender.toUpperCase(), remark: remark.toUpperCase(), hourlyRate: rate, ...(quantity && rate && { amount: Math.round((quantity * rate) / 100) }) };
	});

const ours = ({ sender, remark }: RegisteredLine): boolean => sender === 'Capitech' && readRemark(remark).reference === 'a:1';

/** The ledger of our reference: the sums by what a line is posted on and its rate; zero sums are nothing. */
function ledgerOf(lines: RegisteredLine[]): Record<string, [number, number]> {
	const sums = new Map<string, [number, number]>();
	for (const line of lines.filter(ours)) {
		const key = `${hashOf(line)} ${line.hourlyRate ?? '-'}`;
		const [quantity, amount] = sums.get(key) ?? [0, 0];
		sums.set(key, [quantity + (line.quantity ?? 0), amount + (line.amount ?? 0)]);
	}
	return Object.fromEntries([...sums].filter(([, [quantity, amount]]) => quantity !== 0 || amount !== 0));
}

const wantedLedger = (line: PaymentLine): Record<string, [number, number]> => {
	const [quantity, amount] = [line.quantity ?? 0, line.amount ?? 0];
	return quantity || amount ? { [`${hashOf(line)} ${line.hourlyRate ?? '-'}`]: [quantity, amount] } : {};
};

/** Plays a history of wanted lines; each state must be reached exactly. */
function play(history: PaymentLine[], start: RegisteredLine[], costCenterReturned: boolean, check: (standing: RegisteredLine[], line: PaymentLine, plan: Plan) => void): void {
	let standing = start;
	for (const line of history) {
		const plan = planOn(line, asRead(standing, costCenterReturned), COST_OBJECTS);
		expect(plan.unplaced).toEqual([]);
		standing = [...standing, ...registeredAs(plan.postings)];
		check(standing, line, plan);
	}
}

const histories = fc.array(wanted, { minLength: 1, maxLength: 6 });
const others = fc.array(foreign, { maxLength: 4 });

describe.each([true, false])('a plan (cost centre in reads: %s)', (costCenterReturned) => {
	test('leaves exactly the wanted line, whatever was wanted before and whatever others have registered', () => {
		fc.assert(
			fc.property(histories, others, (history, theirs) => {
				play(history, theirs, costCenterReturned, (standing, line) => {
					expect(ledgerOf(standing)).toEqual(wantedLedger(line));
					expect(standing.filter(({ objectId }) => objectId === 'theirs')).toEqual(theirs);
				});
			}),
		);
	});

	test('posts nothing when it is made again', () => {
		fc.assert(
			fc.property(histories, others, (history, theirs) => {
				play(history, theirs, costCenterReturned, (standing, line) => {
					expect(planOn(line, asRead(standing, costCenterReturned), COST_OBJECTS)).toMatchObject({ postings: [], result: 'unchanged' });
				});
			}),
		);
	});

	test('gives every posting a remark of its own, under the reference', () => {
		fc.assert(
			fc.property(histories, others, (history, theirs) => {
				play(history, theirs, costCenterReturned, (standing) => {
					const remarks = standing.filter(ours).map(({ remark }) => remark);
					expect(new Set(remarks).size).toBe(remarks.length);
				});
			}),
		);
	});

	test('makes no posting of nothing, and a reversal before the new line', () => {
		fc.assert(
			fc.property(histories, (history) => {
				play(history, [], costCenterReturned, (_, line, { postings }) => {
					for (const { quantity, amount } of postings) {
						expect(quantity || amount).toBeTruthy();
						expect([quantity, amount]).not.toContain(0);
					}
					const places = postings.map((posting) => hashOf(posting) === hashOf(line) && (posting.quantity === null) === (line.quantity === null));
					expect(places.slice(0, -1)).not.toContain(true);
				});
			}),
		);
	});
});

test('lines of ours that bear no mark are counted in', () => {
	fc.assert(
		fc.property(fc.array(unmarked, { maxLength: 4 }), histories, (start, history) => {
			play(history, start, true, (standing, line) => expect(ledgerOf(standing)).toEqual(wantedLedger(line)));
		}),
	);
});

test('what Opus adds to a line when it gives it back changes no plan', () => {
	fc.assert(
		fc.property(histories, others, (history, theirs) => {
			let standing: RegisteredLine[] = theirs;
			for (const line of history) {
				const plan = planOn(line, embellished(standing), COST_OBJECTS);
				expect(plan).toMatchObject({ postings: planOn(line, standing, COST_OBJECTS).postings });
				standing = [...standing, ...registeredAs(plan.postings)];
			}
		}),
	);
});

test('a plan says what it comes to', () => {
	const line: PaymentLine = { employeeNumber: '7001', date: '2026-10-20', payElement: '0310', serialNumber: 1, quantity: 750, amount: null, hourlyRate: null, costCenter: '', pspElement: '', sender: 'Capitech', remark: 'a:1' };
	const results: string[] = [];
	play([line, line, { ...line, quantity: 800 }, { ...line, date: '2026-10-21' }, { ...line, quantity: 0 }, { ...line, quantity: 0 }, line], [], true, (_, __, { result }) => results.push(result));
	expect(results).toEqual(['registered', 'unchanged', 'difference', 'difference', 'reversed', 'unchanged', 'registered']);
});

test('a reversal of what stands on a cost object nobody knows is planned, and told apart from those that can be sent', () => {
	const line: PaymentLine = { employeeNumber: '7001', date: '2026-10-20', payElement: '0310', serialNumber: 1, quantity: 750, amount: null, hourlyRate: null, costCenter: '9999900001', pspElement: '', sender: 'Capitech', remark: 'a:1' };
	const standing = asRead(registeredAs(planOn(line, [], []).postings), false);
	const moved = planOn({ ...line, costCenter: '1010100001' }, standing, COST_OBJECTS);
	expect(moved.unplaced).toEqual([moved.postings[0]]);
	expect(moved.postings).toMatchObject([{ quantity: -750, costCenter: '' }, { quantity: 750, costCenter: '1010100001' }]);
	expect(planOn({ ...line, costCenter: '1010100001' }, standing, [...COST_OBJECTS, line]).unplaced).toEqual([]);
});
