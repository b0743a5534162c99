import { addDays, daysBetween } from './dates.ts';
import { contactsOn } from './employeeContacts.ts';
import { LINA_AREAS } from './linaAreas.ts';
import { isRestDay, makeBusinessDay, makeRevenue } from './linaDays.ts';
import { makeShifts } from './linaShifts.ts';
import { isoOf, unixAt } from './linaTime.ts';
import type { LinaBusinessDay, LinaWorld } from './linaTypes.ts';
import { makeLinaUsers, STORE } from './linaUsers.ts';
import { makeRandom, type Random } from './random.ts';
import type { OpusWorld, World } from './types.ts';

/** Keeps LINA's stream of chance apart from that of the rest of the world. */
const STREAM = 0x6c_69_6e_61;

/** How long before the end of the period a business day lies that was corrected only now: more than the changes reach back. */
const LATE_CORRECTION_DAYS = 101;

/**
 * The business days of the period, after one of long ago. That one, and the last day of rest, whose shifts were all
 * taken out, changed on the last day but one of the period (lina.md 1.5).
 */
function makeDays(random: Random, { from, until }: World['period']): LinaBusinessDay[] {
	const longAgo = addDays(until, -LATE_CORRECTION_DAYS);
	const inPeriod = Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => addDays(from, index));
	const dates = inPeriod.includes(longAgo) ? inPeriod : [longAgo, ...inPeriod];
	const days = dates.map((date) => makeBusinessDay(random, date, until));
	const changed = [days.find(({ businessDate }) => businessDate === longAgo), days.findLast(({ businessDate }) => isRestDay(businessDate))];
	for (const day of changed) if (day !== undefined) day.changedAt = isoOf(unixAt(addDays(until, -1), 9 * 60 + 10));
	return days;
}

/** One restaurant of the simulated LINA, many of whose people are employed in Opus too. */
export function makeLinaWorld(seed: number, opus: Pick<OpusWorld, 'employments' | 'employeeRecords'>, period: World['period']): LinaWorld {
	const random = makeRandom(seed ^ STREAM);
	const { users, consenting } = makeLinaUsers(random, contactsOn(addDays(period.until, 1), opus.employments, opus.employeeRecords));
	const businessDays = makeDays(random, period);
	const shifts = makeShifts(random, users, businessDays, period.until);
	const revenue = businessDays.flatMap((day) => makeRevenue(random, day));
	return { store: STORE, areas: [...LINA_AREAS], users, consenting, shifts, businessDays, revenue };
}
