import type { IDataObject } from 'n8n-workflow';

import type { ParameterCase } from '../support';
import { describeParameters } from '../support';
import { CapitechBench, entries } from './capitech';

const capitech = new CapitechBench();

/** Two duties that differ in all that a filter goes by, each on a date of its own. */
const duty = (id: number, start: string, place: number): IDataObject => ({
	...{ clientId: 100, id, name: 'D1', start: `${start}T07:00:00`, end: `${start}T15:00:00`, hours: 7.5, count: 1, notes: 'Ring først' },
	...{ employeeId: place, departmentId: place, competenceRoleId: place, taskId: place, orderId: place, projectId: place, subProjectId: place, phaseId: place },
	...{ freeDimension1Id: place, freeDimension2Id: place, substituteProviderId: place },
});

const located: ParameterCase = { values: [entries('7'), entries('8')] };
const listed: ParameterCase = { values: ['7', '8'] };

describeParameters({
	node: 'capitech',
	resource: 'operationalPlan',
	operation: 'getMany',
	base: { clientId: 100, fromDate: '2026-01-05', toDate: '2026-01-18', returnAll: true },
	run: capitech.observer({ operationalPlan: [duty(1, '2026-01-06', 7), duty(2, '2026-01-18', 8), { ...duty(3, '2026-01-07', 7), clientId: 200 }] }),
	cases: {
		clientId: { values: [100, 200] },
		fromDate: { values: ['2026-01-05', '2026-01-07'] },
		toDate: { values: ['2026-01-18', '2026-01-17'] },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		returnAll: { values: [false, true], with: { limit: 1 }, differs: 'got' },
		simplify: { values: [false, true], differs: 'got' },
		'filters.competences': located,
		'filters.departments': located,
		'filters.employees': located,
		'filters.freeDimension1Ids': listed,
		'filters.freeDimension2Ids': listed,
		'filters.orders': located,
		'filters.phaseIds': listed,
		'filters.projects': located,
		'filters.subProjectIds': listed,
		'filters.substituteProviderIds': listed,
		'filters.taskIds': listed,
		'options.datesPerRequest': { values: [7, 14], differs: 'sent' },
		'options.path': { values: ['OperationalPlan', 'Plan/getOperationalPlan'] },
	},
});
