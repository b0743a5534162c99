import type { IDataObject } from 'n8n-workflow';

import type { DateWindow } from '../../kit/dateWindows';
import { addDays } from '../../kit/dateWindows';
import type { CapitechClient } from '../client';
import type { PeriodQuery } from '../pieces';
import { readPeriod } from '../pieces';
import { readDuty } from './duty';

/** The most dates the public client asks for in all (contract, section 3.7). */
export const MAX_DATES = 366;

/** The dates of one request: the public client asks for a week at a time. */
export const DATES_PER_REQUEST = 7;

/** The duties that are wanted; both ends of the window are included. */
export interface PlanQuery extends Omit<PeriodQuery, 'datesOf'> {
	/** Read no further part of the period once there are so many. */
	enough?: number;
}

/**
 * Reads the duties that begin in a period, each once, in a stable order. On the wire the last date is not included; what comes of dates beside the period, if an
 * installation counts otherwise, is dropped.
 * @throws Failure when the service refuses, or when one date alone holds too many duties
 * Source: contract, section 3.7.
 */
export async function readPlan(client: CapitechClient, { enough = Infinity, ...query }: PlanQuery): Promise<IDataObject[]> {
	const datesOf = ({ from, to }: DateWindow) => ({ fromDate: from, toDate: addDays(to, 1) });
	const { window } = query;
	const startOf = ({ start }: IDataObject) => String(start ?? '');
	const isInWindow = (duty: IDataObject) => {
		const date = startOf(duty).slice(0, 10);
		return date === '' || (date >= window.from && date <= window.to);
	};
	const duties = new Map<IDataObject[string], IDataObject>();
	for await (const part of readPeriod(client, { ...query, datesOf })) {
		for (const duty of part.map(readDuty).filter(isInWindow)) duties.set(duty.id, duty);
		if (duties.size >= enough) break;
	}
	return [...duties.values()].sort((a, b) => startOf(a).localeCompare(startOf(b)) || Number(a.id) - Number(b.id));
}
