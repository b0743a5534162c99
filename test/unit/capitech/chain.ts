import { groupBy } from '../../../nodes/kit/gather';
import type { OutcomeName } from '../../../nodes/kit/outcome';
import type { Payment } from '../../../nodes/Capitech/payroll/payments';
import type { RunQuery } from '../../../nodes/Capitech/payroll/planRun';
import { planRun } from '../../../nodes/Capitech/payroll/planRun';
import { originOf } from '../../../nodes/Capitech/payroll/reference';
import type { BalancedRow, BalanceRules } from '../../../nodes/Capitech/payroll/reconcile';
import { reconcileLines } from '../../../nodes/Capitech/payroll/reconcile';
import type { ReturnedRow } from '../../../nodes/Capitech/payroll/settle';
import { settleLines } from '../../../nodes/Capitech/payroll/settle';
import type { Settings } from '../../../nodes/Capitech/payroll/settings';
import { lastTouched } from '../../../nodes/Capitech/payroll/settings/approval';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { registrationKey, rowKey } from '../../../nodes/Capitech/time/row';
import { payment, prepared, settings } from './rows';

/** What the services do that their contracts leave open. */
export interface Habits {
	editClearsStatus: boolean;
	editClearsApprovals: boolean;
}

/** One run of the chain. */
export interface Run {
	isFull: boolean;
	/** After which step the machine stops, if it does. */
	crash?: 'registering' | 'marking';
	/** What a manager does between reading and marking. */
	meanwhile?: (chain: Chain) => void;
	/** What the payroll system does with the line that comes at a place. */
	outcomeAt: (at: number) => OutcomeName;
}

const PERIOD = { from: '2026-10-01', to: '2026-10-31' };

/** Both services and the chain between them, as far as the payroll operations see them. Each step takes one minute. */
export class Chain {
	readonly rows = new Map<string, TimeTransaction>();

	/** What stands, by employee number and reference. */
	readonly ledger: Payment[] = [];

	/** Registrations that a human was told of: marked by us or somebody else, and nothing stands. */
	readonly unaccounted = new Set<string>();

	private minutes = 0;

	private watermark = '';

	constructor(
		private readonly habits: Habits,
		private readonly rules: Pick<BalanceRules, 'withdrawnApprovals' | 'movedRegistrations'>,
		readonly agreed: Settings = settings({ confirmedPairs: ['20 0320/1 + 25 0325/1'] }),
	) {}

	private now(): string {
		this.minutes += 1;
		return `2026-11-01 ${String(Math.floor(this.minutes / 60)).padStart(2, '0')}:${String(this.minutes % 60).padStart(2, '0')}:00`;
	}

	/** Enters or changes rows of one registration; what is null is removed. */
	edit(registration: TimeTransaction[], change: (row: TimeTransaction) => Partial<TimeTransaction> | null): void {
		const lastUpdatedOn = this.now();
		for (const row of registration) {
			const changes = change(row);
			this.rows.delete(rowKey(row));
			const cleared = { ...(this.habits.editClearsStatus && { externalStatusCode: null }), ...(this.habits.editClearsApprovals && { approvedLevelOne: null }) };
			if (changes) this.rows.set(rowKey({ ...row, ...changes }), { ...row, lastUpdatedOn, ...cleared, ...changes });
		}
	}

	/** Approves a registration, or withdraws that: neither counts as a change (contract, section 4, point 10). */
	approve(uid: number, approvedLevelOne: 1 | null): void {
		const approvedLevelOneOn = this.now();
		for (const [key, row] of this.rows) if (row.uid === uid) this.rows.set(key, { ...row, approvedLevelOne, ...(approvedLevelOne && { approvedLevelOneOn }) });
	}

	registration(uid: number): TimeTransaction[] {
		return [...this.rows.values()].filter((row) => row.uid === uid);
	}

	/** Whole registrations of which a row is asked for. */
	private read({ clientId, query, lastApprovedOrUpdatedFrom }: RunQuery): TimeTransaction[] {
		const isWanted = (row: TimeTransaction) => {
			if (query === 'all') return true;
			return query === 'notExported' ? row.externalStatusCode === null || row.externalStatusCode === this.agreed.rejectedCode : lastTouched(row) >= lastApprovedOrUpdatedFrom;
		};
		const registrations = groupBy([...this.rows.values()].filter((row) => row.clientId === clientId), registrationKey);
		return [...registrations.values()].filter((members) => members.some(isWanted)).flat();
	}

