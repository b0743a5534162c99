import { addDays } from '../../kit/dateWindows';
import { shortHash } from '../../kit/pollHash';
import type { DayRow } from '../workingTime/row';

/** Business days by date, each in a few characters. */
export type DayMemory = Record<string, string>;

/** A business day as it was last seen. */
export interface RememberedDay {
	/** Of all its rows. */
	hash: string;
	/** Of its rows without holiday hours, which the read by day does not give. */
	plain: string;
	/** `yyyy-MM-dd`: when an answer last held it. */
	seen: string;
}

/** For so many days a business day is remembered after an answer last held it. */
const KEPT_DAYS = 92;

const ENTRY = /^([\w-]{6})([\w-]{6})(\d{2})(\d{2})(\d{2})$/;

/** Reads an entry of the memory; undefined where it is none. */
export function recall(entry: unknown): RememberedDay | undefined {
	const [, hash, plain, year, month, day] = (typeof entry === 'string' && ENTRY.exec(entry)) || [];
	return hash ? { hash, plain, seen: `20${year}-${month}-${day}` } : undefined;
}

/** The same for the same rows, in whatever order they came: it means nothing. */
const hashOf = (rows: unknown[]): string => shortHash(rows.map(shortHash).sort());

const withoutHolidays = ({ surchargeHours: { nightEarly, nightLate, sunday }, ...row }: DayRow) => ({ ...row, surchargeHours: { nightEarly, nightLate, sunday } });

/** The entry of a day with these rows. */
export function entryOf(rows: DayRow[], seen: string): string {
	return `${hashOf(rows)}${hashOf(rows.map(withoutHolidays))}${seen.slice(2).replaceAll('-', '')}`;
}

/** The memory without days that no answer held for long: nothing asks for their changes any more. */
export const pruned = (memory: DayMemory, today: string): DayMemory =>
	Object.fromEntries(Object.entries(memory).filter(([, entry]) => (recall(entry)?.seen ?? '') >= addDays(today, -KEPT_DAYS)));
