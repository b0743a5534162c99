import fc from 'fast-check';

import { hashOf, readRemark, writeRemark } from '../../../nodes/KmdOpus/payments/remark';
import { freshUpdateId, updateId } from '../../../nodes/KmdOpus/payments/updateId';

const reference = fc.stringMatching(/^[0-9a-z:]{1,14}$/);
const hash = fc.stringMatching(/^[0-9a-z]{4}$/);

const POSTING = { employeeNumber: '155', date: '2026-10-20', payElement: '0310', serialNumber: 1, costCenter: '', pspElement: '', hourlyRate: null };

describe('a remark', () => {
	test('is taken apart into what it was put together from', () => {
		fc.assert(
			fc.property(reference, fc.nat(50_000), hash, (ref, revision, mark) => {
				expect(readRemark(writeRemark(ref, revision, mark))).toEqual({ reference: ref, revision, hash: mark });
			}),
		);
	});

	test('whatever a human wrote, has a reference: the part before the #', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(readRemark(text).reference).toBe(text.trim().toLowerCase().split('#')[0]);
			}),
		);
	});

	test.each(['a:1', '', 'Fratrædelse', 'a:1#', 'a:1#abcd', 'a:1#0abc#', '#0abcd', 'a:1#0abc ', 'a:1#0äbcd'])('"%s" bears no mark of ours', (text) => {
		expect(readRemark(text)).not.toHaveProperty('hash');
	});

	test.each(['A:1#0ABCD', ' a:1#0abcd '])('is recognised as "%s": some systems turn short texts into capitals', (text) => {
		expect(readRemark(text)).toEqual({ reference: 'a:1', revision: 0, hash: 'abcd' });
	});

	test('stays within 20 characters for a reference of 14, for the first 36 revisions', () => {
		fc.assert(fc.property(fc.stringMatching(/^[0-9a-z:]{14}$/), fc.nat(35), hash, (ref, revision, mark) => expect(writeRemark(ref, revision, mark)).toHaveLength(20)));
	});
});

describe('the check of what a line was posted on', () => {
	test('is four characters, and the same for the same', () => {
		fc.assert(
			fc.property(fc.record({ employeeNumber: fc.string(), date: fc.string(), payElement: fc.string(), serialNumber: fc.nat(), costCenter: fc.string(), pspElement: fc.string(), hourlyRate: fc.option(fc.nat()) }), (posting) => {
				expect(hashOf(posting)).toMatch(/^[0-9a-z]{4}$/);
				expect(hashOf({ ...posting })).toBe(hashOf(posting));
			}),
		);
	});

	test.each([
		{ employeeNumber: '156' }, { date: '2026-10-21' }, { payElement: '0311' }, { serialNumber: 2 }, { costCenter: '1010100001' }, { pspElement: '1010100001' }, { hourlyRate: 18_550 },
	])('changes with %j', (change) => {
		expect(hashOf({ ...POSTING, ...change })).not.toBe(hashOf(POSTING));
	});

	test('does not change with quantity, amount, sender or reference, nor with a rate of nothing', () => {
		const line = { ...POSTING, quantity: 1, amount: 2, hourlyRate: 0, sender: 'x', remark: 'y' };
		expect(hashOf(line)).toBe(hashOf(POSTING));
	});
});

describe('an OpdateringsID', () => {
	const SHAPE = /^[0-9A-F]{12}5[0-9A-F]{3}[89AB][0-9A-F]{15}$/;

	test('is a UUID in 32 upper-case hexadecimal digits, the same for the same', () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue()), (from) => {
				expect(updateId(...from)).toMatch(SHAPE);
				expect(updateId(...(JSON.parse(JSON.stringify(from)) as unknown[]))).toBe(updateId(...from));
			}),
		);
	});

	test('is another for anything else', () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (one, other) => {
				fc.pre(JSON.stringify(one) !== JSON.stringify(other));
				expect(updateId(...one)).not.toBe(updateId(...other));
			}),
		);
		expect(updateId('a', 'b')).not.toBe(updateId('ab'));
	});

	test('that is fresh was never used', () => {
		const ids = Array.from({ length: 100 }, freshUpdateId);
		expect(new Set(ids).size).toBe(100);
		for (const id of ids) expect(id).toMatch(/^[0-9A-F]{32}$/);
	});
});
