import fc from 'fast-check';

import { Failure } from '../../../nodes/kit/failure';
import { notSentOutcome } from '../../../nodes/kit/outcome';
import type { Exchange } from '../../../nodes/kit/retry';
import { readUpdate, refusalOutcome } from '../../../nodes/KmdOpus/payments/answer';

const answered = (body: unknown, status = 200): Exchange => ({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) });
const update = (Status: unknown, Meddelelse?: unknown, more = {}) => readUpdate(answered({ Header: { Status, ...more }, Meddelelse }), []);
const message = (Tekst: unknown, fields = {}) => ({ Kode: 119, Type: 'E', Tekst, ...fields });

describe('the head of an update’s answer', () => {
	test.each(['OK', 'ok', ' OK ', '0', 0])('%j is a yes', (status) => {
		expect(update(status, [])).toEqual({ kind: 'accepted', messages: [] });
	});

	test.each(['Error', 'ERROR', ' error '])('%j is a no', (status) => {
		expect(update(status, [message('x')]).kind).toBe('refused');
	});

	test.each(['', null, undefined, 'Delvis', 500, '500', 'OKAY', 'Errors', true])('%j is neither: the outcome is open', (status) => {
		expect(update(status, []).kind).toBe('unknown');
	});

	test.each(['OK', '0'])('%j with a message of type E is a no', (status) => {
		expect(update(status, [message('x')]).kind).toBe('refused');
	});

	test('a no without a message tells the head’s text, decoded, or a text of ours', () => {
		expect(update('Error', [], { Tekst: 'Fejl &lt;1&gt; for 010157-5001' })).toMatchObject({ messages: [{ message: { type: 'E', code: null, text: 'Fejl <1> for ***' } }] });
		expect(update('Error')).toMatchObject({ messages: [{ message: { type: 'E', text: expect.stringContaining('refused') } }] });
	});
});

describe('a message', () => {
	test.each([
		['Engangsydelse Nr. 003: Omkostningssted er ikke gyldigt.', 3],
		['Engangsydelse Nr. 000', 0],
		['Engangsydelse Nr. 998 afvist', 998],
		['engangsydelse nr. 12: x', 12],
		['Engangsydelse Nr.007 x', 7],
		['  Engangsydelse Nr. 001 x', 1],
	])('"%s" belongs to line %d', (text, sequence) => {
		expect(update('Error', [message(text)])).toMatchObject({ messages: [{ sequence, message: { text } }] });
	});

	test.each(['Medarbejderen er låst.', 'Fejl i Engangsydelse Nr. 003', 'Engangsydelse Nr. 1234: x', 'Engangsydelse Nr. x', 'Engangsydelser Nr. 003', ''])('"%s" belongs to the whole request', (text) => {
		const result = update('Error', [message(text)]);
		expect(result).toMatchObject({ kind: 'refused', messages: [{ message: { text } }] });
		expect((result as { messages: object[] }).messages[0]).not.toHaveProperty('sequence');
	});

	test.each([
		['E', 'E'], ['W', 'W'], ['I', 'I'], ['A', 'E'], ['', 'E'], [undefined, 'E'], [null, 'E'],
	])('of type %j counts as %s', (wire, type) => {
		expect(update('Error', [message('x', { Type: wire })])).toMatchObject({ messages: [{ message: { type } }] });
	});

	test('of type W or I never makes a refusal of a yes', () => {
		expect(update('OK', [message('x', { Type: 'W' }), message('y', { Type: 'I' })])).toMatchObject({ kind: 'accepted', messages: [{}, {}] });
	});

	test.each([[119, '119'], ['119', '119'], [0, '0'], [null, null], [undefined, null]])('with code %j tells %j', (wire, code) => {
		expect(update('Error', [message('x', { Kode: wire })])).toMatchObject({ messages: [{ message: { code } }] });
	});

	test('may stand outside a list', () => {
		expect(update('Error', message('Engangsydelse Nr. 001 x'))).toMatchObject({ messages: [{ sequence: 1 }] });
	});

	test('that quotes a person’s number is masked; what the request itself carried is not', () => {
		const result = readUpdate(answered({ Header: { Status: 'Error' }, Meddelelse: [message('1010100001, 1010200001, 010157-5001')] }), ['1010100001']);
		expect(result).toMatchObject({ messages: [{ message: { text: '1010100001, ***, ***' } }] });
	});
});

describe('what is no answer', () => {
	const lost = (mayHaveActed: boolean): Exchange => ({ noAnswer: true, mayHaveActed, transient: true, error: new Failure({ kind: 'unavailable', message: 'x' }) });

	test('is unknown when the service may have acted, and not sent when it can not have', () => {
		expect(readUpdate(lost(true), []).kind).toBe('unknown');
		expect(readUpdate(lost(false), []).kind).toBe('notSent');
	});

	test.each([[400, 'refused'], [401, 'credential'], [403, 'credential'], [404, 'refused'], [429, 'rate-limited'], [302, 'refused']])('with HTTP status %d was not acted upon (%s)', (status, kind) => {
		expect(readUpdate(answered({ Header: { Status: 'OK' } }, status), [])).toMatchObject({ kind: 'notSent', failure: { kind } });
	});

	test.each([408, 500, 502, 503, 504])('with HTTP status %d may have been acted upon', (status) => {
		expect(readUpdate(answered({ Header: { Status: 'OK' } }, status), []).kind).toBe('unknown');
	});

	test('is never taken for a yes or a no, whatever it is', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json(), fc.constantFrom('', '<html>', '[]', 'null', '{"Header":null}', '{"Header":"OK"}', '{"Status":"OK"}')), (text) => {
				fc.pre(!/"Header":\{/.test(text));
				expect(readUpdate(answered(text), []).kind).toBe('unknown');
			}),
		);
	});

	test('whatever the messages are, reading them throws nothing', () => {
		fc.assert(
			fc.property(fc.constantFrom('OK', 'Error', 'x'), fc.jsonValue(), (status, messages) => {
				expect(['accepted', 'refused', 'unknown']).toContain(update(status, messages).kind);
			}),
		);
	});
});

describe('an outcome', () => {
	const of = (...codes: Array<string | null>) => refusalOutcome(codes.map((code) => ({ type: 'E', code, text: '' })));

	test('is later for a locked employee only', () => {
		expect([of('138'), of('138', '138'), of('138', '119'), of('119'), of('151'), of('167'), of(null), of()]).toEqual(['later', 'later', 'rejected', 'rejected', 'rejected', 'rejected', 'rejected', 'rejected']);
	});

	test('does not depend on warnings', () => {
		expect(refusalOutcome([{ type: 'E', code: '138', text: '' }, { type: 'W', code: '950', text: '' }])).toBe('later');
	});

	test.each([['refused', 'rejected'], ['credential', 'later'], ['rate-limited', 'later'], ['unavailable', 'later']] as const)('of what was not sent because of "%s" is %s', (kind, outcome) => {
		expect(notSentOutcome(new Failure({ kind, message: 'm', serviceText: 's', code: '7' }))).toEqual({ outcome, messages: [{ type: 'E', code: '7', text: 'm: s' }] });
	});
});
