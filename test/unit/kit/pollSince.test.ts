import fc from 'fast-check';
import { DateTime } from 'luxon';

import { wallClockSince } from '../../../nodes/kit/pollSince';

const ZONE = 'Europe/Oslo';
const FORMAT = 'yyyy-MM-dd HH:mm:ss';

const since = (watermark: string, until: string, overlapMinutes = 10) =>
	wallClockSince(new Date(watermark), { zone: ZONE, overlapMinutes, until: new Date(until) }).toFormat(FORMAT);

test('is the wall clock of the last poll, less the overlap', () => {
	expect(since('2026-10-20T10:00:00Z', '2026-10-20T10:05:00Z')).toBe('2026-10-20 11:50:00');
	expect(since('2026-12-20T10:00:00Z', '2026-12-20T10:05:00Z', 0)).toBe('2026-12-20 11:00:00');
});

test('goes two hours back, and by the earlier clock, around the night in which the clocks are put back', () => {
	expect(since('2026-10-25T00:55:00Z', '2026-10-25T01:05:00Z')).toBe('2026-10-24 23:55:00');
	expect(since('2026-10-25T02:50:00Z', '2026-10-25T02:55:00Z')).toBe('2026-10-25 01:50:00');
	expect(since('2026-10-25T03:10:00Z', '2026-10-25T03:15:00Z')).toBe('2026-10-25 04:00:00');
});

test('goes two hours back around the night in which they are put forward', () => {
	expect(since('2026-03-29T00:55:00Z', '2026-03-29T01:05:00Z')).toBe('2026-03-28 23:55:00');
	expect(since('2026-03-29T01:05:00Z', '2026-03-29T01:10:00Z')).toBe('2026-03-29 00:05:00');
	expect(since('2026-03-29T03:10:00Z', '2026-03-29T03:15:00Z')).toBe('2026-03-29 05:00:00');
});

test('a longer overlap stays as it is', () => {
	expect(since('2026-10-25T01:30:00Z', '2026-10-25T01:35:00Z', 300)).toBe('2026-10-24 21:30:00');
});

test('no stamp from the last poll on lies before it, in any night', () => {
	const minute = fc.integer({ min: 0, max: 36 * 60 });
	const night = fc.constantFrom('2026-10-24T12:00:00Z', '2026-03-28T12:00:00Z', '2026-06-10T12:00:00Z');
	fc.assert(
		fc.property(night, minute, minute, minute, fc.integer({ min: 0, max: 300 }), (start, a, b, c, overlap) => {
			const [watermark, stamped, until] = [a, b, c].sort((one, other) => one - other).map((minutes) => DateTime.fromISO(start).plus({ minutes }));
			const from = wallClockSince(watermark.toJSDate(), { zone: ZONE, overlapMinutes: overlap, until: until.toJSDate() });
			expect(stamped.setZone(ZONE).toFormat(FORMAT) >= from.toFormat(FORMAT)).toBe(true);
		}),
		{ numRuns: 3000 },
	);
});
