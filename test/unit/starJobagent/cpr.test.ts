import fc from 'fast-check';

import { readCpr, refuseCpr, withoutCpr } from '../../../nodes/StarJobagent/cpr';

/** By the century rule of its seventh digit in the future: nobody's. */
const CPR = '0101575001';

describe('a CPR number', () => {
	test.each(['0101575001', '010157-5001', '010157 5001', ' 0101575001\n'])('may be written "%s"', (entered) => {
		expect(readCpr(entered)).toBe(CPR);
	});

	test.each(['3101570000', '3004570000', '2902570000', '0101570000'])('begins with a date of the pattern: %s', (entered) => {
		expect(readCpr(entered)).toBe(entered);
	});

	test.each(['0001575001', '3201575001', '3104570000', '3002570000', '0113575001', '01015750011', 'x0101575001', '0101575001x', '01-01575001', '010157–5001'])('is not %s', (entered) => {
		expect(() => readCpr(entered)).toThrow("'CPR Number' is not a CPR number");
	});

	test('is there', () => {
		expect(() => readCpr('')).toThrow("'CPR Number' is empty");
		expect(() => readCpr(undefined)).toThrow("'CPR Number' is empty");
	});

	test('of nobody is taken only where that is said', () => {
		expect(() => readCpr('0000000000')).toThrow('nobody');
		expect(readCpr('000000-0000', true)).toBe('0000000000');
	});

	test('that lost its zero as a number is told so', () => {
		expect(() => readCpr(101575001)).toThrow('has nine digits');
		expect(readCpr(1501575001)).toBe('1501575001');
	});

	test('is never told in the message', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[0-9]{7,12}$/), (entered) => {
				const message = (() => {
					try {
						return readCpr(entered) && '';
					} catch (error) {
						return String(error);
					}
				})();
				expect(message).not.toContain(entered);
			}),
		);
	});
});

describe('what goes on', () => {
	test('holds the number nowhere, however it is written', () => {
		const item = { cpr: CPR, body: { note: `for 010157-5001, see ${CPR}.`, 'by 010157 5001': [101575001, CPR], other: '1501575001' }, when: new Date(0), no: null };
		expect(withoutCpr(item, '010157-5001')).toEqual({
			cpr: '***',
			body: { note: 'for ***, see ***.', 'by ***': ['***', '***'], other: '1501575001' },
			when: new Date(0),
			no: null,
		});
	});

	test.each(['010157–5001', '01-01-57-5001', '010157 - 5001', '010157\u00a05001', '010157/5001', '0 1 0 1 5 7 5 0 0 1', '101575001', '00000000-0000-4000-8000-000101575001'])('holds it not as %s either', (text) => {
		expect(withoutCpr({ text: `a${text}b` }, CPR).text).not.toMatch(/1\D{0,3}5\D{0,3}7/);
	});

	test('holds it not within a longer number: a key made of a date and the number', () => {
		expect(withoutCpr({ key: `20261122${CPR}`, other: '1501575001' }, CPR)).toEqual({ key: '20261122***', other: '1501575001' });
	});

	test('hides what was entered for a number and is none, and with it all that may be anybody’s', () => {
		expect(withoutCpr({ cpr: '3102575001x', nine: 101575001, note: 'of 010157-5001' }, '3102575001x')).toEqual({ cpr: '***', nine: '***', note: 'of ***' });
		expect(withoutCpr({ cpr: '101575001', nine: 101575001 }, 101575001)).toEqual({ cpr: '***', nine: '***' });
		expect(withoutCpr({ cpr: CPR, ten: 1501575001, account: '9999991234', at: 1761900000, phone: '12345678' }, undefined)).toEqual({ cpr: '***', ten: '***', account: '9999991234', at: 1761900000, phone: '12345678' });
	});

	test('is left as it is where next to nothing was entered', () => {
		expect(withoutCpr({ a: '1', b: '' }, '1')).toEqual({ a: '1', b: '' });
	});
});

describe('what is logged', () => {
	test.each(['0101575001', '20261122-0101575001', '20261122010157.5001', '00000000-0000-4000-8000-000101575001', '01015750-0100-4000-8000-000000000000'])('is not made of the number: %s', (text) => {
		expect(() => refuseCpr('Key', text, CPR)).toThrow("'Key' holds the CPR number of the item");
	});

	test('may hold anything else, and nobody’s number', () => {
		expect(() => refuseCpr('Key', '00000000-0000-4000-8000-000101575002', CPR)).not.toThrow();
		expect(() => refuseCpr('Key', '00000000-0000-0000-0000-000000000000', '0000000000')).not.toThrow();
	});
});
