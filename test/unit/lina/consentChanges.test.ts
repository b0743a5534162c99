import type { IDataObject } from 'n8n-workflow';

import type { Person } from '../../../nodes/Lina/employee/person';
import type { ConsentSettings, ConsentState } from '../../../nodes/Lina/poll/consents';
import { ConsentSource } from '../../../nodes/Lina/poll/consents';
import { numbers, TestTime, TinyCalls, TinyPoller } from './tinyPoller';

const person = (userUuid: string, changes: Partial<Person> = {}): Person => ({ userUuid, firstName: 'Joe', lastName: `Test ${userUuid}`, email: `${userUuid}@example.org`, area: 'Service', ...changes });

/** A store whose employees agree and withdraw, and a trigger on it. */
function store(count: number, changes: Partial<ConsentSettings> = {}) {
	const people = new Map(Array.from({ length: count }, (_entry, at) => [`u${at}`, person(`u${at}`)]));
	const settings: ConsentSettings = { tellFirst: false, allowManyWithdrawals: false, ...changes };
	const calls = new TinyCalls();
	const order = numbers(3);
	const read = async () => {
		calls.count('getPersonalData');
		return [...people.values()].sort(() => order() - 0.5);
	};
	const trigger = new TinyPoller<ConsentState>(() => new ConsentSource(read, settings), new TestTime('2026-11-01T06:00'));
	const inShort = async () => (await trigger.poll()).map(({ event, userUuid }) => `${String(event)} ${String(userUuid)}`).sort();
	return { people, settings, calls, trigger, inShort };
}

describe('consent changes', () => {
	test('tell who agreed, who changed, and who withdrew, each once', async () => {
		const { people, inShort } = store(5);
		expect(await inShort()).toEqual([]);
		people.set('u9', person('u9'));
		people.set('u1', person('u1', { lastName: 'Neu' }));
		people.delete('u2');
		expect(await inShort()).toEqual(['changed u1', 'given u9', 'withdrawn u2']);
		expect(await inShort()).toEqual([]);
	});

	test.each(['firstName', 'lastName', 'email', 'area'] as const)('another %s is a change', async (field) => {
		const { people, trigger } = store(5);
		await trigger.poll();
		people.set('u3', person('u3', { [field]: 'Anders' }));
		expect(await trigger.poll()).toEqual([{ event: 'changed', ...person('u3', { [field]: 'Anders' }) }]);
	});

	test('a withdrawal names nobody', async () => {
		const { people, trigger } = store(5);
		await trigger.poll();
		people.delete('u3');
		expect(await trigger.poll()).toEqual([{ event: 'withdrawn', userUuid: 'u3' }]);
	});

	test('the first poll tells those who agree already, where that is wanted', async () => {
		expect(await store(2).inShort()).toEqual([]);
		expect(await store(2, { tellFirst: true }).inShort()).toEqual(['given u0', 'given u1']);
	});

	test('who agrees again after a withdrawal is told as one who agrees', async () => {
		const { people, inShort } = store(5);
		await inShort();
		people.delete('u3');
		await inShort();
		people.set('u3', person('u3'));
		expect(await inShort()).toEqual(['given u3']);
	});

	test('what is kept is ids and a few characters each, and nothing of who withdrew', async () => {
		const { people, trigger } = store(5);
		await trigger.poll();
		people.delete('u3');
		await trigger.poll();
		expect(trigger.kept.state).toEqual({ people: Object.fromEntries(['u0', 'u1', 'u2', 'u4'].map((userUuid) => [userUuid, expect.stringMatching(/^[\w-]{6}$/)])) });
		expect(JSON.stringify(trigger.kept)).not.toMatch(/Joe|Test|example|Service|u3/);
	});

	test('somebody with a row for each of several areas is one, in whatever order they come', async () => {
		const two = [person('u0', { area: 'Küche' }), person('u0', { area: 'Service' })];
		const trigger = new TinyPoller<ConsentState>(() => new ConsentSource(async () => [...two], { tellFirst: true, allowManyWithdrawals: false }), new TestTime('2026-11-01T06:00'));
		expect(await trigger.poll()).toEqual([{ event: 'given', ...person('u0', { area: 'Küche' }) }]);
		two.reverse();
		expect(await trigger.poll()).toEqual([]);
	});

	test('a sample shows a few who agree, and keeps nothing', async () => {
		const { trigger } = store(9);
		expect((await trigger.poll('manual')).map(({ event }) => event)).toEqual(Array.from({ length: 5 }, () => 'given'));
		expect(trigger.kept).toEqual({});
	});

	test('a state of something else stops the trigger', async () => {
		const { trigger } = store(3);
		await trigger.poll();
		trigger.kept.state = { people: { u0: 'Joe Test' } };
		await expect(trigger.poll()).rejects.toThrow('What this trigger remembers can not be read');
	});
});

