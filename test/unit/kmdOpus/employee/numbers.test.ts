import fc from 'fast-check';

import type { Numbers } from '../../../../nodes/KmdOpus/employee/numbers';
import { above, halves, inPieces, isNobody, readNumbers, theseNumbers, wireNumbers } from '../../../../nodes/KmdOpus/employee/numbers';
import { lastHandled, readReplacements } from '../../../../nodes/KmdOpus/employee/numbersInText';

const HIGHEST = 40;

/** Who is meant, one by one. */
const members = ({ ranges, except }: Numbers): number[] => {
	const holds = (among: Numbers['ranges'], number: number) => among.some(({ from, to }) => from <= number && number <= to);
	return Array.from({ length: HIGHEST }, (_, at) => at + 1).filter((number) => holds(ranges, number) && !holds(except, number));
};

const entry = fc.tuple(fc.integer({ min: 1, max: HIGHEST }), fc.integer({ min: 0, max: 8 }), fc.boolean()).map(([from, more, excluded]) => ({ from, to: Math.min(HIGHEST, from + more), excluded }));
const entries = fc.array(entry, { minLength: 1, maxLength: 8 }).filter((list) => list.some(({ excluded }) => !excluded));
const written = (list: Array<{ from: number; to: number; excluded: boolean }>) => list.map(({ from, to, excluded }) => `${excluded ? '!' : ''}${from}${from === to ? '' : `-${to}`}`).join(', ');
const wanted = (list: Array<{ from: number; to: number; excluded: boolean }>) =>
	Array.from({ length: HIGHEST }, (_, at) => at + 1).filter((number) => {
		const by = (excluded: boolean) => list.some((one) => one.excluded === excluded && one.from <= number && number <= one.to);
		return by(false) && !by(true);
	});

test('whatever is written is read, in ascending order and nobody twice, and the wire says the same', () => {
	fc.assert(
		fc.property(entries, (list) => {
			const numbers = readNumbers('Numbers', written(list));
			expect(members(numbers)).toEqual(wanted(list));
			for (const [at, { from }] of numbers.ranges.entries()) expect(at === 0 || from > numbers.ranges[at - 1].to).toBe(true);
			expect(members(readNumbers('Numbers', wireNumbers(numbers)))).toEqual(wanted(list));
		}),
	);
});

test('what is left above a number, both halves, and pieces lose nobody and double nobody', () => {
	fc.assert(
		fc.property(entries, fc.integer({ min: 0, max: HIGHEST + 1 }), fc.integer({ min: 1, max: 3 }), (list, number, size) => {
			const numbers = readNumbers('Numbers', written(list));
			const all = members(numbers);
			expect(members(above(numbers, number))).toEqual(all.filter((one) => one > number));
			expect(inPieces(numbers, size).flatMap(members)).toEqual(all);
			expect(halves(numbers)?.flatMap(members) ?? all).toEqual(all);
			expect(halves(numbers) === undefined).toBe(numbers.ranges.length === 1 && numbers.ranges[0].from === numbers.ranges[0].to);
			expect(isNobody(above(numbers, HIGHEST))).toBe(true);
		}),
	);
});

test('single numbers are asked for in ascending order', () => expect(wireNumbers(theseNumbers(['30', '7', '30']))).toEqual(['7', '30']));

describe('the text of status 103', () => {
	test.each<[string, number | undefined, number | undefined]>([
		['Tidsgrænsen er nået. Sidst behandlede medarbejder: 00001234.', undefined, 1234],
		['Sidste medarbejder 1234, tid 60 sek.', undefined, 1234],
		['Behandlet til og med 1234', 1234, 1234],
		['Behandlet til og med 1234', 1200, undefined],
		['Tidsgrænsen på 60 sekunder er nået', undefined, undefined],
		['12 af 500: MA-nr. 00001234 den 22.11.2026 kl. 10:15:00', undefined, 1234],
		['Medarbejder 12 og medarbejder 13', undefined, undefined],
		['00001234 og 00001235', undefined, undefined],
		['Sag 1205551234', undefined, undefined],
		['', undefined, undefined],
	])('"%s" (highest in the answer: %p) names %p', (text, highest, number) => expect(lastHandled(text, highest)).toBe(number));
});

describe('the text of status 102', () => {
	test.each<[string, string | undefined, unknown]>([
		['Medarbejdernummer 00000011 er slettet. Foreslået: 00000021, 00000022.', undefined, [{ replaced: '11', suggested: ['21', '22'] }]],
		['Medarbejdernummer 00000011 er slettet. Foreslået: 00000021, 00000022.', '11', [{ replaced: '11', suggested: ['21', '22'] }]],
		['11 er erstattet af 21 pr. 01.01.2026', undefined, [{ replaced: '11', suggested: ['21'] }]],
		['00000011 er slettet. Nyt nummer: 00000021. 00000012 er slettet. Nyt nummer: 00000022', undefined, [{ replaced: '11', suggested: ['21'] }, { replaced: '12', suggested: ['22'] }]],
		['Medarbejder slettet, se 00000021', '11', [{ replaced: '11', suggested: ['21'] }]],
		['Brug 00000021 i stedet for 00000011', '11', [{ replaced: '11', suggested: ['21'] }]],
		['Foreslået: 00000021', undefined, [{ replaced: null, suggested: ['21'] }]],
		['Slettet', '11', [{ replaced: '11', suggested: [] }]],
		['010157-5001 er slettet. Foreslået: 21', '11', [{ replaced: '11', suggested: ['21'] }]],
	])('"%s" (asked for: %p)', (text, asked, replacements) => expect(readReplacements(text, asked)).toEqual(replacements));
});
