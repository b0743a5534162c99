import type { IDataObject } from 'n8n-workflow';

import type { Opus } from './opus';

const quota = (employeeNumber: string, type: string, year: number, Entitlement: number, Unit: string): IDataObject => ({
	PersonnelNumber: employeeNumber,
	QuotaKey: `Q-${employeeNumber}-${type}${year === 2026 ? '' : `-${year}`}`,
	QuotaType: type,
	ValidStartDate: `${year}-01-01`,
	ValidEndDate: `${year}-12-31`,
	DeductionStartDate: `${year}-01-01`,
	DeductionEndDate: `${year}-12-31`,
	Entitlement,
	Unit,
});

/** Quotas of two employees of the tests, one with a week of holiday taken from his; a third has none. */
export async function quotaWorld(opus: Opus): Promise<void> {
	await opus.control.put('kmdOpus', {
		quotas: [
			quota('7001', 'FE', 2026, 185, 'hours'),
			quota('7001', '6F', 2026, 37, 'hours'),
			quota('7001', 'FE', 2025, 100, 'hours'),
			quota('7002', 'SO', 2026, 2, 'days'),
		],
		absences: [{ PersonnelNumber: '7001', AbsenceAttendanceType: 'FE', StartDate: '2026-07-06', EndDate: '2026-07-10' }],
	});
}
