import type { IDataObject } from 'n8n-workflow';

import type { XmlElement } from '../../kit/xml';
import { childrenOf, textOf } from '../../kit/xml';
import { bareEmployeeNumber } from '../payments/line';
import type { OpusSoapClient } from '../soap/client';
import { readWireDate } from '../soap/moments';
import { itemsOf } from '../soap/returnStatus';
import { GetChildren, GetMaternityCases, GetReasons, GetWorkAccidentCases } from './operations';

/** A child that an employee has care days for. The names may be missing (contract, section 1.1). */
export interface Child extends IDataObject {
	employeeNumber: string;
	childNumber: string;
	firstName: string | null;
	lastName: string | null;
	/** Only where it was asked for. */
	childCprNumber?: string | null;
}

/** A maternity case (barselssag); its dates as `yyyy-MM-dd`. */
export interface MaternityCase extends IDataObject {
	employeeNumber: string;
	maternityCaseKey: string;
	validStartDate: string | null;
	validEndDate: string | null;
	notificationDate: string | null;
	expectedDeliveryDate: string | null;
	actualDeliveryDate: string | null;
	authorityReportDate: string | null;
	maternityType: string | null;
	maternityTypeText: string | null;
}

/** A reason of leave with or without pay (tjenestefri). */
export interface Reason extends IDataObject {
	employeeNumber: string;
	reasonCode: string;
	reasonText: string | null;
}

/** A work injury (arbejdsskade). */
export interface WorkInjury extends IDataObject {
	employeeNumber: string;
	accidentNumber: string;
	accidentDate: string | null;
	startDate: string | null;
}

/** Dates as `yyyy-MM-dd`; an end left out is no limit. */
export interface Period {
	from?: string;
	to?: string;
}

/** A text of the answer; null when there is none, or a date that SAP writes for none. */
export const textOrNull = (element: XmlElement, name: string): string | null => textOf(element, name).replace(/^0000-00-00$/, '') || null;

/** A date of the answer; null when there is none. */
export const dateOrNull = (element: XmlElement, name: string): string | null => {
	const text = textOrNull(element, name);
	return text && readWireDate(text);
};

/** The employee of an element of an answer: the one it names, or the one that was asked for. */
export const numberOf = (element: XmlElement, asked: string): string => bareEmployeeNumber(textOf(element, 'PersonnelNumber') || asked);

/** The elements of a list of an answer. */
export const listOf = (root: XmlElement, name: string): XmlElement[] => childrenOf(root, name).flatMap(itemsOf);

/** A child number as the service wants it in an absence: two digits (contract, section 1.1). */
export const paddedChildNumber = (number: string): string => number.padStart(2, '0');

/**
 * The children an employee is related to.
 * @param startDate the date from which; left out, the service decides
 */
export async function readChildren(client: OpusSoapClient, employeeNumber: string, startDate?: string, withCpr = false): Promise<Child[]> {
	const root = await client.read(GetChildren, { PersonnelNumber: employeeNumber, StartDate: startDate });
	return listOf(root, 'Child').map((item) => ({
		employeeNumber,
		childNumber: paddedChildNumber(textOf(item, 'ChildNumber')),
		firstName: textOrNull(item, 'FirstName'),
		lastName: textOrNull(item, 'LastName'),
		...(withCpr && { childCprNumber: textOrNull(item, 'ChildCPRNumber') }),
	}));
}

/** The details of a maternity case, in a lookup and in an absence alike. */
export const maternityDetails = (item: XmlElement) => ({
	maternityCaseKey: textOf(item, 'MaternityCaseKey'),
	notificationDate: dateOrNull(item, 'NotificationDate'),
	expectedDeliveryDate: dateOrNull(item, 'ExpectedDeliveryDate'),
	actualDeliveryDate: dateOrNull(item, 'ActualDeliveryDate'),
	authorityReportDate: dateOrNull(item, 'AuthorityReportDate'),
	maternityType: textOrNull(item, 'MaternityType'),
	maternityTypeText: textOrNull(item, 'MaternityTypeText'),
});

/** The maternity cases of an employee. */
export async function readMaternityCases(client: OpusSoapClient, employeeNumber: string, { from, to }: Period = {}, maternityType?: string): Promise<MaternityCase[]> {
	const root = await client.read(GetMaternityCases, { MaternityType: maternityType, StartDate: from, EndDate: to, PersonnelNumber: employeeNumber });
	return listOf(root, 'MaternityCase').map((item) => ({
		employeeNumber: numberOf(item, employeeNumber),
		...maternityDetails(item),
		validStartDate: dateOrNull(item, 'ValidStartDate'),
		validEndDate: dateOrNull(item, 'ValidEndDate'),
	}));
}

/** The reasons that an employee's leave may have. */
export async function readReasons(client: OpusSoapClient, employeeNumber: string, leaveType?: string): Promise<Reason[]> {
	const root = await client.read(GetReasons, { PersonnelNumber: employeeNumber, leaveType });
	return listOf(root, 'Reason').map((item) => ({
		employeeNumber,
		reasonCode: textOf(item, 'ReasonCode'),
		reasonText: textOrNull(item, 'ReasonCodeText'),
	}));
}

/** The work injuries of an employee. */
export async function readWorkInjuries(client: OpusSoapClient, employeeNumber: string, { from, to }: Period = {}): Promise<WorkInjury[]> {
	const root = await client.read(GetWorkAccidentCases, { StartDate: from, EndDate: to, PersonnelNumber: employeeNumber });
	return listOf(root, 'AccidentCase').map((item) => ({
		employeeNumber: numberOf(item, employeeNumber),
		accidentNumber: textOf(item, 'AccidentNumber'),
		accidentDate: textOrNull(item, 'AccidentDate'),
		startDate: textOrNull(item, 'StartDate'),
	}));
}
