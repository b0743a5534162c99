import fc from 'fast-check';

import { isSensitiveField, maskText, maskValue } from '../../../nodes/kit/mask';

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const date = fc
	.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.nat(99), fc.constantFrom(0, 0, 40))
	.map(([month, day, year, raised]) => `${twoDigits(Math.min(day, DAYS[month - 1]) + raised)}${twoDigits(month)}${twoDigits(year)}`);
const serial = fc.oneof(fc.stringMatching(/^\d{4}$/), fc.stringMatching(/^\d{5}$/));

/** A Danish CPR number, or a Norwegian fødselsnummer or D-number (the day raised by 40), as people write them. */
const personNumber = fc.tuple(date, fc.constantFrom('', '-', ' '), serial).map((parts) => parts.join(''));
const separated = fc.stringMatching(/^[^0-9A-Za-z]{0,6}$/);
const words = fc.stringMatching(/^[ .,:;()'"_/ÆØÅæøå-]*$/);

describe('a text', () => {
	test('that holds a person’s number does not hold it any more', () => {
		fc.assert(
			fc.property(personNumber, separated, separated, (number, before, after) => {
				const masked = maskText(`Medarbejder ${before}${number}${after} er låst`);
				expect(masked).not.toContain(number);
				expect(masked).not.toContain(number.slice(-4));
				expect(masked).toContain('***');
			}),
		);
	});

	test('that holds several loses them all', () => {
		fc.assert(
			fc.property(fc.array(personNumber, { minLength: 1, maxLength: 5 }), words, (numbers, between) => {
				const masked = maskText(numbers.join(`;${between};`));
				for (const number of numbers) expect(masked).not.toContain(number);
			}),
		);
	});

	test('keeps the values that are known to be something else, and loses the others beside them', () => {
		fc.assert(
			fc.property(personNumber, personNumber, (kept, other) => {
				fc.pre(kept !== other);
				expect(maskText(`${kept}; ${other}`, [kept])).toBe(`${kept}; ***`);
			}),
		);
	});

	test('without a number, a token or a header is left as it is', () => {
		fc.assert(fc.property(words, fc.nat(99_999), (text, number) => expect(maskText(`${text} ${number}`)).toBe(`${text} ${number}`)));
	});

	test.each([
		'1234567890', // no month 34
		'3102261234', // no 31 February
		'3104261234',
		'0001261234',
		'0100261234',
		'010126123', // nine digits
		'010126123456', // twelve
		'2026-10-20T00:00:00Z',
		'2026-11-01 06:00:00',
		'XG-1001-00001',
		'2s:2akc:a#0tqsb',
		'A8299AD928845240BF8D35D7C070F38B',
		'Objekt 100009, lønart 0310, 7.50',
	])('"%s" is nobody’s number', (text) => {
		expect(maskText(text)).toBe(text);
	});

	test.each(['CPR0101575001', 'CPR:0101575001', 'cpr=010157-5001', 'cpr_0101575001', '(0101575001)', '0101575001.', 'nr.0101575001kr'])('"%s" is masked', (text) => {
		expect(maskText(text)).not.toMatch(/010157-?5001/);
	});

	test.each([
		'token 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
		'3F2504E0-4F89-11D3-9A0C-0305E82C3301',
		'Authorization: Bearer eyJhbGciOi.J9.x-_',
		'bearer abc',
		'key 0123456789abcdef0123456789ABCDEF01234567',
	])('"%s" loses its token', (text) => {
		expect(maskText(text)).toMatch(/\*\*\*$/);
		expect(maskText(text)).not.toMatch(/3f2504e0|0305e82c3301|eyJ|abc/i);
	});

	test.each([
		['User anna.müller+hr@gast-haus.example.de (aktiv) has no consent', 'User *** (aktiv) has no consent'],
		['<Ole@x.dk>, "per_b@y.co.uk"; mailto:s@å.dk.', '<***>, "***"; mailto:***.'],
		['a@b and 7 @ 12:30 stay', 'a@b and 7 @ 12:30 stay'],
	])('"%s" loses its addresses', (text, masked) => {
		expect(maskText(text)).toBe(masked);
	});
});

describe('a value of any shape', () => {
	test('loses persons’ numbers at any depth, and keeps its shape', () => {
		fc.assert(
			fc.property(personNumber, fc.string(), (number, text) => {
				const masked = maskValue({ list: [{ note: `a ${number}` }, number, Number(number) || 0], text: { deep: [number] } });
				expect(JSON.stringify(masked)).not.toContain(number);
				expect(maskValue({ plain: null, yes: true, count: 7, text: text.replace(/\d/g, '') })).toMatchObject({ plain: null, yes: true, count: 7 });
			}),
		);
	});

	test.each(['cpr', 'CPR_nummer', 'cprNumber', 'password', 'Passphrase', 'accessToken', 'authorization', 'apiKey', 'api_key', 'privateKey', 'clientSecret', 'pkcs12Certificate', 'birthDate', 'fodselsnummer', 'fødselsnummer'])(
		'loses the field "%s" whatever it holds',
		(name) => {
			expect(isSensitiveField(name)).toBe(true);
			expect(maskValue({ [name]: 'x', other: 'y' })).toEqual({ [name]: '***', other: 'y' });
			expect(maskValue({ [name]: { deep: 1 } })).toEqual({ [name]: '***' });
			expect(maskValue({ [name]: null })).toEqual({ [name]: null });
		},
	);

	test.each(['costCenter', 'employeeNumber', 'reference', 'date', 'quantity', 'Kontonummer'])('keeps the field "%s"', (name) => {
		expect(maskValue({ [name]: '155' })).toEqual({ [name]: '155' });
	});
});
