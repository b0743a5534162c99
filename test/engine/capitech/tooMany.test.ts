import type { IDataObject } from 'n8n-workflow';

import { addDays, datesIn } from '../../../nodes/kit/dateWindows';
import { CapitechBench, entries, GET_MANY, hours, keysOf, rowsOf } from './capitech';

const capitech = new CapitechBench();
const DATE = '2026-01-15';

const isRefused = (answer: string): boolean => !(JSON.parse(answer) as { success: boolean }).success;

const isFilter = ([name]: [string, unknown]): boolean => name.endsWith('Filter') || name.startsWith('include') || name.startsWith('freeDimension');

/** The requests for time transactions: what was asked, and whether it was refused. */
async function asked() {
	return (await capitech.sent(GET_MANY)).map(({ body, entry }) => ({
		from: String(body.fromDate),
		to: String(body.toDate),
		filters: Object.fromEntries(Object.entries(body).filter(isFilter)),
		refused: isRefused(entry.answer.body),
	}));
}

const rowCap = async (cap: number, more: IDataObject = {}) => await capitech.control.switches({ 'capitech.rowCap': cap, ...more });

/** Rows of one date, one to a registration. */
const rowsOn = (date: string, count: number, firstUid: number, more: (at: number) => IDataObject = () => ({})): IDataObject[] =>
	Array.from({ length: count }, (_, at) => hours(firstUid + at, date, more(at)));

const sortedKeys = (rows: IDataObject[]): string[] => keysOf(rows).sort();

describe('the limit of 5,000 rows to an answer', () => {
	test.each([
		[0, 1],
		[1, 1],
		[4_999, 1],
		[5_000, 1],
		[5_001, 3],
	])('%i rows take %i request(s)', async (count, requests) => {
		const first = Math.floor(count / 2);
		await capitech.put(...rowsOn('2026-01-15', first, 900_000), ...rowsOn('2026-01-16', count - first, 950_000));
		const rows = rowsOf(await capitech.getMany('2026-01-15', '2026-01-16'));
		expect(rows.length).toBe(count);
		expect(new Set(keysOf(rows)).size).toBe(count);
		expect((await asked()).map(({ from, to, refused }) => ({ from, to, refused }))).toEqual(
			requests === 1
				? [{ from: '2026-01-14', to: '2026-01-17', refused: false }]
				: [
						{ from: '2026-01-14', to: '2026-01-17', refused: true },
						{ from: '2026-01-14', to: '2026-01-15', refused: false },
						{ from: '2026-01-16', to: '2026-01-17', refused: false },
					],
		);
	});
});

describe.each([200, 400])('where too many rows are answered with HTTP %i', (status) => {
	beforeEach(async () => await capitech.control.switches({ 'capitech.tooManyAnswer': status }));

	test('a refused window is halved, and only what was refused is asked again', async () => {
		await rowCap(100);
		const rows = rowsOf(await capitech.getMany('2026-10-12', '2026-10-31'));
		expect(sortedKeys(rows)).toEqual(sortedKeys(await capitech.held('2026-10-12', '2026-10-31')));

		const requests = await asked();
		const answered = requests.filter(({ refused }) => !refused);
		expect(answered.flatMap(({ from, to }) => Array.from({ length: datesIn({ from, to }) }, (_, day) => addDays(from, day)))).toEqual(
			Array.from({ length: 22 }, (_, day) => addDays('2026-10-11', day)),
		);
		expect(new Set(requests.map(({ from, to }) => `${from} ${to}`)).size).toBe(requests.length);
		const refused = requests.filter((request) => request.refused);
		expect(refused.length).toBeGreaterThan(1);
		for (const { from, to } of refused) {
			const [left, right] = [requests.find((one) => one.from === from && one.to < to), requests.find((one) => one.to === to && one.from > from)];
			expect(addDays(String(left?.to), 1)).toBe(right?.from);
		}
	});

	test('however small the limit, the same rows come in the same order', async () => {
		const all = keysOf(rowsOf(await capitech.getMany('2026-10-12', '2026-10-31')));
		for (const cap of [1000, 60, 25]) {
			await rowCap(cap);
			expect(keysOf(rowsOf(await capitech.getMany('2026-10-12', '2026-10-31')))).toEqual(all);
		}
	});
});

