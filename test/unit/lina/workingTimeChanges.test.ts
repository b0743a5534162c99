import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../nodes/kit/dateWindows';
import type { WorkingTimeReader, WorkingTimeSettings, WorkingTimeState } from '../../../nodes/Lina/poll/workingTimes';
import { WorkingTimeSource } from '../../../nodes/Lina/poll/workingTimes';
import { readChanges } from '../../../nodes/Lina/workingTime/changes';
import { fullRow } from './samples';
import { numbers, TestTime, TinyCalls, TinyPoller } from './tinyPoller';

const wireDate = (date: string): string => date.split('-').reverse().join('.');

/** A row with so many worked hours. */
const row = (hours: number, changes: IDataObject = {}): IDataObject => fullRow({ h_brutto: hours, h_zuschl_51: 0, ...changes });

/** As much of LINA as the trigger asks for: business days, their rows in no order, and the date of their last change. */
class TinyLina implements WorkingTimeReader {
	readonly days = new Map<string, { rows: IDataObject[]; changed: string }>();

	readonly calls = new TinyCalls();

	private readonly order = numbers(5);

	constructor(readonly time: TestTime) {}

	put(date: string, ...rows: IDataObject[]): void {
		this.days.set(date, { rows, changed: this.time.today });
	}

	async changes(since: string) {
		this.calls.count(`changes ${since}`);
		const changed = [...this.days].filter(([, day]) => day.changed >= since && day.changed >= addDays(this.time.today, -92));
		return readChanges(changed.map(([date, { rows }]) => ({ datum: wireDate(date), schichten: this.shuffled(rows) })));
	}

	/** Without holiday hours, as the samples of the service have it. */
	async day(date: string) {
		this.calls.count(`day ${date}`);
		return this.shuffled(this.days.get(date)?.rows ?? []).map((entry) => Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'h_zuschl_51')));
	}

	private shuffled(rows: IDataObject[]): IDataObject[] {
		return [...rows].sort(() => this.order() - 0.5);
	}
}

function store(settings: WorkingTimeSettings = { simplify: true }, start = '2026-11-10T06:00', budgetMs?: number) {
	const time = new TestTime(start);
	const lina = new TinyLina(time);
	const trigger = new TinyPoller<WorkingTimeState>(() => new WorkingTimeSource(lina, settings), time, budgetMs);
	const inShort = async () => (await trigger.poll()).map(({ businessDate, deleted, rows }) => `${String(businessDate)} ${deleted ? 'deleted' : (rows as IDataObject[]).map(({ workedHours }) => workedHours).sort().join('+')}`);
	return { time, lina, trigger, inShort };
}

describe('working time changes', () => {
	test('tell each changed day whole, once', async () => {
		const { lina, inShort, time } = store();
		lina.put('2026-11-09', row(8));
		expect(await inShort()).toEqual([]);
		time.pass({ minutes: 10 });
		lina.put('2026-11-08', row(4), row(5));
		expect(await inShort()).toEqual(['2026-11-08 4+5']);
		expect(await inShort()).toEqual([]);
		lina.put('2026-11-09', row(7));
		expect(await inShort()).toEqual(['2026-11-09 7']);
	});

	test('with what the first poll is to begin with', async () => {
		const { lina, inShort, time } = store({ simplify: true, changedSince: '2026-11-08' });
		lina.put('2026-11-01', row(8));
		lina.days.get('2026-11-01')!.changed = '2026-11-07';
		lina.put('2026-11-02', row(6));
		lina.days.get('2026-11-02')!.changed = '2026-11-08';
		time.pass({ minutes: 10 });
		expect(await inShort()).toEqual(['2026-11-02 6']);
		expect(lina.calls.made).toEqual(['changes 2026-11-08']);
	});

	test('raw, where that is wanted', async () => {
		const { lina, trigger } = store({ simplify: false });
		await trigger.poll();
		lina.put('2026-11-08', row(4));
		expect(await trigger.poll()).toEqual([{ datum: '08.11.2026', schichten: [row(4)], readAgain: false }]);
	});

	test('a row that can not be read stops the poll, and is told once it can', async () => {
		const { lina, trigger, inShort } = store();
		await trigger.poll();
		lina.put('2026-11-08', row(4, { brutto: 'x' }));
		await expect(trigger.poll()).rejects.toThrow('The field brutto of a row of 2026-11-08 is not a number');
		lina.put('2026-11-08', row(4));
		expect(await inShort()).toEqual(['2026-11-08 4']);
	});

	test('a sample shows a few changed days, and keeps nothing', async () => {
		const { lina, trigger } = store();
		for (let day = 1; day < 8; day++) lina.put(`2026-11-0${day}`, row(day));
		expect((await trigger.poll('manual')).map(({ businessDate }) => businessDate)).toEqual(['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07']);
		expect(trigger.kept).toEqual({});
	});

	test('what was kept and can not be read stops the trigger', async () => {
		const { lina, trigger } = store();
		lina.put('2026-11-09', row(8));
		await trigger.poll();
		const kept = trigger.kept.state as IDataObject;
		for (const odd of [{ days: { '2026-11-09': 'x' } }, { since: 'yesterday' }, { again: { next: '2026-11-01', to: '2026-11-10' } }]) {
			trigger.kept.state = { ...kept, ...odd };
			await expect(trigger.poll()).rejects.toThrow('What this trigger remembers can not be read');
		}
	});

	test('what is kept is dates and a few characters each', async () => {
		const { lina, trigger } = store();
		lina.put('2026-11-09', row(8));
		await trigger.poll();
		expect(trigger.kept.state).toEqual({ since: '2026-11-10', days: { '2026-11-09': expect.stringMatching(/^[\w-]{12}261110$/) } });
	});
});

