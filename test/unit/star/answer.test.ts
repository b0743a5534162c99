import fc from 'fast-check';

import type { StarError } from '../../../nodes/star/answer';
import { errorsIn, isWholeRead, isWholeWrite } from '../../../nodes/star/answer';

const said = (body: unknown, isRefusal = true) => errorsIn(typeof body === 'string' ? body : JSON.stringify(body), isRefusal);

const FORBIDDEN = { code: '4575', text: 'You are not authorized' };

describe('a refusal is read', () => {
	test.each<[string, unknown]>([
		['as a list under errors', { errors: [{ code: 4575, text: 'You are not authorized' }] }],
		['with its code as a text', { errors: [{ code: ' 4575 ', text: 'You are not authorized' }] }],
		['in Danish', { fejlkode: 4575, fejltekst: 'You are not authorized' }],
		['in capitals', { Fejl: [{ FejlKode: '4575', FejlTekst: 'You are not authorized' }] }],
		['as a list by itself', [{ errorCode: 4575, errorMessage: 'You are not authorized' }]],
		['with separators in its names', { error_code: 4575, 'error-message': 'You are not authorized' }],
		['as an object under error', { error: { code: 4575, message: 'You are not authorized' } }],
		['as a text that begins with its code', { errors: ['4575: You are not authorized'] }],
		['as one such text', '"4575 - You are not authorized"'],
		['within a response', { response: { errors: [{ code: 4575, text: 'You are not authorized' }] } }],
		['as ProblemDetails with a code', { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'You are not authorized', code: 4575 }],
		['as ProblemDetails with a list', { title: 'The request was refused', status: 403, errors: [{ code: 4575, message: 'You are not authorized' }] }],
		['as ProblemDetails with a map by code', { title: 'The request was refused', errors: { 4575: ['You are not authorized'] } }],
	])('%s', (_how, body) => {
		expect(said(body)).toEqual([FORBIDDEN]);
	});

	test.each<[string, unknown, StarError[]]>([
		['a map by field', { title: 'Invalid', errors: { Navn: ['is too long', 'is empty'], Adresse: 'is missing' } }, [
			{ code: '', text: 'Navn: is too long' },
			{ code: '', text: 'Navn: is empty' },
			{ code: '', text: 'Adresse: is missing' },
		]],
		['a title without a code', { title: 'Not Found', status: 404 }, [{ code: '', text: 'Not Found' }]],
		['a text with a year', { errors: ['2026-11-22 is no day'] }, [{ code: '', text: '2026-11-22 is no day' }]],
		['texts without codes', { errors: ['one', 'two'] }, [{ code: '', text: 'one' }, { code: '', text: 'two' }]],
		['a text by itself', '"not allowed"', [{ code: '', text: 'not allowed' }]],
		['a code by itself', { code: 'E-17' }, [{ code: 'E-17', text: '' }]],
		['an empty list beside a text', { errors: [], message: 'no' }, [{ code: '', text: 'no' }]],
		['several at once', { errors: [{ code: 1014, text: 'a' }, { code: 9345 }] }, [{ code: '1014', text: 'a' }, { code: '9345', text: '' }]],
		['a page', '<html>4575</html>', []],
		['half a JSON', '{"errors":[{"code":4575', []],
		['nothing', '', []],
	])('%s', (_what, body, errors) => {
		expect(said(body)).toEqual(errors);
	});
});

