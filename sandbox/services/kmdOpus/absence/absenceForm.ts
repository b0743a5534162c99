import type { Absence } from '../../../world/hrTypes.ts';
import { withoutLeadingZeros } from '../employeeNumber.ts';
import type { SoapRequest } from '../soap/request.ts';
import { checkAction, checkDates, checkNumber, checkTimes, textsOf, type Action } from './commonChecks.ts';
import type { HrOffice } from './hrOffice.ts';
import { error, NUMBER, type Complaint } from './messages.ts';

/** What a record is found by: there is no key on the wire (kmd-opus.md 1.1). */
export type AbsenceIdentity = Pick<Absence, 'AbsenceAttendanceType' | 'StartDate' | 'EndDate' | 'StartTime' | 'EndTime'>;

/** A request of SetAbsenceAttendance whose fields have the right form. */
export interface AbsenceForm {
	readonly action: Action;
	readonly number: string;
	readonly wanted: AbsenceIdentity;
	/** Null: not sent, which on a change of the same type leaves it as it is. */
	readonly additionalData: string | null;
	/** The record to be changed or deleted. */
	readonly original: AbsenceIdentity;
}

const IDENTITY = ['AbsenceAttendanceType', 'StartDate', 'EndDate', 'StartTime', 'EndTime'] as const;
const DATES = ['StartDate', 'EndDate', 'OriginalStartDate', 'OriginalEndDate'];
const TIMES = ['StartTime', 'EndTime', 'OriginalStartTime', 'OriginalEndTime'];
const LONGEST_ADDITIONAL_DATA = 40;
const LONGEST_TYPE = 4;

/**
 * The record that Original* fields name. A date or type left out is the new one; a time left out is none, as it must
 * be sent when the record had one (kmd-opus.md 1.1), only a deletion may name it by the plain field alone.
 */
function originalOf(request: SoapRequest, action: string): AbsenceIdentity {
	const named = (name: string): string => request.text(`Original${name}`);
	const entries = IDENTITY.map((name) => {
		const isTime = name === 'StartTime' || name === 'EndTime';
		return [name, named(name) || (isTime && action !== 'DEL' ? '' : request.text(name))];
	});
	return Object.fromEntries(entries) as AbsenceIdentity;
}

/** Complains of what has not the form it must have. */
function checkForm(request: SoapRequest, office: HrOffice): Complaint[] {
	const type = request.text('AbsenceAttendanceType');
	return [
		...checkAction(request.text('Operation')),
		...checkNumber(request.text('PersonnelNumber'), office),
		...checkDates(textsOf(request, DATES), ['StartDate', 'EndDate']),
		...checkTimes(textsOf(request, TIMES)),
		...(type === '' ? [error(NUMBER.fieldMissing, 'AbsenceAttendanceType skal udfyldes.')] : []),
		...(type.length > LONGEST_TYPE ? [error(NUMBER.fieldInvalid, `AbsenceAttendanceType er længere end ${LONGEST_TYPE} tegn.`)] : []),
		...(request.text('AdditionalData').length > LONGEST_ADDITIONAL_DATA
			? [error(NUMBER.fieldInvalid, `AdditionalData er længere end ${LONGEST_ADDITIONAL_DATA} tegn.`)]
			: []),
	];
}

/** Reads a request; complaints instead when a field has not its form. */
export function readAbsenceForm(request: SoapRequest, office: HrOffice): AbsenceForm | Complaint[] {
	const complaints = checkForm(request, office);
	if (complaints.length > 0) return complaints;
	const action = request.text('Operation') as Action;
	return {
		action,
		number: withoutLeadingZeros(request.text('PersonnelNumber')),
		wanted: textsOf(request, IDENTITY),
		additionalData: request.has('AdditionalData') ? request.text('AdditionalData') : null,
		original: originalOf(request, action),
	};
}

/** Whether a record is the one that an identity names. */
export function isNamedBy(absence: Absence, identity: AbsenceIdentity): boolean {
	return IDENTITY.every((name) => absence[name] === identity[name]);
}
