import type { IDataObject } from 'n8n-workflow';

import type { XmlElement } from '../../kit/xml';
import { childrenOf, textOf } from '../../kit/xml';
import { asDate, asDecimal, asText } from '../employee/values';
import { bareEmployeeNumber } from '../payments/line';
import type { OpusSoapClient } from '../soap/client';
import type { SoapOperation } from '../soap/operation';
import { leaves } from '../soap/operation';
import type { Overrides } from '../soap/overrides';
import { itemsOf } from '../soap/returnStatus';

const NAMESPACE = 'urn:kmd.dk:LPE:EMPLOYEEINFO:external';

/** Turns a CPR number into employments. KMD has not published its names: they follow its ancestor and its sisters (contract, section 1.8). */
export const GET_EMPLOYEE_INFO: SoapOperation = {
	name: 'GetEmployeeInfo',
	service: 'employee',
	interface: 'GetEmployeeInfo_OS_SI',
	interfaceNamespace: NAMESPACE,
	request: { name: 'GetEmployeeInfoRequest_MT', namespace: NAMESPACE, children: leaves('CPRNumber', 'KeyDate') },
	response: 'GetEmployeeInfoResponse_MT',
	provenance: 'assumed',
};

/** An employment of a person; dates are `yyyy-MM-dd`, an end that is missing is open. */
export interface Employment extends IDataObject {
	employeeNumber: string;
	startDate: string | null;
	endDate: string | null;
}

const readEmployment = (item: XmlElement): Employment => ({
	employeeNumber: bareEmployeeNumber(textOf(item, 'PersonnelNumber')),
	workContract: asText(textOf(item, 'WorkContract')),
	supplementaryDigit: asText(textOf(item, 'SupplementaryDigit')),
	startDate: asDate(textOf(item, 'StartDate')) as string | null,
	endDate: asDate(textOf(item, 'EndDate')) as string | null,
	positionText: asText(textOf(item, 'PositionText')),
	organizationText: asText(textOf(item, 'OrganizationText')),
	employmentPercent: asDecimal(textOf(item, 'EmploymentPercent')),
});

/** Whether an employment lasts on a date. */
export const lastsOn = (date: string) => ({ startDate, endDate }: Employment): boolean => (startDate ?? '') <= date && date <= (endDate ?? '9999-12-31');

/**
 * The employments of a person, historical and parallel ones among them; none when the person has none.
 * @param cpr     ten digits
 * @param keyDate `yyyy-MM-dd`; undefined to leave it out
 * @throws Failure when the service can't be reached, refuses, or answers outside its contract
 */
export async function readEmployments(client: OpusSoapClient, cpr: string, keyDate: string | undefined, overrides: Overrides): Promise<Employment[]> {
	const root = await client.read(GET_EMPLOYEE_INFO, { CPRNumber: cpr, KeyDate: keyDate }, overrides);
	return childrenOf(root, 'EmployeeInfo').flatMap(itemsOf).map(readEmployment);
}
