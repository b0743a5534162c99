import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { listSearch } from '../support';
import { byNumber, CapitechBench, hours, setPackClock } from './capitech';

const capitech = new CapitechBench();

const OPERATION = { resource: 'timeTransaction', operation: 'getMany' };

async function search(method: string, filter?: string, parameters: INodeParameters = { clientId: 100 }) {
	const { results } = await listSearch({ type: 'capitech', method, filter, parameters: { ...OPERATION, ...parameters }, credentials: await capitech.credentials() });
	return results.map(({ name, value }) => [value, name]);
}

/** Lists of the time categories look back from today. */
beforeEach(async () => await setPackClock({ now: () => new Date('2026-10-31T12:00:00Z') }));

test('departments are listed by number, the closed ones marked', async () => {
	expect(await search('searchDepartments')).toEqual([
		['10', '10 · Butikk'],
		['20', '20 · Kundeservice'],
		['30', '30 · Verksted'],
		['40', '40 · Renhold'],
		['50', '50 · Logistikk'],
		['60', '60 · Lager'],
		['70', '70 · Transport'],
		['80', '80 · Kantine'],
		['90', '90 · Prosjektkontor · (inactive)'],
	]);
});

test('projects are listed with their codes, the passive ones too: hours may point to them', async () => {
	expect(await search('searchProjects')).toEqual([
		['1001', '1001 · B400 · Bergtoppen'],
		['1002', '1002 · B410 · Fjordbyen'],
		['1003', '1003 · B420 · Skogheim'],
		['1004', '1004 · B430 · Gamle brygge'],
		['1009', '1009 · B490 · Havnelageret'],
	]);
	expect((await capitech.sent('Catalogue/getProjects'))[0].body).toMatchObject({ clientId: 100, includePassive: true });
});

test('subprojects are those of the project that the node names', async () => {
	const ofProject = (project: unknown) => ({ resource: 'phase', clientId: 100, project: byNumber(project) });
	expect(await search('searchSubprojects', undefined, ofProject('1001'))).toEqual([
		['8445', '8445 · T8877 · Tilleggsbestilling øst'],
		['8446', '8446 · T8878 · Tilleggsbestilling vest'],
	]);
	expect(await search('searchSubprojects', 'kai', ofProject(1002))).toEqual([['8445', '8445 · T9100 · Kai']]);
	expect((await capitech.sent('Catalogue/getSubProjects')).map(({ body }) => body.projectId)).toEqual([1001, 1002]);
	await expect(search('searchSubprojects', undefined, ofProject(''))).rejects.toThrow(/'Project' is empty/);
});

test('competences and orders are listed, those no longer in use marked', async () => {
	expect(await search('searchCompetences')).toEqual([
		['1', '1 · Truckførerbevis'],
		['2', '2 · Kassaopplæring'],
		['3', '3 · Førstehjelp'],
		['4', '4 · Gammelt sertifikat · (inactive)'],
	]);
	await capitech.control.put('capitech', { orders: [{ clientId: 100, orderId: 1, description: 'Gammel', isActive: false }] });
	const orders = (await capitech.control.state('capitech')).orders.filter(({ clientId }) => clientId === 100);
	expect((await search('searchOrders')).map(([value]) => Number(value))).toEqual(orders.map(({ orderId }) => Number(orderId)).sort((a, b) => a - b));
	expect(await search('searchOrders', 'gammel')).toEqual([['1', '1 · Gammel · (inactive)']]);
});

test('employees are listed, those who have left among them and marked', async () => {
	const found = await search('searchEmployees');
	const { employees } = await capitech.control.state('capitech');
	const ours = employees.filter(({ clientId }) => clientId === 100);
	expect(found.map(([value]) => value)).toEqual(ours.map(({ employeeId }) => Number(employeeId)).sort((a, b) => a - b).map(String));
	expect(found).toContainEqual(['155', '155 · Ola Danielsen']);
	const gone = ours.filter(({ isTimeActive }) => !isTimeActive) as IDataObject[];
	expect(gone.length).toBeGreaterThan(0);
	expect(found.filter(([, name]) => String(name).endsWith('(inactive)')).map(([value]) => value)).toEqual(gone.map(({ employeeId }) => String(employeeId)));
});

