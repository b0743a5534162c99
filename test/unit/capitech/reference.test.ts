import fc from 'fast-check';

import { decodeReference, encodeReference } from '../../../nodes/Capitech/payroll/reference';

/** Numbers as installations have them: a firm of up to four digits, a uid of 31 bits, a time category of up to four digits. */
const origin = fc.record({
	clientId: fc.integer({ min: 1, max: 9_999 }),
	uid: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
	timeCategoryId: fc.integer({ min: 0, max: 1_295 }),
});

const BASE_36 = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
const hash = fc.string({ unit: fc.constantFrom(...BASE_36), minLength: 4, maxLength: 4 });

test('a reference leads back to the row it came from', () => {
	fc.assert(
		fc.property(origin, (from) => {
			const reference = encodeReference(from);
			expect(decodeReference(reference)).toEqual({ ...from, reference, revision: null, hash: null });
		}),
	);
});

test('a whole remark leads back to it too, with revision and hash', () => {
	fc.assert(
		fc.property(origin, fc.integer({ min: 0, max: 1_295 }), hash, (from, revision, check) => {
			const reference = encodeReference(from);
			expect(decodeReference(` ${reference}#${revision.toString(36)}${check} `)).toEqual({ ...from, reference, revision, hash: check });
		}),
	);
});

test('a remark stays within 20 characters, with up to 36 revisions of everything and more of what is usual', () => {
	fc.assert(fc.property(origin, hash, (from, check) => expect(`${encodeReference(from)}#z${check}`.length).toBeLessThanOrEqual(20)));
	expect(encodeReference({ clientId: 9_999, uid: 2 ** 31 - 1, timeCategoryId: 1_295 }).length).toBe(13);
});

test('two rows never share a reference', () => {
	fc.assert(
		fc.property(origin, origin, (one, other) => {
			const isSame = one.clientId === other.clientId && one.uid === other.uid && one.timeCategoryId === other.timeCategoryId;
			expect(encodeReference(one) === encodeReference(other)).toBe(isSame);
		}),
	);
});

test('the reference is written in small letters, as the ledger is compared by it', () => {
	expect(encodeReference({ clientId: 100, uid: 107004, timeCategoryId: 10 })).toBe('2s:2akc:a');
	expect(decodeReference('2S:2AKC:A#0K3F9')).toMatchObject({ clientId: 100, uid: 107004, timeCategoryId: 10 });
});

test.each(['', 'Overtid', '2s:2akc', '2s:2akc:a:b', '2s:2akc:a#', '2s:2akc:a#abc', '2s:2akc:a#k3f9', '2s:2akc:a#0k3f9 extra', 'æ:1:2', '::', '123456789:1:1', '100-107004-10'])('%p is refused', (text) => {
	expect(() => decodeReference(text)).toThrow(/'Reference' is not a reference of this pack/);
});
