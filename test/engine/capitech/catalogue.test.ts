import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byNumber, CapitechBench, ENDED, rowsOf } from './capitech';

const capitech = new CapitechBench();

const get = async (resource: string, parameters: INodeParameters = {}, options = {}) =>
	await capitech.run({ resource, operation: 'getMany', clientId: 100, returnAll: true, ...parameters }, options);
const list = async (resource: string, parameters: INodeParameters = {}) => rowsOf(await get(resource, parameters));
const held = async (kind: string): Promise<IDataObject[]> => (await capitech.control.state('capitech'))[kind].filter(({ clientId }) => clientId === 100);

/** Each list: what it is asked for with, what the service holds of it, and its number. */
const LISTS: Array<[resource: string, wire: string, kind: string, number: string, parents: INodeParameters, body: IDataObject]> = [
	['competence', 'Catalogue/getCompetences', 'competences', 'competenceId', {}, {}],
	['department', 'Catalogue/getDepartments', 'departments', 'departmentId', {}, {}],
	['dutyDefinition', 'Catalogue/getDutyDefinitions', 'dutyDefinitions', 'dutyDefinitionId', {}, {}],
	['dutyType', 'Catalogue/getDutyTypes', 'dutyTypes', 'dutyTypeId', {}, {}],
	['freeDimension1', 'Catalogue/getFreeDimension1s', 'freeDimension1s', 'freeDimension1Id', {}, {}],
	['freeDimension2', 'Catalogue/getFreeDimension2s', 'freeDimension2s', 'freeDimension2Id', {}, {}],
	['order', 'Catalogue/getOrders', 'orders', 'orderId', {}, {}],
	['phase', 'Catalogue/getPhases', 'phases', 'phaseId', { project: byNumber('1001'), subproject: byNumber('8446') }, { projectId: 1001, subProjectId: 8446 }],
	['project', 'Catalogue/getProjects', 'projects', 'projectId', {}, { includePassive: true }],
	['subproject', 'Catalogue/getSubProjects', 'subProjects', 'subProjectId', { project: byNumber('1001') }, { projectId: 1001 }],
	['task', 'Catalogue/getTasks', 'tasks', 'taskId', { department: byNumber('10') }, { departmentId: 10 }],
];

describe.each(LISTS)('%s', (resource, wire, kind, number, parents, body) => {
	test('comes whole, by number, with its firm and whether it is active', async () => {
		const rows = await list(resource, { ...parents, simplify: false });
		const belongs = (row: IDataObject) => Object.entries(body).every(([name, value]) => !(name in row) || row[name] === value);
		const expected = (await held(kind)).filter(belongs).map((row) => Number(row[number]));
		expect(expected.length).toBeGreaterThan(0);
		expect(rows.map((row) => row[number])).toEqual(expected.sort((a, b) => a - b));
		for (const row of rows) expect(row).toMatchObject({ clientId: 100, isActive: expect.any(Boolean), description: expect.any(String) });
		const [{ operation, body: { accessToken, ...sent } }] = await capitech.sent();
		expect([operation, typeof accessToken, sent]).toEqual([wire, 'string', { clientId: 100, ...body }]);
	});

	test('fails in the words of the service', async () => {
		const { error } = await get(resource, { ...parents, clientId: 999 });
		expect(error?.message).toBe(`Capitech refused ${wire} [item 0]`);
		expect(error?.description).toMatch(/no access to client 999/);
	});

	test('is not asked for without a firm', async () => {
		const { error } = await get(resource, { ...parents, clientId: '={{ null }}' });
		expect(error?.message).toMatch(/'Client ID' is empty/);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});
});

test.each<[string, INodeParameters, RegExp]>([
	['task', { department: byNumber('={{ null }}') }, /'Department' is empty/],
	['subproject', { project: byNumber('B400') }, /'Project' is not a whole number/],
	['phase', { project: byNumber('1001'), subproject: byNumber('={{ $json.subproject }}') }, /'Subproject' is empty/],
	['department', { returnAll: false, limit: 0 }, /'Limit' is not a whole number/],
])('%s with %j is refused before anything is sent', async (resource, parameters, message) => {
	const { error } = await get(resource, parameters);
	expect(error?.message).toMatch(message);
	expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
});

