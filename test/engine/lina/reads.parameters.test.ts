import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Observed, ParameterCase } from '../support';
import { describeParameters } from '../support';
import { LinaBench } from './lina';

const lina = new LinaBench();

/** One call of eleven is left to this node, and the first run has spent it. */
const SPENT = { callLimit: 11 };

const PERIOD = { period: 'range', businessDate: '2026-10-28', fromDate: '2026-10-29', toDate: '2026-10-30' };

const BUDGET: Record<string, ParameterCase> = {
	'options.callLimit': { values: [100, 11], with: { options: { onRateLimit: 'stop' } } },
	'options.longestWait': { values: [60, 0], with: { options: SPENT } },
	'options.onRateLimit': { values: ['wait', 'stop'], with: { options: SPENT } },
	'options.reserve': { values: [10, 99], with: { options: { onRateLimit: 'stop' } } },
};

const BY_DAY: Record<string, ParameterCase> = {
	period: { values: ['oneDay', 'range'] },
	businessDate: { values: ['2026-10-28', '2026-10-27'], with: { period: 'oneDay' } },
	fromDate: { values: ['2026-10-29', '2026-10-30'] },
	toDate: { values: ['2026-10-30', '2026-10-29'] },
	...BUDGET,
};

const STARTS: ParameterCase = { values: [6, 18], differs: 'got' };
const SIMPLIFY: ParameterCase = { values: [true, false], differs: 'got' };

/** Runs the operation in a store of which another node has just read something. */
async function run(parameters: INodeParameters): Promise<Observed> {
	await lina.reset();
	await lina.rows({ resource: 'workingTime', operation: 'getAccepted', period: 'oneDay', businessDate: '2026-10-20' });
	return await lina.observe(parameters);
}

const common = { node: 'lina', run };

describeParameters({ ...common, resource: 'staffCost', operation: 'getPerHour', base: PERIOD, cases: { ...BY_DAY, 'options.dayStartsAt': STARTS } });
describeParameters({ ...common, resource: 'staffCost', operation: 'getPerDay', base: PERIOD, cases: BY_DAY });
describeParameters({ ...common, resource: 'workingTime', operation: 'getAccepted', base: PERIOD, cases: BY_DAY });
describeParameters({ ...common, resource: 'workingTime', operation: 'getFullDay', base: PERIOD, cases: { ...BY_DAY, simplify: SIMPLIFY, 'options.dayStartsAt': STARTS } });
describeParameters({
	...common,
	resource: 'workingTime',
	operation: 'getChanges',
	base: { updatedSince: '2026-10-20' },
	cases: {
		updatedSince: { values: ['2026-10-30', '2026-10-20'] },
		simplify: SIMPLIFY,
		...BUDGET,
		'options.allowOlderDates': { values: [false, true], with: { updatedSince: '2026-01-01' } },
		'options.dayStartsAt': STARTS,
	},
});
describeParameters({ ...common, resource: 'employee', operation: 'getManyWithConsent', base: {}, cases: BUDGET });
describeParameters({
	...common,
	resource: 'workingTime',
	operation: 'report',
	base: {},
	run: async (parameters) => {
		await lina.reset();
		const items = await lina.rows({ resource: 'workingTime', operation: 'getFullDay', period: 'range', fromDate: '2026-10-12', toDate: '2026-10-31' });
		return await lina.observe(parameters, { items: items as IDataObject[], credentials: {} });
	},
	cases: {
		minimumRows: { values: [1, 100], differs: 'got' },
		includeAbsences: { values: [false, true], differs: 'got' },
	},
});
