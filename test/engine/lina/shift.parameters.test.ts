import type { IDataObject } from 'n8n-workflow';

import { describeParameters } from '../support';
import { LinaBench } from './lina';
import { DATE } from './shift';

const lina = new LinaBench();

/** One call is free, and two shifts are to be sent. */
const ONE_CALL = { callLimit: 11 };

describeParameters({
	node: 'lina',
	resource: 'shift',
	operation: 'create',
	base: { userUuid: '={{ $json.person }}', date: DATE, from: '14:00', to: '22:30' },
	run: async (parameters) => {
		await lina.reset();
		const options = (parameters.options ?? {}) as IDataObject;
		const [person, colleague] = await lina.consenting();
		const items = [
			{ person, colleague },
			{ person: colleague, colleague: person },
		];
		if ('checkAfterwards' in options) await lina.faults('saveShift', { kind: 'reset-after', every: 1 });
		if ('sendAgain' in options) await lina.run({ ...parameters, options: {} }, { items });
		return await lina.observe(parameters, { items });
	},
	cases: {
		userUuid: { values: ['={{ $json.person }}', '={{ $json.colleague }}'], differs: 'sent' },
		date: { values: [DATE, '2026-10-31'], with: { from: `${DATE} 00:30`, to: '04:00' } },
		from: { values: ['14:00', '15:00'] },
		to: { values: ['22:30', '23:00'] },
		'additionalFields.breakMinutes': { values: [0, 30] },
		'additionalFields.from2': { values: ['23:00', '23:15'], with: { additionalFields: { to2: '23:30' } } },
		'additionalFields.to2': { values: ['23:30', '23:45'], with: { additionalFields: { from2: '23:00' } } },
		'options.callLimit': { values: [100, 11], with: { options: { onRateLimit: 'stop' } } },
		'options.checkAfterwards': { values: [false, true] },
		'options.daysAhead': { values: [0, 5], with: { date: '2026-11-05' } },
		'options.daysBack': { values: [92, 1], with: { date: '2026-10-28' } },
		'options.longestWait': { values: [20, 0], with: { options: ONE_CALL } },
		'options.onRateLimit': { values: ['wait', 'stop'], with: { options: ONE_CALL } },
		'options.repeatedHour': { values: ['first', 'second'], with: { date: '2026-10-24', from: '20:00', to: '02:30' } },
		'options.reserve': { values: [10, 99], with: { options: { onRateLimit: 'stop' } } },
		'options.sendAgain': { values: [false, true] },
	},
});
