import type { IDataObject, INodeParameters, IPollFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { setClock } from '../../../nodes/kit/clock';
import { Failure } from '../../../nodes/kit/failure';
import { runPoll } from '../../../nodes/kit/poll';
import type { TimeQuery } from '../../../nodes/Capitech/time/read';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { readRow } from '../../../nodes/Capitech/time/row';
import { readTriggerSettings } from '../../../nodes/Capitech/trigger/settings';
import type { TimeReader } from '../../../nodes/Capitech/trigger/source';
import { TimeSource } from '../../../nodes/Capitech/trigger/source';
import { ZONE } from './triggerLedger';

/** What is not published of the service. */
export interface Company {
	editClearsApprovals: boolean;
	unapprovalMatchesFilter: boolean;
	deletedRows: 'vanish' | 'flagged';
	statusBumpsLastUpdated: boolean;
}

interface Held {
	row: TimeTransaction;
	unapprovedOn: string;
}

/** As much of Capitech as the trigger asks for: one firm's rows in memory, with its filters. */
export class TinyCapitech implements TimeReader {
	readonly held = new Map<string, Held>();

	readonly deleted = new Map<string, TimeTransaction>();

	/** The request from now on that fails; none where it is 0. */
	failAt = 0;

	constructor(
		readonly company: Company,
		public time: DateTime,
	) {}

	get stamp(): string {
		return this.time.setZone(ZONE).toFormat('yyyy-MM-dd HH:mm:ss');
	}

	/** All rows as they stand. */
	standing(): TimeTransaction[] {
		return [...this.held.values()].map(({ row }) => row);
	}

	/** Enters a row, or edits one; approvals fall by an edit as the company has it. */
	edit(uid: number, timeCategoryId: number, changes: IDataObject): void {
		const key = `${uid}:${timeCategoryId}`;
		const known = this.held.get(key);
		const before = known?.row ?? { clientId: 100, uid, timeCategoryId, employeeId: 2001, dateIn: '', departmentId: 10, qty: 7.5 };
		const clears = known && this.company.editClearsApprovals ? { approvedLevelOne: null, approvedLevelOneOn: null } : {};
		const row = readRow({ ...before, ...clears, ...changes, lastUpdatedOn: this.stamp });
		const wasApproved = known?.row.approvedLevelOne === 1;
		this.held.set(key, { row: { ...row, recordStateKey: `${key}_${row.qty}` }, unapprovedOn: wasApproved && row.approvedLevelOne !== 1 ? this.stamp : (known?.unapprovedOn ?? '') });
		this.deleted.delete(key);
	}

	approve(key: string, isApproved: boolean): void {
		const held = this.held.get(key);
		if (!held || (held.row.approvedLevelOne === 1) === isApproved) return;
		held.row = { ...held.row, approvedLevelOne: isApproved ? 1 : null, approvedLevelOneOn: isApproved ? this.stamp : null };
		if (!isApproved) held.unapprovedOn = this.stamp;
	}

	mark(key: string, externalStatusCode: number): void {
		const held = this.held.get(key);
		if (held) held.row = { ...held.row, externalStatusCode, ...(this.company.statusBumpsLastUpdated && { lastUpdatedOn: this.stamp }) };
	}

	remove(key: string): void {
		const held = this.held.get(key);
		if (!held) return;
		this.held.delete(key);
		this.deleted.set(key, { ...held.row, lastUpdatedOn: this.stamp, isDeleted: true });
	}

	async rows({ window, filters }: TimeQuery): Promise<TimeTransaction[]> {
		if (this.failAt > 0 && --this.failAt === 0) throw new Failure({ kind: 'unavailable', message: 'Capitech is out of order' });
		const since = filters.lastApprovedOrUpdatedFilter as string | undefined;
		const levels = filters.approvedLevelFilter as number[] | undefined;
		const isSince = (stamp: unknown) => since === undefined || (Boolean(stamp) && `${String(stamp)}.000` >= since);
		const passes = (row: TimeTransaction, unapprovedOn: string) =>
			String(row.dateIn) >= window.from &&
			String(row.dateIn) <= window.to &&
			(!levels || row.approvedLevelOne === 1) &&
			(!filters.departmentIdFilter || filters.departmentIdFilter.includes(Number(row.departmentId))) &&
			(isSince(row.lastUpdatedOn) || isSince(row.approvedLevelOneOn) || (this.company.unapprovalMatchesFilter && isSince(unapprovedOn)));
		const found = [...this.held.values()].filter(({ row, unapprovedOn }) => passes(row, unapprovedOn)).map(({ row }) => row);
		if (since === undefined || this.company.deletedRows === 'vanish') return found;
		return [...found, ...[...this.deleted.values()].filter((row) => passes(row, ''))];
	}

	async registrations(): Promise<TimeTransaction[]> {
		throw new Error('Rows are not grouped in these tests');
	}
}

/** The trigger on a tiny Capitech, run by the kit's runner, its state kept as n8n keeps it. */
export class TinyTrigger {
	private kept: IDataObject = {};

	private saved = '{}';

	private isActivated = false;

	/** Whether n8n has saved the state since the last poll. */
	isSaved = true;

	constructor(
		private readonly capitech: TinyCapitech,
		private readonly parameters: INodeParameters,
		private readonly budgetMs = 300_000,
	) {}

	/** The items of a poll; undefined where it failed. */
	async poll(): Promise<IDataObject[] | undefined> {
		setClock({ now: () => this.capitech.time.toJSDate() });
		const settings = readTriggerSettings(this.context);
		const output = await runPoll(this.context, async () => new TimeSource(this.capitech, settings)).catch(() => 'failed' as const);
		setClock();
		if (output === 'failed') return undefined;
		this.isSaved = output !== null || !this.isActivated;
		if (this.isSaved) this.saved = JSON.stringify(this.kept);
		this.isActivated = true;
		return (output ?? []).flat().map(({ json }) => json);
	}

	/** What the trigger keeps, as n8n stores it. */
	get stored(): string {
		return JSON.stringify(this.kept);
	}

	/** n8n is started again, with what it had saved. */
	restart(): void {
		this.kept = JSON.parse(this.saved) as IDataObject;
		this.isActivated = false;
	}

	private get context(): IPollFunctions {
		return {
			getMode: () => 'trigger',
			getNode: () => ({ id: 'trigger', name: 'Trigger', type: 'test', typeVersion: 1, position: [0, 0], parameters: {} }),
			getWorkflow: () => ({ id: 'workflow', active: true }),
			getWorkflowStaticData: () => this.kept,
			getPollBudgetMs: () => this.budgetMs,
			getNodeParameter: (name: string, fallback: unknown) => this.parameters[name] ?? fallback,
		} as unknown as IPollFunctions;
	}
}
