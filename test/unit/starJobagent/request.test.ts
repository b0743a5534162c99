import type { IDataObject } from 'n8n-workflow';

import { problemsOf, readRequest } from '../../../nodes/StarJobagent/webhook/request';

const GUID = '11111111-1111-4111-8111-111111111111';

const request = (more: IDataObject = {}): IDataObject => ({ requestKey: 'case-1', cpr: '0101900000', clientCategory: 9101, enrolmentDate: '2026-11-01', unemploymentDegree: 9201, ...more });

const fieldsOf = (body: IDataObject): string[] => problemsOf(body).map(({ field }) => field);

const WISH = { conceptUri: 'https://esco.example/1', hasEducation: true };

describe('a request', () => {
	test('is good with what is needed, and with everything', () => {
		const everything = { title: 'Lager', eventDate: '2026-10-30', email: 'a@b.example', jobWishes: [WISH], user: { type: 2, identifier: 'x', name: 'Å', email: 'c@d.example' } };
		for (const more of [{}, everything, { cpr: '010190-0000' }, { jobWishes: [], user: {} }, { user: null }]) expect(problemsOf(request(more as IDataObject))).toEqual([]);
	});

	test.each<[field: string, values: unknown[]]>([
		['requestKey', [undefined, '', 'a b', 'x'.repeat(47), '0101900000', 'case-010190-0000', {}]],
		['cpr', [undefined, '', '0101', '3102900000', '0000000000', 101900000, 1101900000, ['0101900000']]],
		['title', ['a\nb', {}, ['a']]],
		['clientCategory', [undefined, '', 'x', 1.5, -1, [9101]]],
		['enrolmentDate', [undefined, '', '2026-02-30', 'i dag', 2026, {}]],
		['unemploymentDegree', [undefined, '', 'x', {}]],
		['eventDate', ['2026-13-01', 'i går']],
		['email', ['a', 'A <a@b.example>', {}]],
		['jobWishes', ['x', [{}], [{ ...WISH, other: 1 }], [{ ...WISH, yearLastUsed: 24 }], [{ ...WISH, conceptUri: {} }], [{ ...WISH, jobTargetIdentifier: GUID }, { ...WISH, jobTargetIdentifier: GUID }], 7]],
		['user', ['x', [], { type: 5 }, { other: 1 }, { name: 'a\nb' }, { name: {} }]],
	])('with a wrong %s is refused by its name alone', (field, values) => {
		for (const value of values) expect([value, fieldsOf(request({ [field]: value as string }))]).toEqual([value, [field]]);
	});

	test('with a field that is not known is refused: what it holds would be lost', () => {
		expect(problemsOf(request({ cprNumber: '1' }))).toEqual([{ field: '', text: expect.stringContaining('a field that is not known') }]);
		expect(problemsOf(request({ a: 1, b: 1 }))).toEqual([{ field: '', text: expect.stringContaining('fields that are not known') }]);
	});

	test('with the CPR number in another field is refused', () => {
		for (const more of [{ requestKey: '202611220101900000' }, { requestKey: '00000000-0000-4000-8000-000101900000' }, { title: 'om 010190-0000' }, { user: { identifier: '0101900000' } }, { jobWishes: [{ ...WISH, conceptUri: 'https://x.example/0101900000' }] }]) expect(fieldsOf(request(more))).toEqual(['cpr']);
	});

	test('is told all that is wrong at once, and never a value', () => {
		const wrong = { requestKey: '0101900000', cpr: '3102901234', title: 'a\nhemmeligt', clientCategory: 'hemmeligt', enrolmentDate: 'hemmeligt', unemploymentDegree: 'hemmeligt', eventDate: 'hemmeligt', email: 'hemmeligt', jobWishes: ['hemmeligt'], user: { hemmeligt: 1 }, hemmeligt: 1 };
		const problems = problemsOf(wrong);
		expect(problems.map(({ field }) => field)).toEqual([...Object.keys(wrong).slice(0, -1), '']);
		expect(JSON.stringify(problems)).not.toMatch(/hemmeligt|0101900000|3102901234/);
	});
});

test.each([undefined, null, {}, { name: '' }])('where nobody is named (%j), the credential says who acts', (user) => {
	expect(readRequest(request({ user } as IDataObject)).user).toEqual({});
});

test('however it is written, the same request is read the same', () => {
	const one = readRequest(request({ title: 'a', jobWishes: [WISH], user: { type: 2, identifier: 'x' } }));
	const other = readRequest(request({ title: ' a ', cpr: '010190-0000', clientCategory: '9101', enrolmentDate: '2026-11-01', jobWishes: JSON.stringify([WISH]), user: { identifier: 'x' } }));
	expect({ ...other }).toEqual(one);
	expect(one).toMatchObject({ requestId: 'case-1', cpr: '0101900000', body: { jobagentidentifier: one.jobAgentIdentifier, klientKategori: 9101, tilmeldingsdato: '2026-11-01T00:00:00+01:00' } });
	expect(readRequest(request({ requestKey: 'case-2' })).jobAgentIdentifier).not.toBe(one.jobAgentIdentifier);
});
