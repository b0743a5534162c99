import { fillPath, readPathTemplate } from '../../../nodes/star/pathTemplate';

const ASSUMED = '/v1/Akasse/Afdelingskontor/{afdelingskontorKode}?akasseKode={akasseKode}';
const CODES = ['akasseKode', 'afdelingskontorKode'];

const read = (value: unknown, required?: readonly string[]) => readPathTemplate('Path', value, ASSUMED, CODES, required);

test('what is not given is as assumed', () => {
	expect([undefined, '', ' '].map((value) => read(value))).toEqual([ASSUMED, ASSUMED, ASSUMED]);
});

test.each([
	['/v1/{akasseKode}/{afdelingskontorKode}', { path: '/v1/901/01', query: {} }],
	['/v1/Kontor/{AFDELINGSKONTORKODE}?akasse={akassekode}', { path: '/v1/Kontor/01', query: { akasse: '901' } }],
	['/v2/a-b_c.d/{afdelingskontorKode}?alle=1&tom=&akasseKode={akasseKode}', { path: '/v2/a-b_c.d/01', query: { alle: '1', tom: '', akasseKode: '901' } }],
])('%s is filled', (template, filled) => {
	expect(fillPath(read(template), { akasseKode: '901', afdelingskontorKode: '01' })).toEqual(filled);
});

test('a value can not leave its place', () => {
	expect(fillPath('/v1/{code}?q={code}', { code: 'a/../b?c&d' })).toEqual({ path: '/v1/a%2F..%2Fb%3Fc%26d', query: { q: 'a/../b?c&d' } });
});

test.each([
	['https://elsewhere.example/v1', 'is not a path'],
	['v1/Akasse', 'is not a path'],
	['//elsewhere.example/{akasseKode}', 'is not a path'],
	['/v1/../{akasseKode}/{afdelingskontorKode}', 'is not a path'],
	['/v1/./{akasseKode}/{afdelingskontorKode}', 'is not a path'],
	['/v1/{akasseKode}/{afdelingskontorKode}#x', 'is not a path'],
	['/v1/Akasse?{akasseKode}', 'is not a path'],
	['/v1/Akasse?a={akasseKode}?b={afdelingskontorKode}', 'is not a path'],
	['/v1 /{akasseKode}', 'is not a path'],
	['/v1/{akasse}/{afdelingskontorKode}', 'holds {akasse}'],
	['/v1/{akasseKode}', 'does not hold {afdelingskontorKode}'],
])('%s is refused', (template, problem) => {
	expect(() => read(template)).toThrow(`'Path' ${problem}`);
});

test('a placeholder that is not required may be left out', () => {
	expect(read('/v1/Kontor/{afdelingskontorKode}', ['afdelingskontorKode'])).toBe('/v1/Kontor/{afdelingskontorKode}');
	expect(readPathTemplate('Path', '', '/v1/Akasse', [])).toBe('/v1/Akasse');
});
