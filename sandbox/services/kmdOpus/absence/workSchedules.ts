import type { WorkSchedule } from '../../../world/hrTypes.ts';
import { withoutLeadingZeros } from '../employeeNumber.ts';
import type { Remark, SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import { checkAction, checkDates, checkEmployment, checkLock, checkNumber, checkPeriod, checkTimes, readPeriod, textsOf } from './commonChecks.ts';
import type { HrOffice } from './hrOffice.ts';
import { error, NUMBER, refused, type Complaint } from './messages.ts';
import { spanOf } from './plan.ts';
import { list, numberText, timeText } from './wire.ts';

/** Kinds of working time and their texts; `01` and `AA` are known, `FR` is the sandbox's own (kmd-opus.md 1.3). */
export const WORK_TIME_TYPES: Readonly<Record<string, string>> = {
	'01': 'Normal arbejdstid',
	AA: 'Afvigende arbejdstidsplan',
	FR: 'Fridag',
};
const DAY_OFF = 'FR';

const IDENTITY = ['StartDate', 'EndDate', 'WorkTimeType', 'StartTime', 'EndTime'] as const;
type Identity = Pick<WorkSchedule, (typeof IDENTITY)[number]>;

/** The occurrence that Original* fields name, left out as in SetAbsenceAttendance. */
function originalOf(occurrence: SoapRequest): Identity {
	const isDeletion = occurrence.text('Operation') === 'DEL';
	const entries = IDENTITY.map((name) => {
		const isTime = name === 'StartTime' || name === 'EndTime';
		return [name, occurrence.text(`Original${name}`) || (isTime && !isDeletion ? '' : occurrence.text(name))];
	});
	return Object.fromEntries(entries) as Identity;
}

function checkForm(occurrence: SoapRequest, office: HrOffice): Complaint[] {
	const type = occurrence.text('WorkTimeType');
	const originals = ['OriginalStartDate', 'OriginalEndDate'];
	return [
		...checkAction(occurrence.text('Operation')),
		...checkNumber(occurrence.text('PersonnelNumber'), office),
		...checkDates(textsOf(occurrence, ['StartDate', 'EndDate', ...originals]), ['StartDate', 'EndDate']),
		...checkTimes(textsOf(occurrence, ['StartTime', 'EndTime', 'OriginalStartTime', 'OriginalEndTime'])),
		...(Object.hasOwn(WORK_TIME_TYPES, type) ? [] : [error(NUMBER.typeUnknown, `Arbejdstidstype ${type} findes ikke.`)]),
	];
}

/** Hours and times of a day: hours, or both times, or both; the hours no more than lie between the times. */
function checkHours({ WorkTimeType, StartTime, EndTime, Hours }: WorkSchedule): Complaint[] {
	const invalid = (text: string): Complaint[] => [error(NUMBER.hoursInvalid, text)];
	if (Hours !== '' && (!/^\d{1,2}(\.\d{1,2})?$/.test(Hours) || Number(Hours) > 24)) return invalid('Hours skal være timer fra 0 til 24 med punktum.');
	if (WorkTimeType === DAY_OFF) {
		const isFree = StartTime === '' && EndTime === '' && Number(Hours) === 0;
		return isFree ? [] : invalid('En fridag har hverken timer eller klokkeslæt.');
	}
	if ((StartTime === '') !== (EndTime === '')) return [error(NUMBER.timeMissing, 'Både starttid og sluttid skal angives, eller ingen af dem.')];
	if (StartTime === '') return Hours === '' ? invalid('Hours eller StartTime og EndTime skal udfyldes.') : [];
	const { from, to } = spanOf(StartTime, EndTime);
	return Number(Hours) * 60 > to - from ? invalid('Hours er flere end der ligger mellem StartTime og EndTime.') : [];
}

function overlap(one: WorkSchedule, other: WorkSchedule): boolean {
	if (one.StartDate > other.EndDate || other.StartDate > one.EndDate) return false;
	const hasNoTimes = ({ StartTime }: WorkSchedule): boolean => StartTime === '';
	if (hasNoTimes(one) || hasNoTimes(other)) return true;
	const [first, second] = [one, other].map(({ StartTime, EndTime }) => spanOf(StartTime, EndTime));
	return first.from < second.to && second.from < first.to;
}

/** Carries one occurrence out, or says why not. */
function setOccurrence(occurrence: SoapRequest, office: HrOffice): Complaint[] {
	const form = checkForm(occurrence, office);
	if (form.length > 0) return form;
	const [action, sentNumber] = ['Operation', 'PersonnelNumber'].map((name) => occurrence.text(name));
	const number = withoutLeadingZeros(sentNumber);
	const locked = checkLock(number, office);
	if (locked.length > 0) return locked;
	const standing = office.schedulesOf(number);
	const named = originalOf(occurrence);
	const original = action === 'INS' ? undefined : standing.find((of) => IDENTITY.every((name) => of[name] === named[name]));
	if (action !== 'INS' && original === undefined) return [error(NUMBER.noOriginal, 'Der findes ingen mødetid med de oprindelige oplysninger.')];
	const ended = original === undefined ? [] : checkEmployment(number, original, office);
	if (ended.length > 0) return ended;
	const { workSchedules } = office.records;
	if (action !== 'DEL') {
		const wanted: WorkSchedule = { PersonnelNumber: number, ...textsOf(occurrence, [...IDENTITY, 'Hours'] as const) };
		const others = standing.filter((of) => of !== original);
		const complaints = [...checkPeriod(wanted), ...checkHours(wanted), ...checkEmployment(number, wanted, office)];
		if (complaints.length > 0) return complaints;
		const taken = others.find((other) => overlap(wanted, other));
		if (taken !== undefined) return [error(NUMBER.collision, `Der er allerede en mødetid i perioden ${taken.StartDate} - ${taken.EndDate}.`)];
		if (original !== undefined) workSchedules.remove(original);
		workSchedules.upsert(wanted);
		return [];
	}
	if (original !== undefined) workSchedules.remove(original);
	return [];
}

/**
 * SetWorkSchedule: occurrences one after the other. A faulty one refuses them all, which a line without Index says,
 * or itself alone, as the switch says; every other line is about the occurrence of its Index (kmd-opus.md 1.3, assumed).
 */
export function setWorkSchedule(request: SoapRequest, office: HrOffice): SoapReply {
	const occurrences = request.child('WorkSchedule')?.children('item') ?? [];
	if (occurrences.length === 0) return { remarks: [error(NUMBER.fieldMissing, 'Der er ingen forekomster.')], content: [], tookEffect: false };
	const { workSchedules } = office.records;
	const before = workSchedules.list();
	const remarks = occurrences.flatMap((occurrence, index): Remark[] => {
		const complaints = setOccurrence(occurrence, office);
		return (complaints.length === 0 ? [{ type: 'S', text: '' }] : complaints).map((complaint) => ({ ...complaint, line: index + 1 }));
	});
	if (!refused(remarks)) return { remarks, content: [], tookEffect: true };
	if (office.settings.schedulesPerItem) return { remarks, content: [], tookEffect: remarks.some(({ type }) => type === 'S') };
	workSchedules.load(before);
	const nothing = error(NUMBER.nothingRegistered, 'Ingen forekomster er registreret.');
	return { remarks: [nothing, ...remarks.filter(({ type }) => type !== 'S')], content: [], tookEffect: false };
}

/** GetWorkScheduleByPeriod: the work schedules that touch a period; the ordinary week is none of them (kmd-opus.md 1.3). */
export function getWorkScheduleByPeriod(request: SoapRequest, office: HrOffice): SoapReply {
	const period = readPeriod(request, office);
	if (Array.isArray(period)) return { remarks: period, content: [], tookEffect: false };
	const { settings } = office;
	const rows = office
		.schedulesOf(request.text('PersonnelNumber'))
		.filter(({ StartDate, EndDate }) => StartDate <= period.EndDate && period.StartDate <= EndDate)
		.sort((one, other) => `${one.StartDate} ${one.StartTime}`.localeCompare(`${other.StartDate} ${other.StartTime}`))
		.map((of) => ({
			PersonnelNumber: numberText(of.PersonnelNumber, settings),
			StartDate: of.StartDate,
			EndDate: of.EndDate,
			WorkTimeType: of.WorkTimeType,
			WorkTimeTypeText: WORK_TIME_TYPES[of.WorkTimeType] ?? '',
			Hours: settings.decimalComma ? of.Hours.replace('.', ',') : of.Hours,
			StartTime: timeText(of.StartTime, settings),
			EndTime: timeText(of.EndTime, settings),
		}));
	return { remarks: [], content: [list('WorkSchedule', 'item', rows)], tookEffect: false };
}
