import type { CostObject, Hundredths, PaymentLine, RegisteredLine } from './line';
import { hashOf, readRemark, writeRemark } from './remark';

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

/** Postings that add up: the same employee, date, lønart, løbenummer and cost object (the hash), and hourly rate. */
interface Stack {
	hash: string;
	hourlyRate: Hundredths | null;
	lines: RegisteredLine[];
	quantity: Hundredths;
	amount: Hundredths;
}

const sum = (values: Array<Hundredths | null>): Hundredths => values.reduce<number>((total, value) => total + (value ?? 0), 0);

function stack(lines: RegisteredLine[]): Stack[] {
	const stacks = new Map<string, RegisteredLine[]>();
	for (const line of lines) {
		const key = `${readRemark(line.remark).hash ?? hashOf(line)} ${line.hourlyRate ?? ''}`;
		stacks.set(key, [...(stacks.get(key) ?? []), line]);
	}
	return [...stacks].map(([key, members]) => ({
		hash: key.split(' ')[0],
		hourlyRate: members[0].hourlyRate,
		lines: members,
		quantity: sum(members.map(({ quantity }) => quantity)),
		amount: sum(members.map(({ amount }) => amount)),
	}));
}

/** The cost object under which a posting was made, found by its hash: a read may leave the cost centre out. */
function costObjectOf({ lines: [line], hash }: Stack, known: CostObject[]): CostObject | undefined {
	const candidates: CostObject[] = [line, { costCenter: '', pspElement: '' }, ...known];
	return candidates.find(({ costCenter, pspElement }) => hashOf({ ...line, costCenter, pspElement }) === hash);
}

const orNone = (value: Hundredths): Hundredths | null => (value === 0 ? null : value);

/** The lines that stand under a line's sender and reference. */
export const standingUnder = (line: PaymentLine, registered: RegisteredLine[]): RegisteredLine[] =>
	registered.filter(({ sender, remark }) => sender === line.sender && readRemark(remark).reference === line.remark);

/**
 * Works out what is missing. Pure; all sums in hundredths.
 * @param line       the wanted line; its remark is the reference, without revision and hash
 * @param registered all that stands for the employee
 * @param known      cost objects that an old posting may have been made on
 */
export function planLine(line: PaymentLine, registered: RegisteredLine[], known: CostObject[]): Plan | NoPlan {
	const standing = standingUnder(line, registered);
	const hash = hashOf(line);
	const rate = line.hourlyRate || null;
	const stacks = stack(standing).filter(({ quantity, amount }) => quantity !== 0 || amount !== 0);
	const same = stacks.find((other) => other.hash === hash && other.hourlyRate === rate);

	let revision = Math.max(standing.length, ...standing.map(({ remark }) => (readRemark(remark).revision ?? 0) + 1));
	const posting = (values: Partial<PaymentLine>, mark: string): PaymentLine => ({
		...line,
		hourlyRate: rate,
		...values,
		remark: writeRemark(line.remark, revision++, mark),
	});

	const postings: PaymentLine[] = [];
	for (const old of stacks.filter((other) => other !== same)) {
		const costObject = costObjectOf(old, [line, ...known]);
		if (!costObject) return { unknownCostObject: old.lines[0] };
		const { date, payElement, serialNumber } = old.lines[0];
		const { costCenter, pspElement } = costObject;
		const reversal = { date, payElement, serialNumber, costCenter, pspElement, hourlyRate: old.hourlyRate };
		postings.push(posting({ ...reversal, quantity: orNone(-old.quantity), amount: orNone(-old.amount) }, old.hash));
	}
	const quantity = (line.quantity ?? 0) - (same?.quantity ?? 0);
	const amount = (line.amount ?? 0) - (same?.amount ?? 0);
	if (quantity || amount) postings.push(posting({ quantity: orNone(quantity), amount: orNone(amount) }, hash));

	return { postings, standing, result: resultOf(line, stacks.length > 0, postings.length > 0) };
}

function resultOf(line: PaymentLine, stood: boolean, posts: boolean): Plan['result'] {
	if (!posts) return 'unchanged';
	if (!line.quantity && !line.amount) return 'reversed';
	return stood ? 'difference' : 'registered';
}
