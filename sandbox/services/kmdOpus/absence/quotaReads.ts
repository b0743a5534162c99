import { daysBetween, firstOfMonth, isIsoDate, lastOfMonth } from '../../../world/dates.ts';
import type { Quota } from '../../../world/hrTypes.ts';
import { withoutLeadingZeros } from '../employeeNumber.ts';
import type { SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import { checkDates, checkNumber } from './commonChecks.ts';
import type { HrOffice } from './hrOffice.ts';
import { error, NUMBER, type Complaint } from './messages.ts';
import { rounded } from './plan.ts';
import type { Deduction, OwnQuota } from './quotaUse.ts';
import { decimal, list, numberText } from './wire.ts';

/** Texts of the kinds of quota. */
const QUOTA_TEXTS: Readonly<Record<string, string>> = {
	FE: 'Ferie',
	'6F': '6. ferieuge',
	OS: 'Omsorgsdage',
	SO: 'Seniordage',
};

/** Holiday is earned month by month, all else on the first day. */
const EARNED_BY_MONTH = 'FE';

type Row = Readonly<Record<string, string>>;

const refusal = (remarks: readonly Complaint[]): SoapReply => ({ remarks, content: [], tookEffect: false });
const sum = (deductions: readonly Deduction[]): number => rounded(deductions.reduce((total, { amount }) => total + amount, 0));

/** A quota with what is used of it: deducted up to today, requested for later; the remainder may be negative. */
function quotaRow(quota: OwnQuota, deductions: readonly Deduction[], { settings }: HrOffice): Row {
	const deducted = sum(deductions.filter(({ date }) => date <= settings.today));
	const requested = sum(deductions.filter(({ date }) => date > settings.today));
	const { QuotaKey, QuotaType, ValidStartDate, ValidEndDate, DeductionStartDate, DeductionEndDate, Entitlement, Unit } = quota;
	return {
		PersonnelNumber: numberText(quota.PersonnelNumber, settings),
		QuotaKey,
		QuotaType,
		QuotaTypeText: QUOTA_TEXTS[QuotaType] ?? '',
		ValidStartDate,
		ValidEndDate,
		DeductionStartDate,
		DeductionEndDate,
		Entitlement: decimal(Entitlement, settings),
		Deducted: decimal(deducted, settings),
		Requested: decimal(requested, settings),
		Remaining: decimal(rounded(Entitlement - deducted - requested), settings),
		Unit,
	};
}

/** GetAbsenceQuotas: the quotas that can be used in the calendar year of a date, today if none is given (kmd-opus.md 1.2). */
export function getAbsenceQuotas(request: SoapRequest, office: HrOffice): SoapReply {
	const numbers = request.texts('PersonnelNumber');
	const complaints = checkDates({ KeyDate: request.text('KeyDate') });
	for (const number of numbers.length === 0 ? [''] : numbers) complaints.push(...checkNumber(number, office));
	if (complaints.length > 0) return refusal(complaints);
	const date = request.text('KeyDate') || office.settings.today;
	const year = date.slice(0, 4);
	const rows = numbers.flatMap((number) => {
		const { deductions } = office.quotaUseOf(number);
		return office
			.quotasOf(number)
			.filter((quota) => quota.DeductionStartDate <= `${year}-12-31` && `${year}-01-01` <= quota.DeductionEndDate)
			.map((quota) => quotaRow(quota, deductions.get(quota.QuotaKey) ?? [], office));
	});
	return { remarks: [], content: [list('Quota', 'item', rows)], tookEffect: false };
}

/** What is earned of a quota and when; the last month takes what rounding leaves. */
function earningsOf({ QuotaType, ValidStartDate, ValidEndDate, Entitlement }: Quota): { Date: string; amount: number; Text: string }[] {
	if (QuotaType !== EARNED_BY_MONTH || !isIsoDate(ValidStartDate)) return [{ Date: ValidStartDate, amount: Entitlement, Text: 'Tildelt' }];
	const months = Math.max(1, Math.round(daysBetween(ValidStartDate, ValidEndDate) / 30.4));
	const each = rounded(Entitlement / months);
	return Array.from({ length: months }, (_, index) => ({
		Date: lastOfMonth(firstOfMonth(ValidStartDate, index)),
		amount: index === months - 1 ? rounded(Entitlement - each * index) : each,
		Text: 'Optjent',
	}));
}

/** The uses of a quota, one an absence. */
function usesOf(deductions: readonly Deduction[], office: HrOffice): Row[] {
	const absences = [...new Set(deductions.map(({ absence }) => absence))];
	return absences.map((absence) => ({
		StartDate: absence.StartDate,
		EndDate: absence.EndDate,
		AbsenceAttendanceType: absence.AbsenceAttendanceType,
		Amount: decimal(sum(deductions.filter((of) => of.absence === absence)), office.settings),
	}));
}

/** GetAbsenceQuotaDetails: what was earned of a quota and what used it (kmd-opus.md 1.2). */
export function getAbsenceQuotaDetails(request: SoapRequest, office: HrOffice): SoapReply {
	const [number, key] = ['PersonnelNumber', 'QuotaKey'].map((name) => request.text(name));
	const complaints = checkNumber(number, office);
	if (complaints.length > 0) return refusal(complaints);
	const quota = office.quotasOf(number).find(({ QuotaKey }) => QuotaKey === key);
	if (quota === undefined) {
		return refusal([error(NUMBER.quotaUnknown, `Kvote ${key} findes ikke for medarbejder ${withoutLeadingZeros(number)}.`)]);
	}
	const earnings = earningsOf(quota).map(({ Date, amount, Text }) => ({ Date, Amount: decimal(amount, office.settings), Text }));
	const deductions = usesOf(office.quotaUseOf(number).deductions.get(key) ?? [], office);
	return { remarks: [], content: [list('Earning', 'item', earnings), list('Deduction', 'item', deductions)], tookEffect: false };
}
