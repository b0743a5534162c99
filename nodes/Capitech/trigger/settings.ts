import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readDate, readInteger, readIntegerList } from '../../kit/parameters';
import { readFilters, ZONE } from '../time/filters';

/** What can happen to a row, the most telling first. */
export const EVENTS = ['deleted', 'unapproved', 'approved', 'changed', 'created'] as const;

export type TimeEvent = (typeof EVENTS)[number];

/** What the trigger is to tell, and how it looks. */
export interface TriggerSettings {
	/** The firms, each once. */
	clientIds: number[];
	events: ReadonlySet<TimeEvent>;
	/** The approval level that counts, 1 to 4. */
	level: number;
	/** The *Filters* collection as it was entered; `readFilters` puts it on the wire. */
	filters: IDataObject;
	/** `yyyy-MM-dd`: on the first activation the hours of this date and later are told; without it none. */
	backlogFrom?: string;
	/** One item a registration instead of one a row. */
	grouped: boolean;
	simplify: boolean;
	/** How many days before today a changed shift may lie. */
	lookBackDays: number;
	overlapMinutes: number;
	sweep: 'daily' | 'everyPoll' | 'never';
	/** Hour of the day in Norway from which the daily sweep is made. */
	sweepHour: number;
	/** Whether the service knows the filter that carries a time. */
	changesBy: 'time' | 'date';
}

const SWEEPS: readonly unknown[] = ['daily', 'everyPoll', 'never'];
const isEvent = (value: unknown): value is TimeEvent => (EVENTS as readonly unknown[]).includes(value);

function readWithin(field: string, value: unknown, min: number, max: number): number {
	const number = readInteger(field, value, min);
	if (number > max) throw badInput(field, `is ${number}`, `Enter a whole number from ${min} to ${max}.`);
	return number;
}

function readEvents(value: unknown): ReadonlySet<TimeEvent> {
	const events = [value].flat();
	if (!events.length || !events.every(isEvent)) {
		throw badInput('Events', events.length ? 'holds something that is none' : 'is empty', `Choose some of ${[...EVENTS].sort().join(', ')}.`);
	}
	return new Set(events);
}

/**
 * Reads the trigger's parameters.
 * @throws Failure naming the field at fault, before anything is sent
 */
export function readTriggerSettings(context: IPollFunctions): TriggerSettings {
	const parameter = (name: string, fallback: unknown) => context.getNodeParameter(name, fallback) as unknown;
	const clientIds = [...new Set(readIntegerList('Client IDs', parameter('clientIds', '')))];
	if (!clientIds.length || clientIds.includes(0)) throw badInput('Client IDs', clientIds.length ? 'holds a 0' : 'is empty', 'Enter the number of at least one firm.');
	const filters = parameter('filters', {}) as IDataObject;
	readFilters(filters);
	const options = parameter('options', {}) as IDataObject;
	const { sweep = 'daily', changesBy = 'time' } = options;
	if (!SWEEPS.includes(sweep)) throw badInput('Sweep', 'is none of its values', 'Use daily, everyPoll or never.');
	if (changesBy !== 'time' && changesBy !== 'date') throw badInput('Find Changes By', 'is none of its values', 'Use time or date.');
	return {
		clientIds,
		events: readEvents(parameter('events', ['approved'])),
		level: readWithin('Approval Level', parameter('approvalLevel', 1), 1, 4),
		filters,
		backlogFrom: parameter('firstActivation', 'baseline') === 'backlog' ? readDate('Backlog From', parameter('backlogFrom', ''), ZONE) : undefined,
		grouped: parameter('itemPer', 'row') === 'registration',
		simplify: parameter('simplify', true) !== false,
		lookBackDays: readWithin('Look-Back Days', options.lookBackDays ?? 62, 1, 730),
		overlapMinutes: readWithin('Overlap Minutes', options.overlapMinutes ?? 10, 0, 1440),
		sweep: sweep as TriggerSettings['sweep'],
		sweepHour: readWithin('Sweep Hour', options.sweepHour ?? 3, 0, 23),
		changesBy,
	};
}
