import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../../testing/client.ts';

const EMPLOYEE = '2001';
const LOCKED = '2012';
const UNKNOWN = '2024';
const RENUMBERED = { before: '2018', after: '52018' };

const supplement = (sequence: number, fields: object = {}): object => ({
	Startdato: '2026-11-01',
	Slutdato: '2027-03-31',
	Loenart: '0340',
	Loebenummer: 1,
	Sekvensnummer: String(sequence),
	Beloeb: '250.00',
	Indv_Bemaerkning: 'Vinter',
	...fields,
});

const idOf = (id: string): string => id.padStart(32, '0');

describe('fixed supplements and data of persons', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const state = (): Promise<Json> => client.control('GET', '/control/state/kmdOpus');
	const codes = (answer: Json): number[] => answer.Meddelelse.map((message: Json) => message.Kode);

	describe('update-fixed-supplements', () => {
		const send = async (lines: readonly object[], id = 'A', employee = EMPLOYEE, header: object = {}): Promise<Json> => {
			const body = {
				Header: { OpdateringsID: idOf(id), ...header },
				Medarbejder: { Medarbejdernummer: employee },
				Faste_tillaeg: lines,
			};
			return (await client.opus('update-fixed-supplements', body)).body;
		};
		const supplements = async (): Promise<Json[]> => (await state()).fixedSupplements;

		it('registers them and answers like an update of one-time payments', async () => {
			const answer = await send([supplement(0), supplement(1, { Slutdato: undefined, Beloeb: undefined, Antal: '2', Startdato: '2026-11-01T00:00:00Z' })], 'A', '0002001');
			assert.deepEqual(answer, {
				Header: { Timestamp: '2026-11-01T05:00:00.000Z', OpdateringsID: idOf('A'), Status: 'OK' },
				Medarbejder: { Medarbejdernummer: '0002001' },
				Meddelelse: [],
			});
			const [first, second] = await supplements();
			assert.deepEqual(first, {
				Objekt_id: '500001',
				Medarbejdernummer: EMPLOYEE,
				Startdato: '2026-11-01',
				Slutdato: '2027-03-31',
				Loenart: '0340',
				Loebenummer: 1,
				Beloeb: 250,
				Antal: 0,
				Afv_Omkostningssted: '',
				Afv_PSP_Element: '',
				Indv_Bemaerkning: 'Vinter',
				OpdateringsID: idOf('A'),
			});
			assert.deepEqual([second.Objekt_id, second.Startdato, second.Slutdato, second.Antal], ['500002', '2026-11-01', '9999-12-31', 2]);
		});

		it('only checks with Kun_Valider "1"', async () => {
			assert.equal((await send([supplement(0)], 'A', EMPLOYEE, { Kun_Valider: '1' })).Header.Status, 'OK');
			assert.deepEqual(await supplements(), []);
		});

		const refusals: [what: string, fields: object, code: number][] = [
			['an unknown pay element', { Loenart: '0999' }, 912],
			['an unknown cost centre', { Afv_Omkostningssted: '1' }, 119],
			['a blocked PSP element', { Afv_PSP_Element: 'XG-1009-00001' }, 151],
			['both cost objects', { Afv_Omkostningssted: '1010100001', Afv_PSP_Element: 'XG-1001-00001' }, 167],
			['a first day that is no date', { Startdato: '1.11.2026' }, 910],
			['a last day that is no date', { Slutdato: '2027-02-30' }, 910],
			['a last day before the first', { Slutdato: '2026-10-31' }, 917],
			['a first day before the employment', { Startdato: '2018-12-31' }, 911],
			['a first day in a closed pay period', { Startdato: '2026-07-31' }, 916],
			['neither quantity nor amount', { Beloeb: '' }, 914],
			['a decimal comma', { Beloeb: '250,00' }, 913],
			['a remark that is too long', { Indv_Bemaerkning: 'x'.repeat(21) }, 915],
		];
		for (const [what, fields, code] of refusals) {
			it(`refuses ${what}, naming the supplement, and registers nothing`, async () => {
				const answer = await send([supplement(0), supplement(12, fields)]);
				assert.equal(answer.Header.Status, 'Error');
				const faults = answer.Meddelelse.filter((message: Json) => message.Type === 'E');
				assert.deepEqual(faults.map((message: Json) => message.Kode), [code]);
				assert.match(faults[0].Tekst, /^Fast tillæg Nr\. 012: /);
				assert.deepEqual(await supplements(), []);
			});
		}

		it('refuses a locked and an unknown employee', async () => {
			assert.deepEqual(codes(await send([supplement(0)], 'A', LOCKED)), [138]);
			assert.deepEqual(codes(await send([supplement(0)], 'B', UNKNOWN)), [901]);
		});

		it('honours a repeated OpdateringsID by switch, apart from those of one-time payments', async () => {
			const { body } = await client.opus('update-onetime-payments', { Header: { OpdateringsID: idOf('A') }, Medarbejder: { Medarbejdernummer: EMPLOYEE }, Engangsydelser: [] });
			assert.equal(body.Header.Status, 'Error');
			const first = await send([supplement(0)]);
			assert.equal(first.Header.Status, 'OK');
			assert.deepEqual(await send([supplement(0)]), first);
			assert.equal((await supplements()).length, 1);
			await client.switch({ 'kmdOpus.updateIdRepeat': 'ignored' });
			await send([supplement(0)]);
			assert.equal((await supplements()).length, 2);
		});

		it('registers the good ones, when atomicity is per line', async () => {
			await client.switch({ 'kmdOpus.atomicity': 'perLine' });
			await send([supplement(0), supplement(1, { Beloeb: 'x' })]);
			assert.equal((await supplements()).length, 1);
		});
	});

	describe('update-person-data', () => {
		const send = async (person: object, id = 'A', header: object = {}): Promise<Json> =>
			(await client.opus('update-person-data', { Header: { OpdateringsID: idOf(id), ...header }, Person: person })).body;
		const cprOf = async (number: string): Promise<string> => (await state()).employments.find((of: Json) => of.Medarbejdernummer === number).CPR_nummer;
		const persons = async (): Promise<Json[]> => (await state()).personData;

		it('registers them and names the employment they are about', async () => {
			const CPR_nummer = await cprOf(EMPLOYEE);
			const person = { CPR_nummer, Fornavn: 'Åse', Efternavn: 'Ny', Adresse: 'Nygade 1, 8000 Aarhus C', Ansaettelsesforhold: '03', Startdato: '2026-11-01' };
			assert.deepEqual(await send(person), {
				Header: { Timestamp: '2026-11-01T05:00:00.000Z', OpdateringsID: idOf('A'), Status: 'OK' },
				Medarbejder: { Medarbejdernummer: EMPLOYEE },
				Meddelelse: [],
			});
			assert.deepEqual(await persons(), [{ Objekt_id: '500001', Medarbejdernummer: EMPLOYEE, ...person, OpdateringsID: idOf('A') }]);
		});

		it('registers them without employment, too', async () => {
			assert.equal((await send({ CPR_nummer: '0101555000', Adresse: 'Nygade 1' })).Medarbejder.Medarbejdernummer, '');
			assert.equal((await persons())[0].Medarbejdernummer, '');
		});

		it('goes by date and terms where there are several employments', async () => {
			const parallel = await cprOf('2007');
			assert.deepEqual(codes(await send({ CPR_nummer: parallel, Fornavn: 'A' })), [921]);
			assert.equal((await send({ CPR_nummer: parallel, Fornavn: 'A', Ansaettelsesforhold: '00' }, 'B')).Medarbejder.Medarbejdernummer, '92007');
			const renumbered = { CPR_nummer: await cprOf(RENUMBERED.after), Fornavn: 'A' };
			assert.equal((await send(renumbered, 'C')).Medarbejder.Medarbejdernummer, RENUMBERED.after);
			assert.equal((await send({ ...renumbered, Startdato: '2026-10-11' }, 'D')).Medarbejder.Medarbejdernummer, RENUMBERED.before);
		});

		it('refuses what it does not understand, and a locked employee', async () => {
			const CPR_nummer = await cprOf(EMPLOYEE);
			const faulty: [person: object, code: number][] = [
				[{ CPR_nummer: '010155-5000', Fornavn: 'A' }, 920],
				[{ CPR_nummer }, 920],
				[{ CPR_nummer, Fornavn: 'A', Ansaettelsesforhold: '09' }, 920],
				[{ CPR_nummer, Fornavn: 'A', Startdato: '2026-02-30' }, 910],
				[{ CPR_nummer: await cprOf(LOCKED), Fornavn: 'A' }, 138],
			];
			for (const [index, [person, code]] of faulty.entries()) assert.deepEqual(codes(await send(person, String(index))), [code]);
			assert.deepEqual(await persons(), []);
		});

		it('only checks with Kun_Valider "1", and honours a repeated OpdateringsID', async () => {
			const person = { CPR_nummer: await cprOf(EMPLOYEE), Fornavn: 'A' };
			assert.equal((await send(person, 'A', { Kun_Valider: '1' })).Header.Status, 'OK');
			assert.deepEqual(await persons(), []);
			await send(person);
			await send(person);
			assert.equal((await persons()).length, 1);
		});

		it('gives a refusal on demand', async () => {
			await client.faults({ service: 'kmdOpus', operation: 'update-person-data', kind: 'business-error', code: 138 });
			assert.deepEqual(codes(await send({ CPR_nummer: await cprOf(EMPLOYEE), Fornavn: 'A' })), [138]);
			assert.deepEqual(await persons(), []);
		});
	});
});
