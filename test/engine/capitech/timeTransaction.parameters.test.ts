import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ParameterCase } from '../support';
import { describeParameters } from '../support';
import { CapitechBench, entries, hours } from './capitech';

const capitech = new CapitechBench();
const DATE = '2026-01-15';

/** Two registrations that differ in all that a filter goes by. */
const place = (id: number): IDataObject => ({ ...{ departmentId: id, taskId: id, orderId: id, shiftId: id, projectId: id, subProjectId: id, projectPhaseId: id, freeDimension1Id: id, freeDimension2Id: id } });
const TRANSACTIONS = [
	hours(900_001, DATE, { ...place(7), projectAlphanumericCode: 'P7', subProjectAlphanumericCode: 'S7', phaseAlphanumericCode: 'F7', lastUpdatedOn: `${DATE} 16:00:00` }),
	hours(900_001, DATE, { timeCategoryId: 40, qty: 1, approvedLevelOne: null }),
	hours(900_002, '2026-01-20', {
		...place(8),
		...{ employeeId: 2002, timeCategoryId: 20, approvedLevelOne: null, approvedLevelTwo: 1, externalStatusCode: 30 },
		...{ projectAlphanumericCode: 'P8', subProjectAlphanumericCode: 'S8', phaseAlphanumericCode: 'F8', lastUpdatedOn: '2026-01-21 16:00:00' },
	}),
	hours(900_003, DATE, { clientId: 200 }),
];

const located: ParameterCase = { values: [entries('7'), entries('8')] };
const listed: ParameterCase = { values: ['7', '8'] };

describeParameters({
	node: 'capitech',
	resource: 'timeTransaction',
	operation: 'getMany',
	base: { clientId: 100, fromDate: DATE, toDate: '2026-01-20', returnAll: true },
	run: capitech.observer({ transactions: TRANSACTIONS }),
	cases: {
		clientId: { values: [100, 200] },
		fromDate: { values: [DATE, '2026-01-16'] },
		toDate: { values: ['2026-01-20', '2026-01-19'] },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		returnAll: { values: [false, true], with: { limit: 1 }, differs: 'got' },
		simplify: { values: [false, true], differs: 'got' },
		wholeRegistrations: { values: [false, true], with: { filters: { timeCategoryTypes: ['T'] } } },
		'filters.approvedLevels': { values: [[1], [2]] },
		'filters.departments': located,
		'filters.dutyIds': listed,
		'filters.employees': { values: [entries('2001'), entries('2002')] },
		'filters.externalStatusCodes': { values: ['20', '30'] },
		'filters.freeDimension1Ids': listed,
		'filters.freeDimension2Ids': listed,
		'filters.lastApprovedOrUpdatedFrom': { values: ['2026-01-01T00:00:00', '2026-12-01T00:00:00'] },
		'filters.lastUpdatedFrom': { values: ['2026-01-01', '2026-12-01'] },
		'filters.orderIds': listed,
		'filters.payable': { values: ['yes', 'no'] },
		'filters.phaseCodes': { values: ['F7', 'F8'] },
		'filters.projectCodes': { values: ['P7', 'P8'] },
		'filters.projectPhaseIds': listed,
		'filters.projects': located,
		'filters.subProjectCodes': { values: ['S7', 'S8'] },
		'filters.subProjectIds': listed,
		'filters.taskIds': listed,
		'filters.timeCategories': { values: [entries('10'), entries('20')] },
		'filters.timeCategoryTypes': { values: [['O'], ['P']] },
		'filters.withoutExternalStatus': { values: ['yes', 'no'] },
	},
});

const EXTRA: INodeParameters = { registrations: 'uid', clientId: 100, uid: 900_001 };

describeParameters({
	node: 'capitech',
	resource: 'timeTransaction',
	operation: 'setExternalStatus',
	base: { registrations: 'inputItems', status: 'set', externalStatusCode: 20 },
	run: async (parameters) => {
		await capitech.control.reset();
		await capitech.control.put('capitech', { transactions: TRANSACTIONS });
		const items = [
			{ clientId: 100, uid: 900_001, employeeId: 2001, dateIn: DATE, timeCategoryId: 10, recordStateKey: '900001_10_7.50' },
			{ clientId: 100, uid: 900_002, employeeId: 2002, dateIn: '2026-01-20', timeCategoryId: 20, recordStateKey: '900002_20_7.50' },
		];
		const { sent, got } = await capitech.observe(parameters, { items: parameters.registrations === 'uid' ? [{}] : items });
		const held = await capitech.held(DATE, '2026-01-20');
		return { sent, got: [got, held] };
	},
	cases: {
		registrations: { values: ['inputItems', 'uid'], with: { clientId: 100, uid: 900_001 } },
		clientId: { values: [100, 200], with: EXTRA },
		uid: { values: [900_001, 900_002], with: EXTRA },
		status: { values: ['set', 'clear'] },
		externalStatusCode: { values: [20, 90] },
		onlyIfUnchanged: { values: [false, true] },
		'options.extraBody': { values: ['{}', '{"source": "n8n"}'], differs: 'sent' },
		'options.statusField': { values: ['externalStatusCode', 'status'] },
		'options.timeCategoryField': { values: ['', 'timeCategoryId'], differs: 'sent' },
		'options.uidField': { values: ['uid', 'registration'] },
		'options.uidListField': { values: ['uids', 'registrations'], with: { options: { uidsPerCall: 2 }, status: 'clear' } },
		'options.uidsPerCall': { values: [1, 2], with: { status: 'clear' }, differs: 'sent' },
	},
});
