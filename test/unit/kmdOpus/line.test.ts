import fc from 'fast-check';

import type { LineFields, PaymentLine } from '../../../nodes/KmdOpus/payments/line';
import { bareEmployeeNumber, presentLine, readHundredths, readLine, readRegisteredLine, wireDecimal, wireLine } from '../../../nodes/KmdOpus/payments/line';

const hundredths = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });

describe('a decimal number', () => {
	test('of at most two decimals is read exactly, with a point or a comma, as a text or a number', () => {
		fc.assert(
			fc.property(hundredths, fc.constantFrom('.', ','), (value, mark) => {
				const text = wireDecimal(value);
				expect(readHundredths('Quantity', text.replace('.', mark))).toBe(value);
				expect(readHundredths('Quantity', ` ${text} `)).toBe(value);
				expect(readHundredths('Quantity', Number(text))).toBe(value);
			}),
		);
	});

	test('may have one decimal or none', () => {
		fc.assert(
			fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(9), (whole, tenths) => {
				expect(readHundredths('Quantity', String(whole))).toBe(whole * 100);
				expect(readHundredths('Quantity', `${whole},${tenths}`)).toBe(whole * 100 + (String(whole).startsWith('-') ? -1 : 1) * tenths * 10);
			}),
		);
	});

	test('of more decimals is refused, never rounded', () => {
		fc.assert(
			fc.property(hundredths, fc.stringMatching(/^\d{0,6}[1-9]\d{0,3}$/), fc.constantFrom('.', ','), (value, rest, mark) => {
				expect(() => readHundredths('Amount', `${wireDecimal(value).replace('.', mark)}${rest}`)).toThrow(/^'Amount' has more than two decimals$/);
			}),
		);
	});

	test.each(['', '  ', null, undefined])('is none when it is %j', (value) => {
		expect(readHundredths('Quantity', value)).toBeNull();
	});

	test.each(['-0', '0', '-0,00', 0, -0])('is plain zero when it is %j', (value) => {
		expect(Object.is(readHundredths('Quantity', value), 0)).toBe(true);
	});

	test.each(['7 timer', '1.000,50', '1,000.50', '1 000', '--1', '+1', '1e3', 1e21, NaN, Infinity, '.5', '5.', '0x10', true, '½', '1234567890', '٧'])('is refused when it is %j', (value) => {
		expect(() => readHundredths('Quantity', value)).toThrow(/^'Quantity' is not a number$/);
	});

	test('goes out as a text with a point and two decimals, and comes back the same', () => {
		fc.assert(
			fc.property(hundredths, (value) => {
				const text = wireDecimal(value);
				expect(text).toMatch(/^-?\d+\.\d{2}$/);
				expect(Math.round(Number(text) * 100)).toBe(value);
			}),
		);
		expect([0, 5, -5, -50, 750, -12345].map(wireDecimal)).toEqual(['0.00', '0.05', '-0.05', '-0.50', '7.50', '-123.45']);
	});
});

const FIELDS: LineFields = {
	employeeNumber: '0155', date: '2026-10-20', payElement: '310', serialNumber: '01', quantity: '7,5', amount: '', hourlyRate: null,
	costCenter: ' 1010100001 ', pspElement: undefined, sender: ' Capitech ', remark: 'a:1',
};

const LINE: PaymentLine = {
	employeeNumber: '155', date: '2026-10-20', payElement: '0310', serialNumber: 1, quantity: 750, amount: null, hourlyRate: null,
	costCenter: '1010100001', pspElement: '', sender: 'Capitech', remark: 'a:1',
};

describe('a line', () => {
	test('is read from the fields of a form', () => {
		expect(readLine(FIELDS)).toEqual(LINE);
	});

	test.each([
		[{ quantity: '0', amount: '100' }, { quantity: null, amount: 10_000 }],
		[{ quantity: '7.5', amount: '0,00' }, { quantity: 750, amount: null }],
		[{ quantity: '0', amount: '0' }, { quantity: 0, amount: null }],
		[{ quantity: '0' }, { quantity: 0, amount: null }],
		[{ quantity: '', amount: '0' }, { quantity: null, amount: 0 }],
		[{ quantity: '7.5', amount: '100' }, { quantity: 750, amount: 10_000 }],
		[{ hourlyRate: '0' }, { hourlyRate: null }],
		[{ hourlyRate: '185,5' }, { hourlyRate: 18_550 }],
	])('with %j counts %j: a zero beside a number, or for a rate, says nothing', (fields, counted) => {
		expect(readLine({ ...FIELDS, ...fields })).toMatchObject(counted);
	});

	test('goes out without what it has not', () => {
		expect(wireLine(LINE, 12)).toEqual({
			Startdato: '2026-10-20T00:00:00Z', Loenart: '0310', Loebenummer: 1, Sekvensnummer: '12', Antal: '7.50',
			Afv_Omkostningssted: '1010100001', Afsendelses_System: 'Capitech', Indv_Bemaerkning: 'a:1',
		});
		expect(wireLine({ ...LINE, quantity: null, amount: -5, hourlyRate: 18_550, costCenter: '', pspElement: 'XG', sender: '', remark: '' }, 0)).toEqual({
			Startdato: '2026-10-20T00:00:00Z', Loenart: '0310', Loebenummer: 1, Sekvensnummer: '0', Beloeb: '-0.05', Afv_Timeloen: '185.50', Afv_PSP_Element: 'XG',
		});
	});

	test.each([
		[{ Antal: 7.5, Beloeb: 0, Afv_Timeloen: 0 }, { quantity: 750, amount: 0, hourlyRate: null }],
		[{ Antal: '7.50', Beloeb: '-0.05', Afv_Timeloen: '185.50' }, { quantity: 750, amount: -5, hourlyRate: 18_550 }],
		[{ Antal: '7,50', Beloeb: '-0,05', Afv_Timeloen: '185,50' }, { quantity: 750, amount: -5, hourlyRate: 18_550 }],
		[{ Antal: 1.005, Beloeb: 1.15 }, { quantity: 100, amount: 115, hourlyRate: null }],
		[{}, { quantity: null, amount: null, hourlyRate: null }],
		[{ Antal: null, Beloeb: '' }, { quantity: null, amount: null }],
		[{ Startdato: '2026-10-20T00:00:00Z', Loenart: 310, Loebenummer: '1' }, { date: '2026-10-20', payElement: '0310', serialNumber: 1 }],
		[{ Indv_Bemaerkning_1: ' Capitech ', Indv_Bemaerkning_2: null, Objekt_id: 100_009 }, { sender: 'Capitech', remark: '', objectId: '100009' }],
		[{ Afv_PSP_Element: 'XG' }, { costCenter: '', pspElement: 'XG' }],
	])('that stands as %j is read as %j', (wire, line) => {
		expect(readRegisteredLine({ Startdato: '2026-10-20', Loenart: '0310', Loebenummer: 1, ...wire }, '00155')).toMatchObject({ employeeNumber: '155', ...line });
	});

	test('is shown in decimals, with null for what it has not', () => {
		expect(presentLine({ ...LINE, quantity: 715, amount: 0, hourlyRate: 18_550, objectId: '1' })).toEqual({
			...LINE, quantity: 7.15, amount: 0, hourlyRate: 185.5, pspElement: null, objectId: '1',
		});
	});
});

test('an employee number loses the zeros in front, and no other', () => {
	expect(['00155', '155', '0', '000', '1050', ' 7 '].map(bareEmployeeNumber)).toEqual(['155', '155', '0', '0', '1050', '7']);
});
