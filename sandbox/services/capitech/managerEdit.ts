import type { SandboxClock } from '../../clock.ts';
import { ControlError } from '../../service.ts';
import { isIsoDate } from '../../world/dates.ts';
import { CATEGORIES } from '../../world/timeCategories.ts';
import {
	recordStateKeyOf,
	toTransaction,
	type DimensionIndex,
	type Registration,
} from '../../world/transactionRows.ts';
import type { TimeTransaction } from '../../world/types.ts';
import type { TransactionStore } from './transactionStore.ts';

type TransactionRecord = Partial<TimeTransaction>;

/** What a manager's edit works on, and the two open questions it depends on. */
export interface EditContext {
	readonly store: TransactionStore;
	readonly clock: SandboxClock;
	readonly dimensions: DimensionIndex;
	readonly nameOfEmployee: (clientId: number, employeeId: number) => string | undefined;
	readonly editClearsStatus: boolean;
	readonly editClearsApprovals: boolean;
}

const LEVELS = ['approvedLevelOne', 'approvedLevelTwo', 'approvedLevelThree', 'approvedLevelFour'] as const;
const NAME_FIELDS = [
	'department',
	'task',
	'order',
	'project',
	'projectAlphanumericCode',
	'subProject',
	'subProjectAlphanumericCode',
	'projectPhase',
	'phaseAlphanumericCode',
	'freeDimension1',
	'freeDimension2',
] as const;

/** Fields that say something about a row without being part of what was worked. */
const NOT_CONTENT: ReadonlySet<string> = new Set([
	...LEVELS.flatMap((level) => [level, `${level}By`, `${level}On`]),
	...NAME_FIELDS,
	'externalStatusCode',
	'lastUpdatedOn',
	'correlationId',
	'recordStateKey',
]);

const DEFAULT_APPROVER = 'trineg';

/** The fields of the record that differ from what the row holds. */
function changesTo(row: TimeTransaction, record: TransactionRecord): TransactionRecord {
	return Object.fromEntries(
		Object.entries(record).filter(([field, value]) => value !== row[field as keyof TimeTransaction]),
	);
}

function newRow(context: EditContext, record: TransactionRecord): TimeTransaction {
	const { clientId, uid, timeCategoryId, employeeId, dateIn, qty } = record;
	const category = CATEGORIES.get(timeCategoryId ?? 0);
	if (clientId === undefined || uid === undefined || employeeId === undefined || qty === undefined) {
		throw new ControlError('A new transaction needs clientId, uid, timeCategoryId, employeeId, dateIn and qty.');
	}
	if (category === undefined) throw new ControlError(`There is no time category ${timeCategoryId}.`);
	if (!isIsoDate(dateIn)) throw new ControlError('dateIn must be a date in the form yyyy-MM-dd.');
	const dimensions = {
		departmentId: record.departmentId ?? null,
		taskId: record.taskId ?? null,
		orderId: record.orderId ?? null,
		projectId: record.projectId ?? null,
		subProjectId: record.subProjectId ?? null,
		projectPhaseId: record.projectPhaseId ?? null,
		freeDimension1Id: record.freeDimension1Id ?? null,
		freeDimension2Id: record.freeDimension2Id ?? null,
	};
	const registration: Registration = {
		clientId,
		uid,
		employeeId,
		employee: record.employee ?? context.nameOfEmployee(clientId, employeeId) ?? '',
		dateIn,
		timeIn: null,
		dateOut: null,
		timeOut: null,
		...dimensions,
		...context.dimensions.namesOf(clientId, dimensions),
		classicDutyId: null,
		classicDutyCode: null,
		classicDuty: null,
		shiftId: null,
		shift: null,
		freeText: null,
		externalId: null,
		correlationId: null,
		externalStatusCode: null,
		lastUpdatedOn: context.clock.stamp(),
	};
	return toTransaction(registration, category, qty, [null, null, null, null]);
}

