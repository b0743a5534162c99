import type { IDataObject } from 'n8n-workflow';

import { LinaBench, TOKEN } from './lina';
import { create, created, DATE, shiftsOf, worked } from './shift';

const lina = new LinaBench();

const unix = (text: string): number => Date.parse(text) / 1000;

let person: string;
let colleague: string;
beforeEach(async () => {
	[person, colleague] = await lina.consenting();
});

const sentShifts = async () => await lina.sent('saveShift');
const consent = async (userUuid: string, given: boolean) => await lina.control.put('lina', { consents: [{ userUuid, given }] });

test('a shift stands in LINA as it was entered, and the item goes on', async () => {
	const [json] = await created(lina, [worked(person, { reference: 'course:1' })], { additionalFields: { breakMinutes: 30 } });
	expect(json).toEqual({
		...worked(person, { reference: 'course:1' }),
		outcome: 'registered',
		messages: [],
		shift: { date: DATE, from: '2026-11-01T14:00:00+01:00', to: '2026-11-01T22:30:00+01:00', from2: null, to2: null, breakMinutes: 30 },
	});
	expect(await shiftsOf(lina, person)).toMatchObject([{ von: unix('2026-11-01T13:00:00Z'), bis: unix('2026-11-01T21:30:00Z'), von2: 0, bis2: 0, pause: 30, confirmed: true }]);
});

test('a split shift stands with both its parts, past midnight', async () => {
	const fields = { from: '11:00', to: '14:30' };
	await created(lina, [worked(person, fields)], { additionalFields: { from2: '18:00', to2: '00:30' } });
	expect(await shiftsOf(lina, person)).toMatchObject([
		{ von: unix('2026-11-01T10:00:00Z'), bis: unix('2026-11-01T13:30:00Z'), von2: unix('2026-11-01T17:00:00Z'), bis2: unix('2026-11-01T23:30:00Z') },
	]);
});

test.each([
	['22:00', '06:00'],
	["={{ DateTime.fromISO('2026-10-24T16:00', { zone: 'America/New_York' }) }}", '={{ "2026-10-25T05:00:00Z" }}'],
])('trap 4: %s to %s is written in the time of Berlin, with the midnight of Berlin, in the night in which the clocks go back too', async (from, to) => {
	expect(await created(lina, [worked(person)], { date: '2026-10-24', from, to })).toMatchObject([{ outcome: 'registered' }]);
	const [{ body }] = await sentShifts();
	expect(JSON.parse(body)).toEqual({ userUuid: person, datum: unix('2026-10-23T22:00:00Z'), von: unix('2026-10-24T20:00:00Z'), bis: unix('2026-10-25T05:00:00Z') });
});

test('a token signs the request as well as a key', async () => {
	const credentials = await lina.credentials({}, TOKEN);
	const [json] = await created(lina, [worked(person)], { authentication: 'token' }, { credentials });
	expect(json).toMatchObject({ outcome: 'registered' });
	expect(await shiftsOf(lina, person)).toHaveLength(1);
});

const LOST: Array<[string, { kind: string } & IDataObject, number]> = [
	['a connection cut before the service acts', { kind: 'reset-before' }, 0],
	['a connection cut after it', { kind: 'reset-after' }, 1],
	['a 500', { kind: 'status', status: 500 }, 0],
	['a 503', { kind: 'status', status: 503 }, 0],
	['an answer cut in the middle', { kind: 'truncate' }, 1],
	['an answer that is no JSON', { kind: 'malformed' }, 1],
];

