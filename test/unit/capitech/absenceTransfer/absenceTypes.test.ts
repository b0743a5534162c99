import type { IDataObject } from 'n8n-workflow';

import type { Nature } from '../../../../nodes/Capitech/absenceTransfer/absenceTypes';
import { readTypes, typeOf } from '../../../../nodes/Capitech/absenceTransfer/absenceTypes';

const TYPES = readTypes('types', [
	{ absenceCode: 'SYK', opusType: 'SY' },
	{ absenceCode: 'SYK', selfDeclaration: true, opusType: 'SE' },
	{ absenceCode: 'SYK', percent: 'graded', opusType: 'SD' },
	{ absenceCode: 'SYK', percent: 'graded', selfDeclaration: true, opusType: 'SG' },
	{ absenceCode: 'SYK', percent: 50, opusType: 'SH' },
	{ absenceCode: 'FER', percent: 'full', opusType: 'FE' },
	{ absenceCode: 'AVS', doNotTransfer: true },
	{ absenceCode: 'TJ', opusType: 'TF', relation: 'reasonCode', relationKey: '12' },
]);

const typed = (nature: Partial<Nature>) => typeOf(TYPES, { absenceCode: 'SYK', percent: 100, selfDeclaration: false, ...nature })?.opusType?.type;

test.each<[string, Partial<Nature>, string | undefined]>([
	['the code alone', {}, 'SY'],
	['the code, however it is written', { absenceCode: 'syk ' }, 'SY'],
	['self-declaration before the code alone', { selfDeclaration: true }, 'SE'],
	['graded before the code alone', { percent: 80 }, 'SD'],
	['graded and self-declaration before either', { percent: 80, selfDeclaration: true }, 'SG'],
	['an exact percentage before both', { percent: 50, selfDeclaration: true }, 'SH'],
	['nothing for a self-declaration that is not known', { selfDeclaration: null }, 'SY'],
	['full days only', { absenceCode: 'FER' }, 'FE'],
	['no type for a part of what is full', { absenceCode: 'FER', percent: 99 }, undefined],
	['no type for a code that is not there', { absenceCode: 'X' }, undefined],
])('the most specific entry counts: %s', (_what, nature, type) => {
	expect(typed(nature)).toBe(type);
});

test('a code may be left out on purpose, and a type may say what it belongs to', () => {
	expect(typeOf(TYPES, { absenceCode: 'AVS', percent: 100, selfDeclaration: null })).toMatchObject({ opusType: null });
	expect(typeOf(TYPES, { absenceCode: 'TJ', percent: 100, selfDeclaration: null })?.opusType).toEqual({ type: 'TF', relation: 'reasonCode', relationKey: '12' });
});

test.each<[string, IDataObject, RegExp]>([
	['no code', { opusType: 'SY' }, /'types, entry 1, absenceCode' is empty/],
	['no type', { absenceCode: 'SYK' }, /'types, entry 1, opusType' is empty/],
	['a type and no transfer', { absenceCode: 'SYK', opusType: 'SY', doNotTransfer: true }, /'types, entry 1' has both/],
	['a type that is too long', { absenceCode: 'SYK', opusType: 'SYGDM' }, /is not an absence type of at most 4 characters/],
	['a type with a blank', { absenceCode: 'SYK', opusType: 'S Y' }, /is not an absence type/],
	['more than all', { absenceCode: 'SYK', opusType: 'SY', percent: 101 }, /'types, entry 1, percent' is more than 100/],
	['a part that is none', { absenceCode: 'SYK', opusType: 'SY', percent: 'half' }, /'types, entry 1, percent' is not a whole number/],
	['a self-declaration in words', { absenceCode: 'SYK', opusType: 'SY', selfDeclaration: 'yes' }, /'types, entry 1, selfDeclaration' is neither true nor false/],
	['an unknown relation', { absenceCode: 'SYK', opusType: 'SY', relation: 'dog' }, /'types, entry 1, relation' is none of its values/],
	['a key to nothing', { absenceCode: 'SYK', opusType: 'SY', relationKey: '1' }, /'types, entry 1, relationKey' has no relation/],
	['a misspelt field', { absenceCode: 'SYK', opusType: 'SY', percents: 1 }, /has 'percents', which is none of its fields/],
])('an entry with %s is refused by name', (_what, entry, message) => {
	expect(() => readTypes('types', [entry])).toThrow(message);
});

test('two entries for the same days are refused, whatever their case', () => {
	const twice = [{ absenceCode: 'SYK', percent: 'full', opusType: 'SY' }, { absenceCode: 'syk', percent: 'full', opusType: 'SE' }];
	expect(() => readTypes('types', twice)).toThrow(/'types, entry 2' is for the same days as an entry before it/);
});
