import type { CostObject, PaymentLine, RegisteredLine } from './line';
import { hashOf, readRemark, writeRemark } from './remark';
import type { Stack } from './stack';
import { measureOf, postedOn, stackUp } from './stack';
import type { Wanted } from './wanted';
import { isClosed, postingDate } from './wanted';

/** What has to be posted so that Opus holds the wanted line under its reference, and nothing else. */
export interface Plan {
	/** Reversals of old postings first, then the line or the difference. Empty when it stands already. */
	postings: PaymentLine[];
	/** Those of them that reverse a posting of which nobody knows the cost object: they can't be sent. */
	unplaced: PaymentLine[];
	/** The date of a posting that would fall into a closed period, where that is left to a human. */
	closedDate?: string;
	/** What the plan comes to, once it stands. */
	result: 'registered' | 'difference' | 'reversed' | 'unchanged';
	/** What stands under the reference today: the state that the postings correct. */
	standing: RegisteredLine[];
}

/**
 * Whether a stack was made on what the line wants. A former employee number counts as the line's own; and what is wanted in a closed period agrees on whatever
 * day it stands, so that nothing is moved out of that period.
 */
function agrees({ hash, lines }: Stack, { line, formerNumbers, period }: Wanted): boolean {
	const dates = isClosed(period, line.date) ? new Set([line.date, ...lines.map(({ date }) => date)]) : [line.date];
	return [...dates].some((date) => [line.employeeNumber, ...formerNumbers].some((employeeNumber) => hashOf({ ...line, employeeNumber, date }) === hash));
}

/**
 * Works out what is missing. Pure; all sums in hundredths.
 *
 * A reversal bears the hash of what it reverses, whatever number and date it is posted on, so that both come to nothing when they are read again.
 * @param wanted   the line, with a quantity or an amount (a zero takes back all that stands)
 * @param standing what stands under its sender and reference, on its own and its former employee numbers
 * @param known    cost objects that an old posting may have been made on
 */
export function planLine(wanted: Wanted, standing: RegisteredLine[], known: CostObject[]): Plan {
	const { line, period } = wanted;
	const measure = measureOf(line);
	const value = line[measure] ?? 0;
	const stacks = stackUp(standing, (date) => isClosed(period, date)).filter(({ total }) => total !== 0);
	const same = new Set(stacks.filter((stack) => value !== 0 && stack.measure === measure && agrees(stack, wanted)));

	let revision = Math.max(standing.length, ...standing.map(({ remark }) => (readRemark(remark).revision ?? 0) + 1));
	const posting = (values: Partial<PaymentLine>, mark: string): PaymentLine => ({
		...line,
		quantity: null,
		amount: null,
		...values,
		employeeNumber: line.employeeNumber,
		remark: writeRemark(line.remark, revision++, mark),
	});

	const postings: PaymentLine[] = [];
	const unplaced: PaymentLine[] = [];
	for (const old of stacks.filter((stack) => !same.has(stack))) {
		const [{ date, payElement, serialNumber }] = old.lines;
		const on = postedOn(old, line, known);
		const place = on ?? { date, payElement, serialNumber, costCenter: '', pspElement: '', hourlyRate: null };
		const reversal = posting({ ...place, date: postingDate(period, place.date), [old.measure]: -old.total }, old.hash);
		postings.push(reversal);
		if (!on) unplaced.push(reversal);
	}
	const missing = value - [...same].reduce((sum, { total }) => sum + total, 0);
	if (missing) {
		const date = postingDate(period, line.date);
		postings.push(posting({ date, [measure]: missing }, hashOf({ ...line, date })));
	}
	const closedDate = postings.find(({ date }) => isClosed(period, date))?.date;
	return { postings, unplaced, closedDate, standing, result: resultOf(value, stacks.length > 0, postings.length > 0) };
}

function resultOf(value: number, stood: boolean, posts: boolean): Plan['result'] {
	if (!posts) return 'unchanged';
	if (value === 0) return 'reversed';
	return stood ? 'difference' : 'registered';
}
