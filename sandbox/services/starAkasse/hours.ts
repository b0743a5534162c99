import { isObject, type JsonObject } from '../star/spelling.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MIDNIGHT = '00:00';

/** How hours are judged, as the switches say (star.md 6). */
export interface HoursRules {
	/** The last weekday: 5 or 7. */
	readonly lastWeekday: number;
	/** Whether 00:00 to 00:00 is a closed day. */
	readonly closedAsMidnight: boolean;
}

function complaintAboutTimes(from: unknown, until: unknown): string | undefined {
	for (const [name, time] of Object.entries({ aabningstidspunkt: from, lukketidspunkt: until })) {
		if (typeof time !== 'string' || !TIME.test(time)) return `${name} is missing or is no time HH:mm.`;
	}
	const isValid = from !== MIDNIGHT && until !== MIDNIGHT && (from as string) < (until as string);
	return isValid ? undefined : 'Valid interval between 00:01 and 23:59 and opening hour before closing hour.';
}

function complaintAbout(interval: unknown, { lastWeekday, closedAsMidnight }: HoursRules): string | undefined {
	if (!isObject(interval)) return 'must be a JSON object.';
	const { ugedag, aabningstidspunkt: from, lukketidspunkt: until } = interval;
	if (!Number.isInteger(ugedag) || (ugedag as number) < 1 || (ugedag as number) > lastWeekday) return `ugedag must be a whole number from 1 to ${lastWeekday}.`;
	if (closedAsMidnight && from === MIDNIGHT && until === MIDNIGHT) return undefined;
	return complaintAboutTimes(from, until);
}

/** The weekdays on which intervals overlap; one may begin when the one before ends. */
function overlaps(intervals: readonly JsonObject[]): number[] {
	const inOrder = [...intervals].sort(
		(one, other) =>
			(one.ugedag as number) - (other.ugedag as number) || (one.aabningstidspunkt as string).localeCompare(other.aabningstidspunkt as string),
	);
	const days = inOrder.flatMap(({ ugedag, aabningstidspunkt }, index) => {
		const before = inOrder[index - 1];
		const isOverlap = before?.ugedag === ugedag && (aabningstidspunkt as string) < (before.lukketidspunkt as string);
		return isOverlap ? [ugedag as number] : [];
	});
	return [...new Set(days)];
}

/** All that is wrong with a list of intervals that a record holds as `name`. */
export function complaintsAboutHours(name: string, hours: unknown, rules: HoursRules): string[] {
	if (!Array.isArray(hours)) return [`${name} must be a list.`];
	const complaints = hours.flatMap((interval, index) => {
		const complaint = complaintAbout(interval, rules);
		return complaint === undefined ? [] : [`${name}[${index}]: ${complaint}`];
	});
	if (complaints.length > 0) return complaints;
	return overlaps(hours as JsonObject[]).map((day) => `${name}: intervals of weekday ${day} overlap.`);
}

/** How many different opening times there are, whatever their weekday. */
export function differentTimes(hours: unknown): number {
	if (!Array.isArray(hours)) return 0;
	return new Set(hours.map((interval: JsonObject | null) => `${String(interval?.aabningstidspunkt)}-${String(interval?.lukketidspunkt)}`)).size;
}
