import fc from 'fast-check';
import { DateTime } from 'luxon';

import { changeWindows, startOfChanges } from '../../../../nodes/KmdOpus/trigger/windows';

const ZONE = 'Europe/Copenhagen';
const WIRE = "yyyy-MM-dd'T'HH:mm:ss";

/** As the service stamps what happens. */
const stamp = (time: number): string => DateTime.fromMillis(time, { zone: ZONE }).toFormat(WIRE);

const HOUR = 3_600_000;
/** Around both nights of a year in which the clocks change. */
const NIGHTS = ['2026-10-25T01:00:00Z', '2027-03-28T01:00:00Z'].map(Date.parse);
const moment = fc.tuple(fc.constantFrom(...NIGHTS), fc.integer({ min: -6 * HOUR, max: 6 * HOUR })).map(([night, from]) => night + from - (from % 1000));

test('nothing that happens after the watermark, or within the overlap before it, is stamped before what is asked for', () => {
	fc.assert(
		fc.property(moment, fc.integer({ min: 0, max: 4 * HOUR }), fc.integer({ min: 0, max: 90 }), (watermark, later, overlap) => {
			const [{ period }] = changeWindows(new Date(watermark), new Date(watermark + HOUR), overlap);
			expect(stamp(watermark - overlap * 60_000 + later) >= String(period.from)).toBe(true);
		}),
		{ numRuns: 2000 },
	);
});

test('what is asked for never goes back, and is a time that the clocks show', () => {
	fc.assert(
		fc.property(moment, fc.integer({ min: 0, max: 3 * HOUR }), fc.integer({ min: 0, max: 90 }), (watermark, later, overlap) => {
			const [before, after] = [watermark, watermark + later].map((time) => String(changeWindows(new Date(time), new Date(time), overlap)[0].period.from));
			expect(after >= before).toBe(true);
			expect(DateTime.fromFormat(after, WIRE, { zone: ZONE }).toFormat(WIRE)).toBe(after);
		}),
		{ numRuns: 2000 },
	);
});

test('a backlog is cut so that everything falls into a window, and the last one is open', () => {
	fc.assert(
		fc.property(moment, fc.integer({ min: 0, max: 60 * 24 }), fc.integer({ min: 0, max: 60 * 24 }), (watermark, hours, at) => {
			const startedAt = watermark + hours * HOUR;
			const windows = changeWindows(new Date(watermark), new Date(startedAt), 60);
			const happened = watermark + Math.min(hours, at) * HOUR;
			expect(windows.some(({ period: { from = '', to = '9999' } }) => from <= stamp(happened) && stamp(happened) <= to)).toBe(true);
			expect(windows[windows.length - 1].period.to).toBeUndefined();
			expect(windows[windows.length - 1].until.getTime()).toBe(startedAt);
			expect(windows.length).toBeLessThanOrEqual(hours / (7 * 24 - 1) + 1);
		}),
	);
});

test('a time to start from bounds what is asked for; on the night when an hour comes twice, before its first pass', () => {
	const start = startOfChanges(new Date('2026-07-01T10:00:00Z'));
	expect(start).toBe('2026-07-01T12:00:00');
	expect(changeWindows(new Date('2026-07-01T10:00:00Z'), new Date('2026-07-01T10:05:00Z'), 60, start)[0].period.from).toBe(start);
	expect(changeWindows(new Date('2026-07-01T13:00:00Z'), new Date('2026-07-01T13:05:00Z'), 60, start)[0].period.from).toBe('2026-07-01T13:00:00');
	expect(startOfChanges(new Date('2026-10-25T00:30:00Z'))).toBe('2026-10-25T01:30:00');
});

test('a watermark that lies ahead, set by a clock that was put right since, passes nothing over', () => {
	const [ahead, startedAt] = ['2026-11-03T09:00:00Z', '2026-11-02T09:00:00Z'].map((time) => new Date(time));
	expect(changeWindows(ahead, startedAt, 60, '2026-11-03T09:00:00')).toEqual([{ period: { from: '2026-11-02T09:00:00' }, until: startedAt }]);
});
