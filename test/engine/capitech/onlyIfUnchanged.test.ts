import type { IDataObject } from 'n8n-workflow';

import { CapitechBench, GET_MANY, hours, rowsOf, SET_STATUS } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });
const DATE = '2026-01-15';

const night = (uid: number, more: IDataObject = {}) => hours(uid, DATE, { timeIn: '22:00:00.000', dateOut: '2026-01-16', timeOut: '06:00:00.000', departmentId: 50, projectId: 1001, ...more });

/** One registration of two time categories; beside it another one of the same employee, some days later. */
const OURS = [night(900_001), night(900_001, { timeCategoryId: 31, qty: 6 })];
const NEIGHBOUR = hours(900_002, '2026-01-19');

const read = async () => rowsOf(await capitech.getMany(DATE, '2026-01-31'));
const mark = async (items: IDataObject[], parameters = {}) => await capitech.setStatus(items, { onlyIfUnchanged: true, ...parameters });
const marked = async () => (await capitech.sent(SET_STATUS)).map(({ body }) => body.uid);

beforeEach(async () => await capitech.put(...OURS, NEIGHBOUR));

test('a registration that is the same as before is marked', async () => {
	const { outputs } = await mark(await read());
	expect(outputs[0].map(({ json }) => [json.uid, json.outcome])).toEqual([[900_001, 'registered'], [900_001, 'registered'], [900_002, 'registered']]);
	expect(await marked()).toEqual([900_001, 900_002]);
});

test('simplified rows say enough', async () => {
	const rows = rowsOf(await capitech.getMany(DATE, '2026-01-31', { simplify: true }));
	expect((await mark(rows)).outputs[0].map(({ json }) => json.outcome)).toEqual(['registered', 'registered', 'registered']);
});

/** What a manager may do between reading and marking. */
const CHANGES: Array<[string, () => Promise<void>]> = [
	['its quantity', async () => await capitech.put({ clientId: 100, uid: 900_001, timeCategoryId: 10, qty: 8 })],
	['the quantity of its supplement', async () => await capitech.put({ clientId: 100, uid: 900_001, timeCategoryId: 31, qty: 5 })],
	['a time category that vanished', async () => await capitech.control.remove('capitech', { transactions: [{ clientId: 100, uid: 900_001, timeCategoryId: 31 }] })],
	['a time category that was added', async () => await capitech.put(night(900_001, { timeCategoryId: 20, qty: 1 }))],
	[
		'its being deleted',
		async () =>
			await capitech.control.remove('capitech', { transactions: OURS.map(({ clientId, uid, timeCategoryId }) => ({ clientId, uid, timeCategoryId })) }),
	],
	['its date, a day later', async () => await capitech.put(...OURS.map((row) => ({ ...row, dateIn: '2026-01-16', dateOut: '2026-01-17' })))],
	['its date, a day earlier', async () => await capitech.put(...OURS.map((row) => ({ ...row, dateIn: '2026-01-14', dateOut: '2026-01-15' })))],
	['its department', async () => await capitech.put(...OURS.map((row) => ({ ...row, departmentId: 10 })))],
	['its project', async () => await capitech.put(...OURS.map((row) => ({ ...row, projectId: 1002 })))],
	['its free dimension', async () => await capitech.put(...OURS.map((row) => ({ ...row, freeDimension1Id: 20 })))],
	['its approval, which was withdrawn', async () => await capitech.put(...OURS.map((row) => ({ ...row, approvedLevelOne: null })))],
	['its employee', async () => await capitech.put(...OURS.map((row) => ({ ...row, employeeId: 2003 })))],
];

describe.each([
	['alone', (rows: IDataObject[]) => rows.filter(({ uid }) => uid === 900_001)],
	['beside another registration of the employee', (rows: IDataObject[]) => rows],
])('a registration read %s is left unmarked where a manager changed', (_company, choose) => {
	test.each(CHANGES)('%s', async (_what, change) => {
		const rows = choose(await read());
		await change();
		const { outputs, hints } = await mark(rows);
		const ours = outputs[0].filter(({ json }) => json.uid === 900_001);
		expect(ours.map(({ json }) => json.outcome)).toEqual(['rejected', 'rejected']);
		expect(ours[0].json.messages).toEqual([{ type: 'E', code: null, text: expect.stringMatching(/changed since it was read|no longer there/) }]);
		expect(hints).toEqual([expect.objectContaining({ message: expect.stringMatching(/2 rejected/) })]);
		expect(await marked()).toEqual(rows.length === 2 ? [] : [900_002]);
	});
});

