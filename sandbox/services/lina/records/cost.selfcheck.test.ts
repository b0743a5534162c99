import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { unixAt } from '../../../world/linaTime.ts';
import type { LinaShift } from '../../../world/linaTypes.ts';
import { makeRandom } from '../../../world/random.ts';
import { costOf, sumOf, toHundredths, type ShiftCost } from './cost.ts';
import { hourMap, jsonText } from './json.ts';
import { shuffled } from './rows.ts';

const NEVER = (): boolean => false;
const PAID = { hourlyWage: 10, surchargeRates: [0.25, 0.4, 0.5, 1.25] as [number, number, number, number] };
const NOTHING: Pick<LinaShift, 'von' | 'bis' | 'von2' | 'bis2' | 'pause'> = { von: 0, bis: 0, von2: 0, bis2: 0, pause: 0 };

/** A shift by clock times in hours from midnight of a date. */
function shift(date: string, from: number, to: number, more: object = {}): LinaShift {
	const times = { von: unixAt(date, from * 60), bis: unixAt(date, to * 60) };
	const rest = { shiftId: 1, userUuid: '', tage: 0, bereich: 1, confirmed: true, changedAt: '' };
	return { ...rest, ...NOTHING, businessDate: date, ...times, ...more };
}
const cost = (of: LinaShift, isHoliday: (date: string) => boolean = NEVER): ShiftCost => costOf(of, PAID, isHoliday);
const minutes = (of: ShiftCost): number => sumOf(of.byHour, (hour) => hour.minutes);
/** Hours in the four slots. */
const slots = (of: LinaShift, isHoliday?: (date: string) => boolean): readonly number[] => cost(of, isHoliday).surcharges;

