import type { ElementSchema } from './schema';
import { element, texts } from './schema';

/** Request and answer of an operation. */
export interface MessageSchemas {
	request: ElementSchema;
	answer: ElementSchema;
}

const VACAB = 'urn:kmd.dk:LPT:VACAB:external';

/** Roots are qualified, everything below them is not (contract, section 1.1). */
const messages = (operation: string, request: ElementSchema[], answer: ElementSchema[], namespace = VACAB): MessageSchemas => ({
	request: element(`${operation}Request_MT`, namespace, request),
	answer: element(`${operation}Response_MT`, namespace, answer),
});

const status = element('ReturnStatus?', '', texts('StatusType? MessageText?'));
const statuses = element('ReturnStatus?', '', [element('item*', '', texts('StatusType? MessageClass? MessageNumber? MessageText?'))]);

const key = texts('PersonnelNumber? AbsenceAttendanceType? ObjectId? LockIndicator? EndDate? StartDate? RecordNumber?');
const maternity = 'MaternityCaseKey? StartDate? EndDate? NotificationDate? ExpectedDeliveryDate? ActualDeliveryDate? AuthorityReportDate? MaternityType? MaternityTypeText?';
const occurrence = [
	...texts(
		'PersonnelNumber? StartDate? EndDate? StartTime? EndTime? AbsenceAttendanceType? AbsenceAttendanceTypeText? AbsenceAttendanceDays? AbsenceAttendanceHours? AbsenceAttendanceCalendarDays?',
	),
	element('Maternity?', '', [element('Item*', '', texts(maternity))]),
	element('Reason?', '', [element('Item*', '', texts('ReasonCode? ReasonCodeText?'))]),
	element('WorkInjury?', '', [element('Item*', '', texts('AccidentNumber? AccidentDate?'))]),
	element('CompLeave?', '', [element('Item*', '', texts('ChildNumber? ChildCPRNumber?'))]),
];
const list = (name: string, item: string, fields: string): ElementSchema => element(`${name}?`, '', [element(`${item}*`, '', texts(fields))]);

/** The messages of the absence family by wire operation (contract, sections 1.1 to 1.3). */
export const ABSENCE_FAMILY: Record<string, MessageSchemas> = {
	SetAbsenceAttendance: messages(
		'SetAbsenceAttendance',
		texts(
			'StartDate OriginalStartDate? StartTime? OriginalStartTime? EndDate OriginalEndDate? EndTime? OriginalEndTime? AdditionalData? Operation? PersonnelNumber AbsenceAttendanceType OriginalAbsenceAttendanceType?',
		),
		[status],
	),
	GetAbsenceAttendanceByPeriod: messages('GetAbsenceAttendanceByPeriod', texts('VendorUUID? StartDate? EndDate? PersonnelNumber?'), [
		statuses,
		element('AbsenceAttendance?', '', [element('item*', '', [element('Key?', '', key), element('Item?', '', occurrence)])]),
	]),
	GetChildren: messages('GetChildren', texts('PersonnelNumber? StartDate?'), [status, list('Child', 'Item', 'ChildNumber? FirstName? LastName? ChildCPRNumber?')]),
	GetMaternityCases: messages('GetMaternityCases', texts('MaternityType? StartDate? EndDate? PersonnelNumber?'), [
		status,
		list(
			'MaternityCase',
			'Item',
			'PersonnelNumber? MaternityCaseKey? ValidEndDate? ValidStartDate? NotificationDate? ExpectedDeliveryDate? ActualDeliveryDate? AuthorityReportDate? MaternityType? MaternityTypeText?',
		),
	]),
	GetReasons: messages('GetReasons', texts('PersonnelNumber? leaveType?'), [status, list('Reason', 'Item', 'ReasonCode? ReasonCodeText?')]),
	GetWorkAccidentCases: messages('GetWorkAccidentCases', texts('StartDate? EndDate? PersonnelNumber?'), [
		status,
		list('AccidentCase', 'Item', 'PersonnelNumber? StartDate? AccidentNumber? AccidentDate?'),
	]),
	SetMaternityCase: messages(
		'SetMaternityCase',
		texts(
			'Operation PersonnelNumber MaternityCaseKey? ValidStartDate? ValidEndDate? NotificationDate? ExpectedDeliveryDate? ActualDeliveryDate? AuthorityReportDate? MaternityType?',
		),
		[status, element('MaternityCaseKey?')],
	),
	GetAbsenceQuotas: messages('GetAbsenceQuotas', texts('KeyDate? PersonnelNumber*'), [
		statuses,
		list(
			'Quota',
			'item',
			'PersonnelNumber? QuotaKey? QuotaType? QuotaTypeText? ValidStartDate? ValidEndDate? DeductionStartDate? DeductionEndDate? Entitlement? Deducted? Requested? Remaining? Unit?',
		),
	]),
	GetAbsenceQuotaDetails: messages('GetAbsenceQuotaDetails', texts('PersonnelNumber QuotaKey'), [
		statuses,
		list('Earning', 'item', 'Date? Amount? Text?'),
		list('Deduction', 'item', 'StartDate? EndDate? AbsenceAttendanceType? Amount?'),
	]),
	SetWorkSchedule: messages(
		'SetWorkSchedule',
		[
			element('WorkSchedule', '', [
				element(
					'item*',
					'',
					texts(
						'Operation PersonnelNumber StartDate EndDate WorkTimeType? StartTime? EndTime? Hours? OriginalStartDate? OriginalEndDate? OriginalWorkTimeType? OriginalStartTime? OriginalEndTime?',
					),
				),
			]),
		],
		[element('ReturnStatus?', '', [element('item*', '', texts('Index? StatusType? MessageText?'))])],
	),
	GetWorkScheduleByPeriod: messages('GetWorkScheduleByPeriod', texts('StartDate? EndDate? PersonnelNumber?'), [
		statuses,
		list('WorkSchedule', 'item', 'PersonnelNumber? StartDate? EndDate? WorkTimeType? WorkTimeTypeText? Hours? StartTime? EndTime?'),
	]),
	UploadDocument: messages(
		'UploadDocument',
		texts('SourceSystem PersonnelNumber DocumentTypeKey FileName MimeType Content Title? DocumentDate? ExternalReference?'),
		[status, element('DocumentId?')],
		'urn:kmd.dk:LPE:PERSONNELFOLDER:external',
	),
	GetEmployeeInfo: messages(
		'GetEmployeeInfo',
		texts('CPRNumber KeyDate?'),
		[
			status,
			list('EmployeeInfo', 'item', 'PersonnelNumber? WorkContract? SupplementaryDigit? StartDate? EndDate? PositionText? OrganizationText? EmploymentPercent?'),
		],
		'urn:kmd.dk:LPE:EMPLOYEEINFO:external',
	),
};
