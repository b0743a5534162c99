import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../../kit/failure';
import { groupBy } from '../../../kit/gather';
import { readInteger, readText } from '../../../kit/parameters';
import type { TimeTransaction } from '../../time/row';
import { oneOf, optionalDate, optionalInteger, readEntries, readSection, readTexts, refuseUnknown } from './entries';

/** What Capitech knows of an employee, as *Employee: Get Many* gives it. */
export interface Employee {
	clientId: number;
	employeeId: number;
	externalId: string | null;
	/** Lønnsgruppe: the employee group of the mapping. */
	wageGroupId: number | null;
}

/** An employment (medarbejdernummer) of an employee. */
export interface EmploymentEntry {
	/** Undefined: whatever the department. */
	departmentId?: number;
	employeeNumber: string;
	/** First and last date, `yyyy-MM-dd`; empty is open. */
	from: string;
	to: string;
	/** Numbers the employment had before: what stands under them counts. */
	formerNumbers: string[];
}

/** Where the number of an employee without an entry comes from. */
export type NumberSource = 'sameNumber' | 'externalId' | 'table';

/** How employees of Capitech are found in the payroll system. */
export interface EmployeeMapping {
	source: NumberSource;
	table: ReadonlyMap<number, readonly EmploymentEntry[]>;
}

/** What an employment is found by: the employee, and the department where one has several employments. */
export type Worker = Pick<TimeTransaction, 'employeeId' | 'departmentId'>;

/** The employment that hours belong to. */
export interface Employment {
	employeeNumber: string;
	formerNumbers: string[];
}

const NUMBER = /^\d{1,8}$/;

/** The number without the zeros in front, which payroll systems add or leave out as they like. */
export const bareNumber = (text: string): string => text.trim().replace(/^0+(?=\d)/, '');

const FIELDS = ['employeeId', 'departmentId', 'employeeNumber', 'from', 'to', 'formerNumbers'];

function readNumber(place: string, value: unknown): string {
	const text = readText(value);
	if (!NUMBER.test(text)) throw badInput(place, 'is not an employee number of at most 8 digits', 'Enter the medarbejdernummer of the employment.');
	return bareNumber(text);
}

function readEntry(place: string, entry: IDataObject): EmploymentEntry {
	refuseUnknown(place, entry, FIELDS);
	const from = optionalDate(`${place}, from`, entry.from);
	const to = optionalDate(`${place}, to`, entry.to);
	if (from && to && from > to) throw badInput(place, 'ends before it begins', "Swap 'from' and 'to'.");
	return {
		departmentId: optionalInteger(`${place}, departmentId`, entry.departmentId),
		employeeNumber: readNumber(`${place}, employeeNumber`, entry.employeeNumber),
		from,
		to,
		formerNumbers: readTexts(`${place}, formerNumbers`, entry.formerNumbers).map((number) => readNumber(`${place}, formerNumbers`, number)),
	};
}

/**
 * Reads how employees are found in the payroll system.
 * @throws Failure naming the entry that is wrong
 */
export function readEmployeeMapping(place: string, value: unknown): EmployeeMapping {
	const section = readSection(place, value);
	refuseUnknown(place, section, ['source', 'table']);
	const entries = readEntries(`${place}, table`, section.table).map((entry, at) => {
		const own = `${place}, table, entry ${at + 1}`;
		return { employeeId: readInteger(`${own}, employeeId`, entry.employeeId), employment: readEntry(own, entry) };
	});
	const groups = groupBy(entries, ({ employeeId }) => String(employeeId));
	return {
		source: oneOf<NumberSource>(`${place}, source`, section.source, ['sameNumber', 'externalId', 'table']),
		table: new Map([...groups].map(([id, members]) => [Number(id), members.map(({ employment }) => employment)])),
	};
}

const isValidOn = ({ from, to }: EmploymentEntry, date: string): boolean => (!from || from <= date) && (!to || date <= to);

function fromTable(entries: readonly EmploymentEntry[], { departmentId }: Worker, date: string): Employment | { reason: string } {
	const valid = entries.filter((entry) => isValidOn(entry, date) && (entry.departmentId === undefined || entry.departmentId === departmentId));
	const own = valid.filter((entry) => entry.departmentId !== undefined);
	const [employment, ...others] = own.length ? own : valid;
	if (!employment) return { reason: `The settings hold no employment of the employee on ${date}` };
	if (others.length) return { reason: `The settings hold ${others.length + 1} employments of the employee on ${date}: ${[employment, ...others].map(({ employeeNumber }) => employeeNumber).join(', ')}` };
	return employment;
}

/** The number of an employee who is not in the table, or why there is none. */
function fromSource(source: NumberSource, employeeId: number, employee: Employee | undefined): Employment | { reason: string } {
	if (source === 'sameNumber') return { employeeNumber: String(employeeId), formerNumbers: [] };
	if (source === 'table') return { reason: 'The employee is not in the table of the settings' };
	const number = readText(employee?.externalId);
	if (!number) return { reason: employee ? 'The employee has no external ID in Capitech' : "The employee is not among Capitech's employees" };
	if (!NUMBER.test(number)) return { reason: "The employee's external ID in Capitech is not an employee number of at most 8 digits" };
	return { employeeNumber: bareNumber(number), formerNumbers: [] };
}

/** The employment that a row's hours belong to on its date, or why that can't be told: exactly one must be valid. */
export function employmentOf({ source, table }: EmployeeMapping, row: Worker, date: string, employee: Employee | undefined): Employment | { reason: string } {
	if (row.employeeId === null) return { reason: 'The row has no employee' };
	const entries = table.get(row.employeeId);
	return entries ? fromTable(entries, row, date) : fromSource(source, row.employeeId, employee);
}

/** All numbers under which lines of an employee may stand, whatever the date. */
export function numbersOf({ source, table }: EmployeeMapping, employeeId: number, employee: Employee | undefined): string[] {
	const entries = table.get(employeeId);
	if (entries) return entries.flatMap(({ employeeNumber, formerNumbers }) => [employeeNumber, ...formerNumbers]);
	const employment = fromSource(source, employeeId, employee);
	return 'employeeNumber' in employment ? [employment.employeeNumber] : [];
}

/** The employment whose number this is or was; a number that the table does not know is its own. */
export function employmentWith({ table }: EmployeeMapping, number: string): Employment {
	const entry = [...table.values()].flat().find(({ employeeNumber, formerNumbers }) => employeeNumber === number || formerNumbers.includes(number));
	return entry ?? { employeeNumber: number, formerNumbers: [] };
}
