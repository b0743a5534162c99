import type { Absence, AbsenceRelation, AbsenceType } from '../../../world/hrTypes.ts';
import type { HrOffice } from './hrOffice.ts';
import { error, NUMBER, type Complaint } from './messages.ts';

type Related = Pick<Absence, 'PersonnelNumber' | 'StartDate' | 'EndDate' | 'AdditionalData'>;

const unknown = (text: string): Complaint[] => [error(NUMBER.additionalDataUnknown, text)];
const outOfTime = (text: string): Complaint[] => [error(NUMBER.relationOutOfTime, text)];

/** What AdditionalData must name, by kind of relation, and what is wrong when it does not (kmd-opus.md 1.1). */
const CHECKS: Readonly<Record<Exclude<AbsenceRelation, ''>, (of: Related, type: AbsenceType, office: HrOffice) => Complaint[]>> = {
	child: ({ PersonnelNumber, StartDate, AdditionalData }, _type, { records }) => {
		const child = records.children.get(PersonnelNumber, AdditionalData);
		if (child === undefined) return unknown(`Barn ${AdditionalData} findes ikke for medarbejderen.`);
		return StartDate < child.BirthDate ? outOfTime('Barnet er ikke født på startdatoen.') : [];
	},
	maternityCase: ({ PersonnelNumber, StartDate, EndDate, AdditionalData }, _type, { records }) => {
		const found = records.maternityCases.get(AdditionalData);
		if (found?.PersonnelNumber !== PersonnelNumber) return unknown(`Barselssag ${AdditionalData} findes ikke for medarbejderen.`);
		const isCovered = found.ValidStartDate <= StartDate && EndDate <= found.ValidEndDate;
		return isCovered ? [] : outOfTime('Perioden ligger uden for barselssagens gyldighed.');
	},
	reason: ({ AdditionalData }, { LeaveType }, { records }) => {
		const reason = records.reasons.get(AdditionalData);
		return reason?.LeaveType === LeaveType ? [] : unknown(`Årsagskode ${AdditionalData} er ikke gyldig for fraværsarten.`);
	},
	workInjury: ({ PersonnelNumber, StartDate, AdditionalData }, _type, { records }) => {
		const injury = records.workInjuries.get(PersonnelNumber, AdditionalData);
		if (injury === undefined) return unknown(`Arbejdsskade ${AdditionalData} findes ikke for medarbejderen.`);
		return StartDate < injury.AccidentDate ? outOfTime('Perioden ligger før arbejdsskaden.') : [];
	},
};

/** Complains of AdditionalData that is missing, names nothing of this employee, or is not wanted. */
export function checkRelation(absence: Related, type: AbsenceType, office: HrOffice): Complaint[] {
	const code = type.AbsenceAttendanceType;
	if (type.Relation === '') {
		if (absence.AdditionalData === '') return [];
		return [error(NUMBER.additionalDataNotAllowed, `AdditionalData må ikke angives for ${code}.`)];
	}
	if (absence.AdditionalData === '') return [error(NUMBER.additionalDataMissing, `AdditionalData skal angives for ${code}.`)];
	return CHECKS[type.Relation](absence, type, office);
}
