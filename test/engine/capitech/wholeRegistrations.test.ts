import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CapitechBench, entries, GET_MANY, hours, keysOf, moment, rowsOf, setPackClock } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });
const DATE = '2026-01-15';
const PERIOD = ['2026-01-01', '2026-01-28'] as const;

/** A registration of which one row is approved, marked and changed lately, and the others are not; one beside it that no filter of these tests chooses. */
const MIXED = [
	hours(900_001, DATE, { externalStatusCode: 20, lastUpdatedOn: '2026-01-20 10:00:00' }),
	hours(900_001, DATE, { timeCategoryId: 20, qty: 1.5, approvedLevelOne: null, lastUpdatedOn: '2026-01-15 15:00:00' }),
	hours(900_001, DATE, { timeCategoryId: 31, qty: 2, lastUpdatedOn: '2026-01-15 15:00:00' }),
];
const OTHER = hours(900_002, DATE, { timeCategoryId: 11, approvedLevelOne: null, lastUpdatedOn: '2026-01-15 15:00:00' });
const WHOLE = ['100:900001:10', '100:900001:20', '100:900001:31'];

const get = async (filters: IDataObject, parameters: INodeParameters = {}, [from, to]: readonly [string, string] = PERIOD, options = {}) =>
	await capitech.getMany(from, to, { wholeRegistrations: true, filters: filters as INodeParameters, ...parameters }, options);
const keys = async (...query: Parameters<typeof get>) => keysOf(rowsOf(await get(...query)));
/** The requests that were made, by what tells them apart here. */
const asked = async () =>
	(await capitech.sent(GET_MANY)).map(({ body: { fromDate, toDate, employeeIdFilter, externalStatusCodeFilter } }) => ({
		from: fromDate,
		to: toDate,
		...(employeeIdFilter !== undefined && { employees: employeeIdFilter }),
		...(externalStatusCodeFilter !== undefined && { status: externalStatusCodeFilter }),
	}));

/** Something that happens between the two readings: while the pack waits to ask for the second one again. */
async function meanwhile(happens: () => Promise<unknown>) {
	await capitech.control.faults({ service: 'capitech', operation: GET_MANY, kind: 'status', status: 503, nth: 2 });
	let happened: Promise<unknown> | undefined;
	await setPackClock({ sleep: async () => void (await (happened ??= happens())) });
}

const remove = async (...rows: IDataObject[]) =>
	await capitech.control.remove('capitech', { transactions: rows.map(({ clientId, uid, timeCategoryId }) => ({ clientId, uid, timeCategoryId })) });

beforeEach(async () => {
	await capitech.control.switches({ 'capitech.editClearsApprovals': false });
	await capitech.put(...MIXED, OTHER);
});

describe('the filters choose registrations, and each comes with all its rows', () => {
	test.each<[string, IDataObject]>([
		['by status', { externalStatusCodes: '20' }],
		['by approval', { approvedLevels: [1] }],
		['by time category', { timeCategories: entries('31') }],
		['by type', { timeCategoryTypes: ['P', 'S', 'T'] }],
	])('%s', async (_what, filters) => {
		expect(await keys(filters)).toEqual(WHOLE);
	});

	test('unless that is not asked for', async () => {
		expect(await keys({ externalStatusCodes: '20' }, { wholeRegistrations: false })).toEqual(['100:900001:10']);
	});

	test('by the time of the last change', async () => {
		const held = await capitech.held(...PERIOD);
		await capitech.control.clock({ advance: 'PT1H' });
		await capitech.put({ ...MIXED[2], qty: 3 });
		const [changed] = (await capitech.held(...PERIOD)).filter(({ timeCategoryId }) => timeCategoryId === 31);
		expect(held.every(({ lastUpdatedOn }) => String(lastUpdatedOn) < String(changed.lastUpdatedOn))).toBe(true);
		expect(await keys({ lastApprovedOrUpdatedFrom: changed.lastUpdatedOn as string })).toEqual(WHOLE);
	});

	test('a simplified one, too', async () => {
		const rows = rowsOf(await get({ externalStatusCodes: '20' }, { simplify: true }));
		expect(keysOf(rows)).toEqual(WHOLE);
		expect(rows[0]).not.toHaveProperty('freeText');
	});

	test('also a row of it that begins a day after the period', async () => {
		await capitech.put(hours(900_001, '2026-01-16', { timeCategoryId: 32, qty: 1 }), hours(900_001, '2026-01-14', { timeCategoryId: 30, qty: 1 }));
		expect(await keys({ externalStatusCodes: '20' }, {}, [DATE, DATE])).toEqual(['100:900001:30', ...WHOLE, '100:900001:32']);
	});
});

