import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { addDays, datesIn } from '../../../nodes/kit/dateWindows';
import { CapitechBench, ENDED, entries, LOGIN, rowsOf } from './capitech';

const capitech = new CapitechBench();
const WHOLE = 'Absence/getAbsence';
const DAYS = 'Absence/getAbsenceTransactions';

const absence = (absenceId: number, fromDate: string, endDate: string | null, more: IDataObject = {}): IDataObject => ({
	...{ clientId: 100, absenceId, employeeId: 2001, absenceCode: 'SYK', fromDate, endDate, updatedOn: `${fromDate} 08:00:00` },
	...more,
});

type Reading = 'getMany' | 'getManyDays';
const get = async (operation: Reading, fromDate: string, toDate: string, parameters: INodeParameters = {}, options = {}) =>
	await capitech.run({ resource: 'absence', operation, clientId: 100, returnAll: true, simplify: false, fromDate, toDate, ...parameters }, options);
const idsOf = (rows: IDataObject[]) => rows.map(({ absenceId }) => absenceId);
const windows = async (operation: string) => (await capitech.sent(operation)).map(({ body }) => ({ from: String(body.fromDate), to: String(body.toDate) }));
const heldIds = async (fromDate: string, toDate: string) =>
	(await capitech.control.state('capitech')).absences
		.filter((row) => row.clientId === 100 && String(row.fromDate) <= toDate && (row.endDate === null || String(row.endDate) >= fromDate))
		.map(({ absenceId }) => absenceId)
		.sort();

const SIMPLE = ['clientId', 'absenceId', 'employeeId', 'employee', 'absenceCode', 'absenceDescription', 'absenceType', 'fromDate', 'startTime', 'endDate', 'endTime', 'absencePercent'];

describe('whole absences', () => {
	test('are those that touch the period, each once, oldest first', async () => {
		const rows = rowsOf(await get('getMany', '2026-10-12', '2026-10-31'));
		expect([...idsOf(rows)].sort()).toEqual(await heldIds('2026-10-12', '2026-10-31'));
		expect(rows.length).toBeGreaterThan(10);
		expect(rows.map(({ fromDate }) => fromDate)).toEqual(rows.map(({ fromDate }) => fromDate).sort());
		expect(rows.some(({ fromDate }) => String(fromDate) < '2026-10-12')).toBe(true);
		expect(rows.some(({ endDate }) => endDate === null)).toBe(true);
	});

	test.each(['dateTime', 'plain'])('carry plain dates and stamps where the service writes them %s', async (style) => {
		await capitech.control.switches({ 'capitech.absenceDateStyle': style });
		await capitech.control.put('capitech', { absences: [absence(900_001, '2026-01-14', '2026-01-16', { startTime: '10:00:00', absencePercent: 50 })] });
		const [row] = rowsOf(await get('getMany', '2026-01-14', '2026-01-14'));
		expect(row).toMatchObject({ absenceId: 900_001, absenceType: 1, absenceDescription: 'Sykmelding', fromDate: '2026-01-14', startTime: '10:00:00', endDate: '2026-01-16', absencePercent: 50, isDeleted: false });
		expect(row.updatedOn).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
	});

	test('are simplified to what most flows need', async () => {
		const [row] = rowsOf(await get('getMany', '2026-10-12', '2026-10-31', { simplify: true }));
		expect(Object.keys(row)).toEqual([...SIMPLE, 'hours', 'departmentId', 'updatedOn', 'isDeleted']);
	});

	test('over the border of two requests come once, as they stand last', async () => {
		await capitech.control.put('capitech', { absences: [absence(900_001, '2026-01-20', '2026-02-10'), absence(900_002, '2026-02-05', null)] });
		const rows = rowsOf(await get('getMany', '2026-01-10', '2026-02-20', { options: { datesPerRequest: 10 } }));
		expect(idsOf(rows)).toEqual([900_001, 900_002]);
		expect((await windows(WHOLE)).length).toBe(5);
	});

	test('that begin on the last date of the period or end on its first are among them, the next are not', async () => {
		await capitech.control.put('capitech', {
			absences: [absence(900_001, '2026-01-01', '2026-01-10'), absence(900_002, '2026-01-20', '2026-01-30'), absence(900_003, '2026-01-01', '2026-01-09', { employeeId: 2002 }), absence(900_004, '2026-01-21', '2026-01-30', { employeeId: 2002 })],
		});
		expect(idsOf(rowsOf(await get('getMany', '2026-01-10', '2026-01-20')))).toEqual([900_001, 900_002]);
	});
});

