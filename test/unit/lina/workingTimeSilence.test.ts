import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../nodes/kit/dateWindows';
import type { WorkingTimeState } from '../../../nodes/Lina/poll/workingTimes';
import { row, store } from './tinyLina';

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
		lina.put('2026-11-05', row(2));
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
		/* The 5th is what it was before. Whatever else lies behind, the day that was emptied among it, is told as it stands: without rows. */
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
