import { CapitechBench, hours, SET_STATUS } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });
const DATE = '2026-01-15';

const calls = async () => (await capitech.sent(SET_STATUS)).map(({ body }) => body.uid);
const row = (uid: number, code: unknown = 20) => ({ clientId: 100, uid, code }) as never;
const BY_ITEM = { externalStatusCode: '={{ $json.code }}' };

beforeEach(async () => await capitech.put(hours(900_001, DATE), hours(900_001, DATE, { timeCategoryId: 20 }), hours(900_002, DATE)));

describe('items of one registration that ask for different codes', () => {
	test('are refused before anything is sent', async () => {
		const { status, error } = await capitech.setStatus([row(900_001, 20), row(900_002, 20), row(900_001, 30)], BY_ITEM);
		expect(status).toBe('error');
		expect(error?.message).toBe("'Code' differs between the items of registration 900001 [item 0]");
		expect(error?.description).toMatch(/one status for all its time categories/);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});

	test('fail, all of them, where the node is to continue; the other registrations are marked', async () => {
		const { outputs } = await capitech.setStatus([row(900_001, 20), row(900_002, 20), row(900_001, 30)], BY_ITEM, { onError: 'continueErrorOutput' });
		expect(outputs[0].map(({ json, pairedItem }) => [json.uid, json.outcome, pairedItem])).toEqual([[900_002, 'registered', { item: 1 }]]);
		expect(outputs[1].map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[expect.stringMatching(/^'Code' differs between the items of registration 900001 \[item 0\]/), { item: 0 }],
			[expect.stringMatching(/^'Code' differs between the items of registration 900001 \[item 2\]/), { item: 2 }],
		]);
		expect(await calls()).toEqual([900_002]);
	});

	test('are of one mind where some set and others clear nothing', async () => {
		const { error } = await capitech.setStatus([row(900_001, 'set'), row(900_001, 'clear')], { status: '={{ $json.code }}' as never });
		expect(error?.message).toMatch(/'Code' differs/);
	});
});

describe('as each item says', () => {
	const FROM_ITEM = { status: 'fromItem', ...BY_ITEM };
	const codes = async () => (await capitech.sent(SET_STATUS)).map(({ body }) => [body.uid, body.externalStatusCode]).sort();
	const statuses = async () => (await capitech.held(DATE, DATE)).map(({ uid, externalStatusCode }) => [uid, externalStatusCode]);

	test('registrations get different codes in one run, or lose theirs', async () => {
		await capitech.put(hours(900_003, DATE, { externalStatusCode: 20 }), hours(900_004, DATE, { externalStatusCode: 90 }), hours(900_005, DATE, { employeeId: 2002 }));
		const items = [row(900_001, 20), row(900_001, '20'), row(900_002, 90), row(900_003, null), row(900_004, ''), row(900_005, 0)];
		const { outputs } = await capitech.setStatus(items, FROM_ITEM);
		expect(outputs[0].map(({ json }) => json.outcome)).toEqual(Array(6).fill('registered'));
		expect(await codes()).toEqual([[900_001, 20], [900_002, 90], [900_003, null], [900_004, null], [900_005, 0]]);
		expect(await statuses()).toEqual([[900_001, 20], [900_001, 20], [900_002, 90], [900_003, null], [900_004, null], [900_005, 0]]);
	});

	test('several to a call, never two codes in one', async () => {
		await capitech.put(hours(900_003, DATE), hours(900_004, DATE));
		const items = [row(900_001, 20), row(900_002, 90), row(900_003, null), row(900_004, 20)].map((item) => ({ ...(item as object), employeeId: 2001 }));
		await capitech.setStatus(items as never, { ...FROM_ITEM, options: { uidsPerCall: 10 } });
		const sent = (await capitech.sent(SET_STATUS)).map(({ body }) => [body.externalStatusCode, body.uids]);
		expect(sent.sort()).toEqual([[20, [900_001, 900_004]], [90, [900_002]], [null, [900_003]]].sort());
		expect(await statuses()).toEqual([[900_001, 20], [900_001, 20], [900_002, 90], [900_003, null], [900_004, 20]]);
	});

	test.each([
		['a code and none', [20, null]],
		['two codes', [20, 90]],
	])('%s for one registration are refused before anything is sent', async (_what, [one, other]) => {
		const { error } = await capitech.setStatus([row(900_001, one), row(900_001, other)], FROM_ITEM);
		expect(error?.message).toMatch(/^'Code' differs between the items of registration 900001/);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});

	test.each<[string, Record<string, unknown>, RegExp]>([
		['no code at all, as after a slip in the expression', { clientId: 100, uid: 900_002, cdoe: 20 }, /'Code' is missing in the item \[item 1\]/],
		['a code of letters', { clientId: 100, uid: 900_002, code: 'null' }, /'Code' is not a whole number \[item 1\]/],
		['a flag', { clientId: 100, uid: 900_002, code: false }, /'Code' is/],
		['a list', { clientId: 100, uid: 900_002, code: [] }, /'Code' is/],
	])('%s is refused: no mark is taken away by it', async (_what, item, message) => {
		const { error } = await capitech.setStatus([row(900_001), item as never], FROM_ITEM);
		expect(error?.message).toMatch(message);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});

	test('a set code must be one: an empty one clears nothing', async () => {
		const { error } = await capitech.setStatus([row(900_001, null)], BY_ITEM);
		expect(error?.message).toMatch(/'Code' is empty \[item 0\]/);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});
});

