import type { IDataObject } from 'n8n-workflow';

import type { CapitechClient } from '../client';
import type { EmployeeDetail } from './employee';
import { readEmployee } from './employee';

/** The employees of a firm that are wanted. */
export interface EmployeeQuery {
	clientId: number;
	/** By their wire names, without token and client. */
	filters: IDataObject;
}

/**
 * Reads employees, by number. The service knows neither pages nor a cursor: all of them come in one answer (contract, section 3.4).
 * @throws Failure when the service refuses
 */
export async function readEmployees(client: CapitechClient, { clientId, filters }: EmployeeQuery, detail: EmployeeDetail): Promise<IDataObject[]> {
	const content = await client.read('Employee/getPersonalInformation', { clientId, ...filters });
	return content.map((wire) => readEmployee(wire, detail)).sort((a, b) => Number(a.employeeId) - Number(b.employeeId));
}
