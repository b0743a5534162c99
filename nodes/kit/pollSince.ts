import { DateTime, FixedOffsetZone } from 'luxon';

/** Around a night in which the clocks change, changes are asked for this far back at least. */
const CLOCK_CHANGE_MINUTES = 120;

/**
 * The wall clock from which changes are asked for, of a service that stamps local time without an offset.
 *
 * When the clocks are put back an hour comes twice, and what happens in its second pass is stamped earlier than what happened before: the smaller of the two
 * offsets gives a wall clock that no stamp since the watermark lies before.
 * @param watermark when the last poll began
 * @param zone      the service's
 * @param until     when this poll began
 */
export function wallClockSince(watermark: Date, { zone, overlapMinutes, until }: { zone: string; overlapMinutes: number; until: Date }): DateTime {
	const back = (minutes: number) => DateTime.fromJSDate(watermark, { zone }).minus({ minutes });
	const { offset } = DateTime.fromJSDate(until, { zone });
	const further = back(Math.max(overlapMinutes, CLOCK_CHANGE_MINUTES));
	const since = further.offset === offset ? back(overlapMinutes) : further;
	return since.setZone(FixedOffsetZone.instance(Math.min(since.offset, offset)));
}
