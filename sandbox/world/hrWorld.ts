import { addDays, isWeekend } from './dates.ts';
import { ABSENCE_TYPES, REASONS } from './hrCatalogue.ts';
import type { Absence, Child, HrWorld, MaternityCase, Quota, WorkInjury, WorkSchedule } from './hrTypes.ts';
import { GIVEN_NAMES } from './names.ts';
import { makeRandom, type Random } from './random.ts';
import { makeCpr } from './staff.ts';
import type { Employment, World } from './types.ts';

/** Keeps the absence module's stream of chance apart from that of the rest of the world. */
const STREAM = 0x66_72_61_76;

const HOLIDAY_HOURS = 185;
const WEEK_HOURS = 37;

/** One employment as its share of the absence module is made: its place in the world and its stream of chance. */
interface Subject {
	readonly employment: Employment;
	readonly index: number;
	readonly random: Random;
	readonly period: World['period'];
	readonly takenCprs: Set<string>;
}

/** Children of one in three, two at times, aged 0 to 9; now and then without a name. */
function childrenOf({ employment, index, random, period, takenCprs }: Subject): Child[] {
	if (index % 3 !== 0) return [];
	const year = Number(period.until.slice(0, 4));
	return Array.from({ length: 1 + (index % 2) }, (_, place) => {
		const isNameless = index % 12 === 3 && place === 0;
		const month = String(random.whole(1, 12)).padStart(2, '0');
		const given = random.pick(GIVEN_NAMES).name;
		return {
			PersonnelNumber: employment.Medarbejdernummer,
			ChildNumber: String(place + 1).padStart(2, '0'),
			FirstName: isNameless ? '' : given,
			LastName: isNameless ? '' : (employment.Navn.split(' ').at(-1) ?? ''),
			ChildCPRNumber: makeCpr(random, takenCprs),
			BirthDate: `${year - random.whole(1, 9)}-${month}-${String(random.whole(1, 28)).padStart(2, '0')}`,
		};
	});
}

/** A maternity case of one in twelve, around the end of the period. */
function casesOf({ employment, index, period }: Subject): MaternityCase[] {
	if (index % 12 !== 6) return [];
	const delivery = addDays(period.until, 30 - (index % 60));
	const isBorn = delivery <= period.until;
	return [
		{
			PersonnelNumber: employment.Medarbejdernummer,
			MaternityCaseKey: `BS${String(index + 1).padStart(8, '0')}`,
			ValidStartDate: addDays(delivery, -60),
			ValidEndDate: addDays(delivery, 300),
			NotificationDate: addDays(delivery, -120),
			ExpectedDeliveryDate: delivery,
			ActualDeliveryDate: isBorn ? delivery : '',
			AuthorityReportDate: isBorn ? addDays(delivery, 7) : '',
			MaternityType: index % 24 === 6 ? 'BM' : 'BF',
		},
	];
}

/** A work injury of one in ten, before the period or in it. */
function injuriesOf({ employment, index, random, period }: Subject): WorkInjury[] {
	if (index % 10 !== 2) return [];
	const AccidentDate = addDays(period.until, -random.whole(5, 90));
	return [
		{
			PersonnelNumber: employment.Medarbejdernummer,
			AccidentNumber: String(5_000 + index).padStart(8, '0'),
			StartDate: addDays(AccidentDate, 1),
			AccidentDate,
		},
	];
}

/** Holiday of the year that runs (from September) and of the one before, the sixth week, and senior days for some. */
function quotasOf({ employment, index, random, period }: Subject): Quota[] {
	const year = Number(period.until.slice(0, 4));
	const holidayYear = period.until >= `${year}-09-01` ? year : year - 1;
	const sixthWeekYear = period.until >= `${year}-05-01` ? year : year - 1;
	const quota = (QuotaType: string, from: string, to: string, lastUse: string, Entitlement: number, Unit: Quota['Unit']): Quota => ({
		PersonnelNumber: employment.Medarbejdernummer,
		QuotaKey: `${QuotaType}-${employment.Medarbejdernummer}-${from.slice(0, 4)}`,
		QuotaType,
		ValidStartDate: from,
		ValidEndDate: to,
		DeductionStartDate: from,
		DeductionEndDate: lastUse,
		Entitlement,
		Unit,
	});
	const holiday = (from: number, hours: number): Quota =>
		quota('FE', `${from}-09-01`, `${from + 1}-08-31`, `${from + 1}-12-31`, hours, 'hours');
	const isNearlyUsedUp = index % 25 === 7;
	return [
		holiday(holidayYear - 1, isNearlyUsedUp ? 0 : random.whole(2, 8) * 7.4),
		holiday(holidayYear, isNearlyUsedUp ? 14.8 : HOLIDAY_HOURS),
		quota('6F', `${sixthWeekYear}-05-01`, `${sixthWeekYear + 1}-04-30`, `${sixthWeekYear + 1}-04-30`, WEEK_HOURS, 'hours'),
		...(index % 7 === 3 ? [quota('SO', `${year}-01-01`, `${year}-12-31`, `${year}-12-31`, 2, 'days')] : []),
	];
}

