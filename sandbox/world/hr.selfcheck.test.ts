import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { AbsenceOffice } from '../testing/absence.ts';
import type { Json } from '../testing/client.ts';
import type { HrWorld } from './hrTypes.ts';
import { DEFAULT_WORLD, makeWorld } from './makeWorld.ts';

const hrOf = (more: object): HrWorld => makeWorld({ ...DEFAULT_WORLD, ...more }).opus.hr;

describe('the absence module of a world', () => {
	it('is the same for the same seed, another for another, and never empty from 40 people up', () => {
		assert.deepEqual(hrOf({ people: 40, days: 5 }), hrOf({ people: 40, days: 5 }));
		assert.notDeepEqual(hrOf({ people: 40, days: 5 }).children, hrOf({ people: 40, days: 5, seed: 8 }).children);
		for (const [kind, records] of Object.entries(hrOf({ people: 40, days: 5 }))) assert.ok(records.length > 3, kind);
	});

	it('has children without a name, with CPR numbers that nobody can have, and some too old for care days', () => {
		const { children } = hrOf({});
		const years = children.map(({ BirthDate }) => 2026 - Number(BirthDate.slice(0, 4)));
		assert.ok(children.some(({ FirstName, LastName }) => FirstName + LastName === ''));
		assert.ok(children.every(({ ChildCPRNumber }) => /^\d{4}(4\d|5[0-7])[5-8]\d{3}$/.test(ChildCPRNumber)));
		assert.equal(new Set(children.map(({ ChildCPRNumber }) => ChildCPRNumber)).size, children.length);
		assert.ok(Math.max(...years) > 7 && Math.min(...years) < 7);
	});

	describe('fits the rules', () => {
		let office: AbsenceOffice;
		before(async () => {
			office = await AbsenceOffice.start();
		});
		after(() => office.client.close());

		it('of absences: each standing one could be taken out and registered again', async () => {
			const { absences, employments } = await office.state();
			const locked = new Set(employments.filter((of: Json) => of.Laast).map((of: Json) => of.Medarbejdernummer));
			const free = absences.filter((of: Json) => of.LockIndicator === '' && !locked.has(of.PersonnelNumber));
			assert.ok(free.length > 30 && free.length < absences.length);
			for (const absence of free) {
				const before = await office.standing(absence.PersonnelNumber);
				assert.equal((await office.set({ ...absence, Operation: 'DEL' })).type, 'S');
				const answer = await office.set(absence);
				assert.equal(answer.type, 'S', `${JSON.stringify(absence)} ${answer.text}`);
				assert.deepEqual(await office.standing(absence.PersonnelNumber), before);
			}
		});
	});
});
