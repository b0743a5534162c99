import pLimit from 'p-limit';

import type { DateWindow } from '../../kit/dateWindows';
import { addDays } from '../../kit/dateWindows';
import { groupBy } from '../../kit/gather';
import type { CapitechClient } from '../client';
import { CONCURRENCY } from '../client';
import type { ReadOptions, TimeFilters, TimeQuery } from './read';
import { readTimeTransactions, requestsFor } from './read';
import { windowsAround } from './readAgain';
import type { TimeTransaction } from './row';
import { inStableOrder, registrationKey, rowKey } from './row';

/** What is read in one go. */
interface Reading {
	window: DateWindow;
	filters: TimeFilters;
}

/** How far around the period a registration is looked for that is not where it was. */
export const MOVED_DAYS = 31;

/** A window with so many days more at each end. */
export const wider = ({ from, to }: DateWindow, days: number): DateWindow => ({ from: addDays(from, -days), to: addDays(to, days) });

const dateOf = ({ dateIn, dateOut }: TimeTransaction): string | null => dateIn ?? dateOut;

const requestsOf = (readings: Reading[]): number => readings.reduce((sum, { window }) => sum + requestsFor(window), 0);

/**
 * How the registrations are read again: employee by employee around their dates, or all of the firm at once where that takes fewer requests or a row does not
 * say where it belongs. A day more at each end finds the rows of a registration that begin a day before or after the one that was chosen.
 */
function readingsFor(rows: TimeTransaction[], period: DateWindow): Reading[] {
	const dates = rows.flatMap((row) => dateOf(row) ?? []).sort();
	const isPlaced = dates.length === rows.length && rows.every(({ employeeId }) => employeeId !== null);
	if (!isPlaced) return [{ window: wider(period, 1), filters: {} }];
	const everyone = [{ window: wider({ from: dates[0], to: dates[dates.length - 1] }, 1), filters: {} }];
	const byEmployee = [...groupBy(rows, ({ employeeId }) => String(employeeId)).values()].flatMap((own) =>
		windowsAround(own.flatMap((row) => dateOf(row) ?? [])).map((window) => ({
			window: wider(window, 1),
			filters: { employeeIdFilter: [Number(own[0].employeeId)] },
		})),
	);
	return requestsOf(byEmployee) <= requestsOf(everyone) ? byEmployee : everyone;
}

/** The rows that stand, and those that were given out as deleted and don't stand again. */
function withDeleted(standing: TimeTransaction[], before: TimeTransaction[]): TimeTransaction[] {
	const keys = new Set(standing.map(rowKey));
	return [...standing, ...before.filter((row) => row.isDeleted && !keys.has(rowKey(row)))];
}

/**
 * Reads the registrations of the given rows, each with all its rows as they stand now.
 *
 * A registration that is no longer where it was is looked for in the whole firm, a month around the period; one that is nowhere was deleted meanwhile and is left
 * out. Rows that were given out as deleted are kept (contract, section 4, points 6 to 8).
 * @throws Failure when the service refuses
 */
export async function readRegistrations(client: CapitechClient, { clientId, window: period }: Omit<TimeQuery, 'filters'>, of: TimeTransaction[], options: ReadOptions = {}): Promise<TimeTransaction[]> {
	const chosen = groupBy(of, registrationKey);
	const found = new Map<string, TimeTransaction[]>();
	const read = async ({ window, filters: only }: Reading) => {
		const rows = await readTimeTransactions(client, { clientId, window, filters: only }, { ...options, enough: undefined });
		for (const [key, own] of groupBy(rows, registrationKey)) if (chosen.has(key)) found.set(key, own);
	};
	const limit = pLimit(CONCURRENCY);
	const readings = readingsFor(of, period).map(async (reading) => await limit(read, reading));
	await Promise.all(readings).finally(() => limit.clearQueue());

	const isLost = ([key, rows]: [string, TimeTransaction[]]) => !found.has(key) && rows.some(({ isDeleted }) => !isDeleted);
	if ([...chosen].some(isLost)) await read({ window: wider(period, MOVED_DAYS), filters: {} });
	return [...chosen].flatMap(([key, rows]) => withDeleted(found.get(key) ?? [], rows)).sort(inStableOrder);
}

/**
 * Reads the registrations of which the filters choose a row, each with all its rows, those that the filters leave out among them. The rows are read a second time
 * without the filters, and the second reading counts.
 * @param options `enough` counts the rows that the filters choose: a registration is never cut
 * @throws Failure when the service refuses
 */
export async function readWholeRegistrations(client: CapitechClient, query: TimeQuery, options: ReadOptions = {}): Promise<TimeTransaction[]> {
	const { filters } = query;
	const first = await readTimeTransactions(client, query, options);
	const chosen = new Set(first.slice(0, options.enough).map(registrationKey));
	const isUnfiltered = !Object.keys(filters).length;
	if (isUnfiltered || !chosen.size) return first.filter((row) => chosen.has(registrationKey(row)));
	return await readRegistrations(client, query, first.slice(0, options.enough), options);
}
