import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { describeParameters } from '../support';
import { CapitechBench, entries } from './capitech';

const capitech = new CapitechBench();

const KARI = { clientId: 100, departmentId: 77, firstName: 'Kari', lastName: 'Nordmann', isTimeActive: true, isAbsenceActive: true, isPlanActive: true, gender: 'K', birthDate: '010190', wageGroupId: 1, costCarrierId: 500, statisticsGroupCode: 'A' };
const PEOPLE: IDataObject[] = [
	{ ...KARI, employeeId: 9001 },
	{ ...KARI, employeeId: 9002, gender: 'M', wageGroupId: 2, statisticsGroupCode: 'F', costCarrierId: 600 },
	{ ...KARI, employeeId: 9003, isTimeActive: false, isAbsenceActive: false, isPlanActive: false },
	{ ...KARI, employeeId: 9004, departmentId: 78 },
];
const ours = { filters: { departments: entries('77') } } as unknown as INodeParameters;
const FLAG = { values: [true, false] as const, with: ours };

describeParameters({
	node: 'capitech',
	resource: 'employee',
	operation: 'getMany',
	base: { clientId: 100, returnAll: true },
	run: capitech.observer({ employees: PEOPLE }),
	cases: {
		clientId: { values: [100, 200] },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		returnAll: { values: [false, true], with: { limit: 1 }, differs: 'got' },
		simplify: { values: [false, true], differs: 'got' },
		includePrivateData: { values: [false, true], with: { simplify: false }, differs: 'got' },
		'filters.costCarrierIds': { values: ['500', '600'] },
		'filters.departments': { values: [entries('77'), entries('78')] },
		'filters.employees': { values: [entries('9001'), entries('9002')] },
		'filters.gender': { values: ['K', 'M'], with: ours },
		'filters.includeAbsenceActive': FLAG,
		'filters.includeAbsencePassive': FLAG,
		'filters.includePlanActive': FLAG,
		'filters.includePlanPassive': FLAG,
		'filters.includeTimeActive': FLAG,
		'filters.includeTimePassive': FLAG,
		'filters.statisticsGroupCode': { values: ['A', 'F'], with: ours },
		'filters.wageGroupIds': { values: ['1', '2'], with: ours },
	},
});

describeParameters({
	node: 'capitech',
	resource: 'employee',
	operation: 'upsert',
	base: { clientId: 100, externalSystemId: 'HRM', employeeId: 9001, fullname: 'Kari Nordmann', countryCode: 'NO' },
	run: async (parameters) => {
		await capitech.control.reset();
		const { sent, got } = await capitech.observe(parameters);
		const { employees } = await capitech.control.state('capitech');
		return { sent, got: [got, employees] };
	},
	cases: {
		clientId: { values: [100, 200] },
		externalSystemId: { values: ['HRM', 'NOBODY'] },
		employeeId: { values: [9001, 9002] },
		fullname: { values: ['Kari Nordmann', 'Kari Berg'] },
		countryCode: { values: ['NO', 'DK'] },
		'additionalFields.address1': { values: ['Fjordveien 7', 'Fjordveien 8'] },
		'additionalFields.address2': { values: ['', 'c/o Berg'] },
		'additionalFields.firstname': { values: ['', 'Kari Anne'] },
		'additionalFields.postalCode': { values: ['0150', '5003'] },
		'additionalFields.surname': { values: ['', 'Berg'] },
		'options.extraBody': { values: ['{}', '{"wageGroupId": 2}'] },
	},
});
