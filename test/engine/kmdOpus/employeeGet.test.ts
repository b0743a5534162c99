import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { useEmployee } from './employee';
import { communication, NUMBER, record, unit } from './employeeRecords';
import { packClock } from './opus';

const { opus, get, item, records, put, bodies } = useEmployee();

const ALL_AREAS = [
	'absences', 'activities', 'addresses', 'communication', 'connections', 'contract', 'jobFunction', 'organisation',
	'payGrade', 'pensions', 'personalData', 'rotaPlacement', 'tax', 'workSchedules', 'workingTime',
];

const filterOf = (body: string, name: string) => new RegExp(`${name}><[^>]+>([^<]+)<`).exec(body)?.[1];

/** The certificate of the sandbox is as young as its clock: half past eleven at night in Greenwich is the day after in Denmark. */
const NIGHT = DateTime.utc().set({ hour: 23, minute: 30 });
const TODAY = NIGHT.plus({ days: 1 }).toFormat('yyyy-MM-dd');
const YESTERDAY = NIGHT.toFormat('yyyy-MM-dd');

beforeEach(async () => (await packClock()).setClock({ now: () => NIGHT.toJSDate(), sleep: async () => {} }));

describe('a flat item', () => {
	test('holds of each area the record valid on its date, which is today in Denmark unless told otherwise', async () => {
		await put(unit('Før', { Gyldighedsstop: YESTERDAY }), unit('Nu', { Gyldighedsstart: TODAY, Gyldighedsstop: '2099-12-31' }), unit('Siden', { Gyldighedsstart: '2100-01-01' }));
		expect(await item()).toMatchObject({ employeeNumber: NUMBER, asOf: TODAY, organisationUnitText: 'Nu', email: null, managerName: null });
		expect(await item({ options: { asOf: YESTERDAY } })).toMatchObject({ asOf: YESTERDAY, organisationUnitText: 'Før' });
		expect(await item({ options: { asOf: '2100-01-01' } })).toMatchObject({ organisationUnitText: 'Siden' });
		expect((await bodies()).map((body) => [filterOf(body, 'VirkningFraFilter'), filterOf(body, 'VirkningTilFilter')])).toEqual(
			[TODAY, YESTERDAY, '2100-01-01'].map((date) => [`${date}T00:00:00`, `${date}T23:59:59`]),
		);
	});

	test('names communication by its type, other types by their code, a second value by its sequence number', async () => {
		await put(
			communication('0010', 'anden@b.example', { Sekvensnummer: '001', Gyldighedsstart: '2025-01-01' }),
			communication('0010', 'a@b.example'),
			communication('0020', '87130001'),
			communication('9021', '20990001'),
			communication('9905', 'it1'),
			communication('9906', 'esdh1'),
			communication('0001', 'A1'),
			communication('9022', 'lokal'),
			communication('9022', '', { Gyldighedsstart: '2026-01-01', Slettet: true }),
		);
		expect(await item({ areas: ['communication'] })).toEqual({
			employeeNumber: NUMBER, asOf: TODAY,
			systemUser: 'A1', email: 'a@b.example', email001: 'anden@b.example', workPhone: '87130001', mobile: '20990001', itUser: 'it1', esdhUser: 'esdh1', communication9022: 'lokal',
		});
	});

	test('names addresses by their type, and tells a protected one', async () => {
		const masked = { GadeVejNr: '**********', Postnummer: '****', By: '**********', Land: '**' };
		await put(record('0006', { Adresseart: '1', ...masked }), record('0006', { Adresseart: '98', GadeVejNr: 'Postboks 1', Postnummer: '8100', By: 'Aarhus C', Land: 'DK' }));
		expect(await item({ areas: ['addresses'] })).toMatchObject({ homeStreet: '**********', payrollStreet: 'Postboks 1', payrollCity: 'Aarhus C', addressProtected: true });
	});

	test('lists what may come several times at once', async () => {
		const pension = (art: string) => record('9015', { Pensionsart: art, Pensionskassenummer: '046', Pensionsmedlemsnummer: '1', ArbejdsgiverBidragPct: '10,00', EgetBidragPct: '' });
		await put(pension('1'), pension('2'), record('9015', { ...pension('3'), Gyldighedsstop: '2020-12-31' }));
		expect(await item({ areas: ['pensions'] })).toMatchObject({ pensions: [{ pensionType: '1', ownContributionPercent: null }, { pensionType: '2', employerContributionPercent: 10 }] });
	});

	test('has every field of the areas asked for, and no other, whatever stands', async () => {
		await put(record('0002', { Efternavn: 'Holm' }));
		const fields = Object.keys(await item({ areas: ALL_AREAS, options: { rotaCategory: 'TPI' } }));
		await put(unit('Æblehaven'), communication('0010', 'a@b.example'));
		expect(Object.keys(await item({ areas: ALL_AREAS, options: { rotaCategory: 'TPI' } }))).toEqual(fields);
		expect(Object.keys(await item({ areas: ['personalData'] }))).toEqual(['employeeNumber', 'asOf', 'cprNumber', 'lastName', 'firstName', 'personId']);
	});

	test('names the manager', async () => {
		const { employeeRecords } = await opus.control.state<{ employeeRecords: IDataObject[] }>('kmdOpus');
		const numbers = [...new Set(employeeRecords.map(({ Medarbejdernummer }) => String(Medarbejdernummer)))];
		const items = await Promise.all(numbers.slice(0, 8).map(async (employeeNumber) => (await get({ employeeNumber })).outputs[0][0]?.json));
		expect(items.some((entry) => /^\d+$/.test(String(entry?.managerEmployeeNumber)) && entry?.managerName)).toBe(true);
	});

	test('values that are not approved yet stand in the place of the approved ones', async () => {
		await put(unit('Nu'), unit('Snart', { Gyldighedsstart: '2026-01-01', IkkeGodkendt: true }));
		expect(await item({ areas: ['organisation'] })).toMatchObject({ organisationUnitText: 'Nu' });
		expect(await item({ areas: ['organisation', 'notYetApproved'] })).toMatchObject({ organisationUnitText: 'Snart', employeeGroup: '00' });
	});
});

