import fc from 'fast-check';
import { DateTime } from 'luxon';

import { locatorValue, readDate, readInteger, readIntegerList, readList, readText, readWallClock } from '../../../nodes/kit/parameters';

const locator = (value: unknown) => ({ __rl: true, mode: 'list', value });

describe('a list', () => {
	test.each([
		['10, 20', ['10', '20']],
		['10;20 30\n40', ['10', '20', '30', '40']],
		[[10, '20'], ['10', '20']],
		[[locator(10), locator('20')], ['10', '20']],
		[['10,20', 30], ['10', '20', '30']],
		[10, ['10']],
		[0, ['0']],
		[locator('10'), ['10']],
		['', []],
		[' , ', []],
		[null, []],
		[undefined, []],
		[[], []],
		[['', null], []],
	])('is read from %j', (value, list) => {
		expect(readList(value)).toEqual(list);
	});

	test('of numbers comes back however it was joined', () => {
		fc.assert(fc.property(fc.array(fc.nat()), fc.constantFrom(',', ', ', ';', ' ', '\n'), (numbers, mark) => expect(readIntegerList('Ids', numbers.join(mark))).toEqual(numbers)));
	});

	test('of numbers with a letter in it is refused', () => {
		expect(() => readIntegerList('Departments', '10, x')).toThrow("'Departments' is not a whole number");
	});
});

describe('a whole number', () => {
	test.each([[7, 7], ['7', 7], [' 7 ', 7], ['0', 0], [0, 0], ['007', 7], ['7.0', 7], [locator('7'), 7]])('is read from %j', (value, number) => {
		expect(readInteger('Limit', value)).toBe(number);
	});

	test.each([['7.5'], [7.5], ['x'], [-1], ['-1'], [true], [false], [NaN], [Infinity], [2 ** 53], ['0x10'], ['1e3'], ['0b1'], [{}], [[]]])('is refused from %j', (value) => {
		expect(() => readInteger('Limit', value)).toThrow(/^'Limit' is (empty|not a whole number)$/);
	});

	test.each([[''], ['  '], [null], [undefined], [locator('')]])('is missing in %j', (value) => {
		expect(() => readInteger('Limit', value)).toThrow("'Limit' is empty");
	});

	test('may have a least value', () => {
		expect(readInteger('Limit', 1, 1)).toBe(1);
		expect(() => readInteger('Limit', 0, 1)).toThrow("'Limit' is not a whole number");
		expect(readInteger('Offset', -3, -5)).toBe(-3);
	});
});

describe('a date', () => {
	const ZONE = 'Europe/Copenhagen';

	test.each([
		['2026-10-31', '2026-10-31'],
		[' 2026-10-31 ', '2026-10-31'],
		['2026-10-31T00:00:00', '2026-10-31'],
		['2026-10-31 23:59', '2026-10-31'],
		['2026-10-31T23:30:00Z', '2026-11-01'],
		['2026-06-30T22:30:00Z', '2026-07-01'],
		['2026-06-30T21:30:00.000Z', '2026-06-30'],
		['2026-10-31T23:30:00-05:00', '2026-11-01'],
		[DateTime.fromISO('2026-10-31T23:30:00Z'), '2026-11-01'],
		[DateTime.fromISO('2026-11-01T00:30:00', { zone: ZONE }), '2026-11-01'],
		[new Date('2026-10-31T23:30:00Z'), '2026-11-01'],
	])('is read from %s', (value, date) => {
		expect(readDate('Date', value, ZONE)).toBe(date);
	});

	test.each(['2026-02-29', '2026-13-01', '31-10-2026', '31.10.2026', 'soon', '2026-10-311', '2026-10', '2026', '10', '2026-10-31x', 20261031, true, {}, new Date('x')])('is refused from %s', (value) => {
		expect(() => readDate('From', value, ZONE)).toThrow(/^'From' is not a date/);
	});

	test.each([[''], [null], [undefined]])('is missing in %j', (value) => {
		expect(() => readDate('From', value, ZONE)).toThrow("'From' is empty");
	});

	test('stays the day it is, whatever the zone', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2059-01-01'), noInvalidDate: true }), fc.constantFrom('Europe/Oslo', 'Europe/Copenhagen', 'Pacific/Apia', 'utc'), (day, zone) => {
				const date = day.toISOString().slice(0, 10);
				expect(readDate('Date', date, zone)).toBe(date);
			}),
		);
	});
});

test.each([
	['2026-03-29T00:59:59Z', '2026-03-29 01:59:59'],
	['2026-03-29T01:00:00Z', '2026-03-29 03:00:00'],
	['2026-10-25T00:30:00Z', '2026-10-25 02:30:00'],
	['2026-10-25T01:30:00Z', '2026-10-25 02:30:00'],
	['2026-10-20T12:00:00', '2026-10-20 12:00:00'],
	['2026-10-20', '2026-10-20 00:00:00'],
])('%s is %s on the clock in Oslo', (value, wallClock) => {
	expect(readWallClock('Since', value, 'Europe/Oslo', 'yyyy-MM-dd HH:mm:ss')).toBe(wallClock);
});

test('a text is read from anything, without the blanks at its ends', () => {
	expect([' a ', 7, 0, null, undefined, '', locator(' a '), false].map(readText)).toEqual(['a', '7', '0', '', '', '', 'a', 'false']);
	expect([locator(7), 7, null].map(locatorValue)).toEqual([7, 7, null]);
});
