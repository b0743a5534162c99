import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../../testing/client.ts';
import { addressOf, bodyOf, envelope, faultTextOf, sendSoap, toXml, type Fields } from '../../../testing/soap.ts';

const NAMESPACE = 'urn:kmd.dk:LPE:EMPLOYEEINFO:external';
const ADDRESS = addressOf('LPE_Employee_KOM_751', 'GetEmployeeInfo_OS_SI', NAMESPACE);

describe('GetEmployeeInfo', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(() => client.reset());

	const ask = async (fields: Fields): Promise<Json> => {
		const reply = await sendSoap(client, ADDRESS, envelope(`<n:GetEmployeeInfoRequest_MT xmlns:n="${NAMESPACE}">${toXml(fields)}</n:GetEmployeeInfoRequest_MT>`));
		return reply.status === 200 ? bodyOf(reply).GetEmployeeInfoResponse_MT : faultTextOf(reply);
	};
	const rows = async (fields: Fields): Promise<Json[]> => (await ask(fields)).EmployeeInfo.item;
	const state = (): Promise<Json> => client.control('GET', '/control/state/kmdOpus');
	const cprOf = async (number: string): Promise<string> => (await state()).employments.find((of: Json) => of.Medarbejdernummer === number).CPR_nummer;

	it('gives parallel employments with what tells them apart', async () => {
		const both = await rows({ CPRNumber: await cprOf('2007') });
		assert.deepEqual(both, [
			{
				PersonnelNumber: '00002007',
				WorkContract: '03',
				SupplementaryDigit: '0',
				StartDate: '2019-01-01',
				EndDate: '9999-12-31',
				PositionText: both[0].PositionText,
				OrganizationText: both[0].OrganizationText,
				EmploymentPercent: '100.00',
			},
			{
				PersonnelNumber: '00092007',
				WorkContract: '00',
				SupplementaryDigit: '1',
				StartDate: '2023-01-01',
				EndDate: '9999-12-31',
				PositionText: both[1].PositionText,
				OrganizationText: 'Kundeservice',
				EmploymentPercent: '40.54',
			},
		]);
		assert.ok(both[0].PositionText !== '' && both[0].OrganizationText !== '');
	});

	it('gives past employments, unless the key date says otherwise', async () => {
		const CPRNumber = await cprOf('2018');
		const numbers = async (fields: object): Promise<string[]> => (await rows({ CPRNumber, ...fields })).map((of) => of.PersonnelNumber);
		assert.deepEqual(await numbers({}), ['00002018', '00052018']);
		assert.deepEqual(await numbers({ KeyDate: '2026-10-11' }), ['00002018']);
		assert.deepEqual(await numbers({ KeyDate: '2026-10-12' }), ['00052018']);
	});

	it('gives the texts of the key date', async () => {
		const CPRNumber = await cprOf('2001');
		const employeeRecords = [
			{ Medarbejdernummer: '2001', Datakategori: '0001', Gyldighedsstart: '2019-01-01', Gyldighedsstop: '2026-10-31', StillingTekst: 'Elev' },
			{ Medarbejdernummer: '2001', Datakategori: '0001', Gyldighedsstart: '2026-11-01', StillingTekst: 'Svend' },
		];
		await client.control('POST', '/control/world/kmdOpus', { employeeRecords });
		assert.equal((await rows({ CPRNumber, KeyDate: '2026-10-31' }))[0].PositionText, 'Elev');
		assert.equal((await rows({ CPRNumber }))[0].PositionText, 'Svend');
	});

	it('answers S with an empty list for somebody without employment', async () => {
		const { employments, persons } = await state();
		const employed = new Set(employments.map((of: Json) => of.CPR_nummer));
		const without = persons.find((of: Json) => !employed.has(of.CPR_nummer));
		assert.deepEqual(await ask({ CPRNumber: without.CPR_nummer }), { ReturnStatus: { StatusType: 'S', MessageText: '' }, EmployeeInfo: '' });
	});

	it('refuses what is no CPR number or no date', async () => {
		for (const fields of [{ CPRNumber: '010203-1234' }, { CPRNumber: '' }, { CPRNumber: '0102031234', KeyDate: '2026-13-01' }]) {
			assert.equal((await ask(fields)).ReturnStatus.StatusType, 'E');
		}
		assert.match(await ask({ KeyDate: '2026-10-01', CPRNumber: '0102031234' }), /out of order|missing/);
	});
});
