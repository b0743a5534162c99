import type { LinaRevenue } from '../../../world/linaTypes.ts';
import { sumOf, toHundredths } from './cost.ts';
import { hourMap } from './json.ts';
import { addUp, countedHours, shuffled, type CostedShift, type RowStyle } from './rows.ts';

/**
 * The answer of personalkostenprostunde (lina.md 1.1): by hour revenue per hour of staff, cost, and cost of each person
 * who was there, without a hint who. Hours without staff are left out.
 */
export function costsPerHour(shifts: readonly CostedShift[], revenue: readonly LinaRevenue[], style: RowStyle, date: string): object {
	const people = [...Map.groupBy(shifts, ({ user }) => user.userUuid).values()].map((own) => own.flatMap((of) => countedHours(of, style)));
	const costs = people.map((hours) => addUp(hours, ({ cost }) => cost));
	const inOrder = people.flat().sort((one, other) => one.at - other.at);
	const minutes = addUp(inOrder, (of) => of.minutes);
	const eff = new Map<number, number>();
	const kost = new Map<number, number>();
	const kostUser = new Map<number, number[]>();
	for (const [hour, present] of minutes) {
		const each = costs.filter((of) => of.has(hour)).map((of) => toHundredths(of.get(hour) ?? 0));
		const umsatz = sumOf(revenue.filter((of) => of.hour === hour), (of) => of.umsatz);
		eff.set(hour, toHundredths(umsatz / (present / 60)));
		kost.set(hour, toHundredths(sumOf(each, (of) => of)));
		kostUser.set(hour, shuffled(each, `kostUser ${date} ${hour}`));
	}
	const { emptyHours } = style;
	return { eff: hourMap(eff, emptyHours), kost: hourMap(kost, emptyHours), kostUser: hourMap(kostUser, emptyHours) };
}