describe('many withdrawals at once are not believed', () => {
	test.each([
		['all of 4', 4, 4, false],
		['all of 3', 3, 3, true],
		['3 of 4', 4, 3, true],
		['11 of 20', 20, 11, false],
		['10 of 20', 20, 10, true],
		['12 of 120', 120, 12, true],
		['13 of 120', 120, 13, false],
	])('%s', async (_what, known, gone, isBelieved) => {
		const { people, settings, trigger } = store(known);
		await trigger.poll();
		const before = [...people];
		for (const [userUuid] of before.slice(0, gone)) people.delete(userUuid);
		if (isBelieved) return expect(await trigger.poll()).toHaveLength(gone);
		await expect(trigger.poll()).rejects.toThrow(`LINA no longer gives out ${gone} of the ${known} employees who agreed`);
		for (const [userUuid, entry] of before) people.set(userUuid, entry);
		expect(await trigger.poll()).toEqual([]);
		for (const [userUuid] of before.slice(0, gone)) people.delete(userUuid);
		settings.allowManyWithdrawals = true;
		expect(await trigger.poll()).toHaveLength(gone);
	});
});

test('over three hundred polls every difference is told once, whatever fails and whenever n8n is started again', async () => {
	const { people, calls, trigger } = store(12);
	const random = numbers(17);
	const chance = (of: number) => random() < of;
	const known = new Map<string, string>();
	const expected = (): string[] => {
		const gone = [...known.keys()].filter((userUuid) => !people.has(userUuid)).map((userUuid) => `withdrawn ${userUuid}`);
		const others = [...people].filter(([userUuid, entry]) => known.get(userUuid) !== JSON.stringify(entry));
		return [...gone, ...others.map(([userUuid]) => `${known.has(userUuid) ? 'changed' : 'given'} ${userUuid}`)].sort();
	};
	const learn = (items: IDataObject[]) => {
		for (const { event, ...entry } of items) {
			if (event === 'withdrawn') known.delete(String(entry.userUuid));
			else known.set(String(entry.userUuid), JSON.stringify(entry));
		}
	};
	await trigger.poll();
	for (const [userUuid, entry] of people) known.set(userUuid, JSON.stringify(entry));
	const tally = { told: 0, failed: 0 };
	for (let polls = 0; polls < 300; polls++) {
		const userUuid = `u${Math.floor(random() * 15)}`;
		const dice = random();
		if (dice < 0.4) people.set(userUuid, person(userUuid, { area: chance(0.5) ? 'Bar' : 'Service', email: `${Math.floor(random() * 3)}@example.org` }));
		else if (dice < 0.64 && people.size > 4) people.delete(userUuid);
		if (chance(0.1)) trigger.restart();
		if (chance(0.1)) calls.failAt = 1;
		const wanted = expected();
		const items = await trigger.poll().catch(() => undefined);
		if (!items) {
			tally.failed++;
			continue;
		}
		expect(items.map(({ event, userUuid: told }) => `${String(event)} ${String(told)}`).sort()).toEqual(wanted);
		learn(items);
		tally.told += items.length;
	}
	expect(tally.told).toBeGreaterThan(100);
	expect(tally.failed).toBeGreaterThan(10);
});
