import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { LinaBench, TOKEN } from './lina';
import { BY_DAY, changes, DAY, oneDay, people, sum } from './reads';

const lina = new LinaBench();

const operations = Object.entries(BY_DAY);

/** The shifts that LINA holds of a business day. */
const shiftsOf = async (date: string): Promise<IDataObject[]> => (await lina.state('shifts')).filter(({ businessDate }) => businessDate === date);

describe('a range of days', () => {
	test.each(operations)('%s makes one call a day, oldest first', async (name) => {
		const rows = await lina.rows({ ...BY_DAY[name], period: 'range', fromDate: '2026-10-22', toDate: '2026-10-24' });
		expect((await lina.sent()).map(({ path }) => path.split('?')[1])).toEqual(['22', '23', '24'].map((day) => `businessdate=${day}.10.2026`));
		expect([...new Set(rows.map(({ businessDate }) => businessDate))]).toEqual(['2026-10-22', '2026-10-23', '2026-10-24']);
	});

	test.each(operations)('%s gives nothing out of an item of which a day fails, and goes on with the next', async (name) => {
		await lina.faults(String({ 'Get Accepted': 'acceptedworkingtimes', 'Get Full Day': 'userdataperday', 'Get Per Day': 'personalkostenprotag', 'Get Per Hour': 'personalkostenprostunde' }[name]), { kind: 'status', status: 400, nth: 2 });
		const { outputs } = await lina.run(
			{ ...BY_DAY[name], period: 'range', fromDate: '={{ $json.from }}', toDate: '={{ $json.to }}' },
			{ items: [{ from: '2026-10-20', to: '2026-10-22' }, { from: '2026-10-28', to: '2026-10-28' }], settings: { onError: 'continueRegularOutput' } },
		);
		const [failed, ...others] = outputs[0].map(({ json, pairedItem }) => ({ json, pairedItem }));
		expect(failed).toMatchObject({ json: { from: '2026-10-20', error: expect.stringContaining('LINA') as string }, pairedItem: { item: 0 } });
		expect(others.length).toBeGreaterThan(0);
		for (const { json, pairedItem } of others) expect([json.businessDate, pairedItem]).toEqual(['2026-10-28', { item: 1 }]);
		expect(await lina.sent()).toHaveLength(3);
	});

	test('longer than the calls of 15 minutes waits for them', async () => {
		await lina.rows({ ...BY_DAY['Get Accepted'], period: 'range', fromDate: '2026-07-01', toDate: '2026-10-10' });
		expect(lina.waited).toBeGreaterThan(14 * 60_000);
		expect((await lina.sent()).map(({ answer }) => answer.status)).not.toContain(429);
	});

	const WRONG: Array<[string, INodeParameters, string]> = [
		['no date', { businessDate: '={{ "" }}' }, "'Business Date' is empty"],
		['a date that there is not', { businessDate: '2026-02-30' }, "'Business Date' is not a date of the calendar"],
		['a range that ends before it begins', { period: 'range', fromDate: '2026-10-02', toDate: '2026-10-01' }, "'To Date' lies before the From Date"],
		['a range without end', { period: 'range', fromDate: '2020-10-02', toDate: '2026-10-01' }, "'To Date' makes a range of 2191 days"],
		['a reserve that leaves nothing', { options: { callLimit: 5 } }, "'Reserve' leaves none of the 5 calls to this node"],
	];

	test.each(operations.flatMap(([name]) => WRONG.map(([what, parameters, message]) => [name, what, parameters, message] as const)))('%s refuses %s before anything is sent', async (name, _what, parameters, message) => {
		expect((await lina.run(oneDay(name, parameters))).error?.message).toContain(message);
		expect(await lina.sent()).toEqual([]);
	});
});

test.each(['Get Full Day', 'Get Per Hour'])('%s refuses an hour that there is not before anything is sent', async (name) => {
	expect((await lina.run(oneDay(name, { options: { dayStartsAt: 24 } }))).error?.message).toContain("'Business Day Starts At' is 24");
	expect(await lina.sent()).toEqual([]);
});

describe('what is read', () => {
	test('raw comes under the names of the wire', async () => {
		const [row] = await lina.rows(oneDay('Get Full Day', { simplify: false }));
		expect(Object.keys(row)).toEqual(expect.arrayContaining(['businessDate', 'von', 'bis2', 'h_brutto', 'h_zuschl_25', 'stundenkosten']));
		expect(Object.keys((await lina.rows(changes({ simplify: false })))[0])).toEqual(['datum', 'schichten']);
	});

	test('by token is the same as by key', async () => {
		const byToken = await lina.rows(oneDay('Get Full Day', { authentication: 'token' }), { credentials: await lina.credentials({}, TOKEN) });
		expect(byToken).toEqual(await lina.rows(oneDay('Get Full Day')));
		expect(byToken).toHaveLength((await shiftsOf(DAY)).length);
	});

	test.each([...operations.map(([name]) => oneDay(name)), changes(), people])('and is no JSON ends in a message: %j', async (parameters) => {
		await lina.control.faults({ service: 'lina', kind: 'malformed', every: 1 });
		expect((await lina.run(parameters)).error?.message).toMatch(/LINA/);
	});
});

describe('employees with consent', () => {
	test('are those who agree now', async () => {
		const rows = await lina.rows(people);
		const held = await lina.state('consents');
		expect(rows).toEqual(held.map(({ userUuid, userVorname, userName, userEmail, bereich }) => ({ userUuid, firstName: userVorname, lastName: userName, email: userEmail, area: bereich })));
	});

	test('are nobody, with a hint that this may be a missing right', async () => {
		await lina.control.remove('lina', { consents: (await lina.consenting()).map((userUuid) => ({ userUuid })) });
		const { outputs, hints } = await lina.run(people);
		expect(outputs[0]).toEqual([]);
		expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('lacks the right to see them')]);
	});
});

test('a report of what was changed needs no credential and makes no call', async () => {
	const items = await lina.rows(changes());
	const before = (await lina.sent()).length;
	const report = await lina.rows({ resource: 'workingTime', operation: 'report' }, { items, credentials: {} });
	expect((await lina.sent()).length).toBe(before);
	const rows = items.flatMap(({ rows: own }) => own as IDataObject[]);
	const areas = report.filter(({ kind }) => kind === 'area');
	const days = report.filter(({ kind }) => kind === 'day');
	expect(days.map(({ businessDate }) => businessDate)).toEqual(items.map(({ businessDate }) => businessDate));
	for (const { rows: count } of areas) expect(Number(count)).toBeGreaterThanOrEqual(3);
	const suppressed = days.map(({ suppressed: own }) => own as IDataObject);
	expect(sum(areas, 'rows') + sum(suppressed, 'rows') + sum(suppressed, 'absenceRows')).toBe(rows.length);
});

test('a report of days that were read twice, row by row, counts them once', async () => {
	const period = { period: 'range', fromDate: '2026-10-28', toDate: '2026-10-30' };
	const rows = await lina.rows({ ...BY_DAY['Get Full Day'], ...period }, { items: [{}, {}] });
	const report = async (items: IDataObject[]) => await lina.rows({ resource: 'workingTime', operation: 'report' }, { items, credentials: {} });
	const once = await report(rows.slice(0, rows.length / 2));
	expect(once.filter(({ kind }) => kind === 'area').length).toBeGreaterThan(0);
	expect(await report(rows)).toEqual(once);
	const { error } = await lina.run({ resource: 'workingTime', operation: 'report' }, { items: rows.slice(1), credentials: {} });
	expect(error?.message).toContain("'items' hold");
});
