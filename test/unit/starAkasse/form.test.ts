import fc from 'fast-check';

import type { Interval } from '../../../nodes/StarAkasse/record/hours';
import { clockTime } from '../../../nodes/StarAkasse/record/hours';
import { checkHours, hoursAdvice, hoursProblems, parseDay } from '../../../nodes/StarAkasse/record/hoursRules';
import { entryWarnings, readEntries, readLinks, readRemoval } from '../../../nodes/StarAkasse/update/change';
import type { HoursForm, HoursRow } from '../../../nodes/StarAkasse/update/hoursForm';
import { readHoursForm } from '../../../nodes/StarAkasse/update/hoursForm';
import { checkIdentity } from '../../../nodes/StarAkasse/update/identity';
import { logoWarnings } from '../../../nodes/StarAkasse/update/logo';
import { readWireNames } from '../../../nodes/StarAkasse/update/wireNames';
import { WIRE_NAMES } from '../../../nodes/StarAkasse/record/names';
import { dayOfHours } from './randomRecords';

const FIELD = 'Opening Hours by Day';

const read = (rows: HoursRow[], changes: Partial<HoursForm> = {}) => readHoursForm({ field: FIELD, mode: 'days', rows, closedDay: 'omit', lastWeekday: 7, ...changes });

const row = (weekday: unknown, from: string, to: string): HoursRow => ({ weekday, kind: 'interval', from, to });

describe('A form of hours', () => {
	test('gives each day that it names, whole', () => {
		const { change } = read([row(1, '09:00', '12:00'), row('1', '13:00', '15:00'), { weekday: 2, kind: 'closed' }, { weekday: 3, kind: 'text', text: '9:00-12:00, 13:00–15:30' }]);
		expect([...change.days]).toEqual([
			[1, [{ weekday: 1, from: '09:00', to: '12:00' }, { weekday: 1, from: '13:00', to: '15:00' }]],
			[2, []],
			[3, [{ weekday: 3, from: '09:00', to: '12:00' }, { weekday: 3, from: '13:00', to: '15:30' }]],
		]);
	});

	test.each([
		['no day', []],
		['a weekday that is none', [row(8, '09:00', '12:00')]],
		['a weekday by name', [row('Monday', '09:00', '12:00')]],
		['no time', [row(1, '09:00', '')]],
		['no text', [{ weekday: 1, kind: 'text', text: ' ' }]],
		['a text that is no hours', [{ weekday: 1, kind: 'text', text: '9 to 12' }]],
		['a day both closed and open', [row(1, '09:00', '12:00'), { weekday: 1, kind: 'closed' }]],
		['an open day that is closed first', [{ weekday: 1, kind: 'closed' }, row(1, '09:00', '12:00')]],
		['an end before the beginning', [row(1, '12:00', '09:00')]],
		['hours across midnight', [row(1, '22:00', '02:00')]],
		['an end at 24:00', [row(1, '22:00', '24:00')]],
		['a beginning at 00:00', [row(1, '00:00', '09:00')]],
		['an end at 00:00', [row(1, '09:00', '00:00')]],
		['an end equal to the beginning', [row(1, '09:00', '09:00')]],
		['no time of the day', [row(1, '25:00', '26:00')]],
		['minutes beyond the hour', [row(1, '09:60', '10:00')]],
		['an overlap', [row(1, '09:00', '12:00'), row(1, '11:59', '13:00')]],
		['the same interval twice', [row(1, '09:00', '12:00'), row(1, '09:00', '12:00')]],
	] as Array<[string, HoursRow[]]>)('is refused with %s', (_, rows) => {
		expect(() => read(rows)).toThrow(`'${FIELD}'`);
	});

	test('hours on a weekend are refused only where five days are taken', () => {
		expect(() => read([row(6, '09:00', '12:00')])).not.toThrow();
		expect(() => read([row(6, '09:00', '12:00')], { lastWeekday: 5 })).toThrow('Saturday');
	});

	test.each([
		['left out, and a note says so', 'omit' as const, [], 'I Opening Hours by Day: Friday closed, and so left out'],
		['sent as the pair where told so, with a warning', 'midnightPair' as const, [{ weekday: 5, from: '00:00', to: '00:00' }], 'W Opening Hours by Day: Friday closed, and sent as 00:00-00:00'],
	])('a closed day is %s, however it is entered', (_, closedDay, day, text) => {
		for (const closed of [{ weekday: 5, kind: 'closed' }, row(5, '00:00', '00:00'), { weekday: 5, kind: 'text', text: 'lukket' }, { weekday: 5, kind: 'text', text: '00:00-00:00' }]) {
			const { change, messages } = read([closed], { closedDay });
			expect([...change.days]).toEqual([[5, day]]);
			expect(messages.map((message) => `${message.type} ${message.text}`).join()).toContain(text);
		}
	});
});

