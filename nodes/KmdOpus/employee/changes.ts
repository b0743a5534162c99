import type { Numbers } from './numbers';
import { theseNumbers } from './numbers';
import type { EmployeeQuery } from './query';
import type { EmployeeReader, Found } from './reader';
import type { Employee } from './records';
import { emptyEmployee } from './records';

const employeesIn = (found: readonly Found[]): Employee[] => found.flatMap((entry) => (entry.kind === 'employee' ? [entry.employee] : []));

/**
 * Employees of whom something changed, whole: a change query tells of changed records alone, and a flat item made of these would take all others for empty. So those it
 * names are read once more. One of whom nothing is found then comes empty: something of that one did change.
 * @param query of the changes
 * @param whole of the employees who changed
 * @throws Failure as reading does
 */
export async function* wholeOfChanged(reader: EmployeeReader, numbers: Numbers, query: EmployeeQuery, whole: EmployeeQuery): AsyncGenerator<Found[]> {
	for await (const found of reader.many(numbers, query)) {
		const left = new Set(employeesIn(found).map(({ employeeNumber }) => employeeNumber));
		const others = found.filter(({ kind }) => kind !== 'employee');
		if (others.length) yield others;
		if (!left.size) continue;
		for await (const again of reader.many(theseNumbers([...left]), whole)) {
			for (const { employeeNumber } of employeesIn(again)) left.delete(employeeNumber);
			yield again;
		}
		yield [...left].map((employeeNumber): Found => ({ kind: 'employee', employee: emptyEmployee(employeeNumber) }));
	}
}

/** The same of one employee. */
export async function wholeOfOne(reader: EmployeeReader, number: string, query: EmployeeQuery, whole: EmployeeQuery): Promise<Found[]> {
	const found = await reader.one(number, query);
	if (!employeesIn(found).length) return found;
	const again = await reader.one(number, whole);
	return again.length ? again : [{ kind: 'employee', employee: emptyEmployee(number) }];
}