describe('trap 2: the order of rows means nothing', () => {
	test('the same rows in another order are no change', async () => {
		const { lina, trigger, inShort } = store();
		await trigger.poll();
		lina.put('2026-11-08', ...[1, 2, 3, 4, 5, 6].map((hours) => row(hours)));
		expect(await inShort()).toEqual(['2026-11-08 1+2+3+4+5+6']);
		for (let polls = 0; polls < 10; polls++) expect(await inShort()).toEqual([]);
	});
});

describe('trap 9: changes without shifts', () => {
	test('tell once that the day has no rows any more', async () => {
		const { lina, trigger, inShort } = store();
		lina.put('2026-11-08', row(4));
		await trigger.poll();
		lina.put('2026-11-08');
		expect(await trigger.poll()).toEqual([{ businessDate: '2026-11-08', deleted: true, rows: [], readAgain: false }]);
		expect(await inShort()).toEqual([]);
		lina.put('2026-11-08', row(4));
		expect(await inShort()).toEqual(['2026-11-08 4']);
	});

	test('an entry stands for its whole day: a day that comes twice is not read', () => {
		const twice = [{ datum: '08.11.2026', schichten: [] }, { datum: '08.11.2026', schichten: [row(1)] }];
		expect(() => readChanges(twice)).toThrow('The changes hold 2026-11-08 twice');
	});

	test.each([[undefined], ['2026-11-08'], ['31.02.2026'], [7]])('an entry whose date is %p is not read', (datum) => {
		expect(() => readChanges([{ datum, schichten: [] } as IDataObject])).toThrow('A changed day has no date (datum) that can be read');
	});
});

describe('trap 10: changes by date, and for 3 months', () => {
	test('the day before the last poll is asked for again, and what is known is not told again', async () => {
		const { lina, time, inShort } = store();
		await inShort();
		time.pass({ minutes: 17 * 60 });
		lina.put('2026-11-08', row(4));
		expect(await inShort()).toEqual(['2026-11-08 4']);
		/* Entered after the last poll of the day, which has ended since. */
		lina.put('2026-11-07', row(5));
		time.pass({ minutes: 10 * 60 });
		expect(await inShort()).toEqual(['2026-11-07 5']);
		time.pass({ days: 1 });
		expect(await inShort()).toEqual([]);
		expect(lina.calls.made).toEqual(['changes 2026-11-09', 'changes 2026-11-09', 'changes 2026-11-09', 'changes 2026-11-10']);
	});

	test('a change of a day stamped while clocks went back or a clock ran ahead is not passed over', async () => {
		const { lina, trigger, time, inShort } = store();
		await inShort();
		time.pass({ days: 5 });
		await inShort();
		time.pass({ days: -5 });
		lina.put('2026-11-08', row(4));
		expect(await inShort()).toEqual(['2026-11-08 4']);
		expect((trigger.kept.state as WorkingTimeState).since).toBe('2026-11-10');
	});

	test('after a longer silence the days are read again, as many a poll as there are calls for, and nothing is told twice', async () => {
		const { lina, time, trigger } = store();
		lina.put('2026-11-08', row(8));
		lina.put('2026-10-20', row(7));
		await trigger.poll();
		time.pass({ days: 20 });
		lina.put('2026-11-20', row(3));
		lina.put('2026-10-20', row(6));
		lina.put('2026-11-08');
		time.pass({ days: 140 });
		lina.put('2026-11-21', row(1, { h_zuschl_51: 1 }));
		const told: IDataObject[] = [];
		const again = () => Boolean((trigger.kept.state as WorkingTimeState).again);
		let polls = 0;
		do {
			lina.calls.granted = 60;
			told.push(...(await trigger.poll()));
			polls++;
		} while (again());
		expect(polls).toBe(5);
		expect(told.filter(({ deleted }) => !deleted).map(({ businessDate, readAgain }) => [businessDate, readAgain])).toEqual([
			['2026-11-21', false],
			['2026-10-20', true],
			['2026-11-20', true],
		]);
		/* Whatever else lies behind, the day that was emptied among it, is told as it stands: without rows. */
		const empty = told.filter(({ deleted }) => deleted).map(({ businessDate }) => String(businessDate));
		expect(empty).toContain('2026-11-08');
		expect([empty[0], empty.at(-1), new Set(empty).size]).toEqual(['2026-08-09', time.today, empty.length]);
		lina.calls.granted = Infinity;
		expect(await trigger.poll()).toEqual([]);
		expect(lina.calls.made.at(-1)).toMatch(/^changes/);
	});

	test('an older beginning is read day by day', async () => {
		const { lina, inShort, trigger } = store({ simplify: true, changedSince: '2026-05-01' });
		lina.put('2026-05-02', row(8));
		lina.days.get('2026-05-02')!.changed = '2026-05-02';
		expect(await inShort()).toEqual(['2026-05-02 8']);
		expect(lina.calls.made.slice(0, 2)).toEqual(['changes 2026-08-10', 'day 2026-05-01']);
		expect((trigger.kept.state as WorkingTimeState).again).toBeUndefined();
	});

	test('a poll that runs out of time leaves the rest of the days to the next one', async () => {
		const { lina, trigger, time } = store({ simplify: true, changedSince: '2026-05-01' }, '2026-11-10T06:00', 60_000);
		const { day } = lina;
		lina.day = async (date) => (time.pass({ minutes: 1 }), await day.call(lina, date));
		await trigger.poll();
		expect(lina.calls.made).toEqual(['changes 2026-08-10', 'day 2026-05-01']);
		await trigger.poll();
		expect(lina.calls.made.slice(2)).toEqual(['changes 2026-11-09', 'day 2026-05-02']);
	});

	test('a day that fails ends the poll, and leaves the state', async () => {
		const { lina, trigger } = store({ simplify: true, changedSince: '2026-05-01' });
		lina.calls.failAt = 5;
		await expect(trigger.poll()).rejects.toThrow('LINA is out of order');
		expect(trigger.kept).toEqual({});
	});

	test('changes that are asked for too often end the poll, and leave the state', async () => {
		const { lina, trigger, inShort } = store();
		await trigger.poll();
		lina.put('2026-11-08', row(4));
		const before = JSON.stringify(trigger.kept);
		lina.calls.granted = 0;
		await expect(trigger.poll()).rejects.toMatchObject({ message: 'LINA is asked too often', failure: { cause: 'rate-limited' } });
		expect(JSON.stringify(trigger.kept)).toBe(before);
		lina.calls.granted = Infinity;
		expect(await inShort()).toEqual(['2026-11-08 4']);
	});

	test('what is kept stays small over years', async () => {
		const { lina, trigger, time } = store();
		for (let day = 0; day < 500; day++) {
			lina.put(addDays(time.today, -(day % 40)), row(day % 9));
			await trigger.poll();
			time.pass({ days: 1 });
		}
		expect(Object.keys((trigger.kept.state as WorkingTimeState).days).length).toBeLessThan(130);
	});
});

