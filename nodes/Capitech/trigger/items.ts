import type { IDataObject } from 'n8n-workflow';

import type { DateWindow } from '../../kit/dateWindows';
import { groupBy } from '../../kit/gather';
import type { OutputItem } from '../../kit/operation';
import type { TimeTransaction } from '../time/row';
import { inStableOrder, registrationKey, rowKey, simplifyRow } from '../time/row';
import type { Change } from './events';
import type { Remembered } from './memory';
import type { TriggerSettings } from './settings';
import { EVENTS } from './settings';
import type { TimeReader } from './source';

/** What is known of a row before what happened. */
const previousOf = ({ approvedLevels, date, isDated, employeeId, qty }: Remembered): IDataObject => ({
	approvedLevels,
	dateIn: isDated ? date : null,
	...(employeeId !== undefined && { employeeId }),
	...(qty !== undefined && { qty }),
});

const eventsOf = ({ events, before }: Change): IDataObject => ({
	event: events[0],
	events,
	...(before && { previous: previousOf(before) }),
});

type Write = (row: TimeTransaction) => IDataObject;

/** One item a registration: what happened to any of its rows, and all its rows, those that nothing happened to among them. */
function registrationItem(rows: TimeTransaction[], changes: Change[], write: Write): OutputItem {
	const happened = new Set(changes.flatMap(({ events }) => events));
	const events = EVENTS.filter((event) => happened.has(event));
	const byKey = new Map(changes.map((change) => [rowKey(change.row), change]));
	const [{ clientId, uid, employeeId, employee, dateIn }] = rows;
	const written = rows.map((row) => {
		const change = byKey.get(rowKey(row));
		return { ...(change && eventsOf(change)), ...write(row) };
	});
	const isDeleted = rows.every((row) => row.isDeleted);
	return { json: { event: events[0], events, clientId, uid, employeeId, employee, dateIn, isDeleted, rows: written } };
}

/**
 * The rows of a registration, those that something happened to as they were when it was told. Whatever has become of them since, hours that lost their approval among it, is told
 * by a later poll: this one would name an event and show another state.
 */
function withTold(standing: TimeTransaction[], changes: Change[]): TimeTransaction[] {
	const told = new Map(changes.map(({ row }) => [rowKey(row), row]));
	return [...standing.filter((row) => !told.has(rowKey(row))), ...told.values()].sort(inStableOrder);
}

async function registrationItems(changes: Change[], query: { clientId: number; window: DateWindow }, write: Write, reader: TimeReader): Promise<OutputItem[]> {
	const rows = await reader.registrations(query, changes.map(({ row }) => row));
	const standing = groupBy(rows, registrationKey);
	return [...groupBy(changes, ({ row }) => registrationKey(row))].map(([key, own]) => {
		return registrationItem(withTold(standing.get(key) ?? [], own), own, write);
	});
}

/**
 * The items of a client's changes, oldest date first.
 * @param window the dates of the look-back, in which rows of the same registrations are looked for
 */
export async function itemsOf(clientId: number, changes: Change[], settings: TriggerSettings, reader: TimeReader, window: DateWindow): Promise<OutputItem[]> {
	if (!changes.length) return [];
	const write: Write = settings.simplify ? simplifyRow : (row) => row;
	const inOrder = [...changes].sort((a, b) => inStableOrder(a.row, b.row));
	if (settings.grouped) return await registrationItems(inOrder, { clientId, window }, write, reader);
	return inOrder.map((change) => ({ json: { ...eventsOf(change), ...write(change.row) } }));
}
