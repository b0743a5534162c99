import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { employeeKey } from '../../../nodes/Capitech/payroll/items';
import type { Payment } from '../../../nodes/Capitech/payroll/payments';
import type { Scope } from '../../../nodes/Capitech/payroll/prepare';
import { prepareLines } from '../../../nodes/Capitech/payroll/prepare';
import type { PreparedRow } from '../../../nodes/Capitech/payroll/reconcile';
import type { Settings } from '../../../nodes/Capitech/payroll/settings';
import { readSettings } from '../../../nodes/Capitech/payroll/settings';
import type { Employee } from '../../../nodes/Capitech/payroll/settings/employees';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { readRow } from '../../../nodes/Capitech/time/row';

/** A closed, approved, unmarked row of ordinary hours, with some of its fields changed. */
export const row = (changes: Partial<TimeTransaction> = {}): TimeTransaction => ({
	...readRow({
		clientId: 100,
		uid: 107004,
		employeeId: 155,
		dateIn: '2026-10-15',
		timeIn: '07:00:00.000',
		dateOut: '2026-10-15',
		timeOut: '15:00:00.000',
		departmentId: 50,
		timeCategoryId: 10,
		timeCategory: 'Timelønn',
		timeCategoryTypeId: 'O',
		timeCategoryPayable: 1,
		qty: 7.5,
		approvedLevelOne: 1,
		recordStateKey: '107004_10_7.50',
	}),
	...changes,
});

const TYPES: Record<number, string> = { 10: 'O', 11: 'O', 20: 'P', 25: 'S', 31: 'T', 40: 'T', 45: 'T' };

/** A row of the same registration in another time category, of the type that the category has. */
export const sibling = (timeCategoryId = 20, changes: Partial<TimeTransaction> = {}): TimeTransaction =>
	row({ timeCategoryId, timeCategoryTypeId: TYPES[timeCategoryId], ...changes });

/** What a firm has agreed. */
export const FIRM: IDataObject = {
	clientId: 100,
	municipalityCode: '751',
	approval: { level: 1, departments: [{ departmentId: 30, level: 2 }] },
	payElements: [
		{ timeCategoryId: 10, employeeGroup: 1, payElement: '0310', serialNumber: 1, unit: 'hours' },
		{ timeCategoryId: 11, employeeGroup: 2, doNotExport: true },
		{ timeCategoryId: 20, payElement: '320', serialNumber: 1, unit: 'hours' },
		{ timeCategoryId: 25, payElement: '0325', serialNumber: 1, unit: 'hours' },
		{ timeCategoryId: 31, payElement: '0331', serialNumber: 2, unit: 'hours' },
		{ timeCategoryId: 40, payElement: '0340', serialNumber: 1, unit: 'count' },
		{ timeCategoryId: 45, payElement: '0400', serialNumber: 1, unit: 'amount' },
	],
	costObjects: [
		{ departmentId: 50, costCenter: '1010500001' },
		{ projectId: 1001, pspElement: 'XG-1001-00001' },
	],
};

/** The settings of two firms as their node holds them; the second has agreed the same, and nothing about employees. */
export const document = (changes: IDataObject = {}): IDataObject => ({
	sender: 'Capitech',
	exportedCode: 20,
	rejectedCode: 90,
	firms: [
		{ ...FIRM, ...changes },
		{ ...FIRM, clientId: 200 },
	],
});

/** The settings, with something else agreed by the first firm. */
export const settings = (changes: IDataObject = {}): Settings => readSettings(document(changes));

export const employee = (changes: Partial<Employee> = {}): Employee => ({ clientId: 100, employeeId: 155, externalId: null, wageGroupId: 1, ...changes });

/** Hourly-paid 155 and monthly-paid 156 of the first firm, and 155 of the second. */
export const EMPLOYEES = [employee(), employee({ employeeId: 156, wageGroupId: 2 }), employee({ clientId: 200 })];

export const known = (employees: Employee[] = EMPLOYEES) => ({ employees: new Map(employees.map((each) => [employeeKey(each), each])), accounts: new Map() });

const SCOPE: Scope = { from: '', to: '', rejectedRows: 'retryChanged', changedSince: '' };

/** Rows with what is decided about each. */
export function prepared(rows: TimeTransaction[], agreed: Settings = settings(), scope: Partial<Scope> = {}, employees: Employee[] = EMPLOYEES): PreparedRow[] {
	const preparations = prepareLines({ rows, ...known(employees) }, agreed, { ...SCOPE, ...scope });
	return rows.map((each, at) => ({ ...each, ...preparations[at] }));
}

/** What stands in the payroll system of a row of ordinary hours, with some of it changed. */
export const payment = (changes: Partial<Payment> = {}): Payment => ({
	employeeNumber: '155',
	date: '2026-10-15',
	payElement: '0310',
	serialNumber: 1,
	quantity: 7.5,
	amount: 0,
	costCenter: '1010500001',
	pspElement: '',
	sender: 'Capitech',
	origin: { clientId: 100, uid: 107004, timeCategoryId: 10 },
	...changes,
});

/** Rows of a few registrations, in all the states that matter for payroll; each uid and time category once. */
export const someRows: fc.Arbitrary<TimeTransaction[]> = fc
	.uniqueArray(
		fc.record({
			uid: fc.integer({ min: 1, max: 4 }),
			clientId: fc.constantFrom(100, 200),
			employeeId: fc.constantFrom(155, 155, 156, 157, null),
			timeCategoryId: fc.constantFrom(10, 11, 20, 25, 31, 40, 45, 90, 0),
			approvedLevelOne: fc.constantFrom(1, 1, 1, 1, null),
			externalStatusCode: fc.constantFrom(null, null, null, 20, 90, 0),
			timeCategoryPayable: fc.constantFrom(1, 1, 1, 0),
			timeOut: fc.constantFrom('15:00:00.000', '15:00:00.000', '15:00:00.000', null),
			dateIn: fc.constantFrom('2026-10-15', '2026-10-15', '2026-09-30', null),
			isDeleted: fc.constantFrom(false, false, false, true),
			departmentId: fc.constantFrom(10, 30, 50, null),
			projectId: fc.constantFrom(1001, 1003, null),
			qty: fc.integer({ min: -800, max: 2400 }).map((hundredths) => hundredths / 100),
		}),
		{ maxLength: 12, selector: ({ clientId, uid, timeCategoryId }) => `${clientId}:${uid}:${timeCategoryId}` },
	)
	.map((list) => list.map((changes) => row({ timeCategoryTypeId: TYPES[changes.timeCategoryId] ?? 'T', ...changes })));