describe('an item that cannot be read', () => {
	test.each([
		['no uid', { clientId: 100 }, {}, /'UID' is empty \[item 1\]/],
		['a uid of letters', { clientId: 100, uid: 'abc' }, {}, /'UID' is not a whole number \[item 1\]/],
		['uid 0', { clientId: 100, uid: 0 }, {}, /'UID' is not a whole number \[item 1\]/],
		['no client', { uid: 900_002 }, {}, /'Client ID' is empty \[item 1\]/],
		['a code with decimals', { clientId: 100, uid: 900_002, code: 2.5 }, BY_ITEM, /'Code' is not a whole number \[item 1\]/],
		['a negative code', { clientId: 100, uid: 900_002, code: -1 }, BY_ITEM, /'Code' is not a whole number \[item 1\]/],
	])('%s stops the run before anything is sent', async (_what, item, parameters, message) => {
		const { status, error } = await capitech.setStatus([row(900_001), item], parameters);
		expect(status).toBe('error');
		expect(error?.message).toMatch(message);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});

	test('fails alone where the node is to continue', async () => {
		const { outputs } = await capitech.setStatus([row(900_001), { clientId: 100 }, row(900_002)], {}, { onError: 'continueErrorOutput' });
		expect(outputs[0].map(({ json }) => json.uid)).toEqual([900_001, 900_002]);
		expect(outputs[1].map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([[expect.stringMatching(/^'UID' is empty \[item 1\]/), { item: 1 }]]);
		expect((await calls()).sort()).toEqual([900_001, 900_002]);
	});

	test('of another kind than a row is refused where the registration is to be read again', async () => {
		for (const item of [
			{ clientId: 100, uid: 900_002 },
			{ clientId: 100, uid: 900_002, employeeId: '2001', dateIn: DATE, recordStateKey: '900002_10_7.50' },
			{ clientId: 100, uid: 900_002, employeeId: 2001, dateIn: null, recordStateKey: '900002_10_7.50' },
			{ clientId: 100, uid: 900_002, employeeId: 2001, dateIn: DATE },
		]) {
			const { error } = await capitech.setStatus([item], { onlyIfUnchanged: true });
			expect(error?.message).toMatch(/'Only If Unchanged' needs employeeId, dateIn and recordStateKey in the item/);
		}
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});
});
