import type { Absence } from '../../../world/hrTypes.ts';
import type { SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import { checkAbsence } from './absenceChecks.ts';
import { isNamedBy, readAbsenceForm, type AbsenceForm } from './absenceForm.ts';
import { checkEmployment, checkLock } from './commonChecks.ts';
import type { HrOffice } from './hrOffice.ts';
import { error, NUMBER, refused, type Complaint } from './messages.ts';

/** The record that a request wants, under the first record number that is free among its like. */
function wantedRecord({ number, wanted, additionalData }: AbsenceForm, others: readonly Absence[], original: Absence | undefined, office: HrOffice): Absence {
	const keepsData = additionalData === null && original?.AbsenceAttendanceType === wanted.AbsenceAttendanceType;
	const AdditionalData = keepsData ? original.AdditionalData : (additionalData ?? '');
	const isChild = office.typeOf(wanted.AbsenceAttendanceType)?.Relation === 'child';
	const taken = others
		.filter(
			(other) =>
				other.AbsenceAttendanceType === wanted.AbsenceAttendanceType &&
				other.StartDate === wanted.StartDate &&
				other.EndDate === wanted.EndDate,
		)
		.map(({ RecordNumber }) => Number(RecordNumber));
	let free = 0;
	while (taken.includes(free)) free += 1;
	return {
		PersonnelNumber: number,
		...wanted,
		AdditionalData,
		ObjectId: isChild ? AdditionalData : '',
		LockIndicator: '',
		RecordNumber: String(free).padStart(3, '0'),
	};
}

/** What speaks against taking a standing record away or changing it. */
function checkOriginal(original: Absence | undefined, number: string, office: HrOffice): Complaint[] {
	if (original === undefined) return [error(NUMBER.noOriginal, 'Der findes ingen registrering med de oprindelige oplysninger.')];
	if (original.LockIndicator !== '') return [error(NUMBER.recordLocked, 'Registreringen er låst.')];
	return checkEmployment(number, original, office);
}

/** SetAbsenceAttendance: creates, changes or deletes one record; no key is given back (kmd-opus.md 1.1, 4.2). */
export function setAbsence(request: SoapRequest, office: HrOffice): SoapReply {
	const reply = (remarks: readonly Complaint[], tookEffect: boolean): SoapReply => ({ remarks, content: [], tookEffect });
	const form = readAbsenceForm(request, office);
	if (Array.isArray(form)) return reply(form, false);
	const { action, number } = form;
	const standing = office.absencesOf(number);
	const original = action === 'INS' ? undefined : standing.find((absence) => isNamedBy(absence, form.original));
	const complaints = checkLock(number, office);
	if (!refused(complaints) && action !== 'INS') complaints.push(...checkOriginal(original, number, office));
	if (refused(complaints)) return reply(complaints, false);
	const others = standing.filter((absence) => absence !== original);
	const wanted = action === 'DEL' ? undefined : wantedRecord(form, others, original, office);
	if (wanted !== undefined) complaints.push(...checkAbsence(wanted, others, office));
	const isHeldBack = complaints.some(({ type }) => type === 'W') && !office.settings.warningActs;
	if (refused(complaints) || isHeldBack) return reply(complaints, false);
	if (original !== undefined) office.records.absences.remove(original);
	if (wanted !== undefined) office.records.absences.upsert(wanted);
	return reply(complaints, true);
}