describe('days of absences', () => {
	test('come under clean names', async () => {
		await capitech.control.put('capitech', { absences: [absence(900_001, '2026-01-14', '2026-01-15', { absencePercent: 50, absenceCode: 'EGM', selfDeclaration: true, transactionStatus: 1 })] });
		const rows = rowsOf(await get('getManyDays', '2026-01-14', '2026-01-15', { filters: { includeAllDetails: 'yes' } }));
		expect(rows.map(({ dayDate }) => dayDate)).toEqual(['2026-01-14', '2026-01-15']);
		expect(rows[0]).toMatchObject({ dayAbsencePercent: 50, daySelfDeclaration: true, dayTransactionStatus: 1, dayFreeDimension1Id: 10, dayFreeDimension1: 'Ordinær', dayProjectId: null, isDeleted: false });
		expect(rows[0].dayCalculatedHours).toEqual(expect.any(Number));
		for (const misspelt of ['dayAbsencePersent', 'dayFreeDimension', 'dayProjectNr']) expect(rows[0]).not.toHaveProperty(misspelt);
		expect((await capitech.sent(DAYS))[0].body).toMatchObject({ clientId: 100, includeAllDetails: true });
	});

	test('are simplified to what most flows need', async () => {
		const [row] = rowsOf(await get('getManyDays', '2026-10-12', '2026-10-31', { simplify: true }));
		expect(Object.keys(row)).toEqual([
			...SIMPLE,
			...['dayDate', 'dayStartTime', 'dayEndTime', 'dayAbsencePercent', 'daySelfDeclaration', 'dayTransactionStatus', 'dayTimeCategoryId', 'dayCalculatedHours', 'dayPaidHours'],
			...['departmentId', 'updatedOn', 'isDeleted'],
		]);
	});

	test.each(['leftOut', 'given'])('lie in the period, whether the service gives those outside it or not: %s', async (style) => {
		await capitech.control.switches({ 'capitech.absenceDaysOutside': style, 'capitech.absenceDays': 'all' });
		await capitech.control.put('capitech', { absences: [absence(900_001, '2026-01-10', '2026-02-10')] });
		const rows = rowsOf(await get('getManyDays', '2026-01-20', '2026-01-24', { options: { datesPerRequest: 2 } }));
		expect(rows.map(({ absenceId, dayDate }) => [absenceId, dayDate])).toEqual(['20', '21', '22', '23', '24'].map((day) => [900_001, `2026-01-${day}`]));
	});

	test('are given day by day, each once, in a stable order, however they are asked for', async () => {
		const keys = async (datesPerRequest: number) => rowsOf(await get('getManyDays', '2026-10-12', '2026-10-31', { options: { datesPerRequest } })).map(({ absenceId, dayDate }) => `${dayDate}:${absenceId}`);
		const all = await keys(366);
		expect(all.length).toBeGreaterThan(50);
		expect(all).toEqual([...all].sort());
		for (const dates of [1, 7, 20]) expect(await keys(dates)).toEqual(all);
	});
});

