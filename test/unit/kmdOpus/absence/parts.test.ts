import fc from 'fast-check';

import { partsOf } from '../../../../nodes/KmdOpus/absence/parts';
import { daysOf, period } from './shapes';

const brief = (startDate: string, endDate: string, startTime = '', endTime = '') =>
	partsOf({ startDate: `2026-03-0${startDate}`, endDate: `2026-03-0${endDate}`, startTime, endTime }).map((part) =>
		[part.startDate.slice(-1), part.startTime.slice(0, 5), '-', part.endDate.slice(-1), part.endTime.slice(0, 5)].filter(Boolean).join(' '),
	);

test.each([
	['whole days', ['2', '6'], ['2 - 6']],
	['a single whole day', ['2', '2'], ['2 - 2']],
	['a single day with a start', ['2', '2', '12:30:00'], ['2 12:30 - 2']],
	['a single day with an end', ['2', '2', '', '11:00:00'], ['2 - 2 11:00']],
	['a single day with both', ['2', '2', '09:00:00', '11:00:00'], ['2 09:00 - 2 11:00']],
	['two days with both', ['2', '3', '12:30:00', '11:00:00'], ['2 12:30 - 2', '3 - 3 11:00']],
	['three days with both', ['2', '4', '12:30:00', '11:00:00'], ['2 12:30 - 2', '3 - 3', '4 - 4 11:00']],
	['many days with both', ['2', '8', '12:30:00', '11:00:00'], ['2 12:30 - 2', '3 - 7', '8 - 8 11:00']],
	['many days with a start', ['2', '6', '12:30:00'], ['2 12:30 - 2', '3 - 6']],
	['many days with an end', ['2', '6', '', '11:00:00'], ['2 - 5', '6 - 6 11:00']],
	['two days with a start', ['2', '3', '12:30:00'], ['2 12:30 - 2', '3 - 3']],
] as Array<[string, [string, string, string?, string?], string[]]>)('%s', (_what, given, parts) => {
	expect(brief(...given)).toEqual(parts);
});

test('the parts cover each day once, in order; times stand on single days only', () => {
	fc.assert(
		fc.property(period, (shape) => {
			const parts = partsOf(shape);
			expect(parts.flatMap(daysOf)).toEqual(daysOf(shape));
			expect(parts.length).toBeLessThanOrEqual(3);
			for (const part of parts) {
				if (part.startTime || part.endTime) expect(part.startDate).toBe(part.endDate);
			}
			expect(parts[0].startTime).toBe(shape.startTime);
			expect(parts.at(-1)?.endTime).toBe(shape.endTime);
		}),
	);
});