describe('filters', () => {
	beforeEach(async () => await put(
		unit('Før', { Gyldighedsstop: '2025-12-31', Registreret: '2025-06-01T10:00:00' }),
		unit('Nu', { Gyldighedsstart: '2026-01-01', Registreret: '2026-09-15T12:00:00' }),
		communication('0010', 'a@b.example', { Registreret: '2025-06-01T10:00:00' }),
	));
	const units = async (filters: INodeParameters) => (await records('organisation', { filters })).map(({ organisationUnitText }) => organisationUnitText);

	test('raw data are the whole history unless filtered by validity', async () => {
		expect(await units({})).toEqual(['Før', 'Nu']);
		expect(await units({ validFrom: '2026-01-01' })).toEqual(['Nu']);
		expect(await units({ validTo: '2025-12-31' })).toEqual(['Før']);
	});

	test('changes are asked for in Danish time', async () => {
		expect(await units({ changedFrom: '2026-09-15T09:59:00Z' })).toEqual(['Nu']);
		expect(await units({ changedTo: '2026-09-15' })).toEqual(['Før', 'Nu']);
		expect(await units({ changedTo: '2026-09-15T11:59:59' })).toEqual(['Før']);
		expect((await bodies()).map((body) => [filterOf(body, 'RegistreringFraFilter'), filterOf(body, 'RegistreringTilFilter')])).toEqual([
			['2026-09-15T11:59:00', undefined], [undefined, '2026-09-15T23:59:59'], [undefined, '2026-09-15T11:59:59'],
		]);
	});

	test('a flat item of somebody who changed is made of all that stands, not of what changed', async () => {
		expect(await item({ filters: { changedFrom: '2026-09-01' } })).toMatchObject({ organisationUnitText: 'Nu', email: 'a@b.example' });
		expect((await get({ filters: { changedFrom: '2026-10-01' } })).outputs[0]).toEqual([]);
		expect(await item({ filters: { changedFrom: '2026-09-01' }, options: { asOf: '2019-12-31' } })).toMatchObject({ employeeNumber: NUMBER, organisationUnitText: null, email: null });
	});
});

