import type { IDataObject } from 'n8n-workflow';

import { CapitechBench, GET_MANY, hours, rowsOf, SET_STATUS, uidsOf } from './capitech';

const capitech = new CapitechBench();
const DATE = '2026-01-15';

/** One registration of three time categories, and one of a single. */
const REGISTRATIONS = [
	hours(900_001, DATE),
	hours(900_001, DATE, { timeCategoryId: 20, qty: 1.5 }),
	hours(900_001, DATE, { timeCategoryId: 31, qty: 2 }),
	hours(900_002, DATE, { employeeId: 2002 }),
];

/** The calls that marked. Two go at once, so that either may come first: they are put in the order of what they mark. */
const calls = async () => {
	const marks = (await capitech.sent(SET_STATUS)).map((call) => {
		const { accessToken: token, ...marked } = call.body;
		return { ...call, token, marked, text: JSON.stringify(marked) };
	});
	return marks.sort((a, b) => a.text.localeCompare(b.text));
};
const statusOf = async (uid: number) => (await capitech.held(DATE, DATE)).filter((row) => row.uid === uid).map((row) => row.externalStatusCode);
const rows = async () => rowsOf(await capitech.getMany(DATE, DATE));

beforeEach(async () => await capitech.put(...REGISTRATIONS));

describe('marking', () => {
	test('takes one call a registration, however many of its rows come', async () => {
		const { outputs, hints } = await capitech.setStatus(await rows());
		expect(outputs[0].map(({ json }) => [json.uid, json.outcome, json.messages])).toEqual([
			[900_001, 'registered', []],
			[900_001, 'registered', []],
			[900_001, 'registered', []],
			[900_002, 'registered', []],
		]);
		expect(hints).toEqual([]);
		expect((await calls()).map(({ body }) => body)).toEqual([
			{ accessToken: expect.any(String), clientId: 100, uid: 900_001, externalStatusCode: 20 },
			{ accessToken: expect.any(String), clientId: 100, uid: 900_002, externalStatusCode: 20 },
		]);
		expect([await statusOf(900_001), await statusOf(900_002)]).toEqual([[20, 20, 20], [20]]);
	});

	test('takes one call for a registration whose rows are far apart in the input', async () => {
		const [a, b, c, d] = await rows();
		await capitech.setStatus([c, d, a, b]);
		expect((await calls()).map(({ body }) => body.uid)).toEqual([900_001, 900_002]);
	});

	test('sets the code of the node, or of each item', async () => {
		await capitech.setStatus(await rows(), { externalStatusCode: 30 });
		expect([await statusOf(900_001), await statusOf(900_002)]).toEqual([[30, 30, 30], [30]]);
		await capitech.setStatus(await rows(), { externalStatusCode: '={{ $json.uid === 900001 ? 40 : 0 }}' });
		expect([await statusOf(900_001), await statusOf(900_002)]).toEqual([[40, 40, 40], [0]]);
	});

	test('is taken away by null', async () => {
		await capitech.setStatus(await rows());
		const { outputs } = await capitech.setStatus(await rows(), { status: 'clear' });
		expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['registered', 'registered', 'registered', 'registered']);
		expect((await calls()).map(({ body }) => [body.uid, body.externalStatusCode])).toEqual([[900_001, 20], [900_001, null], [900_002, 20], [900_002, null]]);
		expect([await statusOf(900_001), await statusOf(900_002)]).toEqual([[null, null, null], [null]]);
	});

	test('needs no more than client and uid, from the items or from the fields', async () => {
		const named = await capitech.setStatus([{ mine: 1 }], { registrations: 'uid', clientId: 100, uid: 900_002 });
		expect(named.outputs[0].map(({ json }) => json)).toEqual([{ mine: 1, outcome: 'registered', messages: [] }]);
		expect(await statusOf(900_002)).toEqual([20]);
		const parameters = { registrations: 'uid', clientId: '={{ $json.firm }}', uid: '={{ $json.id }}', externalStatusCode: 30 };
		await capitech.setStatus([{ firm: 100, id: 900_001 }, { firm: '100', id: '900002' }], parameters);
		expect([await statusOf(900_001), await statusOf(900_002)]).toEqual([[30, 30, 30], [30]]);
		await capitech.setStatus([{ clientId: 100, uid: 900_001 }], { status: 'clear' });
		expect(await statusOf(900_001)).toEqual([null, null, null]);
		expect((await capitech.sent(GET_MANY)).length).toBe(0);
	});

	test('tells registrations of two firms apart', async () => {
		await capitech.put(hours(900_005, DATE, { clientId: 200 }));
		const { outputs } = await capitech.setStatus([{ clientId: 200, uid: 900_005 }, { clientId: 100, uid: 900_005 }]);
		expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['registered', 'rejected']);
		expect((await calls()).length).toBe(2);
	});

	test('of a whole period marks each registration once', async () => {
		const all = rowsOf(await capitech.getMany('2026-10-12', '2026-10-31'));
		const { outputs } = await capitech.setStatus(all);
		expect(new Set(outputs[0].map(({ json }) => json.outcome))).toEqual(new Set(['registered']));
		const marked = (await calls()).map(({ body }) => Number(body.uid));
		expect([...marked].sort()).toEqual(uidsOf(all).sort());
		expect((await capitech.held('2026-10-12', '2026-10-31')).every((row) => row.externalStatusCode === 20)).toBe(true);
	});
});

