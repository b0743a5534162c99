import type { IDataObject } from 'n8n-workflow';

import type { InputItem } from '../../../nodes/kit/operation';
import { simplifyDay } from '../../../nodes/Lina/workingTime/changes';
import { reportDay } from '../../../nodes/Lina/workingTime/report';
import { daysOf } from '../../../nodes/Lina/workingTime/reportItems';
import { readDayRow } from '../../../nodes/Lina/workingTime/row';
import { fullRow } from './samples';

const DATE = '2026-10-05';
const SETTINGS = { minimumRows: 3, includeAbsences: false };
const ABSENCE = { von: 0, bis: 0, von2: 0, bis2: 0, tage: 1, bereich: 90, h_brutto: 0, brutto: 0, lohnkosten: 0 };

const rowsOf = (...wire: IDataObject[]) => wire.map((changes) => readDayRow(fullRow(changes), DATE));
const times = (count: number, changes: IDataObject): IDataObject[] => Array.from({ length: count }, () => changes);
const itemsOf = (...json: IDataObject[]): InputItem[] => json.map((entry, index) => ({ index, item: { json: entry } }));

describe('a report of a business day', () => {
	test('sums the rows of each area up', () => {
		const rows = rowsOf(...times(3, { bereich: 2, h_brutto: 0.1 }), { bereich: 1, h_zuschl_51: 2 }, ...times(2, { bereich: 1 }));
		expect(reportDay({ businessDate: DATE, rows }, SETTINGS)).toEqual([
			{ kind: 'area', businessDate: DATE, area: 1, rows: 3, workedHours: 27, surchargeHours: { nightEarly: 12, nightLate: 4.5, sunday: 0, holiday: 2 }, grossWage: 248.13, employerCost: 333.66 },
			{ kind: 'area', businessDate: DATE, area: 2, rows: 3, workedHours: 0.3, surchargeHours: { nightEarly: 12, nightLate: 4.5, sunday: 0 }, grossWage: 248.13, employerCost: 333.66 },
			{ kind: 'day', businessDate: DATE, deleted: false, areas: 2, suppressed: { areas: 0, rows: 0, absenceRows: 0 } },
		]);
	});

	test('suppresses areas with few rows, and says in counts alone how much', () => {
		const rows = rowsOf(...times(3, { bereich: 2 }), ...times(2, { bereich: 1 }), { bereich: 7 });
		const report = reportDay({ businessDate: DATE, rows }, SETTINGS);
		expect(report.map(({ kind, area }) => [kind, area])).toEqual([
			['area', 2],
			['day', undefined],
		]);
		expect(report[1].suppressed).toEqual({ areas: 2, rows: 3, absenceRows: 0 });
		expect(reportDay({ businessDate: DATE, rows }, { ...SETTINGS, minimumRows: 1 })).toHaveLength(4);
	});

	test('gives no total of the day, from which what is suppressed could be reckoned', () => {
		const rows = rowsOf(...times(3, { bereich: 2 }), { bereich: 1 });
		expect(Object.keys(reportDay({ businessDate: DATE, rows }, SETTINGS)[1])).toEqual(['kind', 'businessDate', 'deleted', 'areas', 'suppressed']);
	});

	test('leaves absences out, however many they are, unless they are wanted', () => {
		const rows = rowsOf(...times(4, ABSENCE), { ...ABSENCE, bereich: 2 }, ...times(2, { bereich: 2 }));
		expect(reportDay({ businessDate: DATE, rows }, SETTINGS)).toEqual([{ kind: 'day', businessDate: DATE, deleted: false, areas: 0, suppressed: { areas: 1, rows: 2, absenceRows: 5 } }]);
		const withAbsences = reportDay({ businessDate: DATE, rows }, { ...SETTINGS, includeAbsences: true });
		expect(withAbsences.map(({ area, rows: count, absenceDays }) => [area, count, absenceDays])).toEqual([
			[90, 4, 4],
			[undefined, undefined, undefined],
		]);
	});

	test.each<[string, IDataObject, boolean]>([
		['the hours, among rows without any', { von2: 0, bis2: 0, h_brutto: 0, brutto: 0, lohnkosten: 0 }, false],
		['the wages, among those who work unpaid', { brutto: 0, lohnkosten: 0 }, false],
		['the cost', { lohnkosten: 0 }, false],
		['the hours, among those who were absent', ABSENCE, true],
	])('suppresses an area in which one person alone adds to %s', (_what, others, includeAbsences) => {
		const settings = { ...SETTINGS, includeAbsences };
		const report = (...wire: IDataObject[]) => reportDay({ businessDate: DATE, rows: rowsOf(...wire.map((row) => ({ ...row, bereich: 1 }))) }, settings).map(({ kind }) => kind);
		expect(report({}, ...times(3, others))).toEqual(['day']);
		expect(report(others)).toEqual(['day']);
		expect(report(...times(3, {}), ...times(3, others))).toEqual(['area', 'day']);
	});

	test('suppresses an area in which one person alone was absent, where absences count', () => {
		const rows = rowsOf(...times(4, { bereich: 1 }), { ...ABSENCE, bereich: 1 });
		expect(reportDay({ businessDate: DATE, rows }, { ...SETTINGS, includeAbsences: true })).toHaveLength(1);
		expect(reportDay({ businessDate: DATE, rows }, SETTINGS)).toHaveLength(2);
	});

	test('tells of a day without rows that it has none', () => {
		expect(reportDay({ businessDate: DATE, rows: [] }, SETTINGS)).toEqual([{ kind: 'day', businessDate: DATE, deleted: true, areas: 0, suppressed: { areas: 0, rows: 0, absenceRows: 0 } }]);
	});
});

