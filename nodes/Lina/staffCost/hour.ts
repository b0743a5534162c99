import type { IDataObject } from 'n8n-workflow';

import { hourMap, inDayOrder } from '../workingTime/hours';
import { numberOf, unreadable } from '../wire';

/** One hour of a business day. */
export interface StaffHour extends IDataObject {
	/** 0 to 23. */
	hour: number;
	/** Revenue per hour of staff, in euros (Effektivität); null where LINA gives none. */
	efficiency: number | null;
	/** In euros; null where LINA gives none. */
	cost: number | null;
	/** What each employee costs, in euros, unnamed and in no order. */
	costPerEmployee: number[];
}

const isMap = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null;

function costNumber(value: unknown, where: string): number {
	const number = numberOf(value);
	if (number === undefined) throw unreadable(`${where} holds something that is not a number`);
	return number;
}

/**
 * The hours of a business day, in its order, of `personalkostenprostunde`. A day without staff has none: its maps, or the whole answer, come as empty lists or objects.
 * @param startsAt the hour with which the day begins; without it, the day begins after the longest time in which nobody worked
 * @throws Failure where something is not what it should be
 */
export function readHours(answer: unknown, businessDate: string, startsAt?: number): StaffHour[] {
	if (!isMap(answer) || (Array.isArray(answer) && answer.length)) throw unreadable(`LINA's answer for ${businessDate} holds no maps of hours`);
	const { eff, kost, kostUser } = Array.isArray(answer) ? ({ eff: [], kost: [], kostUser: [] } as IDataObject) : answer;
	const named = (field: string): string => `The field ${field} of ${businessDate}`;
	const efficiencies = hourMap(eff, named('eff'));
	const costs = hourMap(kost, named('kost'));
	const employees = hourMap(kostUser, named('kostUser'));
	return inDayOrder([...efficiencies.keys(), ...costs.keys(), ...employees.keys()], startsAt).map((hour) => {
		const own = employees.get(hour) ?? [];
		if (!isMap(own)) throw unreadable(`${named('kostUser')} holds something that is no list`);
		return {
			hour,
			efficiency: efficiencies.has(hour) ? costNumber(efficiencies.get(hour), named('eff')) : null,
			cost: costs.has(hour) ? costNumber(costs.get(hour), named('kost')) : null,
			costPerEmployee: Object.values(own).map((cost) => costNumber(cost, named('kostUser'))),
		};
	});
}
