import { ControlError } from '../../../service.ts';
import type {
	Absence,
	AbsenceType,
	Child,
	HrWorld,
	MaternityCase,
	Quota,
	Reason,
	WorkInjury,
	WorkSchedule,
} from '../../../world/hrTypes.ts';
import { Collection, type RecordKind } from '../../collection.ts';
import { withoutLeadingZeros } from '../employeeNumber.ts';
import { OwnedCollection } from './ownedCollection.ts';

const NEW_TYPE: Omit<AbsenceType, 'AbsenceAttendanceType'> = {
	AbsenceAttendanceTypeText: '',
	Presence: false,
	Relation: '',
	LeaveType: '',
	QuotaType: '',
};

const NEW_CASE = { NotificationDate: '', ExpectedDeliveryDate: '', ActualDeliveryDate: '', AuthorityReportDate: '' };

/** What of an absence makes it another one; the rest may be left out by the control API. */
const NEW_ABSENCE = { StartTime: '', EndTime: '', AdditionalData: '', ObjectId: '', LockIndicator: '' };
const ABSENCE_KEY = ['PersonnelNumber', 'AbsenceAttendanceType', 'StartDate', 'EndDate', 'RecordNumber'];
const SCHEDULE_KEY = ['PersonnelNumber', 'StartDate', 'EndDate', 'WorkTimeType', 'StartTime'];

type KindName = keyof HrWorld;

/** Fills what a record of the control API may leave out of its key, and takes leading zeros off its number. */
function completed(kind: KindName, record: object): object {
	const { PersonnelNumber: number } = record as { PersonnelNumber?: unknown };
	return {
		...(kind === 'absences' ? { RecordNumber: '000' } : {}),
		...(kind === 'workSchedules' ? { StartTime: '' } : {}),
		...record,
		...(typeof number === 'string' ? { PersonnelNumber: withoutLeadingZeros(number) } : {}),
	};
}

/** Everything the absence module holds, by kind. */
export class HrRecords {
	readonly absenceTypes = new Collection<AbsenceType>('absenceTypes', ['AbsenceAttendanceType'], NEW_TYPE);
	readonly absences = new OwnedCollection<Absence>('absences', ABSENCE_KEY, NEW_ABSENCE);
	readonly children = new OwnedCollection<Child>('children', ['PersonnelNumber', 'ChildNumber'], { FirstName: '', LastName: '' });
	readonly maternityCases = new OwnedCollection<MaternityCase>('maternityCases', ['MaternityCaseKey'], NEW_CASE);
	readonly reasons = new Collection<Reason>('reasons', ['ReasonCode'], { ReasonCodeText: '' });
	readonly workInjuries = new OwnedCollection<WorkInjury>('workInjuries', ['PersonnelNumber', 'AccidentNumber']);
	readonly quotas = new OwnedCollection<Quota>('quotas', ['QuotaKey']);
	readonly workSchedules = new OwnedCollection<WorkSchedule>('workSchedules', SCHEDULE_KEY, { EndTime: '', Hours: '' });

	/** Takes a new world over. */
	load(world: HrWorld): void {
		for (const kind of Object.keys(world) as KindName[]) (this[kind] as Collection<object>).load(world[kind]);
	}

	/** All of it. */
	state(): Record<KindName, object[]> {
		const { absences, absenceTypes, children, maternityCases, reasons, workInjuries, quotas, workSchedules } = this;
		const kinds = { absences, absenceTypes, children, maternityCases, reasons, workInjuries, quotas, workSchedules };
		return Object.fromEntries(Object.entries(kinds).map(([kind, records]) => [kind, records.list()])) as Record<KindName, object[]>;
	}
}

/**
 * The kinds of record for the control API. What is put in or taken out changes also `untouched`, the records as they
 * would be had no client written; there a record to be taken out may be missing.
 */
export function recordKinds(held: HrRecords, untouched: HrRecords): Record<KindName, RecordKind> {
	const kindOf = (kind: KindName): RecordKind => ({
		upsert: (record) => {
			for (const records of [held, untouched]) records[kind].upsert(completed(kind, record));
		},
		remove: (record) => {
			held[kind].remove(completed(kind, record));
			try {
				untouched[kind].remove(completed(kind, record));
			} catch (error) {
				if (!(error instanceof ControlError)) throw error;
			}
		},
	});
	const kinds = Object.keys(held.state()) as KindName[];
	return Object.fromEntries(kinds.map((kind) => [kind, kindOf(kind)])) as Record<KindName, RecordKind>;
}
