import type { INodeParameters } from 'n8n-workflow';

import { listSearch } from '../support';
import { expectLawfulMessages } from './absences';
import { useOpus } from './opus';

const opus = useOpus();

const CHILDREN = [
	{ PersonnelNumber: '7001', ChildNumber: '01', FirstName: 'Ida', LastName: 'Test', ChildCPRNumber: '0102229999', BirthDate: '2022-02-01' },
	{ PersonnelNumber: '7001', ChildNumber: '02', FirstName: '', LastName: '', ChildCPRNumber: '', BirthDate: '2025-02-01' },
];
const CASES = [
	{ PersonnelNumber: '7001', MaternityCaseKey: 'BS09000001', ValidStartDate: '2024-01-01', ValidEndDate: '2024-12-31', NotificationDate: '2023-11-01', ExpectedDeliveryDate: '2024-03-01', ActualDeliveryDate: '2024-03-03', AuthorityReportDate: '2024-03-10', MaternityType: 'BM' },
	{ PersonnelNumber: '7001', MaternityCaseKey: 'BS09000002', ValidStartDate: '2026-09-01', ValidEndDate: '2027-06-30', NotificationDate: '', ExpectedDeliveryDate: '2026-10-30', ActualDeliveryDate: '', AuthorityReportDate: '', MaternityType: 'BF' },
];
const INJURIES = [
	{ PersonnelNumber: '7001', AccidentNumber: '00005998', StartDate: '2025-05-02', AccidentDate: '2025-05-01' },
	{ PersonnelNumber: '7001', AccidentNumber: '00005999', StartDate: '2026-10-02', AccidentDate: '2026-10-01' },
];

beforeEach(async () => await opus.control.put('kmdOpus', { children: CHILDREN, maternityCases: CASES, workInjuries: INJURIES }));
afterEach(async () => await expectLawfulMessages(opus));

const read = async (resource: string, fields: INodeParameters = {}) => {
	const { outputs, error } = await opus.run({ resource, operation: 'getMany', employeeNumber: '007001', returnAll: true, ...fields });
	if (error) throw error;
	return outputs[0].map(({ json }) => json);
};

test('the children of an employee, one of them without a name', async () => {
	expect(await read('child')).toEqual([
		{ employeeNumber: '7001', childNumber: '01', firstName: 'Ida', lastName: 'Test' },
		{ employeeNumber: '7001', childNumber: '02', firstName: null, lastName: null },
	]);
	expect(await read('child', { options: { includeCprNumbers: true } })).toMatchObject([{ childCprNumber: '0102229999' }, { childCprNumber: null }]);
	expect(await read('child', { filters: { fromDate: '2024-01-01' } })).toHaveLength(1);
});

test('the maternity cases of an employee', async () => {
	const [first] = await read('maternityCase');
	expect(first).toEqual({
		employeeNumber: '7001',
		maternityCaseKey: 'BS09000001',
		validStartDate: '2024-01-01',
		validEndDate: '2024-12-31',
		notificationDate: '2023-11-01',
		expectedDeliveryDate: '2024-03-01',
		actualDeliveryDate: '2024-03-03',
		authorityReportDate: '2024-03-10',
		maternityType: 'BM',
		maternityTypeText: 'Barsel, mor',
	});
	expect(await read('maternityCase', { filters: { fromDate: '2025-01-01', toDate: '2026-12-31' } })).toMatchObject([{ maternityCaseKey: 'BS09000002', notificationDate: null }]);
	expect(await read('maternityCase', { filters: { maternityType: 'BF' } })).toHaveLength(1);
});

test('the reasons of leave', async () => {
	expect(await read('reasonCode', { filters: { leaveType: 'UDEN' } })).toEqual([
		{ employeeNumber: '7001', reasonCode: '510', reasonText: 'Uddannelsesorlov' },
		{ employeeNumber: '7001', reasonCode: '520', reasonText: 'Pasning af syg pårørende' },
	]);
});

test('the work injuries of an employee', async () => {
	expect(await read('workInjury', { filters: { fromDate: '2026-01-01' } })).toEqual([
		{ employeeNumber: '7001', accidentNumber: '00005999', accidentDate: '2026-10-01', startDate: '2026-10-02' },
	]);
	expect(await read('workInjury', { filters: { toDate: '2026-01-01' } })).toHaveLength(1);
});

test.each(['child', 'maternityCase', 'workInjury'])('an employee without any gives no item: %s', async (resource) => {
	expect(await read(resource, { employeeNumber: '7002' })).toEqual([]);
});

describe('the lists of the node', () => {
	const list = async (method: string, filter?: string, employeeNumber = '7001') =>
		(await listSearch({ type: 'kmdOpus', method, filter, parameters: { employeeNumber }, credentials: await opus.credential() })).results;

	test.each([
		['searchChildren', [{ name: '01 · Ida Test', value: '01' }, { name: '02 · (no name)', value: '02' }]],
		['searchMaternityCases', [{ name: 'BS09000001 · Barsel, mor · 2024-03-03', value: 'BS09000001' }, { name: 'BS09000002 · Barsel, far eller medmor · 2026-10-30', value: 'BS09000002' }]],
		['searchWorkInjuries', [{ name: '00005998 · 2025-05-01', value: '00005998' }, { name: '00005999 · 2026-10-01', value: '00005999' }]],
	])('%s', async (method, results) => {
		expect(await list(method)).toEqual(results);
		expect(await list(method, results[1].value)).toEqual([results[1]]);
		expect(await list(method, undefined, '7002')).toEqual([]);
	});

	test('searchReasonCodes', async () => {
		expect(await list('searchReasonCodes', 'eks')).toEqual([{ name: '020 · Eksamen', value: '020' }]);
	});

	test('an employee number that is none yet is told, and nothing is sent', async () => {
		await expect(list('searchChildren', undefined, '')).rejects.toMatchObject({ message: "'Employee Number' is empty" });
		expect(await opus.operations()).toEqual([]);
	});
});
