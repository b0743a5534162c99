import { Failure } from '../../../nodes/kit/failure';
import { readHours } from '../../../nodes/Lina/staffCost/hour';
import { hourMap, inDayOrder } from '../../../nodes/Lina/workingTime/hours';
import { readDayRow } from '../../../nodes/Lina/workingTime/row';
import { fullRow, PER_HOUR } from './samples';

const DATE = '2020-11-25';
const SAMPLE: unknown = JSON.parse(PER_HOUR);

const hoursOf = (answer: unknown, startsAt?: number) => readHours(answer, DATE, startsAt).map(({ hour }) => hour);

describe('trap 5: hour maps in JavaScript', () => {
	const ORDER = [12, 13, 14, 15, 19, 20, 21, 22, 23, 0, 1];

	test('the hours of a day come in its order, not in that of JSON.parse', () => {
		expect(Object.keys((SAMPLE as { eff: object }).eff)[0]).toBe('0');
		expect(hoursOf(SAMPLE)).toEqual(ORDER);
		expect(readDayRow(fullRow(), DATE).hourlyCosts.map(({ hour }) => hour)).toEqual(ORDER);
	});

	test.each([
		['a day within one date', [18, 9, 12], [9, 12, 18]],
		['a night', [22, 23, 0, 1, 2], [22, 23, 0, 1, 2]],
		['a single hour', [0], [0]],
		['two hours as far apart one way as the other', [18, 6], [6, 18]],
		['all hours', Array.from({ length: 24 }, (_entry, hour) => hour), [...Array.from({ length: 20 }, (_entry, hour) => hour + 4), 0, 1, 2, 3]],
		['no hour', [], []],
		['the hour that comes twice, once', [23, 0, 1, 2, 2, 3], [23, 0, 1, 2, 3]],
	])('%s', (_what, hours, expected) => expect(inDayOrder(hours)).toEqual(expected));

	test('the hour with which a day starts can be given', () => {
		expect(hoursOf(SAMPLE, 20)).toEqual([20, 21, 22, 23, 0, 1, 12, 13, 14, 15, 19]);
		expect(readDayRow(fullRow(), DATE, 0).hourlyCosts[0].hour).toBe(0);
	});

	test('the costs of a row begin with its first shift, however long its pause is', () => {
		const split = { von: Date.parse('2026-05-05T04:00:00Z') / 1000, bis: Date.parse('2026-05-05T05:00:00Z') / 1000, von2: Date.parse('2026-05-05T20:00:00Z') / 1000, bis2: Date.parse('2026-05-05T21:00:00Z') / 1000 };
		expect(readDayRow(fullRow({ ...split, stundenkosten: { 22: 1, 6: 1 } }), '2026-05-05').hourlyCosts.map(({ hour }) => hour)).toEqual([6, 22]);
	});
});

describe('trap 6: array or object', () => {
	test.each([
		['an empty object', {}],
		['an empty list', []],
	])('a day without staff, as %s', (_what, empty) => {
		expect(readHours({ eff: empty, kost: empty, kostUser: empty }, DATE)).toEqual([]);
		expect(readDayRow(fullRow({ stundenkosten: empty }), DATE).hourlyCosts).toEqual([]);
	});

	test('a day of which the whole answer is an empty list', () => expect(readHours([], DATE)).toEqual([]));

	test('a map whose hours begin at 0 comes as a list', () => {
		expect([...hourMap([5, 6], 'x')]).toEqual([[0, 5], [1, 6]]);
		expect(readHours({ eff: [80, 90], kost: [10, 11], kostUser: [[10], [5, 6]] }, DATE)).toEqual([
			{ hour: 0, efficiency: 80, cost: 10, costPerEmployee: [10] },
			{ hour: 1, efficiency: 90, cost: 11, costPerEmployee: [5, 6] },
		]);
	});

	test('the costs of employees come as an object where the list had gaps', () => {
		expect(readHours({ eff: { 9: 1 }, kost: { 9: 1 }, kostUser: { 9: { 0: 4, 2: 5 } } }, DATE)[0].costPerEmployee).toEqual([4, 5]);
	});
});

describe('trap 7: the end hour, and sums that do not match', () => {
	test('an hour in which a shift ends sharp stands where LINA gives it, and only there', () => {
		const hours = (stundenkosten: object) => readDayRow(fullRow({ von2: 0, bis2: 0, stundenkosten: stundenkosten as never }), DATE).hourlyCosts;
		expect(hours({ 12: 5.54, 13: 11.09, 14: 11.09, 15: 11.09 })).toEqual([
			{ hour: 12, cost: 5.54 },
			{ hour: 13, cost: 11.09 },
			{ hour: 14, cost: 11.09 },
			{ hour: 15, cost: 11.09 },
		]);
		expect(hours({ 12: 5.54, 13: 11.09, 14: 11.09 }).map(({ hour }) => hour)).toEqual([12, 13, 14]);
	});

	test('costs by hour that add up to something else than the costs of the row are given out as they are', () => {
		const { hourlyCosts, employerCost } = readDayRow(fullRow(), DATE);
		expect(hourlyCosts.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(121.47);
		expect(employerCost).toBe(111.22);
	});
});

describe('hours that can not be read are a failure', () => {
	const unreadable = (message: string): unknown => expect.objectContaining({ kind: 'unreadable', message });
	const failureOf = (read: () => unknown): unknown => {
		try {
			return read();
		} catch (error) {
			return error instanceof Failure ? error : undefined;
		}
	};

	test.each([
		['a map that is none', { eff: 1, kost: {}, kostUser: {} }, 'The field eff of 2020-11-25 is no map of hours'],
		['a missing map', { eff: {}, kostUser: {} }, 'The field kost of 2020-11-25 is no map of hours'],
		['an hour 24', { eff: { 24: 1 }, kost: {}, kostUser: {} }, 'The field eff of 2020-11-25 holds an hour that is none'],
		['a text for an hour', { eff: { status: 1 }, kost: {}, kostUser: {} }, 'The field eff of 2020-11-25 holds an hour that is none'],
		['a cost that is no number', { eff: {}, kost: { 9: 'x' }, kostUser: {} }, 'The field kost of 2020-11-25 holds something that is not a number'],
		['the cost of an employee that is none', { eff: {}, kost: {}, kostUser: { 9: [null] } }, 'The field kostUser of 2020-11-25 holds something that is not a number'],
		['costs of employees that are no list', { eff: {}, kost: {}, kostUser: { 9: 4 } }, 'The field kostUser of 2020-11-25 holds something that is no list'],
		['a list that is not empty', [1], "LINA's answer for 2020-11-25 holds no maps of hours"],
		['nothing', null, "LINA's answer for 2020-11-25 holds no maps of hours"],
	])('%s', (_what, answer, message) => expect(failureOf(() => readHours(answer, DATE))).toEqual(unreadable(message)));

	test.each([[null], ['x'], [undefined]])('costs by hour that are %p', (stundenkosten) => {
		expect(failureOf(() => readDayRow(fullRow({ stundenkosten } as never), DATE))).toEqual(unreadable('The field stundenkosten of a row of 2020-11-25 is no map of hours'));
	});

	test('a value that is missing in one map is told as unknown, not as zero', () => {
		expect(readHours({ eff: {}, kost: { 9: '4,5' }, kostUser: [] }, DATE)).toEqual([{ hour: 9, efficiency: null, cost: 4.5, costPerEmployee: [] }]);
	});
});
