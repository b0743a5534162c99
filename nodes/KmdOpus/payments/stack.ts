import { groupBy } from '../../kit/gather';
import type { CostObject, Hundredths, PaymentLine, RegisteredLine } from './line';
import type { Posting } from './remark';
import { hashOf, readRemark } from './remark';

/**
 * What a posting counts: a quantity or an amount, never both. Opus may add the value to a quantity when it gives a line back, so that an amount beside a quantity
 * is none of ours.
 */
export type Measure = 'quantity' | 'amount';

export const measureOf = ({ quantity }: PaymentLine): Measure => (quantity ? 'quantity' : 'amount');

/** Postings of one reference that add up: made on the same (the hash), counting the same. */
export interface Stack {
	hash: string;
	measure: Measure;
	lines: RegisteredLine[];
	/** What they come to. */
	total: Hundredths;
}

/** The hash of a line without our mark: the one it would bear. */
const ownHash = (line: RegisteredLine): string => hashOf({ ...line, hourlyRate: null });

const totalOf = (lines: RegisteredLine[], measure: Measure): Hundredths => lines.reduce((total, line) => total + (line[measure] ?? 0), 0);

function stacksBy(lines: RegisteredLine[], hashOn: (line: RegisteredLine) => string): Stack[] {
	const stacks = groupBy(lines, (line) => `${hashOn(line)} ${measureOf(line)}`);
	return [...stacks.values()].map((members) => {
		const measure = measureOf(members[0]);
		return { hash: hashOn(members[0]), measure, lines: members, total: totalOf(members, measure) };
	});
}

const isOnSamePlace = (a: PaymentLine, b: PaymentLine): boolean =>
	a.payElement === b.payElement && a.serialNumber === b.serialNumber && a.costCenter === b.costCenter && a.pspElement === b.pspElement && measureOf(a) === measureOf(b);

/**
 * The lines of one reference, put on stacks. A line without our mark was put in by hand, maybe to correct a posting of a closed period: it is put on that
 * posting's stack, whatever its own date.
 * @param isClosed whether a date lies in a closed period
 */
export function stackUp(lines: RegisteredLine[], isClosed: (date: string) => boolean = () => false): Stack[] {
	const marked = stacksBy(lines.filter(({ remark }) => readRemark(remark).hash), ({ remark }) => readRemark(remark).hash ?? '');
	const hashes = new Set(marked.map(({ hash }) => hash));
	const standing = marked.filter(({ total }) => total !== 0).sort((a, b) => a.hash.localeCompare(b.hash));
	const corrected = (line: RegisteredLine) => standing.find(({ lines: members }) => members.some((other) => isClosed(other.date) && isOnSamePlace(line, other)));
	return stacksBy(lines, (line) => {
		const { hash = ownHash(line) } = readRemark(line.remark);
		return hashes.has(hash) ? hash : (corrected(line)?.hash ?? hash);
	});
}

/**
 * What the postings of a stack were made on, found by its hash: a read may leave the cost centre out, and may give the rate that was paid where none was sent.
 * A reversal may stand under another number or on another date than what it reverses, so that every line of the stack is tried.
 * @param known cost objects that the postings may have been made on
 */
export function postedOn({ lines, hash }: Stack, wanted: PaymentLine, known: CostObject[]): Posting | undefined {
	for (const line of lines) {
		const { employeeNumber, date, payElement, serialNumber } = line;
		for (const hourlyRate of new Set([null, line.hourlyRate, wanted.hourlyRate])) {
			for (const { costCenter, pspElement } of [line, { costCenter: '', pspElement: '' }, wanted, ...known]) {
				const posting = { employeeNumber, date, payElement, serialNumber, costCenter, pspElement, hourlyRate };
				if (hashOf(posting) === hash) return posting;
			}
		}
	}
	return undefined;
}
