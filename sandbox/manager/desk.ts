import { approvalLevelOf, AGREEMENT } from '../reference/agreement.ts';
import type { Records, SandboxService } from '../service.ts';
import type { Random } from '../world/random.ts';
import type { Absence, CapitechEmployee, TimeTransaction } from '../world/types.ts';

/** What a manager remembers of earlier edits, so that things are done, undone and done again. */
export class Memory {
	/** Registrations edited before. */
	readonly touched = new Set<number>();
	/** Registrations whose approval was withdrawn, or fell and was not given again. */
	readonly fallen = new Set<number>();
	/** Quantities that rows had, by `uid:category`. */
	readonly formerQuantities = new Map<string, number[]>();
	/** Absences edited before. */
	readonly touchedAbsences = new Set<number>();
	/** A uid is never given twice, be its registration deleted. */
	highestUid = 0;
	/** Nor is the number of an absence. */
	highestAbsenceId = 0;

	/** Forgets all. */
	clear(): void {
		this.touched.clear();
		this.fallen.clear();
		this.formerQuantities.clear();
		this.touchedAbsences.clear();
		this.highestUid = 0;
		this.highestAbsenceId = 0;
	}
}

/** Where and when a manager works. */
export interface Assignment {
	readonly clientId: number;
	readonly from: string;
	readonly to: string;
}

const LEVELS = ['approvedLevelOne', 'approvedLevelTwo', 'approvedLevelThree', 'approvedLevelFour'] as const;
type Level = (typeof LEVELS)[number];

/** Chances that an edit whose approvals fell is approved in the same step, and that an edit is of a known registration. */
const APPROVES_AGAIN = 0.8;
const RETURNS = 0.35;

/** Whether a shift has begun and not ended. */
export const isOpen = (row: TimeTransaction): boolean => row.timeIn !== null && row.timeOut === null;

const levelsOf = (row: TimeTransaction): Level[] => LEVELS.filter((level) => row[level] === 1);
const keyOf = ({ clientId, uid, timeCategoryId }: TimeTransaction): Partial<TimeTransaction> => ({ clientId, uid, timeCategoryId });
const approvals = (levels: readonly Level[], value: 1 | null): Partial<TimeTransaction> =>
	Object.fromEntries(levels.map((level) => [level, value]));

/** A manager's hands on Capitech: everything goes the way of an edit by the control API. */
export class Desk {
	readonly random: Random;
	readonly memory: Memory;
	readonly assignment: Assignment;
	readonly #capitech: SandboxService;

	constructor(capitech: SandboxService, assignment: Assignment, random: Random, memory: Memory) {
		this.#capitech = capitech;
		this.assignment = assignment;
		this.random = random;
		this.memory = memory;
	}

	/** The firm's employees, by number. */
	employees(): CapitechEmployee[] {
		const all = this.#capitech.state().employees as CapitechEmployee[];
		const own = all.filter(({ clientId }) => clientId === this.assignment.clientId);
		return own.sort((one, other) => one.employeeId - other.employeeId);
	}

	/** The rows of a registration as they stand, by category. */
	rowsOf(uid: number): TimeTransaction[] {
		const rows = this.#rows().filter((row) => row.clientId === this.assignment.clientId && row.uid === uid);
		return rows.sort((one, other) => one.timeCategoryId - other.timeCategoryId);
	}

	/** A registration of the period that passes the test, sooner one that was edited before; null when there is none. */
	pick(test: (rows: readonly TimeTransaction[]) => boolean): TimeTransaction[] | null {
		const { clientId, from, to } = this.assignment;
		const rows = this.#rows().filter((row) => row.clientId === clientId && row.dateIn >= from && row.dateIn <= to);
		const fitting = [...Map.groupBy(rows, ({ uid }) => uid)].filter(([, group]) => test(group)).map(([uid]) => uid);
		const returns = this.random.chance(RETURNS);
		if (fitting.length === 0) return null;
		const known = fitting.filter((uid) => this.memory.touched.has(uid));
		const uid = this.random.pick((returns && known.length > 0 ? known : fitting).sort((one, other) => one - other));
		this.memory.touched.add(uid);
		return this.rowsOf(uid);
	}

	/** A uid that no registration of any firm has or had. */
	newUid(): number {
		const highest = this.#rows().reduce((most, { uid }) => Math.max(most, uid), this.memory.highestUid);
		this.memory.highestUid = highest + 1;
		this.memory.touched.add(highest + 1);
		return highest + 1;
	}

	/** The firm's absences that touch the period, by number. */
	absences(): Absence[] {
		const { clientId, from, to } = this.assignment;
		const touches = (of: Absence): boolean => of.clientId === clientId && of.fromDate <= to && (of.endDate ?? to) >= from;
		return this.#absences().filter(touches).sort((one, other) => one.absenceId - other.absenceId);
	}

