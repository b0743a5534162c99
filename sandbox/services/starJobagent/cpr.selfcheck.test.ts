import assert from 'node:assert/strict';
import { it } from 'node:test';

import { isCpr } from './cpr.ts';

it('takes ten digits that begin with a date of the century they tell, and the ten zeros of the pattern', () => {
	for (const cpr of ['3112405001', '2902485001', '2902044001', '2902605001', '2902004001', '0000000000']) assert.equal(isCpr(cpr), true, cpr);
});

it('takes nothing else: no other length, no sign, no day that the month or the year does not have', () => {
	const wrong = ['', '010190500', '01019050011', '010190-5001', ' 0101905001', '3104405001', '0013405001', '3002405001', '2902415001', '2902003001', '2902375001'];
	for (const cpr of wrong) assert.equal(isCpr(cpr), false, cpr);
});
