import type { DateWindow } from '../../kit/dateWindows';
import { MOVED_DAYS, wider } from '../time/wholeRegistrations';
import type { TimeTransaction } from '../time/row';
import type { Change } from './events';
import { changeOf, remember } from './events';
import type { Memory } from './memory';
import { goneRow, memoryKey, recall } from './memory';
import { filtersOfAll, readsApprovedOnly } from './queries';
import type { TriggerSettings } from './settings';
import type { TimeReader } from './source';

const isWithin = ({ from, to }: DateWindow, date: string | null): boolean => date !== null && date >= from && date <= to;

/** The remembered rows of a window, read without an updated filter, that were not in it. */
export function missingKeys(memory: Memory, rows: TimeTransaction[], window: DateWindow): string[] {
	const standing = new Set(rows.map(memoryKey));
	return Object.keys(memory).filter((key) => {
		const entry = recall(memory[key]);
		return entry?.isDated === true && isWithin(window, entry.date) && !standing.has(key);
	});
}

/**
 * What became of remembered rows that a sweep of their window did not find. A row that vanishes is not therefore deleted: it may have been moved to another date,
 * or have left the filters. So they are looked for without any filter, a month around; only what is nowhere is deleted (contract, section 4, point 8).
 * Where only approved rows are read, they are forgotten: if they are approved again, that is told again.
 * @param whole the dates of the look-back
 */
export async function missingFrom(memory: Memory, rows: TimeTransaction[], part: { clientId: number; window: DateWindow; whole: DateWindow }, settings: TriggerSettings, reader: TimeReader, today: string): Promise<Change[]> {
	const { clientId, window, whole } = part;
	const missing = missingKeys(memory, rows, window);
	if (!missing.length) return [];
	const befores = new Map(missing.map((key) => [key, recall(memory[key])]));
	for (const key of missing) delete memory[key];
	if (readsApprovedOnly(settings)) return [];

	const found = await reader.rows({ clientId, window: wider(whole, MOVED_DAYS), filters: {} });
	const standing = new Map(found.map((row) => [memoryKey(row), row]));
	const isFiltered = Object.keys(filtersOfAll(settings)).length > 0;
	return [...befores].flatMap(([key, before]) => {
		const row = standing.get(key);
		if (!before) return [];
		if (!row) return changeOf(goneRow(clientId, key, before), before, settings);
		const hasLeft = isFiltered && isWithin(window, row.dateIn ?? row.dateOut);
		if (!hasLeft) remember(memory, row, today);
		return changeOf(row, before, settings);
	});
}
