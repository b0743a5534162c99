import { daysBetween } from '../../../world/dates.ts';
import type { Absence, AbsenceType } from '../../../world/hrTypes.ts';
import { checkEmployment, checkPeriod } from './commonChecks.ts';
import type { HrOffice } from './hrOffice.ts';
import { error, information, NUMBER, refused, warning, type Complaint } from './messages.ts';
import { checkRelation } from './relations.ts';

const LONG_AGO_DAYS = 60;

function checkTimesOf({ StartDate, EndDate, StartTime, EndTime }: Absence, demandsBoth: boolean): Complaint[] {
	if (StartTime === '' && EndTime === '') return [];
	if (StartDate !== EndDate) return [error(NUMBER.timesOnSeveralDays, 'Klokkeslæt kan kun angives, når perioden er én dag.')];
	if (StartTime === '' || EndTime === '') {
		return demandsBoth ? [error(NUMBER.timeMissing, 'Både starttid og sluttid skal angives, eller ingen af dem.')] : [];
	}
	return StartTime < EndTime ? [] : [error(NUMBER.timesReversed, 'StartTime skal ligge før EndTime.')];
}

const from = ({ StartDate, StartTime }: Absence): string => `${StartDate} ${StartTime || '00:00:00'}`;
const to = ({ EndDate, EndTime }: Absence): string => `${EndDate} ${EndTime || '24:00:00'}`;

function checkCollision(absence: Absence, others: readonly Absence[], type: AbsenceType, office: HrOffice): Complaint[] {
	const collides = (other: Absence): boolean => {
		const isPresence = office.typeOf(other.AbsenceAttendanceType)?.Presence ?? false;
		if (!type.Presence) return !isPresence;
		return office.settings.presenceCollides && other.AbsenceAttendanceType === absence.AbsenceAttendanceType;
	};
	const standing = others.find((other) => from(other) < to(absence) && from(absence) < to(other) && collides(other));
	if (standing === undefined) return [];
	const { AbsenceAttendanceType, StartDate, EndDate } = standing;
	return [error(NUMBER.collision, `Der er allerede registreret ${AbsenceAttendanceType} i perioden ${StartDate} - ${EndDate}.`)];
}

/** A quota refuses what makes more uses go short than do already. */
function checkQuota(absence: Absence, others: readonly Absence[], { QuotaType }: AbsenceType, office: HrOffice): Complaint[] {
	if (QuotaType === '') return [];
	const { PersonnelNumber } = absence;
	const before = office.quotaUseOf(PersonnelNumber, others).short;
	const after = office.quotaUseOf(PersonnelNumber, [...others, absence]).short;
	const sum = (short: typeof after): number => short.reduce((total, { amount }) => total + amount, 0);
	if (sum(after) <= sum(before)) return [];
	const uncovered = after.find((of) => !of.hasQuota && of.absence === absence);
	return uncovered === undefined
		? [error(NUMBER.quotaExhausted, `Kvoten ${QuotaType} er opbrugt.`)]
		: [error(NUMBER.quotaMissing, `Der er ingen kvote ${QuotaType}, som gælder ${uncovered.date}.`)];
}

function remarksOn(absence: Absence, type: AbsenceType, office: HrOffice): Complaint[] {
	const { hours } = office.extentOf(absence);
	const isEmpty = !type.Presence && hours === 0;
	const isOld = daysBetween(absence.EndDate, office.settings.today) > LONG_AGO_DAYS;
	return [
		...(isEmpty ? [warning(NUMBER.noPlannedTime, 'Der er ingen planlagt mødetid i perioden.')] : []),
		...(isOld ? [information(NUMBER.longAgo, `Perioden ligger mere end ${LONG_AGO_DAYS} dage tilbage.`)] : []),
	];
}

/**
 * All that is to be said of a record that shall stand beside others of the employee (kmd-opus.md 4.2). Rules that rest
 * on a sound period and type come after them.
 */
export function checkAbsence(absence: Absence, others: readonly Absence[], office: HrOffice): Complaint[] {
	const type = office.typeOf(absence.AbsenceAttendanceType);
	if (type === undefined) return [error(NUMBER.typeUnknown, `Fravær-/nærværsart ${absence.AbsenceAttendanceType} findes ikke.`)];
	const stages = [
		() => [...checkPeriod(absence), ...checkTimesOf(absence, office.settings.demandsBothTimes)],
		() => [...checkEmployment(absence.PersonnelNumber, absence, office), ...checkRelation(absence, type, office)],
		() => checkCollision(absence, others, type, office),
		() => checkQuota(absence, others, type, office),
	];
	for (const stage of stages) {
		const complaints = stage();
		if (refused(complaints)) return complaints;
	}
	return remarksOn(absence, type, office);
}