test('time categories are those of the last two weeks, each once', async () => {
	await capitech.clear('2026-10-01', '2026-10-31');
	await capitech.put(hours(900_001, '2026-10-31', { timeCategoryId: 40 }), hours(900_002, '2026-10-17', { timeCategoryId: 10 }), hours(900_003, '2026-10-20', { timeCategoryId: 10 }));
	await capitech.put(hours(900_004, '2026-10-16', { timeCategoryId: 90 }), hours(900_005, '2026-10-20', { clientId: 200, timeCategoryId: 21 }));
	expect(await search('searchTimeCategories')).toEqual([
		['10', '10 · Timelønn'],
		['40', '40 · Smusstillegg (stykk)'],
	]);
});

describe('what is typed', () => {
	test.each([
		['searchDepartments', 'log', ['50']],
		['searchDepartments', 'LOGISTIKK', ['50']],
		['searchDepartments', ' 5', ['50']],
		['searchDepartments', 'inactive', ['90']],
		['searchDepartments', 'nothing like it', []],
		['searchProjects', 'b4', ['1001', '1002', '1003', '1004', '1009']],
		['searchProjects', 'brygge', ['1004']],
		['searchProjects', '1009', ['1009']],
		['searchEmployees', 'danielsen', ['155']],
		['searchTimeCategories', 'overtid 50', ['20']],
	])('%s finds "%s" in number, name and code', async (method, filter, values) => {
		expect((await search(method, filter)).map(([value]) => value)).toEqual(values);
	});
});

test.each(['searchDepartments', 'searchEmployees', 'searchProjects', 'searchTimeCategories'])('%s lists the firm that the node names', async (method) => {
	const ours = await search(method);
	const theirs = await search(method, undefined, { clientId: 200 });
	expect(theirs.length).toBeGreaterThan(0);
	expect(theirs).not.toEqual(ours);
	expect((await capitech.sent()).map(({ body }) => body.clientId)).toEqual([100, 200]);
});

describe('a list that cannot be had', () => {
	test('says that the client is missing', async () => {
		await expect(search('searchDepartments', '', { clientId: 0 })).rejects.toThrow(/'Client ID' is not a whole number/);
		await expect(search('searchDepartments', '', {})).rejects.toThrow(/'Client ID' is empty/);
		expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
	});

	test('says what the service says', async () => {
		await expect(search('searchDepartments', '', { clientId: 999 })).rejects.toMatchObject({
			message: 'Capitech refused Catalogue/getDepartments',
			description: expect.stringMatching(/The user has no access to client 999/),
		});
	});

	test('says that the log-in was refused, without the password', async () => {
		const credentials = await capitech.credentials({ password: 'Hemmelig-4711' });
		const failing = listSearch({ type: 'capitech', method: 'searchEmployees', parameters: { ...OPERATION, clientId: 100 }, credentials });
		await expect(failing).rejects.toThrow('Capitech refused the log-in');
		await failing.catch((error: Error) => expect(JSON.stringify(error)).not.toContain('Hemmelig'));
	});

	test('is asked for again after a passing failure', async () => {
		await capitech.control.faults({ service: 'capitech', operation: 'Catalogue/getDepartments', kind: 'reset-after', times: 1 });
		await setPackClock({ sleep: async () => {} });
		expect((await search('searchDepartments')).length).toBe(9);
	});
});

test('an entry picked from each list filters the rows', async () => {
	for (const [name, method, field] of [
		['departments', 'searchDepartments', 'departmentId'],
		['employees', 'searchEmployees', 'employeeId'],
		['projects', 'searchProjects', 'projectId'],
		['timeCategories', 'searchTimeCategories', 'timeCategoryId'],
	]) {
		const [[value]] = await search(method, name === 'employees' ? '2002' : undefined);
		const filters = { [name]: { entries: [{ entry: { ...(byNumber(value) as object), mode: 'list' } }] } } as unknown as INodeParameters;
		const { outputs } = await capitech.getMany('2026-10-12', '2026-10-31', { filters });
		expect(outputs[0].length).toBeGreaterThan(0);
		expect(new Set(outputs[0].map(({ json }) => json[field]))).toEqual(new Set([Number(value)]));
	}
});