	/** All absences of an employee, whatever the period. */
	absencesOf(employeeId: number): Absence[] {
		return this.#absences().filter((of) => of.clientId === this.assignment.clientId && of.employeeId === employeeId);
	}

	/** An absence of the period that passes the test, sooner one that was edited before; null when there is none. */
	pickAbsence(test: (absence: Absence) => boolean): Absence | null {
		const fitting = this.absences().filter(test);
		const returns = this.random.chance(RETURNS);
		if (fitting.length === 0) return null;
		const known = fitting.filter(({ absenceId }) => this.memory.touchedAbsences.has(absenceId));
		const absence = this.random.pick(returns && known.length > 0 ? known : fitting);
		this.memory.touchedAbsences.add(absence.absenceId);
		return absence;
	}

	/** A number that no absence has or had. */
	newAbsenceId(): number {
		const highest = this.#absences().reduce((most, { absenceId }) => Math.max(most, absenceId), this.memory.highestAbsenceId);
		this.memory.highestAbsenceId = highest + 1;
		this.memory.touchedAbsences.add(highest + 1);
		return highest + 1;
	}

	/** Enters an absence, or changes the one of its number. */
	enterAbsence(absence: Partial<Absence>): void {
		this.#capitech.upsert({ absences: [absence] } satisfies Records);
	}

	/** Deletes an absence. */
	removeAbsence({ absenceId }: Absence): void {
		this.memory.highestAbsenceId = Math.max(absenceId, this.memory.highestAbsenceId);
		this.#capitech.remove({ absences: [{ absenceId }] });
	}

	/** Enters rows as they are given. */
	enter(rows: readonly Partial<TimeTransaction>[]): void {
		this.#capitech.upsert({ transactions: [...rows] } satisfies Records);
	}

	/** Changes rows of one registration. */
	change(rows: readonly TimeTransaction[], changes: (row: TimeTransaction) => Partial<TimeTransaction>): void {
		this.enter(rows.map((row) => ({ ...keyOf(row), ...changes(row) })));
	}

	/** Deletes rows. */
	remove(rows: readonly TimeTransaction[]): void {
		this.#capitech.remove({ transactions: rows.map(keyOf) });
	}

	/** Carries an edit of a registration out; where approvals fell by it, they are usually given again at once. */
	edit(uid: number, action: () => void): { readonly approvedAgain: boolean } {
		const approved = this.rowsOf(uid).filter((row) => this.isApproved(row));
		const known = new Set(this.rowsOf(uid).map((row) => row.timeCategoryId));
		const before = new Map(approved.map((row) => [row.timeCategoryId, levelsOf(row)]));
		const approves = this.random.chance(APPROVES_AGAIN);
		action();
		const hasFallen = (row: TimeTransaction): boolean =>
			!this.isApproved(row) && (before.has(row.timeCategoryId) || (approved.length > 0 && !known.has(row.timeCategoryId)));
		const unapproved = this.rowsOf(uid).filter(hasFallen);
		if (unapproved.length === 0) return { approvedAgain: false };
		if (!approves) {
			this.memory.fallen.add(uid);
			return { approvedAgain: false };
		}
		for (const row of unapproved) this.approve([row], before.get(row.timeCategoryId));
		return { approvedAgain: true };
	}

	/** Whether the level that counts in the row's department is given. */
	isApproved(row: TimeTransaction): boolean {
		return row[LEVELS[this.#levelOf(row) - 1]] === 1;
	}

	/** Approves rows up to the level that counts, and on further levels if given. */
	approve(rows: readonly TimeTransaction[], further: readonly Level[] = []): void {
		this.change(rows, (row) => approvals([...this.levelsThatCount(row), ...further], 1));
		for (const { uid } of rows) this.memory.fallen.delete(uid);
	}

	/** Takes the level that counts away, and those above it. */
	withdraw(rows: readonly TimeTransaction[]): void {
		this.change(rows, (row) => approvals(LEVELS.slice(this.#levelOf(row) - 1), null));
		for (const { uid } of rows) this.memory.fallen.add(uid);
	}

	/** Approval fields as another row has them. */
	approvalsLike(row: TimeTransaction): Partial<TimeTransaction> {
		return approvals(levelsOf(row), 1);
	}

	/** The levels up to the one that counts in a department. */
	levelsThatCount(of: Pick<TimeTransaction, 'departmentId'>): Level[] {
		return LEVELS.slice(0, this.#levelOf(of));
	}

	#levelOf({ departmentId }: Pick<TimeTransaction, 'departmentId'>): number {
		const firm = AGREEMENT.firms.find((of) => of.clientId === this.assignment.clientId);
		return firm === undefined ? 1 : approvalLevelOf(firm, departmentId);
	}

	#absences(): Absence[] {
		return this.#capitech.state().absences as Absence[];
	}

	#rows(): TimeTransaction[] {
		return this.#capitech.state().transactions as TimeTransaction[];
	}
}
