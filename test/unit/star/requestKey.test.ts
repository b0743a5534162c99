import fc from 'fast-check';
import type { IExecuteFunctions } from 'n8n-workflow';

import { readRequestId } from '../../../nodes/star/write.fields';

/** A run whose items have these keys; a function stands for an expression. */
const runOf = (keys: unknown[], continueOnFail = false): IExecuteFunctions =>
	({
		getInputData: () => keys.map(() => ({ json: {} })),
		getNodeParameter: (_name: string, index: number) => ({ requestKey: typeof keys[index] === 'function' ? (keys[index] as () => string)() : keys[index] }),
		continueOnFail: () => continueOnFail,
	}) as unknown as IExecuteFunctions;

const read = (...keys: unknown[]) => readRequestId(runOf(keys), 0);

test.each(['a', 'Order_17.2:b-3', 'x'.repeat(46), 'order-0a1b2c3d-0000-4000-8000-0101902222aa', '0101902222'.padStart(40, 'a'), '20261031120000'])('the key %s is the ID itself', (key) => {
	expect(read(key)).toBe(key);
	expect(read(` ${key} `)).toBe(key);
});

test.each(['', ' ', undefined, null])('without a key (%p) each write of each run has an ID of its own', (key) => {
	const [one, other, again] = [readRequestId(runOf([key, key]), 0), readRequestId(runOf([key, key]), 1), read(key)];
	expect(new Set([one, other, again]).size).toBe(3);
	expect(one).toMatch(/^[0-9a-f-]{36}$/);
});

test.each(['x'.repeat(47), 'with blank', 'æ', 'a/b', 'a\nb', 'a@b'])('%j is no key', (key) => {
	expect(() => read(key)).toThrow(/^'Request Key' is longer than 46/);
});

test.each(['0101902222', '010190-2222', 'cpr-010190-2222', 'x:311299.0000', 'k010190_2222'])('%s may hold a CPR number, and is not shown', (key) => {
	expect(() => read(key)).toThrow(/^'Request Key' looks like it holds a CPR number$/);
});

test('ten digits that are no date are a key', () => expect(read('order-9999991234')).toBe('order-9999991234'));

test('any key of the documented length and letters is taken or told, and comes out as it went in', () => {
	const sign = fc.constantFrom(...'abcXYZ0123456789._:-');
	fc.assert(
		fc.property(fc.array(sign, { minLength: 1, maxLength: 46 }).map((signs) => signs.join('')), (key) => {
			let id: string | undefined;
			try {
				id = read(key);
			} catch (error) {
				expect((error as Error).message).toMatch(/CPR number/);
			}
			expect(id ?? key).toBe(key);
		}),
		{ numRuns: 300 },
	);
});

describe('the same key on two items', () => {
	test('ends the run at its first item, whichever that is', () => {
		expect(() => readRequestId(runOf(['free', 'same', 'SAME']), 0)).toThrow("'Request Key' is the same on items 1, 2");
	});

	test('is told of those items only, where the run goes on', () => {
		const run = runOf(['free', 'same', 'same'], true);
		expect(readRequestId(run, 0)).toBe('free');
		for (const index of [1, 2]) expect(() => readRequestId(run, index)).toThrow(/the same on items 1, 2/);
	});

	test('is not told of an item whose expression fails: that is told by itself', () => {
		const fails = () => {
			throw new Error('broken expression');
		};
		expect(readRequestId(runOf(['a', fails, 'b']), 0)).toBe('a');
		expect(() => readRequestId(runOf(['a', fails]), 1)).toThrow('broken expression');
	});
});