	/** Posts what is missing, or takes back, under the reference of each line. */
	private register(balanced: BalancedRow[], outcomeAt: Run['outcomeAt']): ReturnedRow[] {
		let at = 0;
		return balanced.map((row): ReturnedRow => {
			const line = row.payrollLine;
			if (!line || !['line', 'reversal'].includes(row.disposition)) return row;
			const numbers = [line.employeeNumber, ...line.formerNumbers];
			const isSame = ({ employeeNumber, origin }: Payment) => numbers.includes(employeeNumber) && rowKey(origin as TimeTransaction) === rowKey(originOf(line.reference) as TimeTransaction);
			const standing = this.ledger.filter(isSame).reduce((total, { quantity }) => total + quantity, 0);
			const missing = Math.round(((line.quantity ?? 0) - standing) * 100) / 100;
			if (!missing) return { ...row, outcome: 'unchanged', messages: [] };
			const outcome = outcomeAt(at++);
			if (outcome === 'registered' || outcome === 'unknown') {
				const { employeeNumber, date, payElement, serialNumber } = line;
				this.ledger.push(payment({ employeeNumber, date, payElement, serialNumber, quantity: missing, origin: originOf(line.reference) }));
			}
			return { ...row, outcome, messages: [] };
		});
	}

	/** Runs the chain once; what came of each row, or nothing where the machine stopped. */
	run({ isFull, crash, meanwhile, outcomeAt }: Run): ReturnedRow[] {
		const startedAt = this.now();
		const start = { ...PERIOD, fullReconcile: isFull, watermark: this.watermark, settingsHash: 'a', retryRejected: 'whenChanged' as const, now: startedAt, changedSince: this.watermark };
		const queries = planRun(this.agreed, 'a', start);
		const [{ isWhole, rejectedRows, changedSince }] = queries;
		const rows = new Map(queries.flatMap((query) => this.read(query)).map((row) => [rowKey(row), row]));
		const ready = prepared([...rows.values()], this.agreed, { ...PERIOD, rejectedRows, changedSince });
		const balanced = reconcileLines(ready, this.ledger, this.agreed, { isWhole, ...PERIOD, ...this.rules, vanishedLimit: 10, unread: 0 });
		const back = this.register(balanced, outcomeAt);
		for (const row of back) if (row.disposition === 'unaccounted') this.unaccounted.add(registrationKey(row));
		meanwhile?.(this);
		if (crash === 'registering') return [];
		const codes = { exported: this.agreed.exportedCode, rejected: this.agreed.rejectedCode };
		settleLines(back, codes).forEach(({ mark, markCode }, at) => {
			const row = mark ? this.rows.get(rowKey(back[at])) : undefined;
			if (row) this.rows.set(rowKey(row), { ...row, externalStatusCode: markCode });
		});
		if (crash === 'marking') return [];
		this.watermark = startedAt;
		return back;
	}

	/** What stands, and what should, by employee number and reference; nothing is left out but zeros. */
	standing(): Record<string, number> {
		return sums(this.ledger.map(({ employeeNumber, origin, quantity }) => [`${employeeNumber} ${rowKey(origin as TimeTransaction)}`, quantity]));
	}

	wanted(): Record<string, number> {
		const unmarked = [...this.rows.values()].map((row) => ({ ...row, externalStatusCode: null }));
		return sums(prepared(unmarked, this.agreed, PERIOD).flatMap((row) => (row.payrollLine ? [[`${row.payrollLine.employeeNumber} ${rowKey(row)}`, row.payrollLine.quantity ?? 0] as const] : [])));
	}
}

function sums(entries: Array<readonly [string, number]>): Record<string, number> {
	const totals = new Map<string, number>();
	for (const [key, quantity] of entries) totals.set(key, (totals.get(key) ?? 0) + Math.round(quantity * 100));
	return Object.fromEntries([...totals].filter(([, total]) => total !== 0).sort());
}
