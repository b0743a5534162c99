import { badInput } from '../../kit/failure';
import { groupBy } from '../../kit/gather';
import type { InputItem } from '../../kit/operation';
import { employeeKey, isEmptyItem } from '../payroll/items';
import type { Employee } from '../payroll/settings/employees';
import type { Absence } from './days';
import { absencesOf, isDay, readDay } from './days';
import type { Memory } from './memory';
import { readMemory } from './memory';

/** What is remembered, with the item it came in. */
export interface Remembered {
	index: number;
	memory: Memory;
}

/** What goes into planning: absences, what is known of employees, and what is remembered. */
export interface Material {
	absences: Absence[];
	/** By clientId and employeeId. */
	employees: ReadonlyMap<string, Employee>;
	memory: Remembered[];
}

const isMemory = ({ item: { json } }: InputItem): boolean => json.reference !== undefined && json.state !== undefined;

const isEmployee = ({ item: { json } }: InputItem): boolean => !isDay(json) && typeof json.employeeId === 'number' && typeof json.clientId === 'number';

/** One row a reference: where a table holds several, the last write counts. */
function lastOfEach(rows: Remembered[]): Remembered[] {
	const isLater = ({ memory: one }: Remembered, { memory: other }: Remembered) => one.revision - other.revision || one.attempt - other.attempt;
	return [...groupBy(rows, ({ memory }) => memory.reference).values()].map((same) => [...same].sort(isLater)[same.length - 1]);
}

/**
 * Sorts the items into days of absences, employees (those of *Employee: Get Many*) and rows of the memory, which come in any order.
 * @throws Failure naming the item that is none of them, or that failed: absences that were not read would pass for deleted
 */
export function readMaterial(input: InputItem[]): Material {
	const entries = input.filter((entry) => !isEmptyItem(entry));
	const failed = entries.find(({ item }) => item.json.error !== undefined);
	if (failed) throw badInput('error', `is in item ${failed.index}: absences, employees or the memory were not read`, 'Let the step before end the run when it fails: what is missing would pass for deleted.');
	const remembered = entries.filter(isMemory);
	const employees = entries.filter((entry) => !isMemory(entry) && isEmployee(entry)).map(({ item }) => item.json as unknown as Employee);
	const days = entries.filter((entry) => !isMemory(entry) && !isEmployee(entry));
	return {
		absences: absencesOf(days.map(readDay)),
		employees: new Map(employees.map((employee) => [employeeKey(employee), employee])),
		memory: lastOfEach(remembered.map(({ index, item }) => ({ index, memory: readMemory(item.json) }))),
	};
}
