import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { TimeTransaction } from '../time/row';
import { registrationKey } from '../time/row';
import type { Material } from './items';
import { employeeKey } from './items';
import type { PayrollLine } from './line';
import { makeLine } from './line';
import { overtimePairs } from './pairs';
import type { Firm, Settings } from './settings';
import { firmOf } from './settings';
import { approverOf, isApproved, lastTouched, levelFor } from './settings/approval';
import { costObjectOf } from './settings/costObjects';
import { employmentOf } from './settings/employees';
import { mappingOf } from './settings/payElements';

/** What is to be done with a row. */
export type Disposition =
	/** It becomes a payroll line. */
	| 'line'
	/** The settings say that its time category is not exported. */
	| 'notExported'
	/** Its time category has no pay element, or is unpaid: a human decides. */
	| 'unmapped'
	/** Overtime and overtime supplement would both be paid, and nobody has confirmed that. */
	| 'toConfirm'
	/** No employment, or more than one, is valid on its date. */
	| 'noEmployment'
	/** It is ready, and another row of its registration is not: a registration goes as a whole. */
	| 'held'
	/** It is not approved on the level that counts. */
	| 'notApproved'
	/** The shift is not closed yet. */
	| 'open'
	/** It carries an external status: it was exported before. */
	| 'alreadyMarked'
	/** The payroll system refused it, and neither the row nor the settings have changed since. */
	| 'rejectedBefore'
	/** It begins outside of the period: it is known only to be there. */
	| 'outOfPeriod'
	/** Capitech gives it out as deleted. */
	| 'deleted';

/** What is decided about a row. */
export interface Decision<D extends string = Disposition> extends IDataObject {
	disposition: D;
	/** Why, in words; null for a line. */
	reason: string | null;
	payrollLine: PayrollLine | null;
}

/** What preparing adds to a row. */
export interface Preparation<D extends string = Disposition> extends Decision<D> {
	/** What it would be if it had not been exported before, or lay in the period: how it is to be treated when its registration stands in the payroll system. */
	intended: Decision | null;
	/** How many rows of the registration were seen: it is settled only when all of them are. */
	registrationRows: number;
	/** Who approved the row on the level that counts. */
	approver: string | null;
}

/** What is done with rows that the payroll system refused before. */
export type RejectedRows = 'retry' | 'retryChanged' | 'skip';

/** Which rows are prepared. */
export interface Scope {
	/** Dates on which a shift must begin, `yyyy-MM-dd`, both inclusive; empty for any. */
	from: string;
	to: string;
	rejectedRows: RejectedRows;
	/** Rows approved or changed at this time or later count as changed, `yyyy-MM-dd HH:mm:ss` in Norwegian time; empty for none. */
	changedSince: string;
}

const setAside = (disposition: Disposition, reason: string): Decision => ({ disposition, reason, payrollLine: null });

/** A piece supplement is entered without a time and has none to end (contract, section 4, point 18). */
const isClosed = ({ dateOut, timeOut, timeIn, timeCategoryTypeId }: TimeTransaction): boolean =>
	(dateOut !== null && timeOut !== null) || (timeCategoryTypeId === 'T' && timeIn === null);

/** Whether the row is done with in Capitech; if not, how it stands. */
function openState(row: TimeTransaction, { approval }: Firm): Decision | undefined {
	if (row.isDeleted) return setAside('deleted', 'Deleted in Capitech');
	if (!isClosed(row)) return setAside('open', 'The shift has no end yet');
	const level = levelFor(approval, row);
	return isApproved(row, level) ? undefined : setAside('notApproved', `Not approved on level ${level}`);
}

/** A payroll line takes two decimals; what was rounded unseen would be paid wrongly. */
const isInHundredths = (quantity: unknown): boolean => typeof quantity === 'number' && Math.abs(quantity * 100 - Math.round(quantity * 100)) < 1e-6;

/** Prepares the rows of one run. */
class Preparer {
	constructor(
		private readonly material: Omit<Material, 'rows'>,
		private readonly settings: Settings,
		private readonly scope: Scope,
	) {}

	/** Decides about the rows of one registration together. */
	prepare(registration: TimeTransaction[]): Map<TimeTransaction, Preparation> {
		const firm = firmOf(this.settings, registration[0].clientId);
		const standing = registration.filter(({ isDeleted }) => !isDeleted);
		const states = new Map(registration.map((row) => [row, openState(row, firm)]));
		const blockedBy = standing.map((row) => states.get(row)?.reason).find((reason) => reason !== undefined);
		const intentions = blockedBy ? undefined : this.confirmed(standing, firm);
		const isTouched = standing.some((row) => this.isTouched(row));
		return new Map(
			registration.map((row) => {
				const intended = states.get(row) ?? intentions?.get(row) ?? setAside('held', `Another row of the registration is not ready: ${blockedBy}`);
				const decision = this.decide(row, intended, { isBlocked: blockedBy !== undefined, isTouched });
				const preparation: Preparation = {
					...decision,
					intended: decision === intended ? null : intended,
					registrationRows: standing.length,
					approver: approverOf(row, levelFor(firm.approval, row)),
				};
				return [row, preparation] as const;
			}),
		);
	}

