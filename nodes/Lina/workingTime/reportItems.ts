import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import type { InputItem } from '../../kit/operation';
import type { ReportedDay } from './report';
import type { DayRow } from './row';

/** A business day and the input items it comes from. */
export interface DayOfItems extends ReportedDay {
	from: number[];
}

const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const NUMBERS = ['area', 'absenceDays', 'workedHours', 'grossWage', 'employerCost'];

const isDayRow = (value: unknown): value is DayRow =>
	isObject(value) && typeof value.isAbsence === 'boolean' && isObject(value.surchargeHours) && NUMBERS.every((name) => typeof value[name] === 'number');

const isWholeDay = (json: IDataObject): boolean => Array.isArray(json.rows);

function rowsOf({ index, item: { json } }: InputItem): DayRow[] {
	const rows = isWholeDay(json) ? (json.rows as unknown[]) : [json];
	if (typeof json.businessDate !== 'string' || !rows.every(isDayRow)) throw badInput('items', `hold something else than working times in item ${index}`, 'This operation takes the items of Get Changes or of Get Full Day, with Simplify on.');
	return rows;
}

/**
 * The business days that items hold, oldest first. An item of a whole day stands for it, and takes the place of what came before of the same day; rows that are items of their
 * own are gathered. An empty item, as n8n gives it where nothing was found, holds none.
 * @throws Failure where an item is none of them
 */
export function daysOf(input: InputItem[]): DayOfItems[] {
	const days = new Map<string, DayOfItems>();
	for (const entry of input.filter(({ item: { json } }) => Object.keys(json).length)) {
		const rows = rowsOf(entry);
		const businessDate = String(entry.item.json.businessDate);
		const before = isWholeDay(entry.item.json) ? undefined : days.get(businessDate);
		days.set(businessDate, { businessDate, rows: [...(before?.rows ?? []), ...rows], from: [...(before?.from ?? []), entry.index] });
	}
	return [...days.values()].sort((a, b) => a.businessDate.localeCompare(b.businessDate));
}
