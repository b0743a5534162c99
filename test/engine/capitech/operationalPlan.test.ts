import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { addDays, datesIn } from '../../../nodes/kit/dateWindows';
import { byNumber, CapitechBench, entries, LOGIN, rowsOf } from './capitech';

const capitech = new CapitechBench();
const PLAN = 'OperationalPlan';

const duty = (id: number, date: string, more: IDataObject = {}): IDataObject => ({
	...{ clientId: 100, id, name: 'D1', description: 'Dagvakt', start: `${date}T07:00:00`, end: `${date}T15:00:00`, hours: 7.5, count: 1 },
	...{ createdOn: `${date}T05:00:00`, employeeId: 2001, departmentId: 10, departmentName: 'Butikk' },
	...more,
});

const get = async (fromDate: string, toDate: string, parameters: INodeParameters = {}, options = {}) =>
	await capitech.run({ resource: 'operationalPlan', operation: 'getMany', clientId: 100, returnAll: true, fromDate, toDate, ...parameters }, options);
const idsOf = (rows: IDataObject[]) => rows.map(({ id }) => id);
const bodies = async () => (await capitech.sent(PLAN)).map(({ body }) => body);
const held = async (from: string, to: string) =>
	(await capitech.control.state('capitech')).operationalPlan.filter(({ clientId, start }) => clientId === 100 && String(start) >= from && String(start) < addDays(to, 1)).map(({ id }) => Number(id));

test('the duties that begin in the period come, each once, earliest first', async () => {
	const rows = rowsOf(await get('2026-10-12', '2026-11-07'));
	expect(rows.length).toBeGreaterThan(20);
	expect(idsOf(rows).map(Number).sort((a, b) => a - b)).toEqual((await held('2026-10-12', '2026-11-07')).sort((a, b) => a - b));
	expect(rows.map(({ start }) => start)).toEqual(rows.map(({ start }) => start).sort());
	expect(rows.some(({ employeeId }) => employeeId === null)).toBe(true);
});

test('both ends are included, although the service leaves the last date out', async () => {
	await capitech.control.put('capitech', { operationalPlan: [duty(1, '2026-01-04'), duty(2, '2026-01-05'), duty(3, '2026-01-06'), duty(4, '2026-01-07')] });
	expect(idsOf(rowsOf(await get('2026-01-05', '2026-01-06')))).toEqual([2, 3]);
	expect(idsOf(rowsOf(await get('2026-01-05', '2026-01-05')))).toEqual([2]);
	expect((await bodies()).map(({ fromDate, toDate }) => [fromDate, toDate])).toEqual([['2026-01-05', '2026-01-07'], ['2026-01-05', '2026-01-06']]);
});

test('a duty comes with clean stamps; simplified, with what most flows need', async () => {
	await capitech.control.put('capitech', { operationalPlan: [duty(1, '2026-01-05', { newStart: '2026-01-05T08:00:00', freeDimension1Id: 10, freeDimension1Name: 'Ordinær', colour: 'red' })] });
	const [simple] = rowsOf(await get('2026-01-05', '2026-01-05'));
	expect(simple).toEqual({
		...{ id: 1, clientId: 100, name: 'D1', description: 'Dagvakt', start: '2026-01-05 07:00:00', end: '2026-01-05 15:00:00', hours: 7.5 },
		...{ newStart: '2026-01-05 08:00:00', newEnd: null, newHours: null, count: 1, employeeId: 2001, employeeFullName: null },
		...{ departmentId: 10, departmentName: 'Butikk', competenceRoleId: null, dutyDefinitionId: null, updatedOn: null },
	});
	const [whole] = rowsOf(await get('2026-01-05', '2026-01-05', { simplify: false }));
	expect(whole).toMatchObject({ ...simple, freeDimension1Id: 10, freeDimension1Name: 'Ordinær', createdOn: '2026-01-05 05:00:00', colour: 'red' });
});

