import type { SoapElement, SoapOperation } from '../soap/operation';
import { leaves } from '../soap/operation';

const NAMESPACE = 'urn:kmd.dk:LPT:VACAB:external';

/** An operation of the absence family: its names follow one pattern, its children are unqualified (contract, section 1.1). */
export const operation = (name: string, provenance: SoapOperation['provenance'], children: SoapElement[]): SoapOperation => ({
	name,
	service: 'absence',
	interface: `${name}_OS_SI`,
	interfaceNamespace: NAMESPACE,
	request: { name: `${name}Request_MT`, namespace: NAMESPACE, children },
	response: `${name}Response_MT`,
	provenance,
});

const observed = (name: string, ...children: string[]) => operation(name, 'observed', leaves(...children));

export const SetAbsenceAttendance = observed(
	'SetAbsenceAttendance',
	'StartDate',
	'OriginalStartDate',
	'StartTime',
	'OriginalStartTime',
	'EndDate',
	'OriginalEndDate',
	'EndTime',
	'OriginalEndTime',
	'AdditionalData',
	'Operation',
	'PersonnelNumber',
	'AbsenceAttendanceType',
	'OriginalAbsenceAttendanceType',
);

export const GetAbsenceAttendanceByPeriod = observed('GetAbsenceAttendanceByPeriod', 'VendorUUID', 'StartDate', 'EndDate', 'PersonnelNumber');

export const GetChildren = observed('GetChildren', 'PersonnelNumber', 'StartDate');

export const GetMaternityCases = observed('GetMaternityCases', 'MaternityType', 'StartDate', 'EndDate', 'PersonnelNumber');

/** The lower-case l of `leaveType` is KMD's. */
export const GetReasons = observed('GetReasons', 'PersonnelNumber', 'leaveType');

export const GetWorkAccidentCases = observed('GetWorkAccidentCases', 'StartDate', 'EndDate', 'PersonnelNumber');

/** Not published: the fields are those of the read. */
export const SetMaternityCase = operation(
	'SetMaternityCase',
	'assumed',
	leaves(
		'Operation',
		'PersonnelNumber',
		'MaternityCaseKey',
		'ValidStartDate',
		'ValidEndDate',
		'NotificationDate',
		'ExpectedDeliveryDate',
		'ActualDeliveryDate',
		'AuthorityReportDate',
		'MaternityType',
	),
);
