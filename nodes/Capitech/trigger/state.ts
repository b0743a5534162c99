import type { DateWindow } from '../../kit/dateWindows';
import { addDays } from '../../kit/dateWindows';
import { isObject } from '../../kit/json';
import { shortHash } from '../../kit/pollHash';
import type { Memory } from './memory';
import { MOST_WITH_FACTS, pruned, recall } from './memory';
import { isSweepDue, partsOf, scopeOf, windowAt } from './queries';
import type { TriggerSettings } from './settings';

/** Raised when the state below means something else. */
export const VERSION = 1;

/** What is kept of a client. */
export interface ClientState {
	/** When it was first asked for (ISO). */
	begunAt: string;
	/** When the last finished round began (ISO); missing until the first one is finished. */
	watermark?: string;
	/** Which rows are remembered. */
	scope?: string;
	rows: Memory;
}

/**
 * A part of a round: one window of one client, read for what `changes`, in a `sweep` of all rows, or to `adopt` all rows as known, silently.
 */
export interface Part extends DateWindow {
	clientId: number;
	kind: 'changes' | 'sweep' | 'adopt';
}

/** All that has to be read before the watermark moves. A round that does not fit into the time of one poll goes on in the next one. */
export interface Round {
	/** ISO. */
	startedAt: string;
	/** Under which settings it was planned; under others it is begun anew. */
	settings: string;
	parts: Part[];
	/** The part to be read next. */
	next: number;
}

export interface TriggerState {
	clients: Record<string, ClientState>;
	round?: Round;
}

const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));

const isClientState = (value: unknown): boolean =>
	isObject(value) && isTime(value.begunAt) && (value.watermark === undefined || isTime(value.watermark)) && isObject(value.rows) && Object.values(value.rows).every(recall);

const isRound = (value: unknown): boolean => isObject(value) && isTime(value.startedAt) && typeof value.settings === 'string' && Array.isArray(value.parts) && value.parts.every(isObject) && typeof value.next === 'number' && value.next < value.parts.length;

/** Whether something kept is a state, whole and in each of its entries. */
export const isTriggerState = (kept: unknown): kept is TriggerState =>
	isObject(kept) && isObject(kept.clients) && Object.values(kept.clients).every(isClientState) && (kept.round === undefined || isRound(kept.round));

function partsFor(clientId: number, client: ClientState | undefined, settings: TriggerSettings, at: Date): Part[] {
	const parts = (window: DateWindow, kind: Part['kind']): Part[] => partsOf(window).map((part) => ({ clientId, kind, ...part }));
	if (!client?.watermark) {
		const { from, to } = windowAt(at, settings);
		const { backlogFrom = from } = settings;
		return parts({ from: backlogFrom < from ? backlogFrom : from, to }, 'adopt');
	}
	const watermark = new Date(client.watermark);
	const window = windowAt(at, settings, watermark);
	/* Of dates that have come within reach since, what happened before is no change any more. */
	const entered = { from: addDays(windowAt(watermark, settings).to, 1), to: window.to };
	const changes = [...parts(window, 'changes'), ...parts(entered, 'sweep')];
	if (client.scope !== scopeOf(settings)) return [...changes, ...parts(window, 'adopt')];
	return isSweepDue(settings, watermark, at) ? parts(window, 'sweep') : changes;
}

const fingerprint = (settings: TriggerSettings): string => shortHash({ ...settings, events: [...settings.events].sort() });

/** The round that is open, or else a new one, which is open then; clients that are no longer asked for are forgotten. */
export function openRound(state: TriggerState, settings: TriggerSettings, at: Date): Round {
	const { clientIds } = settings;
	const isAsked = ([id]: [string, unknown]) => clientIds.includes(Number(id));
	state.clients = Object.fromEntries(Object.entries(state.clients).filter(isAsked));
	if (state.round?.settings === fingerprint(settings)) return state.round;
	const parts = clientIds.flatMap((id) => partsFor(id, state.clients[id], settings, at));
	for (const id of clientIds) state.clients[id] ??= { begunAt: at.toISOString(), rows: {} };
	state.round = { startedAt: at.toISOString(), settings: fingerprint(settings), parts, next: 0 };
	return state.round;
}

/** Moves the watermarks to the beginning of a round of which all parts were read, and forgets what lies before the look-back. */
export function closeRound(state: TriggerState, { startedAt }: Round, settings: TriggerSettings): void {
	delete state.round;
	const { from } = windowAt(new Date(startedAt), settings);
	const all = Object.values(state.clients).reduce((sum, { rows }) => sum + Object.keys(rows).length, 0);
	for (const client of Object.values(state.clients)) {
		client.watermark = startedAt;
		client.scope = scopeOf(settings);
		client.rows = pruned(client.rows, from, all <= MOST_WITH_FACTS);
	}
}