describe('a period is read week by week', () => {
	test.each([
		['one date', '2026-10-15', '2026-10-15', 1],
		['a week', '2026-10-12', '2026-10-18', 1],
		['eight dates', '2026-10-12', '2026-10-19', 2],
		['over the change of the clock', '2026-10-20', '2026-11-02', 2],
		['366 dates', '2026-01-01', '2027-01-01', 53],
	])('%s', async (_what, from, to, requests) => {
		await get(from, to);
		const windows = (await bodies()).map(({ fromDate, toDate }) => ({ from: String(fromDate), to: addDays(String(toDate), -1) }));
		expect(windows.length).toBe(requests);
		expect(windows.every((window) => datesIn(window) <= 7)).toBe(true);
		expect(windows.flatMap((window) => Array.from({ length: datesIn(window) }, (_, day) => addDays(window.from, day)))).toEqual(
			Array.from({ length: datesIn({ from, to }) }, (_, day) => addDays(from, day)),
		);
	});

	test('and no further than a limit needs', async () => {
		const all = rowsOf(await get('2026-10-12', '2026-10-31'));
		await capitech.control.reset();
		expect(rowsOf(await get('2026-10-12', '2026-10-31', { returnAll: false, limit: 3 }))).toEqual(all.slice(0, 3));
		expect((await bodies()).length).toBe(1);
		expect(rowsOf(await get('2026-10-12', '2026-10-31', { returnAll: false, limit: all.length }))).toEqual(all);
	});

	test.each([200, 400])('and halved where that holds too many (HTTP %i)', async (status) => {
		const all = rowsOf(await get('2026-10-12', '2026-10-31'));
		await capitech.control.reset();
		const busiest = Math.max(...[...new Set(all.map(({ start }) => String(start).slice(0, 10)))].map((date) => all.filter(({ start }) => String(start).startsWith(date)).length));
		await capitech.control.switches({ 'capitech.tooManyAnswer': status, 'capitech.rowCap': busiest });
		expect(rowsOf(await get('2026-10-12', '2026-10-31'))).toEqual(all);
		expect((await bodies()).length).toBeGreaterThan(3);
	});

	test('and fails where one date alone holds too many', async () => {
		await capitech.control.put('capitech', { operationalPlan: [duty(1, '2026-01-05'), duty(2, '2026-01-05')] });
		await capitech.control.switches({ 'capitech.rowCap': 1 });
		const { error, outputs } = await get('2026-01-05', '2026-01-06');
		expect(outputs.flat()).toEqual([]);
		expect(error?.message).toBe('Capitech refuses 2026-01-05 for too many rows, even asked for in the smallest parts [item 0]');
	});

	test('and goes on where the session ends in the middle', async () => {
		const all = rowsOf(await get('2026-10-12', '2026-10-31'));
		await capitech.control.reset();
		await capitech.control.faults({ service: 'capitech', operation: PLAN, kind: 'expire-token', nth: 2, times: 1 });
		expect(rowsOf(await get('2026-10-12', '2026-10-31'))).toEqual(all);
		expect((await capitech.sent(LOGIN)).length).toBe(2);
	});
});

test('an entry picked from each list goes into its filter', async () => {
	await capitech.control.put('capitech', { operationalPlan: [duty(1, '2026-01-05', { competenceRoleId: 3, orderId: 4001, projectId: 1001 }), duty(2, '2026-01-05')] });
	for (const [name, wire, value] of [
		['competences', 'competenceIdFilter', 3],
		['orders', 'orderIdFilter', 4001],
		['projects', 'projectIdFilter', 1001],
	] as const) {
		const filters = { [name]: { entries: [{ entry: { ...(byNumber(String(value)) as object), mode: 'list' } }] } } as unknown as INodeParameters;
		expect(idsOf(rowsOf(await get('2026-01-05', '2026-01-05', { filters })))).toEqual([1]);
		expect((await bodies()).pop()).toMatchObject({ [wire]: [value] });
	}
});

test('another path can be given where an installation has one', async () => {
	const { error } = await get('2026-10-12', '2026-10-12', { options: { path: ' Plan/getOperationalPlan ' } });
	expect((await capitech.sent()).map(({ path, body }) => [path, body.clientId])).toEqual([['/capitech/api/public/v1/Plan/getOperationalPlan', 100]]);
	expect(error?.message).toMatch(/Plan\/getOperationalPlan/);
});

test.each<[string, INodeParameters, RegExp]>([
	['no firm', { clientId: '={{ null }}' }, /'Client ID' is empty/],
	['a period that ends before it begins', { toDate: '2026-10-11' }, /'To Date' lies before the From Date/],
	['a period of 367 dates', { toDate: '2027-10-13' }, /'To Date' makes a period of 367 dates; 366 are allowed/],
	['a limit of 0', { returnAll: false, limit: 0 }, /'Limit' is not a whole number/],
	['no dates to a request', { options: { datesPerRequest: 0 } }, /'Dates per Request' is not a whole number/],
	['a path to another host', { options: { path: 'https://elsewhere.example/x' } }, /'Path' is not a path/],
	['a path that climbs', { options: { path: '../Access/login' } }, /'Path' is not a path/],
	['no path', { options: { path: '={{ "" }}' } }, /'Path' is empty/],
	['a task of letters', { filters: { taskIds: 'A1' } }, /'Task IDs' is not a whole number/],
	['an employee of letters', { filters: { employees: entries('A1') } }, /'Employees' is not a whole number/],
])('%s is refused before anything is sent', async (_what, parameters, message) => {
	const { error } = await get('2026-10-12', '2026-10-12', parameters);
	expect(error?.message).toMatch(message);
	expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
});
