import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { addDays } from './dates.ts';
import { contactsOn } from './employeeContacts.ts';
import { isRestDay } from './linaDays.ts';
import { clockHour, unixAt } from './linaTime.ts';
import type { LinaShift, LinaWorld } from './linaTypes.ts';
import { DEFAULT_WORLD, makeWorld } from './makeWorld.ts';

const linaOf = (more: object): LinaWorld => makeWorld({ ...DEFAULT_WORLD, people: 40, ...more }).lina;
const hour = (seconds: number): number => clockHour(seconds).hour;
const isPlain = ({ von, von2 }: LinaShift): boolean => von !== 0 && von2 === 0;
const endOf = ({ bis, bis2 }: LinaShift): number => Math.max(bis, bis2);

describe('the restaurant of a world', () => {
	const world = makeWorld({ ...DEFAULT_WORLD, people: 40 });
	const { lina, opus } = world;
	const { users, shifts, businessDays, revenue, areas, store, consenting } = lina;
	const dayOf = new Map(businessDays.map((day) => [day.businessDate, day]));
	const administrative = new Set(areas.filter((of) => of.administrative).map((of) => of.number));
	const some = (what: string, test: (shift: LinaShift) => boolean): void => assert.ok(shifts.some(test), what);

	it('is the same for the same seed, another for another, and there in the smallest world', () => {
		assert.deepEqual(linaOf({}), lina);
		assert.notDeepEqual(linaOf({ seed: 8 }).shifts, shifts);
		const smallest = linaOf({ people: 1, days: 1 });
		assert.ok(smallest.users.length > 0 && smallest.shifts.length > 0 && smallest.consenting.length > 0);
	});

	describe('has people', () => {
		const contacts = contactsOn('2026-11-01', opus.employments, opus.employeeRecords);
		const reached = (email: string, hasEnded: boolean): number =>
			contacts.filter((of) => of.hasEnded === hasEnded && of.emails.some((own) => own.toLowerCase() === email.toLowerCase())).length;

		it('of whom most are employed in Opus, and each kind of trouble is there', () => {
			assert.equal(users.length, 24);
			const active = users.filter(({ userEmail }) => reached(userEmail, false) === 1);
			const asCalled = active.filter(({ userVorname, userName }) =>
				contacts.some(({ firstName, lastName }) => `${firstName} ${lastName}`.toLowerCase() === `${userVorname} ${userName}`.toLowerCase()),
			);
			assert.deepEqual([active.length, asCalled.length], [20, 18]);
			assert.equal(users.filter(({ userEmail }) => reached(userEmail, true) === 1 && reached(userEmail, false) === 0).length, 2);
			assert.equal(users.filter(({ userEmail }) => reached(userEmail, true) + reached(userEmail, false) === 0).length, 2);
			assert.ok(users.some(({ userEmail }) => userEmail !== userEmail.toLowerCase()));
		});

		it('with keys of their own, some from another store, and five whose consent stands', () => {
			assert.ok(users.every(({ userUuid }) => /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(userUuid)));
			assert.equal(new Set(users.map(({ userUuid }) => userUuid)).size, users.length);
			assert.equal(users.filter(({ mainStore }) => mainStore !== store).length, 2);
			assert.equal(consenting.length, 5);
			assert.ok(consenting.every((key) => users.some(({ userUuid, mainStore }) => userUuid === key && mainStore === store)));
		});

		it('who are told by the name of an area, while shifts carry its number', () => {
			for (const { bereich, areas: own } of users) assert.equal(areas.find((of) => of.number === own[0])?.name, bereich);
			assert.equal(new Set(areas.map((of) => of.number)).size, areas.length);
			assert.ok([...administrative].length === 5 && shifts.every(({ bereich }) => areas.some((of) => of.number === bereich)));
		});
	});

	describe('has shifts', () => {
		it('of every kind: plain, split, across midnight, begun after it, ended with the closing', () => {
			some('plain', isPlain);
			some('split', ({ von, bis, von2 }) => von !== 0 && von2 > bis);
			some('across midnight', (of) => of.von !== 0 && clockHour(endOf(of)).date !== clockHour(of.von).date && hour(of.von) > 12);
			some('after midnight', ({ von, businessDate }) => von >= unixAt(businessDate, 24 * 60));
			some('to the closing', (of) => isPlain(of) && hour(of.bis) >= 2 && hour(of.bis) < 4);
		});

		it('of absence without times, in administrative areas alone', () => {
			const absences = shifts.filter(({ tage }) => tage > 0);
			assert.ok(absences.length > 20 && absences.some(({ tage }) => tage === 0.5));
			assert.ok(absences.every(({ von, bis, von2, bis2, pause }) => von + bis + von2 + bis2 + pause === 0));
			assert.deepEqual(new Set(absences.map(({ bereich }) => bereich)), new Set([90, 91, 92]));
			assert.ok(shifts.every(({ tage, bereich }) => tage > 0 === administrative.has(bereich)));
		});

		it('each within one business day, which begins where the one before was closed', () => {
			for (const { von, businessDate } of shifts.filter(({ tage }) => tage === 0)) {
				const closing = dayOf.get(businessDate)?.closing ?? 0;
				const before = dayOf.get(addDays(businessDate, -1))?.closing ?? 0;
				assert.ok(von < closing && von >= Math.max(before, unixAt(businessDate, 0)), `${businessDate} ${von}`);
			}
		});

		it('that nobody works twice at a time', () => {
			for (const own of Map.groupBy(shifts, ({ userUuid }) => userUuid).values()) {
				const pairs = own.flatMap(({ von, bis, von2, bis2 }) => [[von, bis], [von2, bis2]]).filter(([from]) => from !== 0);
				pairs.sort(([one], [other]) => one - other);
				for (const [index, [from, to]] of pairs.entries()) assert.ok(from < to && (index === 0 || pairs[index - 1][1] <= from));
			}
		});

		it('written after they ended and before the clock; only those of the last days await confirmation', () => {
			const clock = '2026-11-01T05:00:00.000Z';
			for (const of of shifts) assert.ok(Date.parse(of.changedAt) >= endOf(of) * 1000 && of.changedAt < clock, JSON.stringify(of));
			const unconfirmed = shifts.filter(({ confirmed }) => !confirmed);
			assert.ok(unconfirmed.length > 5 && unconfirmed.every(({ businessDate }) => businessDate >= '2026-10-29'));
			assert.ok(shifts.some(({ businessDate, confirmed }) => businessDate === '2026-10-31' && confirmed));
		});

		it('of the nights in which clocks are set: eight hours by the clock are nine in autumn and seven in spring', () => {
			const eveningsAtTheBar = ({ shifts: all }: LinaWorld, date: string): number[] =>
				all.filter(({ businessDate, von, bereich }) => businessDate === date && bereich === 3 && hour(von) > 12).map(({ von, bis }) => (bis - von) / 3600);
			for (const seed of [1, 2, 3, 4]) {
				assert.deepEqual(new Set(eveningsAtTheBar(linaOf({ seed }), '2026-10-24')), new Set([9]));
				assert.deepEqual(new Set(eveningsAtTheBar(linaOf({ seed, until: '2026-04-15' }), '2026-03-28')), new Set([7]));
			}
		});
	});

	describe('has business days', () => {
		it('closed between two and four at no fixed hour, with revenue until then; on days of rest nothing', () => {
			const closings = businessDays.filter(({ closing }) => closing !== 0).map(({ businessDate, closing }) => (closing - unixAt(businessDate, 24 * 60)) / 60);
			const clockChange = closings.filter((minutes) => minutes === 5 * 60);
			assert.ok(closings.every((minutes) => minutes >= 120 && minutes <= 300) && new Set(closings).size > 10 && clockChange.length === 1);
			for (const { businessDate, closing } of businessDays) {
				const taken = revenue.filter((of) => of.businessDate === businessDate);
				assert.equal(closing === 0, isRestDay(businessDate));
				assert.equal(taken.length === 0, isRestDay(businessDate));
				assert.ok(taken.every(({ umsatz }) => umsatz > 0));
			}
			assert.ok(shifts.every(({ businessDate }) => !isRestDay(businessDate)));
		});

		it('with holidays of the store, and time sheets that are closed after two weeks', () => {
			assert.deepEqual(businessDays.filter(({ holiday }) => holiday !== '').map((of) => of.businessDate), ['2026-10-03', '2026-10-31']);
			assert.ok(businessDays.every(({ businessDate, timeSheetClosed }) => timeSheetClosed === businessDate < '2026-10-17'));
		});

		it('stamped by their last change: one of long ago was corrected now, one lost all its shifts', () => {
			for (const { businessDate, changedAt } of businessDays) {
				const own = shifts.filter((of) => of.businessDate === businessDate).map((of) => of.changedAt);
				assert.ok(own.every((at) => at <= changedAt));
			}
			assert.equal(dayOf.get('2026-07-22')?.changedAt, '2026-10-30T08:10:00.000Z');
			assert.equal(dayOf.get('2026-10-26')?.changedAt, '2026-10-30T08:10:00.000Z');
		});
	});
});