describe('only what is active', () => {
	test.each([
		['department', {}, [90]],
		['competence', {}, [4]],
		['dutyDefinition', {}, [189]],
		['project', {}, [1004]],
	])('%s leaves out what is not', async (resource, parents, gone) => {
		const [, , , number] = LISTS.find(([name]) => name === resource) as (typeof LISTS)[number];
		const [all, active] = [await list(resource, parents), await list(resource, { ...parents, onlyActive: true })];
		expect(all.filter((row) => !active.some((one) => one[number] === row[number])).map((row) => row[number])).toEqual(gone);
		expect(active.every(({ isActive }) => isActive === true)).toBe(true);
	});

	test('a task says it by its status', async () => {
		await capitech.control.put('capitech', { tasks: [{ clientId: 100, departmentId: 10, taskId: 99, taskDescription: 'Gammel kasse', taskStatus: 0, costCarrierId: 7 }] });
		expect(await list('task', { department: byNumber('10') })).toContainEqual({ clientId: 100, taskId: 99, departmentId: 10, description: 'Gammel kasse', isActive: false, costCarrierId: 7 });
		expect((await list('task', { department: byNumber('10'), onlyActive: true })).map(({ taskId }) => taskId)).toEqual([10, 20]);
	});

	test.each([
		['AK', true],
		['PA', false],
		['AV', false],
		['IP', false],
	])('a project of status %s: %s', async (status, isActive) => {
		await capitech.control.put('capitech', { projects: [{ clientId: 100, projectId: 5001, description: 'Ny', status }] });
		expect((await list('project')).find(({ projectId }) => projectId === 5001)).toMatchObject({ status, isActive });
		expect((await list('project', { onlyActive: true })).some(({ projectId }) => projectId === 5001)).toBe(isActive);
	});
});

describe('what some lists leave out or write otherwise', () => {
	test.each(['missing', 'zero', 'right'])('the firm of a free dimension: %s', async (style) => {
		await capitech.control.switches({ 'capitech.freeDimensionClientId': style });
		for (const resource of ['freeDimension1', 'freeDimension2']) expect((await list(resource)).every(({ clientId }) => clientId === 100)).toBe(true);
	});

	test('the times of a duty definition are times of the day', async () => {
		const rows = await list('dutyDefinition', { simplify: false });
		expect(rows.map(({ start, end, breakStart, breakEnd, hours }) => [start, end, breakStart, breakEnd, hours])).toEqual([
			['07:00', '15:00', '11:00', '11:30', 7.5],
			['15:00', '23:00', '19:00', '19:30', 7.5],
			['22:00', '06:00', null, null, 7.5],
			['08:00', '16:00', null, null, 7.5],
		]);
	});

	test('a field that is not documented is carried through', async () => {
		await capitech.control.put('capitech', { orders: [{ clientId: 100, orderId: 999, description: 'Ny', isActive: true, customerNumber: '0042' }] });
		expect(await list('order')).toContainEqual({ clientId: 100, orderId: 999, description: 'Ny', isActive: true, customerNumber: '0042' });
	});
});

test('a simplified project holds what most flows need', async () => {
	const [row] = await list('project');
	expect(Object.keys(row)).toEqual(['clientId', 'projectId', 'description', 'alphanumericCode', 'status', 'isActive', 'startDate', 'finishDate', 'usesSubProjects']);
	const [whole] = await list('project', { simplify: false });
	expect(whole).toMatchObject({ ...row, uniqueId: expect.any(String) });
});

test('tasks are paired with the item that asked for their department', async () => {
	const { outputs } = await get('task', { department: byNumber('={{ $json.department }}') }, { items: [{ department: 30 }, { department: 50 }] });
	expect(outputs[0].map(({ json, pairedItem }) => [json.departmentId, json.description, pairedItem])).toEqual([
		[30, 'Reparasjon', { item: 0 }],
		[50, 'Plukking', { item: 1 }],
		[50, 'Varemottak', { item: 1 }],
	]);
});

test('every resource but those that only compute asks for the credential', async () => {
	const { error } = await get('department', {}, { credentials: {} });
	expect(error?.message).toMatch(/does not have any credentials/);
});

test('a session that has ended is renewed between two lists', async () => {
	const credentials = await capitech.credentials({ accessToken: ENDED });
	const { outputs } = await get('department', {}, { credentials });
	expect(outputs[0].length).toBe(9);
	await capitech.control.faults({ service: 'capitech', operation: 'Catalogue/getTasks', kind: 'expire-token', nth: 2, times: 1 });
	const { outputs: tasks, error } = await get('task', { department: byNumber('={{ $json.department }}') }, { credentials, items: [{ department: 30 }, { department: 50 }] });
	expect(error).toBeUndefined();
	expect(tasks[0].length).toBe(3);
});
