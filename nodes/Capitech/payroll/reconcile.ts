import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { TimeTransaction } from '../time/row';
import { registrationKey } from '../time/row';
import { commonOf } from './line';
import type { Payment } from './payments';
import { describeNet, leaveSomething, presentPayment } from './payments';
import type { Decision, Disposition, Preparation } from './prepare';
import { encodeReference } from './reference';
import type { Settings } from './settings';
import { employmentWith } from './settings/employees';

/** What is to be done with a row, once what stands in the payroll system is known. */
export type BalancedDisposition =
	| Disposition
	/** What stands under its reference is to be taken back. */
	| 'reversal'
	/** It stands in the payroll system, and its approval was withdrawn in Capitech. */
	| 'withdrawn'
	/** It stands in the payroll system on another employee. */
	| 'elsewhere'
	/** It is marked as exported and was changed since, and nothing of its registration stands in the payroll system under our name. */
	| 'unaccounted'
	/** It stands in the payroll system and is not in Capitech any more; too many at once to be taken back unseen. */
	| 'vanished';

/** A row as preparing gave it out. */
export type PreparedRow = TimeTransaction & Preparation;

/** A row, or what stands without one, with what is to be done. */
export type BalancedRow = TimeTransaction &
	Preparation<BalancedDisposition> & {
		/** It stands in the payroll system and Capitech has no such row. */
		withoutRow?: boolean;
		/** What stands, where it is not the payroll operation that tells. */
		standingLines?: IDataObject[];
	};

/** How the balance is struck. */
export interface BalanceRules {
	/** Whether the rows are all that Capitech holds of the period: only then what is missing is gone. */
	isWhole: boolean;
	/** The period, `yyyy-MM-dd`, both inclusive: what stands outside of it is left alone. */
	from: string;
	to: string;
	/** An exported row whose approval was withdrawn: held and listed, or taken back. */
	withdrawnApprovals: 'hold' | 'reverse';
	/** A row that stands on another employee: listed, or taken back there and posted anew. */
	movedRegistrations: 'list' | 'repost';
	/** How many employees' payments could not be read: what stands there is not known. */
	unread: number;
	/** Percent of the registrations standing that may vanish in one run before they are listed rather than taken back. */
	vanishedLimit: number;
}

/** Fewer than this are never too many. */
const FEW = 10;

const UNACCOUNTED =
	'It is marked as exported and was changed or lost its approval since, and nothing of it stands in the payroll system. If it is to be paid by this export, take its mark away in Capitech';

const NOT_KNOWN =
	'It is marked as exported and was changed or lost its approval since, and the payments of some employees could not be read: whether anything of it stands is not known. Run it again';

const NOT_READY: ReadonlySet<BalancedDisposition> = new Set(['notApproved', 'open', 'held']);

/** Set aside because of what happened before; what the row is otherwise counts once its registration is known to stand under our name. */
const SET_ASIDE: ReadonlySet<BalancedDisposition> = new Set(['alreadyMarked', 'outOfPeriod']);

const referencePayments = (payments: Payment[]): Map<string, Payment[]> =>
	groupBy(payments, ({ origin }) => String(origin?.timeCategoryId));

/** Strikes the balance between what Capitech holds and what stands in the payroll system. */
class Balance {
	readonly results: BalancedRow[] = [];

	constructor(
		private readonly settings: Settings,
		private readonly rules: BalanceRules,
	) {}

	/** A registration of which there are rows. */
	registration(rows: PreparedRow[], payments: Payment[]): void {
		const byCategory = referencePayments(payments);
		const ownOf = ({ isDeleted, timeCategoryId }: PreparedRow) => (isDeleted ? [] : (byCategory.get(String(timeCategoryId)) ?? []));
		const members = rows.map((row) => asOurs(row, payments, ownOf(row)));
		const standing = members.filter(({ isDeleted }) => !isDeleted);
		const isBlocked = standing.some(({ disposition }) => NOT_READY.has(disposition));
		for (const row of members) {
			if (!payments.length && this.isUnaccounted(row)) this.results.push({ ...row, disposition: 'unaccounted', reason: this.rules.unread ? NOT_KNOWN : UNACCOUNTED });
			else this.row(row, ownOf(row));
		}
		const present = new Set(standing.map(({ timeCategoryId }) => String(timeCategoryId)));
		for (const [category, own] of byCategory) {
			if (present.has(category) || !leaveSomething(own)) continue;
			if (isBlocked) this.add(own, 'withdrawn', `The time category is gone, and the registration is not approved yet; ${describeNet(own)} stands`, standing.length);
			else this.reverse(own, 'The time category is gone from the registration', standing.length);
		}
	}

