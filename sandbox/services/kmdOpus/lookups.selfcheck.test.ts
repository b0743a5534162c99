import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { TestClient, type Json } from '../../testing/client.ts';

const WITH_SECOND_EMPLOYMENT = '2007';

describe('lookups of KMD Opus', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());

	describe('get-employee-number-from-cpr', () => {
		const ask = async (person: object): Promise<[number, string[]]> => {
			const { body } = await client.opus('get-employee-number-from-cpr', { Person: person });
			return [body.Header.Status, body.Medarbejdere.map((employment: Json) => employment.Medarbejdernummer)];
		};

		it('gives both employments of a person, or the one that fits', async () => {
			const { employments, persons } = await client.control('GET', '/control/state/kmdOpus');
			const { CPR_nummer } = employments.find((employment: Json) => employment.Medarbejdernummer === WITH_SECOND_EMPLOYMENT);
			assert.deepEqual(await ask({ CPR_nummer }), [0, ['2007', '92007']]);
			assert.deepEqual(await ask({ CPR_nummer, Ekstraciffer: '1' }), [0, ['92007']]);
			assert.deepEqual(await ask({ CPR_nummer, Ansaettelsesforhold: '03' }), [0, ['2007']]);
			assert.deepEqual(await ask({ CPR_nummer, Ansaettelsesform: '0' }), [0, ['92007']]);
			assert.deepEqual(await ask({ CPR_nummer, Dato: '2020-05-01' }), [0, ['2007']]);
			const employed = new Set(employments.map((employment: Json) => employment.CPR_nummer));
			const without = persons.find((person: Json) => !employed.has(person.CPR_nummer));
			assert.deepEqual(await ask({ CPR_nummer: without.CPR_nummer }), [1, []]);
			assert.deepEqual(await ask({ CPR_nummer: '123' }), [2, []]);
		});
	});

	describe('get-cost-center-psp', () => {
		it('gives exactly one of the two', async () => {
			const ask = async (Kontonummer: string): Promise<Json> => (await client.opus('get-cost-center-psp', { Kontonummer })).body;
			assert.deepEqual(await ask('0310001001'), { Header: { Status: 0, Tekst: '' }, Omkostningssted: '1010100001' });
			assert.deepEqual(await ask('0390001002'), { Header: { Status: 0, Tekst: '' }, PSP_Element: 'XG-1002-00001' });
			assert.deepEqual(await ask('1'), { Header: { Status: 1, Tekst: 'Data ikke fundet.' } });
		});
	});
});
