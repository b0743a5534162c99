/** What a record of a type is tied to by AdditionalData (kmd-opus.md 1.1). */
export type AbsenceRelation = '' | 'child' | 'maternityCase' | 'reason' | 'workInjury';

/** A type of absence or presence; its code is the municipality's (kmd-opus.md 1.1, 3). */
export interface AbsenceType {
	AbsenceAttendanceType: string;
	AbsenceAttendanceTypeText: string;
	/** Presence (nærvær) collides with nothing and uses no quota. */
	Presence: boolean;
	Relation: AbsenceRelation;
	/** The leaveType whose reasons fit, where the relation is a reason. */
	LeaveType: string;
	/** The kind of quota it uses; empty: none. */
	QuotaType: string;
}

/** An absence or presence as Opus keeps it; times `HH:mm:ss`, empty on whole days. */
export interface Absence {
	PersonnelNumber: string;
	AbsenceAttendanceType: string;
	StartDate: string;
	EndDate: string;
	StartTime: string;
	EndTime: string;
	AdditionalData: string;
	ObjectId: string;
	/** `X` when HR has locked the record. */
	LockIndicator: string;
	/** Tells records of one type and period apart: `000`, `001`, … */
	RecordNumber: string;
}

/** An employee's child. BirthDate is what rules go by; the CPR number is one that nobody can have. */
export interface Child {
	PersonnelNumber: string;
	/** Two digits. */
	ChildNumber: string;
	FirstName: string;
	LastName: string;
	ChildCPRNumber: string;
	BirthDate: string;
}

/** A maternity case (barselssag). */
export interface MaternityCase {
	PersonnelNumber: string;
	MaternityCaseKey: string;
	ValidStartDate: string;
	ValidEndDate: string;
	NotificationDate: string;
	ExpectedDeliveryDate: string;
	ActualDeliveryDate: string;
	AuthorityReportDate: string;
	MaternityType: string;
}

/** A reason for leave (tjenestefri) of one leaveType. */
export interface Reason {
	ReasonCode: string;
	ReasonCodeText: string;
	LeaveType: string;
}

/** A work injury (arbejdsskade). */
export interface WorkInjury {
	PersonnelNumber: string;
	AccidentNumber: string;
	StartDate: string;
	AccidentDate: string;
}

/** A quota (fraværskvote). What is used of it is worked out from the absences whenever it is read. */
export interface Quota {
	PersonnelNumber: string;
	QuotaKey: string;
	QuotaType: string;
	/** The period it is earned in. */
	ValidStartDate: string;
	ValidEndDate: string;
	/** The period it can be used in. */
	DeductionStartDate: string;
	DeductionEndDate: string;
	/** In `Unit`. */
	Entitlement: number;
	Unit: 'hours' | 'days';
}

/** Planned attendance (mødetid) that takes the place of the ordinary week on its days; times may be empty. */
export interface WorkSchedule {
	PersonnelNumber: string;
	StartDate: string;
	EndDate: string;
	WorkTimeType: string;
	StartTime: string;
	EndTime: string;
	/** Hours a day, as text with a point, such as `7.40`. */
	Hours: string;
}

/** What the absence module (Fravær) of Opus holds. */
export interface HrWorld {
	readonly absenceTypes: AbsenceType[];
	readonly absences: Absence[];
	readonly children: Child[];
	readonly maternityCases: MaternityCase[];
	readonly reasons: Reason[];
	readonly workInjuries: WorkInjury[];
	readonly quotas: Quota[];
	readonly workSchedules: WorkSchedule[];
}