describe('trap 13: the area is a number, and the report goes by it', () => {
	test('areas that are numbers and texts of the same number are one', () => {
		const rows = rowsOf(...times(2, { bereich: 2 }), { bereich: '2' });
		expect(reportDay({ businessDate: DATE, rows }, SETTINGS)[0]).toMatchObject({ area: 2, rows: 3 });
	});
});

describe('the items of a report', () => {
	const day = (date: string, ...hours: number[]): IDataObject => simplifyDay({ businessDate: date, rows: hours.map((h_brutto) => fullRow({ h_brutto })) });
	const inShort = (input: InputItem[]) => daysOf(input).map(({ businessDate, rows, from }) => [businessDate, rows.map(({ workedHours }) => workedHours), from]);

	/** Rows as *Get Full Day* gives them out, of a day that has so many. */
	const reading = (rowsOfDay: number, ...hours: number[]): IDataObject[] => rowsOf(...hours.map((h_brutto) => ({ h_brutto }))).map((row) => ({ ...row, rowsOfDay }));

	test('are whole days, the last of a date in the place of those before', () => {
		expect(inShort(itemsOf(day('2026-10-06', 1), day(DATE, 2, 3), day('2026-10-06', 4)))).toEqual([
			[DATE, [2, 3], [1]],
			['2026-10-06', [4], [2]],
		]);
		expect(inShort(itemsOf({}, day(DATE)))).toEqual([[DATE, [], [1]]]);
	});

	test('are rows, gathered until their day is complete, whatever stands between them', () => {
		expect(inShort(itemsOf(...reading(2, 1), day('2026-10-06', 4), ...reading(2, 2)))).toEqual([
			[DATE, [1, 2], [0, 2]],
			['2026-10-06', [4], [1]],
		]);
	});

	test.each([
		['rows', [...reading(2, 1, 2), ...reading(2, 1, 3)], [1, 3], [2, 3]],
		['more rows', [...reading(1, 1), ...reading(2, 1, 3)], [1, 3], [1, 2]],
		['rows after the whole day', [day(DATE, 1, 2), ...reading(2, 1, 3)], [1, 3], [1, 2]],
		['the whole day after rows', [...reading(2, 1, 2), day(DATE, 1, 3)], [1, 3], [2]],
	])('of a day that was read twice count once, by the later reading: %s', (_what, json, hours, from) => {
		expect(inShort(itemsOf(...json))).toEqual([[DATE, hours, from]]);
	});

	test('lift no area over the minimum by coming twice', () => {
		const [read] = daysOf(itemsOf(...reading(2, 1, 2), ...reading(2, 1, 2)));
		expect(reportDay(read, SETTINGS)).toEqual([{ kind: 'day', businessDate: DATE, deleted: false, areas: 0, suppressed: { areas: 1, rows: 2, absenceRows: 0 } }]);
	});

	test.each([
		['some rows', reading(3, 1, 2), 2],
		['some rows of the later reading', [...reading(3, 1, 2, 3), ...reading(3, 1)], 1],
		['some rows, and then the day as it was read later', [...reading(3, 1, 2), ...reading(2, 1, 2)], 2],
		['some rows, and then the whole day', [...reading(3, 1, 2), day(DATE, 1)], 2],
	])('that are a part of a day can not be reported: %s', (_what, json, count) => {
		expect(() => daysOf(itemsOf(...json))).toThrow(`'items' hold ${count} of the 3 rows of ${DATE}`);
	});

	test.each([
		['raw rows', fullRow({ businessDate: DATE })],
		['raw days', { datum: '05.10.2026', schichten: [] }],
		['times without costs', { businessDate: DATE, isAbsence: false, area: 1, absenceDays: 0 }],
		['rows that do not say how many there are', readDayRow(fullRow(), DATE)],
		['a row of a day without any', { ...readDayRow(fullRow(), DATE), rowsOfDay: 0 }],
		['a day whose rows are none', { businessDate: DATE, rows: [1] }],
	])('%s are none', (_what, json) => {
		expect(() => daysOf(itemsOf(json))).toThrow("'items' hold something else than working times in item 0");
	});
});
