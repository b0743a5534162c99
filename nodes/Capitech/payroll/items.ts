import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { groupBy } from '../../kit/gather';
import type { InputItem } from '../../kit/operation';
import { readText } from '../../kit/parameters';
import type { TimeTransaction } from '../time/row';
import { registrationKey, rowKey } from '../time/row';
import type { Payment } from './payments';
import { readPayment } from './payments';
import type { CostObject } from './settings/costObjects';
import type { Employee } from './settings/employees';

/** An item of the input and the row that it holds. */
export interface RowItem<T> {
	entry: InputItem;
	row: T;
}

/** Fields without which a row can't be tied to its registration. */
const IDENTITY = ['clientId', 'uid', 'timeCategoryId'];

/** References are made of them: whole numbers from 0. */
const isIdentity = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** n8n makes an empty item for a node that is to run without any. */
export const isEmptyItem = ({ item }: InputItem): boolean => Object.keys(item.json).length === 0;

const isFailed = ({ item }: InputItem): boolean => item.json.error !== undefined && item.json.uid === undefined;

/**
 * The row of an item.
 * @param needed fields that the step before has added
 * @param from the operation whose items are expected
 * @throws Failure naming the item and the field that is missing
 */
function readRow<T extends TimeTransaction>(entry: InputItem, needed: string[], from: string): RowItem<T> {
	const { json } = entry.item;
	const missing = [...IDENTITY.filter((name) => !isIdentity(json[name])), ...['employeeId', ...needed].filter((name) => json[name] === undefined)];
	if (missing.length) throw badInput(missing[0], `is missing in item ${entry.index}`, `This operation takes the items of ${from}.`);
	return { entry, row: json as T };
}

/**
 * The rows among the items; an empty item stands for no row.
 * @throws Failure naming the item and the field that is missing
 */
export function readRows<T extends TimeTransaction>(input: InputItem[], needed: string[] = [], from = "Capitech's Get Many"): Array<RowItem<T>> {
	return input.filter((entry) => !isEmptyItem(entry)).map((entry) => readRow<T>(entry, needed, from));
}

/** The rows of a registration in the order in which they came, cut where a row comes again: there another reading begins. */
function cutAtRepeats(members: Array<RowItem<TimeTransaction>>): Array<RowItem<TimeTransaction>> {
	let reading = new Map<string, RowItem<TimeTransaction>>();
	for (const member of members) {
		const key = rowKey(member.row);
		if (reading.has(key)) reading = new Map();
		reading.set(key, member);
	}
	return [...reading.values()];
}

/**
 * The rows with each registration once. Several requests may have given the same registration (not exported yet, and changed lately), and it may have been
 * edited in between: the last reading says how it stands, with all its rows.
 */
function lastReadings(rows: Array<RowItem<TimeTransaction>>): Array<RowItem<TimeTransaction>> {
	const kept = new Set([...groupBy(rows, ({ row }) => registrationKey(row)).values()].flatMap(cutAtRepeats));
	return rows.filter((member) => kept.has(member));
}

/** What goes into preparing: rows, and what is known of employees and accounts. */
export interface Material {
	rows: Array<RowItem<TimeTransaction>>;
	/** By clientId and employeeId. */
	employees: ReadonlyMap<string, Employee>;
	accounts: ReadonlyMap<string, CostObject>;
}

/** What tells one employee from another: numbers repeat from firm to firm. */
export const employeeKey = ({ clientId, employeeId }: { clientId: number; employeeId: number | null }): string => `${clientId}:${employeeId}`;

const isEmployee = ({ uid, timeCategoryId, employeeId, clientId }: IDataObject): boolean =>
	uid === undefined && timeCategoryId === undefined && typeof employeeId === 'number' && typeof clientId === 'number';

const isAccount = ({ uid, accountNumber }: IDataObject): boolean => uid === undefined && accountNumber !== undefined;

/**
 * Sorts the items into rows, employees (those of *Employee: Get Many*) and accounts (those of KMD Opus' *Account: Get Cost Center or PSP*), which come in any
 * order. An account that could not be looked up is one that is not known.
 * @throws Failure naming the item that is none of them, or that failed: rows that were not read would pass for deleted
 */
export function readMaterial(input: InputItem[]): Material {
	const failed = input.find((entry) => isFailed(entry) && !isAccount(entry.item.json));
	if (failed) throw badInput('error', `is in item ${failed.index}: hours or employees were not read`, 'Let the step before end the run when it fails: what is missing would pass for deleted.');
	const entries = input.filter((entry) => !isEmptyItem(entry) && !isFailed(entry));
	const employees = entries.filter(({ item }) => isEmployee(item.json)).map(({ item }) => item.json as unknown as Employee);
	const accounts = entries.filter(({ item: { json } }) => isAccount(json) && Boolean(json.costCenter || json.pspElement)).map(({ item: { json } }) => json);
	const others = entries.filter(({ item }) => !isEmployee(item.json) && !isAccount(item.json));
	const rows = others.map((entry) => readRow<TimeTransaction>(entry, ['qty', 'externalStatusCode', 'timeCategoryTypeId'], "Capitech's Time Transaction: Get Many"));
	return {
		rows: lastReadings(rows),
		employees: new Map(employees.map((employee) => [employeeKey(employee), employee])),
		accounts: new Map(accounts.map(({ accountNumber, costCenter, pspElement }) => [readText(accountNumber), { costCenter: readText(costCenter), pspElement: readText(pspElement) }])),
	};
}

const isPayment = ({ objectId, remark }: IDataObject): boolean => objectId !== undefined && remark !== undefined;

/** What goes into reconciling: prepared rows and what stands in the payroll system. */
export interface Balance<T> {
	rows: Array<RowItem<T>>;
	payments: Array<{ entry: InputItem; payment: Payment }>;
	/** How many employees' payments could not be read. */
	unread: number;
}

/**
 * Sorts the items into prepared rows and payments.
 * @throws Failure naming the item that is neither
 */
export function readBalance<T extends TimeTransaction>(input: InputItem[]): Balance<T> {
	const entries = input.filter((entry) => !isEmptyItem(entry));
	const rows = entries.filter((entry) => !isPayment(entry.item.json) && !isFailed(entry));
	return {
		rows: rows.map((entry) => readRow<T>(entry, ['disposition', 'registrationRows'], 'Payroll Line: Prepare')),
		payments: entries.filter(({ item }) => isPayment(item.json)).map((entry) => ({ entry, payment: readPayment(entry.item.json) })),
		unread: entries.filter(isFailed).length,
	};
}

/** An object without some of its fields. */
export const without = (json: IDataObject, names: string[]): IDataObject =>
	Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));