test('a registration of which not all rows are in the input is left unmarked', async () => {
	const [first] = await read();
	const { outputs } = await mark([first]);
	expect(outputs[0][0].json).toMatchObject({ outcome: 'rejected', messages: [{ text: expect.stringMatching(/1 row\(s\) not in the input, 0 no longer there/) }] });
	expect(await marked()).toEqual([]);
});

test('a registration of which a row was read at another employee is left unmarked: it was moved while it was read', async () => {
	const [first, second] = await read();
	for (const rows of [[first, { ...second, employeeId: 2003 }], [{ ...second, employeeId: 2001 }, { ...first, employeeId: 2003 }]]) {
		const { outputs } = await mark(rows);
		expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['rejected', 'rejected']);
		expect(outputs[0][0].json.messages).toEqual([expect.objectContaining({ text: expect.stringMatching(/1 row\(s\) not in the input, 1 no longer there/) })]);
	}
	expect(await marked()).toEqual([]);
});

test('a registration that carries the code already is left as it is', async () => {
	await capitech.setStatus(await read());
	const before = (await marked()).length;
	const { outputs, hints } = await mark(await read());
	expect(outputs[0].map(({ json }) => [json.outcome, json.messages])).toEqual([['unchanged', []], ['unchanged', []], ['unchanged', []]]);
	expect(hints).toEqual([]);
	expect((await marked()).length).toBe(before);
});

test('one that carries another code gets the new one', async () => {
	await capitech.setStatus(await read(), { externalStatusCode: 10 });
	expect((await mark(await read())).outputs[0].map(({ json }) => json.outcome)).toEqual(['registered', 'registered', 'registered']);
	expect((await capitech.held(DATE, '2026-01-31')).map((row) => row.externalStatusCode)).toEqual([20, 20, 20]);
});

test('a mark is taken away only from what is unchanged, too', async () => {
	await capitech.setStatus(await read());
	const rows = await read();
	await capitech.put({ clientId: 100, uid: 900_002, timeCategoryId: 10, qty: 1 });
	const { outputs } = await mark(rows, { status: 'clear' });
	expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['registered', 'registered', 'rejected']);
	const again = await mark(rows.slice(0, 2), { status: 'clear' });
	expect(again.outputs[0].map(({ json }) => json.outcome)).toEqual(['unchanged', 'unchanged']);
});

test('what cannot be read again waits for the next run, unmarked', async () => {
	const rows = await read();
	await capitech.control.faults({ service: 'capitech', operation: GET_MANY, kind: 'status', status: 503 });
	const { outputs } = await mark(rows);
	expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['later', 'later', 'later']);
	expect(outputs[0][0].json.messages).toEqual([expect.objectContaining({ text: expect.stringMatching(/out of order/) })]);
	expect(await marked()).toEqual([]);
});

test('the registrations of an employee are read again together, and only around their dates', async () => {
	await capitech.put(hours(900_003, '2026-06-15'), hours(900_004, DATE, { employeeId: 2002 }));
	const rows = [...(await read()), ...rowsOf(await capitech.getMany('2026-06-15', '2026-06-15'))];
	await capitech.control.faults();
	const since = (await capitech.control.journal({ service: 'capitech' })).at(-1)?.seq ?? 0;
	await mark(rows);
	const reads = (await capitech.sent(GET_MANY)).filter(({ entry }) => entry.seq > since).map(({ body }) => [body.employeeIdFilter, body.fromDate, body.toDate]);
	expect(reads.sort()).toEqual(
		[
			[[2001], '2026-01-14', '2026-01-20'],
			[[2001], '2026-06-14', '2026-06-16'],
			[[2002], '2026-01-14', '2026-01-16'],
		].sort(),
	);
});
