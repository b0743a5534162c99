import fc from 'fast-check';

import type { Agreement } from '../../../nodes/Capitech/payroll/agreement';
import { readAgreement } from '../../../nodes/Capitech/payroll/agreement';
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

/** The settings by which a customer's hours become lines. */
export const SETTINGS = {
	approvalLevel: 1,
	payElements: [
		{ timeCategoryId: 10, payElement: '0310', serialNumber: 1 },
		{ timeCategoryId: 20, payElement: '320', serialNumber: 1 },
		{ timeCategoryId: 31, payElement: '0331', serialNumber: 2 },
		{ timeCategoryId: 40, payElement: '0340', serialNumber: 1 },
		{ timeCategoryId: 90, payElement: '0390', serialNumber: 1 },
	],
	costCenters: [
		{ departmentId: 10, costCenter: '1010100001' },
		{ departmentId: 50, costCenter: '1010500001' },
	],
	pspElements: [{ projectId: 1001, pspElement: 'XG-1001-00001' }],
	sender: 'Capitech',
};

export const agreement = (changes: Partial<Record<keyof typeof SETTINGS, unknown>> = {}): Agreement => readAgreement({ ...SETTINGS, ...changes });

/** Rows of a few registrations, in all the states that matter for payroll; each uid and time category once. */
export const someRows: fc.Arbitrary<TimeTransaction[]> = fc
	.uniqueArray(
		fc.record({
			uid: fc.integer({ min: 1, max: 4 }),
			clientId: fc.constantFrom(100, 200),
			timeCategoryId: fc.constantFrom(10, 11, 20, 40, 90),
			approvedLevelOne: fc.constantFrom(1, 1, 1, null),
			externalStatusCode: fc.constantFrom(null, null, null, 20, 0),
			timeCategoryPayable: fc.constantFrom(1, 1, 0),
			timeOut: fc.constantFrom('15:00:00.000', '15:00:00.000', null),
			isDeleted: fc.constantFrom(false, false, false, true),
			departmentId: fc.constantFrom(10, 50, 60, null),
			projectId: fc.constantFrom(1001, 1003, null),
			qty: fc.integer({ min: 0, max: 2400 }).map((hundredths) => hundredths / 100),
		}),
		{ maxLength: 12, selector: ({ clientId, uid, timeCategoryId }) => `${clientId}:${uid}:${timeCategoryId}` },
	)
	.map((list) => list.map((changes) => row(changes)));
