import { budgetOf } from '../../../nodes/Lina/budget';

test('what the user did not set is left out', () => expect(budgetOf({})).toEqual({}));

test('the options are read', () => {
	expect(budgetOf({ onRateLimit: 'stop', longestWait: 5, callLimit: 200, reserve: 20 })).toEqual({ onLimit: 'stop', longestWaitMs: 300_000, limit: 200, reserve: 20 });
	expect(budgetOf({ onRateLimit: 'wait', reserve: 0 })).toEqual({ onLimit: 'wait', reserve: 0 });
});

test.each([
	[{ callLimit: 0 }, "'Call Limit' is not a whole number"],
	[{ longestWait: -1 }, "'Longest Wait' is not a whole number"],
	[{ reserve: 1.5 }, "'Reserve' is not a whole number"],
	[{ reserve: 100 }, "'Reserve' leaves none of the 100 calls to this node"],
	[{ callLimit: 10 }, "'Reserve' leaves none of the 10 calls to this node"],
])('%j is refused', (options, message) => expect(() => budgetOf(options)).toThrow(message));
