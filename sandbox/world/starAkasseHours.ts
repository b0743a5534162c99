import type { AkasseHours } from './starAkasseTypes.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];

const each = (days: readonly number[], ...pairs: readonly (readonly [string, string])[]): AkasseHours[] =>
	days.flatMap((ugedag) => pairs.map(([aabningstidspunkt, lukketidspunkt]) => ({ ugedag, aabningstidspunkt, lukketidspunkt })));

/** Weeks as a-kasser keep them, some of them troublesome. */
export const HOURS = {
	/** Every weekday alike. */
	plain: each(WEEKDAYS, ['09:00', '15:00']),
	/** Closed at noon, short on Fridays. */
	split: [...each([1, 2, 3, 4], ['08:30', '12:00'], ['12:30', '16:00']), ...each([5], ['08:30', '13:00'])],
	/** Open at the weekend too. */
	weekend: [...each(WEEKDAYS, ['10:00', '17:30']), ...each(WEEKEND, ['11:00', '14:00'])],
	/** From the first minute to the last one. */
	longest: each(WEEKDAYS, ['00:01', '23:59']),
	/** Closed on Fridays, said by the pair of midnights (star.md 6). */
	closedPair: [...each([1, 2, 3, 4], ['09:00', '14:00']), ...each([5], ['00:00', '00:00'])],
	/** Two short intervals on two days. */
	phone: each([2, 4], ['10:30', '12:00'], ['13:00', '14:30']),
} as const satisfies Record<string, AkasseHours[]>;
