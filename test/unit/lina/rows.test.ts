import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../nodes/kit/failure';
import { readPeople } from '../../../nodes/Lina/employee/person';
import { numberOf, rowsIn } from '../../../nodes/Lina/wire';
import { readCosts, readDayRow, readTimes } from '../../../nodes/Lina/workingTime/row';
import { ACCEPTED, fullRow, FULL_DAY, PEOPLE, PER_DAY, rowsOf } from './samples';

const DATE = '2020-11-25';

/** Seconds since 1970 of a time with its offset. */
const unix = (iso: string): number => Date.parse(iso) / 1000;

const times = (changes: IDataObject) => readTimes({ ...rowsOf(ACCEPTED)[0], ...changes }, DATE);

const messageOf = (read: () => unknown): string => {
	try {
		read();
	} catch (error) {
		if (error instanceof Failure && error.kind === 'unreadable') return error.message;
	}
	return 'was read';
};

describe('trap 2: rows are anonymous', () => {
	test('what comes out holds no person, and no place among the others', () => {
		expect(Object.keys(readDayRow(fullRow(), DATE))).toEqual([
			...['businessDate', 'shifts', 'isAbsence', 'absenceDays', 'breakMinutes', 'area'],
			...['workedHours', 'surchargeHours', 'grossWage', 'employerCost', 'hourlyCosts'],
		]);
	});
});

describe('trap 3: the business day is not the calendar day', () => {
	test('work after midnight stays with the business day that was asked for', () => {
		const row = times({ von: unix('2020-11-26T00:30:00+01:00'), bis: unix('2020-11-26T02:00:00+01:00'), von2: 0, bis2: 0 });
		expect(row.businessDate).toBe(DATE);
		expect(row.shifts.map(({ from, to }) => [from, to])).toEqual([['2020-11-26T00:30:00+01:00', '2020-11-26T02:00:00+01:00']]);
	});
});

describe('trap 4: times are read in Berlin', () => {
	test('the sample decodes to the hours of its costs', () => {
		expect(readTimes(rowsOf(FULL_DAY)[0], DATE).shifts).toEqual([
			{ from: '2020-11-27T12:30:00+01:00', to: '2020-11-27T15:00:00+01:00', fromUnix: 1_606_476_600, toUnix: 1_606_485_600 },
			{ from: '2020-11-27T19:00:00+01:00', to: '2020-11-28T01:30:00+01:00', fromUnix: 1_606_500_000, toUnix: 1_606_523_400 },
		]);
	});

	test('in summer, and in both passes of the hour that comes twice', () => {
		const night = times({ von: unix('2026-10-25T00:30:00Z'), bis: unix('2026-10-25T01:30:00Z'), von2: unix('2026-07-01T10:00:00Z'), bis2: unix('2026-07-01T18:00:00Z') });
		expect(night.shifts.map(({ from, to }) => [from, to])).toEqual([
			['2026-07-01T12:00:00+02:00', '2026-07-01T20:00:00+02:00'],
			['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'],
		]);
	});
});

describe('trap 8: von=0 is a placeholder', () => {
	test.each([
		['the second pair', { von: 0, bis: 0 }, [1_606_500_000]],
		['the first pair', { von2: 0, bis2: 0 }, [1_606_474_800]],
		['the first pair, where there is no second one', { von2: undefined, bis2: undefined }, [1_606_474_800]],
		['both, as a split shift', {}, [1_606_474_800, 1_606_500_000]],
		['none', { von: 0, bis: 0, von2: 0, bis2: 0 }, []],
	])('the times stand in %s', (_where, changes, expected) => {
		const row = { ...rowsOf(ACCEPTED)[0], ...changes };
		const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as IDataObject;
		expect(readTimes(given, DATE).shifts.map(({ fromUnix }) => fromUnix)).toEqual(expected);
	});

	test('days off without times are an absence; a row without either is none', () => {
		const none = { von: 0, bis: 0, von2: 0, bis2: 0 };
		expect(times({ ...none, tage: 1 })).toMatchObject({ isAbsence: true, absenceDays: 1, shifts: [] });
		expect(times({ ...none, tage: 0 })).toMatchObject({ isAbsence: false, absenceDays: 0 });
		expect(times({ tage: 0.5 })).toMatchObject({ isAbsence: false, absenceDays: 0.5 });
	});

	test('a shift that goes on has a beginning and no end', () => {
		expect(times({ bis: 0, von2: 0, bis2: 0 }).shifts).toEqual([{ from: '2020-11-27T12:00:00+01:00', to: null, fromUnix: 1_606_474_800, toUnix: null }]);
	});

	test.each([
		['an end without a beginning', { von: 0 }],
		['an end before the beginning', { bis: 1_606_474_799 }],
		['a time before 1970', { von: -5 }],
		['a part of a second', { von: 1_606_474_800.5 }],
	])('%s is no shift', (_what, changes) => {
		expect(messageOf(() => times(changes))).toBe('The times von and bis of a row of 2020-11-25 are not those of a shift');
	});
});

