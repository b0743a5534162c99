import { Collection } from '../../collection.ts';
import { withoutLeadingZeros } from '../employeeNumber.ts';

/** Records that each belong to an employee, found by employee too. */
export class OwnedCollection<T extends { PersonnelNumber: string }> extends Collection<T> {
	#byEmployee: Map<string, T[]> | null = null;

	/** The records of an employee, leading zeros or not, in the order they came. */
	of(number: string): T[] {
		this.#byEmployee ??= Map.groupBy(this.list(), ({ PersonnelNumber }) => PersonnelNumber);
		return [...(this.#byEmployee.get(withoutLeadingZeros(number)) ?? [])];
	}

	override load(rows: readonly T[]): void {
		super.load(rows);
		this.#byEmployee = null;
	}

	override upsert(record: object): void {
		super.upsert(record);
		this.#byEmployee = null;
	}

	override remove(record: object): void {
		super.remove(record);
		this.#byEmployee = null;
	}
}