	/** Registrations of a firm that stand and are not among the rows, although these are all there are. */
	vanished(registrations: Payment[][], standingCount: number): void {
		const isTooMany = registrations.length > Math.max(FEW, (standingCount * this.rules.vanishedLimit) / 100);
		for (const own of registrations.flatMap((payments) => [...referencePayments(payments).values()]).filter(leaveSomething)) {
			if (isTooMany) {
				this.add(own, 'vanished', `Gone from Capitech, as ${registrations.length} of ${standingCount} registrations are: that is more than may be taken back unseen; ${describeNet(own)} stands`, 0);
			} else {
				this.reverse(own, 'Gone from Capitech', 0);
			}
		}
	}

	/** A mark of ours that nothing stands for: by whom it was set, and whether the hours were paid in another way, only a human can tell. */
	private isUnaccounted({ externalStatusCode, disposition, payrollLine }: PreparedRow): boolean {
		if (externalStatusCode !== this.settings.exportedCode) return false;
		return disposition === 'notApproved' || disposition === 'open' || (disposition === 'line' && Boolean(payrollLine?.quantity || payrollLine?.amount));
	}

	private row(row: PreparedRow, own: Payment[]): void {
		const { disposition, reason } = row;
		if (!leaveSomething(own)) {
			this.results.push(row);
		} else if (NOT_READY.has(disposition)) {
			this.withdrawn(row, own);
		} else if (disposition === 'line') {
			this.line(row, own);
		} else if (disposition === 'notExported') {
			this.results.push(row);
			this.reverse(own, 'The settings say that it is not exported', row.registrationRows);
		} else {
			this.list(row, disposition, `${reason}; ${describeNet(own)} stands in the payroll system`, own);
		}
	}

	private withdrawn(row: PreparedRow, own: Payment[]): void {
		const isReversed = this.rules.withdrawnApprovals === 'reverse' && row.disposition !== 'held';
		if (isReversed) {
			this.results.push(row);
			this.reverse(own, 'Its approval was withdrawn', row.registrationRows);
		} else {
			this.list(row, 'withdrawn', `${row.reason}; ${describeNet(own)} stands in the payroll system`, own);
		}
	}

	private line(row: PreparedRow, own: Payment[]): void {
		const { employeeNumber = '', formerNumbers = [] } = row.payrollLine ?? {};
		const others = [...groupBy(own, (payment) => payment.employeeNumber)].filter(
			([number, payments]) => number !== employeeNumber && !formerNumbers.includes(number) && leaveSomething(payments),
		);
		if (others.length && this.rules.movedRegistrations === 'list') {
			const where = others.map(([number, payments]) => `${describeNet(payments)} on employee number ${number}`).join(', ');
			this.list(row, 'elsewhere', `It belongs to employee number ${employeeNumber}, and stands in the payroll system with ${where}`, own);
			return;
		}
		this.results.push(row);
		this.reverse(others.flatMap(([, payments]) => payments), `It belongs to employee number ${employeeNumber} now`, row.registrationRows);
	}

	private list(row: PreparedRow, disposition: BalancedDisposition, reason: string, own: Payment[]): void {
		this.results.push({ ...row, disposition, reason, standingLines: own.map(presentPayment) });
	}

