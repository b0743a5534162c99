import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { AbsenceOffice, EMPLOYEE } from '../../../testing/absence.ts';
import type { Json } from '../../../testing/client.ts';

const MONDAY = '2026-11-02';
const TUESDAY = '2026-11-03';

const holiday = (key: string, more: object = {}): object => ({
	PersonnelNumber: EMPLOYEE,
	QuotaKey: key,
	QuotaType: 'FE',
	ValidStartDate: '2025-09-01',
	ValidEndDate: '2026-08-31',
	DeductionStartDate: '2025-09-01',
	DeductionEndDate: '2026-12-31',
	Entitlement: 7.4,
	Unit: 'hours',
	...more,
});

describe('absence quotas', () => {
	let office: AbsenceOffice;
	before(async () => {
		office = await AbsenceOffice.start();
	});
	after(() => office.client.close());
	beforeEach(() => office.reset());

	const rows = async (KeyDate?: string, PersonnelNumber: string[] = [EMPLOYEE]): Promise<Json[]> =>
		(await office.ask('GetAbsenceQuotas', { KeyDate, PersonnelNumber })).body.Quota.item ?? [];
	/** `key entitlement deducted requested remaining` of each quota. */
	const figures = async (date?: string): Promise<string[]> =>
		(await rows(date)).map((of) => [of.QuotaKey, of.Entitlement, of.Deducted, of.Requested, of.Remaining].join(' '));
	const details = async (QuotaKey: string): Promise<Json> =>
		(await office.ask('GetAbsenceQuotaDetails', { PersonnelNumber: EMPLOYEE, QuotaKey })).body;

	it('tell what is deducted up to today, requested for later, and left', async () => {
		await office.set({ StartDate: '2026-10-29', EndDate: '2026-10-30' });
		await office.set({ StartDate: MONDAY, StartTime: '12:00:00' });
		assert.deepEqual((await rows())[0], {
			PersonnelNumber: '00002001',
			QuotaKey: 'FE-1',
			QuotaType: 'FE',
			QuotaTypeText: 'Ferie',
			ValidStartDate: '2026-09-01',
			ValidEndDate: '2027-08-31',
			DeductionStartDate: '2026-09-01',
			DeductionEndDate: '2027-12-31',
			Entitlement: '185.00',
			Deducted: '14.80',
			Requested: '3.40',
			Remaining: '166.80',
			Unit: 'hours',
		});
		await office.client.control('PUT', '/control/clock', { now: '2026-11-02T07:00:00' });
		assert.equal((await figures())[0], 'FE-1 185.00 18.20 0.00 166.80');
	});

	it('are those that can be used in the calendar year of the date, of one or several employees', async () => {
		await office.put({ quotas: [holiday('FE-0')] });
		const keys = async (date?: string): Promise<string> => (await rows(date)).map((of) => of.QuotaKey).join(' ');
		assert.equal(await keys(), 'FE-1 FE-0 OS-2001-01-2026');
		assert.equal(await keys('2025-01-15'), 'FE-0 OS-2001-01-2025');
		assert.equal(await keys('2027-12-31'), 'FE-1 OS-2001-01-2027');
		assert.equal(await keys('2030-06-01'), '');
		const both = await rows('2026-06-01', [EMPLOYEE, '2003']);
		assert.deepEqual([...new Set(both.map((of) => of.PersonnelNumber))], ['00002001', '00002003']);
	});

	it('are used up in the order in which they end', async () => {
		await office.put({ quotas: [holiday('FE-0')] });
		await office.set({ StartDate: MONDAY, EndDate: TUESDAY });
		assert.deepEqual((await figures()).slice(0, 2), ['FE-1 185.00 0.00 7.40 177.60', 'FE-0 7.40 0.00 7.40 0.00']);
	});

	it('give their details: what was earned month by month, and which absence used how much', async () => {
		await office.set({ StartDate: MONDAY, EndDate: TUESDAY });
		await office.set({ StartDate: '2026-10-05' });
		const { ReturnStatus, Earning, Deduction } = await details('FE-1');
		assert.equal(ReturnStatus.item[0].StatusType, 'S');
		assert.deepEqual(Earning.item[0], { Date: '2026-09-30', Amount: '15.42', Text: 'Optjent' });
		assert.deepEqual([Earning.item.length, Earning.item[11].Date, Earning.item[11].Amount], [12, '2027-08-31', '15.38']);
		assert.deepEqual(Deduction.item, [
			{ StartDate: '2026-10-05', EndDate: '2026-10-05', AbsenceAttendanceType: 'FE', Amount: '7.40' },
			{ StartDate: MONDAY, EndDate: TUESDAY, AbsenceAttendanceType: 'FE', Amount: '14.80' },
		]);
		assert.deepEqual((await details('OS-2001-01-2026')).Earning.item, [{ Date: '2026-01-01', Amount: '2.00', Text: 'Tildelt' }]);
	});

	it('refuse what is more than they hold, also by a change', async () => {
		await office.put({ quotas: [holiday('FE-1', { DeductionEndDate: '2026-12-31', Entitlement: 14.8 })] });
		assert.match((await office.set({ StartDate: MONDAY, EndDate: '2026-11-04' })).text, /Kvoten FE er opbrugt/);
		assert.equal((await office.set({ StartDate: MONDAY, EndDate: TUESDAY })).type, 'S');
		assert.match((await office.set({ StartDate: '2026-11-04', StartTime: '14:00:00' })).text, /opbrugt/);
		assert.equal((await office.set({ StartDate: '2026-11-07', EndDate: '2026-11-08' })).type, 'W', 'a weekend takes nothing');
		const longer = { Operation: 'MOD', StartDate: MONDAY, EndDate: '2026-11-04', OriginalStartDate: MONDAY, OriginalEndDate: TUESDAY };
		assert.match((await office.set(longer)).text, /opbrugt/);
		assert.equal((await office.set({ ...longer, EndDate: MONDAY })).type, 'S');
		assert.equal((await office.set({ StartDate: '2026-11-04' })).type, 'S', 'what a change gives back can be used');
	});

	it('refuse days that no quota covers', async () => {
		assert.match((await office.set({ StartDate: '2028-01-03' })).text, /ingen kvote FE, som gælder 2028-01-03/);
		assert.match((await office.set({ StartDate: MONDAY, AbsenceAttendanceType: 'SO' })).text, /ingen kvote SO/);
	});

	it('are overdrawn by a changed schedule, which refuses nothing else', async () => {
		await office.put({ quotas: [holiday('FE-1', { Entitlement: 7.4 })] });
		await office.set({ StartDate: MONDAY });
		await office.put({ workSchedules: [{ PersonnelNumber: EMPLOYEE, StartDate: MONDAY, EndDate: MONDAY, WorkTimeType: 'AA', Hours: '9.00' }] });
		assert.equal((await figures())[0], 'FE-1 7.40 0.00 9.00 -1.60');
		assert.equal((await office.set({ StartDate: TUESDAY, AbsenceAttendanceType: 'SY' })).type, 'S');
		assert.match((await office.set({ StartDate: '2026-11-04' })).text, /opbrugt/);
	});

	it('hold two care days a child and year, until the year it turns seven', async () => {
		const child = { PersonnelNumber: EMPLOYEE, ChildNumber: '02', ChildCPRNumber: '0101425001', BirthDate: '2019-12-31' };
		await office.put({ children: [child] });
		const care = async (StartDate: string, AdditionalData = '01', more = {}): Promise<string> =>
			(await office.set({ StartDate, AbsenceAttendanceType: 'OS', AdditionalData, ...more })).text;
		assert.equal(await care(MONDAY), '');
		assert.equal(await care(TUESDAY, '01', { StartTime: '11:42:00' }), '');
		assert.equal(await care('2026-11-04', '01', { EndTime: '11:42:00' }), '');
		assert.match(await care('2026-11-05'), /Kvoten OS er opbrugt/);
		assert.equal(await care('2026-11-05', '02'), '', 'the other child has its own');
		assert.equal(await care('2027-01-04', '01'), '', 'a new year has its own');
		assert.match(await care('2027-01-05', '02'), /ingen kvote OS/, 'it turned seven in 2026');
		assert.deepEqual((await figures('2026-06-01')).slice(1), ['OS-2001-01-2026 2.00 0.00 2.00 0.00', 'OS-2001-02-2026 2.00 0.00 1.00 1.00']);
	});

	it('are asked for with a sound date, employees there are, and a key of theirs', async () => {
		const ask = async (fields: object): Promise<string> => {
			const { type, text, body } = await office.ask('GetAbsenceQuotas', { ...fields });
			assert.match(type, /^E+$/);
			assert.equal(body.Quota, undefined);
			return text;
		};
		assert.match(await ask({ KeyDate: '2026', PersonnelNumber: EMPLOYEE }), /KeyDate er ikke en dato/);
		assert.match(await ask({}), /PersonnelNumber skal udfyldes/);
		assert.match(await ask({ PersonnelNumber: [EMPLOYEE, '2024', 'x'] }), /2024 findes ikke.*8 cifre/);
		const { item } = (await details('FE-2003-2026')).ReturnStatus;
		assert.deepEqual(item[0], { StatusType: 'E', MessageClass: 'ZLPT', MessageNumber: '052', MessageText: 'Kvote FE-2003-2026 findes ikke for medarbejder 2001.' });
	});
});
