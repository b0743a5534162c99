import { readWireNames, renamed } from '../../../nodes/KmdOpus/wireNames';

test('names are replaced wherever they stand, and values are left alone', () => {
	const body = { Header: { ClientID: '751' }, Faste_tillaeg: [{ Slutdato: 'Slutdato' }, { Slutdato: null }] };
	expect(renamed(body, { Faste_tillaeg: 'Tillaeg', Slutdato: 'Ophoer' })).toEqual({
		Header: { ClientID: '751' },
		Tillaeg: [{ Ophoer: 'Slutdato' }, { Ophoer: null }],
	});
});

test.each([
	['{"Slutdato": "Ophoer"}', { Slutdato: 'Ophoer' }],
	[{ Slutdato: 'Ophoer' }, { Slutdato: 'Ophoer' }],
	['', {}],
	[undefined, {}],
])('%j is read', (value, names) => expect(readWireNames('Field Names', value)).toEqual(names));

test.each(['x', '[]', '"x"', '{"a": 1}', '{"a": ""}', '{"a": {"b": "c"}}'])('%s is refused', (value) => {
	expect(() => readWireNames('Field Names', value)).toThrow("'Field Names' is not a JSON object of names");
});
