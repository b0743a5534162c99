import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { DEFAULT_WORLD, makeWorld } from './makeWorld.ts';
import type { Akasse, StarAkasseWorld } from './starAkasseTypes.ts';

const akasseOf = (more: object): StarAkasseWorld => makeWorld({ ...DEFAULT_WORLD, people: 2, days: 2, ...more }).starAkasse;

describe('the a-kasser of a world', () => {
	const { akasser, branches, codeLists } = akasseOf({});
	const some = (test: (akasse: Akasse) => unknown): void => assert.ok(akasser.some(test));

	it('are the same for the same seed, and other ones for another', () => {
		assert.deepEqual(akasseOf({ people: 1 }), { akasser, branches, codeLists });
		assert.notDeepEqual(akasseOf({ seed: 8 }).akasser, akasser);
	});

	it('are twelve that do not exist, with one to six branch offices each', () => {
		assert.deepEqual(akasser.map(({ akasseKode }) => akasseKode), Array.from({ length: 12 }, (_, index) => String(901 + index)));
		assert.ok(akasser.every(({ navn }) => navn?.startsWith('Sandkassens A-kasse ')));
		const counts = akasser.map(({ akasseKode }) => branches.filter((branch) => branch.akasseKode === akasseKode).length);
		assert.deepEqual([Math.min(...counts), Math.max(...counts)], [1, 6]);
		assert.deepEqual([branches.filter((branch) => !('adresse' in branch)).length, branches.filter((branch) => 'bygning' in branch).length], [1, 12]);
		assert.ok(branches.some(({ members }) => members === 0) && branches.some(({ members }) => members > 0));
	});

	it('have what an update could lose', () => {
		some(({ logo, dybeLinks }) => logo !== undefined && dybeLinks?.length === 2);
		some(({ kanalInformation }) => kanalInformation);
		some(({ webadresse }) => webadresse?.length === 50);
		some(({ webadresse }) => webadresse?.includes('@'));
		some(({ akasseAabningstider }) => akasseAabningstider?.some(({ ugedag }) => ugedag === 7));
		some(({ akasseAabningstider }) => akasseAabningstider?.filter(({ ugedag }) => ugedag === 1).length === 2);
		some(({ akasseAabningstider }) => akasseAabningstider?.some(({ lukketidspunkt }) => lukketidspunkt === '00:00'));
		some((akasse) => !('telefonnummer' in akasse));
		some((akasse) => !('adresse' in akasse));
		some((akasse) => !('akasseAabningstider' in akasse));
		some(({ virksomhedsafdeling }) => virksomhedsafdeling === true);
	});

	it('and their branch offices stand in the code lists, each code once', () => {
		const codes = (name: string): number[] => codeLists.filter((line) => line.name === name).map(({ kode }) => kode);
		assert.equal(codes('AkasseTypeCodeList').length, akasser.length + 2);
		assert.deepEqual(codes('AkasseAfdelingskontorTypeCodeList'), branches.map(({ akasseKode, afdelingskontorKode }) => Number(akasseKode + afdelingskontorKode)));
		assert.equal(new Set(codeLists.map(({ name, kode }) => `${name}|${kode}`)).size, codeLists.length);
	});
});
