import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { AkasseBench, byCode, OWN } from './bench';
import { BRANCH, branches, CREATE, creation, DELETE, deletion, NEW, READ, RELATION, standing, UPDATE, update } from './branchOffice';

const akasse = new AkasseBench();

const one = async (parameters: INodeParameters): Promise<IDataObject> => (await akasse.rows(parameters))[0];
const texts = ({ messages }: IDataObject): string => (messages as IDataObject[]).map(({ text }) => text).join('\n');
const asked = async () => (await akasse.sent()).map(({ operation }) => operation);

const WHOLE = {
	fields: { street: 'Sandvej', houseNumber: '7', postalCode: '2100', city: 'Sandby', municipalityCode: '101', countryCode: 'DK', phone: '70 00 00 07' },
	openingHours: { row: [{ weekday: 1, kind: 'text', text: '09:00-12:00, 13:00-15:00' }] },
	phoneHours: { row: [{ weekday: 2, kind: 'interval', from: '10:00', to: '12:00' }] },
	deepLinks: { link: [{ label: 'Møde', address: 'https://a.example' }] },
} as unknown as INodeParameters;

describe('Create', () => {
	test('opens a branch office with all that is entered', async () => {
		expect(await one(creation(WHOLE))).toMatchObject({ outcome: 'registered', akasseCode: OWN, branchCode: NEW, messages: [] });
		expect(await standing(akasse, NEW)).toEqual({
			akasseKode: OWN,
			afdelingskontorKode: NEW,
			navn: 'Sandkassens nye kontor',
			telefonnummer: '70 00 00 07',
			adresse: { vejnavn: 'Sandvej', husnummer: '7', postnummer: '2100', bynavn: 'Sandby', kommunenummer: '101', landekode: 'DK' },
			dybeLinks: [{ label: 'Møde', adresse: 'https://a.example' }],
			akasseAabningstider: [
				{ ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '12:00' },
				{ ugedag: 1, aabningstidspunkt: '13:00', lukketidspunkt: '15:00' },
			],
			akasseTelefontider: [{ ugedag: 2, aabningstidspunkt: '10:00', lukketidspunkt: '12:00' }],
		});
		expect(await asked()).toEqual([READ, CREATE]);
	});

	test('once more is unchanged, also within one run; with another content it is rejected, and says what stands', async () => {
		const twice = await akasse.rows(creation(WHOLE), { items: [{ json: {} }, { json: {} }] });
		expect(twice.map(({ outcome }) => outcome)).toEqual(['registered', 'unchanged']);
		const other = await one(creation({ ...WHOLE, fields: { phone: '1' } }));
		expect(other).toMatchObject({ outcome: 'rejected', standing: { name: 'Sandkassens nye kontor', phone: '70 00 00 07' }, changes: expect.arrayContaining([{ field: 'Phone', before: '70 00 00 07', after: '1' }]) });
		expect(texts(other)).toContain('stands already, with another content: Phone, Street');
		expect(await akasse.sent(CREATE)).toHaveLength(1);
	});

	test('what stands and holds more than was to be is another content', async () => {
		await one(creation(WHOLE));
		expect(await one(creation())).toMatchObject({ outcome: 'rejected' });
		await akasse.control.remove('starAkasse', { branches: [{ akasseKode: OWN, afdelingskontorKode: NEW }] });
		await akasse.control.put('starAkasse', { branches: [{ akasseKode: OWN, afdelingskontorKode: NEW, navn: 'Sandkassens nye kontor', virksomhedsafdeling: false, bygning: 'A' }] });
		expect(await one(creation())).toMatchObject({ outcome: 'unchanged' });
	});

	test.each([
		['without the check', { method: 'PUT', checkFirst: false }, "'Check First'"],
		['where the read finds nothing and the relation knows the code', { method: 'PUT' }, 'does not say that this code is free'],
	])('by PUT, which would replace what stands, nothing is sent %s', async (_when, options, text) => {
		await akasse.faults(READ, { kind: 'business-error', every: 1, code: 4589 });
		const before = await standing(akasse, BRANCH);
		const { outputs, error } = await akasse.run(creation({ branchCode: BRANCH, options }));
		expect(JSON.stringify([error?.message, outputs])).toContain(text);
		expect(await akasse.sent(CREATE)).toEqual([]);
		expect(await standing(akasse, BRANCH)).toEqual(before);
	});

	test('without the check the service itself refuses a second one', async () => {
		const refused = await one(creation({ branchCode: BRANCH, options: { checkFirst: false } }));
		expect(refused).toMatchObject({ outcome: 'rejected' });
		expect(await asked()).toEqual([CREATE]);
	});

	test('is not sent where the check fails', async () => {
		await akasse.faults(READ, { kind: 'business-error', code: 1011, every: 1 });
		expect(await one(creation())).toMatchObject({ outcome: 'later' });
		expect(await akasse.sent(CREATE)).toEqual([]);
	});

	test.each([
		[{ akasseCode: byCode('902') }, /'A-Kasse' is 902, and the organisation in the credential is another one/],
		[{ branchCode: 'Øst' }, /'Branch Office' is not a code/],
		[{ name: '={{ " " }}' }, /'Name' is empty/],
		[{ fields: { cvrNumber: '123' } }, /'CVR Number' has not 8 digits/],
		[{ openingHours: { row: [{ weekday: 1, kind: 'interval', from: '12:00', to: '09:00' }] } }, /ends before it begins/],
		[{ options: { requestKey: '0102991234' } }, /'Request Key' looks like it holds a CPR number/],
		[{ options: { path: 'https://elsewhere.example' } }, /'Path' is not a path/],
	])('%j is refused before anything is sent', async (fields, message) => {
		const { error } = await akasse.run(creation(fields as unknown as INodeParameters));
		expect(error?.message).toMatch(message);
		expect(await akasse.sent()).toEqual([]);
	});
});