describe('The rules of hours', () => {
	const RULES = { lastWeekday: 7, midnightPair: false } as const;
	const asInterval = ({ ugedag, aabningstidspunkt, lukketidspunkt }: { ugedag: number; aabningstidspunkt: string; lukketidspunkt: string }): Interval => ({ weekday: ugedag, from: aabningstidspunkt, to: lukketidspunkt });

	test('take any day of intervals that lie apart, written and read as a text too', () => {
		const property = fc.property(fc.integer({ min: 1, max: 7 }).chain(dayOfHours), (day) => {
			const intervals = day.map(asInterval);
			expect(hoursProblems(intervals, RULES)).toEqual([]);
			const text = intervals.map(({ from, to }) => `${from}-${to}`).join(', ');
			expect(parseDay('X', day[0]?.ugedag ?? 1, text)).toEqual(intervals);
		});
		fc.assert(property, { seed: 7 });
	});

	test('find two intervals that share a minute, in whatever order they come', () => {
		const property = fc.property(fc.integer({ min: 1, max: 7 }).chain(dayOfHours).filter((day) => day.length > 0), fc.nat(), (day, which) => {
			const intervals = day.map(asInterval);
			const { weekday, from } = intervals[which % intervals.length];
			expect(hoursProblems([{ weekday, from: '00:01', to: '23:59' }, ...intervals], RULES).join()).toContain('overlap');
			expect(hoursProblems([...intervals, { weekday, from, to: '23:59' }], RULES).join()).toContain('overlap');
		});
		fc.assert(property, { seed: 7 });
	});

	test('an interval may begin when another ends', () => {
		expect(hoursProblems([{ weekday: 1, from: '09:00', to: '12:00' }, { weekday: 1, from: '12:00', to: '13:00' }], RULES)).toEqual([]);
	});

	test('the pair for a closed day stands alone', () => {
		const pair = { weekday: 1, from: '00:00', to: '00:00' };
		expect(hoursProblems([pair], { ...RULES, midnightPair: true })).toEqual([]);
		expect(hoursProblems([pair], RULES)).toHaveLength(1);
		expect(hoursProblems([pair, { weekday: 1, from: '09:00', to: '10:00' }], { ...RULES, midnightPair: true })).toHaveLength(1);
	});

	test('a third interval of a day is advised against, not refused', () => {
		const day = ['08', '10', '12'].map((hour) => ({ weekday: 1, from: `${hour}:00`, to: `${hour}:30` }));
		expect(hoursAdvice(day)).toEqual(['Monday has 3 intervals: the vendor advises 2 a day at most']);
		expect(hoursAdvice(day.slice(1))).toEqual([]);
		expect(() => checkHours('X', day, RULES)).not.toThrow();
	});

	test.each([['9:00', '09:00'], ['09:00:00', '09:00'], [' 09:00 ', '09:00'], ['09:00:30', '09:00:30'], ['noon', 'noon']])('the time %s is %s', (given, expected) => {
		expect(clockTime(given)).toBe(expected);
	});
});

