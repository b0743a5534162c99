import { shortHash } from '../../kit/pollHash';
import { pick } from '../fields';
import type { TimeTransaction } from '../time/row';
import { readRow } from '../time/row';

/**
 * What was worked, when, by whom and for what. Names are left out, and so is what a client's own marking changes: the external status, the stamp of the last
 * update and the correlation (contract, section 6). Approvals are remembered beside it.
 */
const CONTENT = [
	'employeeId',
	'dateIn',
	'timeIn',
	'dateOut',
	'timeOut',
	'departmentId',
	'taskId',
	'classicDutyId',
	'orderId',
	'projectId',
	'subProjectId',
	'projectPhaseId',
	'shiftId',
	'freeDimension1Id',
	'freeDimension2Id',
	'freeText',
	'timeCategoryTypeId',
	'timeCategoryPayable',
	'qty',
	'externalId',
	'recordStateKey',
] as const;

const LEVELS = ['approvedLevelOne', 'approvedLevelTwo', 'approvedLevelThree', 'approvedLevelFour'] as const;

/** More rows than this are remembered without what is told of them as `previous`. */
export const MOST_WITH_FACTS = 20_000;

/** What is remembered of a row as it last stood. */
export interface Remembered {
	hash: string;
	/** The levels it was approved on. */
	approvedLevels: number[];
	/** `yyyy-MM-dd`; of a row without one, the day on which it was seen first. */
	date: string;
	isDated: boolean;
	employeeId?: number;
	qty?: number;
}

/** The rows of one client, by `uid:timeCategoryId`, each in a few characters. */
export type Memory = Record<string, string>;

/** Hash, approved levels as bits, date, a tilde where the row has none itself; then, while there is room, employee and quantity. */
const ENTRY = /^([\w-]{6})([0-9a-f])(\d{6})(~?)(?:,([-+.\de]*),([-+.\de]*))?$/;

/** What tells a client's rows apart. */
export const memoryKey = ({ uid, timeCategoryId }: Pick<TimeTransaction, 'uid' | 'timeCategoryId'>): string => `${uid}:${timeCategoryId}`;

const optional = (text: string | undefined): number | undefined => (text ? Number(text) : undefined);

/** Reads an entry of the memory; undefined where it is none. */
export function recall(entry: unknown): Remembered | undefined {
	const parts = typeof entry === 'string' ? ENTRY.exec(entry) : null;
	if (!parts) return undefined;
	const [, hash, bits, yymmdd, tilde, employeeId, qty] = parts;
	return {
		hash,
		approvedLevels: [1, 2, 3, 4].filter((level) => (parseInt(bits, 16) >> (level - 1)) & 1),
		date: `20${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4)}`,
		isDated: tilde === '',
		employeeId: optional(employeeId),
		qty: optional(qty),
	};
}

/** The levels a row is approved on. */
export const approvedLevelsOf = (row: TimeTransaction): number[] => LEVELS.flatMap((field, at) => (row[field] === 1 ? [at + 1] : []));

/** A few characters for what a row says, approvals and markings apart. */
export const contentHash = (row: TimeTransaction): string => shortHash(pick(row, CONTENT));

/**
 * The entry of a row.
 * @param today the date that a row without one is remembered by
 */
export function entryOf(row: TimeTransaction, today: string): string {
	const own = row.dateIn ?? row.dateOut;
	const bits = approvedLevelsOf(row).reduce((sum, level) => sum + (1 << (level - 1)), 0);
	const date = (own ?? today).slice(2).replaceAll('-', '');
	return `${contentHash(row)}${bits.toString(16)}${date}${own === null ? '~' : ''},${row.employeeId ?? ''},${row.qty ?? ''}`;
}

/** The memory without rows of dates before `from`, and without facts where there are too many rows. */
export function pruned(memory: Memory, from: string, withFacts: boolean): Memory {
	const entries = Object.entries(memory).filter(([, entry]) => (recall(entry)?.date ?? '') >= from);
	return Object.fromEntries(withFacts ? entries : entries.map(([key, entry]) => [key, entry.split(',')[0]]));
}

/** A row that is gone, as far as it is remembered. */
export function goneRow(clientId: number, key: string, { date, isDated, employeeId, qty }: Remembered): TimeTransaction {
	const [uid, timeCategoryId] = key.split(':').map(Number);
	return readRow({ clientId, uid, timeCategoryId, employeeId, dateIn: isDated ? date : null, qty, isDeleted: true });
}
