import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { EmployeeDetail } from '../../../nodes/Capitech/employee/employee';
import { readEmployee } from '../../../nodes/Capitech/employee/employee';
import { EVERYONE, readEmployeeFilters } from '../../../nodes/Capitech/employee/filters';

/** An employee as the documentation has it. */
const DOCUMENTED = {
	clientId: 100,
	employeeId: 155,
	departmentId: 50,
	firstName: 'Ola',
	lastName: 'Danielsen',
	isTimeActive: true,
	wageGroupId: 1,
	externalId: '0155',
	employeeStartDate: '2019-01-01T00:00:00',
	birthDate: '010190',
	address1: 'Fjordveien 7',
	cellPhoneNumber: '40000155',
	emailAddress: 'ola@hjemme.example',
	RFID: 'rfid-155',
	HMSCardId: 'hms-155',
	cardNumber: 70155,
	authenticationId: 'login-155',
};

/** With a field that is not documented. */
const WIRE = { ...DOCUMENTED, nationalId: '01019012345' };
const PRIVATE = ['010190', 'Fjordveien', '40000155', 'hjemme', 'rfid-155', 'hms-155', '70155', 'login-155', '01019012345'];

test('private data comes on request alone', () => {
	for (const detail of ['simple', 'work'] as const) {
		const text = JSON.stringify(readEmployee(WIRE, detail));
		expect(text).toContain('Danielsen');
		for (const secret of PRIVATE) expect(text).not.toContain(secret);
	}
	const whole = JSON.stringify(readEmployee(WIRE, 'private'));
	for (const secret of PRIVATE) expect(whole).toContain(secret);
});

test('each detail is a part of the next', () => {
	const [simple, work, all] = (['simple', 'work', 'private'] as const).map((detail) => readEmployee(WIRE, detail));
	expect(work).toMatchObject(simple);
	expect(all).toMatchObject(work);
	expect([simple, work, all].map((employee) => Object.keys(employee).length)).toEqual([11, 24, 38]);
});

test('heeds no upper or lower case in the keys', () => {
	const details = fc.constantFrom<EmployeeDetail>('simple', 'work', 'private');
	fc.assert(
		fc.property(details, fc.infiniteStream(fc.boolean()), (detail, coin) => {
			const flip = (name: string) => [...name].map((letter) => (coin.next().value ? letter.toUpperCase() : letter.toLowerCase())).join('');
			const flipped = Object.fromEntries(Object.entries(DOCUMENTED).map(([name, value]) => [flip(name), value]));
			expect(readEmployee(flipped, detail)).toEqual(readEmployee(DOCUMENTED, detail));
		}),
	);
});

test.each<[string, unknown, unknown]>([
	['externalId', '007', '007'],
	['externalId', 4711, '4711'],
	['externalId', null, null],
	['employeeId', '155', 155],
	['wageGroupId', '2', 2],
	['wageGroupId', '', null],
	['costCarrierId', '100,5', 100.5],
	['isTimeActive', 1, true],
	['isTimeActive', 'true', true],
	['isTimeActive', 0, false],
	['isTimeActive', false, false],
	['isTimeActive', undefined, null],
	['employeeEndDate', '2026-10-31T00:00:00', '2026-10-31'],
	['employeeEndDate', '31.10.2026', '2026-10-31'],
	['employeeEndDate', '31.10.2026 00.00.00', '2026-10-31'],
	['employeeEndDate', '', null],
])('reads %s %j as %j', (name, wire, read) => {
	expect(readEmployee({ [name]: wire as IDataObject[string] }, 'private')[name]).toBe(read);
});

describe('the filters', () => {
	test('include everybody unless told otherwise', () => {
		expect(readEmployeeFilters({})).toEqual(EVERYONE);
		expect(new Set(Object.values(EVERYONE))).toEqual(new Set([true]));
		expect(readEmployeeFilters({ includeTimePassive: false })).toEqual({ ...EVERYONE, includeTimePassive: false });
	});

	test.each<[IDataObject]>([[{ departments: {} }], [{ wageGroupIds: '' }], [{ gender: 'any' }], [{ gender: null, costCarrierIds: null, includeTimePassive: null }], [{ statisticsGroupCode: '' }]])('%j filters nothing', (collection) => {
		expect(readEmployeeFilters(collection)).toEqual(EVERYONE);
	});

	test.each<[IDataObject, RegExp]>([
		[{ gender: 'F' }, /'Gender' is F/],
		[{ statisticsGroupCode: 'X' }, /'Statistics Group' is X/],
		[{ wageGroupIds: '1, x' }, /'Wage Group IDs' is not a whole number/],
		[{ includeTimePassive: 'no' }, /'Include Time Passive' is neither true nor false/],
	])('%j is refused by its label', (collection, message) => {
		expect(() => readEmployeeFilters(collection)).toThrow(message);
	});
});