describe('trap 1: a shift is sent once, for it can not be taken back', () => {
	test.each(LOST)('%s leaves its outcome unknown; it is not sent again, neither then nor in a later run', async (_what, rule, stands) => {
		await lina.faults('saveShift', { ...rule, every: 1 });
		const [json] = await created(lina, [worked(person)]);
		expect(json).toMatchObject({ outcome: 'unknown', messages: [{ type: 'E' }, { type: 'E', text: expect.stringContaining('time sheet (Zeiterfassung)') }] });
		expect(await sentShifts()).toHaveLength(1);

		await lina.control.faults();
		expect(await created(lina, [worked(person)])).toMatchObject([{ outcome: 'rejected', messages: [{ type: 'E', text: expect.stringContaining('has sent the same shift before') }] }]);
		expect(await sentShifts()).toHaveLength(1);
		expect(await shiftsOf(lina, person)).toHaveLength(stands);
	});

	test('n8n’s Retry On Fail does not send it again', async () => {
		await lina.faults('saveShift', { kind: 'reset-after', every: 1 });
		await created(lina, [worked(person)], {}, { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } });
		expect(await shiftsOf(lina, person)).toHaveLength(1);
	});

	test('a second run of the same items sends nothing, however their times are written', async () => {
		await created(lina, [worked(person), worked(colleague)]);
		const again = [worked(person.toUpperCase(), { from: '2026-11-01T13:00:00Z' }), worked(colleague, { to: '2026-11-01 22:30' })];
		expect(await created(lina, again)).toMatchObject([{ outcome: 'rejected' }, { outcome: 'rejected' }]);
		expect(await sentShifts()).toHaveLength(2);
	});

	test('only who insists sends it twice, and is told', async () => {
		await created(lina, [worked(person)]);
		const [json] = await created(lina, [worked(person)], { options: { sendAgain: true } });
		expect(json).toMatchObject({ outcome: 'registered', messages: [{ type: 'W', text: expect.stringContaining('twice') }] });
		expect(await shiftsOf(lina, person)).toHaveLength(2);
	});

	test('who insists for one item does not insist for the others', async () => {
		const items = [worked(person, { again: true }), worked(colleague, { again: false })];
		await created(lina, items);
		expect(await created(lina, items, { options: { sendAgain: '={{ $json.again }}' } })).toMatchObject([{ outcome: 'registered' }, { outcome: 'rejected' }]);
	});

	test('the same shift, or one that overlaps, in two items is told before anything is sent', async () => {
		const items = [worked(person), worked(colleague), worked(person.toUpperCase()), worked(colleague, { from: '22:00', to: '23:00' })];
		expect((await create(lina, items)).error?.message).toMatch(/The same shift of one person is in items 0, 2/);
		const { outputs } = await create(lina, items, {}, { onError: 'continueRegularOutput' });
		expect(outputs[0].map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/same shift of one person is in items 0, 2/),
			expect.stringMatching(/overlaps another of the same person, in item 3/),
			expect.stringMatching(/same shift of one person is in items 0, 2/),
			expect.stringMatching(/overlaps another of the same person, in item 1/),
		]);
		expect(await sentShifts()).toEqual([]);
	});

	test('parts that touch do not overlap, and two persons work at the same time', async () => {
		const items = [worked(person), worked(person, { from: '22:30', to: '23:00' }), worked(colleague)];
		expect(await created(lina, items)).toMatchObject([{ outcome: 'registered' }, { outcome: 'registered' }, { outcome: 'registered' }]);
	});
});

test('trap 15: after a withdrawal nothing is written for the person, and nothing else is held up', async () => {
	await consent(person, false);
	expect(await created(lina, [worked(person), worked(colleague)])).toMatchObject([{ outcome: 'rejected' }, { outcome: 'registered' }]);
	expect(await shiftsOf(lina, person)).toEqual([]);
});

test('trap 14: a person whose main store is another one can not have given consent: LINA refuses, in its own words', async () => {
	const users = await lina.state('users');
	const withConsent = await lina.consenting();
	const stranger = users.find(({ userUuid, mainStore }) => !withConsent.includes(String(userUuid)) && mainStore !== users.find((user) => user.userUuid === person)?.mainStore);
	const [json] = await created(lina, [worked(String(stranger?.userUuid))]);
	expect(json).toMatchObject({ outcome: 'rejected', messages: [{ text: expect.stringMatching(/given consent|not agreed/) }] });
});

test('a refusal for the number of calls was not executed: the shift is sent again after the wait, and stands once', async () => {
	await lina.faults('saveShift', { kind: 'status', status: 429, nth: 1 });
	expect(await created(lina, [worked(person)])).toMatchObject([{ outcome: 'registered', messages: [] }]);
	expect(lina.waited).toBeGreaterThan(14 * 60_000);
	expect(await shiftsOf(lina, person)).toHaveLength(1);
});

test.each([
	['stops', { onRateLimit: 'stop' }],
	['does not wait that long', { longestWait: 10 }],
])('a budget that %s in between leaves the rest for later, not in the ledger, and the run goes well', async (_what, options) => {
	const items = [worked(person), worked(colleague)];
	expect(await created(lina, items, { options: { callLimit: 11, ...options } })).toMatchObject([
		{ outcome: 'registered' },
		{ outcome: 'later', messages: [{ type: 'E', text: expect.stringContaining('calls') }] },
	]);
	await lina.passTime(20 * 60_000);
	expect(await created(lina, [worked(colleague)])).toMatchObject([{ outcome: 'registered' }]);
});

test('one bad item ends the run before anything is sent; with continue-on-fail the good ones go', async () => {
	const items = [worked(person), worked(colleague, { to: '2026-11-01 13:00' })];
	expect((await create(lina, items)).error?.message).toBe("'To' is not after 'From' [item 1]");
	expect(await sentShifts()).toEqual([]);
	const { outputs } = await create(lina, items, {}, { onError: 'continueRegularOutput' });
	expect(outputs[0].map(({ json }) => json.outcome ?? json.error)).toEqual(['registered', "'To' is not after 'From' [item 1]"]);
});

test('a run that is stopped sends nothing more', async () => {
	const items = [worked(person), worked(colleague)];
	await lina.faults('saveShift', { kind: 'timeout', acts: true, nth: 1 });
	const { status } = await create(lina, items, {}, { abortAfter: 1_000 });
	expect(status).toBe('canceled');
	expect(await sentShifts()).toHaveLength(1);
});
