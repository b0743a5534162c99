import { matchPerson } from '../../../../nodes/Lina/consentTransfer/match';
import type { OpusEmployee } from '../../../../nodes/Lina/consentTransfer/opusEmployee';
import { readOpusEmployee } from '../../../../nodes/Lina/consentTransfer/opusEmployee';

const TODAY = '2026-10-31';
const person = { userUuid: 'u', firstName: 'Åse Marie', lastName: 'Østergård', email: 'Aase.Oestergaard@Kommune.example' };
const employment = (more: Partial<OpusEmployee> = {}): OpusEmployee => ({ employeeNumber: '155', firstName: 'Åse Marie', lastName: 'Østergård', emails: ['aase.oestergaard@kommune.example'], isActive: true, ...more });

test.each<[string, Partial<OpusEmployee>]>([
	['case of the address', { emails: ['AASE.OESTERGAARD@KOMMUNE.EXAMPLE'] }],
	['a second address', { emails: ['andet@kommune.example', 'aase.oestergaard@kommune.example'] }],
	['case of the name', { lastName: 'ØSTERGÅRD' }],
	['letters made of two', { firstName: 'A\u030ase Marie' }],
	['blanks', { firstName: ' Åse  Marie' }],
	['where the first name ends', { firstName: 'Åse', lastName: 'Marie Østergård' }],
])('%s makes no difference', (_what, more) => {
	expect(matchPerson(person, [employment(more)])).toMatchObject({ employeeNumber: '155' });
});

test('whoever has no address matches nobody, not even an employment without one', () => {
	expect(matchPerson({ ...person, email: ' ' }, [employment({ emails: [''] }), employment({ emails: [] })])).toBe('noMatch');
});

test('of two who share an address the one of the name is meant; an ended employment beside an active one is no second', () => {
	expect(matchPerson(person, [employment({ employeeNumber: '1', firstName: 'Ole' }), employment()])).toMatchObject({ employeeNumber: '155' });
	expect(matchPerson(person, [employment({ employeeNumber: '1', isActive: false }), employment()])).toMatchObject({ employeeNumber: '155' });
});

describe('an employment', () => {
	const record = (more: object) => ({ validFrom: '2020-01-01', validTo: '9999-12-31', ...more });
	const read = (activities: object[], personalData: object[] = [], communication: object[] = []) => readOpusEmployee({ employeeNumber: '155', records: { activities, personalData, communication } } as never, TODAY);

	test('has the name and the addresses that hold today', () => {
		const names = [record({ validTo: '2026-10-30', lastName: 'Før' }), record({ validFrom: '2026-10-31', validTo: '2026-10-31', firstName: 'Åse', lastName: 'Nu' }), record({ validFrom: '2026-11-01', lastName: 'Siden' })];
		const addresses = [record({ communicationType: '0010', value: 'a@x', validTo: '2026-10-30' }), record({ communicationType: '0010', value: 'b@x' }), record({ communicationType: '0010', value: null, deleted: true }), record({ communicationType: '9021', value: '12345678' })];
		expect(read([record({ employmentStatus: '3' })], names, addresses)).toEqual({ employeeNumber: '155', firstName: 'Åse', lastName: 'Nu', emails: ['b@x'], isActive: true });
	});

	test('holds also while somebody is on leave, and on its last day', () => {
		expect(read([record({ employmentStatus: '3', validTo: '2026-09-30' }), record({ employmentStatus: '1', validFrom: '2026-10-01' })])).toMatchObject({ isActive: true });
		expect(read([record({ employmentStatus: '3' }), record({ employmentStatus: '0', validFrom: '2026-11-01' })])).toMatchObject({ isActive: true });
	});

	test('that has ended is told as it was on its last day', () => {
		const left = [record({ employmentStatus: '3', validTo: '2026-10-30' }), record({ employmentStatus: '0', validFrom: '2026-10-31' })];
		expect(read(left, [record({ lastName: 'Til Sidst', validTo: '2026-10-30' })])).toMatchObject({ isActive: false, lastName: 'Til Sidst' });
		expect(read([record({ employmentStatus: '3', validTo: '2026-10-30' })])).toMatchObject({ isActive: false });
	});

	test('that has not begun, was annulled, or tells of no activity is none', () => {
		expect(read([record({ employmentStatus: '3', validFrom: '2026-11-01' })])).toBeUndefined();
		expect(read([record({ employmentStatus: '0' })])).toBeUndefined();
		expect(read([])).toBeUndefined();
	});
});
