import type { Absence } from '../../../world/hrTypes.ts';
import type { SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import type { XmlNode } from '../soap/xml.ts';
import { readPeriod } from './commonChecks.ts';
import type { HrOffice } from './hrOffice.ts';
import { maternityGroup } from './maternityWire.ts';
import { error, NUMBER, refused } from './messages.ts';
import { decimal, element, numberText, timeText } from './wire.ts';

/** The group that tells what an absence is tied to; none when it is tied to nothing. */
function relationOf(absence: Absence, office: HrOffice): XmlNode[] {
	const { records } = office;
	const { PersonnelNumber, AdditionalData } = absence;
	const group = (name: string, fields: Readonly<Record<string, string>> | undefined): XmlNode[] =>
		fields === undefined ? [] : [{ name, children: [element('Item', fields)] }];
	switch (office.typeOf(absence.AbsenceAttendanceType)?.Relation) {
		case 'child': {
			const child = records.children.get(PersonnelNumber, AdditionalData);
			return group('CompLeave', child && { ChildNumber: child.ChildNumber, ChildCPRNumber: child.ChildCPRNumber });
		}
		case 'maternityCase': {
			const found = records.maternityCases.get(AdditionalData);
			return group('Maternity', found && maternityGroup(found));
		}
		case 'reason': {
			const reason = records.reasons.get(AdditionalData);
			return group('Reason', reason && { ReasonCode: reason.ReasonCode, ReasonCodeText: reason.ReasonCodeText });
		}
		case 'workInjury': {
			const injury = records.workInjuries.get(PersonnelNumber, AdditionalData);
			return group('WorkInjury', injury && { AccidentNumber: injury.AccidentNumber, AccidentDate: injury.AccidentDate });
		}
		default:
			return [];
	}
}

function absenceItem(absence: Absence, office: HrOffice): XmlNode {
	const { settings } = office;
	const { hours, days, calendarDays } = office.extentOf(absence);
	const PersonnelNumber = numberText(absence.PersonnelNumber, settings);
	const { AbsenceAttendanceType, StartDate, EndDate } = absence;
	const key = {
		PersonnelNumber,
		AbsenceAttendanceType,
		ObjectId: absence.ObjectId,
		LockIndicator: absence.LockIndicator,
		EndDate,
		StartDate,
		RecordNumber: absence.RecordNumber,
	};
	const item = {
		PersonnelNumber,
		StartDate,
		EndDate,
		StartTime: timeText(absence.StartTime, settings),
		EndTime: timeText(absence.EndTime, settings),
		AbsenceAttendanceType,
		AbsenceAttendanceTypeText: office.typeOf(AbsenceAttendanceType)?.AbsenceAttendanceTypeText ?? '',
		AbsenceAttendanceDays: decimal(days, settings),
		AbsenceAttendanceHours: decimal(hours, settings),
		AbsenceAttendanceCalendarDays: decimal(calendarDays, settings),
	};
	return { name: 'item', children: [element('Key', key), element('Item', item, relationOf(absence, office))] };
}

/** GetAbsenceAttendanceByPeriod: the records that touch a period, earliest first, with what they are tied to (kmd-opus.md 1.1). */
export function readAbsences(request: SoapRequest, office: HrOffice): SoapReply {
	const period = readPeriod(request, office);
	const complaints = Array.isArray(period) ? period : [];
	if (office.settings.demandsVendorUuid && request.text('VendorUUID') === '') {
		complaints.push(error(NUMBER.fieldMissing, 'VendorUUID skal udfyldes.'));
	}
	if (Array.isArray(period) || refused(complaints)) return { remarks: complaints, content: [], tookEffect: false };
	const found = office
		.absencesOf(request.text('PersonnelNumber'))
		.filter(({ StartDate, EndDate }) => StartDate <= period.EndDate && period.StartDate <= EndDate)
		.sort((one, other) => `${one.StartDate} ${one.StartTime}`.localeCompare(`${other.StartDate} ${other.StartTime}`));
	const content = [{ name: 'AbsenceAttendance', children: found.map((absence) => absenceItem(absence, office)) }];
	return { remarks: [], content, tookEffect: false };
}
