import fc from 'fast-check';

import { readCpr, withoutCpr } from '../../../nodes/StarJobagent/cpr';

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

	test('keeps a longer number in which the digits stand too', () => {
		expect(withoutCpr({ account: `9${CPR}` }, CPR)).toEqual({ account: `9${CPR}` });
	});

	test('hides what was entered for a number and is none', () => {
		expect(withoutCpr({ cpr: '3102575001x', nine: 101575001 }, '3102575001x')).toEqual({ cpr: '***', nine: 101575001 });
		expect(withoutCpr({ cpr: '101575001', nine: 101575001 }, 101575001)).toEqual({ cpr: '***', nine: '***' });
	});

	test('is left as it is where next to nothing was entered', () => {
		expect(withoutCpr({ a: '1', b: '' }, '1')).toEqual({ a: '1', b: '' });
	});
});
