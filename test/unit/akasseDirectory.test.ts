import { fieldsOf } from './fieldsOf';

const rowOf = fieldsOf('akasse-directory', 'Table Row');

const FREE = ['name', 'phone', 'webAddress', 'cvrNumber', 'pNumber', 'openingHours', 'phoneHours', 'branchName', 'branchStreet', 'branchPostalCode', 'branchCity', 'branchPhone', 'branchWebAddress', 'branchOpeningHours', 'branchPhoneHours'];

test.each(['=1+1', '+1+cmd|A1', '-2+3', '@SUM(A1)', ' =HYPERLINK("https://example.org")', '\t=1', '\r\n=1'])('no cell of the directory lets %j be a formula', (text) => {
	const address = Object.fromEntries(['street', 'postalCode', 'city'].map((part) => [part, text]));
	const { listed, ...row } = rowOf({ akasseCode: text, branchCode: text, address, ...Object.fromEntries(FREE.map((field) => [field, text])) });
	expect(listed).toBe('yes');
	expect(Object.keys(row)).toHaveLength(20);
	expect(Object.values(row).filter((cell) => cell !== `'${text}`)).toEqual([]);
});

test('a number of a phone, a code with zeros and any other text stand as they are', () => {
	const row = rowOf({ akasseCode: '067', name: 'A-kassen', phone: '+45 70 10 10 10', address: { street: 'Gade', houseNumber: '1' }, openingHours: { monday: ['09:00-12:00', '13:00-15:00'] }, phoneHours: 'man-fre 9-15' });
	expect(row).toMatchObject({ akasseCode: '067', akasseName: 'A-kassen', phone: '+45 70 10 10 10', street: 'Gade 1', city: '', openingHours: 'monday 09:00-12:00, 13:00-15:00', phoneHours: 'man-fre 9-15', branchCode: '' });
});
