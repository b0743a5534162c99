import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { AbsenceOffice, EMPLOYEE } from '../../../testing/absence.ts';
import type { Json } from '../../../testing/client.ts';
import type { Fields } from '../../../testing/soap.ts';

const MONDAY = '2026-11-02';
const OTHER = '2003';
const CASE = {
	PersonnelNumber: EMPLOYEE,
	MaternityCaseKey: 'BS90000001',
	ValidStartDate: '2026-11-01',
	ValidEndDate: '2027-06-30',
	NotificationDate: '2026-08-01',
	ExpectedDeliveryDate: '2026-12-01',
	ActualDeliveryDate: '',
	AuthorityReportDate: '2026-12-20',
	MaternityType: 'BM',
};
const INJURY = { PersonnelNumber: EMPLOYEE, AccidentNumber: '00009001', StartDate: '2026-10-21', AccidentDate: '2026-10-20' };

describe('what absences are tied to', () => {
	let office: AbsenceOffice;
	before(async () => {
		office = await AbsenceOffice.start();
	});
	after(() => office.client.close());
	beforeEach(async () => {
		await office.reset();
		await office.put({ maternityCases: [CASE], workInjuries: [INJURY] });
	});

	const set = (AbsenceAttendanceType: string, AdditionalData: string | undefined, more: Fields = {}): ReturnType<AbsenceOffice['set']> =>
		office.set({ StartDate: MONDAY, AbsenceAttendanceType, AdditionalData, ...more });
	const item = async (): Promise<Json> => {
		const { body } = await office.ask('GetAbsenceAttendanceByPeriod', { StartDate: '2026-10-01', EndDate: '2026-11-30', PersonnelNumber: EMPLOYEE });
		return body.AbsenceAttendance.item[0];
	};

	it('a care day to a child, by two digits', async () => {
		assert.equal((await set('OS', '01')).type, 'S');
		const { Key, Item } = await item();
		assert.equal(Key.ObjectId, '01');
		assert.deepEqual(Item[0].CompLeave, { Item: [{ ChildNumber: '01', ChildCPRNumber: '0101405001' }] });
	});

	it('in elements that stand in the order of the contract', async () => {
		await set('OS', '01');
		const { Key, Item } = await item();
		assert.equal(Object.keys(Key).join(' '), 'PersonnelNumber AbsenceAttendanceType ObjectId LockIndicator EndDate StartDate RecordNumber');
		assert.equal(
			Object.keys(Item[0]).join(' '),
			'PersonnelNumber StartDate EndDate StartTime EndTime AbsenceAttendanceType AbsenceAttendanceTypeText ' +
				'AbsenceAttendanceDays AbsenceAttendanceHours AbsenceAttendanceCalendarDays CompLeave',
		);
	});

	it('parental leave to a maternity case', async () => {
		assert.equal((await set('BA', CASE.MaternityCaseKey)).type, 'S');
		assert.deepEqual((await item()).Item[0].Maternity, {
			Item: [
				{
					MaternityCaseKey: 'BS90000001',
					StartDate: '2026-11-01',
					EndDate: '2027-06-30',
					NotificationDate: '2026-08-01',
					ExpectedDeliveryDate: '2026-12-01',
					ActualDeliveryDate: '',
					AuthorityReportDate: '2026-12-20',
					MaternityType: 'BM',
					MaternityTypeText: 'Barsel, mor',
				},
			],
		});
	});

	it('leave to a reason of its kind', async () => {
		assert.equal((await set('TU', '510')).type, 'S');
		assert.deepEqual((await item()).Item[0].Reason, { Item: [{ ReasonCode: '510', ReasonCodeText: 'Uddannelsesorlov' }] });
	});

	it('injury leave to a work injury', async () => {
		assert.equal((await set('TT', INJURY.AccidentNumber)).type, 'S');
		assert.deepEqual((await item()).Item[0].WorkInjury, { Item: [{ AccidentNumber: INJURY.AccidentNumber, AccidentDate: INJURY.AccidentDate }] });
	});

	const refusals: [what: string, type: string, data: string | undefined, more: Fields, text: RegExp][] = [
		['a care day without a child', 'OS', undefined, {}, /AdditionalData skal angives for OS/],
		['a child of one digit', 'OS', '1', {}, /Barn 1 findes ikke/],
		['a child that is not the employee’s', 'OS', '01', { PersonnelNumber: '2004' }, /Barn 01 findes ikke/],
		['a care day before the birth', 'OS', '01', { StartDate: '2021-03-03' }, /ikke født/],
		['parental leave without a case', 'BA', '', {}, /AdditionalData skal angives for BA/],
		['another employee’s case', 'BA', CASE.MaternityCaseKey, { PersonnelNumber: OTHER }, /Barselssag BS90000001 findes ikke/],
		['leave outside the case', 'BA', CASE.MaternityCaseKey, { StartDate: '2026-10-31', EndDate: MONDAY }, /uden for barselssagens/],
		['leave past the case', 'BA', CASE.MaternityCaseKey, { EndDate: '2027-07-01' }, /uden for barselssagens/],
		['leave without a reason', 'TJ', undefined, {}, /AdditionalData skal angives for TJ/],
		['a reason of the other kind', 'TJ', '510', {}, /Årsagskode 510 er ikke gyldig/],
		['an unknown reason', 'TU', '999', {}, /Årsagskode 999/],
		['another employee’s injury', 'TT', INJURY.AccidentNumber, { PersonnelNumber: OTHER }, /Arbejdsskade 00009001 findes ikke/],
		['injury leave before the injury', 'TT', INJURY.AccidentNumber, { StartDate: '2026-10-19' }, /før arbejdsskaden/],
		['additional data that the type has no use for', 'SY', '01', {}, /må ikke angives for SY/],
	];
	for (const [what, type, data, more, text] of refusals) {
		it(`${what} is refused`, async () => {
			const answer = await set(type, data, more);
			assert.equal(answer.type, 'E', answer.text);
			assert.match(answer.text, text);
			assert.deepEqual(await office.standing(), []);
		});
	}

	describe('is looked up', () => {
		it('children born by a date, one of them without names', async () => {
			const kept = { PersonnelNumber: EMPLOYEE, ChildNumber: '02', FirstName: 'Liv', LastName: 'Lund', ChildCPRNumber: '0101415001', BirthDate: '2026-06-01' };
			await office.put({ children: [kept] });
			const named = { ChildNumber: '02', FirstName: 'Liv', LastName: 'Lund', ChildCPRNumber: '0101415001' };
			const nameless = { ChildNumber: '01', FirstName: '', LastName: '', ChildCPRNumber: '0101405001' };
			const { body } = await office.ask('GetChildren', { PersonnelNumber: EMPLOYEE });
			assert.deepEqual(body, { ReturnStatus: { StatusType: 'S', MessageText: '' }, Child: { Item: [nameless, named] } });
			const before = await office.ask('GetChildren', { PersonnelNumber: EMPLOYEE, StartDate: '2026-05-31' });
			assert.deepEqual(before.body.Child.Item, [nameless]);
			assert.equal((await office.ask('GetChildren', { PersonnelNumber: EMPLOYEE, StartDate: '2020-01-01' })).body.Child, '');
		});

		it('maternity cases by type and period', async () => {
			const found = async (fields: Fields): Promise<string[]> => {
				const { type, body } = await office.ask('GetMaternityCases', { ...fields, PersonnelNumber: EMPLOYEE });
				assert.equal(type, 'S');
				return (body.MaternityCase.Item ?? []).map((of: Json) => Object.values(of).join(' '));
			};
			const row = '00002001 BS90000001 2027-06-30 2026-11-01 2026-08-01 2026-12-01  2026-12-20 BM Barsel, mor';
			assert.deepEqual(await found({}), [row]);
			assert.deepEqual(await found({ MaternityType: 'BM', StartDate: '2027-06-30', EndDate: '2027-12-31' }), [row]);
			assert.deepEqual(await found({ MaternityType: 'AD' }), []);
			assert.deepEqual(await found({ StartDate: '2027-07-01' }), []);
			assert.deepEqual(await found({ EndDate: '2026-10-31' }), []);
		});

		it('reasons by leaveType', async () => {
			const codes = async (leaveType?: string): Promise<string> => {
				const { body } = await office.ask('GetReasons', { PersonnelNumber: EMPLOYEE, leaveType });
				return (body.Reason.Item ?? []).map((of: Json) => of.ReasonCode).join(' ');
			};
			assert.deepEqual([await codes(), await codes('MED'), await codes('UDEN'), await codes('X')], ['010 020 030 510 520', '010 020 030', '510 520', '']);
		});

		it('work injuries by the start of their case', async () => {
			const found = async (fields: Fields): Promise<Json[]> =>
				(await office.ask('GetWorkAccidentCases', { ...fields, PersonnelNumber: EMPLOYEE })).body.AccidentCase.Item ?? [];
			assert.deepEqual(await found({}), [{ PersonnelNumber: '00002001', StartDate: '2026-10-21', AccidentNumber: '00009001', AccidentDate: '2026-10-20' }]);
			assert.deepEqual(await found({ StartDate: '2026-10-22' }), []);
			assert.deepEqual(await found({ EndDate: '2026-10-20' }), []);
		});

		it('only of an employee there is, with sound dates', async () => {
			for (const operation of ['GetChildren', 'GetReasons']) {
				assert.match((await office.ask(operation, { PersonnelNumber: '2024' })).text, /Medarbejder 2024 findes ikke/);
				assert.match((await office.ask(operation, {})).text, /PersonnelNumber skal udfyldes/);
			}
			for (const operation of ['GetMaternityCases', 'GetWorkAccidentCases']) {
				assert.match((await office.ask(operation, { StartDate: 'x', PersonnelNumber: EMPLOYEE })).text, /StartDate er ikke en dato/);
				const backwards = { StartDate: '2026-11-02', EndDate: '2026-11-01', PersonnelNumber: EMPLOYEE };
				assert.deepEqual([(await office.ask(operation, backwards)).type, (await office.ask(operation, backwards)).body.AccidentCase], ['E', undefined]);
			}
			assert.match((await office.ask('GetChildren', { PersonnelNumber: EMPLOYEE, StartDate: 'x' })).text, /StartDate er ikke en dato/);
		});
	});
});
