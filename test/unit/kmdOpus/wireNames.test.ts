import { readWireNames, renamed, underOurNames } from '../../../nodes/KmdOpus/wireNames';

test('names are replaced wherever they stand, and values are left alone', () => {
	const body = { Header: { ClientID: '751' }, Faste_tillaeg: [{ Slutdato: 'Slutdato' }, { Slutdato: null }] };
	expect(renamed(body, { Faste_tillaeg: 'Tillaeg', Slutdato: 'Ophoer' })).toEqual({
		Header: { ClientID: '751' },
		Tillaeg: [{ Ophoer: 'Slutdato' }, { Ophoer: null }],
	});
});

test('an answer is read under our names, and left alone where it is none', () => {
	expect(JSON.parse(underOurNames('{"Hoved": {"Kode": "0"}, "Liste": [{"Nr": 1}]}', { Header: 'Hoved', Status: 'Kode', Objekt_id: 'Nr' }))).toEqual({
		Header: { Status: '0' },
		Liste: [{ Objekt_id: 1 }],
	});
	for (const text of ['<html>', '[1]', '"x"', '']) expect(underOurNames(text, { Header: 'Hoved' })).toBe(text);
	expect(underOurNames('{ "a": 1 }', {})).toBe('{ "a": 1 }');
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
