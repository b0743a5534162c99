import type { FoundRow } from './timeTransactions.ts';

/** The open questions on how rows are written (see `switches.ts`). */
export interface RowStyle {
	readonly approvalStampStyle: 'iso' | 'norwegian';
	readonly keyCasing: 'camel' | 'doc';
	readonly payableType: 'number' | 'boolean';
	readonly qtyType: 'number' | 'string';
	readonly deletedRows: 'vanish' | 'flagged';
}

/** Keys that the documentation spells otherwise (capitech.md 3.1). */
const DOCUMENTED_SPELLING: Readonly<Record<string, string>> = {
	employeeId: 'employeeid',
	dateIn: 'datein',
	timeIn: 'timein',
	dateOut: 'dateout',
	timeOut: 'timeout',
	departmentId: 'departmentid',
	taskId: 'taskid',
	classicDutyId: 'classicdutyid',
	classicDutyCode: 'classicdutycode',
	classicDuty: 'classicduty',
	orderId: 'orderid',
	projectId: 'projectid',
	subProjectId: 'subProjectid',
	projectPhaseId: 'projectPhaseid',
};

/** `2021-07-11 11:25:00` as `11.07.2021 11.25.00`, the form met in production (capitech.md 3.1). */
function toNorwegianStamp(stamp: string): string {
	const [date, time] = stamp.split(' ');
	return `${date.split('-').reverse().join('.')} ${time.replaceAll(':', '.')}`;
}

/** A row without some of its fields. */
export function without(row: object, ...fields: readonly string[]): object {
	return Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));
}

/** The row as it goes over the wire. */
export function toWireRow({ row, isDeleted }: FoundRow, style: RowStyle): object {
	const isPlain =
		style.approvalStampStyle === 'iso' &&
		style.keyCasing === 'camel' &&
		style.payableType === 'number' &&
		style.qtyType === 'number' &&
		style.deletedRows === 'vanish';
	if (isPlain) return row;
	const wire: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(row) as [string, unknown][]) {
		let written = value;
		if (style.approvalStampStyle === 'norwegian' && /^approvedLevel\w+On$/.test(key) && typeof value === 'string') {
			written = toNorwegianStamp(value);
		} else if (style.payableType === 'boolean' && key === 'timeCategoryPayable') {
			written = value === 1;
		} else if (style.qtyType === 'string' && key === 'qty') {
			written = row.qty.toFixed(2);
		}
		wire[style.keyCasing === 'doc' ? (DOCUMENTED_SPELLING[key] ?? key) : key] = written;
	}
	if (style.deletedRows === 'flagged') wire.isDeleted = isDeleted;
	return wire;
}
