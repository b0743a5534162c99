import type { IDataObject } from 'n8n-workflow';

import { employeeNumbers } from '../../../nodes/Capitech/payroll/employeeNumbers';
import type { Employee } from '../../../nodes/Capitech/payroll/settings/employees';
import { employmentOf, employmentWith, readEmployeeMapping } from '../../../nodes/Capitech/payroll/settings/employees';
import { readSettings } from '../../../nodes/Capitech/payroll/settings';
import type { TimeTransaction } from '../../../nodes/Capitech/time/row';
import { document, employee, FIRM, known, row } from './rows';

const mapping = (source: string, ...table: IDataObject[]) => readEmployeeMapping('employees', { source, table });

/** The number of a row's employment, or why there is none. */
function numberOf(agreed: ReturnType<typeof mapping>, changes: Partial<TimeTransaction> = {}, of: Employee | undefined = employee()): string {
	const on = row(changes);
	const employment = employmentOf(agreed, on, on.dateIn ?? '', of);
	return 'reason' in employment ? employment.reason : employment.employeeNumber;
}

describe('without an entry in the table the source decides', () => {
	test('the same number', () => {
		expect(numberOf(mapping('sameNumber'))).toBe('155');
		expect(numberOf(mapping('sameNumber'), {}, undefined)).toBe('155');
	});

	test("the employee's external ID in Capitech, without the zeros in front", () => {
		expect(numberOf(mapping('externalId'), {}, employee({ externalId: ' 00052018 ' }))).toBe('52018');
	});

	test.each<[string, Employee | undefined, RegExp]>([
		['is empty', employee({ externalId: '' }), /no external ID in Capitech/],
		['is not there', employee({ externalId: null }), /no external ID/],
		['is no number', employee({ externalId: 'A-17' }), /is not an employee number of at most 8 digits/],
		['is too long', employee({ externalId: '123456789' }), /is not an employee number of at most 8 digits/],
	])('never a guess where it %s', (_what, of, reason) => {
		expect(numberOf(mapping('externalId'), {}, of)).toMatch(reason);
	});

	test('never a guess where the employee is not known, not in the table, or none', () => {
		const on = row();
		expect(employmentOf(mapping('externalId'), on, '2026-10-15', undefined)).toEqual({ reason: "The employee is not among Capitech's employees" });
		expect(numberOf(mapping('table'))).toBe('The employee is not in the table of the settings');
		expect(numberOf(mapping('sameNumber'), { employeeId: null })).toBe('The row has no employee');
	});
});

describe('an entry of the table decides, whatever the source', () => {
	const changed = mapping('externalId', { employeeId: 155, employeeNumber: '155', to: '2026-10-11' }, { employeeId: 155, employeeNumber: '52018', from: '2026-10-12' });

	test.each([['2026-10-11', '155'], ['2026-10-12', '52018'], ['2020-01-01', '155'], ['2030-01-01', '52018']])('by the date, both ends inclusive: on %s it is %s', (dateIn, number) => {
		expect(numberOf(changed, { dateIn }, employee({ externalId: '9' }))).toBe(number);
	});

	const parallel = mapping('sameNumber', { employeeId: 155, departmentId: 20, employeeNumber: '92007' }, { employeeId: 155, employeeNumber: '2007' });

	test.each<[number | null, string]>([[20, '92007'], [50, '2007'], [null, '2007']])('by the department, one that names it first: in %p it is %s', (departmentId, number) => {
		expect(numberOf(parallel, { departmentId })).toBe(number);
	});

	test('an entry for another department alone is none', () => {
		expect(numberOf(mapping('sameNumber', { employeeId: 155, departmentId: 20, employeeNumber: '1' }), { departmentId: null })).toMatch(/hold no employment of the employee on 2026-10-15/);
	});

	test('a department whose employment has ended leaves the one for all', () => {
		const ended = mapping('table', { employeeId: 155, departmentId: 50, employeeNumber: '1', to: '2026-10-01' }, { employeeId: 155, employeeNumber: '2' });
		expect(numberOf(ended)).toBe('2');
	});

	test('with none or two that are valid it is for a human', () => {
		expect(numberOf(mapping('sameNumber', { employeeId: 155, employeeNumber: '1', to: '2026-10-14' }))).toMatch(/hold no employment of the employee on 2026-10-15/);
		const two = mapping('sameNumber', { employeeId: 155, employeeNumber: '1' }, { employeeId: 155, employeeNumber: '2', from: '2026-10-15' });
		expect(numberOf(two)).toBe('The settings hold 2 employments of the employee on 2026-10-15: 1, 2');
		expect(numberOf(two, { dateIn: '2026-10-14' })).toBe('1');
		expect(numberOf(mapping('sameNumber', { employeeId: 155, departmentId: 50, employeeNumber: '1' }, { employeeId: 155, departmentId: 50, employeeNumber: '2' }))).toMatch(/hold 2 employments/);
	});

	test('another employee is not concerned', () => {
		expect(numberOf(changed, { employeeId: 156 }, employee({ externalId: '9' }))).toBe('9');
	});
});

test('a former number leads to its employment, and one that nobody knows is its own', () => {
	const table = mapping('table', { employeeId: 155, employeeNumber: '52018', formerNumbers: ['2018', '0017'] });
	for (const number of ['52018', '2018', '17']) expect(employmentWith(table, number)).toMatchObject({ employeeNumber: '52018', formerNumbers: ['2018', '17'] });
	expect(employmentWith(table, '4')).toEqual({ employeeNumber: '4', formerNumbers: [] });
});

describe('the numbers under which lines may stand', () => {
	const agreed = (firm: IDataObject, other: IDataObject = {}) => readSettings({ ...document(), firms: [{ ...FIRM, ...firm }, { ...FIRM, clientId: 200, ...other }] });
	const numbers = (settings: ReturnType<typeof agreed>, rows: TimeTransaction[], employees: Employee[]) =>
		employeeNumbers({ rows, ...known(employees) }, settings).map(({ clientId, municipalityCode, employeeNumber }) => `${clientId} ${municipalityCode} ${employeeNumber}`);

	test('are those of all employees, with or without rows, and those of rows whose employee is not known', () => {
		expect(numbers(agreed({}), [row({ employeeId: 7 }), row({ employeeId: 155 })], [employee(), employee({ employeeId: 156 })])).toEqual(['100 751 7', '100 751 155', '100 751 156']);
	});

	test('hold former and parallel ones, whatever the date, of people in the table whom Capitech no longer gives out too', () => {
		const table = [
			{ employeeId: 155, employeeNumber: '155', to: '2026-10-11' },
			{ employeeId: 155, employeeNumber: '52018', from: '2026-10-12', formerNumbers: ['17'] },
			{ employeeId: 900, employeeNumber: '900' },
		];
		expect(numbers(agreed({ employees: { source: 'externalId', table } }), [], [employee({ externalId: '9' })]).sort()).toEqual(['100 751 155', '100 751 17', '100 751 52018', '100 751 900']);
	});

	test('are read once of two firms of one kommune, and twice of two', () => {
		expect(numbers(agreed({}), [], [employee(), employee({ clientId: 200 })])).toHaveLength(1);
		expect(numbers(agreed({}, { municipalityCode: '752' }), [], [employee(), employee({ clientId: 200 })])).toEqual(['100 751 155', '200 752 155']);
	});

	test('leave out whom nothing can stand for, and firms without settings', () => {
		expect(numbers(agreed({ employees: { source: 'externalId' } }), [row({ employeeId: null })], [employee(), employee({ clientId: 300, externalId: '3' })])).toEqual([]);
	});
});
