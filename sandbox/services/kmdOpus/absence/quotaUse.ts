import type { Absence, AbsenceType, Child, Quota } from '../../../world/hrTypes.ts';
import { datesOf, rounded, type WorkPlan } from './plan.ts';

const CARE_DAYS_A_YEAR = 2;
const LAST_CARE_YEAR = 7;
const CARE = 'OS';

/** A quota of one employee; a care quota is one child's, and no record but follows from the child. */
export type OwnQuota = Quota & { readonly childNumber: string | null };

/** What an absence takes from a quota on one date. */
export interface Deduction {
	readonly date: string;
	readonly absence: Absence;
	readonly amount: number;
}

/** How the absences of an employee use up the quotas. */
export interface QuotaUse {
	/** By QuotaKey, by date. */
	readonly deductions: ReadonlyMap<string, readonly Deduction[]>;
	/** Uses for which no quota of the date has anything left; `hasQuota`: there is one of that date. */
	readonly short: readonly (Deduction & { readonly hasQuota: boolean })[];
}

/** Two care days a calendar year for each child, to the end of the year in which it turns 7 (kmd-opus.md 4.2). */
export function careQuotasOf(child: Child): OwnQuota[] {
	const born = Number(child.BirthDate.slice(0, 4));
	return Array.from({ length: LAST_CARE_YEAR + 1 }, (_, age) => {
		const [from, to] = [`${born + age}-01-01`, `${born + age}-12-31`];
		return {
			PersonnelNumber: child.PersonnelNumber,
			QuotaKey: `${CARE}-${child.PersonnelNumber}-${child.ChildNumber}-${born + age}`,
			QuotaType: CARE,
			ValidStartDate: from,
			ValidEndDate: to,
			DeductionStartDate: from,
			DeductionEndDate: to,
			Entitlement: CARE_DAYS_A_YEAR,
			Unit: 'days',
			childNumber: child.ChildNumber,
		};
	});
}

const byDate = (one: Absence, other: Absence): number =>
	`${one.StartDate} ${one.StartTime}`.localeCompare(`${other.StartDate} ${other.StartTime}`);

/** What the absences of one employee use, day by day, of the quotas that fit, the one that ends first before others. */
export function useQuotas(
	quotas: readonly OwnQuota[],
	absences: readonly Absence[],
	typeOf: (code: string) => AbsenceType | undefined,
	plan: WorkPlan,
): QuotaUse {
	const left = new Map(quotas.map(({ QuotaKey, Entitlement }) => [QuotaKey, Entitlement]));
	const deductions = new Map<string, Deduction[]>(quotas.map(({ QuotaKey }) => [QuotaKey, []]));
	const short: (Deduction & { hasQuota: boolean })[] = [];
	const inOrder = [...quotas].sort((one, other) => one.DeductionEndDate.localeCompare(other.DeductionEndDate));
	const use = (date: string, absence: Absence, quotaType: string): void => {
		const extent = plan.extentOn(date, absence);
		const fitting = inOrder.filter(
			({ QuotaType, DeductionStartDate, DeductionEndDate, childNumber }) =>
				QuotaType === quotaType &&
				DeductionStartDate <= date &&
				date <= DeductionEndDate &&
				(childNumber === null || childNumber === absence.AdditionalData),
		);
		let wanted = rounded(fitting[0]?.Unit === 'days' ? extent.days : extent.hours);
		for (const { QuotaKey } of fitting) {
			const amount = Math.min(wanted, left.get(QuotaKey) ?? 0);
			if (amount <= 0) continue;
			deductions.get(QuotaKey)?.push({ date, absence, amount: rounded(amount) });
			left.set(QuotaKey, rounded((left.get(QuotaKey) ?? 0) - amount));
			wanted = rounded(wanted - amount);
		}
		if (wanted <= 0) return;
		short.push({ date, absence, amount: wanted, hasQuota: fitting.length > 0 });
		// What a changed schedule or HR made too much overdraws the last quota.
		const last = fitting.at(-1);
		if (last !== undefined) deductions.get(last.QuotaKey)?.push({ date, absence, amount: wanted });
	};
	for (const absence of [...absences].sort(byDate)) {
		const quotaType = typeOf(absence.AbsenceAttendanceType)?.QuotaType ?? '';
		if (quotaType !== '') for (const date of datesOf(absence)) use(date, absence, quotaType);
	}
	return { deductions, short };
}