test('each item keeps its json and its binary data, and is paired with itself', async () => {
	const file = { data: 'aGVp', mimeType: 'text/plain', fileName: 'hei.txt' };
	const items = (await rows()).map((json, at) => ({ json: { ...json, mine: at }, binary: { file } }));
	const { outputs } = await capitech.setStatus(items.reverse());
	expect(outputs[0].length).toBe(4);
	outputs[0].forEach((output, at) => {
		expect(output.json).toEqual({ ...items[at].json, outcome: 'registered', messages: [] });
		expect(output.binary).toEqual({ file: expect.objectContaining({ data: 'aGVp', fileName: 'hei.txt' }) });
		expect(output.pairedItem).toEqual({ item: at });
	});
});

describe('the body that the installation expects', () => {
	const options = async (given: IDataObject) => {
		await capitech.setStatus(await rows(), { options: given as never });
		return (await calls()).map(({ token, marked }) => (token ? marked : undefined));
	};

	test('can have other field names', async () => {
		expect(await options({ uidField: 'registrationId', statusField: 'statusCode' })).toEqual([
			{ clientId: 100, registrationId: 900_001, statusCode: 20 },
			{ clientId: 100, registrationId: 900_002, statusCode: 20 },
		]);
	});

	test('can have further fields, as text or as an object', async () => {
		expect((await options({ extraBody: '{ "source": "n8n", "deep": { "list": [1, null, true] } }' }))[0]).toEqual({
			clientId: 100,
			uid: 900_001,
			externalStatusCode: 20,
			source: 'n8n',
			deep: { list: [1, null, true] },
		});
		await capitech.control.reset();
		await capitech.put(...REGISTRATIONS);
		expect((await options({ extraBody: '={{ { source: "n8n" } }}' }))[0]).toEqual({ clientId: 100, uid: 900_001, externalStatusCode: 20, source: 'n8n' });
	});

	test('can have several registrations in a call', async () => {
		await capitech.put(...[3, 4, 5, 6].map((n) => hours(900_000 + n, DATE, { employeeId: 2001 })));
		expect(await options({ uidsPerCall: 2 })).toEqual(
			expect.arrayContaining([
				{ clientId: 100, uids: [900_001, 900_003], externalStatusCode: 20 },
				{ clientId: 100, uids: [900_004, 900_005], externalStatusCode: 20 },
				{ clientId: 100, uids: [900_006], externalStatusCode: 20 },
				{ clientId: 100, uids: [900_002], externalStatusCode: 20 },
			]),
		);
		expect((await capitech.held(DATE, DATE)).every((row) => row.externalStatusCode === 20)).toBe(true);
	});

	test('never mixes two codes in a call', async () => {
		await capitech.put(hours(900_003, DATE));
		await capitech.setStatus(await rows(), { externalStatusCode: '={{ $json.uid === 900003 ? 30 : 20 }}', options: { uidsPerCall: 10 } });
		expect([await statusOf(900_001), await statusOf(900_002), await statusOf(900_003)]).toEqual([[20, 20, 20], [20], [30]]);
	});

	test('can have another name for the list', async () => {
		expect((await options({ uidsPerCall: 10, uidListField: 'ids' }))[0]).toEqual({ clientId: 100, ids: [900_001], externalStatusCode: 20 });
	});

	test('is refused before anything is sent where the further fields are no object', async () => {
		for (const extraBody of ['[1]', 'source=n8n', '={{ [1] }}']) {
			const { error } = await capitech.setStatus([{ clientId: 100, uid: 900_001 }], { options: { extraBody } });
			expect(error?.message).toMatch(/'Extra Body Fields' is not a JSON object/);
		}
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});
});

test('where the service marks by time category too, the category can be sent along', async () => {
	await capitech.control.switches({ 'capitech.statusWriteKey': 'uidAndCategory' });
	const plain = await capitech.setStatus([{ clientId: 100, uid: 900_002 }]);
	expect(plain.outputs[0][0].json).toMatchObject({ outcome: 'rejected', messages: [{ text: expect.stringMatching(/timeCategoryId is required/) }] });
	const withCategory = await capitech.setStatus([{ clientId: 100, uid: 900_002 }], { options: { extraBody: '{ "timeCategoryId": 10 }' } });
	expect(withCategory.outputs[0][0].json.outcome).toBe('registered');
});
