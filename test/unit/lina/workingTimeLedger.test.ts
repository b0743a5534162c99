import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../nodes/kit/dateWindows';
import { row, store } from './tinyLina';
import { numbers } from './tinyPoller';

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