	/** Lines of nothing, one for each employment, under which the payroll operation takes back what stands. */
	private reverse(payments: Payment[], reason: string, registrationRows: number): void {
		const firm = this.settings.firms.get(payments[0]?.origin?.clientId ?? 0);
		if (!firm) return;
		const byEmployment = groupBy(payments.filter(({ quantity, amount }) => quantity || amount), ({ employeeNumber }) => employmentWith(firm.employees, employeeNumber).employeeNumber);
		for (const [employeeNumber, own] of byEmployment) {
			if (!leaveSomething(own)) continue;
			const { date, payElement, serialNumber, costCenter, pspElement, origin, quantity } = own[own.length - 1];
			const payrollLine = {
				employeeNumber,
				formerNumbers: employmentWith(firm.employees, employeeNumber).formerNumbers,
				date,
				payElement,
				serialNumber,
				unit: quantity ? ('hours' as const) : ('amount' as const),
				quantity: 0,
				amount: null,
				costCenter,
				pspElement,
				reference: encodeReference(origin ?? { clientId: 0, uid: 0, timeCategoryId: 0 }),
				...commonOf(this.settings, firm),
			};
			this.add(own, 'reversal', `${reason}: ${describeNet(own)} is taken back`, registrationRows, payrollLine);
		}
	}

	/** What stands without a row of its own. */
	private add(payments: Payment[], disposition: BalancedDisposition, reason: string, registrationRows: number, payrollLine: Decision['payrollLine'] = null): void {
		const { origin, date, employeeNumber } = payments[payments.length - 1];
		this.results.push({
			...origin,
			employeeId: null,
			employee: null,
			employeeNumber,
			dateIn: date,
			timeCategory: null,
			qty: 0,
			externalStatusCode: null,
			disposition,
			reason,
			payrollLine,
			intended: null,
			registrationRows,
			approver: null,
			withoutRow: true,
			...(!payrollLine && { standingLines: payments.map(presentPayment) }),
		} as unknown as BalancedRow);
	}
}

/**
 * A row as it is to be treated when its registration stands in the payroll system under our name: neither an export before nor a date outside of the period sets
 * it aside. A row that stands although another one of its registration was refused is compared again.
 */
function asOurs(row: PreparedRow, ofRegistration: Payment[], own: Payment[]): PreparedRow {
	const isOurs = ofRegistration.length > 0 && SET_ASIDE.has(row.disposition);
	const isToBeCompared = row.disposition === 'rejectedBefore' && leaveSomething(own);
	return row.intended && (isOurs || isToBeCompared) ? { ...row, ...row.intended, intended: null } : row;
}

const fold = (text: string): string => text.trim().toLowerCase();

/**
 * Strikes the balance between prepared rows and what stands in the payroll system. Pure.
 *
 * Lines of other senders and hand-made ones are never looked at. A category that is gone from its registration, a deleted registration and rows that are not
 * exported any more become *reversals*; what can't be decided is set aside for a human.
 * @returns the rows in their order, and after those of a registration what stands of it without a row; last what stands of registrations that are gone
 */
export function reconcileLines(rows: PreparedRow[], payments: Payment[], settings: Settings, rules: BalanceRules): BalancedRow[] {
	const own = payments.filter(({ sender, origin }) => fold(sender) === fold(settings.sender) && origin !== undefined && settings.firms.has(origin.clientId));
	const byRegistration = groupBy(own, ({ origin }) => (origin ? registrationKey(origin) : ''));
	const registrations = groupBy(rows, registrationKey);
	const balance = new Balance(settings, rules);
	for (const [key, members] of registrations) balance.registration(members, byRegistration.get(key) ?? []);
	if (rules.isWhole) {
		const isInPeriod = ({ date }: Payment) => date >= rules.from && date <= rules.to;
		const standing = [...byRegistration].filter(([, members]) => members.some(isInPeriod) && [...referencePayments(members).values()].some(leaveSomething));
		for (const ofFirm of groupBy(standing, ([, [payment]]) => String(payment.origin?.clientId)).values()) {
			const gone = ofFirm.filter(([key]) => !registrations.has(key)).map(([, members]) => members);
			balance.vanished(gone, ofFirm.length);
		}
	}
	return balance.results;
}
