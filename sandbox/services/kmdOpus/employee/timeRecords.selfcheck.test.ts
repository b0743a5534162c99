import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { TestClient, type Json } from '../../../testing/client.ts';
import { askEmployee, type EmployeeRequest } from '../../../testing/employee.ts';
import { addressOf, envelope, sendSoap, toXml } from '../../../testing/soap.ts';

const NAMESPACE = 'urn:kmd.dk:LPT:VACAB:external';
const SICK_LEAVE = { PersonnelNumber: '2001', AbsenceAttendanceType: 'SY', StartDate: '2026-11-02', EndDate: '2026-11-03' };

describe('time as employee data', () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start();
	});
	after(() => client.close());
	beforeEach(async () => {
		await client.reset();
		const { absences, workSchedules } = await client.control('GET', '/control/state/kmdOpus');
		const own = (rows: Json[]): Json[] => rows.filter(({ PersonnelNumber }) => PersonnelNumber === '2001');
		await client.control('DELETE', '/control/world/kmdOpus', { absences: own(absences), workSchedules: own(workSchedules) });
	});

	const upsert = (records: object): Promise<Json> => client.control('POST', '/control/world/kmdOpus', records);
	const read = async (group: string, more: EmployeeRequest = {}): Promise<readonly Json[]> => {
		const { employees } = await askEmployee(client, 'LaesInput', { employees: ['2001'], categories: ['MTP', 'FVNV'], ...more });
		return employees[0]?.groups[group] ?? [];
	};

	it('gives the absences and schedules of the module Fravær', async () => {
		await upsert({
			absences: [SICK_LEAVE, { ...SICK_LEAVE, StartDate: '2026-11-05', EndDate: '2026-11-05', StartTime: '12:00:00' }],
			workSchedules: [{ PersonnelNumber: '2001', StartDate: '2026-11-03', EndDate: '2026-11-03', WorkTimeType: 'AA', StartTime: '10:00:00', EndTime: '14:00:00', Hours: '4.00' }],
		});
		const { FravaersNaervaerstekst: text } = (await read('Fravaer-Naervaer'))[0];
		assert.notEqual(text, '');
		const sick = { FravaersNaervaersart: 'SY', FravaersNaervaerstekst: text };
		assert.deepEqual(await read('Fravaer-Naervaer'), [
			{ Gyldighedsstart: '2026-11-02', Gyldighedsstop: '2026-11-03', ...sick, FravaersNaervaerstimer: '11.40', FravaersNaervaersdage: '2.00' },
			{ Gyldighedsstart: '2026-11-05', Gyldighedsstop: '2026-11-05', ...sick, FravaersNaervaerstimer: '3.40', FravaersNaervaersdage: '0.46', Starttid: '12:00:00' },
		]);
		assert.deepEqual(await read('Moedetidsplan'), [
			{ Gyldighedsstart: '2026-11-03', Gyldighedsstop: '2026-11-03', Arbejdstidstype: 'AA', Arbejdstidstypetekst: 'Afvigende arbejdstidsplan', Arbejdstid: '4.00', Starttid: '10:00:00', Sluttid: '14:00:00' },
		]);
	});

	it('knows when they were changed, be it by the control API or by a client', async () => {
		await upsert({ absences: [SICK_LEAVE] });
		await client.control('PUT', '/control/clock', { advance: 'PT1H' });
		const payload = toXml({ StartDate: '2026-11-09', EndDate: '2026-11-09', Operation: 'INS', PersonnelNumber: '2001', AbsenceAttendanceType: 'SY' });
		await sendSoap(
			client,
			addressOf('KMD_LPT_VACAB_Service_751', 'SetAbsenceAttendance_OS_SI', NAMESPACE),
			envelope(`<n:SetAbsenceAttendanceRequest_MT xmlns:n="${NAMESPACE}">${payload}</n:SetAbsenceAttendanceRequest_MT>`),
		);
		await client.control('PUT', '/control/clock', { advance: 'PT1H' });
		const changedIn = async (changedFrom: string, changedTo: string): Promise<string[]> =>
			(await read('Fravaer-Naervaer', { changedFrom, changedTo })).map((row) => row.Gyldighedsstart);
		assert.deepEqual(await changedIn('2026-11-01T06:00:00', '2026-11-01T06:59:59'), ['2026-11-02']);
		assert.deepEqual(await changedIn('2026-11-01T07:00:00', '2026-11-01T07:00:00'), ['2026-11-09']);
		await upsert({ absences: [{ ...SICK_LEAVE, StartTime: '12:00:00', EndTime: '' }] });
		assert.deepEqual(await changedIn('2026-11-01T08:00:00', '2026-11-01T08:00:00'), ['2026-11-02']);
	});

	it('has the rows of the world entered before the sandbox opens', async () => {
		await client.reset();
		const { employees } = await askEmployee(client, 'ListInput', { employees: ['1-99999999'], categories: ['FVNV'], changedTo: '2026-11-01T05:59:59' });
		const { absences } = await client.control('GET', '/control/state/kmdOpus');
		const told = employees.flatMap(({ groups }) => groups['Fravaer-Naervaer']);
		assert.ok(told.length > 0);
		assert.equal(told.length, absences.length);
	});
});
