import type { IDataObject } from 'n8n-workflow';

import { isDate } from '../../kit/dateWindows';
import { badInput } from '../../kit/failure';
import { groupBy } from '../../kit/gather';
import type { InputItem } from '../../kit/operation';
import { readText } from '../../kit/parameters';
import { absenceKeyOf } from './record';

/** A day of an absence, as *Absence: Get Many Days* gives it. */
export interface AbsenceDay {
	/** The item it came in. */
	index: number;
	clientId: number;
	absenceId: number;
	employeeId: number | null;
	employee: string;
	departmentId: number | null;
	absenceCode: string;
	/** First and last day of the whole absence; the last one is empty while it has none. */
	fromDate: string;
	endDate: string;
	updatedOn: string;
	date: string;
	/** `HH:mm:ss`, or empty. */
	startTime: string;
	endTime: string;
	percent: number | null;
	selfDeclaration: boolean | null;
	status: number | null;
	hours: number | null;
	isDeleted: boolean;
}

/** An absence with the days that were read of it, in their order; deleted ones are left out. */
export interface Absence {
	clientId: number;
	absenceId: number;
	days: AbsenceDay[];
	/** Dates that were taken out of it, days off aside. */
	takenOut: string[];
	/** The items it came in. */
	from: number[];
	/** All its days came as deleted. */
	isDeleted: boolean;
	/** Its days are of different versions. */
	isTorn: boolean;
}

const WHOLE = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** `07:30`, `07:30:00.000` and the like as `HH:mm:ss`; midnight, which some write for none, as nothing. */
function timeOf(value: unknown): string {
	const [, hours, minutes, seconds = '00'] = /(?:^|T)(\d{2}):(\d{2})(?::(\d{2}))?/.exec(readText(value)) ?? [];
	const time = hours === undefined ? '' : `${hours}:${minutes}:${seconds}`;
	return time === '00:00:00' ? '' : time;
}

/**
 * Reads a day of an absence.
 * @throws Failure naming the item and the field that is missing
 */
export function readDay({ index, item: { json } }: InputItem): AbsenceDay {
	const date = readText(json.dayDate).slice(0, 10);
	const missing = ['clientId', 'absenceId'].find((name) => !WHOLE(json[name])) ?? ['absenceCode', 'fromDate', 'dayTransactionStatus'].find((name) => json[name] === undefined) ?? (isDate(date) ? undefined : 'dayDate');
	if (missing) throw badInput(missing, `is missing in item ${index}`, "This operation takes the items of Capitech's Absence: Get Many Days.");
	return {
		index,
		clientId: json.clientId as number,
		absenceId: json.absenceId as number,
		employeeId: numberOrNull(json.employeeId),
		employee: readText(json.employee),
		departmentId: numberOrNull(json.departmentId),
		absenceCode: readText(json.absenceCode),
		fromDate: readText(json.fromDate).slice(0, 10),
		endDate: readText(json.endDate).slice(0, 10),
		updatedOn: readText(json.updatedOn),
		date,
		startTime: timeOf(json.dayStartTime),
		endTime: timeOf(json.dayEndTime),
		percent: numberOrNull(json.dayAbsencePercent) ?? numberOrNull(json.absencePercent),
		selfDeclaration: typeof json.daySelfDeclaration === 'boolean' ? json.daySelfDeclaration : null,
		status: numberOrNull(json.dayTransactionStatus),
		hours: numberOrNull(json.dayCalculatedHours),
		isDeleted: json.isDeleted === true,
	};
}

/** Whether the item is a day of an absence. */
export const isDay = ({ absenceId, dayDate }: IDataObject): boolean => absenceId !== undefined || dayDate !== undefined;

/** Each date once, as it was read last. */
function newest(days: AbsenceDay[]): AbsenceDay[] {
	const inOrder = [...days].sort((one, other) => one.updatedOn.localeCompare(other.updatedOn));
	return [...new Map(inOrder.map((day) => [day.date, day])).values()].sort((one, other) => one.date.localeCompare(other.date));
}

/** Whether days disagree on what they have in common: the absence was edited between two requests. */
const isTorn = (days: AbsenceDay[]): boolean =>
	new Set(days.map(({ employeeId, absenceCode, fromDate, endDate }) => JSON.stringify([employeeId, absenceCode, fromDate, endDate]))).size > 1;

/** Days off, which some installations list with no hours, say nothing; unless the absence has nothing else. */
function withoutDaysOff(days: AbsenceDay[]): AbsenceDay[] {
	const due = days.filter(({ hours }) => hours !== 0);
	return due.length ? due : days;
}

/** The absences that days belong to, in the order in which they came. */
export function absencesOf(days: AbsenceDay[]): Absence[] {
	return [...groupBy(days, absenceKeyOf).values()].map((members): Absence => {
		const [{ clientId, absenceId }] = members;
		const all = newest(members);
		const current = all.filter(({ isDeleted }) => !isDeleted);
		const takenOut = all.filter(({ isDeleted, hours }) => isDeleted && hours !== 0).map(({ date }) => date);
		return { clientId, absenceId, days: withoutDaysOff(current), takenOut, from: members.map(({ index }) => index), isDeleted: current.length === 0, isTorn: isTorn(current) };
	});
}
