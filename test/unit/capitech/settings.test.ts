import type { IDataObject } from 'n8n-workflow';

import { firmOf, readSettings } from '../../../nodes/Capitech/payroll/settings';
import { document, FIRM, settings } from './rows';

describe('the settings', () => {
	test('are read from an object and from JSON alike, and so are lists in them', () => {
		const fromObject = settings();
		expect(readSettings(JSON.stringify(document()))).toEqual(fromObject);
		expect(readSettings({ ...document(), firms: JSON.stringify(document().firms) })).toEqual(fromObject);
		expect(settings({ payElements: JSON.stringify(FIRM.payElements), costObjects: { rows: FIRM.costObjects } as IDataObject })).toEqual(fromObject);
	});

	test('leave what is for other nodes unheard', () => {
		expect(readSettings({ ...document(), fromDate: '2026-10-01', post: true })).toEqual(settings());
	});

	test('take numbers written as text, and a sender without blanks around it', () => {
		const { sender, exportedCode, rejectedCode } = readSettings({ ...document(), sender: ' Capitech ', exportedCode: '20', rejectedCode: ' 90 ' });
		expect([sender, exportedCode, rejectedCode]).toEqual(['Capitech', 20, 90]);
	});

	test('need say little of a firm: the rest is what most have', () => {
		const { firms } = readSettings({ ...document(), firms: [{ clientId: 7, approval: { level: 1 }, payElements: [{ timeCategoryId: 20, payElement: 7, serialNumber: 2, unit: 'count' }] }] });
		expect(firms.get(7)).toEqual({
			clientId: 7,
			municipalityCode: '',
			approval: { level: 1, departments: new Map() },
			mappings: new Map([[20, [{ selectors: {}, doNotExport: false, payElement: '0007', serialNumber: 2, unit: 'count' }]]]),
			confirmedPairs: new Set(),
			employees: { source: 'sameNumber', table: new Map() },
			costObjects: [],
			payPeriod: { closedThrough: '', corrections: 'humanList', lineDate: 'workDate' },
		});
	});

	test('forgive blanks in a confirmed pair', () => {
		expect(settings({ confirmedPairs: ['  20 0320/1  +\t25 0325/1 ', ''] }).firms.get(100)?.confirmedPairs).toEqual(new Set(['20 0320/1 + 25 0325/1']));
	});

	test('of a firm are found by its number; hours of a firm without settings end the run', () => {
		expect(firmOf(settings(), 200).clientId).toBe(200);
		expect(() => firmOf(settings(), 300)).toThrow(/'firms' has no entry for clientId 300/);
	});
});

test.each<[string, IDataObject | string | undefined | null, RegExp]>([
	['nothing', undefined, /'Settings' is not a JSON object/],
	['null', null, /'Settings' is not a JSON object/],
	['a text that is no JSON', '{', /'Settings' is not a JSON object/],
	['no firm', { ...document(), firms: [] }, /'firms' is empty/],
	['firms left out', { ...document(), firms: undefined }, /'firms' is empty/],
	['firms that are no list', { ...document(), firms: 100 }, /'firms' is not a list of entries/],
	['a firm given twice', { ...document(), firms: [FIRM, { ...FIRM, clientId: '100' }] }, /'firms, entry 2' gives clientId 100 a second time/],
	['no sender', { ...document(), sender: '  ' }, /'sender' is empty/],
	['no code for exported', { ...document(), exportedCode: '' }, /'exportedCode' is empty/],
	['code 0', { ...document(), exportedCode: 0 }, /'exportedCode' is not a whole number/],
	['no code for rejected', { ...document(), rejectedCode: undefined }, /'rejectedCode' is empty/],
	['one code for both', { ...document(), rejectedCode: 20 }, /'rejectedCode' is the same as exportedCode/],
])('%s is refused', (_what, settingsGiven, message) => {
	expect(() => readSettings(settingsGiven)).toThrow(message);
});

const ELEMENT = { timeCategoryId: 10, employeeGroup: 1, payElement: '0310', serialNumber: 1, unit: 'hours' };

