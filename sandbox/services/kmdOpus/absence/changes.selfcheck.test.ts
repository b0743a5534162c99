import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { AbsenceOffice, EMPLOYEE } from '../../../testing/absence.ts';
import type { Fields } from '../../../testing/soap.ts';

const MONDAY = '2026-11-02';
const TUESDAY = '2026-11-03';
const WEDNESDAY = '2026-11-04';

describe('absences changed and deleted', () => {
	let office: AbsenceOffice;
	before(async () => {
		office = await AbsenceOffice.start();
	});
	after(() => office.client.close());
	beforeEach(() => office.reset());

	const change = (fields: Fields): ReturnType<AbsenceOffice['set']> => office.set({ Operation: 'MOD', ...fields });
	const remove = (fields: Fields): ReturnType<AbsenceOffice['set']> => office.set({ Operation: 'DEL', ...fields });
	const periods = async (): Promise<string[]> => (await office.standing()).map((row) => row.split(' ').slice(0, 4).join(' '));

	it('MOD puts new dates, times and type in the place of the original ones', async () => {
		await office.set({ StartDate: MONDAY });
		await change({ StartDate: MONDAY, OriginalStartDate: MONDAY, EndDate: WEDNESDAY, OriginalEndDate: MONDAY });
		assert.deepEqual(await periods(), [`FE ${MONDAY} ${WEDNESDAY} -`]);
		await change({ StartDate: TUESDAY, OriginalStartDate: MONDAY, OriginalEndDate: WEDNESDAY, StartTime: '12:00:00' });
		assert.deepEqual(await periods(), [`FE ${TUESDAY} ${TUESDAY} 12:00:00-`]);
		const half = { StartDate: TUESDAY, StartTime: '12:00:00', OriginalStartTime: '12:00:00' };
		await change({ ...half, AbsenceAttendanceType: 'SY', OriginalAbsenceAttendanceType: 'FE' });
		assert.deepEqual(await periods(), [`SY ${TUESDAY} ${TUESDAY} 12:00:00-`]);
		const moved = await change({ ...half, StartTime: '10:00:00', EndTime: '11:00:00', AbsenceAttendanceType: 'SY' });
		assert.equal(moved.type, 'S', 'dates and type that are not sent as original are the new ones');
		assert.deepEqual(await periods(), [`SY ${TUESDAY} ${TUESDAY} 10:00:00-11:00:00`]);
	});

	it('MOD does not collide with its own original, but with all others', async () => {
		await office.set({ StartDate: MONDAY, EndDate: TUESDAY });
		await office.set({ StartDate: WEDNESDAY });
		const original = { OriginalStartDate: MONDAY, OriginalEndDate: TUESDAY };
		const refused = await change({ StartDate: TUESDAY, EndDate: WEDNESDAY, ...original });
		assert.deepEqual([refused.type, (await periods()).length], ['E', 2]);
		assert.match(refused.text, /allerede registreret/);
		assert.equal((await change({ StartDate: TUESDAY, ...original })).type, 'S');
	});

	it('DEL takes away what its fields name, as original or plainly', async () => {
		await office.set({ StartDate: MONDAY, StartTime: '12:00:00' });
		await office.set({ StartDate: TUESDAY });
		assert.equal((await remove({ StartDate: MONDAY, StartTime: '12:00:00' })).type, 'S');
		const original = { OriginalStartDate: TUESDAY, OriginalEndDate: TUESDAY, OriginalAbsenceAttendanceType: 'FE' };
		assert.equal((await remove({ StartDate: TUESDAY, ...original })).type, 'S');
		assert.deepEqual(await periods(), []);
	});

	it('both are refused when there is no such original', async () => {
		await office.set({ StartDate: MONDAY, StartTime: '12:00:00', EndTime: '14:00:00' });
		const whole = { StartDate: MONDAY, StartTime: '12:00:00', EndTime: '14:00:00' };
		const times = { OriginalStartTime: '12:00:00', OriginalEndTime: '14:00:00' };
		for (const fields of [
			{ ...whole },
			{ ...whole, OriginalStartTime: '12:00:00' },
			{ ...whole, OriginalEndTime: '14:00:00' },
			{ ...whole, ...times, OriginalStartDate: TUESDAY },
			{ ...whole, ...times, OriginalEndDate: TUESDAY },
			{ ...whole, ...times, OriginalAbsenceAttendanceType: 'SY' },
			{ ...whole, ...times, AbsenceAttendanceType: 'SY' },
			{ ...whole, ...times, PersonnelNumber: '2003' },
		]) {
			const answer = await change(fields);
			assert.equal(answer.type, 'E', JSON.stringify(fields));
			assert.match(answer.text, /ingen registrering med de oprindelige oplysninger/);
		}
		for (const fields of [{ StartDate: MONDAY }, { ...whole, EndTime: '15:00:00' }, { ...whole, AbsenceAttendanceType: '6F' }]) {
			assert.match((await remove(fields)).text, /ingen registrering/);
		}
		assert.deepEqual(await periods(), [`FE ${MONDAY} ${MONDAY} 12:00:00-14:00:00`]);
		assert.equal((await change({ ...whole, ...times, EndTime: '15:00:00' })).type, 'S');
		assert.equal((await remove({ ...whole, EndTime: '15:00:00' })).type, 'S');
		assert.match((await remove({ ...whole, EndTime: '15:00:00' })).text, /ingen registrering/, 'what is gone is gone');
	});

	it('both are refused of a locked record, a locked employee and a closed period', async () => {
		const record = { PersonnelNumber: EMPLOYEE, AbsenceAttendanceType: 'SY', StartDate: MONDAY, EndDate: MONDAY };
		await office.put({ absences: [{ ...record, LockIndicator: 'X' }] });
		const fields = { StartDate: MONDAY, AbsenceAttendanceType: 'SY' };
		assert.match((await remove(fields)).text, /Registreringen er låst/);
		await office.put({ absences: [{ ...record, LockIndicator: '' }], employments: [{ Medarbejdernummer: EMPLOYEE, Laast: true }] });
		assert.match((await remove(fields)).text, /Medarbejderen er låst/);
		await office.put({ employments: [{ Medarbejdernummer: EMPLOYEE, Laast: false }], payPeriods: [{ Fra: '2026-11-01', Lukket: true }] });
		assert.match((await remove(fields)).text, /lukket lønperiode/);
		assert.match((await change({ ...fields, StartDate: '2026-10-30', OriginalStartDate: MONDAY, OriginalEndDate: MONDAY })).text, /lukket/);
		await office.put({ payPeriods: [{ Fra: '2026-11-01', Lukket: false }] });
		assert.equal((await remove(fields)).type, 'S');
	});

	it('MOD keeps the additional data of the same type unless it is sent', async () => {
		await office.put({ children: [{ PersonnelNumber: EMPLOYEE, ChildNumber: '02', ChildCPRNumber: '0101415001', BirthDate: '2022-01-02' }] });
		const child = async (): Promise<string> => {
			const { body } = await office.ask('GetAbsenceAttendanceByPeriod', { StartDate: MONDAY, EndDate: WEDNESDAY, PersonnelNumber: EMPLOYEE });
			return body.AbsenceAttendance.item[0].Item[0].CompLeave?.Item[0].ChildNumber;
		};
		await office.set({ StartDate: MONDAY, AbsenceAttendanceType: 'OS', AdditionalData: '01' });
		await change({ StartDate: TUESDAY, OriginalStartDate: MONDAY, OriginalEndDate: MONDAY, AbsenceAttendanceType: 'OS' });
		assert.equal(await child(), '01');
		await change({ StartDate: TUESDAY, AbsenceAttendanceType: 'OS', AdditionalData: '02' });
		assert.equal(await child(), '02');
		const toHoliday = { StartDate: TUESDAY, AbsenceAttendanceType: 'FE', OriginalAbsenceAttendanceType: 'OS' };
		assert.match((await change({ ...toHoliday, AdditionalData: '02' })).text, /må ikke angives for FE/);
		assert.equal((await change(toHoliday)).type, 'S');
		assert.equal(await child(), undefined);
	});
});
