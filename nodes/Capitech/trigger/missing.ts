import type { DateWindow } from '../../kit/dateWindows';
import { Failure } from '../../kit/failure';
import { MOVED_DAYS, wider } from '../time/wholeRegistrations';
import type { TimeTransaction } from '../time/row';
import type { Change } from './events';
import { changeOf, remember } from './events';
import type { Memory, Remembered } from './memory';
import { goneRow, memoryKey, recall } from './memory';
import { filtersOfAll } from './queries';
import type { TriggerSettings } from './settings';
import type { TimeReader } from './source';
import type { Part } from './state';

const isWithin = ({ from, to }: DateWindow, date: string): boolean => date >= from && date <= to;

const byKey = (rows: TimeTransaction[]): Map<string, TimeTransaction> => new Map(rows.map((row) => [memoryKey(row), row]));

/** More rows than this are not gone all at once, and with them everything else that the firm has entered in months. */
const MOST_GONE_WITH_ALL = 10;

/** Told as deleted now, and as new as soon as the answer is whole again, all hours would be doubled. */
const nothingLeft = (clientId: number): Failure =>
	new Failure({
		kind: 'unreadable',
		message: `Capitech gives out no hours at all of client ${clientId} any more`,
		advice: "Check the rights of this user to the client's hours. Nothing is told of them until there are some again; where the firm is gone, take it out of the Client IDs.",
	});

/** Forgets the remembered rows of a window that were not in it, and gives them: by their keys, as they were remembered. */
function takeMissing(memory: Memory, rows: TimeTransaction[], window: DateWindow): Map<string, Remembered> {
	const standing = byKey(rows);
	const missing = new Map<string, Remembered>();
	for (const [key, entry] of Object.entries(memory)) {
		const before = recall(entry);
		if (before?.isDated && isWithin(window, before.date) && !standing.has(key)) missing.set(key, before);
	}
	for (const key of missing.keys()) delete memory[key];
	return missing;
}

/** A window of work dates that was read in full, and the dates of the look-back. */
interface ReadPart extends Pick<Part, 'clientId' | 'kind'> {
	window: DateWindow;
	whole: DateWindow;
}

/** The dates in which rows are looked for that are not where they were. */
const aroundOf = ({ window, whole }: ReadPart): DateWindow =>
	wider({ from: window.from < whole.from ? window.from : whole.from, to: window.to > whole.to ? window.to : whole.to }, MOVED_DAYS);

/**
 * What became of remembered rows that were not found in their window. A row that vanishes is not therefore deleted: it may have been moved to another date, have lost
 * its approval or have left the filters. So they are looked for without any filter, a month around; only what is nowhere is deleted (contract, section 4, point 8). What
 * the filters leave out is forgotten; nothing is told of it where it is the filters that changed.
 * @throws Failure where the service gives out nothing at all any more
 */
export async function missingFrom(memory: Memory, rows: TimeTransaction[], part: ReadPart, settings: TriggerSettings, reader: TimeReader, today: string): Promise<Change[]> {
	const { clientId, kind, window } = part;
	const missing = takeMissing(memory, rows, window);
	if (!missing.size) return [];

	const around = { clientId, window: aroundOf(part) };
	const standing = byKey(await reader.rows({ ...around, filters: {} }));
	if (!standing.size && missing.size > MOST_GONE_WITH_ALL) throw nothingLeft(clientId);
	const filters = filtersOfAll(settings);
	const isFiltered = Object.keys(filters).length > 0 && [...missing.keys()].some((key) => standing.has(key));
	const chosen = isFiltered ? byKey(await reader.rows({ ...around, filters })) : standing;
	return [...missing].flatMap(([key, before]) => {
		const row = standing.get(key);
		if (row && chosen.has(key)) remember(memory, row, today);
		else if (row && kind === 'adopt') return [];
		return changeOf(row ?? goneRow(clientId, key, before), before, settings);
	});
}
