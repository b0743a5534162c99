import type { SandboxClock } from '../../clock.ts';
import { ControlError } from '../../service.ts';
import { daysOf, hoursOf, type AbsenceDay } from '../../world/absenceDays.ts';
import { ABSENCE_CODES, fieldsOfCode } from '../../world/absenceTypes.ts';
import { isIsoDate } from '../../world/dates.ts';
import type { Absence } from '../../world/types.ts';
import { Collection, type RecordKind } from '../collection.ts';
import type { MasterData } from './masterData.ts';

/** Fields that say who wrote an absence and when, and what follows from its others. */
const NOT_CONTENT: ReadonlySet<string> = new Set([
	...['createdOn', 'createdBy', 'updatedOn', 'updatedBy', 'hours'],
	...['employee', 'department', 'absenceDescription', 'absenceType'],
]);
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const EDITOR = 'trineg';

/** A new absence before anything is said of it. */
const blank = (now: string): Absence => ({
	...{ absenceId: 0, clientId: 0, employeeId: 0, employee: '', absenceCode: '', absenceDescription: '', absenceType: 0 },
	...{ fromDate: '', endDate: null, startTime: null, endTime: null, hours: null, absencePercent: 100 },
	...{ departmentId: null, department: null, createdOn: now, createdBy: EDITOR, updatedOn: now, updatedBy: null },
	...{ selfDeclaration: false, transactionStatus: 1 },
});

/** The fields given that differ from what is known. */
const changesTo = (known: Absence | undefined, given: Partial<Absence>): Partial<Absence> =>
	Object.fromEntries(Object.entries(given).filter(([field, value]) => value !== known?.[field as keyof Absence]));

/** Absences, and those that were taken out. An edit is one of Capitech's own users. */
export class AbsenceStore implements RecordKind {
	readonly #rows = new Collection<Absence>('absences', ['absenceId']);
	readonly #master: MasterData;
	readonly #clock: SandboxClock;
	#deleted: Absence[] = [];

	constructor(master: MasterData, clock: SandboxClock) {
		this.#master = master;
		this.#clock = clock;
	}

	/** Forgets everything and takes these rows over. */
	load(rows: readonly Absence[]): void {
		this.#rows.load(rows);
		this.#deleted = [];
	}

	/** Every absence. */
	list(): Absence[] {
		return this.#rows.list();
	}

	/** Absences taken out since the world was made. */
	get deleted(): readonly Absence[] {
		return this.#deleted;
	}

	/** The days of an absence within a period; days off only with `allDays`. */
	daysOf(absence: Absence, period: { readonly from: string; readonly to: string }, allDays: boolean): AbsenceDay[] {
		return daysOf(absence, this.#workerOf(absence), period, allDays);
	}

	/** Puts an absence in or changes one; what of it follows from the rest is worked out, and a change stamps updatedOn. */
	upsert(record: object): void {
		const given = record as Partial<Absence>;
		const known = this.#rows.get(given.absenceId ?? '');
		const now = this.#clock.stamp();
		const merged: Absence = { ...(known ?? blank(now)), ...given };
		const changes = changesTo(known, given);
		this.#check(merged);
		const code = ABSENCE_CODES.get(merged.absenceCode);
		if (code === undefined) {
			throw new ControlError(`There is no absence code "${merged.absenceCode}"; there are ${[...ABSENCE_CODES.keys()].join(', ')}.`);
		}
		const isEdit = known !== undefined && Object.keys(changes).some((field) => !NOT_CONTENT.has(field));
		const stamps = isEdit ? { updatedOn: changes.updatedOn ?? now, updatedBy: changes.updatedBy ?? EDITOR } : {};
		const whole = { ...merged, ...stamps, ...fieldsOfCode(code), ...this.#namesOf(merged) };
		this.#rows.upsert({ ...whole, hours: changes.hours ?? hoursOf(whole, this.#workerOf(whole)) });
		this.#deleted = this.#deleted.filter((of) => of.absenceId !== whole.absenceId);
	}

	/** Takes an absence out; it stays known as deleted. */
	remove(record: object): void {
		const row = this.#rows.get((record as Partial<Absence>).absenceId ?? '');
		this.#rows.remove(record);
		if (row !== undefined) this.#deleted.push({ ...row, updatedOn: this.#clock.stamp(), updatedBy: EDITOR });
	}

	#check({ clientId, employeeId, fromDate, endDate, startTime, endTime, absencePercent }: Absence): void {
		if (this.#master.employees.get(clientId, employeeId) === undefined) {
			throw new ControlError(`An absence is of an employee; client ${clientId} has no employee ${employeeId}.`);
		}
		if (!isIsoDate(fromDate) || (endDate !== null && (!isIsoDate(endDate) || endDate < fromDate))) {
			throw new ControlError('fromDate and endDate must be dates in the form yyyy-MM-dd, in this order; endDate may be null.');
		}
		if ([startTime, endTime].some((time) => time !== null && !TIME.test(time))) {
			throw new ControlError('startTime and endTime must be times in the form HH:mm:ss, or null.');
		}
		if (!(absencePercent > 0 && absencePercent <= 100)) throw new ControlError('absencePercent must be above 0 and at most 100.');
	}

	/** Names as master data has them; the department is the employee's own unless one is given. */
	#namesOf(absence: Absence): Partial<Absence> {
		const { clientId, employeeId } = absence;
		const departmentId = absence.departmentId ?? this.#workerOf(absence).departmentId;
		const department = this.#master.catalogue.departments.get(clientId, departmentId ?? '')?.description ?? null;
		return { employee: this.#master.nameOf(clientId, employeeId), departmentId, department: department as string | null };
	}

	#workerOf({ clientId, employeeId }: Absence): { employeeId: number; wageGroupId: number | null; departmentId: number | null } {
		return this.#master.employees.get(clientId, employeeId) ?? { employeeId, wageGroupId: null, departmentId: null };
	}
}
