import type { IDataObject } from 'n8n-workflow';

import type { DateWindow } from '../../kit/dateWindows';
import type { CapitechClient } from '../client';
import type { PeriodQuery } from '../pieces';
import { readPeriod } from '../pieces';
import type { AbsenceKind } from './absence';
import { absenceKey, readAbsence } from './absence';

/** The most dates the public client asks for at once; the service's own limit is not published (contract, section 3.3). */
export const MAX_DATES = 366;

export interface AbsenceQuery extends Omit<PeriodQuery, 'operation' | 'datesOf'> {
	/** Leave out those that the service gives out as deleted. */
	leaveOutDeleted: boolean;
	/** Read no further part of the period once there are so many. */
	enough?: number;
}

/** Whether an element is to take the place of the one that is known by the same key: the newest wins, the last read of equals. */
const isNewer = (absence: IDataObject, known: IDataObject | undefined): boolean => !known || String(absence.updatedOn ?? '') >= String(known.updatedOn ?? '');

/**
 * Reads the absences that touch a period, or their days that lie in it, each once, in a stable order: an absence over the border of two requests comes in both.
 * @throws Failure when the service refuses, or when one date alone holds too many
 * Source: contract, section 3.3.
 */
export async function readAbsences(client: CapitechClient, kind: AbsenceKind, { leaveOutDeleted, enough = Infinity, ...query }: AbsenceQuery): Promise<IDataObject[]> {
	const { window } = query;
	const isWanted = ({ dayDate, isDeleted }: IDataObject) => (dayDate === undefined || (String(dayDate) >= window.from && String(dayDate) <= window.to)) && !(leaveOutDeleted && isDeleted);
	const dateOf = (absence: IDataObject) => String(absence[kind.date] ?? '');
	const datesOf = ({ from, to }: DateWindow) => ({ fromDate: from, toDate: to });

	const absences = new Map<string, IDataObject>();
	const wanted = () => [...absences.values()].filter(isWanted);
	for await (const part of readPeriod(client, { ...query, operation: kind.operation, datesOf })) {
		for (const absence of part.map((wire) => readAbsence(wire, kind))) {
			const key = absenceKey(absence);
			if (isNewer(absence, absences.get(key))) absences.set(key, absence);
		}
		if (wanted().length >= enough) break;
	}
	return wanted().sort((a, b) => dateOf(a).localeCompare(dateOf(b)) || Number(a.absenceId) - Number(b.absenceId));
}
