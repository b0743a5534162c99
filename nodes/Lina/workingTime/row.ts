import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { ZONE } from '../dates';
import { numberIn, numberOf, unreadable } from '../wire';
import { hourMap, inDayOrder } from './hours';
import type { Shift } from './shifts';
import { shiftsIn } from './shifts';

/** Whose times: a row of one employee, who is not named, on one business day. */
export interface TimeRow extends IDataObject {
	/** `yyyy-MM-dd`: from the opening to the closing (Tagesabschluss), not the calendar day. */
	businessDate: string;
	shifts: Shift[];
	/** Days off and no time worked. */
	isAbsence: boolean;
	absenceDays: number;
	breakMinutes: number;
	/** The fixed number; its name can be changed in the store. */
	area: number;
}

/** Hours by slot of surcharges (SFN-Zuschläge). What a slot pays is set for each employee. */
export interface SurchargeHours extends IDataObject {
	/** Slot 1, by default 20–24 and 04–06 o'clock. */
	nightEarly: number;
	/** Slot 2, by default 00–04 o'clock. */
	nightLate: number;
	/** Slot 3. */
	sunday: number;
	/** Slot 4; missing where the read doesn't give it. */
	holiday?: number;
}

/** What a row costs. */
export interface CostRow extends IDataObject {
	businessDate: string;
	/** Net of breaks, for all that its wire name `h_brutto` says. */
	workedHours: number;
	surchargeHours: SurchargeHours;
	/** Liable to social insurance; without surcharges. */
	grossWage: number;
	employerCost: number;
}

/** A whole row: times, costs, and the costs by hour in the order of the business day. */
export interface DayRow extends TimeRow, CostRow {
	hourlyCosts: Array<{ hour: number; cost: number }>;
}

/** How a row is named in a message: reads are anonymous. */
const rowOf = (businessDate: string): string => `a row of ${businessDate}`;

/**
 * The times of a row, of `acceptedworkingtimes` for instance.
 * @throws Failure where a field is missing or is no number
 */
export function readTimes(row: IDataObject, businessDate: string): TimeRow {
	const where = rowOf(businessDate);
	const shifts = shiftsIn(row, where);
	const absenceDays = numberIn(row, 'tage', where);
	const breakMinutes = numberIn(row, 'pause', where);
	return { businessDate, shifts, isAbsence: !shifts.length && absenceDays > 0, absenceDays, breakMinutes, area: numberIn(row, 'bereich', where) };
}

/** The hours of a slot: samples of the service and its list of fields spell them differently (contract, section 5, point 11). */
function slot(row: IDataObject, name: number, where: string): number {
	const spelt = [`h_zuschl_${name}`, `h_zuschlag_${name}`].find((field) => field in row);
	return numberIn(row, spelt ?? `h_zuschl_${name}`, where);
}

const HOLIDAYS = ['h_zuschl_51', 'h_zuschlag_51'];

function surchargesIn(row: IDataObject, where: string): SurchargeHours {
	return {
		nightEarly: slot(row, 25, where),
		nightLate: slot(row, 40, where),
		sunday: slot(row, 50, where),
		...(HOLIDAYS.some((field) => field in row) && { holiday: slot(row, 51, where) }),
	};
}

/**
 * The costs of a row, of `personalkostenprotag` for instance.
 * @throws Failure where a field is missing or is no number
 */
export function readCosts(row: IDataObject, businessDate: string): CostRow {
	const where = rowOf(businessDate);
	return {
		businessDate,
		workedHours: numberIn(row, 'h_brutto', where),
		surchargeHours: surchargesIn(row, where),
		grossWage: numberIn(row, 'brutto', where),
		employerCost: numberIn(row, 'lohnkosten', where),
	};
}

const hourOf = (unix: number): number => DateTime.fromSeconds(unix, { zone: ZONE }).hour;

/**
 * A whole row, of `userdataperday` and of the changes.
 * @param startsAt the hour from which the costs by hour are listed; without it, that in which the row's first shift begins
 * @throws Failure where a field is missing or is not what it should be
 */
export function readDayRow(row: IDataObject, businessDate: string, startsAt?: number): DayRow {
	const times = readTimes(row, businessDate);
	const where = `The field stundenkosten of ${rowOf(businessDate)}`;
	const costs = hourMap(row.stundenkosten, where);
	const costAt = (hour: number): number => {
		const cost = numberOf(costs.get(hour));
		if (cost === undefined) throw unreadable(`${where} holds something that is not a number`);
		return cost;
	};
	const [first] = times.shifts;
	const hours = inDayOrder(costs.keys(), startsAt ?? (first && hourOf(first.fromUnix)));
	return { ...times, ...readCosts(row, businessDate), hourlyCosts: hours.map((hour) => ({ hour, cost: costAt(hour) })) };
}