describe('trap 11: h_zuschl_ and h_zuschlag_', () => {
	test('are the same, and come out by slot', () => {
		const { h_zuschl_25, h_zuschl_40, h_zuschl_50, ...rest } = rowsOf(PER_DAY)[0];
		const surcharges = { nightEarly: 4, nightLate: 1, sunday: 0 };
		expect(readCosts(rowsOf(PER_DAY)[0], DATE).surchargeHours).toEqual(surcharges);
		expect(readCosts({ ...rest, h_zuschlag_25: h_zuschl_25, h_zuschlag_40: h_zuschl_40, h_zuschlag_50: h_zuschl_50 }, DATE).surchargeHours).toEqual(surcharges);
	});

	test('the fourth slot is there where LINA gives it', () => {
		expect(readCosts({ ...rowsOf(PER_DAY)[0], h_zuschl_51: 2.5 }, DATE).surchargeHours.holiday).toBe(2.5);
		expect(readCosts({ ...rowsOf(PER_DAY)[0], h_zuschlag_51: 0 }, DATE).surchargeHours.holiday).toBe(0);
		expect(readCosts(rowsOf(PER_DAY)[0], DATE).surchargeHours).not.toHaveProperty('holiday');
	});
});

describe('trap 12: rows are given out under the date that was asked for', () => {
	test('also where their times lie on other days, as in the samples', () => {
		const row = readDayRow(fullRow(), DATE);
		expect(row.businessDate).toBe(DATE);
		expect(row.shifts).toHaveLength(2);
	});
});

describe('trap 13: the area is a number in rows and a name of people', () => {
	test('neither is made the other', () => {
		expect(times({ bereich: '7' }).area).toBe(7);
		expect(readPeople(rowsOf(PEOPLE)).map(({ area }) => area)).toEqual(['Service', 'Küche']);
		expect(messageOf(() => times({ bereich: 'Küche' }))).toBe('The field bereich of a row of 2020-11-25 is not a number');
	});
});

describe('trap 17: the surcharge rule is configurable', () => {
	test('hours by slot come out as they came, whatever hours were worked', () => {
		const surcharges = { h_zuschl_25: 9, h_zuschl_40: 0.25, h_zuschl_50: 24, h_zuschl_51: 12 };
		expect(readCosts({ ...rowsOf(PER_DAY)[0], ...surcharges }, DATE).surchargeHours).toEqual({ nightEarly: 9, nightLate: 0.25, sunday: 24, holiday: 12 });
	});
});

describe('numbers', () => {
	test.each([
		[9, 9],
		[0, 0],
		['0', 0],
		['11.22', 11.22],
		[' 11,22 ', 11.22],
		['-1.5e-7', -1.5e-7],
		['', undefined],
		['1.234,56', undefined],
		['zwölf', undefined],
		[null, undefined],
		[true, undefined],
		[NaN, undefined],
	])('%p is read as %p', (value, expected) => expect(numberOf(value)).toBe(expected));

	const FIELDS = ['pause', 'tage', 'bereich', 'h_brutto', 'h_zuschl_25', 'h_zuschl_40', 'h_zuschl_50', 'brutto', 'lohnkosten'];

	test.each(FIELDS)('a row whose %s is no number, or missing, is never read as nothing', (field) => {
		const without = Object.fromEntries(Object.entries(fullRow()).filter(([name]) => name !== field)) as IDataObject;
		expect(messageOf(() => readDayRow(fullRow({ [field]: 'x' }), DATE))).toBe(`The field ${field} of a row of 2020-11-25 is not a number`);
		expect(messageOf(() => readDayRow(without, DATE))).toBe(`The field ${field} of a row of 2020-11-25 is missing`);
		expect(messageOf(() => readDayRow(fullRow({ [field]: null }), DATE))).toBe(`The field ${field} of a row of 2020-11-25 is not a number`);
	});
});

describe('lists of rows', () => {
	test('come as lists, or as objects where a list had gaps', () => {
		expect(rowsIn([{ a: 1 }], DATE)).toEqual([{ a: 1 }]);
		expect(rowsIn({ 0: { a: 1 }, 2: { a: 2 } }, DATE)).toEqual([{ a: 1 }, { a: 2 }]);
		expect(rowsIn([], DATE)).toEqual([]);
	});

	test.each([['a text'], [null], [[1]], [{ status: 'success' }], [{ data: { a: 1 } }], [{}], [[[]]]])('%j is none', (answer) => {
		expect(messageOf(() => rowsIn(answer, DATE))).toBe("LINA's answer for 2020-11-25 is no list of rows");
	});
});

describe('people', () => {
	test('have the names that the pack gives out', () => {
		expect(readPeople(rowsOf(PEOPLE))[1]).toEqual({ userUuid: '196b3002-a8ae-4e2c-9de5-a317ef5c893c', firstName: 'Joe', lastName: 'Test', email: 'j@gastro-mis.de', area: 'Küche' });
	});

	test('without an id are not told apart, and not given out', () => {
		expect(messageOf(() => readPeople([{ userVorname: 'Joe' }]))).toBe('LINA gave out an employee without a userUuid');
		expect(messageOf(() => readPeople([{ userUuid: 'a', userName: {} }]))).toBe('The field userName of an employee is no text');
	});
});
