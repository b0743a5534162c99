import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { AbsenceOffice, EMPLOYEE } from '../../../testing/absence.ts';
import type { Fields } from '../../../testing/soap.ts';

const FRIDAY = '2026-10-30';
const MONDAY = '2026-11-02';
const TUESDAY = '2026-11-03';
const WEDNESDAY = '2026-11-04';
const LOCKED = '2012';
const UNKNOWN = '2024';
const ENDED = '32032';
const RENUMBERED = { before: '2018', after: '52018' };

describe('absences', () => {
	let office: AbsenceOffice;
	before(async () => {
		office = await AbsenceOffice.start();
	});
	after(() => office.client.close());
	beforeEach(() => office.reset());

	const refuses = async (fields: Fields, text: RegExp): Promise<void> => {
		const standing = await office.standing();
		const answer = await office.set(fields);
		assert.equal(answer.type, 'E', `${JSON.stringify(fields)}: ${answer.text}`);
		assert.match(answer.text, text);
		assert.deepEqual(await office.standing(), standing, 'nothing is changed');
	};

	describe('created', () => {
		it('are answered with the status alone, and stand as they were sent', async () => {
			const { body } = await office.set({ StartDate: MONDAY, PersonnelNumber: '00002001' });
			assert.deepEqual(body, { ReturnStatus: { StatusType: 'S', MessageText: '' } });
			const { absences } = await office.state();
			assert.deepEqual(
				absences.filter((row: { PersonnelNumber: string }) => row.PersonnelNumber === EMPLOYEE),
				[
					{
						PersonnelNumber: EMPLOYEE,
						AbsenceAttendanceType: 'FE',
						StartDate: MONDAY,
						EndDate: MONDAY,
						StartTime: '',
						EndTime: '',
						AdditionalData: '',
						ObjectId: '',
						LockIndicator: '',
						RecordNumber: '000',
					},
				],
			);
		});

		it('change what the journal says took effect', async () => {
			await office.set({ StartDate: MONDAY });
			await office.set({ StartDate: MONDAY });
			await office.standing();
			const journal = await office.client.control('GET', '/control/journal?service=kmdOpus');
			assert.deepEqual(
				journal.slice(-3).map((entry: { operation: string; tookEffect: boolean }) => [entry.operation, entry.tookEffect]),
				[['SetAbsenceAttendance', true], ['SetAbsenceAttendance', false], ['GetAbsenceAttendanceByPeriod', false]],
			);
		});
	});

	it('are read when they touch the period, both its ends included and open when empty', async () => {
		await office.set({ StartDate: MONDAY, EndDate: TUESDAY });
		const found = async (StartDate: string, EndDate: string): Promise<number> => {
			const { type, body } = await office.ask('GetAbsenceAttendanceByPeriod', { StartDate, EndDate, PersonnelNumber: EMPLOYEE });
			assert.equal(type, 'S');
			return (body.AbsenceAttendance.item ?? []).length;
		};
		assert.deepEqual([await found(TUESDAY, WEDNESDAY), await found(FRIDAY, MONDAY), await found('', '')], [1, 1, 1]);
		assert.deepEqual([await found(WEDNESDAY, ''), await found('', FRIDAY)], [0, 0]);
		for (const [StartDate, text] of [[WEDNESDAY, /efter EndDate/], ['x', /StartDate er ikke en dato/]] as const) {
			const { type, body } = await office.ask('GetAbsenceAttendanceByPeriod', { StartDate, EndDate: TUESDAY, PersonnelNumber: EMPLOYEE });
			assert.deepEqual([type, body.AbsenceAttendance], ['E', undefined]);
			assert.match(body.ReturnStatus.item[0].MessageText, text);
		}
	});

	describe('are measured by the work schedule of their days', () => {
		it('whole and part days of the ordinary week, weekends without hours', async () => {
			await office.set({ StartDate: '2026-11-05', EndDate: '2026-11-10' });
			await office.set({ StartDate: MONDAY, StartTime: '12:00:00' });
			await office.set({ StartDate: TUESDAY, EndTime: '11:42:00' });
			await office.set({ StartDate: WEDNESDAY, StartTime: '09:00:00', EndTime: '10:30:00' });
			assert.deepEqual(await office.standing(), [
				`FE ${MONDAY} ${MONDAY} 12:00:00- 3.40/0.46/1.00`,
				`FE ${TUESDAY} ${TUESDAY} -11:42:00 3.70/0.50/1.00`,
				`FE ${WEDNESDAY} ${WEDNESDAY} 09:00:00-10:30:00 1.50/0.20/1.00`,
				'FE 2026-11-05 2026-11-10 - 29.60/4.00/6.00',
			]);
		});

		it('and change with it when it changes', async () => {
			await office.set({ StartDate: MONDAY, EndDate: WEDNESDAY });
			const schedule = { PersonnelNumber: EMPLOYEE, WorkTimeType: 'AA' };
			await office.put({
				workSchedules: [
					{ ...schedule, StartDate: MONDAY, EndDate: MONDAY, Hours: '5.00' },
					{ ...schedule, StartDate: TUESDAY, EndDate: TUESDAY, WorkTimeType: 'FR', Hours: '0.00' },
				],
			});
			assert.deepEqual(await office.standing(), [`FE ${MONDAY} ${WEDNESDAY} - 12.40/2.00/3.00`]);
			const { body } = await office.ask('GetAbsenceQuotaDetails', { PersonnelNumber: EMPLOYEE, QuotaKey: 'FE-1' });
			assert.equal(body.Deduction.item[0].Amount, '12.40');
		});

		it('with pauses spread evenly, over midnight, and in several shifts a day', async () => {
			const schedule = { PersonnelNumber: EMPLOYEE, WorkTimeType: '01' };
			await office.put({
				workSchedules: [
					{ ...schedule, StartDate: MONDAY, EndDate: MONDAY, StartTime: '08:00:00', EndTime: '16:00:00', Hours: '7.50' },
					{ ...schedule, StartDate: TUESDAY, EndDate: TUESDAY, StartTime: '22:00:00', EndTime: '06:00:00' },
					{ ...schedule, StartDate: WEDNESDAY, EndDate: WEDNESDAY, StartTime: '06:00:00', EndTime: '10:00:00' },
					{ ...schedule, StartDate: WEDNESDAY, EndDate: WEDNESDAY, StartTime: '16:00:00', EndTime: '19:00:00' },
				],
			});
			await office.set({ StartDate: MONDAY, EndTime: '12:00:00', AbsenceAttendanceType: 'SY' });
			await office.set({ StartDate: TUESDAY, AbsenceAttendanceType: 'SY' });
			await office.set({ StartDate: WEDNESDAY, StartTime: '08:00:00', EndTime: '17:00:00', AbsenceAttendanceType: 'SY' });
			assert.deepEqual((await office.standing()).map((row) => row.split(' ').at(-1)), ['3.75/0.50/1.00', '8.00/1.00/1.00', '3.00/0.43/1.00']);
		});

		it('but presence with both times by the clock', async () => {
			await office.set({ StartDate: MONDAY, StartTime: '17:00:00', EndTime: '19:30:00', AbsenceAttendanceType: 'OA' });
			await office.set({ StartDate: TUESDAY, AbsenceAttendanceType: 'KU' });
			assert.deepEqual((await office.standing()).map((row) => row.split(' ').at(-1)), ['2.50/0.00/1.00', '7.40/1.00/1.00']);
		});
	});

	describe('collide', () => {
		it('by date, whatever their types', async () => {
			await office.set({ StartDate: MONDAY, EndDate: WEDNESDAY });
			for (const fields of [
				{ StartDate: MONDAY },
				{ StartDate: WEDNESDAY, EndDate: '2026-11-06' },
				{ StartDate: FRIDAY, EndDate: MONDAY },
				{ StartDate: FRIDAY, EndDate: '2026-11-06', AbsenceAttendanceType: 'SY' },
				{ StartDate: TUESDAY, StartTime: '08:00:00', EndTime: '09:00:00' },
			]) {
				await refuses(fields, /allerede registreret FE i perioden 2026-11-02 - 2026-11-04/);
			}
			assert.equal((await office.set({ StartDate: FRIDAY, EndDate: '2026-11-01' })).type, 'S');
		});

		it('by time on part days', async () => {
			await office.set({ StartDate: MONDAY, StartTime: '12:00:00' });
			await refuses({ StartDate: MONDAY, EndTime: '12:00:01' }, /allerede/);
			await refuses({ StartDate: MONDAY, StartTime: '13:00:00', EndTime: '14:00:00' }, /allerede/);
			assert.equal((await office.set({ StartDate: MONDAY, EndTime: '12:00:00' })).type, 'S');
			const { absences } = await office.state();
			const numbers = absences.filter((row: { PersonnelNumber: string }) => row.PersonnelNumber === EMPLOYEE);
			assert.deepEqual(numbers.map((row: { RecordNumber: string }) => row.RecordNumber), ['000', '001']);
		});

		it('but presence with nothing', async () => {
			await office.set({ StartDate: MONDAY });
			for (let time = 0; time < 2; time += 1) {
				assert.equal((await office.set({ StartDate: MONDAY, AbsenceAttendanceType: 'KU' })).type, 'S');
			}
			assert.equal((await office.set({ StartDate: TUESDAY, AbsenceAttendanceType: 'KU' })).type, 'S');
			assert.equal((await office.set({ StartDate: TUESDAY })).type, 'S');
			assert.equal((await office.standing()).length, 5);
		});
	});

	describe('are refused', () => {
		const day = { StartDate: MONDAY };
		const cases: [what: string, fields: Fields, text: RegExp][] = [
			['without an operation', { ...day, Operation: '' }, /Operation skal være INS, MOD eller DEL/],
			['with an unknown operation', { ...day, Operation: 'ins' }, /Operation/],
			['without an employee', { ...day, PersonnelNumber: '' }, /PersonnelNumber skal udfyldes/],
			['with a number that is none', { ...day, PersonnelNumber: 'A2001' }, /8 cifre/],
			['with a number of nine digits', { ...day, PersonnelNumber: '000002001' }, /8 cifre/],
			['of an unknown employee', { ...day, PersonnelNumber: UNKNOWN }, /Medarbejder 2024 findes ikke/],
			['of a locked employee', { ...day, PersonnelNumber: LOCKED }, /Medarbejderen er låst/],
			['with an empty date', { ...day, EndDate: '' }, /EndDate skal udfyldes/],
			['with a date in another form', { StartDate: '02.11.2026', EndDate: MONDAY }, /StartDate er ikke en dato/],
			['with a date that no calendar has', { StartDate: '2026-02-30' }, /StartDate er ikke en dato/],
			['with a time in another form', { ...day, StartTime: '8:00' }, /StartTime er ikke et klokkeslæt/],
			['with a time past midnight', { ...day, EndTime: '24:00:00' }, /EndTime er ikke et klokkeslæt/],
			['without a type', { ...day, AbsenceAttendanceType: '' }, /AbsenceAttendanceType skal udfyldes/],
			['of a type too long', { ...day, AbsenceAttendanceType: 'FERIE' }, /længere end 4/],
			['of an unknown type', { ...day, AbsenceAttendanceType: 'ZZ' }, /ZZ findes ikke/],
			['with too long additional data', { ...day, AdditionalData: 'x'.repeat(41) }, /længere end 40/],
			['when they end before they start', { ...day, EndDate: FRIDAY }, /StartDate ligger efter EndDate/],
			['when they last for more than ten years', { ...day, EndDate: '2036-12-01' }, /længere end 10 år/],
			['with times on several days', { ...day, EndDate: TUESDAY, StartTime: '12:00:00' }, /kun angives, når perioden er én dag/],
			['with times in reverse', { ...day, StartTime: '12:00:00', EndTime: '11:00:00' }, /StartTime skal ligge før EndTime/],
			['with times that leave nothing', { ...day, StartTime: '12:00:00', EndTime: '12:00:00' }, /StartTime skal ligge før EndTime/],
			['before the employment', { StartDate: '2018-12-31', AbsenceAttendanceType: 'SY' }, /begynder først 2019-01-01/],
			['in a closed pay period', { StartDate: '2026-07-31', EndDate: '2026-08-01', AbsenceAttendanceType: 'SY' }, /lukket lønperiode/],
		];
		for (const [what, fields, text] of cases) it(what, () => refuses(fields, text));

		it('after an employment has ended, and where a number has changed the text names the new one', async () => {
			await refuses({ StartDate: '2026-10-13', PersonnelNumber: ENDED }, /ophørt 2026-10-11\.$/);
			const changed = { StartDate: '2026-10-11', EndDate: '2026-10-12', AbsenceAttendanceType: 'SY' };
			await refuses({ ...changed, PersonnelNumber: RENUMBERED.before }, /ophørt 2026-10-11\. Nyt medarbejdernummer er muligvis 52018\./);
			await refuses({ ...changed, PersonnelNumber: RENUMBERED.after }, /begynder først 2026-10-12/);
			assert.equal((await office.set({ ...changed, EndDate: '2026-10-11', PersonnelNumber: RENUMBERED.before })).type, 'W');
			assert.equal((await office.set({ ...changed, StartDate: '2026-10-12', PersonnelNumber: RENUMBERED.after })).type, 'S');
		});

		it('until HR unlocks the employee or opens the period', async () => {
			await office.put({ employments: [{ Medarbejdernummer: LOCKED, Laast: false }], payPeriods: [{ Fra: '2026-07-01', Lukket: false }] });
			assert.equal((await office.set({ StartDate: MONDAY, PersonnelNumber: LOCKED })).type, 'S');
			assert.notEqual((await office.set({ StartDate: '2026-07-31', AbsenceAttendanceType: 'SY' })).type, 'E');
		});
	});

	it('are taken with a warning when nothing was planned, and with a note when they lie long ago', async () => {
		const weekend = await office.set({ StartDate: '2026-11-07', EndDate: '2026-11-08', AbsenceAttendanceType: 'SY' });
		assert.deepEqual([weekend.type, weekend.text], ['W', 'Der er ingen planlagt mødetid i perioden.']);
		const old = await office.set({ StartDate: '2026-08-31', AbsenceAttendanceType: 'SY' });
		assert.equal(old.type, 'I');
		assert.match(old.text, /mere end 60 dage tilbage/);
		assert.equal((await office.set({ StartDate: '2026-09-02', AbsenceAttendanceType: 'SY' })).type, 'S');
		assert.equal((await office.standing()).length, 3);
	});
});
