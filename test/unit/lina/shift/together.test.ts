import fc from 'fast-check';

import { contradictingShifts, overlap } from '../../../../nodes/Lina/shift/together';
import { OTHER, PERSON, shift } from './shifts';

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A shift within a day, by quarters of an hour. */
const stretch = fc.tuple(fc.integer({ min: 0, max: 94 }), fc.integer({ min: 1, max: 16 })).map(([from, length]) => [from * 15, Math.min(from + length, 95) * 15] as const);

/** The quarters of an hour that a shift covers. */
const quarters = ([from, to]: readonly [number, number]): number[] => Array.from({ length: (to - from) / 15 }, (_, at) => from + at * 15);

const read = (index: number, fields: Parameters<typeof shift>[0]) => ({ index, item: { json: {} }, value: { shift: shift(fields), sendAgain: false } });

describe('trap 1: shifts of one person', () => {
	test('overlap when they have a quarter of an hour in common, and not when they touch', () => {
		fc.assert(
			fc.property(stretch, stretch, (one, other) => {
				const [a, b] = [one, other].map(([from, to]) => shift({ from: clock(from), to: clock(to) }));
				const isCommon = quarters(one).some((quarter) => quarters(other).includes(quarter));
				expect([overlap(a, b), overlap(b, a)]).toEqual([isCommon, isCommon]);
			}),
		);
	});

	test('overlap by their second parts, and across midnight', () => {
		const split = shift({ from: '11:00', to: '14:00', from2: '18:00', to2: '01:00' });
		expect(overlap(split, shift({ from: '14:00', to: '18:00' }))).toBe(false);
		expect(overlap(split, shift({ from: '17:00', to: '18:15' }))).toBe(true);
		expect(overlap(split, shift({ date: '2026-10-21', from: '00:45', to: '04:00' }))).toBe(true);
		expect(overlap(split, shift({ date: '2026-10-21', from: '01:00', to: '04:00' }))).toBe(false);
	});

	test('are refused by item, and told apart from those of others', () => {
		const settled = contradictingShifts([read(0, {}), read(2, { userUuid: OTHER }), read(3, { userUuid: PERSON.toUpperCase() }), read(4, { from: '22:00', to: '23:00' }), read(5, { userUuid: OTHER, from: '22:30', to: '23:00' })]);
		expect(settled.map(({ from, ...rest }) => [from, 'failure' in rest && (rest.failure as Error).message])).toEqual([
			[[0], 'The same shift of one person is in items 0, 3'],
			[[3], 'The same shift of one person is in items 0, 3'],
			[[4], 'The shift overlaps another of the same person, in items 0, 3'],
		]);
	});
});