/** Approvals named in the record are taken as given; the others fall when an edit clears approvals. */
function applyApprovals(context: EditContext, row: TimeTransaction, record: TransactionRecord, clears: boolean): void {
	const now = context.clock.stamp();
	for (const level of LEVELS) {
		const wasApproved = row[level] === 1;
		const isGiven = Object.hasOwn(record, level);
		if (isGiven ? record[level] === 1 : wasApproved && !clears) {
			row[`${level}By`] = record[`${level}By`] ?? row[`${level}By`] ?? DEFAULT_APPROVER;
			row[`${level}On`] = record[`${level}On`] ?? row[`${level}On`] ?? now;
			row[level] = 1;
			continue;
		}
		if (wasApproved) context.store.noteUnapproval(row, now);
		row[level] = null;
		row[`${level}By`] = null;
		row[`${level}On`] = null;
	}
}

/** Status: as given when it differs from the row's; else cleared, when edits clear it. */
function applyStatus(context: EditContext, row: TimeTransaction, changes: TransactionRecord, isEdit: boolean): void {
	if (changes.externalStatusCode !== undefined) context.store.setStatus(row, changes.externalStatusCode);
	else if (isEdit && context.editClearsStatus) context.store.setStatus(row, null);
}

/** The content fields themselves, with names that follow the numbers and a key that follows the quantity. */
function applyContent(context: EditContext, row: TimeTransaction, changes: TransactionRecord): void {
	const { dateIn } = changes;
	if (dateIn !== undefined) {
		if (!isIsoDate(dateIn)) throw new ControlError('dateIn must be a date in the form yyyy-MM-dd.');
		context.store.move(row, dateIn);
	}
	const content = Object.entries(changes).filter(([field]) => !NOT_CONTENT.has(field));
	Object.assign(row, Object.fromEntries(content));
	const names = context.dimensions.namesOf(row.clientId, {
		departmentId: row.departmentId,
		taskId: row.taskId,
		orderId: row.orderId,
		projectId: row.projectId,
		subProjectId: row.subProjectId,
		projectPhaseId: row.projectPhaseId,
		freeDimension1Id: row.freeDimension1Id,
		freeDimension2Id: row.freeDimension2Id,
	});
	const givenNames = Object.entries(changes).filter(([field]) => (NAME_FIELDS as readonly string[]).includes(field));
	Object.assign(row, names, Object.fromEntries(givenNames));
	row.recordStateKey = recordStateKeyOf(row);
}

/**
 * Puts a transaction in or changes one, as a manager would in Capitech. A change of content stamps lastUpdatedOn
 * (unless a new stamp is given) and clears approvals and status as the switches say; approvals named in the record
 * stand as given. A change of approvals or status alone is no edit: it stamps and clears nothing.
 */
export function applyManagerEdit(context: EditContext, record: TransactionRecord): void {
	const { clientId, uid, timeCategoryId } = record;
	if (!Number.isInteger(clientId) || !Number.isInteger(uid) || !Number.isInteger(timeCategoryId)) {
		throw new ControlError('A transaction needs the whole numbers clientId, uid and timeCategoryId.');
	}
	if (record.qty !== undefined && !Number.isFinite(record.qty)) throw new ControlError('qty must be a number.');
	const known = context.store.find(clientId as number, uid as number, timeCategoryId as number);
	const row = known ?? newRow(context, record);
	if (known === undefined) context.store.add(row);
	const changes = changesTo(row, record);
	const isEdit = Object.keys(changes).some((field) => !NOT_CONTENT.has(field));
	applyContent(context, row, changes);
	applyApprovals(context, row, record, isEdit && context.editClearsApprovals);
	applyStatus(context, row, changes, isEdit);
	row.correlationId = changes.correlationId ?? row.correlationId;
	row.lastUpdatedOn = changes.lastUpdatedOn ?? (isEdit ? context.clock.stamp() : row.lastUpdatedOn);
}
