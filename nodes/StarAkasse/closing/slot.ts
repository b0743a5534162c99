import { groupBy } from '../../kit/gather';
import { canBePutBack } from './day';
import type { Closing, StopReason } from './row';
import type { Night } from './when';

/** What is to become of the closings of one weekday and kind of hours. */
export interface Judged {
	/** As they are to be kept, in the order they were given. */
	closings: Closing[];
	/** The hours that the weekday is to have now. */
	target: string;
	/** What stands there by itself, without any closing of ours. */
	base: string;
}

/** Whether the weekday is, or may be, as a closing has left it. */
export const isLive = ({ state }: Closing): boolean => state === 'closing' || state === 'closed' || state === 'restoring';

const stopped = (closing: Closing, reason: StopReason): Closing => ({ ...closing, state: 'stopped', reason });

const byDate = (a: Closing, b: Closing): number => a.date.localeCompare(b.date) || Number(a.id) - Number(b.id);

const lastOf = (closings: Closing[]): Closing | undefined => [...closings].sort(byDate).pop();

/** Of those that are planned for one date the last one that was entered counts, unless that date's has begun already. */
function withoutReplaced(closings: Closing[]): Closing[] {
	const groups = groupBy(closings, ({ date }) => date);
	return closings.map((closing) => {
		const others = groups.get(closing.date) ?? [];
		const winner = others.find(isLive) ?? lastOf(others.filter(({ state }) => state === 'planned'));
		return closing.state === 'planned' && closing !== winner ? stopped(closing, 'replaced') : closing;
	});
}

/** A closing whose weekday somebody else has changed; what they have entered stays. */
function isTakenOver(closing: Closing, current: string, ours: ReadonlySet<string>, today: string): boolean {
	if (!ours.has(current)) return true;
	return closing.state === 'closed' && closing.date >= today && current !== closing.hours;
}

/** A closing that was noted as under way, and whose write did not come to pass in its night. */
const cameToNothing = ({ state, date, hours, before }: Closing, current: string, today: string): boolean =>
	state === 'closing' && date < today && current === before && current !== hours;

function settleLive(closing: Closing, current: string, ours: ReadonlySet<string>, today: string): Closing {
	if (!isLive(closing)) return closing;
	if (isTakenOver(closing, current, ours, today)) return stopped(closing, 'changed');
	return cameToNothing(closing, current, today) ? stopped(closing, 'missed') : closing;
}

const settlePlanned = (closing: Closing, firstDate: string): Closing => (closing.state === 'planned' && closing.date < firstDate ? stopped(closing, 'missed') : closing);

/** Whether a closing is what counts today; one that is in force stays so if the clock goes back. */
const isInForce = ({ state, date }: Closing, today: string): boolean =>
	state === 'planned' ? date === today : (state === 'closing' || state === 'closed') && date >= today;

/** A closing that somebody has set back to planned by hand while its weekday is as it left it: what is to be put back must not be forgotten. */
function resumed(closing: Closing, current: string, today: string): Closing {
	const { state, date, hours, before } = closing;
	const isClosed = state === 'planned' && date <= today && before !== '' && before !== current && hours === current;
	return isClosed ? { ...closing, state: 'closing' } : closing;
}

/**
 * Judges the closings of one weekday and kind of hours by what stands there now: what it shows tells how far a run that was cut off has come. Pure.
 * @param given   as they were kept
 * @param current what stands there, as `standsOn` tells it
 */
export function judgeSlot(given: Closing[], current: string, { today, firstDate }: Night): Judged {
	const closings = given.map((closing) => resumed(closing, current, today));
	const live = closings.filter(isLive).sort(byDate);
	const ours = new Set(live.flatMap(({ before, hours }) => [before, hours]));
	const settled = withoutReplaced(closings.map((closing) => settleLive(closing, current, ours, today))).map((closing) => settlePlanned(closing, firstDate));

	const [oldest] = settled.filter(isLive).sort(byDate);
	const base = oldest ? oldest.before : current;
	const inForce = lastOf(settled.filter((closing) => isInForce(closing, today)));
	const isStuck = inForce?.state === 'planned' && !canBePutBack(base);
	const target = inForce && !isStuck ? inForce.hours : base;
	const isThere = target === current;

	const end = (closing: Closing): Closing => {
		if (closing === inForce) return isStuck ? stopped(closing, 'unreadable') : { ...closing, state: isThere ? 'closed' : 'closing', before: base };
		return isLive(closing) ? { ...closing, state: isThere ? 'restored' : 'restoring' } : closing;
	};
	return { closings: settled.map(end), target, base };
}
