import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CapitechBench, entries, rowsOf } from './capitech';

const capitech = new CapitechBench();
const WIRE = 'Employee/getPersonalInformation';

/** What goes over the wire without a filter: everybody is asked for, those who have left among them. */
const PLAIN = {
	clientId: 100,
	accessToken: expect.stringMatching(/^[0-9a-f-]{36}$/),
	includeTimeActive: true,
	includeTimePassive: true,
	includeAbsenceActive: true,
	includeAbsencePassive: true,
	includePlanActive: true,
	includePlanPassive: true,
};

const SIMPLE = [
	'clientId', 'employeeId', 'firstName', 'lastName', 'departmentId', 'isTimeActive', 'employeeStartDate', 'employeeEndDate', 'externalId', 'wageGroupId', 'statisticsGroupCode',
];

/** One of each kind that a filter tells apart, in a department of their own, with the private data of a person. */
const person = (employeeId: number, more: IDataObject = {}): IDataObject => ({
	clientId: 100,
	employeeId,
	departmentId: 77,
	firstName: 'Kari',
	lastName: `Nordmann ${employeeId}`,
	isTimeActive: true,
	isAbsenceActive: true,
	isPlanActive: true,
	gender: 'K',
	birthDate: '010190',
	address1: 'Fjordveien 7',
	cellPhoneNumber: '40009001',
	emailAddress: 'kari@hjemme.example',
	employeeStartDate: '2019-01-01',
	employeeEndDate: null,
	externalId: `00${employeeId}`,
	wageGroupId: 1,
	costCarrierId: 500,
	statisticsGroupCode: 'A',
	cardNumber: 70001,
	RFID: 'rfid-secret',
	nationalId: '01019012345',
	...more,
});
const PEOPLE = [
	person(9001),
	person(9002, { gender: 'M', wageGroupId: 2, statisticsGroupCode: 'F', costCarrierId: 600 }),
	person(9003, { isTimeActive: false, employeeEndDate: '2026-09-30' }),
	person(9004, { isAbsenceActive: false }),
	person(9005, { isPlanActive: false }),
];

const get = async (parameters: INodeParameters = {}, options = {}) =>
	await capitech.run({ resource: 'employee', operation: 'getMany', clientId: 100, returnAll: true, ...parameters }, options);
const idsOf = (rows: IDataObject[]) => rows.map(({ employeeId }) => employeeId);
const ours = (filters: IDataObject) => ({ filters: { departments: entries('77'), ...filters } as INodeParameters });
const bodyOf = async () => (await capitech.sent(WIRE))[0].body;

beforeEach(async () => await capitech.control.put('capitech', { employees: PEOPLE }));

test('all employees of the firm come, by number, those who have left among them', async () => {
	await capitech.control.put('capitech', { employees: [person(11)] });
	const rows = rowsOf(await get());
	const { employees } = await capitech.control.state('capitech');
	const expected = employees.filter(({ clientId }) => clientId === 100).map(({ employeeId }) => Number(employeeId));
	expect(idsOf(rows)).toEqual(expected.sort((a, b) => a - b));
	expect(rows.filter(({ isTimeActive }) => isTimeActive === false).length).toBeGreaterThan(1);
	expect(await bodyOf()).toEqual(PLAIN);
});

describe('an employee', () => {
	const one = { filters: { employees: entries('9003') } as INodeParameters };

	test('comes with what payroll needs', async () => {
		const [row] = rowsOf(await get(one));
		expect(Object.keys(row)).toEqual(SIMPLE);
		expect(row).toMatchObject({ clientId: 100, employeeId: 9003, departmentId: 77, isTimeActive: false, employeeEndDate: '2026-09-30', externalId: '009003', wageGroupId: 1, statisticsGroupCode: 'A' });
	});

	test('comes in full without private data', async () => {
		const [row] = rowsOf(await get({ ...one, simplify: false }));
		expect(row).toMatchObject({ gender: 'K', isAbsenceActive: true, isPlanActive: true, costCarrierId: 500 });
		expect(JSON.stringify(row)).not.toMatch(/010190|Fjordveien|40009001|hjemme|70001|secret/);
	});

	test('comes with private data where that is asked for, and only then', async () => {
		const [row] = rowsOf(await get({ ...one, simplify: false, includePrivateData: true }));
		expect(row).toMatchObject({ birthDate: '010190', address1: 'Fjordveien 7', cellPhoneNumber: '40009001', cardNumber: '70001', rfid: 'rfid-secret', nationalId: '01019012345' });
		const [simple] = rowsOf(await get({ ...one, simplify: true, includePrivateData: true }));
		expect(Object.keys(simple)).toEqual(SIMPLE);
	});
});

