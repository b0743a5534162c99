import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../../testing/client.ts';
import { askEmployee, EMPLOYEE_ADDRESS, employeeRequest, sendEmployee, type EmployeeAnswer, type EmployeeRequest } from '../../../testing/employee.ts';
import { addressOf, envelope, faultTextOf, sendSoap } from '../../../testing/soap.ts';

const OPEN_FROM = '1800-01-01T00:00:00';
const OPEN_TO = '9999-12-31T00:00:00';
const ALL = ['0000', '0001', '0002', '0006', '0007', '0016', '0105', '0765', '9001', '9013', '9015', '9039', 'MTP', 'FVNV', 'TPI'];

describe('Laes and List of the employee service', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const laes = (employee: string, more: EmployeeRequest = {}): Promise<EmployeeAnswer> =>
		askEmployee(client, 'LaesInput', { employees: [employee], categories: ['0105'], ...more });
	const list = (employees: readonly string[], more: EmployeeRequest = {}): Promise<EmployeeAnswer> =>
		askEmployee(client, 'ListInput', { employees, categories: ['0105'], ...more });
	const records = async (): Promise<Json[]> => (await client.control('GET', '/control/state/kmdOpus')).employeeRecords;
	const upsert = (...employeeRecords: object[]): Promise<Json> => client.control('POST', '/control/world/kmdOpus', { employeeRecords });
	const numbersIn = ({ employees }: EmployeeAnswer): number[] => employees.map(({ urn }) => Number(urn.slice(-8)));

	describe('the wire', () => {
		it('answers with upper case references of eight digits and the namespaces of the contract', async () => {
			const { text } = await sendEmployee(client, 'LaesInput', { employees: ['2001'], categories: ['0002'] });
			assert.match(
				text,
				/<SOAP:Body><ns0:LaesOutput xmlns:ns0="urn:oio:medarbejder:1\.0\.0" xmlns:ns1="urn:oio:sagdok:3\.0\.0"><ns1:StandardRetur><ns1:StatusKode>0<\/ns1:StatusKode><\/ns1:StandardRetur><ns0:LaesResultat><ns1:MedarbejderRef><ns1:UUIDIdentifikator\/><ns1:URNIdentifikator>URN:OIO:KMD:LPE:MEDARBEJDERNR:00002001<\/ns1:URNIdentifikator><\/ns1:MedarbejderRef><ns0:Registrering><ns0:AttributListe><ns0:Egenskaber><ns0:Persondata><ns0:Gyldighedsstart>2019-01-01<\/ns0:Gyldighedsstart><ns0:Gyldighedsstop>9999-12-31<\/ns0:Gyldighedsstop><ns0:CPR-nummer>/,
			);
		});

		it('gives the groups of all areas in the order of the schema, each with its fields in order', async () => {
			const has = async (code: string): Promise<Set<string>> =>
				new Set((await records()).filter((record) => record.Datakategori === code).map((record) => record.Medarbejdernummer));
			const [Medarbejdernummer] = (await has('9015')).intersection(await has('TPI'));
			await upsert(
				{ Medarbejdernummer, Datakategori: 'MTP', Gyldighedsstart: '2031-10-05', Gyldighedsstop: '2031-10-05', Arbejdstidstype: '01', Arbejdstidstypetekst: 'Afvigende', Arbejdstid: '7.40', Starttid: '08:00:00', Sluttid: '15:24:00' },
				{ Medarbejdernummer, Datakategori: 'FVNV', Gyldighedsstart: '2031-10-06', Gyldighedsstop: '2031-10-06', FravaersNaervaersart: 'SY', FravaersNaervaerstekst: 'Sygdom', FravaersNaervaerstimer: '7,40', FravaersNaervaersdage: '1,00', Starttid: '', Sluttid: '' },
			);
			const { employees } = await laes(Medarbejdernummer, { categories: [...ALL].reverse() });
			assert.deepEqual(
				[...new Set(employees[0].order)],
				['Aktiviteter', 'Organisation', 'Persondata', 'Adresse', 'Arbejdstid', 'Kontraktindhold', 'Kommunikation', 'Skattedata', 'Loenindplacering', 'Tilslutninger', 'Pensionsordninger', 'Moedetidsplan', 'Fravaer-Naervaer', 'Arbejdsfunktion', 'TjenesteplansIndplacering'],
			);
			const names = (group: string): string[] => Object.keys(employees[0].groups[group].at(-1) ?? {}).slice(2);
			assert.deepEqual(names('Fravaer-Naervaer'), ['FravaersNaervaersart', 'FravaersNaervaerstekst', 'FravaersNaervaerstimer', 'FravaersNaervaersdage', 'Starttid', 'Sluttid']);
			assert.deepEqual(names('Moedetidsplan'), ['Arbejdstidstype', 'Arbejdstidstypetekst', 'Arbejdstid', 'Starttid', 'Sluttid']);
			assert.deepEqual(names('Kommunikation'), ['Sekvensnummer', 'Kommunikationsart', 'KommunikationsID']);
			assert.deepEqual(names('Tilslutninger'), ['Brugernummer', 'Tidsadministration', 'Vagtplan', 'Ekstraciffer']);
		});

		const faulty: [what: string, payload: string][] = [
			['an element out of order', employeeRequest('LaesInput', { employees: ['2001'] }).replace('</m:LaesInput>', '<s:ModtagerRef><s:UUIDIdentifikator/></s:ModtagerRef></m:LaesInput>')],
			['a second employee in Laes', employeeRequest('LaesInput', { employees: ['2001', '2002'], categories: ['0105'] })],
			['an unqualified element', employeeRequest('LaesInput', { employees: ['2001'] }).replace('</m:LaesInput>', '<Datakategori>0105</Datakategori></m:LaesInput>')],
			['an element in the other namespace', employeeRequest('LaesInput', { employees: ['2001'], categories: ['0105'] }).replaceAll('m:Datakategori', 's:Datakategori')],
			['a reference without the UUID', employeeRequest('LaesInput', { employees: ['2001'] }).replace('<s:UUIDIdentifikator/>', '')],
			['a filter with one of its two elements', employeeRequest('LaesInput', { employees: ['2001'], validFrom: OPEN_FROM, categories: ['0105'] }).replace('<s:GraenseIndikator>false</s:GraenseIndikator>', '')],
			['an unknown root', employeeRequest('SletInput', { employees: ['2001'] })],
		];
		for (const [what, payload] of faulty) {
			it(`answers ${what} with a SOAP fault`, async () => {
				const reply = await sendSoap(client, EMPLOYEE_ADDRESS, envelope(payload));
				assert.equal(reply.status, 500);
				assert.match(faultTextOf(reply), /expected|missing|more than once|order/);
			});
		}

		it('is named Laes, List and Ret in the journal and in fault rules', async () => {
			await client.faults({ service: 'kmdOpus', operation: 'List', kind: 'business-error', code: 99, text: 'Sag INC0012345 er oprettet.' });
			assert.equal((await laes('2001')).code, 0);
			assert.deepEqual(await list(['2001']), { code: 99, text: 'Sag INC0012345 er oprettet.', employees: [] });
			await client.faults({ service: 'kmdOpus', operation: 'List', kind: 'business-error', code: 99, times: 1 });
			assert.match((await list(['2001'])).text, /sag INC\d+/);
			await askEmployee(client, 'RetInput', { employees: ['2001'], records: [] });
			const journal = await client.control('GET', '/control/journal?service=kmdOpus');
			assert.deepEqual(journal.map(({ operation }: Json) => operation), ['Laes', 'List', 'List', 'Ret']);
		});
	});

	describe('references', () => {
		it('takes the three forms of an employee number', async () => {
			for (const urn of ['urn:oio:kmd:lpe:medarbejder:2001', 'urn:oio:kmd:lpe:medarbejdernummer:00002001', 'urn:2001']) {
				assert.deepEqual(numbersIn(await laes(urn)), [2001], urn);
			}
		});

		it('refuses with 100 what is no employee number', async () => {
			for (const urn of ['urn:oio:kmd:lpe:person:2001', 'urn:20O1', 'urn:123456789', '2001-2003', '!2001']) {
				assert.equal((await laes(urn)).code, 100, urn);
			}
			assert.equal((await askEmployee(client, 'LaesInput', { categories: ['0105'] })).code, 100);
			assert.equal((await list(['2003-2001'])).code, 100);
			assert.equal((await list(['!2001'])).code, 100, 'an exclusion alone names nobody');
		});

		it('demands a receiver that is the municipality of certificate and sender service', async () => {
			assert.deepEqual((await laes('2001', { receiver: 'urn:oio:kmd:lpe:modtager:740' })).text, 'ModtagerRef svarer ikke til afsenderens kommune.');
			assert.equal((await laes('2001', { receiver: 'urn:oio:kmd:lpe:modtager:' })).code, 100);
			const other = addressOf('LPE_Employee_KOM_740', 'Employee_Provide_Out', 'urn:kmd.dk:LPE:EMPLOYEE:external');
			const reply = await sendSoap(client, other, envelope(employeeRequest('LaesInput', { employees: ['2001'], categories: ['0105'] })));
			assert.equal(reply.status, 403);
		});

		it('lists intervals without exclusions, ascending and nobody twice', async () => {
			const answer = await list(['2004-2009', '!2005-2006', '2003', '2008', '!2009']);
			const known = new Set((await records()).map((record) => Number(record.Medarbejdernummer)));
			assert.deepEqual(numbersIn(answer), [2003, 2004, 2007, 2008].filter((number) => known.has(number)));
			assert.ok(numbersIn(answer).length > 2);
		});

		it('answers 1 for employees that are not there', async () => {
			assert.deepEqual(await laes('1'), { code: 1, text: 'Data ikke fundet.', employees: [] });
			assert.equal((await list(['1-20'])).code, 1);
		});
	});

	describe('categories', () => {
		it('refuses none and unknown ones with 100', async () => {
			assert.equal((await laes('2001', { categories: [] })).code, 100);
			assert.equal((await laes('2001', { categories: ['0105', '0042'] })).code, 100);
		});

		it('tells what is not yet approved to WF only, and of it only what the contract names', async () => {
			const waiting = (await records()).find((record) => record.IkkeGodkendt === true).Medarbejdernummer;
			const known = await laes(waiting, { categories: ['0001', '9001', '9013'] });
			assert.ok(!JSON.stringify(known).includes('Koordinator'));
			const { groups } = (await laes(waiting, { categories: ['WF'] })).employees[0];
			assert.deepEqual(Object.keys(groups), ['Organisation', 'Loenindplacering', 'Tilslutninger']);
			assert.deepEqual(Object.keys(groups.Organisation[0]).slice(2), ['Organisationsenhed', 'OrganisationsenhedTekst', 'Stilling', 'StillingTekst']);
			assert.deepEqual(Object.keys(groups.Loenindplacering[0]).slice(2), ['Loenklassenummer']);
			assert.deepEqual(Object.keys(groups.Tilslutninger[0]).slice(2), ['Tidsadministration', 'Vagtplan']);
			assert.equal((await laes('2001', { categories: ['WF'] })).code, 1);
		});

		it('leaves out what the customer has not bought', async () => {
			await client.switch({ 'kmdOpus.boughtFields': 'base' });
			const { groups } = (await laes('2001', { categories: ALL })).employees[0];
			assert.deepEqual(Object.keys(groups.Organisation[0]).slice(2), ['Medarbejderkreds', 'Ansaettelsesforhold', 'Organisationsenhed', 'OrganisationsenhedTekst', 'Stilling', 'StillingTekst']);
			assert.deepEqual(Object.keys(groups.Aktiviteter[0]).slice(2), ['Aktivitetsart', 'AktivitetsAarsag', 'StatusBeskaeftigelse']);
			await upsert({ Medarbejdernummer: '2001', Datakategori: 'MTP', Gyldighedsstart: '2026-10-05', Arbejdstid: '7.40' });
			assert.equal((await laes('2001', { categories: ['MTP'] })).code, 1);
		});
	});

	describe('filters', () => {
		const HISTORY = '2002';
		const positions = async (more: EmployeeRequest): Promise<string[]> => {
			const { employees } = await laes(HISTORY, { categories: ['0001'], ...more });
			return (employees[0]?.groups.Organisation ?? []).map((row) => row.StillingTekst);
		};
		beforeEach(() =>
			upsert(
				{ Medarbejdernummer: HISTORY, Datakategori: '0001', Gyldighedsstart: '2019-01-01', Gyldighedsstop: '2024-12-31', StillingTekst: 'Elev' },
				{ Medarbejdernummer: HISTORY, Datakategori: '0001', Gyldighedsstart: '2025-01-01', Gyldighedsstop: '2026-11-30', StillingTekst: 'Svend' },
				{ Medarbejdernummer: HISTORY, Datakategori: '0001', Gyldighedsstart: '2026-12-01', StillingTekst: 'Mester' },
			),
		);

		it('gives what holds at some time of the validity filter, both ends included', async () => {
			assert.deepEqual(await positions({}), ['Elev', 'Svend', 'Mester']);
			assert.deepEqual(await positions({ validFrom: '2024-12-31T00:00:00', validTo: '2025-01-01T00:00:00' }), ['Elev', 'Svend']);
			assert.deepEqual(await positions({ validFrom: '2025-01-01T00:00:00', validTo: '2026-11-30T23:59:59' }), ['Svend']);
			assert.deepEqual(await positions({ validFrom: '2026-12-01T00:00:00' }), ['Mester']);
			await client.switch({ 'kmdOpus.missingValidityFilter': 'today' });
			assert.deepEqual(await positions({}), ['Svend']);
		});

		it('gives the records that were changed within the change filter, by Danish wall clock', async () => {
			await upsert({ Medarbejdernummer: '2001', Datakategori: '0105', Kommunikationsart: '0020', Gyldighedsstart: '2019-01-01', KommunikationsID: '1', Registreret: '2026-11-01T05:59:59' });
			await upsert({ Medarbejdernummer: '2003', Datakategori: '0105', Kommunikationsart: '0020', Gyldighedsstart: '2019-01-01', KommunikationsID: '2' });
			const since = async (changedFrom: string, changedTo?: string): Promise<number[]> => numbersIn(await list(['1-99999999'], { changedFrom, changedTo }));
			assert.deepEqual(await since('2026-11-01T05:59:59'), [2001, 2003]);
			assert.deepEqual(await since('2026-11-01T06:00:00'), [2003]);
			assert.deepEqual(await since('2026-11-01T04:59:59Z'), [2001, 2003], 'an offset is converted');
			assert.deepEqual(await since('2026-11-01T05:00:00', '2026-11-01T05:59:59'), [2001]);
			assert.deepEqual(await since('2026-11-01T06:00:01'), []);
			const { employees } = await laes('2003', { changedFrom: '2026-11-01T00:00:00' });
			assert.deepEqual(employees[0].groups.Kommunikation.map((row) => row.KommunikationsID), ['2'], 'only what was changed');
			await client.switch({ 'kmdOpus.changeFilterPrecision': 'day' });
			assert.deepEqual(await since('2026-11-01T23:00:00'), [2001, 2003]);
		});

		it('tells a communication record that was taken away to change queries only, as a key without a value', async () => {
			const key = { Medarbejdernummer: '2001', Datakategori: '0105', Kommunikationsart: '0020', Gyldighedsstart: '2019-01-01' };
			await upsert({ ...key, Slettet: true });
			const all = (await laes('2001', { validFrom: OPEN_FROM, validTo: OPEN_TO, changedFrom: OPEN_FROM, changedTo: OPEN_TO })).employees[0];
			assert.ok(!all.groups.Kommunikation.some((row) => row.Kommunikationsart === '0020'));
			const { groups } = (await laes('2001', { changedFrom: '2026-11-01T06:00:00' })).employees[0];
			assert.deepEqual(groups.Kommunikation, [
				{ Gyldighedsstart: '2019-01-01', Gyldighedsstop: '9999-12-31', Sekvensnummer: '000', Kommunikationsart: '0020', KommunikationsID: '' },
			]);
		});

		it('refuses with 100 a limit indicator that is not false and a moment that is none', async () => {
			assert.equal((await laes('2001', { validFrom: OPEN_FROM, edge: 'true' })).code, 100);
			for (const validFrom of ['2026-10-01', '2026-02-30T00:00:00', 'yesterday']) assert.equal((await laes('2001', { validFrom })).code, 100, validFrom);
		});
	});

	describe('managers', () => {
		it('names who leads the unit as of today, and for the leader who leads the unit above', async () => {
			const byName = async (number: string): Promise<readonly Json[]> => (await laes(number, { categories: ['0001'] })).employees[0].managers;
			const [director] = await byName('2001');
			assert.deepEqual(director, {
				MedarbejderRef: 'URN:OIO:KMD:LPE:MEDARBEJDERNR:00000155',
				Gyldighedsstart: '2025-01-01',
				Gyldighedsstop: '9999-12-31',
				FornavnOverordnet: 'Ola',
				EfternavnOverordnet: 'Danielsen',
				SammensatNavnOverordnet: 'Ola Danielsen',
			});
			assert.deepEqual(await byName('155'), []);
			const inShop = (await records()).find((record) => record.Organisationsenhed === '00100010' && record.Medarbejdernummer !== '2001' && record.Gyldighedsstop === '9999-12-31' && record.Gyldighedsstart < '2026');
			assert.equal((await byName(inShop.Medarbejdernummer))[0].MedarbejderRef.slice(-8), '00002001');
			assert.equal((await laes('155', { categories: ['0001'] })).employees[0].groups.Organisation[1].LederOrgEnhed, '00100000+00100050');
		});
	});

	describe('a List that takes too long', () => {
		it('stops with 103 and tells the last employee handled', async () => {
			await client.switch({ 'kmdOpus.employeesPerAnswer': 3 });
			const whole: number[] = [];
			let from = 1;
			for (;;) {
				const answer = await list([`${from}-2010`], { categories: ['0002'] });
				whole.push(...numbersIn(answer));
				if (answer.code !== 103) break;
				from = Number(/Sidst behandlede medarbejder: (\d{8})\./.exec(answer.text)?.[1]) + 1;
			}
			await client.switch({ 'kmdOpus.employeesPerAnswer': 0 });
			assert.deepEqual(whole, numbersIn(await list(['1-2010'], { categories: ['0002'] })));
			assert.ok(whole.length > 3);
		});
	});
});
