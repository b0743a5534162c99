import type { IDataObject } from 'n8n-workflow';

import { DAY, PollBench } from './pollTrigger';

const lina = new PollBench();

describe('trap 10: LINA knows the changes of 3 months', () => {
	test('after months of silence the days are read again by day, over several polls, and a limit takes nothing from them', async () => {
		const options = { callLimit: 60, reserve: 10 };
		const trigger = await lina.trigger({ event: 'workingTimeChanges', options });
		await lina.events(trigger);
		await lina.put(990_001, DAY, 4);
		await lina.minutes(200 * 24 * 60);
		const told: IDataObject[] = [];
		let polls = 0;
		do {
			told.push(...(await lina.events(trigger)));
			polls++;
			await lina.minutes(16);
		} while (JSON.stringify(trigger.staticData).includes('"again"'));
		expect(polls).toBeGreaterThan(4);
		expect(told.filter(({ businessDate }) => businessDate === DAY)).toEqual([expect.objectContaining({ readAgain: true, deleted: false })]);
		expect((await lina.sent()).map(({ answer }) => answer.status)).not.toContain(429);
		expect(lina.waited).toBe(0);
		expect(await lina.events(trigger)).toEqual([]);
	});
});
