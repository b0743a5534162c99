import type { INodeParameters } from 'n8n-workflow';

import type { ParameterCase } from '../support';
import { describeParameters } from '../support';
import { byNumber, CapitechBench } from './capitech';

const capitech = new CapitechBench();

/** One of each list that may not be used any more, and what they belong to. */
const PASSIVE = {
	tasks: [{ clientId: 100, departmentId: 10, taskId: 99, taskDescription: 'Gammel kasse', taskStatus: 0 }],
	orders: [{ clientId: 100, orderId: 999, description: 'Gammel ordre', isActive: false }],
	dutyTypes: [{ clientId: 100, dutyTypeId: 99, name: 'Gammel', description: 'Gammel', isActive: false }],
	freeDimension1s: [{ clientId: 100, freeDimension1Id: 99, description: 'Gammel', isActive: false }],
	freeDimension2s: [{ clientId: 100, freeDimension2Id: 99, description: 'Gammel', isActive: false }],
	subProjects: [{ clientId: 100, projectId: 1001, subProjectId: 9999, description: 'Ferdig', status: 'AV' }],
	phases: [{ clientId: 100, projectId: 1001, subProjectId: 8446, phaseId: 99, description: 'Ferdig', status: 'AV' }],
};

const LIST: Record<string, ParameterCase> = {
	clientId: { values: [100, 200] },
	limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
	onlyActive: { values: [false, true], differs: 'got' },
	returnAll: { values: [false, true], with: { limit: 1 }, differs: 'got' },
};
const SIMPLIFIED: Record<string, ParameterCase> = { ...LIST, simplify: { values: [false, true], differs: 'got' } };

const describeList = (resource: string, cases: Record<string, ParameterCase>, base: INodeParameters = {}): void =>
	describeParameters({
		node: 'capitech',
		resource,
		operation: 'getMany',
		base: { clientId: 100, returnAll: true, ...base },
		run: capitech.observer(PASSIVE),
		cases,
	});

for (const resource of ['competence', 'department', 'dutyType', 'freeDimension1', 'freeDimension2', 'order']) describeList(resource, LIST);

describeList('dutyDefinition', SIMPLIFIED);

describeList('phase', { ...SIMPLIFIED, project: { values: [byNumber('1001'), byNumber('1002')] }, subproject: { values: [byNumber('8446'), byNumber('8445')] } }, {
	project: byNumber('1001'),
	subproject: byNumber('8446'),
});

describeList('subproject', { ...SIMPLIFIED, project: { values: [byNumber('1001'), byNumber('1002')] } }, { project: byNumber('1001') });

describeList('task', { ...LIST, department: { values: [byNumber('10'), byNumber('30')] } }, { department: byNumber('10') });