describe('a yes', () => {
	test.each<[string, unknown]>([
		['a list', { errors: [{ code: 4575, text: 'You are not authorized' }] }],
		['an error alone', { code: 4575, message: 'You are not authorized' }],
		['a code of its own name', { fejlkode: 4575, fejltekst: 'You are not authorized', svar: {} }],
		['an error with what is logged of it', { code: 4575, message: 'You are not authorized', requestId: 'x', timestamp: '2026-11-22', path: '/v1' }],
		['an error within a response', { updateResponse: { errors: [{ code: 4575, text: 'You are not authorized' }] } }],
		['such in a list', [{ errorCode: 4575, errorMessage: 'You are not authorized' }]],
	])('may hold an error as %s', (_how, body) => {
		expect(said(body, false)).toEqual([FORBIDDEN]);
	});

	test.each<[string, unknown]>([
		['ProblemDetails without a code', { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'You are not authorized' }],
		['ProblemDetails in capitals, the status as a text', { Title: 'Forbidden', Status: '403', Detail: 'You are not authorized' }],
		['a word that it went wrong', { success: false, message: 'You are not authorized' }],
		['such a word in capitals', { IsSuccess: false, ErrorMessage: 'You are not authorized' }],
	])('may hold %s', (_how, body) => {
		expect(said(body, false)).toEqual([{ code: '', text: 'You are not authorized' }]);
	});

	test('may say that it went wrong and nothing else', () => {
		expect(said({ succeeded: false }, false)).toEqual([{ code: '', text: 'The answer says that it did not succeed' }]);
	});

	test.each<[string, unknown]>([
		['a record', { akasseKode: '901', code: 901, navn: 'A', message: 'Lukket' }],
		['a code list', [{ code: 901, text: 'A' }, { code: 902, text: 'B' }]],
		['a record with a status of its own', { akasseKode: '901', navn: 'A', status: 404, type: 2 }],
		['a word that all is well', { success: true, message: 'Gemt', status: 200, title: 'OK' }],
		['a text', '"ok"'],
		['the status again', { code: 200, message: 'OK' }],
		['a record within a response', { akasse: { code: 901, navn: 'A', message: 'Lukket' } }],
		['no error', { errors: [], errorCode: 0, code: '0' }],
		['nothing', ''],
	])('with %s holds none', (_what, body) => {
		expect(said(body, false)).toEqual([]);
	});
});

/** Spells a name in other letter cases and with other separators. */
const spelt = (name: string) => fc.constantFrom(name, name.toUpperCase(), name.toLowerCase(), name.charAt(0).toUpperCase() + name.slice(1));

const oneError = fc.record({
	code: fc.integer({ min: 1, max: 999_999 }),
	asText: fc.boolean(),
	text: fc.string({ minLength: 1, maxLength: 30 }).map((text) => `x${text.trim()}`),
	codeName: fc.constantFrom('fejlkode', 'errorCode', 'error_code', 'code').chain(spelt),
	textName: fc.constantFrom('fejltekst', 'errorMessage', 'message', 'text').chain(spelt),
});

const SHAPES: Array<(errors: object[]) => unknown> = [
	(errors) => errors,
	(errors) => ({ errors }),
	(errors) => ({ Errors: errors, traceId: 'x' }),
	(errors) => ({ title: 'Refused', status: 400, errors }),
	(errors) => ({ fejl: errors }),
	(errors) => (errors.length === 1 ? errors[0] : { error: errors }),
];

test('whatever the shape, each code is found with its text, in its order', () => {
	fc.assert(
		fc.property(fc.array(oneError, { minLength: 1, maxLength: 4 }), fc.constantFrom(...SHAPES), (errors, shape) => {
			const body = shape(errors.map(({ code, asText, text, codeName, textName }) => ({ [codeName]: asText ? String(code) : code, [textName]: text })));
			expect(said(body)).toEqual(errors.map(({ code, text }) => ({ code: String(code), text })));
		}),
		{ numRuns: 500 },
	);
});

test('no body of whatever kind breaks the reading', () => {
	fc.assert(
		fc.property(fc.oneof(fc.json({ maxDepth: 6 }), fc.string()), fc.boolean(), (text, isRefusal) => {
			for (const error of errorsIn(text, isRefusal)) expect(error.code + error.text).not.toBe('');
		}),
		{ numRuns: 1000 },
	);
});

test.each([
	['', false, true],
	[' \n', false, true],
	['{}', true, true],
	['[]', true, true],
	['"text"', false, true],
	['true', false, true],
	['5d2f0a8e-0000-4000-8000-0000000000aa', false, true],
	['{"a":', false, false],
	['<html></html>', false, false],
])('%j is the whole answer of a read: %p, of a write: %p', (text, ofRead, ofWrite) => {
	expect([isWholeRead(text), isWholeWrite(text)]).toEqual([ofRead, ofWrite]);
});
