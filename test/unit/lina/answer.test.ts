import type { Exchange } from '../../../nodes/kit/retry';
import { isWhole, limitIn, resultOf } from '../../../nodes/Lina/answer';

const answer = (status: number, body: unknown): Exchange => ({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) });

const error = (message: unknown) => ({ status: 'error', message });

const of = (exchange: Exchange, repeatable: 'read' | 'never' = 'never') => {
	const result = resultOf(exchange, 'saveShift', repeatable);
	return [result.outcome, result.outcome === 'ok' ? undefined : result.failure.kind];
};

test.each([
	['an answer', answer(200, { status: 'success' }), ['ok', undefined]],
	['any other status of success', answer(201, []), ['ok', undefined]],
	['a refusal within an answer of success', answer(200, error('no')), ['failed', 'refused']],
	['half an answer', answer(200, '{"status":"succ'), ['unknown', 'unreadable']],
	['a text in the place of an object', answer(200, '"ok"'), ['unknown', 'unreadable']],
	['a redirect', answer(302, ''), ['failed', 'credential']],
	['a redirect to what became of it', answer(303, ''), ['unknown', 'credential']],
	['400', answer(400, error('bad date')), ['failed', 'refused']],
	['401', answer(401, error('Not authenticated.')), ['failed', 'credential']],
	['403', answer(403, error('no scope')), ['failed', 'credential']],
	['404', answer(404, error('unknown')), ['failed', 'refused']],
	['408', answer(408, ''), ['unknown', 'refused']],
	['413', answer(413, error('too large')), ['failed', 'refused']],
	['429', answer(429, error('API-Calls exhausted: 100 Calls per 15 minutes')), ['failed', 'rate-limited']],
	['500', answer(500, error('mapping')), ['unknown', 'unavailable']],
	['503', answer(503, '<html>'), ['unknown', 'unavailable']],
] as Array<[string, Exchange, unknown[]]>)('a write that is answered with %s', (_what, exchange, expected) => {
	expect(of(exchange)).toEqual(expected);
});

test('a read is never left open', () => {
	expect([of(answer(500, ''), 'read'), of(answer(200, 'x'), 'read')].map(([outcome]) => outcome)).toEqual(['failed', 'failed']);
});

test.each([
	['API-Calls exhausted: 100 Calls per 15 minutes', 100],
	['API-Calls exhausted: 1000 Calls per 15 minutes', 1000],
	['api-calls exhausted: 1 call per 15 minutes', 1],
	['Too many', undefined],
	[4711, undefined],
])('the limit that %j names is %p', (message, limit) => {
	expect(limitIn(JSON.stringify(error(message)))).toBe(limit);
});

test('a page of a firewall names none', () => expect(limitIn('<html>100 Calls per 15 minutes</html>')).toBeUndefined());

test.each([
	['{}', true],
	['[]', true],
	['', false],
	['null', false],
	['1', false],
	['[1', false],
])('%j is a whole answer: %p', (text, whole) => expect(isWhole(text)).toBe(whole));

test('the base URL is put in doubt only where something else than LINA says no', () => {
	const advice = (body: unknown) => {
		const result = resultOf(answer(403, body), 'saveShift', 'never');
		return result.outcome === 'failed' && result.failure.details.advice;
	};
	expect(advice('<html>')).toContain('Check the base URL');
	expect(advice(error('no scope'))).not.toContain('base URL');
});
