import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';

import { makeWorld } from './makeWorld.ts';
import type { TimeTransaction, World } from './types.ts';

const small = { seed: 7, people: 40, days: 62, until: '2026-10-31' };
const CPR_PATTERN =
	/^(((0[1-9]|1[0-9]|2[0-9]|3[0-1])(01|03|05|07|08|10|12))|((0[1-9]|1[0-9]|2[0-9]|30)(04|06|09|11))|((0[1-9]|1[0-9]|2[0-9])(02)))[0-9]{6}$/;

/** What tests and pictures have rested on from the beginning; kinds that come later have streams of chance of their own. */
const FIRST_KINDS = {
	capitech: [
		...['departments', 'tasks', 'projects', 'subProjects', 'phases', 'orders', 'freeDimension1s', 'freeDimension2s'],
		...['wageGroups', 'timeCategories', 'employees', 'transactions'],
	],
	opus: ['persons', 'employments', 'costCenters', 'pspElements', 'payElements', 'accounts', 'payPeriods', 'payments'],
} as const;
const firstOf = (world: World): object => {
	const pick = (of: object, kinds: readonly string[]): object => Object.fromEntries(kinds.map((kind) => [kind, of[kind as keyof typeof of]]));
	const { capitech, opus } = FIRST_KINDS;
	return { arguments: world.arguments, period: world.period, capitech: pick(world.capitech, capitech), opus: pick(world.opus, opus) };
};
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

describe('the world', () => {
	const world = makeWorld(small);
	const ours = world.capitech.transactions.filter((row) => row.clientId === 100 && row.uid !== 107_004);
	const some = (test: (row: TimeTransaction) => boolean): void => assert.ok(ours.some(test));

	it('is the same for the same arguments, today and on any other day', () => {
		assert.equal(hashOf(makeWorld(small)), hashOf(world));
		assert.equal(hashOf(firstOf(world)), 'b36bcea105f6217e');
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
		for (const category of [10, 11, 20, 21, 25, 30, 31, 32, 40, 41, 45, 50, 90]) some((row) => row.timeCategoryId === category);
		for (const type of ['O', 'T', 'P', 'S']) some((row) => row.timeCategoryTypeId === type);
		some((row) => row.dateOut !== null && row.dateOut > row.dateIn);
		some((row) => row.dateIn === '2026-09-30' && row.dateOut === '2026-10-01');
		some((row) => row.timeIn === null && row.timeCategoryId === 40 && Number.isInteger(row.qty));
		some((row) => row.timeIn !== null && row.timeOut === null && row.qty === 0 && row.approvedLevelOne === null);
		some((row) => row.timeIn === null && row.timeCategoryId === 45 && !Number.isInteger(row.qty));
		some((row) => row.departmentId === null);
		some((row) => row.departmentId === 30 && row.approvedLevelOne === 1 && row.approvedLevelTwo === null);
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

	it("has a few shifts in the other wage group's category", () => {
		const groups = new Map(world.capitech.employees.map((of) => [`${of.clientId}:${of.employeeId}`, of.wageGroupId]));
		for (const [category, group] of [[10, 2], [11, 1]]) {
			const wrong = ours.filter((row) => row.timeCategoryId === category && groups.get(`100:${row.employeeId}`) === group);
			assert.ok(wrong.length > 1 && wrong.length < 40, `${wrong.length} rows of category ${category} in group ${group}`);
		}
	});

	it('numbers people in Opus as agreed, and tells Capitech by the external id', () => {
		const { employees } = world.capitech;
		const idOf = (clientId: number, employeeId: number): string | null | undefined =>
			employees.find((of) => of.clientId === clientId && of.employeeId === employeeId)?.externalId;
		const numbersOf = (externalId: string): object[] => {
			const cpr = world.opus.employments.find((of) => of.Medarbejdernummer === externalId)?.CPR_nummer;
			return world.opus.employments.filter((of) => of.CPR_nummer === cpr).map((of) => [of.Medarbejdernummer, of.Fra, of.Til]);
		};
		const open = '9999-12-31';
		assert.deepEqual([2001, 2002, 2003, 2006, 155].map((of) => idOf(100, of)), ['2001', '32002', '2003', '2006', '155']);
		assert.deepEqual([idOf(200, 2001), idOf(100, 2024)], ['72001', '2024']);
		assert.deepEqual(numbersOf('72001'), [['72001', '2019-01-01', open]]);
		assert.deepEqual([idOf(100, 2007), numbersOf('2007')], ['2007', [['2007', '2019-01-01', open], ['92007', '2023-01-01', open]]]);
		assert.deepEqual([idOf(100, 2018), numbersOf('52018')], ['52018', [['2018', '2019-01-01', '2026-10-11'], ['52018', '2026-10-12', open]]]);
		const numbers = world.opus.employments.map((of) => of.Medarbejdernummer);
		assert.equal(new Set(numbers).size, numbers.length);
	});

	it('has people of two employments work in both', () => {
		const inService = ours.filter((row) => row.employeeId === 2007 && row.departmentId === 20).length;
		const all = ours.filter((row) => row.employeeId === 2007).length;
		assert.ok(inService > all / 8 && inService < all / 2, `${inService} of ${all}`);
	});

	it('has every trouble of employments among 200 people, and something of each among 12', () => {
		const opusOf = (people: number): ReturnType<typeof makeWorld> => makeWorld({ ...small, people });
		const { opus, capitech } = opusOf(200);
		const known = new Map(opus.employments.map((of) => [of.Medarbejdernummer, of]));
		assert.equal(opus.employments.filter((of) => of.Laast).length, 4);
		assert.equal(capitech.employees.filter((of) => !known.has(of.externalId ?? '')).length, 3);
		assert.equal(opus.employments.filter((of) => of.Til === '2026-10-11' && !known.has(`5${of.Medarbejdernummer}`)).length, 3);
		const few = opusOf(12);
		const rows = few.capitech.transactions;
		assert.ok(few.opus.employments.some((of) => of.Laast) && few.opus.employments.some((of) => of.Medarbejdernummer === '92007'));
		assert.ok(rows.some((row) => row.employeeId === 2007 && row.departmentId === 20));
		assert.ok(rows.some((row) => row.departmentId === 30) && rows.some((row) => row.clientId === 200));
	});

	it('closes the pay periods that ended before the period', () => {
		assert.deepEqual(makeWorld({ ...small, days: 31 }).opus.payPeriods, [
			{ Fra: '2026-09-01', Til: '2026-09-30', Lukket: true },
			{ Fra: '2026-10-01', Til: '2026-10-31', Lukket: false },
			{ Fra: '2026-11-01', Til: '2026-11-30', Lukket: false },
		]);
		const months = makeWorld(small).opus.payPeriods.map(({ Fra, Lukket }) => [Fra.slice(5, 7), Lukket]);
		assert.deepEqual(months, [['07', true], ['08', false], ['09', false], ['10', false], ['11', false]]);
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
