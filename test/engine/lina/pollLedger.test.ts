import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../nodes/kit/dateWindows';
import { numbers } from '../../unit/lina/tinyPoller';
import type { FaultRule, Poller } from '../support';
import { consentsInShort, PollBench } from './pollTrigger';

const lina = new PollBench();

jest.setTimeout(600_000);

const POLLS = 100;

/** What may go wrong with a poll: the first one ends it, the others are gone through. */
const FAULTS: FaultRule[] = [
	{ kind: 'status', status: 400, every: 1 },
	{ kind: 'reset-after', nth: 1 },
	{ kind: 'truncate', nth: 1 },
	{ kind: 'status', status: 503, nth: 1 },
].map((rule) => ({ ...rule, service: 'lina' }));

interface Life {
	seed: number;
	trigger: Poller;
	/** Does something in the store. */
	edit(random: () => number): Promise<void>;
	/** Judges the items of a poll that worked. */
	judge(items: IDataObject[]): Promise<void>;
}

/** Polls every few minutes over a week, while things happen, requests fail, and n8n is started again. */
async function live({ seed, trigger, edit, judge }: Life): Promise<{ failed: number; told: number }> {
	const random = numbers(seed);
	const tally = { failed: 0, told: 0 };
	for (let polls = 0; polls < POLLS; polls++) {
		if (random() < 0.6) await edit(random);
		await lina.minutes(20 + Math.floor(random() * 160));
		if (random() < 0.1) trigger.restart();
		if (random() < 0.3) await lina.control.faults(FAULTS[Math.floor(random() * FAULTS.length)]);
		const items = await lina.events(trigger).catch(() => undefined);
		await lina.control.faults();
		if (!items) tally.failed++;
		else await judge(items);
		tally.told += items?.length ?? 0;
	}
	return tally;
}

test('over a hundred polls each difference of who agrees is told once', async () => {
	const users = (await lina.state('users')).map(({ userUuid }) => String(userUuid));
	const trigger = await lina.trigger();
	await lina.events(trigger);
	const facts = async () => new Map((await lina.state('consents')).map((row) => [String(row.userUuid), JSON.stringify(row)]));
	let known = await facts();
	const { failed, told } = await live({
		seed: 41,
		trigger,
		edit: async (random) => {
			const agreeing = await lina.consenting();
			const one = users[Math.floor(random() * users.length)];
			if (agreeing.includes(one) && agreeing.length > 3 && random() < 0.6) await lina.withdraw(one);
			/* Whose main store is another one can't agree. */
			else await lina.agree({ userUuid: one, ...(random() < 0.5 && { userName: `Neu ${Math.floor(random() * 9)}` }) }).catch(() => undefined);
		},
		judge: async (items) => {
			const now = await facts();
			const gone = [...known.keys()].filter((userUuid) => !now.has(userUuid)).map((userUuid) => `withdrawn ${userUuid}`);
			const others = [...now].filter(([userUuid, fact]) => known.get(userUuid) !== fact).map(([userUuid]) => `${known.has(userUuid) ? 'changed' : 'given'} ${userUuid}`);
			expect(consentsInShort(items)).toEqual([...gone, ...others].sort());
			known = now;
		},
	});
	expect(failed).toBeGreaterThan(3);
	expect(told).toBeGreaterThan(20);
});

test('over a hundred polls whoever replaces whole days by what is told holds the shifts that LINA holds', async () => {
	const trigger = await lina.trigger({ event: 'workingTimeChanges' });
	await lina.events(trigger);
	/** The beginnings of the shifts of each business day. */
	const held = async () => {
		const days = new Map<string, number[]>();
		for (const { businessDate, von, von2 } of await lina.state('shifts')) days.set(String(businessDate), [...(days.get(String(businessDate)) ?? []), Number(von) || Number(von2)]);
		return new Map([...days].map(([date, times]) => [date, times.filter(Boolean).sort().join('+')]));
	};
	const known = await held();
	const edited = new Set<string>();
	const put = new Map<number, string>();
	const { failed, told } = await live({
		seed: 42,
		trigger,
		edit: async (random) => {
			const shiftId = 990_000 + Math.floor(random() * 12);
			if (put.has(shiftId) && random() < 0.5) {
				await lina.remove(shiftId);
				edited.add(String(put.get(shiftId)));
				put.delete(shiftId);
				return;
			}
			const date = addDays('2026-10-20', Math.floor(random() * 12));
			if (put.has(shiftId)) edited.add(String(put.get(shiftId)));
			await lina.put(shiftId, date, 1 + Math.floor(random() * 9));
			put.set(shiftId, date);
			edited.add(date);
		},
		judge: async (items) => {
			expect(items.filter(({ businessDate }) => !edited.has(String(businessDate)))).toEqual([]);
			for (const { businessDate, rows } of items) {
				const times = (rows as IDataObject[]).map(({ shifts }) => Number((shifts as IDataObject[])[0]?.fromUnix ?? 0));
				known.set(String(businessDate), times.filter(Boolean).sort().join('+'));
			}
			const now = await held();
			expect([...new Set([...known.keys(), ...now.keys()])].filter((date) => (known.get(date) ?? '') !== (now.get(date) ?? ''))).toEqual([]);
			edited.clear();
		},
	});
	expect(failed).toBeGreaterThan(3);
	expect(told).toBeGreaterThan(20);
});
