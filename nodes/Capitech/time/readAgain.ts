import type { DateWindow } from '../../kit/dateWindows';
import { datesIn } from '../../kit/dateWindows';
import { groupBy } from '../../kit/gather';
import type { CapitechClient } from '../client';
import { readTimeTransactions } from './read';
import type { TimeTransaction } from './row';
import { registrationKey } from './row';

/** Where registrations of an employee are found again: the API has no filter on uid. */
export interface Whereabouts {
	clientId: number;
	employeeId: number;
	datesIn: string[];
}

/** Dates further apart than this are read in two goes rather than with all that lies between them. */
const GAP_DAYS = 14;

/** The windows in which the dates lie, oldest first. */
export function windowsAround(dates: string[]): DateWindow[] {
	const windows: DateWindow[] = [];
	for (const date of [...new Set(dates)].sort()) {
		const last = windows[windows.length - 1];
		if (last && datesIn({ from: last.to, to: date }) <= GAP_DAYS) last.to = date;
		else windows.push({ from: date, to: date });
	}
	return windows;
}

/** The rows that stand today, by registration, read again for an employee around the given dates. */
export async function readAgain(client: CapitechClient, { clientId, employeeId, datesIn: dates }: Whereabouts): Promise<Map<string, TimeTransaction[]>> {
	const rows: TimeTransaction[] = [];
	for (const window of windowsAround(dates)) {
		rows.push(...(await readTimeTransactions(client, { clientId, window, filters: { employeeIdFilter: [employeeId] } })));
	}
	return groupBy(rows.filter(({ isDeleted }) => !isDeleted), registrationKey);
}