describe.each([
	['getMany', WHOLE],
	['getManyDays', DAYS],
] as const)('%s', (operation, wire) => {
	test.each([
		['one date', '2026-10-15', '2026-10-15', 1],
		['366 dates', '2026-01-01', '2027-01-01', 1],
		['367 dates', '2026-01-01', '2027-01-02', 2],
		['three years', '2024-01-01', '2026-12-31', 3],
	])('reads a period in windows of at most 366 dates: %s', async (_what, from, to, requests) => {
		await get(operation, from, to);
		const asked = await windows(wire);
		expect(asked.length).toBe(requests);
		expect(asked.every((window) => datesIn(window) <= 366)).toBe(true);
		expect([asked[0].from, asked[asked.length - 1].to]).toEqual([from, to]);
		for (const [at, { from: begin }] of asked.slice(1).entries()) expect(begin).toBe(addDays(asked[at].to, 1));
	});

	test.each([200, 400])('halves what is refused for too many rows with HTTP %i, and only that', async (status) => {
		const all = rowsOf(await get(operation, '2026-10-12', '2026-10-31'));
		await capitech.control.reset();
		await capitech.control.switches({ 'capitech.tooManyAnswer': status, 'capitech.rowCap': operation === 'getMany' ? 30 : 40 });
		expect(rowsOf(await get(operation, '2026-10-12', '2026-10-31'))).toEqual(all);
		const asked = await windows(wire);
		expect(asked.length).toBeGreaterThan(2);
		expect(new Set(asked.map(({ from, to }) => `${from} ${to}`)).size).toBe(asked.length);
		const answered = (await capitech.sent(wire)).filter(({ entry }) => (JSON.parse(entry.answer.body) as { success: boolean }).success).map(({ body }) => [body.fromDate, body.toDate]);
		expect([answered[0][0], answered[answered.length - 1][1]]).toEqual(['2026-10-12', '2026-10-31']);
	});

	test('divides the employees and departments of the filters where one date alone holds too many', async () => {
		const ids = [2001, 2002, 2003, 2004, 2005];
		await capitech.control.put('capitech', { absences: ids.map((employeeId, at) => absence(900_001 + at, '2026-01-14', '2026-01-14', { employeeId, departmentId: 10 + 10 * (at % 2) })) });
		await capitech.control.switches({ 'capitech.rowCap': 1 });
		const rows = rowsOf(await get(operation, '2026-01-14', '2026-01-14', { filters: { employees: entries('2001, 2002, 2003, 2004, 2005') } }));
		expect(rows.map(({ employeeId }) => employeeId)).toEqual(ids);
		await capitech.control.switches({ 'capitech.rowCap': 3 });
		expect(idsOf(rowsOf(await get(operation, '2026-01-14', '2026-01-14', { filters: { departments: entries('10, 20') } })))).toEqual(idsOf(rows));
	});

	test('reads no further than a limit needs', async () => {
		const all = rowsOf(await get(operation, '2026-10-12', '2026-10-31'));
		await capitech.control.reset();
		expect(rowsOf(await get(operation, '2026-10-12', '2026-10-31', { returnAll: false, limit: 3, options: { datesPerRequest: 5 } }))).toEqual(all.slice(0, 3));
		expect((await windows(wire)).length).toBe(1);
	});

	test('fails where one date alone holds too many, and gives no part of them', async () => {
		await capitech.control.switches({ 'capitech.rowCap': 1 });
		const { error, outputs } = await get(operation, '2026-10-12', '2026-10-31');
		expect(outputs.flat()).toEqual([]);
		expect(error?.message).toMatch(/^Capitech refuses 2026-10-\d\d for too many rows, even asked for in the smallest parts \[item 0\]$/);
		expect(error?.description).toMatch(/The service says: Too many results[\s\S]*Name the employees or the departments/);
	});

	test('logs in again where the session ends in the middle, and loses nothing', async () => {
		const all = rowsOf(await get(operation, '2026-10-12', '2026-10-31'));
		await capitech.control.reset();
		await capitech.control.faults({ service: 'capitech', operation: wire, kind: 'expire-token', nth: 3, times: 1 });
		expect(rowsOf(await get(operation, '2026-10-12', '2026-10-31', { options: { datesPerRequest: 4 } }))).toEqual(all);
		expect((await capitech.sent(LOGIN)).length).toBe(2);
		const answers = rowsOf(await get(operation, '2026-10-12', '2026-10-31', {}, { credentials: await capitech.credentials({ accessToken: ENDED }) }));
		expect(answers).toEqual(all);
	});

	test.each([
		{ kind: 'reset-before' },
		{ kind: 'reset-after' },
		{ kind: 'truncate' },
		{ kind: 'malformed' },
		{ kind: 'status', status: 503 },
	])('asks again after a passing fault: %j', async (rule) => {
		const all = rowsOf(await get(operation, '2026-10-12', '2026-10-31'));
		await capitech.control.faults({ service: 'capitech', operation: wire, times: 1, ...rule });
		expect(rowsOf(await get(operation, '2026-10-12', '2026-10-31'))).toEqual(all);
	});

	test('keeps what is deleted and says so, or leaves it out where that is asked for', async () => {
		await capitech.control.switches({ 'capitech.deletedRows': 'flagged' });
		await capitech.control.put('capitech', { absences: [absence(900_001, '2026-01-14', '2026-01-14'), absence(900_002, '2026-01-14', '2026-01-14', { employeeId: 2002 })] });
		await capitech.control.remove('capitech', { absences: [{ absenceId: 900_001 }] });
		const filters = { updatedFrom: '2026-01-01' };
		expect(rowsOf(await get(operation, '2026-01-14', '2026-01-14', { filters })).map(({ absenceId, isDeleted }) => [absenceId, isDeleted])).toEqual([
			[900_001, true],
			[900_002, false],
		]);
		expect(idsOf(rowsOf(await get(operation, '2026-01-14', '2026-01-14', { filters, options: { leaveOutDeleted: true } })))).toEqual([900_002]);
	});

	test('is paired with the item that asked', async () => {
		const { outputs } = await get(operation, '={{ $json.from }}', '={{ $json.from }}', { clientId: '={{ $json.firm }}' }, { items: [{ firm: 200, from: '2026-10-20' }, { firm: 100, from: '2026-10-21' }] });
		const pairs = outputs[0].map(({ json, pairedItem }) => `${json.clientId} ${JSON.stringify(pairedItem)}`);
		expect([...new Set(pairs)]).toEqual(['200 {"item":0}', '100 {"item":1}']);
	});

	test.each<[string, INodeParameters, RegExp]>([
		['no firm', { clientId: '={{ null }}' }, /'Client ID' is empty/],
		['a date that is none', { fromDate: '2026-02-30' }, /'From Date' is not a date/],
		['a period that ends before it begins', { toDate: '2026-01-01' }, /'To Date' lies before the From Date/],
		['a limit of 0', { returnAll: false, limit: 0 }, /'Limit' is not a whole number/],
		['an absence id of letters', { filters: { absenceIds: 'A1' } }, /'Absence IDs' is not a whole number/],
		['more than 366 dates to a request', { options: { datesPerRequest: 367 } }, /'Dates per Request' is 367/],
		['no dates to a request', { options: { datesPerRequest: 0 } }, /'Dates per Request' is not a whole number/],
	])('%s is refused before anything is sent', async (_what, parameters, message) => {
		const { error } = await get(operation, '2026-10-12', '2026-10-31', parameters);
		expect(error?.message).toMatch(message);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});
});

test('a detail that is neither yes nor no is refused before anything is sent', async () => {
	const { error } = await get('getManyDays', '2026-10-12', '2026-10-31', { filters: { includeAllDetails: 'perhaps' } });
	expect(error?.message).toMatch(/'Include All Details' is none of its three values/);
	expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
});
