import type { Answer } from '../../../nodes/kit/retry';
import { errorsIn } from '../../../nodes/star/answer';
import { GENERAL_CODES } from '../../../nodes/star/codes';
import { failureOf, isNotThere } from '../../../nodes/star/failure';

const SERVICE = { name: 'STAR Test', credential: 'starTestApi', codes: { 1014: { text: 'Our own text' } } };

function of(status: number, body: unknown = '', requestId?: string) {
	const answer: Answer = { status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) };
	return failureOf(answer, errorsIn(answer.text, status >= 300), SERVICE, 'GetThing', requestId);
}

const code = (value: number, text = 'their text') => ({ errors: [{ code: value, text }] });

test.each([
	[200, '<html>', 'unreadable', /can not be read/, /'Base URL'/],
	[302, '', 'credential', /another address/, /'Base URL'/],
	[400, '', 'refused', /refused GetThing/, /'Base URL'/],
	[401, '', 'credential', /client certificate/, /registered/],
	[403, '', 'credential', /does not allow GetThing/, /'Organisation Type'/],
	[404, '<html>', 'refused', /refused GetThing/, /'Base URL'/],
	[429, '', 'rate-limited', /too often/, /later/],
	[500, '', 'unavailable', /out of order/, /later/],
	[503, '<html>', 'unavailable', /out of order/, /later/],
] as const)('status %d with %j and no code is %s', (status, body, kind, message, advice) => {
	const { details } = of(status, body);
	expect(details).toMatchObject({ kind, httpStatus: status, code: undefined, serviceText: undefined, message: expect.stringMatching(message), advice: expect.stringMatching(advice) });
});

/** Whatever status they come with, these are about the credential, and the advice names the field. */
test.each([
	[1012, /certificate/],
	[1013, /'Organisation Type'/],
	[1101, /certificate/],
	[4413, /organisation header/],
	[4575, /'Organisation Code'/],
	[8173, /'Organisation Type'/],
	[8174, /'User Type'/],
	[8232, /organisation header/],
	[8233, /user header/],
	[8234, /organisation header/],
])('code %d is about the credential', (value, advice) => {
	for (const status of [200, 400, 401, 403, 500]) {
		expect(of(status, code(value)).details).toMatchObject({ kind: 'credential', code: String(value), serviceText: 'their text', advice: expect.stringMatching(advice) });
	}
});

test('each general code has a text of ours, and STAR’s own stands beside it', () => {
	for (const [value, { text }] of Object.entries(GENERAL_CODES)) {
		if (value === '1014') continue;
		const failure = of(400, code(Number(value)));
		expect([failure.message, failure.details.serviceText]).toEqual([`STAR Test refused GetThing: ${text}`, 'their text']);
	}
});

test('the service’s own codes go before the general ones', () => expect(of(400, code(1014)).message).toBe('STAR Test refused GetThing: Our own text'));

test('an unknown code passes through', () => {
	expect(of(400, code(424242)).details).toMatchObject({ kind: 'refused', code: '424242', serviceText: 'their text', message: 'STAR Test refused GetThing' });
});

test('of several codes the first that is known leads, and all are told', () => {
	const body = { errors: [{ code: 9345, text: 'w' }, { code: 77, text: 'a' }, { code: 4589, text: 'b' }] };
	expect(of(400, body).details).toMatchObject({ code: '4589', serviceText: '9345 w; 77 a; b', message: expect.stringContaining('The identifier is not known') });
});

test('the wait that a 429 asks for is told', () => {
	expect(failureOf({ status: 429, headers: { 'retry-after': '7' }, text: '' }, [], SERVICE, 'GetThing').details.retryAfterMs).toBe(7000);
});

test('the ID of the request is told, and kept readable', () => {
	const id = '5d2f0a8e-0000-4000-8000-0000000000aa';
	expect(of(400, '', id).details).toMatchObject({ requestId: id, keep: [id] });
});

test.each([
	[404, code(4589), true],
	[400, code(4589), true],
	[400, code(3), true],
	[404, { title: 'Not Found', status: 404 }, true],
	[404, '', false],
	[404, '<html>', false],
	[400, code(1014), false],
	[500, '', false],
])('whether %d with %j says that there is none: %p', (status, body, expected) => {
	expect(isNotThere(of(status, body))).toBe(expected);
});