const FILTERS: Array<[name: string, value: unknown, wire: string, sent: unknown, left: number[]]> = [
	['employees', entries('9001, 9003'), 'employeeIdFilter', [9001, 9003], [9001, 9003]],
	['gender', 'M', 'genderFilter', 'M', [9002]],
	['gender', 'K', 'genderFilter', 'K', [9001, 9003, 9004, 9005]],
	['wageGroupIds', '2, 3', 'wageGroupIdFilter', [2, 3], [9002]],
	['costCarrierIds', '={{ [600] }}', 'costCarrierIdFilter', [600], [9002]],
	['statisticsGroupCode', 'F', 'statisticsGroupCodeFilter', 'F', [9002]],
	['statisticsGroupCode', 'A', 'statisticsGroupCodeFilter', 'A', [9001, 9003, 9004, 9005]],
	['includeTimeActive', false, 'includeTimeActive', false, [9003]],
	['includeTimePassive', false, 'includeTimePassive', false, [9001, 9002, 9004, 9005]],
	['includeAbsenceActive', false, 'includeAbsenceActive', false, [9004]],
	['includeAbsencePassive', false, 'includeAbsencePassive', false, [9001, 9002, 9003, 9005]],
	['includePlanActive', false, 'includePlanActive', false, [9005]],
	['includePlanPassive', false, 'includePlanPassive', false, [9001, 9002, 9003, 9004]],
];

test.each(FILTERS)('the filter %s %j is sent as %s', async (name, value, wire, sent, left) => {
	const rows = rowsOf(await get(ours({ [name]: value as IDataObject[string] })));
	expect(await bodyOf()).toEqual({ ...PLAIN, departmentIdFilter: [77], [wire]: sent });
	expect(idsOf(rows)).toEqual(left);
});

test('a limit gives the first of them', async () => {
	expect(idsOf(rowsOf(await get({ ...ours({}), returnAll: false, limit: 2 })))).toEqual([9001, 9002]);
	expect(rowsOf(await get({ ...ours({}), returnAll: false, limit: 9 })).length).toBe(5);
});

test('each employee is paired with the item that asked for its firm', async () => {
	await capitech.control.put('capitech', { employees: [person(9001, { clientId: 200, lastName: 'Sister' })] });
	const { outputs } = await get({ clientId: '={{ $json.firm }}', filters: { employees: entries('9001') } as INodeParameters }, { items: [{ firm: 200 }, { firm: 100 }] });
	expect(outputs[0].map(({ json, pairedItem }) => [json.clientId, json.lastName, pairedItem])).toEqual([
		[200, 'Sister', { item: 0 }],
		[100, 'Nordmann 9001', { item: 1 }],
	]);
});

test('a firm that the user has no access to is told in the words of the service', async () => {
	const { error } = await get({ clientId: 999 });
	expect(error?.message).toBe('Capitech refused Employee/getPersonalInformation [item 0]');
	expect(error?.description).toMatch(/no access to client 999/);
});

test.each([
	['no firm', { clientId: '={{ null }}' }, /'Client ID' is empty/],
	['a limit of 0', { returnAll: false, limit: 0 }, /'Limit' is not a whole number/],
	['a wage group of letters', ours({ wageGroupIds: 'monthly' }), /'Wage Group IDs' is not a whole number/],
	['a gender of no known code', ours({ gender: '={{ "F" }}' }), /'Gender' is F/],
])('%s is refused before anything is sent', async (_what, parameters, message) => {
	const { error } = await get(parameters);
	expect(error?.message).toMatch(message);
	expect(await capitech.control.journal({ service: 'capitech' })).toEqual([]);
});
