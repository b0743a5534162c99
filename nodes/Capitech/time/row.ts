import type { IDataObject } from 'n8n-workflow';

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

type Read = (value: unknown) => IDataObject[string];

const asText: Read = (value) => (value === null || value === undefined ? null : String(value));

const asNumber: Read = (value) => {
	if (value === null || value === undefined || value === '') return null;
	const number = Number(typeof value === 'string' ? value.replace(',', '.') : value);
	return Number.isFinite(number) ? number : null;
};

/** 1 or null: null, not 0, means not approved (contract, section 4, point 9). */
const asApproval: Read = (value) => (value === true || Number(value) === 1 ? 1 : null);

/** 1/0 or true/false are both met. */
const asPayable: Read = (value) => (value === null || value === undefined ? null : value === true || Number(value) === 1 ? 1 : 0);

const asFlag: Read = (value) => value === true || value === 1 || value === 'true';

/** `yyyy-MM-dd HH:mm:ss`, whichever of the styles met in production came (contract, section 3.1). No zone: it is local time in Norway. */
const asStamp: Read = (value) => {
	if (value === null || value === undefined || value === '') return null;
	const text = String(value);
	const norwegian = /^(\d{2})\.(\d{2})\.(\d{4})[ T](\d{2})[.:](\d{2})[.:](\d{2})/.exec(text);
	if (norwegian) {
		const [, day, month, year, hour, minute, second] = norwegian;
		return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
	}
	const iso = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(text);
	return iso ? `${iso[1]} ${iso[2]}` : text;
};

const asDate: Read = (value) => (value === null || value === undefined || value === '' ? null : String(value).slice(0, 10));

const LEVELS = ['One', 'Two', 'Three', 'Four'];

/** The documented fields in their documented order, each with its reading. */
const FIELDS: ReadonlyArray<readonly [name: string, read: Read]> = [
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
	['qty', asNumber],
	['uid', asNumber],
	['externalId', asText],
	['correlationId', asText],
	['externalStatusCode', asNumber],
	['lastUpdatedOn', asStamp],
	['recordStateKey', asText],
	['isDeleted', asFlag],
];

const KNOWN = new Set(FIELDS.map(([name]) => name.toLowerCase()));

/**
 * A row in the one form that the pack gives out: the documentation spells keys in mixed case, so that they are read case-insensitively; numbers are numbers,
 * dates and stamps one style. Keys that are not documented are carried through.
 */
export function readRow(wire: IDataObject): TimeTransaction {
	const byLowerCase = new Map(Object.entries(wire).map(([name, value]) => [name.toLowerCase(), value]));
	const row: IDataObject = Object.fromEntries(FIELDS.map(([name, read]) => [name, read(byLowerCase.get(name.toLowerCase()))]));
	for (const [name, value] of Object.entries(wire)) {
		if (!KNOWN.has(name.toLowerCase())) row[name] = value;
	}
	return row as TimeTransaction;
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
	'timeCategoryId',
	'timeCategory',
	'timeCategoryTypeId',
	'timeCategoryPayable',
	'qty',
	...LEVELS.map((level) => `approvedLevel${level}`),
	'externalStatusCode',
	'lastUpdatedOn',
	'recordStateKey',
	'isDeleted',
];

/** The fields most flows need, the ones that the payroll operations read among them. */
export const simplifyRow = (row: TimeTransaction): IDataObject => Object.fromEntries(SIMPLE.map((name) => [name, row[name]]));

/** Oldest first, then by registration and time category: the same rows come out in the same order, however they were asked for. */
export const inStableOrder = (a: TimeTransaction, b: TimeTransaction): number =>
	(a.dateIn ?? '').localeCompare(b.dateIn ?? '') || a.uid - b.uid || a.timeCategoryId - b.timeCategoryId;
