import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { AbsenceOffice, EMPLOYEE } from '../../../testing/absence.ts';
import type { Json } from '../../../testing/client.ts';

const MONDAY = '2026-11-02';
const SUNDAY = '2026-11-01';
const READ = { StartDate: MONDAY, EndDate: MONDAY, PersonnelNumber: EMPLOYEE };
const SET = { service: 'kmdOpus', operation: 'SetAbsenceAttendance' };

describe('the absence module by its switches and under faults', () => {
	let office: AbsenceOffice;
	before(async () => {
		office = await AbsenceOffice.start();
	});
	after(() => office.client.close());
	beforeEach(() => office.reset());

	const turn = (name: string, value: unknown): Promise<void> => office.client.switch({ [`kmdOpus.${name}`]: value });
	const item = async (): Promise<Json> => (await office.ask('GetAbsenceAttendanceByPeriod', READ)).body.AbsenceAttendance.item[0];

	it('soapSuccess', async () => {
		await turn('soapSuccess', 'empty');
		assert.deepEqual((await office.set({ StartDate: MONDAY })).body.ReturnStatus, { StatusType: '', MessageText: '' });
		await turn('soapSuccess', 'withText');
		const { body } = await office.ask('GetAbsenceAttendanceByPeriod', READ);
		assert.deepEqual([body.ReturnStatus.item[0].StatusType, body.ReturnStatus.item[0].MessageText], ['S', 'Behandlingen er gennemført.']);
	});

	it('soapMessageText', async () => {
		const text = async (): Promise<string> => {
			const reply = await office.send('SetAbsenceAttendance', { StartDate: '31.10', EndDate: MONDAY, Operation: 'INS', PersonnelNumber: EMPLOYEE, AbsenceAttendanceType: 'FE' });
			return /<MessageText>(.*?)<\/MessageText>/.exec(reply.text)?.[1] ?? '';
		};
		const plain = 'StartDate er ikke en dato i formen ÅÅÅÅ-MM-DD.';
		assert.equal(await text(), plain);
		await turn('soapMessageText', 'numbered');
		assert.equal(await text(), `ZLPT 002: ${plain}`);
		await turn('soapMessageText', 'escaped');
		assert.equal(await text(), plain.replaceAll('Å', '&amp;#197;'));
	});

	it('soapDecimalStyle', async () => {
		await office.set({ StartDate: MONDAY });
		await turn('soapDecimalStyle', 'comma');
		assert.equal((await item()).Item[0].AbsenceAttendanceHours, '7,40');
		const { body } = await office.ask('GetAbsenceQuotas', { PersonnelNumber: EMPLOYEE });
		assert.equal(body.Quota.item[0].Remaining, '177,60');
	});

	it('soapEmptyTime', async () => {
		await office.set({ StartDate: MONDAY, StartTime: '12:00:00' });
		await turn('soapEmptyTime', 'zeros');
		assert.deepEqual([(await item()).Item[0].StartTime, (await item()).Item[0].EndTime], ['12:00:00', '00:00:00']);
	});

	it('personnelNumberStyle', async () => {
		await office.set({ StartDate: MONDAY });
		assert.equal((await item()).Key.PersonnelNumber, '00002001');
		await turn('personnelNumberStyle', 'plain');
		assert.deepEqual([(await item()).Key.PersonnelNumber, (await item()).Item[0].PersonnelNumber], [EMPLOYEE, EMPLOYEE]);
	});

	it('warningActs', async () => {
		const weekend = { StartDate: SUNDAY, AbsenceAttendanceType: 'SY' };
		await turn('warningActs', false);
		assert.deepEqual([(await office.set(weekend)).type, (await office.standing()).length], ['W', 0]);
		await turn('warningActs', true);
		assert.deepEqual([(await office.set(weekend)).type, (await office.standing()).length], ['W', 1]);
	});

	it('absenceTimes', async () => {
		await turn('absenceTimes', 'bothOrNeither');
		assert.match((await office.set({ StartDate: MONDAY, StartTime: '12:00:00' })).text, /Både starttid og sluttid/);
		assert.match((await office.set({ StartDate: MONDAY, EndTime: '12:00:00' })).text, /Både starttid og sluttid/);
		assert.equal((await office.set({ StartDate: MONDAY, StartTime: '12:00:00', EndTime: '15:24:00' })).type, 'S');
	});

	it('absenceClosedPeriod', async () => {
		await turn('absenceClosedPeriod', 'accepts');
		assert.equal((await office.set({ StartDate: '2026-07-31', AbsenceAttendanceType: 'SY' })).type, 'I');
	});

	it('presenceCollision', async () => {
		await turn('presenceCollision', 'sameType');
		assert.equal((await office.set({ StartDate: MONDAY, AbsenceAttendanceType: 'KU' })).type, 'S');
		assert.match((await office.set({ StartDate: MONDAY, AbsenceAttendanceType: 'KU' })).text, /allerede registreret KU/);
		assert.equal((await office.set({ StartDate: MONDAY, AbsenceAttendanceType: 'OA' })).type, 'S');
		assert.equal((await office.set({ StartDate: MONDAY })).type, 'S');
	});

	it('vendorUuid', async () => {
		await turn('vendorUuid', 'required');
		assert.match((await office.ask('GetAbsenceAttendanceByPeriod', READ)).text, /VendorUUID skal udfyldes/);
		assert.equal((await office.ask('GetAbsenceAttendanceByPeriod', { VendorUUID: 'x', ...READ })).type, 'S');
	});

	it('a business error refuses, with a letter W it only remarks', async () => {
		await office.client.faults({ ...SET, kind: 'business-error', text: 'Låst af bruger.', times: 1 });
		assert.deepEqual([(await office.set({ StartDate: MONDAY })).type, await office.standing()], ['E', []]);
		await office.client.faults({ ...SET, kind: 'business-error', type: 'W', text: 'Bemærk.' });
		const { type, text } = await office.set({ StartDate: MONDAY });
		assert.deepEqual([type, text, (await office.standing()).length], ['W', 'Bemærk.', 1]);
		await office.client.faults({ service: 'kmdOpus', operation: 'GetAbsenceAttendanceByPeriod', kind: 'business-error', type: 'A', code: 7 });
		const { body } = await office.ask('GetAbsenceAttendanceByPeriod', READ);
		assert.deepEqual(body, { ReturnStatus: { item: [{ StatusType: 'A', MessageClass: 'ZLPT', MessageNumber: '007', MessageText: 'Der opstod en fejl.' }] } });
	});

	it('a SOAP fault comes before the service acts, or after it', async () => {
		const send = (): ReturnType<AbsenceOffice['send']> =>
			office.send('SetAbsenceAttendance', { StartDate: MONDAY, EndDate: MONDAY, Operation: 'INS', PersonnelNumber: EMPLOYEE, AbsenceAttendanceType: 'FE' });
		await office.client.faults({ ...SET, kind: 'soap-fault' });
		assert.deepEqual([(await send()).status, await office.standing()], [500, []]);
		await office.client.faults({ ...SET, kind: 'soap-fault', acts: true });
		assert.equal((await send()).status, 500);
		assert.equal((await office.standing()).length, 1);
		const journal = await office.client.control('GET', '/control/journal?service=kmdOpus');
		const writes = journal.filter((entry: Json) => entry.operation === 'SetAbsenceAttendance');
		assert.deepEqual(writes.map((entry: Json) => entry.tookEffect), [false, true]);
	});

	it('an answer is cut, lost or broken after the service has acted', async () => {
		for (const [kind, StartDate] of [['reset-after', MONDAY], ['truncate', '2026-11-03']]) {
			await office.client.faults({ ...SET, kind });
			await assert.rejects(office.set({ StartDate }), kind);
		}
		await office.client.faults({ ...SET, kind: 'malformed' });
		const broken = await office.send('SetAbsenceAttendance', { StartDate: '2026-11-04', EndDate: '2026-11-04', Operation: 'INS', PersonnelNumber: EMPLOYEE, AbsenceAttendanceType: 'FE' });
		assert.ok(!broken.text.includes('</SOAP:Envelope>'));
		assert.equal((await office.standing()).length, 3);
	});

	it('what HR puts in and takes out is bound by no rule', async () => {
		const record = { PersonnelNumber: `0000${EMPLOYEE}`, AbsenceAttendanceType: 'FE', StartDate: MONDAY, EndDate: MONDAY };
		await office.put({ absences: [record, { ...record, RecordNumber: '001' }, { ...record, AbsenceAttendanceType: 'SY' }] });
		assert.equal((await office.standing()).length, 3);
		await office.remove({ absences: [record] });
		assert.equal((await office.standing()).length, 2);
		await assert.rejects(office.remove({ absences: [record] }), /No record of "absences" has the key/);
		await assert.rejects(office.put({ absences: [{ PersonnelNumber: EMPLOYEE }] }), /needs PersonnelNumber, AbsenceAttendanceType/);
		await office.put({ absenceTypes: [{ AbsenceAttendanceType: 'ZZ', AbsenceAttendanceTypeText: 'Prøve' }], reasons: [{ ReasonCode: '999', LeaveType: 'MED' }] });
		assert.equal((await office.set({ StartDate: '2026-11-03', AbsenceAttendanceType: 'ZZ' })).type, 'S');
		assert.equal((await office.set({ StartDate: '2026-11-04', AbsenceAttendanceType: 'TJ', AdditionalData: '999' })).type, 'S');
	});
});
