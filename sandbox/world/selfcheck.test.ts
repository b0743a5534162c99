import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';

import { makeWorld } from './makeWorld.ts';
import type { TimeTransaction } from './types.ts';

const small = { seed: 7, people: 40, days: 62, until: '2026-10-31' };
const CPR_PATTERN =
	/^(((0[1-9]|1[0-9]|2[0-9]|3[0-1])(01|03|05|07|08|10|12))|((0[1-9]|1[0-9]|2[0-9]|30)(04|06|09|11))|((0[1-9]|1[0-9]|2[0-9])(02)))[0-9]{6}$/;

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

describe('the world', () => {
	const world = makeWorld(small);
	const ours = world.capitech.transactions.filter((row) => row.clientId === 100 && row.uid !== 107_004);
	const some = (test: (row: TimeTransaction) => boolean): void => assert.ok(ours.some(test));

	it('is the same for the same arguments, today and on any other day', () => {
		assert.equal(hashOf(makeWorld(small)), hashOf(world));
		assert.equal(hashOf(world), '09c705bb4ed1ecb7');
		assert.notEqual(hashOf(makeWorld({ ...small, seed: 8 })), hashOf(world));
	});

	it("holds the contract's example row to the letter", () => {
		const row = world.capitech.transactions.find(({ uid }) => uid === 107_004);
		assert.deepEqual(Object.values(row ?? {}), [
			100, 155, 'Ola Danielsen', '2021-07-10', '21:57:00.000', '2021-07-11', '07:01:00.000', 50, 'Logistikk', 20,
			'Varemottak', 188, 'N2', 'Nattevakt 22 - 06', null, null, 1001, 'B400', 'Bergtoppen', 8445, 'T8877',
			'Tilleggsbestilling øst', null, null, null, 68_874, 'N2', 10, 'Ordinær', 60, 'Bas',
			'Overtid fordi Kjell ble forsinket', 1, null, null, null, 'trineg', null, null, null, '2021-07-11 11:25:00',
			null, null, null, 10, 'Timelønn', 'O', 'Ordinær', 1, 7.5, 107_004, null, null, null, '2021-07-11 07:01:00',
			'107004_10_7.50',
		]);
	});

	it('gives people CPR numbers that fit the pattern and belong to nobody alive', () => {
		const numbers = [...world.opus.persons.map((person) => person.CPR_nummer)];
		assert.equal(new Set(numbers).size, numbers.length);
		for (const cpr of numbers) {
			assert.match(cpr, CPR_PATTERN);
			const isFuture = Number(cpr[6]) >= 5 && Number(cpr[6]) <= 8 && Number(cpr.slice(4, 6)) >= 40 && Number(cpr.slice(4, 6)) <= 57;
			assert.ok(isFuture, `${cpr} must be born in 2040 to 2057`);
		}
	});

	it('keeps one row per uid and category, with a uid in one firm only', () => {
		const all = world.capitech.transactions;
		assert.equal(new Set(all.map((row) => `${row.uid}|${row.timeCategoryId}`)).size, all.length);
		const firms = new Map<number, number>();
		for (const { uid, clientId } of all) assert.equal(firms.set(uid, firms.get(uid) ?? clientId).get(uid), clientId);
		assert.ok(all.some((row) => row.clientId === 200 && ours.some((other) => other.employeeId === row.employeeId)));
	});

	it('has every kind of hours the contract speaks of', () => {
		for (const category of [10, 11, 20, 21, 25, 30, 31, 32, 40, 50, 90]) some((row) => row.timeCategoryId === category);
		for (const type of ['O', 'T', 'P', 'S']) some((row) => row.timeCategoryTypeId === type);
		some((row) => row.dateOut !== null && row.dateOut > row.dateIn);
		some((row) => row.dateIn === '2026-09-30' && row.dateOut === '2026-10-01');
		some((row) => row.timeIn === null && row.timeCategoryId === 40 && Number.isInteger(row.qty));
		some((row) => row.timeIn !== null && row.timeOut === null && row.qty === 0 && row.approvedLevelOne === null);
		some((row) => row.departmentId === null);
		some((row) => row.externalStatusCode === 20);
		some((row) => row.projectId === 1004);
		some((row) => row.shiftId !== null);
		some((row) => row.classicDutyId !== null);
		some((row) => row.approvedLevelFour === 1);
		some((row) => row.approvedLevelOne === null && row.dateOut !== null);
	});

	it('has registrations of which one row is approved and another is not', () => {
		const uids = new Set(ours.filter((row) => row.approvedLevelOne === null && row.dateOut !== null).map((row) => row.uid));
		some((row) => row.approvedLevelOne === 1 && uids.has(row.uid));
	});

	it('stamps every row before its approval, and nothing after the clock', () => {
		for (const row of ours) {
			assert.ok(row.approvedLevelOneOn === null || row.lastUpdatedOn < row.approvedLevelOneOn, row.recordStateKey);
			for (const stamp of [row.lastUpdatedOn, row.approvedLevelOneOn, row.approvedLevelFourOn]) {
				assert.ok(stamp === null || stamp < '2026-11-01 06:00:00', row.recordStateKey);
			}
			assert.equal(row.recordStateKey, `${row.uid}_${row.timeCategoryId}_${row.qty.toFixed(2)}`);
			assert.ok(row.dateIn >= world.period.from && row.dateIn <= world.period.until);
		}
	});

	it('holds payments of others in Opus, one with a reference like ours', () => {
		const { payments, employments, persons } = world.opus;
		assert.ok(payments.some((payment) => payment.Indv_Bemaerkning_1 === 'Vagtplan'));
		assert.ok(payments.some((payment) => payment.Indv_Bemaerkning_1 === ''));
		assert.ok(payments.some((payment) => /^2s:\w+:a#/.test(payment.Indv_Bemaerkning_2)));
		assert.ok(payments.every((payment) => payment.Indv_Bemaerkning_1 !== 'Capitech'));
		const withEmployment = employments.map((employment) => employment.CPR_nummer);
		assert.ok(withEmployment.length > new Set(withEmployment).size, 'somebody has two employments');
		assert.ok(persons.some((person) => !withEmployment.includes(person.CPR_nummer)), 'somebody has none');
	});

	it('is large when asked: more than 200,000 rows for 4,000 people', () => {
		assert.ok(makeWorld({ ...small, people: 4_000 }).capitech.transactions.length > 200_000);
	});
});
