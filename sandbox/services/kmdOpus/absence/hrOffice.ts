import type { Absence, AbsenceType, WorkSchedule } from '../../../world/hrTypes.ts';
import type { Employment } from '../../../world/types.ts';
import type { OpusLedger } from '../ledger.ts';
import type { HrRecords } from './hrRecords.ts';
import { WorkPlan, type Extent } from './plan.ts';
import { careQuotasOf, useQuotas, type OwnQuota, type QuotaUse } from './quotaUse.ts';

/** How the module behaves and writes (see `switches.ts`). */
export interface HrSettings {
	readonly warningActs: boolean;
	readonly demandsBothTimes: boolean;
	readonly refusesClosedPeriods: boolean;
	readonly presenceCollides: boolean;
	readonly schedulesPerItem: boolean;
	readonly demandsVendorUuid: boolean;
	readonly decimalComma: boolean;
	readonly zeroTimes: boolean;
	readonly plainNumbers: boolean;
	/** Today, `yyyy-MM-dd`. */
	readonly today: string;
}

/** What the operations work with: the records, who is employed, and how things are done at present. */
export class HrOffice {
	readonly records: HrRecords;
	readonly #ledger: OpusLedger;
	readonly #settings: () => HrSettings;

	constructor(records: HrRecords, ledger: OpusLedger, settings: () => HrSettings) {
		this.records = records;
		this.#ledger = ledger;
		this.#settings = settings;
	}

	/** The present settings. */
	get settings(): HrSettings {
		return this.#settings();
	}

	/** The employment with a number, leading zeros or not. */
	employment(number: string): Employment | undefined {
		return this.#ledger.employment(number);
	}

	/** The employment of the same person that begins after another one has ended. */
	successorOf({ CPR_nummer, Til }: Employment): Employment | undefined {
		return this.#ledger.employments.list().find((other) => CPR_nummer !== '' && other.CPR_nummer === CPR_nummer && other.Fra > Til);
	}

	/** Whether a period touches a closed pay period that counts. */
	isClosed(from: string, to: string): boolean {
		if (!this.settings.refusesClosedPeriods) return false;
		return this.#ledger.payPeriods.list().some(({ Fra, Til, Lukket }) => Lukket && Fra <= to && from <= Til);
	}

	/** A type by its code. */
	typeOf(code: string): AbsenceType | undefined {
		return this.records.absenceTypes.get(code);
	}

	/** The absences and presences of an employee. */
	absencesOf(number: string): Absence[] {
		return this.records.absences.of(number);
	}

	/** The work schedules of an employee. */
	schedulesOf(number: string): WorkSchedule[] {
		return this.records.workSchedules.of(number);
	}

	/** The planned time of an employee. */
	planOf(number: string): WorkPlan {
		return new WorkPlan(this.schedulesOf(number));
	}

	/** What a record comes to by the schedule of its days. */
	extentOf(absence: Absence): Extent {
		const isPresence = this.typeOf(absence.AbsenceAttendanceType)?.Presence ?? false;
		return this.planOf(absence.PersonnelNumber).extentOf(absence, isPresence);
	}

	/** The quotas of an employee, care quotas of the children included. */
	quotasOf(number: string): OwnQuota[] {
		return [
			...this.records.quotas.of(number).map((quota) => ({ ...quota, childNumber: null })),
			...this.records.children.of(number).flatMap(careQuotasOf),
		];
	}

	/** How absences of an employee (those there are, unless others are given) use the quotas. */
	quotaUseOf(number: string, absences: readonly Absence[] = this.absencesOf(number)): QuotaUse {
		return useQuotas(this.quotasOf(number), absences, (code) => this.typeOf(code), this.planOf(number));
	}
}
