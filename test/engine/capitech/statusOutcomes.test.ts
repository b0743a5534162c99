import type { IDataObject } from 'n8n-workflow';

import type { FaultRule } from '../support';
import { CapitechBench, GET_MANY, hours, moment, rowsOf, SET_STATUS, setPackClock } from './capitech';

const capitech = new CapitechBench({ seed: 7, people: 8, days: 5 });
const DATE = '2026-01-15';

const rows = async () => rowsOf(await capitech.getMany(DATE, DATE));
const onMarks = async (rule: Partial<FaultRule> & { kind: string }) => await capitech.control.faults({ service: 'capitech', operation: SET_STATUS, ...rule });
/** The marks that were sent, by registration, and whether the service acted. */
const calls = async () => (await capitech.sent(SET_STATUS)).map(({ body, entry }) => [body.uid ?? body.uids, entry.tookEffect]);
const statusOf = async (uid: number) => (await capitech.held(DATE, DATE)).filter((row) => row.uid === uid).map((row) => row.externalStatusCode);
const outcomesOf = (items: Array<{ json: IDataObject }>) => items.map(({ json: { uid, outcome } }) => [uid, outcome]);

beforeEach(async () => await capitech.put(hours(900_001, DATE), hours(900_001, DATE, { timeCategoryId: 20, qty: 1 }), hours(900_002, DATE, { employeeId: 2002 })));

