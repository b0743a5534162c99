import type { IDataObject } from 'n8n-workflow';

import { readChanges } from '../../../nodes/Lina/workingTime/changes';
import { row, store } from './tinyLina';

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