describe('Update', () => {
	test('changes what is entered, a name too, and sends all the rest as it stands', async () => {
		const before = (await standing(akasse, '0001')) as IDataObject;
		await akasse.control.put('starAkasse', { branches: [{ ...before, ukendt: { a: [1, null] }, logo: 'aGVq' }] });
		const result = await one(update({ branchCode: byCode('0001'), fields: { phone: '1', branchName: 'Nord' } }));
		expect(result).toMatchObject({ outcome: 'registered', branchCode: '0001' });
		expect((result.changes as IDataObject[]).map(({ field }) => field)).toEqual(['Name', 'Phone']);
		expect(await standing(akasse, '0001')).toEqual({ ...before, ukendt: { a: [1, null] }, logo: 'aGVq', telefonnummer: '1', navn: 'Nord' });
	});

	test('of one that is not there is rejected; a preview sends nothing', async () => {
		expect(await one(update({ branchCode: byCode('9999') }))).toMatchObject({ outcome: 'rejected', messages: expect.arrayContaining([expect.objectContaining({ code: '4589' })]) });
		expect(await one(update({ updateMode: 'preview' }))).toMatchObject({ outcome: 'validated', after: { phone: '70 00 00 01' } });
		expect(await akasse.sent(UPDATE)).toEqual([]);
	});

	test('two items that change one branch office both stand', async () => {
		const items = [{ json: { phone: '1', web: '' } }, { json: { phone: '', web: 'a.example' } }];
		const rows = await akasse.rows(update({ fields: { phone: '={{ $json.phone }}', webAddress: '={{ $json.web }}' } }), { items });
		expect(rows.map(({ outcome }) => outcome)).toEqual(['registered', 'registered']);
		expect(await standing(akasse, BRANCH)).toMatchObject({ telefonnummer: '1', webadresse: 'a.example' });
	});

	test("another a-kasse's is refused before anything is sent", async () => {
		const { error } = await akasse.run(update({ akasseCode: byCode('902') }));
		expect(error?.message).toMatch(/the organisation in the credential is another one/);
		expect(await akasse.sent()).toEqual([]);
	});
});

describe('Delete', () => {
	test('closes a branch office and gives out what stood, so that it can be created again', async () => {
		const before = await standing(akasse, '0001');
		const gone = await one(deletion({ branchCode: byCode('0001') }));
		expect(gone).toMatchObject({ outcome: 'reversed', deleted: true, branchOffice: before, deletedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\+0[12]:00$/) });
		expect(texts(gone)).toContain('Members who had not been moved belong to the a-kasse itself now');
		expect(await standing(akasse, '0001')).toBeUndefined();
		expect(await akasse.state('moves')).toMatchObject([{ akasseKode: OWN, afdelingskontorKode: '0001' }]);
	});

	test('without the members moved nothing is sent, and it says why', async () => {
		const { error } = await akasse.run(deletion({ membersMoved: false }));
		expect(error?.message).toMatch(/'Members Have Been Moved' is off/);
		expect(error?.description).toMatch(/moved to the a-kasse automatically, and no message is sent/);
		expect(await akasse.sent()).toEqual([]);
	});

	test('of one that is gone is unchanged where the relation bears it out, and rejected otherwise', async () => {
		const parameters = deletion({ branchCode: byCode('9999') });
		expect(await one(parameters)).toMatchObject({ outcome: 'unchanged', deleted: false });
		await akasse.faults(RELATION, { kind: 'business-error', code: 1011, every: 1 });
		expect(await one(parameters)).toMatchObject({ outcome: 'rejected', deleted: false, messages: expect.arrayContaining([expect.objectContaining({ code: '4589' })]) });
		await akasse.faults(READ, { kind: 'business-error', code: 4589, every: 1 });
		expect(await one(deletion())).toMatchObject({ outcome: 'rejected' });
		expect(await akasse.sent(DELETE)).toEqual([]);
	});

	test('that the service refuses leaves it standing', async () => {
		await akasse.faults(DELETE, { kind: 'business-error', code: 4575, every: 1 });
		expect(await one(deletion())).toMatchObject({ outcome: 'rejected', deleted: false, messages: [expect.objectContaining({ code: '4575' })] });
		expect(await standing(akasse, BRANCH)).toBeDefined();
	});

	test('twice in one run deletes once, and no other', async () => {
		const before = await branches(akasse);
		const rows = await akasse.rows(deletion(), { items: [{ json: {} }, { json: {} }] });
		expect(rows.map(({ outcome }) => outcome)).toEqual(['reversed', 'unchanged']);
		expect(await branches(akasse)).toEqual(before.filter(({ akasseKode, afdelingskontorKode }) => akasseKode !== OWN || afdelingskontorKode !== BRANCH));
	});
});

test('one request key on two items is refused before anything is sent', async () => {
	const { error } = await akasse.run(deletion({ options: { requestKey: 'a' } }), { items: [{ json: {} }, { json: {} }] });
	expect(error?.message).toMatch(/'Request Key' is the same on items 0, 1/);
	expect(await akasse.sent()).toEqual([]);
});

test('a write that stands goes out with the metadata of its own user', async () => {
	await one(creation({ options: { user: { values: { type: 4, identifier: 'a', name: 'Bjørn', email: 'b@a.example' } } } as unknown as INodeParameters }));
	const [{ headers }] = await akasse.sent(CREATE);
	expect(JSON.parse(headers['x-requestusermetadata']).requestUserStructure).toEqual({ userFullName: 'Bjørn', requestUserType: 4, userEmail: 'b@a.example', userIdentifier: 'a' });
});
