import { branchIn } from '../../../nodes/StarAkasse/branchOffice/record';
import { isMissingFrom, readRelation, rowsOf } from '../../../nodes/StarAkasse/branchOffice/relation';
import { withNames } from '../../../nodes/StarAkasse/record/names';

const KEY = { akasseCode: '901', branchCode: '0002' };
const RECORD = { akasseKode: '901', afdelingskontorKode: '0002', navn: 'Syd' };

describe('the branch office in an answer', () => {
	test.each([
		['by itself', RECORD],
		['in an object', { afdelingskontor: RECORD }],
		['as the only entry of a list', [RECORD]],
		['in a list of all', [{ ...RECORD, afdelingskontorKode: '0001' }, RECORD, { ...RECORD, akasseKode: '902' }]],
		['in a list in an object', { afdelingskontorer: [RECORD, { ...RECORD, afdelingskontorKode: '0001' }] }],
	])('is found %s', (_where, answer) => {
		expect(branchIn(answer, KEY)).toBe(RECORD);
	});

	test('is found under names of another case, or of the user, as a number, and without the code of its a-kasse', () => {
		expect(branchIn({ AfdelingskontorKode: '0002' }, KEY)).toEqual({ AfdelingskontorKode: '0002' });
		expect(branchIn({ afdelingskontorKode: 2 }, KEY)).toEqual({ afdelingskontorKode: 2 });
		expect(branchIn({ kode: '0002' }, KEY, withNames({ branchCode: 'kode' }))).toEqual({ kode: '0002' });
	});

	test('is not the a-kasse where an expression has left the word undefined for the code', () => {
		expect(() => branchIn({ akasseKode: '901', navn: 'En a-kasse' }, { akasseCode: '901', branchCode: 'undefined' })).toThrow('something else than the branch office');
	});

	test.each([[[]], [{ afdelingskontorer: [] }], [[{ ...RECORD, akasseKode: '902' }]]])('is missing from the list %j', (answer) => {
		expect(branchIn(answer, KEY)).toBeUndefined();
	});

	test.each([
		['nothing', {}],
		['a text', 'x'],
		['the a-kasse', { akasseKode: '901', navn: 'En a-kasse' }],
		['one of another a-kasse', { ...RECORD, akasseKode: '902' }],
		['another one', { ...RECORD, afdelingskontorKode: '0001' }],
		['one whose code is another text', { ...RECORD, afdelingskontorKode: '2' }],
		['two of the same code', [RECORD, RECORD]],
		['a list of something else', [1]],
	])('is not taken for %s', (_what, answer) => {
		expect(() => branchIn(answer, KEY)).toThrow('something else than the branch office');
	});
});

describe('the relation', () => {
	test.each([
		['within an object', { afdelingskontorer: { afdelingskontor: [{ afdelingskontorKode: '7' }] } }],
		['as one object', { afdelingskontorer: { afdelingskontorKode: '7' } }],
		['as one object within another', { afdelingskontorer: { afdelingskontor: { afdelingskontorKode: '7' } }, adresse: { bynavn: 'By' } }],
	])('holds branch offices %s', (_how, held) => {
		expect(readRelation([{ akasseKode: '901', ...held }])).toMatchObject([{ akasseCode: '901', branches: [{ branchCode: '7' }] }]);
	});

	test('that is a list of pairs is not taken for a-kasser without branch offices', () => {
		expect(() => readRelation([{ akasseKode: '901', afdelingskontorKode: '7' }])).toThrow('in a form that is not understood');
	});

	test('is read whatever the case of its names and the name of its list; what else it says stays', () => {
		const relation = readRelation([{ AkasseKode: 901, Navn: 'En', Kontorer: [{ AfdelingskontorKode: 7, Navn: 'To', Telefon: '12' }] }]);
		expect(rowsOf(relation)).toEqual([{ akasseCode: '901', akasseName: 'En', branchCode: '7', branchName: 'To', Telefon: '12' }]);
	});

	test('what it says of a branch office does not take the place of a code', () => {
		const relation = readRelation([{ akasseKode: '901', afdelingskontorer: [{ afdelingskontorKode: '7', akasseCode: '902', branchName: 'x' }] }]);
		expect(rowsOf(relation)).toMatchObject([{ akasseCode: '901', branchCode: '7', branchName: null }]);
	});

	test('tells which branch office is missing, and says nothing of an a-kasse that it does not know', () => {
		const relation = readRelation([{ akasseKode: '901', afdelingskontorer: [{ afdelingskontorKode: '0001' }] }, { akasseKode: '902' }]);
		const missing = (akasseCode: string, branchCode: string) => isMissingFrom(relation, { akasseCode, branchCode });
		expect([missing('901', '0001'), missing('901', '0002'), missing('902', '0001'), missing('903', '0001')]).toEqual([false, true, true, undefined]);
	});

	test('does not miss a branch office whose code came without its zeros', () => {
		const relation = readRelation([{ akasseKode: 901, afdelingskontorer: [{ afdelingskontorKode: 1 }] }]);
		expect(['0001', '1', '0010', 'A1'].map((branchCode) => isMissingFrom(relation, { akasseCode: '0901', branchCode }))).toEqual([false, false, true, true]);
	});

	test.each([[[1]], [[{}]], [[{ akasseKode: '901', a: [], b: [] }]], [[{ akasseKode: '901', a: [{ navn: 'x' }] }]], [[{ akasseKode: '901', a: [1] }]]])('%j is none', (entries) => {
		expect(() => readRelation(entries)).toThrow('in a form that is not understood');
	});
});