describe('a single date that holds too many rows', () => {
	/** Two busy departments, rows without one, and rows in one that the catalogue doesn't know. */
	const crowd = [
		...rowsOn(DATE, 12, 900_000, (at) => ({ departmentId: 10, employeeId: 2001 + (at % 3) })),
		...rowsOn(DATE, 9, 900_100, (at) => ({ departmentId: 20, employeeId: 2004 + (at % 3) })),
		...rowsOn(DATE, 4, 900_200, (at) => ({ departmentId: null, employeeId: 2007 + at })),
		...rowsOn(DATE, 3, 900_300, (at) => ({ departmentId: 77, employeeId: 2032 + at })),
	];
	beforeEach(async () => await capitech.put(...crowd));

	test('is asked for by department, then by employee; no row is lost and none comes twice', async () => {
		await rowCap(10);
		const rows = rowsOf(await capitech.getMany(DATE, DATE));
		expect(sortedKeys(rows)).toEqual(sortedKeys(crowd));
		expect(rows.filter(({ departmentId }) => departmentId === null).length).toBe(4);
		expect(rows.filter(({ departmentId }) => departmentId === 77).length).toBe(3);

		const requests = (await asked()).filter(({ from, to }) => from === to && from === DATE);
		const byDepartment = requests.filter(({ filters }) => filters.departmentIdFilter && !filters.employeeIdFilter && !filters.timeCategoryTypeIdFilter);
		expect(byDepartment.map(({ filters, refused }) => [filters.departmentIdFilter, refused])).toEqual(
			[10, 20, 30, 40, 50, 60, 70, 80, 90].map((department) => [[department], department === 10]),
		);
		const inDepartment = requests.filter(({ filters }) => filters.departmentIdFilter && filters.employeeIdFilter);
		expect(inDepartment.length).toBeGreaterThan(0);
		expect(inDepartment.every(({ filters }) => String(filters.departmentIdFilter) === '10')).toBe(true);
	});

	test('asks for each catalogue once, and only when it is needed', async () => {
		await rowCap(10);
		await capitech.getMany(DATE, DATE);
		const catalogues = (await capitech.sent()).map(({ operation }) => operation).filter((operation) => operation !== GET_MANY);
		expect(catalogues.sort()).toEqual(['Catalogue/getDepartments', 'Employee/getPersonalInformation']);
		await capitech.control.reset();
		await capitech.put(...crowd);
		await rowCap(28);
		await capitech.getMany(DATE, DATE);
		expect((await capitech.sent()).map(({ operation }) => operation)).toEqual([GET_MANY]);
	});

	test('keeps the filters of the node in each part', async () => {
		await rowCap(10);
		const rows = rowsOf(await capitech.getMany(DATE, DATE, { filters: { timeCategories: entries('10, 11'), payable: 'yes' } }));
		expect(sortedKeys(rows)).toEqual(sortedKeys(crowd));
		for (const { filters } of await asked()) expect(filters).toMatchObject({ timeCategoryIdFilter: [10, 11], includePayableCategory: true });
	});

	test('is divided within the departments of the filter', async () => {
		await rowCap(12);
		const rows = rowsOf(await capitech.getMany(DATE, DATE, { filters: { departments: entries('10, 20') } }));
		expect(sortedKeys(rows)).toEqual(sortedKeys(crowd.slice(0, 21)));
		expect((await asked()).map(({ filters }) => filters.departmentIdFilter)).toEqual(expect.arrayContaining([[10], [20]]));
		expect((await asked()).every(({ filters }) => (filters.departmentIdFilter as number[])?.every((id) => id === 10 || id === 20))).toBe(true);
	});

	test('is divided within the employees of the filter', async () => {
		await rowCap(5);
		const rows = rowsOf(await capitech.getMany(DATE, DATE, { filters: { employees: entries('2001, 2002, 2007') } }));
		expect(sortedKeys(rows)).toEqual(sortedKeys(crowd.filter(({ employeeId }) => [2001, 2002, 2007].includes(Number(employeeId)))));
		expect((await asked()).every(({ filters }) => (filters.employeeIdFilter as number[]).every((id) => [2001, 2002, 2007].includes(id)))).toBe(true);
	});

	test('finds the hours of people who have left', async () => {
		await rowCap(10);
		await capitech.clear(DATE, DATE);
		await capitech.put(...rowsOn(DATE, 20, 900_000, (at) => ({ departmentId: null, employeeId: [2001, 2032, 2003][at % 3] })));
		expect(rowsOf(await capitech.getMany(DATE, DATE)).filter(({ employeeId }) => employeeId === 2032).length).toBe(7);
	});

	describe('with rows whose department and employee are missing from the catalogues', () => {
		const unknown = (timeCategoryId: number) => rowsOn(DATE, 2, 920_000, () => ({ departmentId: null, employeeId: 9_999, timeCategoryId }));

		test('is asked for by time category type, too, and gives them', async () => {
			await rowCap(10);
			await capitech.put(...unknown(31));
			const rows = rowsOf(await capitech.getMany(DATE, DATE));
			expect(sortedKeys(rows)).toEqual(sortedKeys([...crowd, ...unknown(31)]));
		});

		test('leaves none out without a word, even where they are of the type that fills the date', async () => {
			await rowCap(10);
			await capitech.put(...unknown(10));
			const result = await capitech.getMany(DATE, DATE);
			const isComplete = rowsOf(result).length === crowd.length + 2;
			expect(isComplete || result.status === 'error' || result.hints.length > 0).toBe(true);
		});
	});

	test('which one employee alone exceeds ends in a clear failure, not in a part of the rows', async () => {
		await rowCap(10);
		await capitech.put(...rowsOn(DATE, 11, 910_000, () => ({ employeeId: 2010, departmentId: 10 })));
		const { status, error, outputs } = await capitech.getMany(DATE, DATE);
		expect(status).toBe('error');
		expect(outputs.flat()).toEqual([]);
		expect(error?.message).toBe(`Capitech refuses ${DATE} for too many rows, even asked for in the smallest parts [item 0]`);
		expect(error?.description).toMatch(/The service says: Too many results/);
		expect(error?.description).toMatch(/Narrow the request by a filter/);
		expect(new Set((await asked()).map((request) => JSON.stringify(request))).size).toBe((await asked()).length);
	});
});
