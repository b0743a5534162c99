import type { INodeParameters } from 'n8n-workflow';

import type { ParameterCase } from '../support';
import { describeParameters } from '../support';
import { Absences, periodFields } from './absences';
import { useOpus } from './opus';

const opus = useOpus();
const absences = new Absences(opus);

const locator = (value: string) => ({ __rl: true, mode: 'id', value });

/** What stands before each run: sickness of one employee and another, care days, injuries and the like to belong to. */
async function run(parameters: INodeParameters) {
	await opus.reset();
	const of = (PersonnelNumber: string) => ({
		children: ['01', '02'].map((ChildNumber) => ({ PersonnelNumber, ChildNumber, ChildCPRNumber: '0102229999', BirthDate: '2022-02-01' })),
		workInjuries: ['00005998', '00005999'].map((AccidentNumber) => ({ PersonnelNumber, AccidentNumber, StartDate: '2026-10-02', AccidentDate: '2026-10-01' })),
		maternityCases: ['1', '2'].map((end) => ({
			PersonnelNumber,
			MaternityCaseKey: `BS${PersonnelNumber}000${end}`,
			ValidStartDate: '2026-09-01',
			ValidEndDate: '2027-06-30',
			ExpectedDeliveryDate: '2026-10-30',
			MaternityType: end === '1' ? 'BM' : 'BF',
		})),
	});
	await opus.control.put('kmdOpus', of('7001'));
	for (const PersonnelNumber of ['7001', '7002']) {
		await absences.put(['2 12:30 - 2', '3 - 5', '6 - 6 11:00', '9 - 11'], { PersonnelNumber });
		await absences.put(['16 - 18'], { PersonnelNumber, AbsenceAttendanceType: 'A1' });
	}
	await absences.put(['20 - 20'], { AbsenceAttendanceType: 'OS', AdditionalData: '01' });
	return await opus.observe(parameters);
}

const relations: Record<string, ParameterCase> = {
	relation: { values: ['none', 'reasonCode'], with: { reasonCode: locator('020'), type: 'TJ' } },
	child: { values: [locator('1'), locator('2')], with: { relation: 'child', type: 'OS' }, differs: 'sent' },
	maternityCase: { values: [locator('BS70010001'), locator('BS70010009')], with: { relation: 'maternityCase', type: 'BA' } },
	reasonCode: { values: [locator('020'), locator('510')], with: { relation: 'reasonCode', type: 'TJ' } },
	workInjury: { values: [locator('00005998'), locator('00005990')], with: { relation: 'workInjury', type: 'TT' } },
};

const options: Record<string, ParameterCase> = {
	'options.readFirst': { values: [true, false], differs: 'sent' },
	'options.workingDayEnd': { values: ['', '15:24'], with: periodFields('2 12:30 - 2') },
	'options.workingDayStart': { values: ['', '08:00'], with: periodFields('6 - 6 11:00') },
};

/* An item tells what became of the period; whose it is and what it belongs to stands in the request alone. */
const created = { resource: 'absence', employeeNumber: '7001', type: 'SY', ...periodFields('23 - 25'), relation: 'none', options: {} };

describeParameters({
	node: 'kmdOpus',
	resource: 'absence',
	operation: 'create',
	base: created,
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'], differs: 'sent' },
		type: { values: ['SY', 'A1'] },
		fromDate: { values: ['2026-11-23', '2026-11-24'] },
		toDate: { values: ['2026-11-25', '2026-11-26'] },
		startTime: { values: ['', '12:30'] },
		endTime: { values: ['', '11:00'] },
		...relations,
		...options,
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'absence',
	operation: 'update',
	base: { ...created, originalType: '', ...periodFields('9 - 11', true) },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'], differs: 'sent' },
		type: { values: ['SY', 'A1'], with: { originalType: 'SY' } },
		fromDate: { values: ['2026-11-23', '2026-11-24'] },
		toDate: { values: ['2026-11-25', '2026-11-26'] },
		startTime: { values: ['', '12:30'] },
		endTime: { values: ['', '11:00'] },
		originalType: { values: ['', 'A1'], with: periodFields('16 - 18', true) },
		originalFromDate: { values: ['2026-11-09', '2026-11-10'] },
		originalToDate: { values: ['2026-11-11', '2026-11-12'] },
		originalStartTime: { values: ['', '12:30'], with: periodFields('2 12:30 - 5', true) },
		originalEndTime: { values: ['', '11:00'], with: periodFields('3 - 6 11:00', true) },
		...Object.fromEntries(Object.entries(relations).map(([name, relation]) => [name, { ...relation, with: { ...relation.with, originalType: 'SY' } }])),
		...options,
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'absence',
	operation: 'delete',
	base: { ...created, ...periodFields('9 - 11') },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'], differs: 'sent' },
		type: { values: ['SY', 'A1'] },
		fromDate: { values: ['2026-11-09', '2026-11-10'] },
		toDate: { values: ['2026-11-11', '2026-11-12'] },
		startTime: { values: ['', '12:30'], with: periodFields('2 - 5') },
		endTime: { values: ['', '11:00'], with: periodFields('3 - 6') },
		...options,
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'absence',
	operation: 'getMany',
	base: { employeeNumber: '7001', fromDate: '2026-11-01', toDate: '2026-11-30', returnAll: true },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'] },
		fromDate: { values: ['2026-11-01', '2026-11-10'] },
		toDate: { values: ['2026-11-30', '2026-11-08'] },
		returnAll: { values: [true, false], with: { limit: 1 }, differs: 'got' },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		'filters.types': { values: ['', 'A1, OS'], differs: 'got' },
		'options.includeCprNumbers': { values: [true, false], differs: 'got' },
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'child',
	operation: 'getMany',
	base: { employeeNumber: '7001', returnAll: true },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'] },
		returnAll: { values: [true, false], with: { limit: 1 }, differs: 'got' },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		'filters.fromDate': { values: ['2026-11-01', '2020-01-01'] },
		'options.includeCprNumbers': { values: [true, false], differs: 'got' },
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'reasonCode',
	operation: 'getMany',
	base: { employeeNumber: '7001', returnAll: true },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'] },
		returnAll: { values: [true, false], with: { limit: 1 }, differs: 'got' },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		'filters.leaveType': { values: ['MED', 'UDEN'] },
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'workInjury',
	operation: 'getMany',
	base: { employeeNumber: '7001', returnAll: true },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'] },
		returnAll: { values: [true, false], with: { limit: 1 }, differs: 'got' },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		'filters.fromDate': { values: ['', '2026-11-01'] },
		'filters.toDate': { values: ['', '2026-01-01'] },
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'maternityCase',
	operation: 'getMany',
	base: { employeeNumber: '7001', returnAll: true },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'] },
		returnAll: { values: [true, false], with: { limit: 1 }, differs: 'got' },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		'filters.fromDate': { values: ['', '2028-01-01'] },
		'filters.toDate': { values: ['', '2026-01-01'] },
		'filters.maternityType': { values: ['', 'BF'] },
	},
});
