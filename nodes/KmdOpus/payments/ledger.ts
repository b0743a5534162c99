import { groupBy } from '../../kit/gather';
import type { PaymentLine, RegisteredLine } from './line';
import { foldCase, readRemark } from './remark';

type Marked = Pick<PaymentLine, 'sender' | 'remark'>;

const keyOf = ({ sender, remark }: Marked): string => JSON.stringify([foldCase(sender), readRemark(remark).reference]);

/** All that stands for an employee number as it was last read, found by sender and reference in one step. */
export class Ledger {
	private readonly byReference: Map<string, RegisteredLine[]>;

	constructor(lines: RegisteredLine[]) {
		this.byReference = groupBy(lines, keyOf);
	}

	/** The lines that stand under the sender and reference of a line or a posting. */
	under(line: Marked): RegisteredLine[] {
		return this.byReference.get(keyOf(line)) ?? [];
	}
}
