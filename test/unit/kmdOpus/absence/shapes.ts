import fc from 'fast-check';

import { addDays, datesIn } from '../../../../nodes/kit/dateWindows';
import type { Occurrence } from '../../../../nodes/KmdOpus/absence/occurrence';
import type { Part } from '../../../../nodes/KmdOpus/absence/parts';
import { partsOf } from '../../../../nodes/KmdOpus/absence/parts';

export const OWN = { employeeNumber: '155', type: 'FE', relatedKey: '' };

/** A period with or without times at its ends, near the first of March. */
export const period: fc.Arbitrary<Part> = fc
	.record({ from: fc.integer({ min: 0, max: 8 }), days: fc.integer({ min: 0, max: 6 }), startTime: fc.constantFrom('', '12:30:00'), endTime: fc.constantFrom('', '14:00:00', '13:15:00') })
	.map(({ from, days, ...times }) => ({ startDate: addDays('2026-02-25', from), endDate: addDays('2026-02-25', from + days), ...times }));

export const recordsOf = (shape: Part, own: Partial<Occurrence> = {}): Occurrence[] => partsOf(shape).map((part) => ({ ...part, ...OWN, ...own }));

/** The days of a period, in order. */
export const daysOf = ({ startDate, endDate }: Part): string[] =>
	Array.from({ length: Math.max(0, datesIn({ from: startDate, to: endDate })) }, (_, at) => addDays(startDate, at));

export const sorted = (records: Occurrence[]): Occurrence[] => [...records].sort((one, other) => one.startDate.localeCompare(other.startDate));