describe('what a shift costs', () => {
	it('adds up, whatever the shift: hours, surcharges within presence, cost by hour', () => {
		const random = makeRandom(11);
		for (let round = 0; round < 400; round += 1) {
			const date = `2026-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
			const from = random.whole(20, 100) / 4;
			const to = from + random.whole(1, 50) / 4;
			const isSplit = random.chance(0.3);
			const second = isSplit ? { von2: unixAt(date, (to + 1) * 60), bis2: unixAt(date, (to + 1) * 60 + random.whole(1, 300)) } : {};
			const own = shift(date, from, to, { ...second, pause: random.whole(0, 45) });
			const holidays = random.chance(0.2) ? (of: string): boolean => of === date : NEVER;
			const of = costOf(own, { hourlyWage: random.whole(900, 2500) / 100, surchargeRates: PAID.surchargeRates }, holidays);
			const presence = (own.bis - own.von + own.bis2 - own.von2) / 60;
			const [night1, night2, sunday, holiday] = of.surcharges;
			assert.equal(minutes(of), presence);
			assert.equal(of.hours, toHundredths(Math.max(0, presence - own.pause) / 60));
			assert.ok(night1 + night2 <= presence / 60 + 0.01 && sunday + holiday <= presence / 60 + 0.01);
			assert.equal(toHundredths(sumOf(of.byHour, (hour) => hour.cost)), of.lohnkosten);
			assert.ok(of.byHour.every((hour, index) => hour.minutes > 0 && hour.minutes <= 60 && hour.cost >= 0 && (index === 0 || of.byHour[index - 1].at < hour.at)));
			assert.ok(of.lohnkosten >= toHundredths(of.brutto * 1.2));
		}
	});

	it('is wage and surcharges with what the employer adds', () => {
		const of = cost(shift('2026-10-07', 18, 25.5, { pause: 30 }));
		assert.deepEqual([of.hours, of.surcharges, of.brutto], [7, [4, 1.5, 0, 0], 70]);
		assert.equal(of.lohnkosten, toHundredths((70 + 4 * 2.5 + 1.5 * 4) * 1.21));
	});

	it('falls more on hours with surcharges', () => {
		const [seven, eight] = cost(shift('2026-10-07', 19, 21)).byHour;
		assert.deepEqual([seven.hour, eight.hour], [19, 20]);
		assert.equal(toHundredths(seven.cost * 1.25), eight.cost);
	});

	it('is nothing for an absence', () => {
		assert.deepEqual(cost({ ...shift('2026-10-07', 8, 16), ...NOTHING, tage: 1 }), { hours: 0, surcharges: [0, 0, 0, 0], brutto: 0, lohnkosten: 0, byHour: [] });
	});

	it('knows the night by the clock: 20 to 24 and 4 to 6, 0 to 4', () => {
		assert.deepEqual(slots(shift('2026-10-06', 19, 31)), [6, 4, 0, 0]);
	});

	describe('on a Sunday', () => {
		it('counts the whole calendar day, also for those who began on Saturday', () => {
			assert.deepEqual(slots(shift('2026-10-10', 22, 26)), [2, 2, 2, 0]);
			assert.deepEqual(slots(shift('2026-10-11', 10, 16)), [0, 0, 6, 0]);
		});
		it('goes on until four on Monday for those who began on Sunday, for others it does not', () => {
			assert.deepEqual(slots(shift('2026-10-11', 22, 29)), [3, 4, 6, 0]);
			assert.deepEqual(slots(shift('2026-10-12', 0.5, 5)), [1, 3.5, 0, 0]);
		});
		it('looks at each stretch of a split shift', () => {
			const late = { von2: unixAt('2026-10-12', 60), bis2: unixAt('2026-10-12', 180) };
			assert.deepEqual(slots(shift('2026-10-11', 12, 14, late)), [0, 2, 2, 0]);
		});
	});

	it('counts holidays by the same rule, and then no Sunday', () => {
		const isHoliday = (date: string): boolean => date === '2026-10-11';
		assert.deepEqual(slots(shift('2026-10-11', 22, 29), isHoliday), [3, 4, 0, 6]);
		assert.deepEqual(slots(shift('2026-10-10', 22, 25), isHoliday), [2, 1, 0, 1]);
		assert.deepEqual(slots(shift('2026-10-11', 22, 29), (date) => date === '2026-10-12'), [3, 4, 2, 5]);
	});

	describe('in the night in which clocks are set', () => {
		it('back, has nine hours from 20 to 4, with two within 2 o’clock', () => {
			const of = cost(shift('2026-10-24', 20, 28));
			assert.deepEqual([minutes(of), of.surcharges], [540, [4, 5, 5, 0]]);
			assert.deepEqual(of.byHour.map(({ hour }) => hour), [20, 21, 22, 23, 0, 1, 2, 2, 3]);
		});
		it('forward, has seven, with none within 2 o’clock', () => {
			const of = cost(shift('2026-03-28', 20, 28));
			assert.deepEqual([minutes(of), of.surcharges], [420, [4, 3, 3, 0]]);
			assert.deepEqual(of.byHour.map(({ hour }) => hour), [20, 21, 22, 23, 0, 1, 3]);
		});
	});
});

describe('answers as text', () => {
	it('keep the order of hours, which an object would not', () => {
		assert.equal(jsonText({ kost: new Map([[23, 1], [0, 2.5]]) }), '{"kost":{"23":1,"0":2.5}}');
	});
	it('write numbers as texts where that is wanted', () => {
		assert.equal(jsonText([{ von: 1, name: 'a"b', no: null, yes: true }], true), '[{"von":"1","name":"a\\"b","no":null,"yes":true}]');
	});
	it('write a map whose keys count from 0 as a list, where empty ones are lists', () => {
		const written = (...hours: number[]): string[] =>
			(['list', 'object'] as const).map((empty) => jsonText(hourMap(new Map(hours.map((hour) => [hour, hour + 0.5])), empty)));
		assert.deepEqual(written(), ['[]', '{}']);
		assert.deepEqual(written(0, 1), ['[0.5,1.5]', '{"0":0.5,"1":1.5}']);
		assert.deepEqual(written(1, 2), ['{"1":1.5,"2":2.5}', '{"1":1.5,"2":2.5}']);
		assert.deepEqual(written(23, 0), ['{"23":23.5,"0":0.5}', '{"23":23.5,"0":0.5}']);
	});
	it('come in an order that follows from what they are about alone', () => {
		const list = Array.from({ length: 12 }, (_, index) => index);
		assert.deepEqual(shuffled(list, 'a'), shuffled(list, 'a'));
		assert.notDeepEqual(shuffled(list, 'a'), shuffled(list, 'b'));
		assert.deepEqual(shuffled(list, 'a').sort((one, other) => one - other), list);
	});
});