describe('an answer that is lost', () => {
	const ACTED: Array<[string, Partial<FaultRule> & { kind: string }]> = [
		['the connection was cut after the service acted', { kind: 'reset-after' }],
		['the answer was cut in the middle', { kind: 'truncate' }],
		['the answer is no JSON', { kind: 'malformed' }],
	];
	const NOT_ACTED: Array<[string, Partial<FaultRule> & { kind: string }]> = [
		['the connection was cut before the service acted', { kind: 'reset-before' }],
		['the service fell over (500)', { kind: 'status', status: 500 }],
		['a gateway gave up (502)', { kind: 'status', status: 502 }],
		['the service is out of order (503)', { kind: 'status', status: 503 }],
		['a gateway waited too long (504)', { kind: 'status', status: 504 }],
	];

	test.each(ACTED)('is never resent, and the mark is found by reading back: %s', async (_what, rule) => {
		await onMarks({ ...rule, times: 1 });
		const items = (await rows()).filter(({ uid }) => uid === 900_001);
		const { outputs, hints } = await capitech.setStatus(items);
		expect(outcomesOf(outputs[0])).toEqual([[900_001, 'registered'], [900_001, 'registered']]);
		expect(hints).toEqual([]);
		expect(await calls()).toEqual([[900_001, true]]);
		const [, { body }] = await capitech.sent(GET_MANY);
		expect(body).toMatchObject({ clientId: 100, employeeIdFilter: [2001] });
		expect(await statusOf(900_001)).toEqual([20, 20]);
	});

	test.each(NOT_ACTED)('is never resent either where the service did not act, and the outcome is unknown: %s', async (_what, rule) => {
		await onMarks({ ...rule, times: 1 });
		const items = (await rows()).filter(({ uid }) => uid === 900_001);
		const { outputs, hints, status } = await capitech.setStatus(items);
		expect(status).toBe('success');
		expect(outcomesOf(outputs[0])).toEqual([[900_001, 'unknown'], [900_001, 'unknown']]);
		const [failure, advice] = outputs[0][0].json.messages as IDataObject[];
		expect(failure).toMatchObject({ type: 'E', text: expect.any(String) });
		expect(advice).toMatchObject({ type: 'W', text: expect.stringMatching(/Read the registration again before you mark it again/) });
		expect(hints).toEqual([expect.objectContaining({ message: expect.stringMatching(/^Not settled: 2 unknown of 2/), type: 'warning' })]);
		expect(await calls()).toEqual([[900_001, false]]);
		expect(capitech.waited).toBe(0);
	});

	test.each([...ACTED, ...NOT_ACTED])('leaves the outcome unknown where the input does not say where to look: %s', async (_what, rule) => {
		await onMarks({ ...rule, times: 1 });
		const { outputs } = await capitech.setStatus([{ clientId: 100, uid: 900_001 }]);
		expect(outcomesOf(outputs[0])).toEqual([[900_001, 'unknown']]);
		expect((await calls()).length).toBe(1);
		expect((await capitech.sent(GET_MANY)).length).toBe(0);
	});

	test('leaves the outcome unknown where the registration cannot be read back', async () => {
		const items = await rows();
		await capitech.control.faults(
			{ service: 'capitech', operation: SET_STATUS, kind: 'reset-after', times: 1 },
			{ service: 'capitech', operation: GET_MANY, kind: 'status', status: 503 },
		);
		const { outputs } = await capitech.setStatus(items.filter(({ uid }) => uid === 900_001));
		expect(outcomesOf(outputs[0])).toEqual([[900_001, 'unknown'], [900_001, 'unknown']]);
		expect(await calls()).toEqual([[900_001, true]]);
	});

	test('leaves it unknown where another code stands', async () => {
		await capitech.put(hours(900_001, DATE, { externalStatusCode: 90 }));
		await onMarks({ kind: 'reset-before', times: 1 });
		const { outputs } = await capitech.setStatus((await rows()).filter(({ uid }) => uid === 900_001));
		expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['unknown', 'unknown']);
	});

	test('of a mark taken away is read back, too', async () => {
		await capitech.setStatus(await rows());
		await onMarks({ kind: 'reset-after' });
		const { outputs } = await capitech.setStatus(await rows(), { status: 'clear' });
		expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['registered', 'registered', 'registered']);
		expect((await calls()).length).toBe(4);
	});

	test('of a call with several registrations is read back for each of them', async () => {
		await capitech.put(hours(900_003, '2026-01-20'), hours(900_004, '2026-03-20'));
		const all = [...(await rows()), ...rowsOf(await capitech.getMany('2026-01-20', '2026-03-20'))].filter(({ employeeId }) => employeeId === 2001);
		await onMarks({ kind: 'reset-after', times: 1 });
		const { outputs } = await capitech.setStatus(all, { options: { uidsPerCall: 10 } });
		expect(outcomesOf(outputs[0])).toEqual([[900_001, 'registered'], [900_001, 'registered'], [900_003, 'registered'], [900_004, 'registered']]);
		expect(await calls()).toEqual([[[900_001, 900_003, 900_004], true]]);
	});

	test('does not keep the other registrations from being marked', async () => {
		await onMarks({ kind: 'reset-before', nth: 1 });
		const { outputs } = await capitech.setStatus(await rows());
		expect(outputs[0].map(({ json }) => json.outcome).sort()).toEqual(expect.arrayContaining(['registered', 'unknown']));
		expect((await calls()).length).toBe(2);
	});
});

describe('a refusal', () => {
	test('of the service is told in its own words, and the others go on', async () => {
		const { outputs, hints, status } = await capitech.setStatus([{ clientId: 100, uid: 123_456 }, ...(await rows())]);
		expect(status).toBe('success');
		expect(outcomesOf(outputs[0])).toEqual([[123_456, 'rejected'], [900_001, 'registered'], [900_001, 'registered'], [900_002, 'registered']]);
		expect(outputs[0][0].json.messages).toEqual([{ type: 'E', code: null, text: expect.stringMatching(/There is no time transaction with uid 123456 in client 100/) }]);
		expect(hints).toEqual([expect.objectContaining({ message: expect.stringMatching(/^Not settled: 1 rejected of 4/) })]);
	});

	test.each([400, 404, 405])('by HTTP %i is final: nothing was done', async (status) => {
		await onMarks({ kind: 'status', status });
		const { outputs } = await capitech.setStatus((await rows()).slice(2));
		expect(['rejected', 'later']).toContain(outputs[0][0].json.outcome);
		expect((await calls()).length).toBe(1);
	});

	test('leaves no error key in the item, which n8n would take for a failure', async () => {
		const { outputs } = await capitech.setStatus([{ clientId: 100, uid: 123_456 }], {}, { onError: 'continueErrorOutput' });
		expect(outputs.map((items) => items.length)).toEqual([1, 0]);
		expect(outputs[0][0].json).not.toHaveProperty('error');
	});
});