describe('The plain fields', () => {
	test('an empty text is no change', () => {
		expect(readEntries({ phone: ' ', street: '', cvrNumber: '', name: '' })).toEqual({ plain: {} });
	});

	test('are read as texts', () => {
		expect(readEntries({ phone: 70121212, cvrNumber: '12 34 56 78', isBusinessDepartment: false, street: 'Gade', name: 'A', nameAgreed: true })).toEqual({
			plain: { phone: '70121212', cvrNumber: '12345678', isBusinessDepartment: false, name: 'A' },
			address: { street: 'Gade' },
		});
	});

	test.each([[true, true], ['true', true], ['False', false], ['', undefined], [null, undefined]])('a switch that is %j is %j', (given, expected) => {
		expect(readEntries({ isBusinessDepartment: given }).plain?.isBusinessDepartment).toBe(expected);
	});

	test.each([[{ isBusinessDepartment: 'ja' }, "'Business Department'"], [{ isBusinessDepartment: 1 }, "'Business Department'"], [{ name: 'A' }, 'Agreed With STAR'], [{ name: 'A', nameAgreed: 'true' }, 'Agreed With STAR'], [{ cvrNumber: '1234567' }, "'CVR Number'"], [{ pNumber: '12345678901' }, "'P Number'"]])('%j is refused', (entries, text) => {
		expect(() => readEntries(entries)).toThrow(text);
	});

	test('what may be wrong is said', () => {
		expect(entryWarnings({ plain: { webAddress: 'x'.repeat(50) }, address: { postalCode: '2100', municipalityCode: '101' } })).toEqual([]);
		expect(entryWarnings({ plain: { webAddress: 'x'.repeat(51) }, address: { postalCode: '210', municipalityCode: '1' } })).toHaveLength(3);
	});
});

test.each([[[]], [[{ label: 'A', address: '' }]], [[{ label: '', address: 'a' }]], [[{ label: 'A', address: 'a' }, { label: ' A', address: 'b' }]]])('the links %j are refused', (links) => {
	expect(() => readLinks('change', links)).toThrow("'Links'");
});

test.each([
	[{ plain: { phone: '1' } }, ['phone']],
	[{ address: { floor: '1' } }, ['floor']],
	[{ address: { floor: '1' } }, ['address']],
	[{ openingHours: { mode: 'days' as const, days: new Map() } }, ['openingHours']],
	[{}, ['name']],
])('%j can not go with the deletion of %j', (change, remove) => {
	expect(() => readRemoval(change, remove)).toThrow("'Delete These Fields'");
});

test('what is to be deleted is read', () => {
	expect(readRemoval({ plain: { phone: '1' }, address: { floor: '1' } }, ['door', 'logo'])).toEqual(['door', 'logo']);
});

test.each([
	[Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 0],
	[Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 0],
	[Buffer.from('GIF89a'), 1],
	[Buffer.alloc(500_001), 2],
])('a logo is only warned about', (content, warnings) => {
	expect(logoWarnings(content)).toHaveLength(warnings);
});

describe('Names on the wire', () => {
	test('the user’s own come before ours', () => {
		expect(readWireNames([{ field: 'to', name: 'slut' }]).to).toEqual(['slut', 'lukketidspunkt', 'aabningstidSluttidspunkt']);
	});

	test.each([
		[[{ field: 'nothing', name: 'x' }]],
		[[{ field: 'to', name: '' }]],
		[[{ field: 'to', name: 'a b' }]],
		[[{ field: 'phone', name: 'Navn' }]],
		[[{ field: 'phone', name: 'x' }, { field: 'webAddress', name: 'X' }]],
		[[{ field: 'phone', name: 'x' }, { field: 'phone', name: 'y' }]],
	])('%j is refused', (entries) => {
		expect(() => readWireNames(entries)).toThrow("'Wire Names'");
	});

	test('the address of a link may be called as that of the a-kasse', () => {
		expect(() => readWireNames([{ field: 'linkAddress', name: 'adresse' }])).not.toThrow();
	});
});

describe('What was read', () => {
	test.each([[{ akasseKode: '901' }], [{ AkasseKode: 901 }], [{ navn: 'A' }]])('%j may be the record', (record) => {
		expect(checkIdentity(record, { akasseCode: '901' }, WIRE_NAMES)).toBe(record);
	});

	test.each([[{ akasseKode: '902', navn: 'A' }], [{ akasseKode: '901', afdelingskontorKode: '01', navn: 'A' }], [{ telefonnummer: '1' }], [{}]])('%j is not the record', (record) => {
		expect(() => checkIdentity(record, { akasseCode: '901' }, WIRE_NAMES)).toThrow('The service answered');
	});
});
