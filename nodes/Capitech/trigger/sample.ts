import { addDays } from '../../kit/dateWindows';
import type { OutputItem } from '../../kit/operation';
import { changeOf } from './events';
import { itemsOf } from './items';
import { dateIn, filtersOfAll } from './queries';
import type { TriggerSettings } from './settings';
import { EVENTS } from './settings';
import type { TimeReader } from './source';

/** Enough to build a workflow with. */
const ROWS = 5;

/** How far back rows are looked for to show some. */
const RECENT_DAYS = 13;

/** The latest rows that the trigger would tell of, told as if they were new: one that is approved as approved, where that is wanted. */
export async function recentItems(reader: TimeReader, settings: TriggerSettings, at: Date): Promise<OutputItem[]> {
	const [clientId] = settings.clientIds;
	const today = dateIn(at);
	const window = { from: addDays(today, -RECENT_DAYS), to: addDays(today, 1) };
	const rows = await reader.rows({ clientId, window, filters: filtersOfAll(settings) });
	const isAnyEvent = { ...settings, events: new Set(EVENTS) };
	const changes = rows.flatMap((row) => {
		const wanted = changeOf(row, undefined, settings);
		return wanted.length ? wanted : changeOf(row, undefined, isAnyEvent);
	});
	return await itemsOf(clientId, changes.slice(-ROWS), settings, reader, window);
}
