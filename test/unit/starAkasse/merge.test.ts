import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { fingerprint } from '../../../nodes/StarAkasse/record/canonical';
import { diff } from '../../../nodes/StarAkasse/record/diff';
import type { Interval } from '../../../nodes/StarAkasse/record/hours';
import { NESTED_PHONE_HOURS, weekdayName } from '../../../nodes/StarAkasse/record/hours';
import type { RecordChange } from '../../../nodes/StarAkasse/record/merge';
import { merge } from '../../../nodes/StarAkasse/record/merge';
import { WIRE_NAMES, withNames } from '../../../nodes/StarAkasse/record/names';
import type { WireInterval } from './randomRecords';
import { allBut, dayOfHours, intervalsIn, randomRecord, randomSpelling, spelled } from './randomRecords';

const HOURS = { openingHours: 'akasseAabningstider', phoneHours: 'akasseTelefontider' } as const;

const asInterval = ({ ugedag, aabningstidspunkt, lukketidspunkt }: WireInterval): Interval => ({ weekday: ugedag, from: aabningstidspunkt, to: lukketidspunkt });

/** A change of one day of either kind of hours. */
const oneDay = fc
	.tuple(fc.constantFrom('openingHours' as const, 'phoneHours' as const), fc.integer({ min: 1, max: 7 }))
	.chain(([field, weekday]) => dayOfHours(weekday).map((day) => ({ field, weekday, day: day.map(asInterval) })));

describe('A change of one day', () => {
	test('changes that day and nothing else, whatever the record holds and however it is spelled', () => {
		const property = fc.property(randomRecord, randomSpelling, oneDay, (record, spelling, { field, weekday, day }) => {
			const before = spelled(record, spelling);
			const kept = JSON.stringify(before);
			const after = merge(before, { [field]: { mode: 'days', days: new Map([[weekday, day]]) } });
			const [was, is] = [intervalsIn(before, HOURS[field]), intervalsIn(after, HOURS[field])];

			expect(JSON.stringify(before)).toBe(kept);
			expect(allBut(after, HOURS[field])).toBe(allBut(before, HOURS[field]));
			expect(is.filter((interval) => interval.weekday !== weekday)).toEqual(was.filter((interval) => interval.weekday !== weekday));
			expect(is.filter((interval) => interval.weekday === weekday).map(({ from, to }) => `${String(from)}-${String(to)}`).sort()).toEqual(day.map(({ from, to }) => `${from}-${to}`).sort());
			const isModelled = [...was, ...intervalsIn(before, 'akasseTelefontider'), ...intervalsIn(before, 'akasseAabningstider')].length > 0;
			if (isModelled) expect(is.filter(({ json }) => !json.toLowerCase().includes(`"${spelling.closingName.toLowerCase()}"`))).toEqual([]);
			const named = diff(before, after).map((difference) => difference.field);
			expect(named.filter((name) => name !== `${field === 'openingHours' ? 'Opening' : 'Phone'} Hours ${weekdayName(weekday)}`)).toEqual([]);
			expect(named.length === 0).toBe(fingerprint(before) === fingerprint(after));
		});
		fc.assert(property, { seed: 7, numRuns: 500 });
	});

	test('an interval that stays keeps what else it holds, and a new one is spelled like those there', () => {
		const record = { Navn: 'A', AkasseAabningstider: [{ Ugedag: '2', Aabningstidspunkt: '09:00:00', AabningstidSluttidspunkt: '12:00:00', Note: 'x' }] };
		const days = new Map([[2, [{ weekday: 2, from: '09:00', to: '12:00' }, { weekday: 2, from: '13:00', to: '15:00' }]]]);

		expect(merge(record, { openingHours: { mode: 'days', days } }).AkasseAabningstider).toEqual([
			{ Ugedag: '2', Aabningstidspunkt: '09:00:00', AabningstidSluttidspunkt: '12:00:00', Note: 'x' },
			{ Ugedag: '2', Aabningstidspunkt: '13:00:00', AabningstidSluttidspunkt: '15:00:00' },
		]);
	});

	test.each([
		['as a list', {}, [{ ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '10:00' }]],
		['within akasseTelefontid where told so', { shape: { phoneHours: NESTED_PHONE_HOURS } }, { akasseTelefontid: [{ ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '10:00' }] }],
		['under the user’s own name', { names: withNames({ to: 'slut' }) }, [{ ugedag: 1, aabningstidspunkt: '09:00', slut: '10:00' }]],
	])('the first phone hours are written %s', (_, settings, expected) => {
		const change: RecordChange = { phoneHours: { mode: 'days', days: new Map([[1, [{ weekday: 1, from: '09:00', to: '10:00' }]]]) } };
		expect(merge({ navn: 'A' }, change, settings).akasseTelefontider).toEqual(expected);
	});

	test.each([
		['one object for one interval', { ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '10:00' }, { ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '11:00' }],
		['an object that holds more than the list', { akasseTelefontid: [], note: 'x' }, { akasseTelefontid: [{ ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '11:00' }], note: 'x' }],
	])('keeps the shape of hours: %s', (_, akasseTelefontider, expected) => {
		const change: RecordChange = { phoneHours: { mode: 'days', days: new Map([[1, [{ weekday: 1, from: '09:00', to: '11:00' }]]]) } };
		expect(merge({ navn: 'A', akasseTelefontider } as IDataObject, change).akasseTelefontider).toEqual(expected);
	});

	test.each([['a text', 'man-fre 9-15'], ['an interval without a day', [{ aabningstidspunkt: '09:00', lukketidspunkt: '10:00' }]], ['two lists', { a: [], b: [] }]])('is refused where the hours are not understood: %s', (_, akasseAabningstider) => {
		const change: RecordChange = { openingHours: { mode: 'days', days: new Map([[1, []]]) } };
		expect(() => merge({ akasseAabningstider } as IDataObject, change)).toThrow('in a form that is not understood');
	});
});

