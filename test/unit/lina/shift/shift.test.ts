import fc from 'fast-check';
import { DateTime } from 'luxon';

import { setClock } from '../../../../nodes/kit/clock';
import { presentShift, readShift, shiftKey, wireShift, wireTimes } from '../../../../nodes/Lina/shift/shift';
import { ANY, entered, OTHER, PERSON, shift } from './shifts';

afterEach(() => setClock());

const unix = (text: string): number => Date.parse(text) / 1000;

/** What the clocks of Berlin show at a point in time. */
const shown = (seconds: number, format = 'yyyy-MM-dd HH:mm'): string => DateTime.fromSeconds(seconds, { zone: 'Europe/Berlin' }).toFormat(format);

const date = fc.date({ min: new Date('2000-01-02'), max: new Date('2049-12-30'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
const minutes = fc.integer({ min: 0, max: 1439 });
const clock = (of: number): string => `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;

describe('trap 4: a shift is written in the time of Berlin, whatever zone n8n runs in', () => {
	test('the contract’s sample: midnight in Berlin, and an end after midnight', () => {
		expect(wireTimes(shift({ date: '2023-09-09', from: '14:00', to: '01:00' }))).toEqual({ datum: 1_694_210_400, von: unix('2023-09-09T12:00:00Z'), bis: unix('2023-09-09T23:00:00Z') });
	});

	test.each([
		['2026-01-15', '2026-01-14T23:00:00Z'],
		['2026-07-15', '2026-07-14T22:00:00Z'],
		['2026-03-29', '2026-03-28T23:00:00Z'],
		['2026-03-30', '2026-03-29T22:00:00Z'],
		['2026-10-25', '2026-10-24T22:00:00Z'],
		['2026-10-26', '2026-10-25T23:00:00Z'],
	])('the date %s is midnight of Berlin, %s', (day, midnight) => {
		expect(wireTimes(shift({ date: day })).datum).toBe(unix(midnight));
	});

	test('any shift shows on the clocks of Berlin what was entered', () => {
		fc.assert(
			fc.property(date, minutes, minutes, (day, from, to) => {
				const isOddNight = [day, DateTime.fromISO(day).plus({ days: 1 }).toISODate()!].some((at) => DateTime.fromISO(at, { zone: 'Europe/Berlin' }).endOf('day').offset !== DateTime.fromISO(at, { zone: 'Europe/Berlin' }).offset);
				fc.pre(!isOddNight && from !== to);
				const { datum, von, bis } = wireTimes(shift({ date: day, from: clock(from), to: clock(to) }));
				expect(shown(datum)).toBe(`${day} 00:00`);
				expect(shown(von)).toBe(`${day} ${clock(from)}`);
				expect(shown(bis, 'HH:mm')).toBe(clock(to));
				expect(bis - von).toBe(((to - from + 1440) % 1440) * 60);
			}),
			{ numRuns: 500 },
		);
	});

	test.each([
		['a text without an offset', '2026-10-20 14:00'],
		['an ISO text without an offset', '2026-10-20T14:00:00'],
		['an ISO text with another offset', '2026-10-20T05:00:00-07:00'],
		['an ISO text in UTC', '2026-10-20T12:00:00.250Z'],
		['a luxon time of another zone', DateTime.fromISO('2026-10-20T08:00', { zone: 'America/New_York' })],
		['a Date', new Date('2026-10-20T12:00:00Z')],
	])('%s means 14:00 in Berlin', (_, from) => {
		expect(wireTimes(shift({ from, to: '22:30' }))).toMatchObject({ von: unix('2026-10-20T12:00:00Z'), bis: unix('2026-10-20T20:30:00Z') });
	});
});

test('an hour may have one digit', () => {
	expect(wireTimes(shift({ from: '9:05', to: '9:00' }))).toMatchObject({ von: unix('2026-10-20T07:05:00Z'), bis: unix('2026-10-21T07:00:00Z') });
});

test.each([
	[{ from: '09:00', to: '9:00' }, "'To' is the same time of day as 'From'"],
	[{ from: '2026-10-20T07:00:00Z', to: '09:00' }, "'To' is the same time of day as 'From'"],
	[{ from: '09:00', to: '11:00', from2: '14:00', to2: '14:00' }, "'Second Part To' is the same time of day as 'Second Part From'"],
])('%j would be paid for a whole day, and is refused', (fields, message) => {
	expect(() => shift(fields)).toThrow(message);
});

describe('the nights in which the clocks change', () => {
	test('a shift through the spring night is an hour shorter, one through the autumn night an hour longer', () => {
		const hours = (day: string): number => {
			const { von, bis } = wireTimes(shift({ date: day, from: '22:00', to: '06:00' }));
			return (bis - von) / 3600;
		};
		expect([hours('2026-03-27'), hours('2026-03-28'), hours('2026-10-24'), hours('2026-10-25')]).toEqual([8, 7, 9, 8]);
	});

	test('a time that the clocks leave out is refused, whatever it is meant to be', () => {
		fc.assert(
			fc.property(fc.integer({ min: 120, max: 179 }), fc.constantFrom('refuse', 'first', 'second'), (at, repeatedHour) => {
				expect(() => shift({ date: '2026-03-28', from: '20:00', to: clock(at) }, { repeatedHour })).toThrow("'To' is a time that the clocks of Berlin leave out that night");
				expect(() => shift({ date: '2026-03-29', from: clock(at), to: '10:00' }, { repeatedHour })).toThrow("'From' is a time that the clocks of Berlin leave out that night");
			}),
		);
	});

	test('a time that the clocks show twice is refused unless it is said which one is meant', () => {
		fc.assert(
			fc.property(fc.integer({ min: 120, max: 179 }), (at) => {
				const fields = { date: '2026-10-24', from: '20:00', to: clock(at) };
				expect(() => shift(fields)).toThrow("'To' is a time that the clocks of Berlin show twice that night");
				const [first, second] = (['first', 'second'] as const).map((repeatedHour) => wireTimes(shift(fields, { repeatedHour })).bis);
				expect([shown(first, 'HH:mm ZZ'), shown(second, 'HH:mm ZZ')]).toEqual([`${clock(at)} +02:00`, `${clock(at)} +01:00`]);
				expect(second - first).toBe(3600);
			}),
		);
	});

	test.each([
		['2026-10-25T02:30:00+02:00', '2026-10-25T00:30:00Z'],
		['2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00Z'],
	])('%s needs no choice', (to, at) => {
		expect(wireTimes(shift({ date: '2026-10-24', from: '20:00', to })).bis).toBe(unix(at));
	});

	test('a whole day is no more than 24 hours: not through the autumn night', () => {
		expect(() => shift({ date: '2026-10-24', from: '09:00', to: '2026-10-25 09:00' })).toThrow("'To' makes the shift longer than 24 hours");
		expect(wireTimes(shift({ date: '2026-10-26', from: '09:00', to: '2026-10-27 09:00' }))).toMatchObject({ von: unix('2026-10-26T08:00:00Z'), bis: unix('2026-10-27T08:00:00Z') });
	});
});

describe('a split shift', () => {
	test.each([
		['11:00', '14:30', '18:00', '23:00', '2026-10-20 18:00', '2026-10-20 23:00'],
		['11:00', '14:30', '18:00', '01:30', '2026-10-20 18:00', '2026-10-21 01:30'],
		['18:00', '23:00', '00:30', '02:00', '2026-10-21 00:30', '2026-10-21 02:00'],
		['18:00', '00:30', '01:00', '03:00', '2026-10-21 01:00', '2026-10-21 03:00'],
		['11:00', '14:30', '14:30', '18:00', '2026-10-20 14:30', '2026-10-20 18:00'],
	])('%s to %s and %s to %s has its second part from %s to %s', (from, to, from2, to2, von2, bis2) => {
		const times = wireTimes(shift({ from, to, from2, to2 }));
		expect([shown(times.von2!), shown(times.bis2!)]).toEqual([von2, bis2]);
	});

	test.each([
		[{ from2: '20:00', to2: '23:00' }, "'Second Part From' is before the first part ends"],
		[{ from2: '14:00', to2: '23:00' }, "'Second Part From' is before the first part ends"],
		[{ from2: '23:00' }, "'Second Part To' is empty"],
		[{ to2: '23:00' }, "'Second Part From' is empty"],
		[{ from2: '2026-10-20 23:00', to2: '2026-10-20 22:45' }, "'Second Part To' is not after 'Second Part From'"],
		[{ from2: '13:00', to2: '15:00' }, "'Second Part To' makes the shift longer than 24 hours"],
	])('%j is refused', (fields, message) => {
		expect(() => shift(fields)).toThrow(message);
	});
});

test.each([
	[{ userUuid: '' }, "'User UUID' is empty"],
	[{ userUuid: '7f1c2a34-5b6d-4e8f-9a0b-1c2d3e4f5a6' }, "'User UUID' is not a UUID"],
	[{ userUuid: 'Erika Mustermann' }, "'User UUID' is not a UUID"],
	[{ date: '' }, "'Date' is empty"],
	[{ date: '31.10.2026' }, "'Date' is not a date"],
	[{ date: '2026-02-30' }, "'Date' is not a date"],
	[{ from: '' }, "'From' is empty"],
	[{ from: '25:00' }, "'From' is not a time"],
	[{ from: '14.00' }, "'From' is not a time"],
	[{ from: 'noon' }, "'From' is not a time"],
	[{ from: '2026-10-20' }, "'From' is not a time"],
	[{ from: '2026-13-20T14:00' }, "'From' is not a time"],
	[{ from: '2026-13-20T14:00Z' }, "'From' is not a time"],
	[{ to: '24:00' }, "'To' is not a time"],
	[{ to: '2026-10-20 14:00' }, "'To' is not after 'From'"],
	[{ to: '2026-10-19 22:30' }, "'To' is not after 'From'"],
	[{ to: '2026-10-21 14:01' }, "'To' makes the shift longer than 24 hours"],
	[{ from: '2026-10-19 23:59' }, "'From' is neither on the 'Date' nor on the day after"],
	[{ from: '2026-10-22 00:00' }, "'From' is neither on the 'Date' nor on the day after"],
	[{ breakMinutes: 510 }, "'Break' is not shorter than the shift"],
	[{ breakMinutes: 1.5 }, "'Break' is not a whole number"],
	[{ breakMinutes: -1 }, "'Break' is not a whole number"],
])('%j is refused', (fields, message) => {
	expect(() => shift(fields)).toThrow(message);
});

test('a shift that begins after midnight belongs to the business day before', () => {
	expect(wireTimes(shift({ from: '2026-10-21 00:30', to: '04:00' }))).toEqual({ datum: unix('2026-10-19T22:00:00Z'), von: unix('2026-10-20T22:30:00Z'), bis: unix('2026-10-21T02:00:00Z') });
});

describe('the date', () => {
	const at = (now: string, day: string, limits = {}) => {
		setClock({ now: () => new Date(now) });
		return () => readShift(entered({ date: day }), { ...ANY, daysAhead: 0, daysBack: 92, ...limits });
	};

	test('may be today in Berlin, and no day later unless it is allowed', () => {
		expect(at('2026-10-20T22:30:00Z', '2026-10-21')).not.toThrow();
		expect(at('2026-10-20T21:30:00Z', '2026-10-21')).toThrow("'Date' is in the future");
		expect(at('2026-10-20T12:00:00Z', '2026-10-23', { daysAhead: 3 })).not.toThrow();
		expect(at('2026-10-20T12:00:00Z', '2026-10-24', { daysAhead: 3 })).toThrow("'Date' is more than 3 days ahead");
	});

	test('may not be long ago', () => {
		expect(at('2026-10-20T12:00:00Z', '2026-07-20')).not.toThrow();
		expect(at('2026-10-20T12:00:00Z', '2026-07-19')).toThrow("'Date' is more than 92 days ago");
	});
});

test('a break goes in minutes, and is left out where none is given', () => {
	expect(wireShift(shift({ breakMinutes: '30' }))).toEqual({ userUuid: PERSON, datum: expect.any(Number), von: expect.any(Number), bis: expect.any(Number), pause: 30 });
	expect(wireShift(shift({ breakMinutes: 0 }))).toMatchObject({ pause: 0 });
	expect(wireShift(shift({ breakMinutes: '' }))).not.toHaveProperty('pause');
	expect(shift({ from2: '23:00', to2: '23:30', breakMinutes: 539 }).breakMinutes).toBe(539);
});

test('the output tells the times of Berlin with their offsets', () => {
	expect(presentShift(shift({ to: '01:00', from2: '02:00', to2: '03:00', breakMinutes: 15 }))).toEqual({
		date: '2026-10-20',
		from: '2026-10-20T14:00:00+02:00',
		to: '2026-10-21T01:00:00+02:00',
		from2: '2026-10-21T02:00:00+02:00',
		to2: '2026-10-21T03:00:00+02:00',
		breakMinutes: 15,
	});
	expect(presentShift(shift())).toMatchObject({ from2: null, to2: null, breakMinutes: null });
});

describe('the key of a shift', () => {
	const key = (fields = {}) => shiftKey(shift(fields));

	test('is the same however it was entered, and whatever its break', () => {
		expect(new Set([key(), key({ from: '2026-10-20T12:00:00Z' }), key({ userUuid: PERSON.toUpperCase() }), key({ breakMinutes: 30 })]).size).toBe(1);
	});

	test('differs with the person and with each time', () => {
		const split = { from2: '23:00', to2: '23:30' };
		const keys = [key(), key({ userUuid: OTHER }), key({ date: '2026-10-21', from: '2026-10-21 14:00' }), key({ from: '14:01' }), key({ to: '22:31' }), key(split), key({ ...split, from2: '23:01' }), key({ ...split, to2: '23:31' })];
		expect(new Set(keys).size).toBe(keys.length);
	});

	test('does not differ with the date it is booked on: the same times would be paid twice', () => {
		expect(key({ date: '2026-10-19', from: '2026-10-20 14:00' })).toBe(key());
	});

	test('says nothing of the person', () => {
		expect(key()).toMatch(/^[0-9a-f]{64}$/);
		expect(key()).not.toContain(PERSON.slice(0, 8));
	});
});
