import type { IDataObject } from 'n8n-workflow';

import { LinaBench } from './lina';
import { ALL_DAYS, BY_DAY, changes, DAY, oneDay, people, sum } from './reads';

const lina = new LinaBench();

const operations = Object.entries(BY_DAY);

/** The times of rows and shifts, in an order of their own. */
const timesOf = (rows: IDataObject[]): string[] => rows.flatMap(({ shifts }) => (shifts as IDataObject[]).map(({ fromUnix, toUnix }) => `${String(fromUnix)}-${String(toUnix)}`)).sort();
const heldTimes = (shifts: IDataObject[]): string[] =>
	shifts.flatMap(({ von, bis, von2, bis2 }) => [[von, bis], [von2, bis2]].filter(([from]) => from !== 0).map(([from, to]) => `${String(from)}-${String(to)}`)).sort();

describe('trap 2: reads are anonymous', () => {
	test.each(operations)('%s gives out nobody', async (name) => {
		const text = JSON.stringify(await lina.rows({ ...BY_DAY[name], ...ALL_DAYS }));
		for (const { userUuid, userName, userEmail } of await lina.state('users')) {
			for (const known of [userUuid, userEmail, `"${String(userName)}"`]) expect(text).not.toContain(String(known));
		}
	});

	test('the rows of two reads of a day are not in the same order, and hold the same costs', async () => {
		const [costs, full] = [await lina.rows(oneDay('Get Per Day')), await lina.rows(oneDay('Get Full Day'))];
		expect(sum(costs, 'grossWage')).toBeGreaterThan(0);
		expect(costs.map(({ grossWage }) => grossWage)).not.toEqual(full.map(({ grossWage }) => grossWage));
	});
});

describe('trap 3: the business day is not the calendar day', () => {
	test.each(operations)('%s asks for the date that is stated', async (name) => {
		await lina.rows(oneDay(name, { businessDate: `${DAY}T00:30:00+01:00` }));
		await lina.rows(oneDay(name, { businessDate: '2026-10-28T23:30:00Z' }));
		expect((await lina.sent()).map(({ path }) => path.split('?')[1])).toEqual(['businessdate=30.10.2026', 'businessdate=29.10.2026']);
	});

	test('a shift that goes on after midnight is one of the day on which it began', async () => {
		const all = await lina.rows({ ...BY_DAY['Get Accepted'], ...ALL_DAYS });
		const overnight = all.filter(({ businessDate, shifts }) => (shifts as IDataObject[]).some(({ to }) => String(to).slice(0, 10) > String(businessDate)));
		expect(overnight.length).toBeGreaterThan(5);
	});
});

describe('trap 4: times are those of Berlin', () => {
	test('before and after the clocks go back', async () => {
		const all = await lina.rows({ ...BY_DAY['Get Accepted'], ...ALL_DAYS });
		const offsets = all.flatMap(({ shifts }) => (shifts as IDataObject[]).map(({ from }) => `${String(from) < '2026-10-25T03' ? 'summer' : 'winter'} ${String(from).slice(-6)}`));
		expect([...new Set(offsets)].sort()).toEqual(['summer +02:00', 'winter +01:00']);
		for (const { from, fromUnix } of all.flatMap(({ shifts }) => shifts as IDataObject[])) expect(Date.parse(String(from)) / 1000).toBe(fromUnix);
	});
});

describe('trap 5: the hours of a day', () => {
	test.each([
		['Get Per Hour', 'hours'],
		['Get Full Day', 'hourlyCosts'],
	])('of %s come in the order in which LINA writes them, which JSON.parse loses', async (name, field) => {
		const all = await lina.rows({ ...BY_DAY[name], ...ALL_DAYS });
		const hours = all.map((item) => (item[field] as IDataObject[]).map(({ hour }) => Number(hour)));
		const map = name === 'Get Per Hour' ? /"kost":\s*([{[][^}\]]*)/g : /"stundenkosten":\s*([{[][^}\]]*)/g;
		const maps = (await lina.sent()).flatMap(({ answer }) => [...answer.body.matchAll(map)].map(([, text]) => text));
		/* A map whose hours begin at 0 without a gap comes as a list. */
		const listed = (text: string) => text.slice(1).split(',').flatMap((entry, hour) => (entry.trim() ? [hour] : []));
		const written = maps.map((text) => (text.startsWith('[') ? listed(text) : [...text.matchAll(/"(\d+)":/g)].map(([, hour]) => Number(hour))));
		expect(hours).toEqual(written);
		expect(hours.some((own) => own.includes(0) && own[0] > 0)).toBe(true);
	});
});

describe('trap 6: array or object', () => {
	test.each(['list', 'object'])('a day without staff, of which LINA gives an empty %s', async (empty) => {
		await lina.control.switches({ 'lina.emptyHours': empty, 'lina.stundenkostenEmpty': empty });
		expect(await lina.rows(oneDay('Get Per Hour', { businessDate: '2026-12-24' }))).toEqual([{ businessDate: '2026-12-24', hours: [] }]);
		const absences = (await lina.rows({ ...BY_DAY['Get Full Day'], ...ALL_DAYS })).filter(({ isAbsence }) => isAbsence);
		expect(absences.length).toBeGreaterThan(0);
		for (const { hourlyCosts } of absences) expect(hourlyCosts).toEqual([]);
	});
});