test('a whole week closes the days that it does not name', () => {
	const property = fc.property(randomRecord, randomSpelling, dayOfHours(3), (record, spelling, day) => {
		const before = spelled(record, spelling);
		const after = merge(before, { openingHours: { mode: 'week', days: new Map([[3, day.map(asInterval)]]) } });
		expect(intervalsIn(after, 'akasseAabningstider').map(({ weekday, from }) => [weekday, from])).toEqual(day.map(({ aabningstidspunkt }) => [3, aabningstidspunkt]));
		expect(allBut(after, 'akasseAabningstider')).toBe(allBut(before, 'akasseAabningstider'));
	});
	fc.assert(property, { seed: 7, numRuns: 200 });
});

describe('Fields', () => {
	const record = { akasseKode: '901', Navn: 'A', adresse: { vejnavn: 'Gade', Etage: '1', ukendt: 7 }, cvrNummer: 12345678, dybeLinks: [{ label: 'A', adresse: 'a', note: 1 }, { label: 'B', adresse: 'b' }] };

	test('are set under the name they have, the others as the vendor’s concept', () => {
		const after = merge(record, { plain: { name: 'B', phone: '70121212' }, address: { floor: '2', city: 'By' } });
		expect(after).toEqual({ ...record, Navn: 'B', telefonnummer: '70121212', adresse: { vejnavn: 'Gade', Etage: '2', ukendt: 7, bynavn: 'By' } });
	});

	test('that say the same already stay as they are', () => {
		expect(merge(record, { plain: { cvrNumber: '12345678' }, address: { street: 'Gade' } })).toEqual(record);
	});

	test('are deleted where told so, parts of the address too', () => {
		expect(merge(record, { remove: ['cvrNumber', 'floor', 'deepLinks'] })).toEqual({ akasseKode: '901', Navn: 'A', adresse: { vejnavn: 'Gade', ukendt: 7 } });
	});

	test.each([
		['changes one and adds one', 'change' as const, [{ label: 'A', adresse: 'x', note: 1 }, { label: 'B', adresse: 'b' }, { label: 'C', adresse: 'c' }]],
		['replaces all', 'replace' as const, [{ label: 'A', adresse: 'x', note: 1 }, { label: 'C', adresse: 'c' }]],
	])('a change of deep links %s', (_, mode, expected) => {
		const links = [{ label: 'A', address: 'x' }, { label: 'C', address: 'c' }];
		expect(merge(record, { deepLinks: { mode, links } }).dybeLinks).toEqual(expected);
	});

	test('are written in the style of the record where it doesn’t have them', () => {
		expect(merge({ Navn: 'A' }, { plain: { phone: '1' }, address: { city: 'By' } })).toEqual({ Navn: 'A', Telefonnummer: '1', Adresse: { Bynavn: 'By' } });
	});
});

describe('A fingerprint', () => {
	test('is the same however the record is spelled, and in whatever order it comes', () => {
		const property = fc.property(randomRecord, randomSpelling, (record, spelling) => {
			const turned = Object.fromEntries(Object.entries(spelled(record, spelling)).reverse());
			expect(fingerprint(turned)).toBe(fingerprint(record));
			expect(diff(record, turned)).toEqual([]);
		});
		fc.assert(property, { seed: 7, numRuns: 300 });
	});

	test('is another one as soon as any field is gone', () => {
		const property = fc.property(randomRecord, fc.nat(), (record, which) => {
			const filled = Object.keys(record).filter((name) => record[name] !== null && JSON.stringify(record[name]) !== '[]' && JSON.stringify(record[name]) !== '{}');
			const gone = filled[which % filled.length];
			const rest = Object.fromEntries(Object.entries(record).filter(([name]) => name !== gone));
			expect(fingerprint(rest)).not.toBe(fingerprint(record));
			expect(diff(record, rest)).not.toEqual([]);
		});
		fc.assert(property, { seed: 7, numRuns: 300 });
	});

	test('has 32 hexadecimal digits', () => {
		expect(fingerprint({ navn: 'A' })).toMatch(/^[0-9a-f]{32}$/);
	});
});

test('differences are told field by field, hours by day, a logo by its size', () => {
	const before = { navn: 'A', telefonnummer: '1', logo: Buffer.from('abc').toString('base64'), akasseAabningstider: [{ ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '12:00' }], kanal: { a: 1 } };
	const after = { navn: 'A', webadresse: 'x', logo: Buffer.from('abcd').toString('base64'), akasseAabningstider: [{ ugedag: 2, aabningstidspunkt: '09:00', lukketidspunkt: '12:00' }], kanal: { a: 2 } };

	expect(diff(before, after, WIRE_NAMES)).toEqual([
		{ field: 'Phone', before: '1', after: null },
		{ field: 'Web Address or Email', before: null, after: 'x' },
		{ field: 'Logo', before: expect.stringMatching(/^3 bytes, [0-9a-f]{8}$/) as unknown, after: expect.stringMatching(/^4 bytes, [0-9a-f]{8}$/) as unknown },
		{ field: 'kanal', before: '{"a":1}', after: '{"a":2}' },
		{ field: 'Opening Hours Monday', before: '09:00-12:00', after: 'closed' },
		{ field: 'Opening Hours Tuesday', before: 'closed', after: '09:00-12:00' },
	]);
});
