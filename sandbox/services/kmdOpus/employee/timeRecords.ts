import type { Absence, WorkSchedule } from '../../../world/hrTypes.ts';
import type { EmployeeRecord } from '../../../world/employeeTypes.ts';
import type { HrOffice } from '../absence/hrOffice.ts';
import { WORK_TIME_TYPES } from '../absence/workSchedules.ts';

/** What the module Fravær knows of employees' time. */
export type TimeOffice = Pick<HrOffice, 'records' | 'typeOf' | 'extentOf'>;

/** A time of day; left out on whole days. */
const timeFields = (start: string, end: string): Record<string, string> => ({
	...(start === '' ? {} : { Starttid: start }),
	...(end === '' ? {} : { Sluttid: end }),
});

/**
 * Mødetidsplaner (MTP) and Fravær/Nærvær (FVNV) as employee data: the work schedules and absences of the module
 * Fravær, with the moment at which each was changed (kmd-opus.md 1.5).
 */
export class TimeRecords {
	readonly #office: TimeOffice;
	readonly #now: () => string;
	/** When each row, as it is now, came to be. */
	#changedAt = new Map<string, string>();

	/** `now` gives the Danish wall clock, `yyyy-MM-ddTHH:mm:ss`. */
	constructor(office: TimeOffice, now: () => string) {
		this.#office = office;
		this.#now = now;
	}

	/** Takes the rows of a new world for entered on their first day, if that is past, else today. */
	load(): void {
		const today = this.#now().slice(0, 10);
		this.#changedAt.clear();
		this.#stamp(({ StartDate }) => `${StartDate < today ? StartDate : today}T00:00:00`);
	}

	/** Takes note of what was changed: rows that are new, or not as they were, were changed now. */
	takeNote(): void {
		const now = this.#now();
		this.#stamp(() => now);
	}

	/** The records of both categories, by employee number. */
	byEmployee(): Map<string, EmployeeRecord[]> {
		const records = [
			...this.#schedules().map((row) => this.#ofSchedule(row)),
			...this.#absences().map((row) => this.#ofAbsence(row)),
		];
		return Map.groupBy(records, (record) => record.Medarbejdernummer);
	}

	#absences(): Absence[] {
		return this.#office.records.absences.list();
	}

	#schedules(): WorkSchedule[] {
		return this.#office.records.workSchedules.list();
	}

	#stamp(newStamp: (row: Absence | WorkSchedule) => string): void {
		const before = this.#changedAt;
		const rows = [...this.#schedules(), ...this.#absences()];
		this.#changedAt = new Map(
			rows.map((row) => {
				const text = JSON.stringify(row);
				return [text, before.get(text) ?? newStamp(row)];
			}),
		);
	}

	#general(row: Absence | WorkSchedule, Datakategori: string): EmployeeRecord {
		return {
			Medarbejdernummer: row.PersonnelNumber,
			Datakategori,
			Gyldighedsstart: row.StartDate,
			Gyldighedsstop: row.EndDate,
			Registreret: this.#changedAt.get(JSON.stringify(row)) ?? this.#now(),
		};
	}

	#ofSchedule(row: WorkSchedule): EmployeeRecord {
		return {
			...this.#general(row, 'MTP'),
			Arbejdstidstype: row.WorkTimeType,
			Arbejdstidstypetekst: WORK_TIME_TYPES[row.WorkTimeType] ?? '',
			Arbejdstid: row.Hours,
			...timeFields(row.StartTime, row.EndTime),
		};
	}

	#ofAbsence(row: Absence): EmployeeRecord {
		const { hours, days } = this.#office.extentOf(row);
		return {
			...this.#general(row, 'FVNV'),
			FravaersNaervaersart: row.AbsenceAttendanceType,
			FravaersNaervaerstekst: this.#office.typeOf(row.AbsenceAttendanceType)?.AbsenceAttendanceTypeText ?? '',
			FravaersNaervaerstimer: hours.toFixed(2),
			FravaersNaervaersdage: days.toFixed(2),
			...timeFields(row.StartTime, row.EndTime),
		};
	}
}
