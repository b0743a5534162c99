import type { IDataObject } from 'n8n-workflow';

import { datesIn } from '../../kit/dateWindows';
import type { CapitechClient, CapitechResult } from '../client';
import { readTimeTransactions } from './read';
import type { TimeTransaction } from './row';
import { registrationKey } from './row';

/** The code of a registration; null takes it away. */
export type ExternalStatusCode = number | null;

/** How the body of Time/setExternalStatusCode is written. It is not published, so that all of it can be changed in the node (contract, section 3.2). */
export interface StatusBodyShape {
	/** Takes one registration. */
	uidField: string;
	/** Takes a list of them, where more than one goes into a call. */
	uidListField: string;
	statusField: string;
	uidsPerCall: number;
	/** Takes the time category, where an installation marks each row by itself; empty where a mark stands for the registration. */
	timeCategoryField: string;
	/** Further fields, sent as they are. */
	extra: IDataObject;
}

/** What one call marks: registrations, or one row of one registration. */
export interface MarkTarget {
	clientId: number;
	uids: number[];
	timeCategoryId?: number;
}

const bodyOf = (shape: StatusBodyShape, { clientId, uids, timeCategoryId }: MarkTarget, code: ExternalStatusCode): IDataObject => ({
	clientId,
	...(shape.uidsPerCall === 1 ? { [shape.uidField]: uids[0] } : { [shape.uidListField]: uids }),
	...(timeCategoryId !== undefined && { [shape.timeCategoryField]: timeCategoryId }),
	[shape.statusField]: code,
	...shape.extra,
});

/** Sets a status in one call. Never sent twice: whether a repeat would be harmless is not published. */
export async function setExternalStatus(client: CapitechClient, shape: StatusBodyShape, target: MarkTarget, code: ExternalStatusCode): Promise<CapitechResult> {
	return await client.call('Time/setExternalStatusCode', bodyOf(shape, target, code), 'never');
}

/** Where registrations of an employee are found again: the API has no filter on uid. */
export interface Whereabouts {
	clientId: number;
	employeeId: number;
	datesIn: string[];
}

/** Dates further apart than this are read in two goes rather than with all that lies between them. */
const GAP_DAYS = 14;

function windowsAround(dates: string[]): Array<{ from: string; to: string }> {
	const windows: Array<{ from: string; to: string }> = [];
	for (const date of [...new Set(dates)].sort()) {
		const last = windows[windows.length - 1];
		if (last && datesIn({ from: last.to, to: date }) <= GAP_DAYS) last.to = date;
		else windows.push({ from: date, to: date });
	}
	return windows;
}

/** The rows that stand today, by registration, read again for an employee around the given dates. */
export async function readAgain(client: CapitechClient, { clientId, employeeId, datesIn: dates }: Whereabouts): Promise<Map<string, TimeTransaction[]>> {
	const found = new Map<string, TimeTransaction[]>();
	for (const window of windowsAround(dates)) {
		const rows = await readTimeTransactions(client, { clientId, window, filters: { employeeIdFilter: [employeeId] } });
		for (const row of rows.filter(({ isDeleted }) => !isDeleted)) {
			const key = registrationKey(row);
			found.set(key, [...(found.get(key) ?? []), row]);
		}
	}
	return found;
}
