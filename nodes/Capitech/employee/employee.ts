import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../fields';
import { asDate, asKnownFlag, asNumber, asText, otherFields, pick, readFields } from '../fields';

/** The fields of Employee/getPersonalInformation that tell where and how somebody works (contract, section 3.4). */
const WORK: readonly Field[] = [
	['clientId', asNumber],
	['employeeId', asNumber],
	['departmentId', asNumber],
	['firstName', asText],
	['lastName', asText],
	['isTimeActive', asKnownFlag],
	['isAbsenceActive', asKnownFlag],
	['isPlanActive', asKnownFlag],
	['gender', asText],
	['employeeStartDate', asDate],
	['employeeEndDate', asDate],
	['employeeSeniorityDate', asDate],
	/* Of the payroll system: leading zeros are part of it. */
	['externalId', asText],
	['wageGroupId', asNumber],
	['taskId', asNumber],
	['projectId', asNumber],
	['subProjectId', asNumber],
	['phaseId', asNumber],
	['orderId', asNumber],
	['freeDimension1Id', asNumber],
	['freeDimension2Id', asNumber],
	['costCarrierId', asNumber],
	['statisticsGroupCode', asText],
	['registrationAccess', asNumber],
];

/** Those that payroll has no use for: birth date, home, telephones, cards. */
const PRIVATE: readonly Field[] = [
	['birthDate', asText],
	['address1', asText],
	['address2', asText],
	['zipCode', asText],
	['countryCode', asText],
	['phoneNumber', asText],
	['cellPhoneNumber', asText],
	['phoneNumber2', asText],
	['emailAddress', asText],
	['cardNumber', asText],
	['rfid', asText],
	['hmsCardId', asText],
	['authenticationId', asText],
];

const DOCUMENTED = [...WORK, ...PRIVATE];

const SIMPLE = [
	'clientId',
	'employeeId',
	'firstName',
	'lastName',
	'departmentId',
	'isTimeActive',
	'employeeStartDate',
	'employeeEndDate',
	'externalId',
	'wageGroupId',
	'statisticsGroupCode',
];

/** How much of an employee is given out. */
export type EmployeeDetail =
	/** What payroll and rota flows need. */
	| 'simple'
	/** All that is documented, private data left out. */
	| 'work'
	/** Private data, too, and whatever else the service gives. */
	| 'private';

/**
 * An employee in the one form that the pack gives out: keys are read case-insensitively, numbers are numbers, dates `yyyy-MM-dd`, the external id a text.
 * What is not documented may be private, and is given out with private data only.
 */
export function readEmployee(wire: IDataObject, detail: EmployeeDetail): IDataObject {
	if (detail === 'private') return { ...readFields(wire, DOCUMENTED), ...otherFields(wire, DOCUMENTED) };
	const employee = readFields(wire, WORK);
	return detail === 'work' ? employee : pick(employee, SIMPLE);
}
