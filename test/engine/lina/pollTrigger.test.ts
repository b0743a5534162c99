import type { IDataObject } from 'n8n-workflow';

import { TOKEN } from './lina';
import { consentsInShort, DAY, PollBench } from './pollTrigger';

const lina = new PollBench();

const WORK = { event: 'workingTimeChanges' };

/** A user whose main store is the one of the sandbox, and who doesn't agree yet. */
async function notAgreeing(): Promise<IDataObject> {
	const agreeing = await lina.consenting();
	const stores = (await lina.state('users')).filter(({ userUuid }) => agreeing.includes(String(userUuid))).map(({ mainStore }) => mainStore);
	return (await lina.state('users')).find(({ userUuid, mainStore }) => mainStore === stores[0] && !agreeing.includes(String(userUuid)))!;
}

describe('consent changes', () => {
	test('are told in the form of Get Many With Consent, a withdrawal by its id alone', async () => {
		const trigger = await lina.trigger();
		expect(await lina.events(trigger)).toEqual([]);
		const [first, second] = await lina.consenting();
		const { userUuid } = await notAgreeing();
		await lina.agree({ userUuid }, { userUuid: second, userName: 'Neumann' });
		await lina.withdraw(first);
		const items = await lina.events(trigger);
		const rows = await lina.rows({ resource: 'employee', operation: 'getManyWithConsent' });
		const rowOf = (of: unknown) => rows.find((row) => row.userUuid === of);
		expect(items).toEqual([
			{ event: 'withdrawn', userUuid: first },
			{ event: 'changed', ...rowOf(second), lastName: 'Neumann' },
			{ event: 'given', ...rowOf(userUuid) },
		]);
		expect(await lina.events(trigger)).toEqual([]);
	});

	test('find what a lost push would have told', async () => {
		const trigger = await lina.trigger();
		await lina.events(trigger);
		await lina.control.switches({ 'lina.pushes': 'lost' });
		const { userUuid } = await notAgreeing();
		await lina.agree({ userUuid });
		expect(consentsInShort(await lina.events(trigger))).toEqual([`given ${String(userUuid)}`]);
	});

	test('of a right that was taken away are not believed', async () => {
		const trigger = await lina.trigger();
		await lina.events(trigger);
		const kept = trigger.staticData;
		const agreeing = await lina.consenting();
		expect(agreeing.length).toBeGreaterThan(3);
		await lina.withdraw(...agreeing);
		await expect(lina.events(trigger)).rejects.toMatchObject({ message: `LINA no longer gives out ${agreeing.length} of the ${agreeing.length} employees who agreed`, description: expect.stringContaining('Allow Many Withdrawals') as string });
		expect(trigger.staticData).toEqual(kept);
		trigger.restart({ options: { allowManyWithdrawals: true } });
		expect(consentsInShort(await lina.events(trigger))).toEqual(agreeing.map((userUuid) => `withdrawn ${userUuid}`).sort());
	});

	test('keep no name, no e-mail and no key', async () => {
		const trigger = await lina.trigger({ firstPoll: 'everybody' });
		const items = await lina.events(trigger);
		const kept = JSON.stringify(trigger.staticData);
		expect(kept).toContain(String(items[0].userUuid));
		const [{ key, apiKey }] = await lina.state('apiKeys');
		for (const secret of [...items.flatMap(({ firstName, lastName, email }) => [firstName, lastName, email]), key ?? apiKey]) expect(kept).not.toContain(String(secret));
	});

	test('are read by token, too', async () => {
		const trigger = await lina.trigger({ authentication: 'token', firstPoll: 'everybody' }, { credentials: await lina.credentials({}, TOKEN) });
		expect(await lina.events(trigger)).toHaveLength((await lina.consenting()).length);
	});
});

describe('working time changes', () => {
	test('are told in the form of Get Changes, each once', async () => {
		const trigger = await lina.trigger(WORK);
		expect(await lina.events(trigger)).toEqual([]);
		await lina.put(990_001, DAY, 4);
		await lina.put(990_002, '2026-12-24', 5);
		const items = await lina.events(trigger);
		const changes = await lina.rows({ resource: 'workingTime', operation: 'getChanges', updatedSince: '2026-11-01' });
		expect(items).toEqual(changes.filter(({ businessDate }) => [DAY, '2026-12-24'].includes(String(businessDate))).map((day) => ({ ...day, readAgain: false })));
		expect(await lina.events(trigger)).toEqual([]);
		await lina.remove(990_002);
		expect(await lina.events(trigger)).toEqual([{ businessDate: '2026-12-24', deleted: true, rows: [], readAgain: false }]);
	});

	test('begin with a date that is given, and go on from there', async () => {
		const trigger = await lina.trigger({ ...WORK, changedSince: '2026-10-29' });
		const first = await lina.events(trigger);
		expect(first.length).toBeGreaterThan(0);
		await lina.put(990_001, DAY, 4);
		expect((await lina.events(trigger)).map(({ businessDate }) => businessDate)).toEqual([DAY]);
	});
});

describe('the calls of a store', () => {
	test('that are spent end the poll at once, and leave the state', async () => {
		const options = { callLimit: 12, reserve: 10 };
		const trigger = await lina.trigger({ options });
		await lina.events(trigger);
		await lina.events(trigger);
		const kept = trigger.staticData;
		const { userUuid } = await notAgreeing();
		await lina.agree({ userUuid });
		await expect(lina.events(trigger)).rejects.toMatchObject({ failure: { cause: 'rate-limited' } });
		expect([lina.waited, trigger.staticData]).toEqual([0, kept]);
		await lina.minutes(16);
		expect(consentsInShort(await lina.events(trigger))).toEqual([`given ${String(userUuid)}`]);
	});
});

describe('what was kept', () => {
	test('for one event is forgotten when the trigger is put to the other', async () => {
		const trigger = await lina.trigger();
		await lina.events(trigger);
		trigger.restart(WORK);
		expect(await lina.events(trigger)).toEqual([]);
		expect(JSON.stringify(trigger.staticData)).not.toContain('people');
		await lina.put(990_001, DAY, 4);
		expect(await lina.events(trigger)).toHaveLength(1);
	});

	test('and can not be read stops the trigger', async () => {
		const trigger = await lina.trigger();
		await lina.events(trigger);
		trigger.staticData = { version: 1, state: { consentChanges: { people: ['u1'] } } };
		await expect(lina.events(trigger)).rejects.toThrow('What this trigger remembers can not be read');
	});
});

test.each([{}, WORK])('a sample shows a few, and keeps nothing: %j', async (parameters) => {
	const trigger = await lina.trigger(parameters);
	expect((await trigger.sample())?.length).toBeGreaterThan(0);
	expect(trigger.staticData).toEqual({});
});
