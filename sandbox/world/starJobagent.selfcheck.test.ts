import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { DEFAULT_WORLD, makeWorld } from './makeWorld.ts';
import type { StarCitizen, StarJobagentWorld } from './starJobagentTypes.ts';

const jobagentOf = (more: object): StarJobagentWorld => makeWorld({ ...DEFAULT_WORLD, people: 20, days: 5, ...more }).starJobagent;

describe('the citizens and job agents of a world', () => {
	const world = jobagentOf({});
	const { citizens, jobAgents, interviewOptions, occupations, categoryRules, codeLists } = world;
	const count = (test: (citizen: StarCitizen) => boolean): number => citizens.filter(test).length;

	it('are the same for the same seed, other ones for another, and do not grow with the people employed', () => {
		assert.deepEqual(jobagentOf({}), world);
		assert.deepEqual(jobagentOf({ people: 1 }), world);
		assert.notDeepEqual(jobagentOf({ seed: 8 }).citizens, citizens);
	});

	it('are 40 people whom nobody can be, some dead, some abroad, some old: to the day', () => {
		assert.equal(new Set(citizens.map(({ cpr }) => cpr)).size, 40);
		assert.ok(citizens.every(({ cpr }) => /^\d{4}(4\d|5[0-7])[5-8]\d{3}$/.test(cpr)));
		assert.deepEqual([count(({ dead }) => dead), count(({ abroad }) => abroad), count(({ birthdate }) => birthdate <= '1961-11-01')], [4, 4, 3]);
		assert.deepEqual([count(({ birthdate }) => birthdate === '1961-11-01'), count(({ birthdate }) => birthdate === '1961-11-02')], [1, 1]);
		assert.ok(citizens.every(({ birthdate }) => birthdate <= '2008-11-01'));
	});

	it('have job agents of people who can be enrolled, with wishes from the catalogue and codes that go together', () => {
		assert.equal(jobAgents.length, 6);
		for (const { cpr, klientKategori, ledighedsgrad, joboensker } of jobAgents) {
			assert.ok(citizens.some((of) => of.cpr === cpr && !of.dead && !of.abroad && of.birthdate > '1961-11-01'));
			assert.ok(occupations.some(({ conceptUriDa }) => conceptUriDa === joboensker?.[0].conceptUriDa));
			assert.ok(categoryRules.some((of) => of.klientKategori === klientKategori && of.ledighedsgrader.includes(ledighedsgrad)));
		}
	});

	it('can book interview options of each kind; each code list has a value that has ended', () => {
		assert.deepEqual(interviewOptions.map(({ active, from, to }) => `${active} ${from <= '2026-11-01'} ${to >= '2026-11-01'}`), [
			'true true true',
			'true true true',
			'true false true',
			'true false true',
			'true true false',
			'false true true',
		]);
		const ended = codeLists.filter(({ slutdato }) => slutdato !== null);
		assert.deepEqual(new Set(ended.map(({ name }) => name)), new Set(codeLists.map(({ name }) => name)));
	});
});
