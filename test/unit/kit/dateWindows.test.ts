import fc from 'fast-check';

import type { DateWindow } from '../../../nodes/kit/dateWindows';
import { addDays, cutWindow, datesIn, halveWindow, isDate } from '../../../nodes/kit/dateWindows';

const DAY = 24 * 60 * 60 * 1000;
const onDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Any window from 1990 to 2059 of at most some years. */
const windows = fc.tuple(fc.integer({ min: 7305, max: 31_775 }), fc.nat(1200)).map(([first, more]): DateWindow => ({ from: onDay(first), to: onDay(first + more) }));

/** Every date of a window, by the calendar of JavaScript in UTC. */
const datesOf = ({ from, to }: DateWindow): string[] => {
	const dates: string[] = [];
	for (let time = Date.parse(from); time <= Date.parse(to); time += DAY) dates.push(new Date(time).toISOString().slice(0, 10));
	return dates;
};

test('cutting covers each date exactly once, in order, and no piece is too long', () => {
	fc.assert(
		fc.property(windows, fc.integer({ min: 1, max: 40 }), (window, most) => {
			const pieces = cutWindow(window, most);
			expect(pieces.flatMap(datesOf)).toEqual(datesOf(window));
			expect(Math.max(...pieces.map(datesIn))).toBeLessThanOrEqual(most);
			expect(pieces).toHaveLength(Math.ceil(datesIn(window) / most));
		}),
	);
});

test('halving covers each date exactly once, in order, and ends at single dates', () => {
	fc.assert(
		fc.property(windows, (window) => {
			const halves = halveWindow(window);
			if (datesIn(window) === 1) return expect(halves).toBeUndefined();
			expect(halves?.flatMap(datesOf)).toEqual(datesOf(window));
			expect(Math.abs(datesIn(halves![0]) - datesIn(halves![1]))).toBeLessThanOrEqual(1);
		}),
	);
});

test('dates are counted and moved by the calendar, in spring and in autumn', () => {
	fc.assert(
		fc.property(windows, fc.integer({ min: -800, max: 800 }), (window, days) => {
			expect(datesIn(window)).toBe(datesOf(window).length);
			expect(addDays(window.from, days)).toBe(new Date(Date.parse(window.from) + days * DAY).toISOString().slice(0, 10));
			expect(addDays(addDays(window.from, days), -days)).toBe(window.from);
		}),
	);
});

test.each([
	['2026-03-28', 1, '2026-03-29'],
	['2026-03-29', 1, '2026-03-30'],
	['2026-10-24', 1, '2026-10-25'],
	['2026-10-25', 1, '2026-10-26'],
	['2028-02-28', 1, '2028-02-29'],
	['2026-12-31', 1, '2027-01-01'],
	['2026-03-01', -1, '2026-02-28'],
])('%s and %d day is %s', (date, days, moved) => {
	expect(addDays(date, days)).toBe(moved);
});

test('a window that ends before it begins holds no date', () => {
	expect(datesIn({ from: '2026-10-02', to: '2026-10-01' })).toBe(0);
	expect(cutWindow({ from: '2026-10-02', to: '2026-10-01' }, 31)).toEqual([]);
	expect(halveWindow({ from: '2026-10-02', to: '2026-10-01' })).toBeUndefined();
});

test.each([
	['2026-10-31', true], ['2028-02-29', true], ['2026-02-29', false], ['2026-13-01', false], ['2026-00-10', false], ['2026-1-1', false],
	['2026-10-31T00:00:00Z', false], ['20261031', false], ['31-10-2026', false], ['', false], [' 2026-10-31', false],
])('"%s" is a date: %s', (text, is) => {
	expect(isDate(text)).toBe(is);
});
