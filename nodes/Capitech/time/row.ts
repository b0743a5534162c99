import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../kit/failure';
import type { Field } from '../fields';
import { asApproval, asDate, asFlag, asNumber, asPayable, asStamp, asText, numberIn, otherFields, pick, readFields } from '../fields';

/** One element of Time/getTimeTransactions: a registration (uid) in one time category. Contract, section 3.1. */
export interface TimeTransaction extends IDataObject {
	clientId: number;
	/** Never null by the contract; a row without one is for a human. */
	employeeId: number | null;
	/** `yyyy-MM-dd`; null for some manual supplements. */
	dateIn: string | null;
	timeIn: string | null;
	dateOut: string | null;
	timeOut: string | null;
	departmentId: number | null;
	projectId: number | null;
	timeCategoryId: number;
	timeCategory: string | null;
	/** O ordinary, T supplement, P overtime, S overtime supplement. */
	timeCategoryTypeId: string | null;
	timeCategoryPayable: number | null;
	qty: number;
	/** Of the registration: repeated on each of its time categories. */
	uid: number;
	approvedLevelOne: number | null;
	externalStatusCode: number | null;
	recordStateKey: string;
	isDeleted: boolean;
}

const LEVELS = ['One', 'Two', 'Three', 'Four'];

/** The documented fields in their documented order, each with its reading. */
const FIELDS: readonly Field[] = [
	['clientId', asNumber],
	['employeeId', asNumber],
	['employee', asText],
	['dateIn', asDate],
	['timeIn', asText],
	['dateOut', asDate],
	['timeOut', asText],
	['departmentId', asNumber],
	['department', asText],
	['taskId', asNumber],
	['task', asText],
	['classicDutyId', asNumber],
	['classicDutyCode', asText],
	['classicDuty', asText],
	['orderId', asNumber],
	['order', asText],
	['projectId', asNumber],
	['projectAlphanumericCode', asText],
	['project', asText],
	['subProjectId', asNumber],
	['subProjectAlphanumericCode', asText],
	['subProject', asText],
	['projectPhaseId', asNumber],
	['phaseAlphanumericCode', asText],
	['projectPhase', asText],
	['shiftId', asNumber],
	['shift', asText],
	['freeDimension1Id', asNumber],
	['freeDimension1', asText],
	['freeDimension2Id', asNumber],
	['freeDimension2', asText],
	['freeText', asText],
	...LEVELS.map((level) => [`approvedLevel${level}`, asApproval] as const),
	...LEVELS.map((level) => [`approvedLevel${level}By`, asText] as const),
	...LEVELS.map((level) => [`approvedLevel${level}On`, asStamp] as const),
	['timeCategoryId', asNumber],
	['timeCategory', asText],
	['timeCategoryTypeId', asText],
	['timeCategoryType', asText],
	['timeCategoryPayable', asPayable],
	['qty', numberIn],
	['uid', asNumber],
	['externalId', asText],
	['correlationId', asText],
	['externalStatusCode', asNumber],
	['lastUpdatedOn', asStamp],
	['recordStateKey', asText],
	['isDeleted', asFlag],
];

/**
 * A row in the one form that the pack gives out: the documentation spells keys in mixed case, so that they are read case-insensitively; numbers are numbers,
 * dates and stamps one style. Keys that are not documented are carried through.
 * @throws Failure where the quantity is something else than a number: taken for nothing, the hours would never be paid. An open registration may have none yet.
 */
export function readRow(wire: IDataObject): TimeTransaction {
	const row = { ...readFields(wire, FIELDS), ...otherFields(wire, FIELDS) } as TimeTransaction;
	if (!Number.isNaN(row.qty)) return row;
	throw new Failure({
		kind: 'unreadable',
		message: `The quantity of registration ${row.uid} in time category ${row.timeCategoryId} is not a number`,
		advice: 'Look the registration up in Capitech and put its quantity right. Nothing is given out until then, so that no hours are left out unseen.',
	});
}

/** What tells one row from another: the uid alone repeats across time categories (contract, section 4, point 1). */
export const rowKey = ({ clientId, uid, timeCategoryId }: TimeTransaction): string => `${clientId}:${uid}:${timeCategoryId}`;

/** What tells one registration from another. */
export const registrationKey = ({ clientId, uid }: Pick<TimeTransaction, 'clientId' | 'uid'>): string => `${clientId}:${uid}`;

const SIMPLE = [
	'clientId',
	'uid',
	'employeeId',
	'employee',
	'dateIn',
	'timeIn',
	'dateOut',
	'timeOut',
	'departmentId',
	'department',
	'projectId',
	'projectAlphanumericCode',
	'project',
	'freeDimension1Id',
	'freeDimension2Id',
	'timeCategoryId',
	'timeCategory',
	'timeCategoryTypeId',
	'timeCategoryPayable',
	'qty',
	...['', 'By', 'On'].flatMap((part) => LEVELS.map((level) => `approvedLevel${level}${part}`)),
	'externalStatusCode',
	'lastUpdatedOn',
	'recordStateKey',
	'isDeleted',
];

/** The fields most flows need, the ones that the payroll operations read among them. */
export const simplifyRow = (row: TimeTransaction): IDataObject => pick(row, SIMPLE);

/** Oldest first, then by registration and time category: the same rows come out in the same order, however they were asked for. */
export const inStableOrder = (a: TimeTransaction, b: TimeTransaction): number =>
	(a.dateIn ?? '').localeCompare(b.dateIn ?? '') || a.uid - b.uid || a.timeCategoryId - b.timeCategoryId;
