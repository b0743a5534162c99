import { addDays } from './dates.ts';
import { AREA } from './linaAreas.ts';
import { isClockChange, isRestDay, weekdayOf } from './linaDays.ts';
import { isoOf, unixAt } from './linaTime.ts';
import type { LinaBusinessDay, LinaShift, LinaUser } from './linaTypes.ts';
import type { Random } from './random.ts';

/** A shift before it is numbered and stamped. */
type PlannedShift = Omit<LinaShift, 'shiftId' | 'confirmed' | 'changedAt'>;

/** Clock times of a stretch in hours from midnight of the business day; no end: until the house closes. */
type Stretch = readonly [from: number, to?: number];
type Pattern = readonly Stretch[];

const QUARTER = 15;

/** Shifts by area: plain, split (Teildienst), across midnight. */
const PATTERNS: Readonly<Record<number, readonly Pattern[]>> = {
	[AREA.service]: [[[11.5, 17]], [[17, 23]], [[11.5, 14.5], [18, 22.5]], [[18, 25]]],
	[AREA.kitchen]: [[[10, 16]], [[10.5, 14.5], [17.5, 22]], [[15, 23.5]]],
	[AREA.bar]: [[[18]], [[20]]],
	[AREA.cleaning]: [[[5, 9]], [[5.25, 8.75]]],
};

/** Begins after midnight, in a business day that is not closed yet; and a night in which clocks are set. */
const LATE: Pattern = [[24.5]];
const WHOLE_NIGHT: Pattern = [[20, 28]];

const DAYS_IN_CYCLE = 40;
const HOLIDAY_DAYS = 5;

/** The administrative area somebody is booked in on a day, and for how many days; null: at work. */
function absenceOf(position: number, day: number, date: string): { bereich: number; tage: number } | null {
	const inCycle = (day + position * 7) % DAYS_IN_CYCLE;
	if (inCycle < HOLIDAY_DAYS) return { bereich: AREA.holiday, tage: inCycle === HOLIDAY_DAYS - 1 ? 0.5 : 1 };
	if (position % 2 === 1 && inCycle >= 20 && inCycle < 22) return { bereich: AREA.sick, tage: 1 };
	return position % 8 === 6 && weekdayOf(date) === 3 ? { bereich: AREA.school, tage: 1 } : null;
}

/** Statutory break in minutes: more than six hours of presence 30, more than nine 45. */
function breakOf(seconds: number): number {
	if (seconds > 9 * 3600) return 45;
	return seconds > 6 * 3600 ? 30 : 0;
}

function shiftOf({ userUuid }: LinaUser, { businessDate, closing }: LinaBusinessDay, bereich: number, pattern: Pattern, delay = 0): PlannedShift {
	const times = pattern.map(([from, to]) => {
		const end = to === undefined ? closing - (closing % (QUARTER * 60)) : unixAt(businessDate, to * 60 + delay);
		return [unixAt(businessDate, from * 60 + delay), end] as const;
	});
	const [[von, bis], [von2, bis2] = [0, 0]] = times;
	return { userUuid, businessDate, von, bis, von2, bis2, pause: breakOf(bis - von + bis2 - von2), tage: 0, bereich };
}

/** What is on the roster of one business day; on days of rest nothing. */
function rosterOf(random: Random, users: readonly LinaUser[], businessDay: LinaBusinessDay, day: number): PlannedShift[] {
	const { businessDate: date } = businessDay;
	if (isRestDay(date)) return [];
	const planned: PlannedShift[] = [];
	const isLong = weekdayOf(date) === 5 || weekdayOf(date) === 6;
	for (const [position, user] of users.entries()) {
		const atWork = random.chance(0.6);
		const bereich = random.pick(user.areas);
		const pattern = random.pick(PATTERNS[bereich]);
		const delay = pattern.length === 1 ? QUARTER * random.whole(0, 2) : 0;
		const absence = absenceOf(position, day, date);
		if (absence !== null) {
			const none = { von: 0, bis: 0, von2: 0, bis2: 0, pause: 0 };
			planned.push({ userUuid: user.userUuid, businessDate: date, ...none, ...absence });
		} else if (atWork || position === 0) {
			const isNight = bereich === AREA.bar && isClockChange(date);
			planned.push(shiftOf(user, businessDay, bereich, isNight ? WHOLE_NIGHT : pattern, isNight ? 0 : delay));
		} else if (isLong && bereich === AREA.bar) {
			planned.push(shiftOf(user, businessDay, bereich, LATE));
		}
	}
	return planned;
}

/** When a manager wrote a shift: the last days' at once, the others' within two days, some again a week later. */
function writtenAt(random: Random, { businessDate, closing }: LinaBusinessDay, end: number, until: string): string {
	const late = random.whole(1, 2);
	const isCorrected = random.chance(0.04);
	if (businessDate >= addDays(until, -1)) return isoOf(Math.max(closing, end, unixAt(businessDate, 22 * 60)));
	const day = addDays(businessDate, isCorrected ? 6 + late : late);
	return isoOf(unixAt(day < until ? day : until, 10 * 60 + 25));
}

/**
 * The shifts of business days in their order. Those of the last days are partly unconfirmed; what was written last
 * stamps the business day as changed.
 */
export function makeShifts(random: Random, users: readonly LinaUser[], businessDays: readonly LinaBusinessDay[], until: string): LinaShift[] {
	const shifts: LinaShift[] = [];
	for (const [day, businessDay] of businessDays.entries()) {
		for (const planned of rosterOf(random, users, businessDay, day)) {
			const changedAt = writtenAt(random, businessDay, Math.max(planned.bis, planned.bis2), until);
			const isRecent = businessDay.businessDate >= addDays(until, -2);
			const confirmed = !isRecent || planned.tage > 0 || shifts.length % 2 === 0;
			shifts.push({ shiftId: shifts.length + 1, ...planned, confirmed, changedAt });
			if (changedAt > businessDay.changedAt) businessDay.changedAt = changedAt;
		}
	}
	return shifts;
}
