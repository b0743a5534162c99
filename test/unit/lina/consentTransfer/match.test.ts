import { matchPerson } from '../../../../nodes/Lina/consentTransfer/match';

const person = { userUuid: 'u', firstName: 'Anna', lastName: 'Müller', email: 'anna@example.org' };
const employee = { employeeNumber: '1', firstName: 'Anna', lastName: 'Müller', emails: ['anna@example.org'], isActive: true };

describe('trap 15: whose folder it is', () => {
	test('is told by address and name, whatever their case and the way an accent is written', () => {
		expect(matchPerson({ ...person, firstName: ' ANNA ', lastName: 'Mu\u0308ller', email: 'Anna@Example.ORG' }, [employee])).toBe(employee);
	});

	test('is not told by the address alone, where neither has a name', () => {
		const nobody = { firstName: '', lastName: ' ' };
		expect(matchPerson({ ...person, ...nobody }, [{ ...employee, ...nobody }])).toBe('otherName');
	});

	test.each([
		['no address', { email: '' }, [{ ...employee, emails: [''] }], 'noMatch'],
		['another name', {}, [{ ...employee, lastName: 'Meier' }], 'otherName'],
		['an employment that has ended', {}, [{ ...employee, isActive: false }], 'ended'],
		['two employments', {}, [employee, { ...employee, employeeNumber: '2' }], 'several'],
	] as const)('is nobody’s with %s', (_, fields, employees, code) => {
		expect(matchPerson({ ...person, ...fields }, employees.map((one) => ({ ...one, emails: [...one.emails] })))).toBe(code);
	});
});
