import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { TimeTransaction } from '../time/row';
import { registrationKey } from '../time/row';
import type { Agreement } from './agreement';
import { encodeReference } from './reference';

/** What is to be done with a row. */
export type Disposition =
	/** It becomes a payroll line. */
	| 'line'
	/** Its time category has no pay element, or is unpaid: a human decides. */
	| 'unmapped'
	/** It is ready, and another row of its registration is not: a registration goes as a whole. */
	| 'held'
	/** It is not approved on the level that counts. */
	| 'notApproved'
	/** The shift is not closed yet. */
	| 'open'
	/** It carries an external status: it was exported before. */
	| 'alreadyMarked'
	/** Capitech gives it out as deleted. */
	| 'deleted';

/** A payroll line, in the terms of the payroll operation's fields. */
export interface PayrollLine extends IDataObject {
	employeeNumber: string;
	/** The date the shift began, `yyyy-MM-dd`. */
	date: string;
	payElement: string;
	serialNumber: number;
	quantity: number;
	costCenter: string;
	pspElement: string;
	sender: string;
	reference: string;
}

/** What is decided about a row. */
interface Decision extends IDataObject {
	disposition: Disposition;
	/** Why, in words; null for a line. */
	reason: string | null;
	payrollLine: PayrollLine | null;
}

/** What preparing adds to a row. */
export interface Preparation extends Decision {
	/** How many rows of the registration were seen: it is settled only when all of them are. */
	registrationRows: number;
}

const LEVELS = ['approvedLevelOne', 'approvedLevelTwo', 'approvedLevelThree', 'approvedLevelFour'];

/** A piece supplement is entered without a time and has none to end (contract, section 4, point 18). */
const isClosed = ({ dateOut, timeOut, timeIn, timeCategoryTypeId }: TimeTransaction): boolean =>
	(dateOut !== null && timeOut !== null) || (timeCategoryTypeId === 'T' && timeIn === null);

/** Whether the row is done with in Capitech; if not, how it stands. */
function openState(row: TimeTransaction, { approvalLevel }: Agreement): { disposition: Disposition; reason: string } | undefined {
	if (row.isDeleted) return { disposition: 'deleted', reason: 'Deleted in Capitech' };
	if (!isClosed(row)) return { disposition: 'open', reason: 'The shift has no end yet' };
	if (row[LEVELS[approvalLevel - 1]] !== 1) return { disposition: 'notApproved', reason: `Not approved on level ${approvalLevel}` };
	return undefined;
}

function prepareReady(row: TimeTransaction, agreement: Agreement, blockedBy: string | undefined): Decision {
	const setAside = (disposition: Disposition, reason: string): Decision => ({ disposition, reason, payrollLine: null });
	if (row.externalStatusCode !== null) return setAside('alreadyMarked', `Carries external status ${row.externalStatusCode}`);
	if (blockedBy !== undefined) return setAside('held', `Another row of the registration is not ready: ${blockedBy}`);
	const element = agreement.payElements.get(row.timeCategoryId);
	const category = `${row.timeCategoryId} ${row.timeCategory ?? ''}`.trim();
	if (row.timeCategoryPayable === 0) return setAside('unmapped', `Time category ${category} is unpaid in Capitech`);
	if (!element) return setAside('unmapped', `Time category ${category} has no pay element in the settings`);
	if (row.dateIn === null) return setAside('unmapped', 'The row has no date');
	if (row.employeeId === null) return setAside('unmapped', 'The row has no employee');

	const pspElement = row.projectId === null ? undefined : agreement.pspElements.get(row.projectId);
	const costCenter = pspElement || row.departmentId === null ? undefined : agreement.costCenters.get(row.departmentId);
	const payrollLine = {
		employeeNumber: String(row.employeeId),
		date: row.dateIn,
		...element,
		quantity: row.qty,
		costCenter: costCenter ?? '',
		pspElement: pspElement ?? '',
		sender: agreement.sender,
		reference: encodeReference(row),
	};
	return { disposition: 'line', reason: null, payrollLine };
}

/**
 * Decides for each time transaction what is to be done with it, and makes its payroll line. Pure.
 *
 * A row is ready when it is approved, closed and unmarked. A registration goes as a whole: while one of its rows is open or unapproved, the others are held.
 * Quantities are taken as they are, never worked out from the clock times; supplements are lines of their own (contract, section 4, points 2 and 3).
 * @param rows all rows of the period as *Get Many* gives them, without a filter on approval, so that the siblings of a registration are seen
 * @returns one preparation a row, in their order
 */
export function prepareLines(rows: TimeTransaction[], agreement: Agreement): Preparation[] {
	const preparations = new Map<TimeTransaction, Preparation>();
	for (const registration of groupBy(rows, registrationKey).values()) {
		const standing = registration.filter(({ isDeleted }) => !isDeleted);
		const states = new Map(registration.map((row) => [row, openState(row, agreement)]));
		const blockedBy = standing.map((row) => states.get(row)?.reason).find((reason) => reason !== undefined);
		for (const row of registration) {
			const own = states.get(row);
			const prepared = own ? { ...own, payrollLine: null } : prepareReady(row, agreement, blockedBy);
			preparations.set(row, { ...prepared, registrationRows: standing.length });
		}
	}
	return rows.map((row) => preparations.get(row) as Preparation);
}