describe('what the service says in its status', () => {
	const play = async (code: number, text: string) =>
		await opus.control.faults({ service: 'kmdOpus', operation: 'Laes', kind: 'business-error', code, text });

	test('1: nothing found is no item, and no failure', async () => {
		const { outputs, error } = await get();
		expect([outputs[0], error]).toEqual([[], undefined]);
	});

	test('2: a failure of the proxy is passed over when it passes by itself', async () => {
		await put(unit('Æblehaven'));
		await opus.control.faults({ service: 'kmdOpus', operation: 'Laes', kind: 'business-error', code: 2, text: 'Proxy', times: 2 });
		expect(await item()).toMatchObject({ organisationUnitText: 'Æblehaven' });
		expect(await bodies()).toHaveLength(3);
	});

	test('2: or told', async () => {
		await play(2, 'Proxykald fejlede');
		const { error } = await get();
		expect(error?.message).toContain('could not reach its own systems');
		expect(error?.description).toContain('Proxykald fejlede');
		expect((error as unknown as { failure: IDataObject }).failure).toMatchObject({ cause: 'temporarily-unavailable' });
	});

	test('3: worked off later is told as such', async () => {
		await play(3, 'Behandles senere');
		expect(await item()).toEqual({ employeeNumber: NUMBER, pending: true, message: 'Behandles senere' });
	});

	test('102: a number that is gone comes with those suggested in its place, as data', async () => {
		await play(102, `Medarbejdernummer 0000${NUMBER} er slettet. Foreslået: 00069101, 00069102.`);
		expect(await item()).toEqual({
			employeeNumber: NUMBER, replaced: true, suggestedEmployeeNumbers: ['69101', '69102'], message: expect.stringContaining('er slettet'),
		});
	});

	test.each([
		[99, 'Sag 1205551234 er oprettet', /gave the request up and opened a ticket/, /1205551234/],
		[100, 'Ugyldige persondata', /does not accept the personal data/, /Ugyldige persondata/],
		[101, 'Infotype 0105', /could not update the communication data/, /Infotype 0105/],
		[103, 'Tidsgrænsen er nået', /ran out of time/, /Tidsgrænsen/],
		[250, 'Ukendt for 010157-5001', /refused the request/, /Ukendt for \*\*\*/],
	])('%i: "%s" is a failure', async (code, text, message, description) => {
		await play(code, text);
		const { error } = await get();
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(description);
		expect(error?.description).toContain(`Code: ${code}`);
		expect(await bodies()).toHaveLength(1);
	});
});

test('an employment annulled and made again under another number is found by the query for it', async () => {
	const annulled = record('0000', { Aktivitetsart: '67', AktivitetsAarsag: '01', StatusBeskaeftigelse: '0' });
	const like = [record('0002', { 'CPR-nummer': '0101575001' }), record('9001', { Loenklassenummer: '1-1-1' }), unit('Nu')];
	await put(annulled, ...like.map((entry) => ({ ...entry, Slettet: true })), ...like.map((entry) => ({ ...entry, Medarbejdernummer: '9102' })));
	expect(await item({ options: { findReplaced: true } })).toMatchObject({ employeeNumber: NUMBER, replaced: true, suggestedEmployeeNumbers: ['9102'] });
	expect(await item({ employeeNumber: '9102', options: { findReplaced: true } })).toMatchObject({ employeeNumber: '9102', payClass: '1-1-1' });
});

test.each([
	['employeeNumber', 'urn:oio:kmd:lpe:medarbejdernummer:9101'],
	['employee', 'urn:oio:kmd:lpe:medarbejder:9101'],
	['bare', 'urn:9101'],
])('an employee can be named in the form "%s"', async (numberForm, urn) => {
	await put(unit('Æblehaven'));
	expect(await item({ options: { numberForm, senderUrn: 'urn:x:{code}:y' } })).toMatchObject({ organisationUnitText: 'Æblehaven' });
	const [body] = await bodies();
	expect(body).toContain(`>${urn}<`);
	expect(body).toContain('>urn:x:751:y<');
});

test.each<[INodeParameters, RegExp]>([
	[{ employeeNumber: '={{ "" }}' }, /'Employee Number' is empty/],
	[{ employeeNumber: '123456789' }, /'Employee Number' is not a number/],
	[{ areas: '={{ [] }}' }, /'Data Areas' is empty/],
	[{ areas: '={{ ["organisation", "salary"] }}' }, /'Data Areas' holds an area that does not exist/],
	[{ areas: ['rotaPlacement'] }, /'Category of Rota Placement' is empty/],
	[{ filters: { validFrom: '2026-02-30' } }, /'Valid From' is not a date/],
	[{ filters: { validFrom: '2026-02-02', validTo: '2026-02-01' } }, /'Valid To' lies before 'Valid From'/],
	[{ filters: { changedFrom: '2026-02-02', changedTo: '2026-02-01' } }, /'Changed To' lies before 'Changed From'/],
	[{ filters: { changedFrom: 'x' } }, /'Changed From' is not a date/],
	[{ options: { asOf: 'x' } }, /'As Of' is not a date/],
	[{ options: { numberForm: '={{ "x" }}' } }, /'Form of Employee Numbers'/],
	[{ options: { senderUrn: 'a\u0001b' } }, /'Sender URN' holds a character/],
	[{ filters: { validFrom: '2026-01-01' }, options: { findReplaced: true } }, /'Filters' can not be used/],
])('%j is refused before anything is sent', async (parameters, message) => {
	expect((await get(parameters)).error?.message).toMatch(message);
	expect(await bodies()).toEqual([]);
});
