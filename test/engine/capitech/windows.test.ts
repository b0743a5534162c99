import { addDays, datesIn } from '../../../nodes/kit/dateWindows';
import { CapitechBench, GET_MANY, hours, keysOf, rowsOf, uidsOf } from './capitech';

const capitech = new CapitechBench();

/** The windows that were asked for, in the order of asking. */
const windows = async () => (await capitech.sent(GET_MANY)).map(({ body }) => ({ from: String(body.fromDate), to: String(body.toDate) }));

const everyDate = (from: string, to: string): string[] => Array.from({ length: datesIn({ from, to }) }, (_, day) => addDays(from, day));

describe('a period is read in windows', () => {
	test.each([
		['one date', '2026-10-15', '2026-10-15'],
		['29 dates, which fill one window with the day added at each end', '2026-10-01', '2026-10-29'],
		['30 dates', '2026-10-01', '2026-10-30'],
		['31 dates', '2026-10-01', '2026-10-31'],
		['two months', '2026-09-01', '2026-10-31'],
		['a turn of the year', '2025-12-20', '2026-01-10'],
		['the end of February in a leap year', '2028-02-20', '2028-03-05'],
		['both changes of the clock', '2026-03-01', '2026-11-01'],
		['two years', '2025-01-01', '2026-12-31'],
	])('%s', async (_what, from, to) => {
		await capitech.getMany(from, to);
		const asked = await windows();
		expect(asked.every((window) => datesIn(window) <= 31)).toBe(true);
		expect(asked.flatMap((window) => everyDate(window.from, window.to))).toEqual(everyDate(addDays(from, -1), addDays(to, 1)));
		expect(asked.length).toBe(Math.ceil((datesIn({ from, to }) + 2) / 31));
	});

	test('29 dates take one request, 30 take two', async () => {
		await capitech.getMany('2026-10-01', '2026-10-29');
		expect(await windows()).toEqual([{ from: '2026-09-30', to: '2026-10-30' }]);
		await capitech.control.reset();
		await capitech.getMany('2026-10-01', '2026-10-30');
		expect(await windows()).toEqual([{ from: '2026-09-30', to: '2026-10-30' }, { from: '2026-10-31', to: '2026-10-31' }]);
	});

	test('each date of 100 gives its row, once, oldest first', async () => {
		const dates = everyDate('2026-01-05', '2026-04-14');
		await capitech.put(...dates.map((date, at) => hours(900_000 + at, date)));
		const rows = rowsOf(await capitech.getMany('2026-01-05', '2026-04-14'));
		expect(rows.map(({ dateIn }) => dateIn)).toEqual(dates);
	});
});

describe.each(['dateIn', 'overlap'])('where the service tests %s', (windowTests) => {
	beforeEach(async () => await capitech.control.switches({ 'capitech.windowTests': windowTests }));
	const night = (uid: number, dateIn: string) => hours(uid, dateIn, { timeIn: '22:00:00.000', dateOut: addDays(dateIn, 1), timeOut: '06:00:00.000' });
	const uids = async (from: string, to: string) => uidsOf(rowsOf(await capitech.getMany(from, to)));

	test('a shift over midnight belongs to the date it began on, and to no other', async () => {
		await capitech.put(night(900_001, '2026-01-14'), night(900_002, '2026-01-15'), night(900_003, '2026-01-16'));
		expect(await uids('2026-01-14', '2026-01-14')).toEqual([900_001]);
		expect(await uids('2026-01-15', '2026-01-15')).toEqual([900_002]);
		expect(await uids('2026-01-16', '2026-01-16')).toEqual([900_003]);
		expect(await uids('2026-01-17', '2026-01-17')).toEqual([]);
		expect(await uids('2026-01-14', '2026-01-16')).toEqual([900_001, 900_002, 900_003]);
	});

	test('a shift over the end of a month is in the month it began in', async () => {
		await capitech.put(night(900_001, '2026-01-31'), night(900_002, '2026-02-28'), night(900_003, '2026-12-31'));
		expect(await uids('2026-01-01', '2026-01-31')).toEqual([900_001]);
		expect(await uids('2026-02-01', '2026-02-28')).toEqual([900_002]);
		expect(await uids('2026-03-01', '2026-03-31')).toEqual([]);
		expect(await uids('2026-12-01', '2026-12-31')).toEqual([900_003]);
		expect(await uids('2027-01-01', '2027-01-31')).toEqual([]);
	});

	test('a shift over the border of two windows comes once', async () => {
		await capitech.put(night(900_001, '2026-01-30'), night(900_002, '2026-01-31'), night(900_003, '2026-02-01'));
		expect(await uids('2026-01-01', '2026-02-10')).toEqual([900_001, 900_002, 900_003]);
		const asked = await windows();
		expect(asked.map(({ from }) => from)).toEqual(['2025-12-31', '2026-01-31']);
	});

	test('a supplement without clock times is found on its date', async () => {
		await capitech.put(hours(900_001, '2026-01-15', { timeCategoryId: 40, timeIn: null, timeOut: null, dateOut: null, qty: 3 }));
		expect(await uids('2026-01-15', '2026-01-15')).toEqual([900_001]);
		expect(await uids('2026-01-16', '2026-01-16')).toEqual([]);
	});

	test('all rows of the period come, each once', async () => {
		const rows = keysOf(rowsOf(await capitech.getMany('2026-10-13', '2026-10-30')));
		expect([...rows].sort()).toEqual(keysOf(await capitech.held('2026-10-13', '2026-10-30')).sort());
		expect(new Set(rows).size).toBe(rows.length);
	});
});

test('the rows of another firm with the same employee numbers stay away', async () => {
	const [ours, theirs] = [rowsOf(await capitech.getMany('2026-10-12', '2026-10-31')), rowsOf(await capitech.getMany('2026-10-12', '2026-10-31', { clientId: 200 }))];
	expect(new Set(ours.map(({ clientId }) => clientId))).toEqual(new Set([100]));
	expect(new Set(theirs.map(({ clientId }) => clientId))).toEqual(new Set([200]));
	const employees = new Set(ours.map(({ employeeId }) => employeeId));
	expect(theirs.some(({ employeeId }) => employees.has(employeeId))).toBe(true);
});