describe('what is asked for', () => {
	test('is read once where no filter leaves anything out', async () => {
		expect(await keys({ payable: 'any', externalStatusCodes: '' })).toEqual([...WHOLE, '100:900002:11']);
		expect((await asked()).length).toBe(1);
	});

	test('is read once where the filters choose nothing', async () => {
		expect(await keys({ externalStatusCodes: '77' })).toEqual([]);
		expect((await asked()).length).toBe(1);
	});

	test('is read again for the employee around the dates, without the filters', async () => {
		await get({ externalStatusCodes: '20' });
		const [, second, ...more] = await asked();
		expect(second).toEqual({ from: '2026-01-13', to: '2026-01-17', employees: [2001] });
		expect(more).toEqual([]);
	});

	test('is read again for the whole firm where that takes fewer requests', async () => {
		await capitech.put(...[2002, 2003, 2004].map((employeeId, at) => hours(900_010 + at, `2026-01-${20 + at}`, { employeeId, externalStatusCode: 20 })));
		expect((await keys({ externalStatusCodes: '20' })).length).toBe(6);
		const [, ...again] = await asked();
		expect(again).toEqual([{ from: '2026-01-13', to: '2026-01-24' }]);
	});

	test('is read again in two windows for dates far apart', async () => {
		await capitech.put(hours(900_010, '2026-06-15', { externalStatusCode: 20 }), hours(900_010, '2026-06-15', { timeCategoryId: 20 }));
		expect(await keys({ externalStatusCodes: '20' }, {}, ['2026-01-01', '2026-06-30'])).toEqual([...WHOLE, '100:900010:10', '100:900010:20']);
		const again = (await asked()).filter(({ status }) => !status);
		expect(again.map(({ from, to }) => [from, to]).sort()).toEqual([['2026-01-13', '2026-01-17'], ['2026-06-13', '2026-06-17']]);
	});

	test('a limit counts the rows chosen, and cuts no registration', async () => {
		await capitech.put(hours(900_003, '2026-01-16'), hours(900_003, '2026-01-16', { timeCategoryId: 20 }), hours(900_004, '2026-01-17'));
		const limited = async (limit: number, filters: IDataObject) => await keys(filters, { returnAll: false, limit });
		expect(await limited(1, { approvedLevels: [1] })).toEqual(WHOLE);
		expect(await limited(3, { approvedLevels: [1] })).toEqual([...WHOLE, '100:900003:10', '100:900003:20']);
		expect(await limited(2, {})).toEqual(WHOLE);
	});

	test('a limit ends the first reading only', async () => {
		const dates = ['2026-02-01', '2026-02-02', '2026-03-20', '2026-03-21'];
		const rows = dates.map((date, at) => hours(900_010 + at, date, { employeeId: 2001 + at, externalStatusCode: 20 }));
		await capitech.put(...rows, ...rows.map((row) => ({ ...row, timeCategoryId: 20, externalStatusCode: null })));
		const found = rowsOf(await get({ externalStatusCodes: '20' }, { returnAll: false, limit: 4 }, ['2026-02-01', '2026-03-31']));
		expect(keysOf(found)).toEqual(dates.flatMap((_date, at) => [10, 20].map((category) => `100:${900_010 + at}:${category}`)));
	});

	test('stops where the execution is cancelled', async () => {
		const waiting = moment();
		await setPackClock({ sleep: async () => await waiting.reach() });
		await capitech.control.faults({ service: 'capitech', operation: GET_MANY, kind: 'status', status: 503, nth: 2 });
		const { status } = await get({ externalStatusCodes: '20' }, {}, PERIOD, { abortAfter: waiting.promise });
		expect(status).toBe('canceled');
		for (let at = 0; at < 3; at++) await capitech.getMany(DATE, DATE, { clientId: 200 });
		expect((await capitech.sent(GET_MANY)).filter(({ body }) => body.clientId === 100).length).toBe(2);
	});

	test('fails as a whole where the second reading fails', async () => {
		await capitech.control.faults({ service: 'capitech', operation: GET_MANY, kind: 'status', status: 403, nth: 2 });
		const { status, outputs } = await get({ externalStatusCodes: '20' });
		expect([status, outputs.flat()]).toEqual(['error', []]);
	});
});

