import type { AbsenceRelation, AbsenceType, Reason } from './hrTypes.ts';

const type = (
	AbsenceAttendanceType: string,
	AbsenceAttendanceTypeText: string,
	more: Partial<AbsenceType> & { Relation?: AbsenceRelation } = {},
): AbsenceType => ({
	AbsenceAttendanceType,
	AbsenceAttendanceTypeText,
	Presence: false,
	Relation: '',
	LeaveType: '',
	QuotaType: '',
	...more,
});

/**
 * Types of absence and presence. FE, 6F, OS, SO and SY are known of Opus (kmd-opus.md 1.1, 1.5); the others come from a
 * guide of KMD Vagtplan (3) or, as TU, are the sandbox's own.
 */
export const ABSENCE_TYPES: readonly AbsenceType[] = [
	type('FE', 'Ferie', { QuotaType: 'FE' }),
	type('6F', '6. ferieuge', { QuotaType: '6F' }),
	type('OS', 'Omsorgsdag', { QuotaType: 'OS', Relation: 'child' }),
	type('SO', 'Seniordag', { QuotaType: 'SO' }),
	type('SY', 'Sygdom'),
	type('DS', 'Delvis syg'),
	type('HJ', 'Barns 1. sygedag'),
	type('BA', 'Barsel', { Relation: 'maternityCase' }),
	type('TT', 'Tilskadekomst', { Relation: 'workInjury' }),
	type('TJ', 'Tjenestefri med løn', { Relation: 'reason', LeaveType: 'MED' }),
	type('TU', 'Tjenestefri uden løn', { Relation: 'reason', LeaveType: 'UDEN' }),
	type('A1', 'Afspadsering'),
	type('KU', 'Kursus', { Presence: true }),
	type('OA', 'Overarbejde', { Presence: true }),
	type('EX', 'Merarbejde', { Presence: true }),
];

/** Reasons for leave with pay (MED) and without (UDEN); the sandbox's own. */
export const REASONS: readonly Reason[] = [
	{ ReasonCode: '010', ReasonCodeText: 'Begravelse', LeaveType: 'MED' },
	{ ReasonCode: '020', ReasonCodeText: 'Eksamen', LeaveType: 'MED' },
	{ ReasonCode: '030', ReasonCodeText: 'Borgerligt ombud', LeaveType: 'MED' },
	{ ReasonCode: '510', ReasonCodeText: 'Uddannelsesorlov', LeaveType: 'UDEN' },
	{ ReasonCode: '520', ReasonCodeText: 'Pasning af syg pårørende', LeaveType: 'UDEN' },
];
