import type { Numbers } from './numbers';
import { theseNumbers } from './numbers';
import type { EmployeeQuery } from './query';
import type { EmployeeReader, Found } from './reader';

/**
 * Employees of whom something changed, whole: a change query tells of changed records alone, and a flat item made of these would take all others for empty. So those it
 * names are read once more.
 * @param query of the changes
 * @param whole of the employees who changed
 * @throws Failure as reading does
 */
export async function* wholeOfChanged(reader: EmployeeReader, numbers: Numbers, query: EmployeeQuery, whole: EmployeeQuery): AsyncGenerator<Found[]> {
	for await (const found of reader.many(numbers, query)) {
		const changed = found.flatMap((entry) => (entry.kind === 'employee' ? [entry.employee.employeeNumber] : []));
		const others = found.filter(({ kind }) => kind !== 'employee');
		if (others.length) yield others;
		if (changed.length) yield* reader.many(theseNumbers(changed), whole);
	}
}
