import type { DateWindow } from '../../kit/dateWindows';
import type { OutputItem } from '../../kit/operation';
import type { Poll, PollResult, PollSource } from '../../kit/poll';
import type { TimeQuery } from '../time/read';
import type { TimeTransaction } from '../time/row';
import type { Change } from './events';
import { tellRows } from './events';
import { itemsOf } from './items';
import { missingFrom } from './missing';
import { dateIn, filtersOfAll, filtersOfChanges, stampOf, windowAt } from './queries';
import { recentItems } from './sample';
import type { TriggerSettings } from './settings';
import type { Part, Round, TriggerState } from './state';
import { closeRound, isTriggerState, openRound, VERSION } from './state';

/** How rows are read from the service. */
export interface TimeReader {
	rows(query: TimeQuery): Promise<TimeTransaction[]>;
	/** The registrations of rows, each with all its rows as they stand. */
	registrations(query: { clientId: number; window: DateWindow }, of: TimeTransaction[]): Promise<TimeTransaction[]>;
}

const STAMPS = ['lastUpdatedOn', 'approvedLevelOneOn', 'approvedLevelTwoOn', 'approvedLevelThreeOn', 'approvedLevelFourOn'];

/** Whether the row was entered, changed or approved at a time (wall clock in Norway) or later. */
const isSince = (row: TimeTransaction, stamp: string): boolean => STAMPS.some((field) => String(row[field] ?? '') >= stamp);

/** A watermark that lies ahead was set by a clock that has been put right since. */
const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/**
 * Polls Capitech for what happens to its hours, step by step as the contract, section 6, lays it out: what changed since the last poll, in windows of work dates;
 * all rows in a sweep now and then, for what no filter shows; and on the first activation all rows once, to know them.
 */
export class TimeSource implements PollSource<TriggerState> {
	readonly version = VERSION;

	readonly isState = isTriggerState;

	constructor(
		private readonly reader: TimeReader,
		private readonly settings: TriggerSettings,
	) {}

	/** Reads the parts of the round that is open, or of a new one, for as long as there is time; one at least. */
	async read(poll: Poll, state: TriggerState = { clients: {} }): Promise<PollResult<TriggerState>> {
		const { settings, reader } = this;
		const round = openRound(state, settings, poll.startedAt);
		const told = new Map<number, Change[]>();
		do {
			const part = round.parts[round.next++];
			told.set(part.clientId, [...(told.get(part.clientId) ?? []), ...(await this.readPart(part, round, poll, state))]);
		} while (round.next < round.parts.length && poll.hasTime());
		if (round.next === round.parts.length) closeRound(state, round, settings);

		const items: OutputItem[] = [];
		const window = windowAt(poll.startedAt, settings);
		for (const [clientId, changes] of told) items.push(...(await itemsOf(clientId, changes, settings, reader, window)));
		return { items, state };
	}

	/** What the trigger would tell of the latest rows. */
	async sample({ startedAt }: Poll): Promise<OutputItem[]> {
		return await recentItems(this.reader, this.settings, startedAt);
	}

	private async readPart(part: Part, round: Round, { startedAt }: Poll, { clients }: TriggerState): Promise<Change[]> {
		const { reader, settings } = this;
		const { clientId, kind, from, to } = part;
		const { rows: memory, watermark, begunAt } = clients[clientId];
		const today = dateIn(startedAt);
		const lastPoll = earlier(new Date(watermark ?? begunAt), startedAt);
		const filters = kind === 'changes' ? filtersOfChanges(settings, lastPoll, startedAt) : filtersOfAll(settings);
		const rows = await reader.rows({ clientId, window: { from, to }, filters });

		if (kind === 'changes') return tellRows(memory, rows, settings, today);
		const whole = windowAt(startedAt, settings, lastPoll);
		const gone = await missingFrom(memory, rows, { clientId, kind, window: { from, to }, whole }, settings, reader, today);
		if (kind === 'sweep') return [...tellRows(memory, rows, settings, today), ...gone];
		/* Rows become known silently, but for the backlog that was asked for, and for what happened since the reading began. */
		const backlogFrom = watermark === undefined ? settings.backlogFrom : undefined;
		const isBacklog = (row: TimeTransaction) => backlogFrom !== undefined && (row.dateIn ?? row.dateOut ?? '') >= backlogFrom;
		const began = stampOf(new Date(watermark === undefined ? begunAt : round.startedAt));
		return [...tellRows(memory, rows, settings, today, (row) => isBacklog(row) || isSince(row, began)), ...gone];
	}
}
