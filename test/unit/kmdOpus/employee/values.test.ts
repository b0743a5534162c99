import { AREAS } from '../../../../nodes/KmdOpus/employee/areas';
import { asBoolean, asDate, asDecimal, asHours, asText, asTime } from '../../../../nodes/KmdOpus/employee/values';

test.each([
	['12,50', 12.5], ['12.50', 12.5], ['1.234,56', 1234.56], ['1,234.56', 1234.56], ['1.234.567', 1234567], ['1.234.567,8', 1234567.8],
	['-0,75', -0.75], ['42', 42], ['0,00', 0], ['7.40', 7.4], [' 5 ', 5], ['', null], ['  ', null], ['ca. 5', 'ca. 5'], ['1,2,3', '1,2,3'], ['-', '-'],
])('the decimal "%s" is %p', (text, value) => expect(asDecimal(text)).toBe(value));

test.each([['037000', 37], ['018500', 18.5], ['37,00', 37], ['37', 37], ['', null], ['0370000', 370000]])('the hours "%s" are %p', (text, value) => expect(asHours(text)).toBe(value));

test.each([['true', true], ['1', true], ['X', true], ['false', false], ['0', false], ['', null], ['?', '?']])('the flag "%s" is %p', (text, value) => expect(asBoolean(text)).toBe(value));

test.each([
	['2026-10-31', '2026-10-31'], ['20261031', '2026-10-31'], ['31.10.2026', '2026-10-31'], ['31-10-2026', '2026-10-31'], ['2026-10-31T00:00:00', '2026-10-31'],
	['0000-00-00', null], ['00000000', null], ['', null], ['snart', 'snart'],
])('the date "%s" is %p', (text, value) => expect(asDate(text)).toBe(value));

test.each([['08:00:00', '08:00:00'], ['08:00:00.000Z', '08:00:00'], ['24:00:00', '24:00:00'], ['', null], ['kl. 8', 'kl. 8']])('the time "%s" is %p', (text, value) => expect(asTime(text)).toBe(value));

test.each([[' Æ ', 'Æ'], ['', null], ['****', '****']])('the text "%s" is %p', (text, value) => expect(asText(text)).toBe(value));

test('no two areas share a name, a code, a group or, but for validity, a field', () => {
	const all = (pick: (area: (typeof AREAS)[number]) => unknown[]) => AREAS.flatMap(pick).filter((entry) => entry !== undefined);
	for (const entries of [all(({ name }) => [name]), all(({ code }) => [code]), all(({ element }) => [element]), all(({ fields }) => fields.map(({ name }) => name))]) {
		expect(new Set(entries).size).toBe(entries.length);
	}
});