	/**
	 * What a row is to become, unless something about it stands against that. One that carries our own code and was changed since is compared again (contract,
	 * section 5): nothing of it need stand, if it was not to be exported, or came to nothing, when it was marked.
	 */
	private decide(row: TimeTransaction, intended: Decision, { isBlocked, isTouched }: { isBlocked: boolean; isTouched: boolean }): Decision {
		if (intended.disposition === 'deleted') return intended;
		const { externalStatusCode: code } = row;
		const { rejectedCode, exportedCode } = this.settings;
		const isExported = code !== null && code !== rejectedCode && !(code === exportedCode && isTouched);
		if (isExported && !isBlocked) return { ...intended, disposition: 'alreadyMarked', reason: `Carries external status ${code}` };
		if (this.isOutside(row)) return { ...intended, disposition: 'outOfPeriod', reason: 'Begins outside of the period' };
		if (code === rejectedCode && intended.disposition === 'line' && !this.isToBeRetried(row)) {
			return { ...intended, disposition: 'rejectedBefore', reason: 'Was refused by the payroll system, and neither the row nor the settings have changed since' };
		}
		return intended;
	}

	private isOutside({ dateIn }: TimeTransaction): boolean {
		const { from, to } = this.scope;
		return dateIn !== null && ((from !== '' && dateIn < from) || (to !== '' && dateIn > to));
	}

	private isTouched(row: TimeTransaction): boolean {
		const { changedSince } = this.scope;
		return changedSince !== '' && lastTouched(row) >= changedSince;
	}

	private isToBeRetried(row: TimeTransaction): boolean {
		const { rejectedRows } = this.scope;
		return rejectedRows === 'retry' || (rejectedRows === 'retryChanged' && this.isTouched(row));
	}

	/** What the rows of a registration that is ready become; an overtime pair that nobody has confirmed keeps all its lines back. */
	private confirmed(rows: TimeTransaction[], firm: Firm): Map<TimeTransaction, Decision> {
		const intentions = new Map(rows.map((row) => [row, this.intend(row, firm)]));
		const candidates = [...intentions].flatMap(([row, { payrollLine }]) => (payrollLine ? [{ row, line: payrollLine }] : []));
		const open = overtimePairs(candidates).filter((pair) => !firm.confirmedPairs.has(pair));
		if (!open.length) return intentions;
		const reason = `Overtime and its supplement would both be paid. If that is right, add this to confirmedPairs in the settings: "${open[0]}"`;
		return new Map([...intentions].map(([row, decision]) => [row, decision.payrollLine ? setAside('toConfirm', reason) : decision]));
	}

	/** What a row that is ready becomes by the settings. */
	private intend(row: TimeTransaction, firm: Firm): Decision {
		const employee = this.material.employees.get(employeeKey(row));
		const subject = { row, employeeGroup: employee?.wageGroupId ?? null };
		const mapping = mappingOf(firm.mappings, subject);
		if ('reason' in mapping) return setAside('unmapped', mapping.reason);
		if (mapping.doNotExport) return setAside('notExported', 'Not exported, by the settings');
		if (row.dateIn === null) return setAside('unmapped', 'The row has no date');
		if (!isInHundredths(row.qty)) return setAside('unmapped', 'The row has no quantity of at most two decimals');
		const employment = employmentOf(firm.employees, row, row.dateIn, employee);
		if ('reason' in employment) return setAside('noEmployment', employment.reason);
		const costObject = costObjectOf(firm.costObjects, subject, this.material.accounts);
		if ('reason' in costObject) return setAside('unmapped', costObject.reason);
		return { disposition: 'line', reason: null, payrollLine: makeLine(row, this.settings, firm, { date: row.dateIn, mapping, employment, costObject }) };
	}
}

/**
 * Decides for each time transaction what is to be done with it, and makes its payroll line. Pure.
 *
 * A row is ready when it is approved, closed and unmarked. A registration goes as a whole: while one of its rows is open or unapproved, the others are held.
 * Supplements are lines of their own (contract, section 4, point 2).
 * @param material rows as *Get Many* gives them, without a filter on approval, so that the siblings of a registration are seen; employees and accounts where the
 * settings need them
 * @returns one preparation a row, in their order
 * @throws Failure when a row's firm has no settings
 */
export function prepareLines({ rows, ...known }: { rows: TimeTransaction[] } & Omit<Material, 'rows'>, settings: Settings, scope: Scope): Preparation[] {
	const preparer = new Preparer(known, settings, scope);
	const preparations = new Map<TimeTransaction, Preparation>();
	for (const registration of groupBy(rows, registrationKey).values()) {
		for (const [row, preparation] of preparer.prepare(registration)) preparations.set(row, preparation);
	}
	return rows.map((row) => preparations.get(row) as Preparation);
}