describe('a manager edits between the two readings', () => {
	const chosen = { externalStatusCodes: '20' };
	const rows = async () => {
		const result = await get(chosen);
		expect(result.error?.message).toBeUndefined();
		return rowsOf(result);
	};

	test('another quantity: the second reading counts', async () => {
		await meanwhile(async () => await capitech.put({ ...MIXED[0], qty: 8 }));
		expect((await rows()).map(({ timeCategoryId, qty }) => [timeCategoryId, qty])).toEqual([[10, 8], [20, 1.5], [31, 2]]);
	});

	test('the row that was chosen is deleted: it is left out, its siblings come', async () => {
		await meanwhile(async () => await remove(MIXED[0]));
		expect(keysOf(await rows())).toEqual(WHOLE.slice(1));
	});

	test('another category: the row comes under the new one', async () => {
		await meanwhile(async () => (await remove(MIXED[0]), await capitech.put(hours(900_001, DATE, { timeCategoryId: 21 }))));
		expect(keysOf(await rows())).toEqual(['100:900001:20', '100:900001:21', '100:900001:31']);
	});

	test.each<[string, IDataObject]>([
		['to another employee', { employeeId: 2003 }],
		['to another date', { dateIn: '2026-01-22', dateOut: '2026-01-22' }],
		['out of the period', { dateIn: '2026-02-20', dateOut: '2026-02-20' }],
		['back out of the period', { dateIn: '2025-12-03', dateOut: '2025-12-03' }],
	])('the registration is moved %s: it is not lost', async (_what, change) => {
		await meanwhile(async () => await capitech.put(...MIXED.map((row) => ({ ...row, ...change }))));
		const found = await rows();
		expect(keysOf(found)).toEqual(WHOLE);
		for (const row of found) expect(row).toMatchObject(change);
		expect((await asked()).slice(3)).toEqual([
			{ from: '2025-11-30', to: '2025-12-30' },
			{ from: '2025-12-31', to: '2026-01-30' },
			{ from: '2026-01-31', to: '2026-03-01' },
		]);
	});

	test('the registration is deleted: it is left out, wherever it was looked for', async () => {
		await meanwhile(async () => await remove(...MIXED));
		expect(await rows()).toEqual([]);
	});
});

describe('where the service tells of deleted rows', () => {
	beforeEach(async () => {
		await capitech.control.switches({ 'capitech.deletedRows': 'flagged' });
		await capitech.control.clock({ now: '2026-11-20T12:00:00' });
	});
	const changes = async () =>
		rowsOf(await get({ lastApprovedOrUpdatedFrom: '2026-11-20 11:00:00' })).map(({ timeCategoryId, isDeleted }) => [timeCategoryId, isDeleted]);

	test('a deleted row comes as such beside its siblings', async () => {
		await remove(MIXED[1]);
		expect(await changes()).toEqual([[10, false], [20, true], [31, false]]);
	});

	test('a deleted registration comes as such, and is not looked for', async () => {
		await remove(...MIXED);
		expect(await changes()).toEqual([[10, true], [20, true], [31, true]]);
		expect((await asked()).length).toBe(2);
	});

	test('a row that was entered again stands', async () => {
		await remove(MIXED[0]);
		await meanwhile(async () => await capitech.put(MIXED[0]));
		expect(await changes()).toEqual([[10, false], [20, false], [31, false]]);
	});
});