describe.each([
	['in October, when an hour comes twice', '2026-10-23T18:00'],
	['in March, when an hour is missing', '2026-03-27T18:00'],
])('over two hundred polls and the night %s', (_night, start) => {
	test.each([31, 32])('whoever replaces whole days by what is told holds what LINA holds, and is told no day twice (%i)', async (seed) => {
		const { lina, trigger, time } = store({ simplify: true }, start);
		const random = numbers(seed);
		const chance = (of: number) => random() < of;
		const hoursOf = (rows: IDataObject[], field: string) => rows.map(({ [field]: hours }) => Number(hours)).sort().join('+');
		const held = (date: string) => hoursOf(lina.days.get(date)?.rows ?? [], 'h_brutto');
		for (let day = 1; day <= 20; day++) lina.put(addDays(time.today, -day), row(day % 9));
		await trigger.poll();
		const known = new Map([...lina.days.keys()].map((date) => [date, held(date)]));
		const edited = new Set<string>();
		const tally = { told: 0, failed: 0 };
		for (let polls = 0; polls < 200; polls++) {
			time.pass({ minutes: 1 + Math.floor(random() * 40) });
			for (let edits = Math.floor(random() * 3); edits > 0; edits--) {
				const date = addDays(time.today, -Math.floor(random() * 30));
				lina.put(date, ...Array.from({ length: Math.floor(random() * 3) }, () => row(Math.floor(random() * 4))));
				edited.add(date);
			}
			time.pass({ minutes: 1 + Math.floor(random() * 40) });
			if (chance(0.1)) trigger.restart();
			if (chance(0.1)) lina.calls.failAt = 1;
			const items = await trigger.poll().catch(() => undefined);
			if (!items) {
				tally.failed++;
				continue;
			}
			const dates = items.map(({ businessDate }) => String(businessDate));
			expect(new Set(dates).size).toBe(dates.length);
			expect(dates.filter((date) => !edited.has(date))).toEqual([]);
			for (const { businessDate, rows } of items) known.set(String(businessDate), hoursOf(rows as IDataObject[], 'workedHours'));
			expect([...lina.days.keys()].filter((date) => (known.get(date) ?? '') !== held(date))).toEqual([]);
			edited.clear();
			tally.told += items.length;
		}
		expect(tally.told).toBeGreaterThan(100);
		expect(tally.failed).toBeGreaterThan(10);
	});
});
