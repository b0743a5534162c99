import type { TimeTransaction } from '../time/row';
import type { PayrollLine } from './line';

/** A row that would become a line. */
export interface Candidate {
	row: TimeTransaction;
	line: PayrollLine;
}

const describe = ({ row, line }: Candidate): string => `${row.timeCategoryId} ${line.payElement}/${line.serialNumber}`;

/**
 * The pairs of overtime (P) and overtime supplement (S) that one registration would be paid: whether a supplement is paid beside the overtime, or is part of it
 * already, differs from agreement to agreement. Each is written as it is confirmed in the settings: `20 0320/1 + 25 0325/1`.
 */
export function overtimePairs(candidates: Candidate[]): string[] {
	const ofType = (type: string) => candidates.filter(({ row }) => row.timeCategoryTypeId === type);
	return ofType('P').flatMap((overtime) => ofType('S').map((supplement) => `${describe(overtime)} + ${describe(supplement)}`));
}
