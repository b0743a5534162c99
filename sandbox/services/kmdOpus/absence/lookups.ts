import type { SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import type { XmlNode } from '../soap/xml.ts';
import { checkDates, checkNumber, readPeriod, textsOf } from './commonChecks.ts';
import type { HrOffice } from './hrOffice.ts';
import { caseLeaves } from './maternityWire.ts';
import type { Complaint } from './messages.ts';
import { list, numberText } from './wire.ts';

const replyOf = (found: XmlNode | Complaint[]): SoapReply =>
	Array.isArray(found) ? { remarks: found, content: [], tookEffect: false } : { remarks: [], content: [found], tookEffect: false };

/** GetChildren: the employee's children who were born by the date. */
export function getChildren(request: SoapRequest, office: HrOffice): SoapReply {
	const date = request.text('StartDate');
	const complaints = [...checkNumber(request.text('PersonnelNumber'), office), ...checkDates(textsOf(request, ['StartDate']))];
	if (complaints.length > 0) return replyOf(complaints);
	const found = office.records.children.of(request.text('PersonnelNumber')).filter(({ BirthDate }) => date === '' || BirthDate <= date);
	const rows = found.map(({ ChildNumber, FirstName, LastName, ChildCPRNumber }) => ({ ChildNumber, FirstName, LastName, ChildCPRNumber }));
	return replyOf(list('Child', 'Item', rows));
}

/** GetMaternityCases: the employee's cases, of a type if one is named, whose validity touches the period. */
export function getMaternityCases(request: SoapRequest, office: HrOffice): SoapReply {
	const period = readPeriod(request, office);
	if (Array.isArray(period)) return replyOf(period);
	const type = request.text('MaternityType');
	const found = office.records.maternityCases
		.of(request.text('PersonnelNumber'))
		.filter(({ MaternityType }) => type === '' || MaternityType === type)
		.filter(({ ValidStartDate, ValidEndDate }) => ValidStartDate <= period.EndDate && period.StartDate <= ValidEndDate);
	return replyOf(list('MaternityCase', 'Item', found.map((of) => caseLeaves(of, office))));
}

/** GetReasons: the reasons for leave, of a leaveType if one is named. */
export function getReasons(request: SoapRequest, office: HrOffice): SoapReply {
	const complaints = checkNumber(request.text('PersonnelNumber'), office);
	if (complaints.length > 0) return replyOf(complaints);
	const leaveType = request.text('leaveType');
	const found = office.records.reasons.list().filter(({ LeaveType }) => leaveType === '' || LeaveType === leaveType);
	return replyOf(list('Reason', 'Item', found.map(({ ReasonCode, ReasonCodeText }) => ({ ReasonCode, ReasonCodeText }))));
}

/** GetWorkAccidentCases: the employee's injuries whose case was opened in the period. */
export function getWorkAccidentCases(request: SoapRequest, office: HrOffice): SoapReply {
	const period = readPeriod(request, office);
	if (Array.isArray(period)) return replyOf(period);
	const found = office.records.workInjuries
		.of(request.text('PersonnelNumber'))
		.filter(({ StartDate }) => period.StartDate <= StartDate && StartDate <= period.EndDate);
	const rows = found.map(({ PersonnelNumber, StartDate, AccidentNumber, AccidentDate }) => ({
		PersonnelNumber: numberText(PersonnelNumber, office.settings),
		StartDate,
		AccidentNumber,
		AccidentDate,
	}));
	return replyOf(list('AccidentCase', 'Item', rows));
}
