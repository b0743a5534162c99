import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { AbsenceOffice, EMPLOYEE } from '../../../testing/absence.ts';
import type { Json } from '../../../testing/client.ts';
import type { Fields } from '../../../testing/soap.ts';

const MONDAY = '2026-11-02';
const TUESDAY = '2026-11-03';
const ORDER = ['Operation', 'PersonnelNumber', 'StartDate', 'EndDate', 'WorkTimeType', 'StartTime', 'EndTime', 'Hours'];
const ORIGINALS = ['StartDate', 'EndDate', 'WorkTimeType', 'StartTime', 'EndTime'].map((name) => `Original${name}`);

describe('work schedules', () => {
	let office: AbsenceOffice;
	before(async () => {
		office = await AbsenceOffice.start();
	});
	after(() => office.client.close());
	beforeEach(() => office.reset());

	/** Sends occurrences; gives `index type text` of each line of the answer. */
	const set = async (...occurrences: Fields[]): Promise<string[]> => {
		const item = occurrences.map((fields): Fields => {
			const ordinary = { Operation: 'INS', PersonnelNumber: EMPLOYEE, WorkTimeType: 'AA', EndDate: fields.StartDate };
			const whole: Fields = { ...ordinary, ...fields };
			return Object.fromEntries([...ORDER, ...ORIGINALS].filter((name) => whole[name] !== undefined).map((name) => [name, whole[name]]));
		});
		const { body } = await office.ask('SetWorkSchedule', { WorkSchedule: { item } });
		return body.ReturnStatus.item.map((line: Json) => `${line.Index ?? '-'} ${line.StatusType} ${line.MessageText}`.trim());
	};
	/** Schedules in a period as `type start end startTime-endTime hours`. */
	const standing = async (StartDate = MONDAY, EndDate = '2026-11-30'): Promise<string[]> => {
		const { body } = await office.ask('GetWorkScheduleByPeriod', { StartDate, EndDate, PersonnelNumber: EMPLOYEE });
		return (body.WorkSchedule.item ?? []).map(
			(of: Json) => `${of.WorkTimeType} ${of.StartDate} ${of.EndDate} ${of.StartTime}-${of.EndTime} ${of.Hours}`,
		);
	};

	it('are created, one or many a call, each answered by its position', async () => {
		const long = { StartDate: MONDAY, EndDate: '2026-11-06', Hours: '9.25' };
		const shifts = { StartDate: '2026-11-09', StartTime: '06:00:00', EndTime: '14:30:00', Hours: '8', WorkTimeType: '01' };
		assert.deepEqual(await set(long, shifts, { StartDate: '2026-11-10', WorkTimeType: 'FR' }), ['1 S', '2 S', '3 S']);
		assert.deepEqual(await standing(), [
			`AA ${MONDAY} 2026-11-06 - 9.25`,
			'01 2026-11-09 2026-11-09 06:00:00-14:30:00 8',
			'FR 2026-11-10 2026-11-10 - ',
		]);
		const { body } = await office.ask('GetWorkScheduleByPeriod', { StartDate: '2026-11-09', EndDate: '2026-11-09', PersonnelNumber: EMPLOYEE });
		assert.deepEqual(body.WorkSchedule.item, [
			{
				PersonnelNumber: '00002001',
				StartDate: '2026-11-09',
				EndDate: '2026-11-09',
				WorkTimeType: '01',
				WorkTimeTypeText: 'Normal arbejdstid',
				Hours: '8',
				StartTime: '06:00:00',
				EndTime: '14:30:00',
			},
		]);
	});

	it('are changed and deleted by what they were', async () => {
		await set({ StartDate: MONDAY, StartTime: '08:00:00', EndTime: '16:00:00' });
		const original = { OriginalStartTime: '08:00:00', OriginalEndTime: '16:00:00' };
		const moved = { Operation: 'MOD', StartDate: TUESDAY, OriginalStartDate: MONDAY, OriginalEndDate: MONDAY, ...original };
		assert.deepEqual(await set({ ...moved, WorkTimeType: '01', OriginalWorkTimeType: 'AA', Hours: '5.00' }), ['1 S']);
		assert.deepEqual(await standing(), [`01 ${TUESDAY} ${TUESDAY} - 5.00`]);
		assert.deepEqual(await set({ Operation: 'DEL', StartDate: TUESDAY, WorkTimeType: '01' }), ['1 S']);
		assert.deepEqual(await standing(), []);
		const evening = { StartDate: MONDAY, StartTime: '16:00:00', EndTime: '23:00:00' };
		const later = { ...evening, Operation: 'MOD', StartTime: '17:00:00', OriginalStartTime: '16:00:00', OriginalEndTime: '23:00:00' };
		assert.deepEqual(await set(evening, later), ['1 S', '2 S'], 'what is changed does not collide with what it was');
		assert.deepEqual(await set({ ...later, Operation: 'DEL', OriginalStartTime: undefined, OriginalEndTime: undefined }), ['1 S']);
		for (const Operation of ['MOD', 'DEL']) {
			assert.match((await set({ Operation, StartDate: TUESDAY, Hours: '5.00' }))[1], /^1 E .*ingen mødetid med de oprindelige/);
		}
	});

	it('change the hours of absences, and quotas with them', async () => {
		await office.set({ StartDate: MONDAY });
		await set({ StartDate: MONDAY, Hours: '4.00' });
		assert.deepEqual(await office.standing(), [`FE ${MONDAY} ${MONDAY} - 4.00/1.00/1.00`]);
		const { body } = await office.ask('GetAbsenceQuotas', { PersonnelNumber: EMPLOYEE });
		assert.equal(body.Quota.item[0].Requested, '4.00');
		await set({ Operation: 'DEL', StartDate: MONDAY });
		assert.deepEqual(await office.standing(), [`FE ${MONDAY} ${MONDAY} - 7.40/1.00/1.00`]);
	});

	it('collide by day, or by time when both have times', async () => {
		const shift = (StartTime: string, EndTime: string, more: Fields = {}): Fields => ({ StartDate: MONDAY, StartTime, EndTime, ...more });
		assert.deepEqual(await set(shift('06:00:00', '10:00:00'), shift('16:00:00', '02:00:00')), ['1 S', '2 S']);
		for (const fields of [
			{ StartDate: MONDAY, Hours: '7.40' },
			shift('09:59:59', '12:00:00'),
			shift('23:00:00', '23:30:00'),
			shift('12:00:00', '17:00:00', { StartDate: '2026-11-01', EndDate: MONDAY }),
		]) {
			assert.match((await set(fields))[1], /^1 E Der er allerede en mødetid i perioden 2026-11-02 - 2026-11-02/);
		}
		assert.deepEqual(await set(shift('10:00:00', '16:00:00'), { StartDate: TUESDAY, Hours: '7.40' }), ['1 S', '2 S']);
	});

	const refusals: [what: string, fields: Fields, text: RegExp][] = [
		['without an operation', { Operation: '' }, /Operation/],
		['of an unknown employee', { PersonnelNumber: '2024' }, /2024 findes ikke/],
		['of a locked employee', { PersonnelNumber: '2012' }, /låst/],
		['of an unknown type', { WorkTimeType: 'ZZ' }, /Arbejdstidstype ZZ findes ikke/],
		['with a faulty date', { StartDate: '2026-11-31' }, /StartDate er ikke en dato/],
		['with a faulty time', { StartTime: '6:00', EndTime: '14:00:00' }, /StartTime er ikke et klokkeslæt/],
		['backwards', { EndDate: '2026-11-01' }, /StartDate ligger efter EndDate/],
		['outside the employment', { StartDate: '2018-12-31' }, /begynder først/],
		['in a closed pay period', { StartDate: '2026-07-01' }, /lukket lønperiode/],
		['without hours and times', { Hours: undefined }, /Hours eller StartTime og EndTime/],
		['with one time alone', { StartTime: '08:00:00' }, /Både starttid og sluttid/],
		['with a decimal comma', { Hours: '7,40' }, /med punktum/],
		['with more than a day', { Hours: '24.01' }, /fra 0 til 24/],
		['with more hours than lie between its times', { StartTime: '08:00:00', EndTime: '12:00:00', Hours: '4.01' }, /flere end der ligger/],
		['on a day off with hours', { WorkTimeType: 'FR' }, /fridag/],
	];
	for (const [what, fields, text] of refusals) {
		it(`are refused ${what}`, async () => {
			const [whole, line] = await set({ StartDate: MONDAY, Hours: '7.40', ...fields });
			assert.equal(whole, '- E Ingen forekomster er registreret.');
			assert.match(line, /^1 E /);
			assert.match(line, text);
			assert.deepEqual(await standing('2018-01-01'), []);
		});
	}

	it('are refused all together, or one by one by the switch scheduleAtomicity', async () => {
		const three = [{ StartDate: MONDAY, Hours: '5.00' }, { StartDate: MONDAY, Hours: '6.00' }, { StartDate: TUESDAY, Hours: '7.00' }];
		const [whole, line, ...more] = await set(...three);
		assert.deepEqual([whole, line.slice(0, 3), more], ['- E Ingen forekomster er registreret.', '2 E', []]);
		assert.deepEqual(await standing(), []);
		await office.client.switch({ 'kmdOpus.scheduleAtomicity': 'perItem' });
		assert.deepEqual((await set(...three)).map((row) => row.slice(0, 3)), ['1 S', '2 E', '3 S']);
		assert.deepEqual((await standing()).map((row) => row.split(' ')[1]), [MONDAY, TUESDAY]);
	});

	it('are refused when there are none', async () => {
		assert.match((await office.ask('SetWorkSchedule', {})).text, /ingen forekomster/);
		assert.match((await office.ask('SetWorkSchedule', { WorkSchedule: {} })).text, /ingen forekomster/);
	});

	it('are read by period, of an employee there is', async () => {
		await set({ StartDate: MONDAY, EndDate: TUESDAY, Hours: '5.00' });
		assert.equal((await standing(TUESDAY, TUESDAY)).length, 1);
		assert.deepEqual(await standing('2026-11-04'), []);
		assert.deepEqual(await standing('2026-10-01', '2026-11-01'), []);
		assert.match((await office.ask('GetWorkScheduleByPeriod', { StartDate: MONDAY })).text, /PersonnelNumber skal udfyldes/);
	});
});
