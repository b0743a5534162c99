import type { CostObject, Hundredths, PaymentLine, RegisteredLine } from './line';
import type { Posting } from './remark';
import { foldCase, hashOf, readRemark, writeRemark } from './remark';

/** What has to be posted so that Opus holds the wanted line under its reference, and nothing else. */
export interface Plan {
	/** Reversals of old postings first, then the line or the difference. Empty when it stands already. */
	postings: PaymentLine[];
	/** What the plan comes to, once it stands. */
	result: 'registered' | 'difference' | 'reversed' | 'unchanged';
	/** What stands under the reference today: the state that the postings correct. */
	standing: RegisteredLine[];
}

/** Why there is no plan: an old posting must be reversed and Opus doesn't say on which cost object it stands. */
export interface NoPlan {
	unknownCostObject: RegisteredLine;
}

/**
 * What a posting counts: a quantity or an amount, never both. Opus may add the value to a quantity when it gives a line back, so that an amount beside a quantity
 * is none of ours.
 */
type Measure = 'quantity' | 'amount';

/** Postings that add up: made on the same (the hash), counting the same. */
interface Stack {
	hash: string;
	measure: Measure;
	lines: RegisteredLine[];
	quantity: Hundredths;
	amount: Hundredths;
}

const sum = (values: Array<Hundredths | null>): Hundredths => values.reduce<number>((total, value) => total + (value ?? 0), 0);

const measureOf = ({ quantity }: PaymentLine): Measure => (quantity ? 'quantity' : 'amount');

function stack(lines: RegisteredLine[]): Stack[] {
	const stacks = new Map<string, RegisteredLine[]>();
	for (const line of lines) {
		const key = `${readRemark(line.remark).hash ?? hashOf({ ...line, hourlyRate: null })} ${measureOf(line)}`;
		stacks.set(key, [...(stacks.get(key) ?? []), line]);
	}
	return [...stacks].map(([key, members]) => ({
		hash: key.split(' ')[0],
		measure: measureOf(members[0]),
		lines: members,
		quantity: sum(members.map(({ quantity }) => quantity)),
		amount: sum(members.map(({ amount }) => amount)),
	}));
}

/**
 * What an old posting was made on, found by its hash: a read may leave the cost centre out, and may give the rate that was paid where none was sent.
 */
function postedOn({ lines: [line], hash }: Stack, wanted: PaymentLine, known: CostObject[]): Posting | undefined {
	const costObjects: CostObject[] = [line, { costCenter: '', pspElement: '' }, wanted, ...known];
	for (const hourlyRate of new Set([null, line.hourlyRate, wanted.hourlyRate])) {
		for (const { costCenter, pspElement } of costObjects) {
			const { employeeNumber, date, payElement, serialNumber } = line;
			const posting = { employeeNumber, date, payElement, serialNumber, costCenter, pspElement, hourlyRate };
			if (hashOf(posting) === hash) return posting;
		}
	}
	return undefined;
}

/** The lines that stand under a line's sender and reference. */
export const standingUnder = (line: PaymentLine, registered: RegisteredLine[]): RegisteredLine[] =>
	registered.filter(
		({ sender, remark }) => foldCase(sender) === foldCase(line.sender) && readRemark(remark).reference === foldCase(line.remark),
	);

/**
 * Works out what is missing. Pure; all sums in hundredths.
 * @param line       the wanted line, with a quantity or an amount; its remark is the reference, without revision and hash
 * @param registered all that stands for the employee
 * @param known      cost objects that an old posting may have been made on
 */
export function planLine(line: PaymentLine, registered: RegisteredLine[], known: CostObject[]): Plan | NoPlan {
	const standing = standingUnder(line, registered);
	const hash = hashOf(line);
	const measure = measureOf(line);
	const stacks = stack(standing).filter((other) => other[other.measure] !== 0);
	const same = stacks.find((other) => other.hash === hash && other.measure === measure);

	let revision = Math.max(standing.length, ...standing.map(({ remark }) => (readRemark(remark).revision ?? 0) + 1));
	const posting = (values: Partial<PaymentLine>, mark: string): PaymentLine => ({
		...line,
		...values,
		remark: writeRemark(line.remark, revision++, mark),
	});

	const postings: PaymentLine[] = [];
	for (const old of stacks.filter((other) => other !== same)) {
		const on = postedOn(old, line, known);
		if (!on) return { unknownCostObject: old.lines[0] };
		postings.push(posting({ ...on, quantity: null, amount: null, [old.measure]: -old[old.measure] }, old.hash));
	}
	const missing = (line[measure] ?? 0) - (same?.[measure] ?? 0);
	if (missing) postings.push(posting({ quantity: null, amount: null, [measure]: missing }, hash));

	return { postings, standing, result: resultOf(line, stacks.length > 0, postings.length > 0) };
}

function resultOf(line: PaymentLine, stood: boolean, posts: boolean): Plan['result'] {
	if (!posts) return 'unchanged';
	if (!line.quantity && !line.amount) return 'reversed';
	return stood ? 'difference' : 'registered';
}