test.each<[string, IDataObject, RegExp]>([
	['a misspelt field', { payElement: [] }, /'firms, entry 1' has 'payElement', which is none of its fields/],
	['a client of letters', { clientId: 'hundred' }, /'firms, entry 1, clientId' is not a whole number/],
	['client 0', { clientId: 0 }, /clientId' is not a whole number/],
	['a kommunekode of two digits', { municipalityCode: '75' }, /'firms, entry 1, municipalityCode' is not a kommunekode of three digits/],
	['no pay elements', { payElements: [] }, /'firms, entry 1, payElements' is empty/],
	['pay elements left out', { payElements: undefined }, /'firms, entry 1, payElements' is empty/],
	['pay elements that are no JSON', { payElements: '[{' }, /'firms, entry 1, payElements' is not a list of entries/],
	['pay elements that are a single entry', { payElements: ELEMENT }, /payElements' is not a list of entries/],
	['a misspelt selector', { payElements: [{ ...ELEMENT, department: 80 }] }, /'firms, entry 1, payElements, entry 1' has 'department'/],
	['a time category left out', { payElements: [ELEMENT, { payElement: '0320', serialNumber: 1 }] }, /'firms, entry 1, payElements, entry 2, timeCategoryId' is empty/],
	['a unit left out', { payElements: [{ ...ELEMENT, unit: '' }] }, /payElements, entry 1, unit' is empty/],
	['a pay element left out', { payElements: [{ timeCategoryId: 10, serialNumber: 1 }] }, /payElements, entry 1' has no pay element/],
	['a pay element of five digits', { payElements: [{ ...ELEMENT, payElement: '03100' }] }, /payElements, entry 1' has no pay element/],
	['a serial number left out', { payElements: [{ ...ELEMENT, serialNumber: '' }] }, /payElements, entry 1, serialNumber' is empty/],
	['an unknown unit', { payElements: [{ ...ELEMENT, unit: 'days' }] }, /payElements, entry 1, unit' is none of its values/],
	['not to be exported, and paid', { payElements: [{ ...ELEMENT, doNotExport: true }] }, /payElements, entry 1' says 'doNotExport' and names a pay element/],
	['a group of letters', { payElements: [{ ...ELEMENT, employeeGroup: 'one' }] }, /payElements, entry 1, employeeGroup' is not a whole number/],
	['two entries for the same rows', { payElements: [ELEMENT, { ...ELEMENT, timeCategoryId: '10', employeeGroup: '1', payElement: '0320' }] }, /payElements, entry 2' is for the same rows as an entry before it/],
	['two entries for one project code', { payElements: [{ ...ELEMENT, projectCode: 'B490' }, { ...ELEMENT, projectCode: ' b490 ' }] }, /payElements, entry 2' is for the same rows/],
	['a project named twice', { payElements: [{ ...ELEMENT, projectId: 1, projectCode: 'A' }] }, /payElements, entry 1' gives both projectId and projectCode/],
	['approval of another shape', { approval: 2 }, /'firms, entry 1, approval' is not an object/],
	['level 0', { approval: { level: 0 } }, /'firms, entry 1, approval, level' is not a whole number/],
	['level 5', { approval: { level: 5 } }, /'firms, entry 1, approval, level' is above 4/],
	['no level', { approval: {} }, /'firms, entry 1, approval, level' is empty/],
	['a level of a department above 4', { approval: { level: 1, departments: [{ departmentId: 3, level: 7 }] } }, /approval, departments, entry 1, level' is above 4/],
	['a department twice', { approval: { level: 1, departments: [{ departmentId: 3, level: 2 }, { departmentId: '3', level: 2 }] } }, /approval, departments, entry 2' gives department 3 a second time/],
	['a department misspelt', { approval: { level: 1, departments: [{ id: 3, level: 2 }] } }, /approval, departments, entry 1' has 'id'/],
	['approval misspelt', { approval: { levels: 1 } }, /approval' has 'levels'/],
	['a cost object for all rows', { costObjects: [{ costCenter: '1010500001' }] }, /costObjects, entry 1' names no department, project or free dimension/],
	['a cost object of nothing', { costObjects: [{ departmentId: 50 }] }, /costObjects, entry 1' does not give exactly one of costCenter, pspElement and account/],
	['a cost object of two', { costObjects: [{ departmentId: 50, costCenter: 'A', pspElement: 'B' }] }, /does not give exactly one/],
	['a cost object by group', { costObjects: [{ employeeGroup: 1, costCenter: 'A' }] }, /costObjects, entry 1' has 'employeeGroup'/],
	['two cost objects for the same rows', { costObjects: [{ departmentId: 50, costCenter: 'A' }, { departmentId: 50, costCenter: 'B' }] }, /costObjects, entry 2' is for the same rows/],
	['an unknown source of numbers', { employees: { source: 'cpr' } }, /employees, source' is none of its values/],
	['employees misspelt', { employees: { sources: 'table' } }, /employees' has 'sources'/],
	['an employment without a number', { employees: { table: [{ employeeId: 1 }] } }, /employees, table, entry 1, employeeNumber' is not an employee number/],
	['a number of nine digits', { employees: { table: [{ employeeId: 1, employeeNumber: '123456789' }] } }, /employees, table, entry 1, employeeNumber' is not an employee number of at most 8 digits/],
	['a former number of letters', { employees: { table: [{ employeeId: 1, employeeNumber: '1', formerNumbers: ['A1'] }] } }, /entry 1, formerNumbers' is not an employee number/],
	['former numbers that are no list', { employees: { table: [{ employeeId: 1, employeeNumber: '1', formerNumbers: '2' }] } }, /entry 1, formerNumbers' is not a list/],
	['an employment that ends before it begins', { employees: { table: [{ employeeId: 1, employeeNumber: '1', from: '2026-10-02', to: '2026-10-01' }] } }, /entry 1' ends before it begins/],
	['an employment from no day', { employees: { table: [{ employeeId: 1, employeeNumber: '1', from: '2026-02-30' }] } }, /entry 1, from' is not a date of the calendar/],
	['confirmed pairs that are no list', { confirmedPairs: '20 + 25' }, /'firms, entry 1, confirmedPairs' is not a list/],
	['a pay period closed through no day', { payPeriod: { closedThrough: 'October' } }, /payPeriod, closedThrough' is not a date of the calendar/],
	['unknown corrections', { payPeriod: { corrections: 'any' } }, /payPeriod, corrections' is none of its values/],
	['an unknown line date', { payPeriod: { lineDate: 'today' } }, /payPeriod, lineDate' is none of its values/],
	['a pay period misspelt', { payPeriod: { closed: '' } }, /payPeriod' has 'closed'/],
])('%s is refused, naming place and field', (_what, changes, message) => {
	expect(() => settings(changes)).toThrow(message);
});
