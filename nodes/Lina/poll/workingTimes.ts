import type { IDataObject } from 'n8n-workflow';

import { addDays, isDate } from '../../kit/dateWindows';
import { findFailure } from '../../kit/failure';
import { isObject } from '../../kit/json';
import type { OutputItem } from '../../kit/operation';
import type { Poll, PollResult, PollSource } from '../../kit/poll';
import { toWireDate } from '../dates';
import type { ChangedDay } from '../workingTime/changes';
import { dateAt, oldestSince, simplifyDay } from '../workingTime/changes';
import type { DayMemory } from './days';
import { entryOf, pruned, recall } from './days';

export interface WorkingTimeSettings {
	/** `yyyy-MM-dd`: the first poll tells what was changed since; without it, nothing. */
	changedSince?: string;
	simplify: boolean;
}

/** What one poll tells the next. */
export interface WorkingTimeState {
	/** `yyyy-MM-dd` in Berlin: the day of the last poll that worked. */
	since: string;
	days: DayMemory;
	/** Business days that have yet to be read one by one: the service doesn't know all that was changed in a silence, or since an older beginning. */
	again?: { next: string; to: string; afterSilence: boolean };
}

/** How working times are read from the service. */
export interface WorkingTimeReader {
	/** The business days changed on a date or later. */
	changes(since: string): Promise<ChangedDay[]>;
	/** The rows of a business day, as they came. */
	day(businessDate: string): Promise<IDataObject[]>;
}

/** The service knows the date of a change, no time: the day before the last poll is asked for again. */
const OVERLAP_DAYS = 1;

/** So far back before the last poll lie the business days that are read again after a silence. */
const LOOK_BACK_DAYS = 92;

/** What a sample shows: the last few days changed within a week. */
const SAMPLE = 5;
const SAMPLE_DAYS = 7;

const isDay = (value: unknown): boolean => typeof value === 'string' && isDate(value);

const earlier = (one: string, other: string): string => (one < other ? one : other);
const later = (one: string, other: string): string => (one > other ? one : other);

/** What came, or what stood in the way. */
const attempt = async <T>(read: Promise<T>): Promise<{ value: T } | { error: unknown }> => await read.then((value) => ({ value }), (error: unknown) => ({ error }));

/**
 * Tells the business days whose rows were changed, each whole, by the changes since the last poll with a day of overlap; what is known is not told again (contract, section 5,
 * points 9 and 10). After more than 3 months without a poll the days are read one by one, as many as the time and the calls of a poll allow.
 */
export class WorkingTimeSource implements PollSource<WorkingTimeState> {
	readonly version = 1;

	constructor(
		private readonly reader: WorkingTimeReader,
		private readonly settings: WorkingTimeSettings,
	) {}

	isState(kept: unknown): kept is WorkingTimeState {
		if (!isObject(kept) || !isDay(kept.since) || !isObject(kept.days)) return false;
		const { days, again } = kept;
		return Object.entries(days).every(([date, entry]) => isDate(date) && recall(entry)) && (again === undefined || (isObject(again) && isDay(again.next) && isDay(again.to) && typeof again.afterSilence === 'boolean'));
	}

	async read(poll: Poll, kept?: WorkingTimeState): Promise<PollResult<WorkingTimeState>> {
		const today = dateAt(poll.startedAt);
		const { changedSince } = this.settings;
		const state = kept ?? { since: changedSince ?? today, days: {} };
		/* A date that lies ahead was set by a clock that has been put right since. */
		const wanted = kept || !changedSince ? addDays(earlier(state.since, today), -OVERLAP_DAYS) : changedSince;
		const oldest = oldestSince(today);
		if (wanted < oldest) state.again = { next: earlier(state.again?.next ?? today, addDays(wanted, kept ? -LOOK_BACK_DAYS : 0)), to: today, afterSilence: kept !== undefined };

		const days = await this.reader.changes(later(wanted, oldest));
		const changed = days.flatMap((day) => this.tell(state.days, day, today));
		state.since = today;
		const items = [...changed, ...(await this.readAgain(state, poll, today))];
		/* Until all is read again, what is known tells what became of a day that is empty now. */
		if (!state.again) state.days = pruned(state.days, today);
		return { items: kept || changedSince ? items : [], state };
	}

	async sample({ startedAt }: Poll): Promise<OutputItem[]> {
		const days = await this.reader.changes(addDays(dateAt(startedAt), -SAMPLE_DAYS));
		return days.slice(-SAMPLE).map((day) => this.itemOf(day, false));
	}

	/** Reads days that lie behind what the service knows of changes, until a poll's time or calls are used up; the next poll goes on. */
	private async readAgain(state: WorkingTimeState, poll: Poll, today: string): Promise<OutputItem[]> {
		const items: OutputItem[] = [];
		while (state.again && poll.hasTime()) {
			const { next: businessDate, to, afterSilence } = state.again;
			const read = recall(state.days[businessDate])?.seen === today ? undefined : await attempt(this.reader.day(businessDate));
			if (read && 'error' in read) {
				if (findFailure(read.error)?.kind === 'rate-limited') break;
				throw read.error;
			}
			if (read) items.push(...this.tellAgain(state.days, { businessDate, rows: read.value }, today, afterSilence));
			state.again = businessDate < to ? { next: addDays(businessDate, 1), to, afterSilence } : undefined;
		}
		if (!state.again) delete state.again;
		return items;
	}

	/** The item of a changed day, which is remembered; none where it is known so. */
	private tell(memory: DayMemory, day: ChangedDay, today: string): OutputItem[] {
		const before = recall(memory[day.businessDate]);
		memory[day.businessDate] = entryOf(simplifyDay(day).rows, today);
		return before?.hash === recall(memory[day.businessDate])?.hash ? [] : [this.itemOf(day, false)];
	}

	/** As `tell`, of a day that was read by itself: without holiday hours. One that is empty and not known may have been emptied in a silence, and else was never worked on. */
	private tellAgain(memory: DayMemory, { businessDate, rows }: Omit<ChangedDay, 'wire'>, today: string, afterSilence: boolean): OutputItem[] {
		const before = recall(memory[businessDate]);
		const entry = entryOf(simplifyDay({ businessDate, rows }).rows, today);
		const isKnown = before ? before.plain === recall(entry)?.plain : !rows.length && !afterSilence;
		if (isKnown) return [];
		memory[businessDate] = entry;
		return [this.itemOf({ businessDate, rows, wire: { datum: toWireDate(businessDate), schichten: rows } }, true)];
	}

	private itemOf(day: ChangedDay, readAgain: boolean): OutputItem {
		return { json: { ...(this.settings.simplify ? simplifyDay(day) : day.wire), readAgain } };
	}
}