describe('trap 7: the end hour', () => {
	test('is there under the one setting, and not under the other; both are given out as they come', async () => {
		const hours = async () => (await lina.rows({ ...BY_DAY['Get Full Day'], ...ALL_DAYS })).map(({ hourlyCosts }) => (hourlyCosts as unknown[]).length);
		const exclusive = await hours();
		await lina.control.switches({ 'lina.endBucket': 'inclusive' });
		const inclusive = await hours();
		expect(inclusive).toHaveLength(exclusive.length);
		expect(inclusive.filter((count, at) => count === exclusive[at] + 1).length).toBeGreaterThan(0);
	});
});

describe('trap 8: von=0 is a placeholder', () => {
	test.each(['first', 'second'])('a plain shift in the %s pair, split ones, and absences', async (pair) => {
		await lina.control.switches({ 'lina.plainShiftPair': pair });
		const rows = await lina.rows({ ...BY_DAY['Get Full Day'], ...ALL_DAYS });
		const held = await lina.state('shifts');
		expect(timesOf(rows)).toEqual(heldTimes(held.filter(({ businessDate }) => String(businessDate) >= '2026-10-12' && String(businessDate) <= '2026-10-31')));
		expect(rows.filter(({ shifts }) => (shifts as unknown[]).length === 2).length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toContain('"1970-');
		const absences = rows.filter(({ isAbsence }) => isAbsence);
		expect(absences.length).toBeGreaterThan(0);
		for (const { shifts, absenceDays } of absences) expect([shifts, Number(absenceDays) > 0]).toEqual([[], true]);
	});
});

describe('trap 9: changes without shifts', () => {
	test('a day whose last shift was removed is deleted', async () => {
		await lina.control.put('lina', { shifts: [{ shiftId: 990_001, userUuid: String((await lina.state('users'))[0].userUuid), businessDate: '2026-12-24', von: 1_798_117_200, bis: 1_798_146_000 }] });
		expect((await lina.rows(changes())).find(({ businessDate }) => businessDate === '2026-12-24')).toMatchObject({ deleted: false, rows: [{ businessDate: '2026-12-24' }] });
		await lina.control.remove('lina', { shifts: [{ shiftId: 990_001 }] });
		expect((await lina.rows(changes())).find(({ businessDate }) => businessDate === '2026-12-24')).toEqual({ businessDate: '2026-12-24', deleted: true, rows: [] });
	});
});

describe('trap 10: changes go by date, and 3 months back', () => {
	test('an older date is refused before anything is sent', async () => {
		const { error } = await lina.run(changes({ updatedSince: '2026-07-31' }));
		expect(error?.message).toContain("'Updated Since' lies more than 3 months back");
		expect(error?.description).toContain('LINA knows the changes since 2026-08-01');
		expect((await lina.run(changes({ updatedSince: '2026-11-03' }))).error?.message).toContain("'Updated Since' lies in the future");
		expect(await lina.sent()).toEqual([]);
	});

	test('the oldest date is asked for', async () => {
		expect((await lina.rows(changes({ updatedSince: '2026-08-01' }))).length).toBeGreaterThan(0);
	});

	test('where it is allowed, LINA gives what it knows, with a warning, or refuses', async () => {
		const older = changes({ updatedSince: '2026-01-01', options: { allowOlderDates: true } });
		const { outputs, hints } = await lina.run(older);
		expect(outputs[0].length).toBeGreaterThan(0);
		expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('those before 2026-08-01 are not among these')]);
		await lina.control.switches({ 'lina.deltaTooOld': 'refused' });
		expect((await lina.run(older)).error?.description).toContain('Parameter updatedSince is older than 3 months.');
	});
});

describe('trap 11: h_zuschl_ and h_zuschlag_', () => {
	test('come out alike, and so do numbers that come as texts', async () => {
		const read = async () => [await lina.rows(oneDay('Get Full Day')), await lina.rows(oneDay('Get Per Day')), await lina.rows(changes()), await lina.rows(oneDay('Get Per Hour'))];
		const before = await read();
		await lina.control.switches({ 'lina.surchargeNames': 'h_zuschlag', 'lina.numbersAsText': true });
		expect(await read()).toEqual(before);
	});

	test('holiday hours are there where LINA gives them: with the changes', async () => {
		const surcharges = (rows: IDataObject[]) => rows.map(({ surchargeHours }) => Object.keys(surchargeHours as object).join());
		expect(new Set(surcharges(await lina.rows(oneDay('Get Full Day'))))).toEqual(new Set(['nightEarly,nightLate,sunday']));
		const days = await lina.rows(changes());
		expect(new Set(surcharges(days.flatMap(({ rows }) => rows as IDataObject[])))).toEqual(new Set(['nightEarly,nightLate,sunday,holiday']));
	});
});

describe('trap 13: the area is a number in rows, a name of people', () => {
	test('as LINA gives them', async () => {
		for (const { area } of await lina.rows(oneDay('Get Accepted'))) expect(typeof area).toBe('number');
		const rows = await lina.rows(people);
		expect(rows.length).toBeGreaterThan(3);
		for (const { area } of rows) expect(String(area)).toMatch(/^\D+$/);
	});
});

describe('trap 16: confirmed and unconfirmed times', () => {
	test('unconfirmed ones are in the full day alone', async () => {
		const held = (await lina.state('shifts')).filter(({ businessDate }) => String(businessDate) >= '2026-10-12' && String(businessDate) <= '2026-10-31');
		const confirmed = held.filter((shift) => shift.confirmed);
		expect(confirmed.length).toBeLessThan(held.length);
		expect(timesOf(await lina.rows({ ...BY_DAY['Get Accepted'], ...ALL_DAYS }))).toEqual(heldTimes(confirmed));
		expect(timesOf(await lina.rows({ ...BY_DAY['Get Full Day'], ...ALL_DAYS }))).toEqual(heldTimes(held));
	});
});
