import { shortHash } from '../../kit/pollHash';
import type { Employee, EmployeeRecord } from '../employee/records';

/** What the last answer told, by employee: a few characters for each record. Only what the next answer may tell again is kept, so that it doesn't grow. */
export type Told = Record<string, string[]>;

/** What changed of an employee. */
export interface ChangedEmployee {
	employeeNumber: string;
	/** The changed records alone. */
	records: Employee['records'];
	otherRecords: Employee['otherRecords'];
	managers: Employee['managers'];
}

const hashOf = (area: string, record: object): string => shortHash([area, record]);

/** The groups of an employee less what was told before. */
function fresh<R extends object>(groups: Record<string, R[]>, known: ReadonlySet<string>): Record<string, R[]> {
	const kept = Object.entries(groups).map(([area, records]): [string, R[]] => [area, records.filter((record) => !known.has(hashOf(area, record)))]);
	return Object.fromEntries(kept.filter(([, records]) => records.length > 0));
}

const hashesOf = (groups: Record<string, object[]>): string[] => Object.entries(groups).flatMap(([area, records]) => records.map((record) => hashOf(area, record)));

/** What is to be remembered of an answer. */
export const rememberedOf = (employees: readonly Employee[]): Told =>
	Object.fromEntries(employees.map(({ employeeNumber, records, otherRecords }) => [employeeNumber, [...hashesOf(records), ...hashesOf(otherRecords)]]));

/**
 * What of an answer was not told before. A record that is as the last answer had it comes for the overlap alone; one that was changed and changed back between two polls
 * does as well.
 */
export function changedSince(employees: readonly Employee[], told: Told): ChangedEmployee[] {
	return employees
		.map((employee) => {
			const known = new Set(told[employee.employeeNumber]);
			return { ...employee, records: fresh(employee.records, known), otherRecords: fresh(employee.otherRecords, known) };
		})
		.filter(({ records, otherRecords }) => Object.keys(records).length + Object.keys(otherRecords).length > 0);
}

const joined = <R>(a: Record<string, R[]>, b: Record<string, R[]>): Record<string, R[]> =>
	Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((area) => [area, [...(a[area] ?? []), ...(b[area] ?? [])]]));

/** The changes of several answers, one entry an employee. */
export function byEmployee(changes: readonly ChangedEmployee[]): ChangedEmployee[] {
	const all = new Map<string, ChangedEmployee>();
	for (const change of changes) {
		const before = all.get(change.employeeNumber);
		all.set(change.employeeNumber, {
			...change,
			records: joined(before?.records ?? {}, change.records),
			otherRecords: joined(before?.otherRecords ?? {}, change.otherRecords),
		});
	}
	return [...all.values()];
}

/** Records of communication that were deleted: keys without a value. */
export const deletedOf = ({ records }: ChangedEmployee): EmployeeRecord[] => (records.communication ?? []).filter(({ deleted }) => deleted === true);