describe('a mark that certainly was not set', () => {
	test('is set again after a 429: the service did nothing', async () => {
		await onMarks({ kind: 'status', status: 429, retryAfter: 3, times: 2 });
		const { outputs } = await capitech.setStatus((await rows()).slice(2));
		expect(outcomesOf(outputs[0])).toEqual([[900_002, 'registered']]);
		expect(await calls()).toEqual([[900_002, false], [900_002, false], [900_002, true]]);
		expect(capitech.waited).toBeGreaterThanOrEqual(6_000);
	});

	test.each([
		['the service is asked too often', { kind: 'status', status: 429 }, 4],
		['the user has no right', { kind: 'status', status: 403 }, 1],
		['the session cannot be renewed', { kind: 'expire-token' }, 2],
	])('waits for the next run where %s', async (_what, rule, count) => {
		await onMarks(rule);
		const { outputs, hints } = await capitech.setStatus((await rows()).slice(2));
		expect(outcomesOf(outputs[0])).toEqual([[900_002, 'later']]);
		expect(hints.length).toBe(1);
		expect((await calls()).length).toBe(count);
		expect(await statusOf(900_002)).toEqual([null]);
	});

	test('waits for the next run where nobody is there', async () => {
		const { outputs } = await capitech.setStatus([{ clientId: 100, uid: 900_001 }], {}, { credentials: await capitech.credentials({ baseUrl: 'https://localhost:1', accessToken: 'x' }) });
		expect(outcomesOf(outputs[0])).toEqual([[900_001, 'later']]);
		expect(outputs[0][0].json.messages).toEqual([expect.objectContaining({ text: expect.stringMatching(/can not be reached/) })]);
	});
});

test('no registration is marked twice, whatever goes wrong', async () => {
	const period = ['2026-10-27', '2026-10-31'] as const;
	const all = rowsOf(await capitech.getMany(...period));
	const rule = (kind: string, every: number, more = {}) => ({ service: 'capitech', operation: SET_STATUS, kind, every, ...more });
	await capitech.control.faults(rule('reset-after', 3), rule('reset-before', 4), rule('status', 5, { status: 503 }), rule('truncate', 7));
	const { outputs } = await capitech.setStatus(all);
	const marked = (await calls()).filter(([, tookEffect]) => tookEffect).map(([uid]) => uid);
	expect(new Set(marked).size).toBe(marked.length);
	expect((await calls()).length).toBe(new Set(all.map(({ uid }) => uid)).size);
	const held = new Map((await capitech.held(...period)).map((row) => [row.uid, row.externalStatusCode]));
	for (const { json } of outputs[0]) expect(held.get(json.uid as number) === 20).toBe(json.outcome === 'registered');
});

test('cancelling the execution leaves the registrations that are still to come alone', async () => {
	const all = rowsOf(await capitech.getMany('2026-10-27', '2026-10-31'));
	const waiting = moment();
	await setPackClock({ sleep: async () => await waiting.reach() });
	await onMarks({ kind: 'status', status: 429 });
	const { status } = await capitech.setStatus(all, {}, { abortAfter: waiting.promise });
	expect(status).toBe('canceled');
	await capitech.getMany(DATE, DATE);
	expect((await calls()).length).toBeLessThanOrEqual(2);
});