/** Days of one in six that are not as in the ordinary week: a short day, one off, and a week of long days later on. */
function schedulesOf({ employment, index, period }: Subject): WorkSchedule[] {
	if (index % 6 !== 4) return [];
	const schedule = (from: number, to: number, of: Partial<WorkSchedule>): WorkSchedule => ({
		PersonnelNumber: employment.Medarbejdernummer,
		StartDate: addDays(period.until, from),
		EndDate: addDays(period.until, to),
		WorkTimeType: 'AA',
		StartTime: '',
		EndTime: '',
		Hours: '',
		...of,
	});
	return [
		schedule(-9, -9, { StartTime: '08:00:00', EndTime: '13:00:00', Hours: '4.50' }),
		schedule(-8, -8, { WorkTimeType: 'FR', Hours: '0.00' }),
		schedule(14, 18, { Hours: '9.00' }),
	];
}

/** The first weekday from a date on. */
function weekdayFrom(date: string): string {
	return isWeekend(date) ? weekdayFrom(addDays(date, 1)) : date;
}

/**
 * Absences that HR has entered itself, on days of their own: holiday, sickness for part of a day, a course, a care day,
 * leave, parental leave; one in forty is locked. They fit the rules, but for employments that had ended by then.
 */
function absencesOf(subject: Subject, children: readonly Child[], cases: readonly MaternityCase[], injuries: readonly WorkInjury[]): Absence[] {
	const { employment, index, period } = subject;
	const absence = (code: string, StartDate: string, more: Partial<Absence> = {}): Absence => ({
		PersonnelNumber: employment.Medarbejdernummer,
		AbsenceAttendanceType: code,
		StartDate,
		EndDate: StartDate,
		StartTime: '',
		EndTime: '',
		AdditionalData: '',
		ObjectId: '',
		LockIndicator: index % 40 === 4 ? 'X' : '',
		RecordNumber: '000',
		...more,
	});
	const on = (daysBefore: number): string => weekdayFrom(addDays(period.until, -daysBefore));
	const [child] = children.filter(({ BirthDate }) => Number(on(17).slice(0, 4)) - Number(BirthDate.slice(0, 4)) <= 7);
	const standing = [
		...(index % 4 === 0 ? [absence('FE', on(28))] : []),
		...(index % 5 === 1 ? [absence('SY', on(23), { StartTime: '12:00:00' })] : []),
		...(index % 6 === 3 && child !== undefined ? [absence('OS', on(17), { AdditionalData: child.ChildNumber, ObjectId: child.ChildNumber })] : []),
		...(index % 8 === 5 ? [absence('KU', on(12), { StartTime: '09:00:00', EndTime: '15:00:00' })] : []),
		...(index % 15 === 9 ? [absence('TJ', on(10), { AdditionalData: '020' })] : []),
		...injuries.map(({ AccidentNumber }) => absence('TT', on(3), { AdditionalData: AccidentNumber })),
		...cases.map((of) => absence('BA', on(1), { EndDate: addDays(on(1), 13), AdditionalData: of.MaternityCaseKey })),
	];
	return standing.filter(({ StartDate, EndDate }) => employment.Fra <= StartDate && EndDate <= employment.Til);
}

/** What the absence module holds of every employment, from a stream of chance of its own. */
export function makeHrWorld(seed: number, employments: readonly Employment[], period: World['period']): HrWorld {
	const random = makeRandom(seed ^ STREAM);
	const takenCprs = new Set(employments.map(({ CPR_nummer }) => CPR_nummer));
	const shares = employments.map((employment, index) => {
		const subject: Subject = { employment, index, random, period, takenCprs };
		const [children, cases, injuries] = [childrenOf(subject), casesOf(subject), injuriesOf(subject)];
		return {
			children,
			maternityCases: cases,
			workInjuries: injuries,
			quotas: quotasOf(subject),
			workSchedules: schedulesOf(subject),
			absences: absencesOf(subject, children, cases, injuries),
		};
	});
	return {
		absenceTypes: ABSENCE_TYPES.map((row) => ({ ...row })),
		reasons: REASONS.map((row) => ({ ...row })),
		absences: shares.flatMap((share) => share.absences),
		children: shares.flatMap((share) => share.children),
		maternityCases: shares.flatMap((share) => share.maternityCases),
		workInjuries: shares.flatMap((share) => share.workInjuries),
		quotas: shares.flatMap((share) => share.quotas),
		workSchedules: shares.flatMap((share) => share.workSchedules),
	};
}
