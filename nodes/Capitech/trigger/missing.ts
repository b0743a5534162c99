import type { DateWindow } from '../../kit/dateWindows';
import { MOVED_DAYS, wider } from '../time/wholeRegistrations';
import type { TimeTransaction } from '../time/row';
import type { Change } from './events';
import { changeOf, remember } from './events';
import type { Memory, Remembered } from './memory';
import { goneRow, memoryKey, recall } from './memory';
import { filtersOfAll, readsApprovedOnly } from './queries';
import type { TriggerSettings } from './settings';
import type { TimeReader } from './source';

const isWithin = ({ from, to }: DateWindow, date: string): boolean => date >= from && date <= to;

const byKey = (rows: TimeTransaction[]): Map<string, TimeTransaction> => new Map(rows.map((row) => [memoryKey(row), row]));

/** Forgets the remembered rows of a window that were not in it, and gives them: by their keys, as they were remembered. */
export function takeMissing(memory: Memory, rows: TimeTransaction[], window: DateWindow): Map<string, Remembered> {
	const standing = byKey(rows);
	const missing = new Map<string, Remembered>();
	for (const [key, entry] of Object.entries(memory)) {
		const before = recall(entry);
		if (before?.isDated && isWithin(window, before.date) && !standing.has(key)) missing.set(key, before);
	}
	for (const key of missing.keys()) delete memory[key];
	return missing;
}

/**
 * What became of remembered rows that a sweep of their window did not find. A row that vanishes is not therefore deleted: it may have been moved to another date,
 * or have left the filters. So they are looked for without any filter, a month around; only what is nowhere is deleted (contract, section 4, point 8).
 * Where only approved rows are read, they are forgotten: if they are approved again, that is told again.
 * @param whole the dates of the look-back
 */
export async function missingFrom(memory: Memory, rows: TimeTransaction[], part: { clientId: number; window: DateWindow; whole: DateWindow }, settings: TriggerSettings, reader: TimeReader, today: string): Promise<Change[]> {
	const { clientId, window, whole } = part;
	const missing = takeMissing(memory, rows, window);
	if (!missing.size || readsApprovedOnly(settings)) return [];

	const around = { clientId, window: wider(whole, MOVED_DAYS) };
	const standing = byKey(await reader.rows({ ...around, filters: {} }));
	const filters = filtersOfAll(settings);
	const isFiltered = Object.keys(filters).length > 0 && [...missing.keys()].some((key) => standing.has(key));
	const chosen = isFiltered ? byKey(await reader.rows({ ...around, filters })) : standing;
	return [...missing].flatMap(([key, before]) => {
		const row = standing.get(key);
		if (row && chosen.has(key)) remember(memory, row, today);
		return changeOf(row ?? goneRow(clientId, key, before), before, settings);
	});
}
