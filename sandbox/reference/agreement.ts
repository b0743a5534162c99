/**
 * How the demo customer pays what Capitech registers: a settings document. The workflow template's settings hold
 * the same for the first firm.
 */

/** The rows an entry is for: all that are given must fit (project by number or by alphanumeric code). */
export interface Selectors {
	readonly departmentId?: number;
	readonly projectId?: number;
	readonly projectCode?: string;
	readonly freeDimension1Id?: number;
	readonly freeDimension2Id?: number;
	/** Capitech's wage group of the employee. */
	readonly employeeGroup?: number;
}

/** What a time category is paid as, or that it is not to be exported. */
export type PayElementEntry = Selectors & { readonly timeCategoryId: number } & (
		| { readonly payElement: string; readonly serialNumber: number; readonly unit: 'hours' | 'count' | 'amount' }
		| { readonly doNotExport: true }
	);

/** Where the cost goes: to a cost centre or to a PSP element. */
export type CostObjectEntry = Omit<Selectors, 'employeeGroup'> &
	({ readonly costCenter: string } | { readonly pspElement: string });

/** The Opus number of an employee, for a department and for dates (both inclusive) where given. */
export interface EmployeeEntry {
	readonly employeeId: number;
	readonly departmentId?: number;
	readonly employeeNumber: string;
	readonly from?: string;
	readonly to?: string;
}

/** What is agreed for one firm. */
export interface FirmAgreement {
	readonly clientId: number;
	readonly municipalityCode: string;
	/** The approval level that counts: the department's, or the firm's. */
	readonly approval: {
		readonly level: number;
		readonly departments: readonly { readonly departmentId: number; readonly level: number }[];
	};
	readonly payElements: readonly PayElementEntry[];
	/** Overtime and overtime supplement of one registration that may both be paid. */
	readonly confirmedPairs: readonly string[];
	readonly employees: {
		readonly source: 'sameNumber' | 'externalId' | 'table';
		readonly table: readonly EmployeeEntry[];
	};
	readonly costObjects: readonly CostObjectEntry[];
	readonly payPeriod: {
		readonly closedThrough: string;
		readonly corrections: 'originalDate' | 'firstOpenDay' | 'humanList';
		readonly lineDate: LineDate;
	};
}

/** The date a line carries: the work date, or the first or last day of its month. */
export type LineDate = 'workDate' | 'firstOfMonth' | 'lastOfMonth';

/** What is agreed for the customer. */
export interface Agreement {
	/** Sender of our payroll lines (Afsendelses_System, comes back as Indv_Bemaerkning_1). */
	readonly sender: string;
	/** Status of registrations that are transferred, and of those that payroll refused (capitech.md 5). */
	readonly codes: { readonly exported: number; readonly rejected: number };
	readonly firms: readonly FirmAgreement[];
}

const HOURS = 'hours';

const SUPPLEMENTS: readonly PayElementEntry[] = [
	{ timeCategoryId: 20, payElement: '0320', serialNumber: 1, unit: HOURS },
	{ timeCategoryId: 21, payElement: '0321', serialNumber: 1, unit: HOURS },
	{ timeCategoryId: 25, payElement: '0325', serialNumber: 1, unit: HOURS },
	{ timeCategoryId: 30, payElement: '0330', serialNumber: 2, unit: HOURS },
	{ timeCategoryId: 31, payElement: '0331', serialNumber: 2, unit: HOURS },
	{ timeCategoryId: 32, payElement: '0332', serialNumber: 2, unit: HOURS },
	{ timeCategoryId: 40, payElement: '0340', serialNumber: 1, unit: 'count' },
	// Opus has no such lønart: its lines are refused.
	{ timeCategoryId: 41, payElement: '0341', serialNumber: 1, unit: 'count' },
	{ timeCategoryId: 45, payElement: '0400', serialNumber: 1, unit: 'amount' },
];

/** Hours of the hourly-paid are paid, in the canteen as a substitute's; those of the monthly-paid are in their salary. */
const ordinaryHours = (serialNumber: number): PayElementEntry[] => [
	{ timeCategoryId: 10, employeeGroup: 1, payElement: '0310', serialNumber, unit: HOURS },
	{ timeCategoryId: 10, employeeGroup: 1, departmentId: 80, payElement: '0310', serialNumber: 2, unit: HOURS },
	{ timeCategoryId: 11, employeeGroup: 2, doNotExport: true },
];

const every = (step: number, first: number, count: number): number[] =>
	Array.from({ length: count }, (_, index) => first + index * step);

const FIRM: FirmAgreement = {
	clientId: 100,
	municipalityCode: '751',
	approval: { level: 1, departments: [{ departmentId: 30, level: 2 }] },
	payElements: [...ordinaryHours(1), ...SUPPLEMENTS],
	confirmedPairs: ['20 0320/1 + 25 0325/1'],
	employees: {
		source: 'externalId',
		table: [
			// Two employments side by side, told apart by department.
			...every(20, 2007, 10).flatMap((employeeId) => [
				{ employeeId, departmentId: 20, employeeNumber: String(90_000 + employeeId) },
				{ employeeId, employeeNumber: String(employeeId) },
			]),
			// A number that changed in mid-period.
			...every(40, 2018, 5).flatMap((employeeId) => [
				{ employeeId, employeeNumber: String(employeeId), to: '2026-10-11' },
				{ employeeId, employeeNumber: String(50_000 + employeeId), from: '2026-10-12' },
			]),
		],
	},
	costObjects: [
		{ departmentId: 10, costCenter: '1010100001' },
		{ departmentId: 20, costCenter: '1010200001' },
		{ departmentId: 50, costCenter: '1010500001' },
		{ departmentId: 70, costCenter: '1010700001' },
		{ projectId: 1001, pspElement: 'XG-1001-00001' },
		{ projectId: 1002, pspElement: 'XG-1002-00001' },
		{ projectCode: 'B490', pspElement: 'XG-1009-00001' },
		{ freeDimension2Id: 60, costCenter: '1010300001' },
	],
	payPeriod: { closedThrough: '', corrections: 'humanList', lineDate: 'workDate' },
};

/** The sister firm pays ordinary hours as a substitute's, and has confirmed no pair and no employee table. */
const SISTER_FIRM: FirmAgreement = {
	...FIRM,
	clientId: 200,
	payElements: [...ordinaryHours(2), ...SUPPLEMENTS],
	confirmedPairs: [],
	employees: { source: 'externalId', table: [] },
};

/** The demo customer's agreement; the sister firm is exported only where it is asked for. */
export const AGREEMENT: Agreement = {
	sender: 'Capitech',
	codes: { exported: 20, rejected: 90 },
	firms: [FIRM, SISTER_FIRM],
};

/** The level whose approval counts for a department's rows. */
export function approvalLevelOf({ approval }: FirmAgreement, departmentId: number | null): number {
	return approval.departments.find((of) => of.departmentId === departmentId)?.level ?? approval.level;
}
