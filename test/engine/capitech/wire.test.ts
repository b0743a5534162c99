import type { IDataObject } from 'n8n-workflow';

import { CapitechBench, hours, rowsOf } from './capitech';

const capitech = new CapitechBench();

/** The example row of Capitech's own documentation, in the order and the form in which the node gives it out. */
const EXAMPLE = {
	clientId: 100,
	employeeId: 155,
	employee: 'Ola Danielsen',
	dateIn: '2021-07-10',
	timeIn: '21:57:00.000',
	dateOut: '2021-07-11',
	timeOut: '07:01:00.000',
	departmentId: 50,
	department: 'Logistikk',
	taskId: 20,
	task: 'Varemottak',
	classicDutyId: 188,
	classicDutyCode: 'N2',
	classicDuty: 'Nattevakt 22 - 06',
	orderId: null,
	order: null,
	projectId: 1001,
	projectAlphanumericCode: 'B400',
	project: 'Bergtoppen',
	subProjectId: 8445,
	subProjectAlphanumericCode: 'T8877',
	subProject: 'Tilleggsbestilling øst',
	projectPhaseId: null,
	phaseAlphanumericCode: null,
	projectPhase: null,
	shiftId: 68874,
	shift: 'N2',
	freeDimension1Id: 10,
	freeDimension1: 'Ordinær',
	freeDimension2Id: 60,
	freeDimension2: 'Bas',
	freeText: 'Overtid fordi Kjell ble forsinket',
	approvedLevelOne: 1,
	approvedLevelTwo: null,
	approvedLevelThree: null,
	approvedLevelFour: null,
	approvedLevelOneBy: 'trineg',
	approvedLevelTwoBy: null,
	approvedLevelThreeBy: null,
	approvedLevelFourBy: null,
	approvedLevelOneOn: '2021-07-11 11:25:00',
	approvedLevelTwoOn: null,
	approvedLevelThreeOn: null,
	approvedLevelFourOn: null,
	timeCategoryId: 10,
	timeCategory: 'Timelønn',
	timeCategoryTypeId: 'O',
	timeCategoryType: 'Ordinær',
	timeCategoryPayable: 1,
	qty: 7.5,
	uid: 107004,
	externalId: null,
	correlationId: null,
	externalStatusCode: null,
	lastUpdatedOn: '2021-07-11 07:01:00',
	recordStateKey: '107004_10_7.50',
	isDeleted: false,
};

const SIMPLE = [
	'clientId', 'uid', 'employeeId', 'employee', 'dateIn', 'timeIn', 'dateOut', 'timeOut', 'departmentId', 'department', 'projectId', 'projectAlphanumericCode', 'project',
	'freeDimension1Id', 'freeDimension2Id', 'timeCategoryId', 'timeCategory', 'timeCategoryTypeId', 'timeCategoryPayable', 'qty', 'approvedLevelOne', 'approvedLevelTwo', 'approvedLevelThree', 'approvedLevelFour',
	'approvedLevelOneBy', 'approvedLevelTwoBy', 'approvedLevelThreeBy', 'approvedLevelFourBy', 'approvedLevelOneOn', 'approvedLevelTwoOn', 'approvedLevelThreeOn', 'approvedLevelFourOn',
	'externalStatusCode', 'lastUpdatedOn', 'recordStateKey', 'isDeleted',
];

const WAYS: Array<[string, IDataObject]> = [
	['as the documentation shows them', {}],
	['with keys spelt as in the documentation', { 'capitech.keyCasing': 'doc' }],
	['with Norwegian approval stamps', { 'capitech.approvalStampStyle': 'norwegian' }],
	['with quantities as text', { 'capitech.qtyType': 'string' }],
	['with payable as a boolean', { 'capitech.payableType': 'boolean' }],
	['with isDeleted', { 'capitech.deletedRows': 'flagged' }],
	[
		'in all of these ways at once',
		{
			'capitech.keyCasing': 'doc',
			'capitech.approvalStampStyle': 'norwegian',
			'capitech.qtyType': 'string',
			'capitech.payableType': 'boolean',
			'capitech.deletedRows': 'flagged',
		},
	],
];

describe.each(WAYS)('rows written %s', (_way, switches) => {
	test("give the documentation's own example exactly", async () => {
		await capitech.control.switches(switches);
		const rows = rowsOf(await capitech.getMany('2021-07-10', '2021-07-10'));
		expect(rows).toEqual([EXAMPLE]);
		expect(Object.keys(rows[0])).toEqual(Object.keys(EXAMPLE));
	});

	test('give the same as any others', async () => {
		const plain = rowsOf(await capitech.getMany('2026-10-12', '2026-10-31'));
		await capitech.control.switches(switches);
		expect(rowsOf(await capitech.getMany('2026-10-12', '2026-10-31'))).toEqual(plain);
	});
});

test('a simplified row holds the fields that payroll needs, unchanged', async () => {
	const [row] = rowsOf(await capitech.getMany('2021-07-10', '2021-07-10', { simplify: true }));
	expect(row).toEqual(Object.fromEntries(SIMPLE.map((name) => [name, EXAMPLE[name as keyof typeof EXAMPLE]])));
	expect(Object.keys(row)).toEqual(SIMPLE);
});

test('an open registration comes without an end, and is not approved', async () => {
	await capitech.put(hours(900_001, '2026-01-15', { dateOut: null, timeOut: null, qty: 0, approvedLevelOne: null }));
	expect(rowsOf(await capitech.getMany('2026-01-15', '2026-01-15'))).toEqual([
		expect.objectContaining({ dateOut: null, timeOut: null, qty: 0, approvedLevelOne: null, approvedLevelOneOn: null }),
	]);
});

describe('a deleted row', () => {
	const remove = async () => {
		await capitech.control.switches({ 'capitech.deletedRows': 'flagged' });
		await capitech.put(hours(900_001, '2026-01-15'), hours(900_002, '2026-01-15'));
		await capitech.control.remove('capitech', { transactions: [{ clientId: 100, uid: 900_001, timeCategoryId: 10 }] });
	};

	test.each(['lastUpdatedFrom', 'lastApprovedOrUpdatedFrom'])('is flagged where changes are asked for by %s', async (name) => {
		await remove();
		const rows = rowsOf(await capitech.getMany('2026-01-15', '2026-01-15', { filters: { [name]: '2026-01-01' }, simplify: true }));
		expect(rows.map(({ uid, isDeleted }) => [uid, isDeleted])).toEqual([[900_001, true], [900_002, false]]);
	});

	test('does not come otherwise', async () => {
		await remove();
		const rows = rowsOf(await capitech.getMany('2026-01-15', '2026-01-15'));
		expect(rows.map(({ uid, isDeleted }) => [uid, isDeleted])).toEqual([[900_002, false]]);
	});
});
