import fc from 'fast-check';

import { shortHash } from '../../../nodes/kit/pollHash';

test('is the same for the same content, in whatever order its fields came', () => {
	expect(shortHash({ a: 1, b: { c: [1, 2], d: null } })).toBe(shortHash({ b: { d: null, c: [1, 2] }, a: 1 }));
});

test.each([
	[{ a: 1 }, { a: '1' }],
	[{ a: null }, { a: '' }],
	[{ a: [1, 2] }, { a: [2, 1] }],
	[{ a: { b: 1 } }, { a: { c: 1 } }],
])('tells %j from %j', (one, other) => expect(shortHash(one)).not.toBe(shortHash(other)));

test('is six characters of which none has to be escaped', () => {
	fc.assert(fc.property(fc.jsonValue(), (value) => expect(shortHash(value)).toMatch(/^[\w-]{6}$/)));
});
