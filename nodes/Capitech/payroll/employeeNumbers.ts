import type { IDataObject } from 'n8n-workflow';

import type { TimeTransaction } from '../time/row';
import type { Material } from './items';
import { employeeKey } from './items';
import type { Settings } from './settings';
import { firmOf } from './settings';
import { numbersOf } from './settings/employees';

/** An employment number under which lines of a firm may stand. */
export interface EmployeeNumber extends IDataObject {
	clientId: number;
	municipalityCode: string;
	employeeNumber: string;
}

/**
 * All numbers under which lines of the firms' employees may stand: of everybody, former numbers included, since a registration that was moved to another employee
 * stands under the number of the one before. Pure.
 */
export function employeeNumbers({ rows, employees }: { rows: TimeTransaction[] } & Pick<Material, 'employees'>, settings: Settings): EmployeeNumber[] {
	const known = [...employees.values()].filter(({ clientId }) => settings.firms.has(clientId));
	const inTables = [...settings.firms.values()].flatMap(({ clientId, employees: { table } }) => [...table.keys()].map((employeeId) => ({ clientId, employeeId })));
	const everybody = new Map([...rows, ...known, ...inTables].flatMap(({ clientId, employeeId }) => (employeeId === null ? [] : [[employeeKey({ clientId, employeeId }), { clientId, employeeId }] as const])));
	const numbers = new Map<string, EmployeeNumber>();
	for (const [key, { clientId, employeeId }] of everybody) {
		const firm = firmOf(settings, clientId);
		for (const employeeNumber of numbersOf(firm.employees, employeeId, employees.get(key))) {
			const { municipalityCode } = firm;
			numbers.set(`${municipalityCode} ${employeeNumber}`, { clientId, municipalityCode, employeeNumber });
		}
	}
	return [...numbers.values()];
}
