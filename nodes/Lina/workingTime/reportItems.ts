import type { Failure } from '../../kit/failure';
import { badInput } from '../../kit/failure';
import { isObject } from '../../kit/json';
import type { InputItem } from '../../kit/operation';
import type { ReportedDay } from './report';
import type { DayRow } from './row';

/** A business day and the input items it comes from. */
export interface DayOfItems extends ReportedDay {
	from: number[];
}

const NUMBERS = ['area', 'absenceDays', 'workedHours', 'grossWage', 'employerCost'];

const isDayRow = (value: unknown): value is DayRow =>
	isObject(value) && typeof value.isAbsence === 'boolean' && isObject(value.surchargeHours) && NUMBERS.every((name) => typeof value[name] === 'number');

/** A reading of a business day, as far as its items have come. */
interface Reading extends DayOfItems {
	/** How many rows the day had when it was read. */
	rowsOfDay: number;
}

const isOpen = ({ rows, rowsOfDay }: Reading): boolean => rows.length < rowsOfDay;

const somethingElse = (index: number): Failure =>
	badInput('items', `hold something else than working times in item ${index}`, 'This operation takes the items of Get Changes or of Get Full Day, with Simplify on.');

const notAll = ({ businessDate, rows, rowsOfDay }: Reading): Failure =>
	badInput('items', `hold ${rows.length} of the ${rowsOfDay} rows of ${businessDate}`, 'Leave no rows out before this operation, and give the rows of a reading one after the other: choose among the areas afterwards.');

/** What an item holds: a whole day, or a row and how many its day has. */
function readingIn({ index, item: { json } }: InputItem): Reading {
	const isWhole = Array.isArray(json.rows);
	const rows = isWhole ? (json.rows as unknown[]) : [json];
	const rowsOfDay = isWhole ? rows.length : json.rowsOfDay;
	if (typeof json.businessDate !== 'string' || !rows.every(isDayRow) || !Number.isInteger(rowsOfDay) || Number(rowsOfDay) < rows.length) throw somethingElse(index);
	return { businessDate: json.businessDate, rows, rowsOfDay: Number(rowsOfDay), from: [index] };
}

/**
 * The business days that items hold, oldest first. Rows that are items of their own are gathered until their day is complete. A day that is read anew takes the place of what
 * came before: rows have no id by which those of two readings could be told apart (contract, section 5, point 2). An empty item, as n8n gives it where nothing was found, holds none.
 * @throws Failure where an item is none of them, or rows of a day are missing
 */
export function daysOf(input: InputItem[]): DayOfItems[] {
	const days = new Map<string, Reading>();
	for (const entry of input.filter(({ item: { json } }) => Object.keys(json).length)) {
		const next = readingIn(entry);
		const before = days.get(next.businessDate);
		const goesOn = before !== undefined && isOpen(before) && isOpen(next) && before.rowsOfDay === next.rowsOfDay;
		if (before && isOpen(before) && !goesOn) throw notAll(before);
		days.set(next.businessDate, goesOn ? { ...next, rows: [...before.rows, ...next.rows], from: [...before.from, ...next.from] } : next);
	}
	const readings = [...days.values()].sort((a, b) => a.businessDate.localeCompare(b.businessDate));
	const open = readings.find(isOpen);
	if (open) throw notAll(open);
	return readings.map(({ businessDate, rows, from }) => ({ businessDate, rows, from }));
}
